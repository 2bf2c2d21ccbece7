#pragma once

#include "engine/ante-judge-text.h"
#include "engine/ante-workspace.h"
#include "store/ante-store-drafts.h"

G_BEGIN_DECLS

/*
 * What a person decides about what the machine proposes. Each is one act in the history and one
 * undo: an approval until it has left. All end with ante_command_draft_finish(), which gives the
 * act's group id (-1: error).
 */

#define ANTE_DRAFT_ERROR (ante_draft_error_quark ())
GQuark ante_draft_error_quark (void);

/**
 * AnteDraftError:
 * @ANTE_DRAFT_ERROR_BLOCKED: a rule forbids these words: they have to be changed
 * @ANTE_DRAFT_ERROR_UNSURE: a rule asks for a person: to be approved anyway, that has to be said
 * @ANTE_DRAFT_ERROR_NONE_SAFE: of several, none is all green
 */
typedef enum {
  ANTE_DRAFT_ERROR_BLOCKED,
  ANTE_DRAFT_ERROR_UNSURE,
  ANTE_DRAFT_ERROR_NONE_SAFE,
} AnteDraftError;

/* Judged once more, and put into the outbox for the usual seconds. @anyway: though a rule asks for
 * a person, who has looked. @text: (nullable): in a person's words. CONFLICT when it is stale or
 * was decided already. */
void ante_command_approve_draft_async (AnteWorkspace *workspace,
                                       gint64 draft,
                                       const char *text,
                                       gboolean anyway,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* All of @drafts that every rule lets through, as one act; the others stay.
 * ante_command_draft_get_count() tells how many. */
void ante_command_approve_safe_drafts_async (AnteWorkspace *workspace,
                                             const gint64 *drafts,
                                             guint n_drafts,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
/* @words: (nullable): a person's own. */
void ante_command_reject_draft_async (AnteWorkspace *workspace,
                                      gint64 draft,
                                      AnteRejectReason reason,
                                      const char *words,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* A person answers this thread: the draft goes, and the lead is theirs. */
void ante_command_take_over_async (AnteWorkspace *workspace,
                                   gint64 draft,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* @until: ms. */
void ante_command_hold_draft_async (AnteWorkspace *workspace,
                                    gint64 draft,
                                    gint64 until,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gint64 ante_command_draft_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);
guint ante_command_draft_get_count (GAsyncResult *result);
/* (transfer none) (nullable): after BLOCKED and UNSURE, what the rules said. */
const AnteVerdict *ante_command_draft_get_verdict (GAsyncResult *result);

/* A draft for a lead now, by hand: it never leaves by itself. _finish: see #AnteDraftLeadResult. */
void ante_command_make_draft_async (AnteWorkspace *workspace,
                                    gint64 lead,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
int ante_command_make_draft_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* What the rules would say of @text to that lead by a person, for an editor that checks while
 * somebody types; nothing is recorded. _finish: see ante-judge-text.h. */
void ante_command_check_text_async (AnteWorkspace *workspace,
                                    gint64 lead,
                                    const char *text,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AnteJudged *
ante_command_check_text_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
