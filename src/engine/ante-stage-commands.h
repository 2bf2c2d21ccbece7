#pragma once

#include "engine/ante-commands.h"
#include "store/ante-store-stages.h"

G_BEGIN_DECLS

/*
 * What a person can do to the stages of the board. The window and anteroomctl call the same
 * functions; each but the last is one act in the history and one undo. All end with
 * ante_command_finish(). @key: see AnteStage.
 */

void ante_command_rename_stage_async (AnteWorkspace *workspace,
                                      const char *key,
                                      const char *name,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* @limit: 0 for none. */
void ante_command_limit_stage_async (AnteWorkspace *workspace,
                                     const char *key,
                                     int limit,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* @days: 0 for never. */
void ante_command_age_stage_async (AnteWorkspace *workspace,
                                   const char *key,
                                   int days,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* @words: of ante_gate_get_words(). */
void ante_command_require_in_stage_async (AnteWorkspace *workspace,
                                          const char *key,
                                          const char *const *words,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
/* The four of them at once, as one form has them. */
void ante_command_set_up_stage_async (AnteWorkspace *workspace,
                                      const char *key,
                                      const char *name,
                                      int limit,
                                      int days,
                                      const char *const *words,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* @position: among all stages, hidden ones too, from 0. */
void ante_command_place_stage_async (AnteWorkspace *workspace,
                                     const char *key,
                                     int position,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Its leads stay in it, are counted and can be found. */
void ante_command_hide_stage_async (AnteWorkspace *workspace,
                                    const char *key,
                                    gboolean hidden,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* From an order by hand back to the order by next due. */
void ante_command_order_stage_by_due_async (AnteWorkspace *workspace,
                                            const char *key,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
/* Behind @after, whose role it takes. */
void ante_command_add_stage_async (AnteWorkspace *workspace,
                                   const char *after,
                                   const char *name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* All leads of @key go to @into, and @key is gone. */
void ante_command_merge_stage_async (AnteWorkspace *workspace,
                                     const char *key,
                                     const char *into,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* A view of it: kept, but no act, so that _finish gives 0. */
void ante_command_collapse_stage_async (AnteWorkspace *workspace,
                                        const char *key,
                                        gboolean collapsed,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

G_END_DECLS
