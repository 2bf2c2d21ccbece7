#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-words.h"

#include <glib/gi18n.h>
#include <pango/pango.h>

#include "model/ante-party.h"
#include "rules/ante-plain-words.h"
#include "rules/ante-text.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static GDateTime *
local_time (gint64 at)
{
  return g_date_time_new_from_unix_local (at / 1000);
}

static int
days_between (GDateTime *from, GDateTime *to)
{
  GDate a = { 0 };
  GDate b = { 0 };

  g_date_set_dmy (&a, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&b, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to), (GDateYear) g_date_time_get_year (to));
  return g_date_days_between (&a, &b);
}

char *
ante_words_clock (gint64 at)
{
  g_autoptr (GDateTime) time = local_time (at);

  return g_date_time_format (time, "%H:%M");
}

/**
 * ante_words_ago:
 *
 * Short, for the end of a row: "now", "12 min", "3 h", "Yesterday", "Tue", "4 Mar", "4 Mar 2025".
 */
char *
ante_words_ago (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = local_time (at);
  g_autoptr (GDateTime) today = local_time (now);
  int days = days_between (then, today);

  if (at <= 0)
    return g_strdup ("");
  if (now - at < MINUTE_MS)
    return g_strdup (_ ("now"));
  if (now - at < 60 * MINUTE_MS)
    return g_strdup_printf (_ ("%d min"), (int) ((now - at) / MINUTE_MS));
  if (now - at < 12 * 60 * MINUTE_MS)
    return g_strdup_printf (_ ("%d h"), (int) ((now - at) / MINUTE_MS / 60));
  if (days == 0)
    return g_date_time_format (then, "%H:%M");
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days < 7)
    return g_date_time_format (then, "%a");
  if (g_date_time_get_year (then) == g_date_time_get_year (today))
    return g_date_time_format (then, "%-d %b");
  return g_date_time_format (then, "%-d %b %Y");
}

/**
 * ante_words_until:
 *
 * "in 12 min", "in 3 h", "today 14:00", "tomorrow", "Tue", "4 Mar"; for what lies back: "12 min
 * late", "3 h late", "2 days late".
 */
char *
ante_words_until (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = local_time (at);
  g_autoptr (GDateTime) today = local_time (now);
  int days = days_between (today, then);

  if (now - at >= 24 * 60 * MINUTE_MS)
    return g_strdup_printf (g_dngettext (NULL, "%d day late", "%d days late", (gulong) -days),
                            -days);
  if (at < now)
    return now - at < 60 * MINUTE_MS
             ? g_strdup_printf (_ ("%d min late"), (int) MAX ((now - at) / MINUTE_MS, 1))
             : g_strdup_printf (_ ("%d h late"), (int) ((now - at) / MINUTE_MS / 60));
  if (at - now < 59 * MINUTE_MS)
    return g_strdup_printf (_ ("in %d min"), (int) ((at - now) / MINUTE_MS) + 1);
  if (at - now < 4 * 60 * MINUTE_MS)
    return g_strdup_printf (_ ("in %d h"), (int) ((at - now + MINUTE_MS) / MINUTE_MS / 60));
  if (days == 0)
    return g_date_time_format (then, _ ("today %H:%M"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days < 7)
    return g_date_time_format (then, "%a");
  return g_date_time_format (then, "%-d %b");
}

gboolean
ante_words_is_same_day (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = local_time (at);
  g_autoptr (GDateTime) today = local_time (now);

  return days_between (today, then) == 0;
}

char *
ante_words_moment (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = local_time (at);
  g_autoptr (GDateTime) today = local_time (now);
  int days = days_between (today, then);

  if (days == 0)
    return g_date_time_format (then, _ ("today %H:%M"));
  if (days == 1)
    return g_date_time_format (then, _ ("tomorrow %H:%M"));
  if (days > 0 && days < 7)
    return g_date_time_format (then, "%a %H:%M");
  if (g_date_time_get_year (then) == g_date_time_get_year (today))
    return g_date_time_format (then, "%-d %b %H:%M");
  return g_date_time_format (then, "%-d %b %Y %H:%M");
}

char *
ante_words_snooze (gint64 until, gint64 now)
{
  g_autofree char *when = NULL;

  if (until == ANTE_LEAD_UNTIL_REPLY)
    return g_strdup (_ ("Snoozed until they reply"));
  when = ante_words_moment (until, now);
  return g_strdup_printf (_ ("Snoozed until %s"), when);
}

const char *
ante_words_when (AnteWhen when)
{
  static const char *const words[] = {
    N_ ("Later Today"), N_ ("Tomorrow Morning"), N_ ("Monday"),
    N_ ("In 2 Weeks"),  N_ ("Next Month"),
  };

  return _ (words[when]);
}

const char *
ante_words_not_a_lead (const char *kind)
{
  if (g_strcmp0 (kind, "spam") == 0)
    return _ ("Spam");
  if (g_strcmp0 (kind, "friend") == 0)
    return _ ("Friend");
  return _ ("Vendor");
}

char *
ante_words_exact (gint64 at)
{
  g_autoptr (GDateTime) time = local_time (at);

  return at > 0 ? g_date_time_format (time, "%A, %-d %B %Y, %H:%M") : g_strdup ("");
}

char *
ante_words_day (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = local_time (at);
  g_autoptr (GDateTime) today = local_time (now);
  int days = days_between (then, today);

  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (g_date_time_get_year (then) == g_date_time_get_year (today))
    return g_date_time_format (then, "%A, %-d %B");
  return g_date_time_format (then, "%A, %-d %B %Y");
}

char *
ante_words_party (const char *party)
{
  return ante_plain_words_party (party);
}

const char *
ante_words_source (AnteSourceKind kind)
{
  return ante_plain_words_source (kind);
}

const char *
ante_words_trust (AnteSourceKind kind)
{
  static const char *const words[] = {
    NULL,
    N_ ("Warm: they follow your stories"),
    N_ ("Lukewarm: they know a post of yours"),
    N_ ("Cold: they have seen an ad"),
    N_ ("Lukewarm: they asked for what a post offered"),
    N_ ("Cold: you wrote first"),
    N_ ("Warm: somebody sent them"),
    N_ ("Warm: they have talked to you before"),
    N_ ("Warm: they know you from your list or a webinar"),
    N_ ("Lukewarm: they found you themselves"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == ANTE_SOURCE_ORGANIC + 1);
  return words[kind] != NULL ? _ (words[kind]) : NULL;
}

char *
ante_words_touch (AnteSourceKind kind, const char *detail)
{
  return ante_plain_words_touch (kind, detail);
}

char *
ante_words_lead_source (AnteLead *lead)
{
  return ante_words_touch (lead->source, lead->source_detail);
}

const char *
ante_words_source_icon (AnteSourceKind kind)
{
  static const char *const names[] = {
    "ante-source-unknown-symbolic",  "ante-source-story-reply-symbolic",
    "ante-source-comment-symbolic",  "ante-source-dm-ad-symbolic",
    "ante-source-keyword-symbolic",  "ante-source-outbound-symbolic",
    "ante-source-referral-symbolic", "ante-source-reactivation-symbolic",
    "ante-source-email-symbolic",    "ante-source-organic-symbolic",
  };

  return names[kind];
}

const char *
ante_words_kind (AnteMessageKind kind)
{
  return ante_plain_words_message (kind);
}

/* The store marks what has no words with a unit separator and the kind's nick. */
static char *
last_text (AnteLead *lead)
{
  AnteMessageKind kind = ANTE_MESSAGE_TEXT;

  if (lead->last_text == NULL)
    return g_strdup ("");
  if (lead->last_text[0] != '\x1f')
    return ante_text_isolate (lead->last_text);
  if (ante_message_kind_from_nick (lead->last_text + 1, &kind))
    return g_strdup (ante_words_kind (kind));
  return g_strdup (_ ("Message taken back"));
}

char *
ante_words_last_line (AnteLead *lead)
{
  g_autofree char *text = last_text (lead);

  if (!ante_party_is_us (lead->last_author))
    return g_steal_pointer (&text);
  if (ante_party_is_setter (lead->last_author))
    return g_strdup_printf ("%s: %s", ante_party_get_setter_name (lead->last_author), text);
  if (g_strcmp0 (lead->last_author, ANTE_PARTY_AI) == 0)
    return g_strdup_printf (_ ("AI: %s"), text);
  return g_strdup_printf (_ ("You: %s"), text);
}

/* Of a letter; nothing else tells in which direction one reads. */
static PangoDirection
get_direction (gunichar c)
{
  static const GUnicodeScript from_right[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_ADLAM,
  };
  GUnicodeScript script = g_unichar_get_script (c);

  if (!g_unichar_isalpha (c))
    return PANGO_DIRECTION_NEUTRAL;
  for (guint i = 0; i < G_N_ELEMENTS (from_right); i++) {
    if (script == from_right[i])
      return PANGO_DIRECTION_RTL;
  }
  return PANGO_DIRECTION_LTR;
}

/* Of the first letter, and of the first one that stands not between U+2068 and U+2069. */
static void
find_directions (const char *text, PangoDirection *first, PangoDirection *own)
{
  int depth = 0;

  *first = PANGO_DIRECTION_NEUTRAL;
  *own = PANGO_DIRECTION_NEUTRAL;
  for (const char *p = text; *p != '\0' && *own == PANGO_DIRECTION_NEUTRAL;
       p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    depth += c == 0x2068 ? 1 : 0;
    depth -= c == 0x2069 && depth > 0 ? 1 : 0;
    if (*first == PANGO_DIRECTION_NEUTRAL)
      *first = get_direction (c);
    if (depth == 0)
      *own = get_direction (c);
  }
}

char *
ante_words_in_order (const char *sentence)
{
  PangoDirection first = PANGO_DIRECTION_NEUTRAL;
  PangoDirection own = PANGO_DIRECTION_NEUTRAL;

  find_directions (sentence, &first, &own);
  /* Pango goes by the first letter, be it isolated. */
  if (own == PANGO_DIRECTION_NEUTRAL || own == first)
    return g_strdup (sentence);
  return g_strconcat (own == PANGO_DIRECTION_RTL ? "\u200f" : "\u200e", sentence, NULL);
}

static char *
left (gint64 until, gint64 now)
{
  gint64 minutes = (until - now) / MINUTE_MS;

  if (minutes < 60)
    return g_strdup_printf (_ ("%d min left"), (int) minutes);
  if (minutes < 48 * 60)
    return g_strdup_printf (_ ("%d h left"), (int) (minutes / 60));
  return g_strdup_printf (_ ("%d days left"), (int) (minutes / 60 / 24));
}

char *
ante_words_window (const AnteWindow *window, gint64 now)
{
  g_autofree char *until = NULL;

  switch (window->state) {
  case ANTE_WINDOW_OPEN:
    return left (window->automation_until, now);
  case ANTE_WINDOW_HUMAN:
    until = left (window->human_until, now);
    return g_strdup_printf (_ ("By hand only, %s"), until);
  case ANTE_WINDOW_CLOSED:
    return g_strdup (_ ("Window closed"));
  default:
    return g_strdup (_ ("Has not written yet"));
  }
}

static char *
left_short (gint64 until, gint64 now)
{
  gint64 minutes = (until - now) / MINUTE_MS;

  if (minutes < 60)
    return g_strdup_printf (_ ("%d min"), (int) minutes);
  if (minutes < 48 * 60)
    return g_strdup_printf (_ ("%d h"), (int) (minutes / 60));
  return g_strdup_printf (_ ("%d d"), (int) (minutes / 60 / 24));
}

char *
ante_words_window_short (const AnteWindow *window, gint64 now)
{
  g_autofree char *until = NULL;

  switch (window->state) {
  case ANTE_WINDOW_OPEN:
    return left (window->automation_until, now);
  case ANTE_WINDOW_HUMAN:
    until = left_short (window->human_until, now);
    /* Translators: so long ("5 d") a person may still answer, and automation may not; very short.
     */
    return g_strdup_printf (_ ("%s: by hand"), until);
  case ANTE_WINDOW_CLOSED:
    /* Translators: the reply window; very short. */
    return g_strdup (_ ("Closed"));
  default:
    /* Translators: the lead, to us; very short. */
    return g_strdup (_ ("Never wrote"));
  }
}

char *
ante_words_window_exact (const AnteWindow *window)
{
  g_autofree char *automation = ante_words_exact (window->automation_until);
  g_autofree char *human = ante_words_exact (window->human_until);

  switch (window->state) {
  case ANTE_WINDOW_OPEN:
    return g_strdup_printf (window->by_ad ? _ ("Open until %s, since the thread began at an ad")
                                          : _ ("Open until %s"),
                            automation);
  case ANTE_WINDOW_HUMAN:
    return g_strdup_printf (_ ("Automation may not write any more; a person may until %s"), human);
  case ANTE_WINDOW_CLOSED:
    return g_strdup_printf (_ ("Closed since %s. Go on in Instagram itself."), human);
  default:
    return g_strdup (_ ("Instagram lets nobody write first"));
  }
}

char *
ante_words_handles (AnteLead *lead)
{
  g_auto (GStrv) others = g_strsplit (lead->also != NULL ? lead->also : "", " ", -1);
  GString *words = g_string_new ("@");

  g_string_append (words, lead->handle);
  for (guint i = 0; others[i] != NULL; i++) {
    if (*others[i] != '\0')
      g_string_append_printf (words, " · @%s", others[i]);
  }
  return g_string_free (words, FALSE);
}

char *
ante_words_booking (AnteBookingMark booking, gint64 at, gint64 now)
{
  static const char *const words[] = {
    [ANTE_BOOKING_NONE] = "",
    [ANTE_BOOKING_LINK_SENT] = N_ ("Booking link sent"),
    [ANTE_BOOKING_BOOKED] = N_ ("Call booked"),
    [ANTE_BOOKING_HELD] = N_ ("Call held"),
    [ANTE_BOOKING_NO_SHOW] = N_ ("No-show"),
    [ANTE_BOOKING_CANCELLED] = N_ ("Call cancelled"),
  };
  g_autofree char *when = NULL;

  if (booking == ANTE_BOOKING_NONE)
    return g_strdup ("");
  if (at == 0)
    return g_strdup (_ (words[booking]));
  when = ante_words_moment (at, now);
  /* Translators: where a call stands, and when that is: "Call booked: today 15:00". */
  return g_strdup_printf (_ ("%s: %s"), _ (words[booking]), when);
}
