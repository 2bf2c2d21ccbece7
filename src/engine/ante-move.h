#pragma once

#include "model/ante-fact.h"

G_BEGIN_DECLS

/*
 * Leads on their way into a stage, with what is told of them on that way: one act, and one undo.
 */
typedef struct _AnteMove AnteMove;

/* @before_lead: see ante_command_move_async(). */
AnteMove *ante_move_new (const char *stage_key, gint64 before_lead);
void ante_move_free (AnteMove *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteMove, ante_move_free)

/* (transfer full): the same leads to the same place and owner, with nothing told yet. */
AnteMove *ante_move_copy_bare (const AnteMove *self);

/* They keep their order among themselves. */
void ante_move_add_lead (AnteMove *self, gint64 lead);
guint ante_move_get_n_leads (const AnteMove *self);
/* (transfer none) (array length=ante_move_get_n_leads): row ids. */
const gint64 *ante_move_get_leads (const AnteMove *self);
/* (nullable): who owns them there. */
void ante_move_set_owner (AnteMove *self, const char *owner);
/* One of its leads, or any other. */
void ante_move_add_fact (AnteMove *self, gint64 lead, AnteFactKind kind, const char *text);
/* @action: (nullable): leaves what is to be done, and by whom. @due: 0 is no date; without an
 * action it leaves the one there is. */
void ante_move_set_next_step (AnteMove *self, gint64 lead, const char *action, gint64 due);
/* @why: (nullable): the reason, for all of them. @anyway: though they lack what the stage asks for.
 */
void ante_move_set_why (AnteMove *self, const char *why, gboolean anyway);
const char *ante_move_get_why (const AnteMove *self);

/* (transfer full) (element-type AnteChange): first what is told, then the moves. */
GPtrArray *ante_move_make_changes (const AnteMove *self);

G_END_DECLS
