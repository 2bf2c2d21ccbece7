#pragma once

#include "engine/ante-workspace.h"
#include "rules/ante-filter-words.h"
#include "store/ante-store-views.h"

G_BEGIN_DECLS

/*
 * What a person does to the filters and searches that are kept under a name. None of it concerns a
 * lead, so none is an act in the history: whoever deletes one is asked before.
 */

/* @id 0 keeps a new one; else its name (nullable) or what it asks for (nullable) is changed. Spaces
 * round a name are left out. Errors: see ante_store_set_view_async(). */
void ante_command_set_view_async (AnteWorkspace *workspace,
                                  AnteViewKind kind,
                                  gint64 id,
                                  const char *name,
                                  const char *filter,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gint64
ante_command_set_view_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

void ante_command_delete_view_async (AnteWorkspace *workspace,
                                     AnteViewKind kind,
                                     gint64 id,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
ante_command_delete_view_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* The filter that stands when the board is opened again. Nobody waits for it. */
void ante_command_keep_filter (AnteWorkspace *workspace, const AnteFilterWords *words);
/* Gives the words as they are typed, %NULL when none were kept. */
void ante_command_get_kept_filter_async (AnteWorkspace *workspace,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
AnteFilterWords *ante_command_get_kept_filter_finish (AnteWorkspace *workspace,
                                                      GAsyncResult *result,
                                                      GError **error);

G_END_DECLS
