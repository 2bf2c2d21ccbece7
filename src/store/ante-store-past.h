#pragma once

#include "store/ante-store-changes.h"

G_BEGIN_DECLS

/**
 * AntePastAct:
 * @igsid: whose lead
 * @at: when it was done, ms
 * @actor: by whom
 * @why: (nullable): the reason given
 * @changes: (element-type AnteChange): what changed; their lead ids are not looked at
 *
 * One act that is told of afterwards.
 */
typedef struct {
  char *igsid;
  gint64 at;
  char *actor;
  char *why;
  GPtrArray *changes;
} AntePastAct;

AntePastAct *ante_past_act_new (const char *igsid, gint64 at, const char *actor, const char *why);
/* An act without any only says that the lead was there by then. */
void
ante_past_act_add (AntePastAct *self, const char *field, const char *value, const char *detail);
void ante_past_act_free (AntePastAct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePastAct, ante_past_act_free)

/*
 * Writes a past into the history: @acts (element-type AntePastAct), each at its own time, in one
 * transaction. Leads that a person has touched, or that are not there, are left as they are; the
 * others have been here since they first wrote. It is no act of the person who is here now, so the
 * newest act that undo takes back is never one of these. Each @name is written once: _finish gives
 * how many leads it is about, 0 when it was written before, -1 on error, and then nothing was.
 */
void ante_store_write_past_async (AnteStore *self,
                                  const char *name,
                                  GPtrArray *acts,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gssize ante_store_write_past_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
