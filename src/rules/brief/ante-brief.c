#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/brief/ante-brief.h"

#include <glib/gi18n.h>

#include "model/ante-party.h"
#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"
#include "rules/brief/ante-brief-work.h"

/* What most people read with understanding. */
#define WORDS_A_MINUTE 200
/* Writing without spaces: so many signs make a word. */
#define SIGNS_A_WORD 2

static const struct {
  const char *nick;
  const char *title;
} parts[] = {
  [ANTE_BRIEF_WHY] = { "why", N_ ("Why they booked") },
  [ANTE_BRIEF_WHO] = { "who", N_ ("Who") },
  [ANTE_BRIEF_WANTS] = { "wants", N_ ("What they want") },
  [ANTE_BRIEF_FIT] = { "fit", N_ ("Fit") },
  [ANTE_BRIEF_OBJECTIONS] = { "objections", N_ ("Objections") },
  [ANTE_BRIEF_TOLD] = { "told", N_ ("We told them") },
  [ANTE_BRIEF_LAST_CALL] = { "last-call", N_ ("Last call") },
  [ANTE_BRIEF_OPENING] = { "opening", N_ ("To begin") },
  [ANTE_BRIEF_DATES] = { "dates", N_ ("Dates") },
};

void
ante_brief_free (AnteBrief *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->handle);
  g_free (self->call);
  g_free (self->call_link);
  g_ptr_array_unref (self->lines);
  g_free (self->completeness);
  g_array_unref (self->missing);
  g_free (self);
}

const char *
ante_brief_part_to_nick (AnteBriefPart part)
{
  return parts[part].nick;
}

const char *
ante_brief_source_to_nick (AnteBriefSource source)
{
  static const char *const nicks[] = {
    "nothing", "message", "person", "record", "playbook", "calendar", "rule",
  };

  return nicks[source];
}

const char *
ante_brief_get_title (const AnteBrief *self, AnteBriefPart part)
{
  if (part == ANTE_BRIEF_WHY && !self->is_booked)
    return _ ("Why they wrote");
  return _ (parts[part].title);
}

gboolean
ante_brief_line_is_shown (const AnteBriefLine *line, guint shown)
{
  return line->rank <= shown;
}

/* --- lines in words ------------------------------------------------------------------------- */

char *
ante_brief_line_dup_text (const AnteBriefLine *line)
{
  g_autofree char *isolated = NULL;

  if (!line->is_quote)
    return ante_text_isolate (line->text);
  isolated = ante_text_isolate (line->text);
  /* Translators: somebody's own words, in quotation marks. */
  return g_strdup_printf (_ ("“%s”"), isolated);
}

static char *
dup_origin (const AnteBriefLine *line)
{
  g_autofree char *party = NULL;

  switch (line->source) {
  case ANTE_BRIEF_FROM_PERSON:
    party = ante_plain_words_party (line->party != NULL ? line->party : ANTE_PARTY_COACH);
    /* Translators: who typed it: "typed by Coach". */
    return g_strdup_printf (_ ("typed by %s"), party);
  case ANTE_BRIEF_FROM_PLAYBOOK:
    return g_strdup (_ ("playbook"));
  case ANTE_BRIEF_FROM_CALENDAR:
    return g_strdup (_ ("calendar"));
  case ANTE_BRIEF_FROM_MESSAGE:
  case ANTE_BRIEF_FROM_RECORD:
  case ANTE_BRIEF_FROM_NOTHING:
  case ANTE_BRIEF_FROM_RULE:
  default:
    return NULL;
  }
}

char *
ante_brief_line_dup_source (const AnteBriefLine *line)
{
  g_autofree char *origin = dup_origin (line);

  if (origin != NULL && line->when != NULL)
    return g_strdup_printf ("%s, %s", origin, line->when);
  return origin != NULL ? g_steal_pointer (&origin) : g_strdup (line->when);
}

const char *
ante_brief_line_get_mark (const AnteBriefLine *line)
{
  if ((line->marks & ANTE_BRIEF_BY_AI) != 0)
    return (line->marks & ANTE_BRIEF_UNCONFIRMED) != 0 ? _ ("[AI?]") : _ ("[AI]");
  return (line->marks & ANTE_BRIEF_UNCONFIRMED) != 0 ? "[?]" : NULL;
}

char *
ante_brief_dup_legend (const AnteBrief *self, guint shown)
{
  guint marks = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const AnteBriefLine *line = self->lines->pdata[i];

    marks |= ante_brief_line_is_shown (line, shown) ? line->marks : 0;
  }
  if (marks == (ANTE_BRIEF_BY_AI | ANTE_BRIEF_UNCONFIRMED))
    return g_strdup (_ ("[?] not confirmed by anyone yet, [AI] found by AI"));
  if (marks == ANTE_BRIEF_BY_AI)
    return g_strdup (_ ("[AI] found by AI"));
  return marks != 0 ? g_strdup (_ ("[?] not confirmed by anyone yet")) : NULL;
}

char *
ante_brief_dup_rest (const AnteBrief *self, guint shown)
{
  guint n = 0;
  guint quotes = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const AnteBriefLine *line = self->lines->pdata[i];

    if (ante_brief_line_is_shown (line, shown))
      continue;
    n++;
    quotes += line->is_quote ? 1 : 0;
  }
  if (n == 0)
    return NULL;
  if (quotes == n)
    return g_strdup_printf (
      g_dngettext (NULL, "%u more quote in the app", "%u more quotes in the app", n), n);
  return g_strdup_printf (
    g_dngettext (NULL, "%u more line in the app", "%u more lines in the app", n), n);
}

/* --- how long it is ------------------------------------------------------------------------- */

static gboolean
is_unspaced (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_THAI ||
         script == G_UNICODE_SCRIPT_LAO || script == G_UNICODE_SCRIPT_KHMER ||
         script == G_UNICODE_SCRIPT_MYANMAR;
}

static guint
count_words (const char *text)
{
  guint words = 0;
  guint signs = 0;
  gboolean inside = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_sign = is_unspaced (c);
    gboolean is_letter = !is_sign && g_unichar_isgraph (c);

    signs += is_sign ? 1 : 0;
    words += is_letter && !inside ? 1 : 0;
    inside = is_letter;
  }
  return words + (signs + SIGNS_A_WORD - 1) / SIGNS_A_WORD;
}

static guint
count_line (const AnteBriefLine *line)
{
  g_autofree char *source = ante_brief_line_dup_source (line);

  return count_words (line->label) + count_words (line->text) + count_words (source);
}

/**
 * ante_brief_count_words:
 *
 * Returns: how many words are read when @shown lines are shown, with all that stands around them
 */
guint
ante_brief_count_words (const AnteBrief *self, guint shown)
{
  guint n = count_words (self->name) + count_words (self->handle) + count_words (self->call) +
            count_words (self->completeness);
  int part = -1;

  for (guint i = 0; i < self->lines->len; i++) {
    const AnteBriefLine *line = self->lines->pdata[i];

    if (!ante_brief_line_is_shown (line, shown))
      continue;
    if ((int) line->part != part)
      n += count_words (ante_brief_get_title (self, line->part));
    part = (int) line->part;
    n += count_line (line);
  }
  return n;
}

guint
ante_brief_get_reading_seconds (const AnteBrief *self, guint shown)
{
  return ante_brief_count_words (self, shown) * 60 / WORDS_A_MINUTE;
}

char *
ante_brief_dup_reading_time (const AnteBrief *self, guint shown)
{
  guint seconds = ante_brief_get_reading_seconds (self, shown);
  guint minutes = (seconds + 30) / 60;

  if (seconds < 45) {
    guint tens = MAX ((seconds + 5) / 10 * 10, 10);

    return g_strdup_printf (g_dngettext (NULL, "reads in %u second", "reads in %u seconds", tens),
                            tens);
  }
  return g_strdup_printf (g_dngettext (NULL, "reads in %u minute", "reads in %u minutes", minutes),
                          minutes);
}
