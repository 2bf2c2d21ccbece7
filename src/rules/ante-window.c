#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-window.h"

/**
 * ante_window_compute:
 * @last_lead_at: newest message of the lead, ms; 0 for none
 * @ad_first_at: first message after an ad click, ms; 0 for none
 * @human_agent: the account's app has the Human Agent feature
 * @now: the time by Instagram's clock, ms
 *
 * 24 hours from the lead's last message; 7 days from the first message after a click-to-Direct ad
 * (the stricter reading of the policy text); a person with the human-agent tag until 7 days after
 * the last message. See
 * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api
 */
AnteWindow
ante_window_compute (gint64 last_lead_at, gint64 ad_first_at, gboolean human_agent, gint64 now)
{
  AnteWindow window = { ANTE_WINDOW_NONE, 0, 0, FALSE };

  if (last_lead_at <= 0)
    return window;

  window.automation_until = last_lead_at + ANTE_DAY_MS;
  if (ad_first_at > 0 && ad_first_at + 7 * ANTE_DAY_MS > window.automation_until) {
    window.automation_until = ad_first_at + 7 * ANTE_DAY_MS;
    window.by_ad = TRUE;
  }

  window.human_until = window.automation_until;
  if (human_agent)
    window.human_until = MAX (window.human_until, last_lead_at + 7 * ANTE_DAY_MS);

  if (now < window.automation_until)
    window.state = ANTE_WINDOW_OPEN;
  else if (now < window.human_until)
    window.state = ANTE_WINDOW_HUMAN;
  else
    window.state = ANTE_WINDOW_CLOSED;
  return window;
}

AnteWindow
ante_window_at (AnteLead *lead, gboolean human_agent, gint64 now)
{
  return ante_window_compute (lead->last_lead_at, lead->ad_first_at, human_agent, now);
}

/**
 * ante_window_is_closing:
 *
 * Returns: whether it is open, but for a few hours only: who owes a reply has to hurry
 */
gboolean
ante_window_is_closing (const AnteWindow *window, gint64 now)
{
  return window->state == ANTE_WINDOW_OPEN &&
         window->automation_until - now < ANTE_WINDOW_CLOSING_MS;
}

/**
 * ante_window_get_bounds:
 * @heard_after: (out): who wrote after this, ms,
 * @ad_after: (out): or wrote first after this at an ad
 *
 * The open window of ante_window_compute() the other way round, for whoever looks through many
 * leads: their windows are open at @at.
 */
void
ante_window_get_bounds (gint64 at, gint64 *heard_after, gint64 *ad_after)
{
  *heard_after = MAX (at - ANTE_DAY_MS, 0);
  *ad_after = MAX (at - 7 * ANTE_DAY_MS, 0);
}
