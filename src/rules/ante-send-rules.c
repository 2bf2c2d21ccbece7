#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-send-rules.h"

#include <string.h>

#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "rules/ante-window.h"

static void
check_text (AnteVerdict *verdict, const char *text)
{
  g_autofree char *trimmed = NULL;

  if (!g_utf8_validate (text, -1, NULL)) {
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "invalid_text", "The text is not valid UTF-8");
    return;
  }

  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "template_artifact", "There is nothing to send");
  if (strlen (text) > ANTE_TEXT_MAX_BYTES)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "too_long",
                      "Instagram takes no more than 1000 bytes in one message");
}

static void
check_window (AnteVerdict *verdict, const AnteSendContext *context, gboolean automatic)
{
  AnteWindow window = ante_window_at (context->lead, context->human_agent, context->now);

  if (window.state == ANTE_WINDOW_NONE)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "window_closed",
                      "This person has not written yet, and Instagram lets nobody write first");
  else if (window.state == ANTE_WINDOW_CLOSED)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "window_closed",
                      "The reply window is closed; it can only go on in Instagram itself");
  else if (window.state == ANTE_WINDOW_HUMAN && automatic)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "window_human_only",
                      "More than 24 hours have passed; only a person may write now");
}

static void
check_automation (AnteVerdict *verdict, const AnteSendContext *context)
{
  AnteLead *lead = context->lead;

  if (context->paused)
    ante_verdict_add (verdict, ANTE_VERDICT_HOLD, "automation_paused", "All automation is paused");
  if (lead->no_automation)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "no_automation",
                      "No automation may touch this lead");
  if (lead->is_client)
    ante_verdict_add (verdict, ANTE_VERDICT_HOLD, "existing_client", "This lead is a client");
  if (lead->not_a_lead != NULL)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "not_a_lead", "This thread is no lead");
  if (g_strcmp0 (lead->owner, ANTE_PARTY_AI) != 0)
    ante_verdict_add (verdict, ANTE_VERDICT_HOLD, "human_owner", "A person owns this lead");
  if (context->answered_since)
    ante_verdict_add (verdict, ANTE_VERDICT_HOLD, "double_reply",
                      "The lead's last message has been answered already");
  if (context->automatic_in_a_row >= ANTE_SEND_MAX_AUTOMATIC_IN_A_ROW)
    ante_verdict_add (verdict, ANTE_VERDICT_HOLD, "automation_cap",
                      "Too many automatic messages in a row");
}

/**
 * ante_send_rules_check:
 * @context: the state of the world; of its lead nothing is changed
 * @text: what is to be sent
 *
 * The rules of state that hold for every text, whoever wrote it, before any playbook is asked.
 * Pure: the same input gives the same verdict.
 *
 * Returns: (transfer full): the verdict, all findings in it
 */
AnteVerdict *
ante_send_rules_check (const AnteSendContext *context, const char *text)
{
  AnteVerdict *verdict = ante_verdict_new ();
  gboolean automatic = ante_party_is_automatic (context->author);

  if (!context->has_file)
    check_text (verdict, text);
  else if (automatic)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "automatic_file", "Only a person sends files");
  check_window (verdict, context, automatic);
  if (context->lead->cannot_receive)
    ante_verdict_add (verdict, ANTE_VERDICT_BLOCK, "cannot_receive",
                      "Instagram says that this person cannot or will not receive messages");
  if (automatic)
    check_automation (verdict, context);
  return verdict;
}
