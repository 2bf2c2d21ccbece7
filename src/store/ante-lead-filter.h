#pragma once

#include "rules/ante-filter-words.h"
#include "rules/ante-moment.h"

G_BEGIN_DECLS

/**
 * AnteLeadOrder:
 * @ANTE_LEAD_ORDER_NEWEST: newest message first
 * @ANTE_LEAD_ORDER_INBOX: who is pinned, then the others, each with the newest message first
 * @ANTE_LEAD_ORDER_BOARD: manual rank, then next due, then newest message (a column of the board)
 */
typedef enum {
  ANTE_LEAD_ORDER_NEWEST,
  ANTE_LEAD_ORDER_INBOX,
  ANTE_LEAD_ORDER_BOARD,
} AnteLeadOrder;

/**
 * AnteLeadSleep:
 * @ANTE_LEAD_SLEEP_ANY: snoozed or not
 * @ANTE_LEAD_SLEEP_AWAKE: only who is not snoozed at the filter's moment
 * @ANTE_LEAD_SLEEP_SNOOZED: only who is
 */
typedef enum {
  ANTE_LEAD_SLEEP_ANY,
  ANTE_LEAD_SLEEP_AWAKE,
  ANTE_LEAD_SLEEP_SNOOZED,
} AnteLeadSleep;

/**
 * AnteLeadFilter:
 * @stage_id: only this stage; 0 for any
 * @owner: (nullable): only this owner; %ANTE_PARTY_SETTER_PREFIX for any setter
 * @source: only this kind of first touch; -1 for any
 * @query: (nullable): words, each of which the name, handle or last line must hold
 * @words: (nullable): what else a person asks for
 * @owes_reply: only leads that are owed a reply
 * @unread: only leads with unread messages
 * @no_next_step: only live leads without a next step
 * @board: only what belongs on the sales board: no clients, no not-a-leads
 * @live: only live leads, which are those that must have an owner and a next step
 * @names: @query is sought in the name and the handle alone
 * @at_most: no more than so many, the first ones; 0 for all
 * @not_a_lead: those that are no leads instead, which are in no other list
 * @sleep: whether snoozed leads are meant
 * @moment: when this is asked, for @sleep and for what is timed in @words
 *
 * All of it must hold. A filter lends its words to whom it is handed; a copy owns them.
 */
typedef struct {
  gint64 stage_id;
  const char *owner;
  int source;
  const char *query;
  const AnteFilterWords *words;
  gboolean owes_reply;
  gboolean unread;
  gboolean no_next_step;
  gboolean board;
  gboolean live;
  gboolean names;
  guint at_most;
  gboolean not_a_lead;
  AnteLeadSleep sleep;
  AnteMoment moment;
} AnteLeadFilter;

#define ANTE_LEAD_FILTER_ALL                                                                       \
  {                                                                                                \
    .source = -1                                                                                   \
  }

AnteLeadFilter *ante_lead_filter_copy (const AnteLeadFilter *self);
void ante_lead_filter_free (AnteLeadFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteLeadFilter, ante_lead_filter_free)

gboolean ante_lead_filter_equal (const AnteLeadFilter *a, const AnteLeadFilter *b);

G_END_DECLS
