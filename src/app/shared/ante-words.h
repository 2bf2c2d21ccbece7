#pragma once

#include <glib.h>

#include "model/ante-lead.h"
#include "rules/ante-when.h"
#include "rules/ante-window.h"

G_BEGIN_DECLS

/* Times, people and states in words of the reader's language. Free the strings; static ones are
 * const. */

char *ante_words_ago (gint64 at, gint64 now);
char *ante_words_until (gint64 at, gint64 now);
gboolean ante_words_is_same_day (gint64 at, gint64 now);
char *ante_words_exact (gint64 at);
/* "@anna", with the handles of who was merged into it: "@anna · @anna.runs". */
char *ante_words_handles (AnteLead *lead);
char *ante_words_clock (gint64 at);
char *ante_words_day (gint64 at, gint64 now);
/* A time to come, short and with its hour: "today 21:00", "Mon 09:00", "4 Mar 09:00". */
char *ante_words_moment (gint64 at, gint64 now);
/* "Snoozed until Mon 09:00"; @until: see AnteLead. */
char *ante_words_snooze (gint64 until, gint64 now);
const char *ante_words_when (AnteWhen when);
/* @kind: "spam", "friend", "vendor". */
const char *ante_words_not_a_lead (const char *kind);
char *ante_words_party (const char *party);
const char *ante_words_source (AnteSourceKind kind);
/* With what is known of it beside: "Keyword: START". @detail: (nullable) */
char *ante_words_touch (AnteSourceKind kind, const char *detail);
char *ante_words_lead_source (AnteLead *lead);
const char *ante_words_source_icon (AnteSourceKind kind);
const char *ante_words_kind (AnteMessageKind kind);
/* The last line of a lead as a row shows it: "You: see you then". Foreign text in it stands
 * isolated. */
char *ante_words_last_line (AnteLead *lead);
/* A sentence in which foreign text stands isolated, so that it keeps its order even where that text
 * comes first and is read from the other side. */
char *ante_words_in_order (const char *sentence);
/* "Call booked: today 15:00"; "" where there is nothing to say. @at: 0 where it is not known. */
char *ante_words_booking (AnteBookingMark booking, gint64 at, gint64 now);
char *ante_words_window (const AnteWindow *window, gint64 now);
/* As few as a card has room for, beside a sign of the window. */
char *ante_words_window_short (const AnteWindow *window, gint64 now);
char *ante_words_window_exact (const AnteWindow *window);

/* (nullable): how warm somebody is who came that way, and why; NULL where nobody can tell. */
const char *ante_words_trust (AnteSourceKind kind);

G_END_DECLS
