#pragma once

#include "model/ante-follow-up.h"
#include "model/ante-lead.h"
#include "rules/ante-moment.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/**
 * AnteTodayGroup:
 * @ANTE_TODAY_AGREEMENT: a handoff is at risk or was broken
 * @ANTE_TODAY_CLOSING: they wait for an answer, and the reply window closes soon
 * @ANTE_TODAY_OVERDUE: the time of the next step has passed
 * @ANTE_TODAY_DUE: the next step is due later today
 * @ANTE_TODAY_OWES: they wait for an answer
 * @ANTE_TODAY_CALL: a call within the day
 * @ANTE_TODAY_QUIET: a warm lead that nobody has a plan for has gone quiet
 * @ANTE_TODAY_NO_OWNER: nobody owns it
 * @ANTE_TODAY_NO_STEP: nothing is to be done next
 * @ANTE_TODAY_NO_SOURCE: nobody knows where it came from
 *
 * Why a lead is on today's list, in the order of what cannot wait.
 */
typedef enum {
  ANTE_TODAY_AGREEMENT,
  ANTE_TODAY_CLOSING,
  ANTE_TODAY_OVERDUE,
  ANTE_TODAY_DUE,
  ANTE_TODAY_OWES,
  ANTE_TODAY_CALL,
  ANTE_TODAY_QUIET,
  ANTE_TODAY_NO_OWNER,
  ANTE_TODAY_NO_STEP,
  ANTE_TODAY_NO_SOURCE,
} AnteTodayGroup;

#define ANTE_TODAY_N_GROUPS (ANTE_TODAY_NO_SOURCE + 1)

const char *ante_today_group_to_nick (AnteTodayGroup group);

/**
 * AnteTodayRow:
 * @at: the time that put it here and gives its place, ms: the end of the window, when it is due,
 * since when they wait, …
 * @follow_up: (nullable): the one that is planned
 */
typedef struct {
  AnteLead *lead;
  gint64 at;
  AnteFollowUp *follow_up;
} AnteTodayRow;

/**
 * AnteToday:
 * @counts: how many leads belong in each group; a lead may belong in several
 * @rows: (element-type AnteTodayRow): the first of each
 * @waiting: drafts that wait for a person
 * @next_at: when the next step is due of which the time has not come yet, ms; 0 for none
 */
typedef struct {
  guint counts[ANTE_TODAY_N_GROUPS];
  GPtrArray *rows[ANTE_TODAY_N_GROUPS];
  guint waiting;
  gint64 next_at;
} AnteToday;

void ante_today_free (AnteToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteToday, ante_today_free)

/**
 * AnteTodayQuestion:
 * @owner: (nullable): only what this party is to do; %ANTE_PARTY_SETTER_PREFIX for any setter
 * @quiet_ms: how long a silence makes a warm lead quiet
 * @limit: how many rows of each group
 */
typedef struct {
  AnteMoment moment;
  const char *owner;
  gint64 quiet_ms;
  guint limit;
} AnteTodayQuestion;

#define ANTE_TODAY_QUIET_MS (G_GINT64_CONSTANT (3) * 24 * 60 * 60 * 1000)

/* Each group is read from an index of its own, so that it takes as long with a hundred thousand
 * leads as with ten. @question is copied. */
void ante_store_read_today_async (AnteStore *self,
                                  const AnteTodayQuestion *question,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteToday *ante_store_read_today_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
