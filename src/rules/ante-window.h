#pragma once

#include "model/ante-lead.h"

G_BEGIN_DECLS

#define ANTE_HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)
#define ANTE_DAY_MS (24 * ANTE_HOUR_MS)

/**
 * AnteWindow:
 * @state: who may write now
 * @automation_until: end of the time in which automation may write, ms; 0 when it may not at all
 * @human_until: end of the time in which a person may write by the API, ms; 0 when never
 * @by_ad: the window is the longer one that an ad click opened
 *
 * The reply window of one lead at one moment. Advice, not truth: other acts of the person may open
 * a window that polling cannot see, and Instagram's own answer decides.
 */
typedef struct {
  AnteWindowState state;
  gint64 automation_until;
  gint64 human_until;
  gboolean by_ad;
} AnteWindow;

AnteWindow ante_window_at (AnteLead *lead, gboolean human_agent, gint64 now);
AnteWindow
ante_window_compute (gint64 last_lead_at, gint64 ad_first_at, gboolean human_agent, gint64 now);

/* How long before its end an open window is said to be closing. */
#define ANTE_WINDOW_CLOSING_MS (6 * ANTE_HOUR_MS)

gboolean ante_window_is_closing (const AnteWindow *window, gint64 now);
void ante_window_get_bounds (gint64 at, gint64 *heard_after, gint64 *ad_after);

G_END_DECLS
