#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include <string.h>

#include "rules/ante-when.h"
#include "rules/follow-up/ante-follow-up-plan.h"

/* What of a message is looked at; who asks to be written to says so at once. */
#define MAX_WORDS 120
#define MAX_TIME_WORDS 4

/* Somebody is to write to them, or to come back. Folded; each is a run of whole words. */
static const char *const cues[] = {
  "message me",     "msg me",          "text me",          "write me",
  "write to me",    "dm me",           "hit me up",        "reach out",
  "get back to me", "check back",      "check in with me", "ping me",
  "remind me",      "talk again",      "talk then",        "speak then",
  "contact me",     "ask me again",    "try me again",     "follow up with me",
  "circle back",    "let's talk",      "lets talk",        "schreib mir",
  "schreib mich",   "melde dich",      "meld dich",        "melde mich",
  "escribeme",      "hablamos",        "ecris moi",        "reparlons",
  "get in touch",   "come back to me",
};

/* What comes between the cue and the time, or leads to it. */
static const char *const links[] = {
  "in",    "on",    "at",   "after", "next",      "this",  "the", "around", "by",
  "about", "again", "end",  "of",    "beginning", "start", "mid", "early",  "late",
  "im",    "am",    "nach", "ab",    "en",        "el",    "la",
};

typedef struct {
  char *folded;
  guint start; /* in characters */
  guint end;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *begin = NULL;
  guint place = 0;
  guint start = 0;

  g_array_set_clear_func (words, word_clear);
  for (const char *at = text;; at = g_utf8_next_char (at), place++) {
    gunichar c = g_utf8_get_char (at);
    gboolean is_word = *at != '\0' && (g_unichar_isalnum (c) || c == '\'' || c == 0x2019 ||
                                       c == ':' || c == '/' || c == '-');

    if (is_word && begin == NULL) {
      begin = at;
      start = place;
    } else if (!is_word && begin != NULL) {
      g_autofree char *piece = g_strndup (begin, (gsize) (at - begin));
      g_autofree char *plain = g_str_to_ascii (piece, "C");
      Word word = { g_ascii_strdown (plain, -1), start, place };

      g_array_append_val (words, word);
      begin = NULL;
    }
    if (*at == '\0' || words->len >= MAX_WORDS)
      return words;
  }
}

static char *
join (GArray *words, guint from, guint to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (joined, "%s%s", i > from ? " " : "",
                            g_array_index (words, Word, i).folded);
  return g_string_free (joined, FALSE);
}

static gboolean
is_link (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    if (g_str_equal (links[i], word))
      return TRUE;
  }
  return FALSE;
}

/* Where a cue begins at @i, the word after it; 0: none begins there. */
static guint
match_cue (GArray *words, guint i)
{
  for (guint n = 1; n <= 4 && i + n <= words->len; n++) {
    g_autofree char *run = join (words, i, i + n);

    for (guint c = 0; c < G_N_ELEMENTS (cues); c++) {
      if (g_str_equal (cues[c], run))
        return i + n;
    }
  }
  return 0;
}

/* A time that begins at @i: the longest run of words that is one, with what leads to it. */
static gint64
read_time (GArray *words, guint i, gint64 at, GTimeZone *zone, guint *end)
{
  guint from = i;

  while (from < words->len && from < i + 3 && is_link (g_array_index (words, Word, from).folded))
    from++;
  for (guint first = i; first <= from && first < words->len; first++) {
    for (guint n = MIN (MAX_TIME_WORDS, words->len - first); n > 0; n--) {
      g_autofree char *run = join (words, first, first + n);
      gint64 time = ante_when_parse (run, at, zone);

      /* A number alone is an hour to a person at a clock, and anything to a lead. */
      if (time > 0 && strspn (run, "0123456789: ") != strlen (run)) {
        *end = first + n;
        return time;
      }
    }
  }
  return 0;
}

gboolean
ante_follow_up_find_wish (const char *text, gint64 at, GTimeZone *zone, AnteFollowUpWish *wish)
{
  g_autoptr (GArray) words = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  words = split (text);
  for (guint i = 0; i < words->len; i++) {
    guint after = match_cue (words, i);
    guint end = 0;
    gint64 due = 0;

    /* "message me in march", or "in march, message me": a time near to the cue, on either side. */
    for (guint t = after; due == 0 && after > 0 && t < words->len && t < after + 3; t++)
      due = read_time (words, t, at, zone, &end);
    if (due > 0) {
      *wish = (AnteFollowUpWish){ due, g_array_index (words, Word, i).start,
                                  g_array_index (words, Word, end - 1).end };
      return TRUE;
    }
    for (guint t = i > 6 ? i - 6 : 0; due == 0 && after > 0 && t < i; t++)
      due = read_time (words, t, at, zone, &end);
    if (due > 0 && end <= i) {
      *wish = (AnteFollowUpWish){ due, g_array_index (words, Word, i > 6 ? i - 6 : 0).start,
                                  g_array_index (words, Word, after - 1).end };
      return TRUE;
    }
  }
  return FALSE;
}
