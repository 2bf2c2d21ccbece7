#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* As few digits as this are an amount, a year, a date. */
#define FEWEST_DIGITS 7
#define FEWEST_SPELLED 6

static gboolean
is_allowed (const AnteGuard *guard, const char *contact)
{
  for (guint i = 0; guard->playbook->contacts[i] != NULL; i++) {
    if (g_ascii_strcasecmp (guard->playbook->contacts[i], contact) == 0)
      return TRUE;
  }
  return guard->playbook->coach_handle != NULL &&
         g_ascii_strcasecmp (guard->playbook->coach_handle, contact) == 0;
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '_' || c == '-' || c == '+';
}

/* "@name" and "name@host". */
static void
find_signs (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const char *plain = text->plain;

  for (const char *sign = strchr (plain, '@'); sign != NULL; sign = strchr (sign + 1, '@')) {
    const char *start = sign;
    const char *end = sign + 1;
    g_autofree char *contact = NULL;

    while (start > plain && is_name_char (start[-1]))
      start--;
    while (*end != '\0' && is_name_char (*end))
      end++;
    while (end > sign + 1 && strchr (".-_+", end[-1]) != NULL)
      end--;
    if (end <= sign + 2 && start == sign)
      continue;
    /* A part of an address: judged there. */
    if (start > plain && start[-1] == '/')
      continue;
    if (end == sign + 1 || (start != sign && memchr (sign, '.', (gsize) (end - sign)) == NULL))
      continue;
    contact = g_strndup (start, (gsize) (end - start));
    if (!is_allowed (guard, contact))
      ante_guard_find_bytes (guard, text, (guint) (start - plain), (guint) (end - plain),
                             "no allowed contact");
  }
}

static gboolean
is_phone_sign (const char *p)
{
  return strchr (" -.()/", *p) != NULL;
}

/* The same number, however it is written. */
static gboolean
is_allowed_phone (const AnteGuard *guard, const char *digits)
{
  for (guint i = 0; guard->playbook->contacts[i] != NULL; i++) {
    g_autoptr (GString) own = g_string_new (NULL);

    for (const char *p = guard->playbook->contacts[i]; *p != '\0'; p++) {
      if (g_ascii_isdigit (*p))
        g_string_append_c (own, *p);
    }
    if (own->len >= FEWEST_DIGITS &&
        (g_str_equal (own->str, digits) || g_str_has_suffix (own->str, digits) ||
         g_str_has_suffix (digits, own->str)))
      return TRUE;
  }
  return FALSE;
}

/* A day as "2027-01-08", a span of hours, a sum: digits that are no telephone. */
static gboolean
is_other_number (const char *start, const char *end)
{
  gsize length = (gsize) (end - start);
  guint dashes = 0;

  for (const char *p = start; p < end; p++)
    dashes += *p == '-' || *p == '/' || *p == '.';
  if (length == 10 && dashes == 2 &&
      (start[4] == '-' || start[2] == '/' || start[2] == '.' || start[2] == '-' || start[4] == '/'))
    return TRUE;
  /* "1.600.000": groups of three behind a first one */
  return *start != '+' && dashes > 0 && length <= 9 && start[length - 4] == '.';
}

static void
find_phones (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const char *p = text->plain;

  while (*p != '\0') {
    g_autoptr (GString) digits = NULL;
    const char *end = p;
    const char *last = p;
    gboolean plus = *p == '+';

    if (!(g_ascii_isdigit (*p) ||
          ((plus || *p == '(') && (g_ascii_isdigit (p[1]) || p[1] == '('))) ||
        (p > text->plain && (g_ascii_isalnum (p[-1]) || strchr ("=/$£#?&-_.", p[-1]) != NULL))) {
      p = g_utf8_next_char (p);
      continue;
    }
    digits = g_string_new (NULL);
    for (end = p; *end != '\0' && (g_ascii_isdigit (*end) || *end == '+' || is_phone_sign (end));
         end++) {
      if (g_ascii_isdigit (*end)) {
        g_string_append_c (digits, *end);
        last = end + 1;
      }
    }
    if (digits->len >= FEWEST_DIGITS && digits->len <= 17 && !g_ascii_isalpha (*last) &&
        !is_other_number (p, last) && !is_allowed_phone (guard, digits->str))
      ante_guard_find_bytes (guard, text, (guint) (p - text->plain), (guint) (last - text->plain),
                             "no allowed telephone");
    p = MAX (last, p + 1);
  }
}

/* "plus six one four double zero …": digits one by one in words. */
static void
find_spelled_phones (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  guint n = ante_guard_n_words (text);
  guint run = 0;

  for (guint i = 0; i <= n; i++) {
    if (i < n && ante_guard_word_is (
                   text, i,
                   "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|plus|"
                   "cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|um|dois|quatro|sete|"
                   "oito|nove|null|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|un|deux|"
                   "trois|quatre|cinq|sept|huit|neuf|0|1|2|3|4|5|6|7|8|9")) {
      run++;
      continue;
    }
    if (run >= FEWEST_SPELLED)
      ante_guard_find_words (guard, text, i - run, i, "a telephone in words");
    run = 0;
  }
}

/* "name(at)host" */
static void
find_broken_mails (AnteGuard *guard)
{
  static const char *const marks[] = { "(at)", "[at]", "{at}", "(@)", "[@]", " (at) ", NULL };
  const AnteGuardText *text = guard->draft;

  for (guint i = 0; marks[i] != NULL; i++) {
    const char *found = strstr (text->plain, marks[i]);
    const char *end = found != NULL ? found + strlen (marks[i]) : NULL;
    const char *start = found;

    if (found == NULL || found == text->plain)
      continue;
    while (start > text->plain && is_name_char (start[-1]))
      start--;
    while (*end != '\0' && is_name_char (*end))
      end++;
    ante_guard_find_bytes (guard, text, (guint) (start - text->plain), (guint) (end - text->plain),
                           "an e-mail address taken apart");
  }
}

static void
find_spelled_mails (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_SPELLED, 0, G_MAXUINT, &at)) != NULL) {
    gboolean sign = ante_guard_word_is (text, hit->first, "at|arroba|klammeraffe|arobase");
    guint from = hit->first > 4 ? hit->first - 4 : 0;

    if (sign || ante_guard_range_has (text, from, hit->first, "at|arroba|klammeraffe|arobase"))
      ante_guard_find_words (guard, text, from, hit->after, "an e-mail address in words");
  }
}

void
ante_guard_contacts (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  find_signs (guard);
  find_phones (guard);
  find_spelled_phones (guard);
  find_spelled_mails (guard);
  find_broken_mails (guard);
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_MESSENGER, 0, G_MAXUINT, &at)) != NULL) {
    if (!ante_guard_is_denied (text, hit->first, hit->after) &&
        !(ante_guard_range_has (text, hit->first, hit->after,
                                "email|mail|correo|zoom|line|number") &&
          guard->playbook->contacts[0] != NULL && strchr (text->plain, '@') != NULL))
      ante_guard_find_words (guard, text, hit->first, hit->after, "another channel");
  }
}

/* Whether one of the contacts that may be given stands in the draft. */
gboolean
ante_guard_names_contact (const AnteGuard *guard)
{
  for (guint i = 0; guard->playbook->contacts[i] != NULL; i++) {
    if (strstr (guard->draft->plain, guard->playbook->contacts[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}
