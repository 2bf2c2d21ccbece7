#pragma once

#include "assist/ante-provider.h"
#include "rules/ante-ai-settings.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

#define ANTE_TYPE_ASSISTANT (ante_assistant_get_type ())
G_DECLARE_FINAL_TYPE (AnteAssistant, ante_assistant, ANTE, ASSISTANT, GObject)

/*
 * The provider of AI that a person has set up, with its key and its ledger. It follows the
 * settings. While AI is off there is no provider, and nothing to be opened.
 */
AnteAssistant *ante_assistant_new (AnteStore *store, const char *data_dir);
/* Ends what is under way. */
void ante_assistant_stop (AnteAssistant *self);

/* The settings as they are by now. _finish: FALSE where they cannot be read. */
void ante_assistant_load_async (AnteAssistant *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ante_assistant_load_finish (AnteAssistant *self, GAsyncResult *result, GError **error);
/* As last read; off before. */
const AnteAiSettings *ante_assistant_get_settings (AnteAssistant *self);

/* Whose provider it is: "ai" for a model, "echo" for a scripted one: see #AnteDraft. */
const char *ante_assistant_get_origin (AnteAssistant *self);

/**
 * ante_assistant_ask_async:
 * @prompt: what is asked
 * @lead_id: whom it is about
 * @burst_at: up to when they were heard, ms: where they have written since, nothing leaves
 *
 * The end of it is an #AnteCompletion, or the error of the provider, of the store that keeps the
 * ledger, or of the keyring.
 */
void ante_assistant_ask_async (AnteAssistant *self,
                               const AntePrompt *prompt,
                               gint64 lead_id,
                               gint64 burst_at,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AnteCompletion *
ante_assistant_ask_finish (AnteAssistant *self, GAsyncResult *result, GError **error);

/* The provider, made with the key from the keyring: for a test, and the list of models. _finish:
 * (transfer full). */
void ante_assistant_open_async (AnteAssistant *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AnteProvider *
ante_assistant_open_finish (AnteAssistant *self, GAsyncResult *result, GError **error);
/* What was learnt, and what is wrong with it, is forgotten: a person has seen to it. */
void ante_assistant_reset (AnteAssistant *self);

/* For tests: waits of the provider as short as can be told apart. */
void ante_assistant_hurry (AnteAssistant *self);

G_END_DECLS
