#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-words.h"

#include <string.h>

#define LONGEST_HANDLE 30
#define MOST_FOUND 100

/* An answer of more words than that is a sentence, in which a handle has its "@". */
#define MOST_ANSWER_WORDS 3

#define PHONE_DIGITS 9
#define LEAST_PHONE_DIGITS 8

typedef void (*Visit) (GPtrArray *found, const char *text, gconstpointer data);

static void
add (GPtrArray *found, char *word)
{
  if (word == NULL || found->len >= MOST_FOUND ||
      g_ptr_array_find_with_equal_func (found, word, g_str_equal, NULL))
    g_free (word);
  else
    g_ptr_array_add (found, word);
}

/* All that was written about an event by whoever booked it. */
static void
visit_words (const AnteCalendarEvent *event, GPtrArray *found, Visit visit, gconstpointer data)
{
  const char *const texts[] = { event->description, event->summary, event->location, event->url };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (texts[i] != NULL)
      visit (found, texts[i], data);
  }
  for (guint i = 0; i < event->answers->len; i++) {
    const AnteCalendarAnswer *answer = event->answers->pdata[i];
    g_autofree char *line = g_strconcat (answer->question, ": ", answer->answer, NULL);

    visit (found, line, data);
  }
}

/* --- handles ------------------------------------------------------------------------------- */

static gboolean
is_handle_char (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '_';
}

/* A full stop at the end of it ends a sentence. */
static char *
take_handle (const char *p)
{
  gsize length = 0;

  while (is_handle_char (p[length]))
    length++;
  while (length > 0 && p[length - 1] == '.')
    length--;
  if (length == 0 || length > LONGEST_HANDLE || *p == '.')
    return NULL;
  return g_ascii_strdown (p, (gssize) length);
}

/* "@name", but not of an e-mail address, and not "@ 3pm". */
static void
find_marked (GPtrArray *found, const char *text)
{
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@')) {
    if (at > text && (is_handle_char (at[-1]) || strchr ("+-/%", at[-1]) != NULL))
      continue;
    add (found, take_handle (at + 1));
  }
}

static void
find_in_address (GPtrArray *found, const char *text)
{
  static const char *const places[] = { "instagram.com/", "instagr.am/", "ig.me/m/" };
  static const char *const others[] = { "p",         "reel",   "reels", "explore", "accounts",
                                        "tv",        "direct", "about", "share",   "stories",
                                        "developer", "legal",  NULL };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    for (const char *p = strcasestr (text, places[i]); p != NULL; p = strcasestr (p, places[i])) {
      g_autofree char *handle = NULL;

      p += strlen (places[i]);
      if (g_ascii_strncasecmp (p, "stories/", 8) == 0)
        p += 8;
      if (*p == '@')
        p++;
      handle = take_handle (p);
      if (handle != NULL && !g_strv_contains (others, handle))
        add (found, g_steal_pointer (&handle));
    }
  }
}

static gboolean
has_word (const char *line, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (line, word); length > 0 && p != NULL; p = strstr (p + 1, word)) {
    if ((p == line || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (p[length]))
      return TRUE;
  }
  return FALSE;
}

/* Whether a line asks for a handle, up to where it is answered. */
static gboolean
asks_handle (const char *question, const char *const *more)
{
  static const char *const words[] = { "instagram", "insta", "ig", "handle" };
  g_autofree char *small = g_utf8_strdown (question, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (has_word (small, words[i]))
      return TRUE;
  }
  for (guint i = 0; more != NULL && more[i] != NULL; i++) {
    g_autofree char *word = g_utf8_strdown (more[i], -1);

    if (has_word (small, word))
      return TRUE;
  }
  return FALSE;
}

static void
take_answer (GPtrArray *found, const char *answer)
{
  g_auto (GStrv) words = g_strsplit_set (answer, " \t,;()\"'", -1);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += *words[i] != '\0';
  for (guint i = 0; words[i] != NULL && n_words <= MOST_ANSWER_WORDS; i++) {
    const char *word = *words[i] == '@' ? words[i] + 1 : words[i];
    g_autofree char *handle = take_handle (word);

    /* All of the word, or it is something else that begins like one. */
    if (handle != NULL && strspn (word + strlen (handle), ".") == strlen (word) - strlen (handle))
      add (found, g_steal_pointer (&handle));
  }
}

static const char *
end_of_question (const char *line)
{
  const char *mark = strchr (line, '?');
  const char *colon = strchr (mark != NULL ? mark : line, ':');

  return colon != NULL ? colon : mark;
}

/* The answer stands behind the question, or in the line below it. */
static void
find_answers (GPtrArray *found, const char *text, const char *const *more)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *end = end_of_question (lines[i]);
    g_autofree char *question =
      end != NULL ? g_strndup (lines[i], (gsize) (end - lines[i])) : g_strdup (lines[i]);

    if (!asks_handle (question, more) || strstr (question, "//") != NULL)
      continue;
    if (end != NULL && end[strspn (end, "?: \t")] != '\0')
      take_answer (found, end + strspn (end, "?: \t"));
    else if (lines[i + 1] != NULL)
      take_answer (found, lines[i + 1]);
  }
}

static void
visit_handles (GPtrArray *found, const char *text, gconstpointer questions)
{
  find_answers (found, text, questions);
  find_in_address (found, text);
  find_marked (found, text);
}

GPtrArray *
ante_booking_find_handles (const AnteCalendarEvent *event, const char *const *questions)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  visit_words (event, found, visit_handles, questions);
  return found;
}

/* --- e-mail -------------------------------------------------------------------------------- */

static gboolean
is_local_char (char c)
{
  return g_ascii_isalnum (c) || strchr (".!#$%&'*+/=?^_`{|}~-", c) != NULL;
}

static void
visit_emails (GPtrArray *found, const char *text, gconstpointer data)
{
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@')) {
    const char *start = at;
    const char *end = at + 1;

    while (start > text && start[-1] != '\0' && is_local_char (start[-1]))
      start--;
    while (g_ascii_isalnum (*end) || *end == '.' || *end == '-')
      end++;
    while (end > at && end[-1] == '.')
      end--;
    if (start < at && memchr (at, '.', (gsize) (end - at)) != NULL)
      add (found, g_ascii_strdown (start, end - start));
  }
}

/* A machine's is nobody's. */
static gboolean
is_persons (const AnteCalendarPerson *person)
{
  return person != NULL && person->email != NULL && !person->is_thing &&
         strstr (person->email, "noreply") == NULL && strstr (person->email, "no-reply") == NULL &&
         !g_str_has_suffix (person->email, "@group.calendar.google.com") &&
         !g_str_has_suffix (person->email, "@resource.calendar.google.com");
}

GPtrArray *
ante_booking_find_emails (const AnteCalendarEvent *event)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < event->attendees->len; i++) {
    const AnteCalendarPerson *person = event->attendees->pdata[i];

    if (is_persons (person))
      add (found, g_utf8_strdown (person->email, -1));
  }
  if (is_persons (event->organizer))
    add (found, g_utf8_strdown (event->organizer->email, -1));
  visit_words (event, found, visit_emails, NULL);
  return found;
}

char *
ante_booking_email_loose (const char *email)
{
  const char *at = strrchr (email, '@');
  GString *loose = NULL;

  if (at == NULL || (g_ascii_strcasecmp (at, "@gmail.com") != 0 &&
                     g_ascii_strcasecmp (at, "@googlemail.com") != 0))
    return NULL;
  loose = g_string_new (NULL);
  for (const char *p = email; p < at && *p != '+'; p++) {
    if (*p != '.')
      g_string_append_c (loose, g_ascii_tolower (*p));
  }
  g_string_append (loose, "@gmail.com");
  return g_string_free (loose, FALSE);
}

/* --- telephone ----------------------------------------------------------------------------- */

char *
ante_booking_phone_normal (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  }
  if (digits->len > PHONE_DIGITS)
    g_string_erase (digits, 0, (gssize) (digits->len - PHONE_DIGITS));
  return g_string_free (digits, digits->len < LEAST_PHONE_DIGITS);
}

/* "+34 600 000 001", "(555) 010-0199": a run of digits and what stands between them. */
static void
visit_phones (GPtrArray *found, const char *text, gconstpointer data)
{
  const char *p = text;

  while (*p != '\0') {
    gsize length =
      *p == '+' || *p == '(' || g_ascii_isdigit (*p) ? strspn (p, "+0123456789 -()./") : 0;
    g_autofree char *run = g_strndup (p, length);

    if (length > 0)
      add (found, ante_booking_phone_normal (run));
    p += MAX (length, 1);
  }
}

GPtrArray *
ante_booking_find_phones (const AnteCalendarEvent *event)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < event->attendees->len; i++) {
    const AnteCalendarPerson *person = event->attendees->pdata[i];

    if (person->phone != NULL)
      add (found, ante_booking_phone_normal (person->phone));
  }
  visit_words (event, found, visit_phones, NULL);
  return found;
}
