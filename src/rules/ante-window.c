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
