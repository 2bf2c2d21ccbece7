#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-source.h"

#include "model/ante-party.h"
#include "rules/ante-window.h"

/**
 * ante_source_of_first:
 * @first: the oldest message known of a thread
 * @is_beginning: it is the thread's very first one, not just the oldest that Instagram still gives
 * @detail: (out) (optional) (nullable): the story's id, owned by @first
 *
 * What the wire alone tells of where a lead came from. An ad click, an ig.me link or a keyword flow
 * leave no trace in what can be polled, so a plain first message stays unknown rather than be
 * called organic.
 */
AnteSourceKind
ante_source_of_first (AnteMessage *first, gboolean is_beginning, const char **detail)
{
  if (detail != NULL)
    *detail = NULL;
  if (!is_beginning)
    return ANTE_SOURCE_UNKNOWN;

  if (ante_party_is_us (first->author))
    return ANTE_SOURCE_OUTBOUND;

  if (first->kind == ANTE_MESSAGE_STORY_REPLY) {
    if (detail != NULL)
      *detail = first->story_id;
    return ANTE_SOURCE_STORY_REPLY;
  }

  return ANTE_SOURCE_UNKNOWN;
}

/**
 * ante_source_is_reactivation:
 * @previous_at: the last message of either side before it, ms; 0 for none
 * @lead_message_at: the message of the lead, ms
 *
 * Returns: whether a lead that had gone quiet has come back
 */
gboolean
ante_source_is_reactivation (gint64 previous_at, gint64 lead_message_at)
{
  return previous_at > 0 && lead_message_at - previous_at >= ANTE_REACTIVATION_DAYS * ANTE_DAY_MS;
}
