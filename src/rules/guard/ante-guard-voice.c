#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* Emojis as they are seen: a family, a flag, a skin tone are one. */
static guint
count_emojis (const char *text)
{
  guint n = 0;
  gboolean joined = FALSE;
  guint flags = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x1F1E6 && c <= 0x1F1FF) {
      n += flags++ % 2 == 0;
      joined = FALSE;
      continue;
    }
    flags = 0;
    if (c == 0x200D) {
      joined = TRUE;
      continue;
    }
    if (c == 0x20E3)
      n++;
    else if (ante_guard_is_emoji (c) && !(c >= 0x1F3FB && c <= 0x1F3FF) && !joined && c != 0x2122 &&
             c != 0xA9 && c != 0xAE && !(c >= 0x2190 && c <= 0x21FF))
      n++;
    joined = FALSE;
  }
  return n;
}

/* Names, codes and short forms of the playbook are written in capitals by right. */
static gboolean
is_known_caps (const AnteGuard *guard, const char *word)
{
  const AntePlaybook *playbook = guard->playbook;

  for (guint i = 0; i < playbook->discounts->len; i++) {
    const AnteDiscount *discount = playbook->discounts->pdata[i];

    if (discount->code != NULL && strstr (discount->code, word) != NULL)
      return TRUE;
  }
  for (guint i = 0; i < playbook->offers->len; i++) {
    const AnteOffer *offer = playbook->offers->pdata[i];

    if (strstr (offer->name, word) != NULL)
      return TRUE;
    for (guint k = 0; offer->includes[k] != NULL; k++) {
      if (strstr (offer->includes[k], word) != NULL)
        return TRUE;
    }
  }
  for (guint i = 0; playbook->approved_claims[i] != NULL; i++) {
    if (strstr (playbook->approved_claims[i], word) != NULL)
      return TRUE;
  }
  return (playbook->business != NULL && strstr (playbook->business, word) != NULL) ||
         (playbook->coach_name != NULL && strstr (playbook->coach_name, word) != NULL) ||
         strstr (
           " ADHD PTSD IELTS DELE DELF TOEFL HIIT PCOS HTML GDPR NASA CELI CILS PLIDA TDAH ADHS "
           "GCSE CEFR ",
           word) != NULL;
}

static guint
count_caps (const AnteGuard *guard, const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0';) {
    const char *end = p;
    guint letters = 0;
    gboolean capitals = TRUE;

    while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end))) {
      gunichar c = g_utf8_get_char (end);

      letters += g_unichar_isupper (c);
      capitals = capitals && g_unichar_isupper (c);
      end = g_utf8_next_char (end);
    }
    if (end > p && capitals && letters >= 4) {
      g_autofree char *word = g_strndup (p, (gsize) (end - p));

      n += !is_known_caps (guard, word);
    }
    p = end > p ? end : g_utf8_next_char (p);
  }
  return n;
}

static void
find_hashtags (AnteGuard *guard, const char *text)
{
  for (const char *p = strchr (text, '#'); p != NULL; p = strchr (p + 1, '#')) {
    gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
    gunichar c = g_utf8_get_char (p + 1);

    if (!g_unichar_isalnum (before) && before != '/' && before != '?' && before != '&' &&
        g_unichar_isalpha (c))
      ante_guard_find_state (guard, "a hashtag");
  }
}

void
ante_guard_voice (AnteGuard *guard)
{
  const AnteVoice *voice = &guard->playbook->voice;
  const char *text = guard->draft->original;
  guint chars = (guint) g_utf8_strlen (text, -1);
  guint exclamations = 0;
  guint first = 0;
  guint after = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    exclamations += *p == '!' || g_utf8_get_char (p) == 0xFF01 || g_utf8_get_char (p) == 0x203C ||
                    g_utf8_get_char (p) == 0x2757 || g_utf8_get_char (p) == 0x2049;
  if (chars > voice->max_chars)
    ante_guard_find_state (guard, "%u characters, %u allowed", chars, voice->max_chars);
  if (count_emojis (text) > voice->max_emojis)
    ante_guard_find_state (guard, "%u emojis, %u allowed", count_emojis (text), voice->max_emojis);
  if (exclamations > voice->max_exclamations)
    ante_guard_find_state (guard, "%u exclamation marks, %u allowed", exclamations,
                           voice->max_exclamations);
  if (count_caps (guard, text) > voice->max_caps_words)
    ante_guard_find_state (guard, "%u words in capitals, %u allowed", count_caps (guard, text),
                           voice->max_caps_words);
  if (!voice->hashtags)
    find_hashtags (guard, text);
  for (guint i = 0; voice->banned != NULL && voice->banned[i] != NULL; i++) {
    if (ante_guard_find_name (guard->draft, voice->banned[i], 0, &first, &after))
      ante_guard_find_words (guard, guard->draft, first, after, "a banned phrase");
  }
}

/* What an offer says is never promised, unless it is said that it is not. */
void
ante_guard_never_promise (AnteGuard *guard)
{
  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];
    guint first = 0;
    guint after = 0;

    for (guint k = 0; offer->never_promise != NULL && offer->never_promise[k] != NULL; k++) {
      if (ante_guard_find_name (guard->draft, offer->never_promise[k], 0, &first, &after) &&
          !ante_guard_is_denied (guard->draft, first, after))
        ante_guard_find_words (guard, guard->draft, first, after, "%s is never promised",
                               offer->never_promise[k]);
    }
  }
}
