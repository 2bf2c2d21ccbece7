#pragma once

#include "engine/ante-assist-check.h"
#include "engine/ante-workspace.h"
#include "rules/ante-ai-settings.h"

G_BEGIN_DECLS

/* What a person says about AI: who is asked, and of whom nothing is. */

/* Which provider is asked from now on, and how: one act in the history, and one undo.
 * ANTE_ASSIST_ERROR when it cannot be so: there is no such provider or address, it would leave this
 * machine, or no model is chosen. _finish: the act, 0 when nothing had to change, -1 on error. */
void ante_command_set_ai_async (AnteWorkspace *workspace,
                                const AnteAiSettings *settings,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gint64 ante_command_set_ai_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* Nothing of these is ever sent to a provider; or it may be again. Ends with
 * ante_command_finish(). */
void ante_command_never_ai_async (AnteWorkspace *workspace,
                                  const gint64 *leads,
                                  guint n_leads,
                                  gboolean never,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* The key of a provider, kept where ante-secrets.h says. @key: (nullable): %NULL removes it. */
void ante_command_keep_ai_key_async (AnteWorkspace *workspace,
                                     const AnteAiSettings *settings,
                                     const char *key,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
ante_command_keep_ai_key_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/* Asks the provider of @settings, be they kept or not, for its models; or tries it out. @key:
 * (nullable): %NULL: the one that is kept. Nobody's data is in what is sent, and the ledger has it.
 * _finish: (transfer full) (element-type AnteAiModel), and a report. */
void ante_command_list_ai_models_async (AnteWorkspace *workspace,
                                        const AnteAiSettings *settings,
                                        const char *key,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
ante_command_list_ai_models_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);
void ante_command_test_ai_async (AnteWorkspace *workspace,
                                 const AnteAiSettings *settings,
                                 const char *key,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AnteAssistReport *
ante_command_test_ai_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

/**
 * AnteAiPreview:
 * @text: every word that would be sent
 * @fields: what is in it, with a space between
 * @n_bytes: of these words
 * @n_dropped: messages that were too much
 * @is_on: a provider is set up, so that it might be
 * @host: (nullable): to whom
 *
 * What would be sent for a draft to one lead.
 */
typedef struct {
  char *text;
  char *fields;
  gsize n_bytes;
  guint n_dropped;
  gboolean is_on;
  char *host;
} AnteAiPreview;

void ante_ai_preview_free (AnteAiPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAiPreview, ante_ai_preview_free)

/* Sends nothing. ANTE_ASSIST_ERROR_WITHHELD for who is never sent, NOT_FOUND of the store without a
 * playbook, EMPTY of ante-prompt.h without a message. */
void ante_command_preview_ai_async (AnteWorkspace *workspace,
                                    gint64 lead,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AnteAiPreview *
ante_command_preview_ai_finish (AnteWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
