#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Where tokens and keys are kept: the Secret Service, and nowhere else. The one exception is made
 * for the sandbox and for tests: with ANTEROOM_SECRETS=file the secret of a loopback API lies in
 * secrets/ of the data folder (0700, 0600).
 */

/**
 * AnteSecretsError:
 * @ANTE_SECRETS_ERROR_NOT_KEPT: the Secret Service is not there, is locked or refused
 */
typedef enum {
  ANTE_SECRETS_ERROR_NOT_KEPT,
} AnteSecretsError;

#define ANTE_SECRETS_ERROR (ante_secrets_error_quark ())
GQuark ante_secrets_error_quark (void);

/* NULL without an error when there is none. The caller clears it: ante_secrets_clear_text(). */
void ante_secrets_lookup_async (const char *data_dir,
                                const char *api_url,
                                const char *user_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *ante_secrets_lookup_finish (GAsyncResult *result, GError **error);

/* @token NULL: removes it. */
void ante_secrets_store_async (const char *data_dir,
                               const char *api_url,
                               const char *user_id,
                               const char *token,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean ante_secrets_store_finish (GAsyncResult *result, GError **error);

/* The same for the key of an AI provider at @api_url. Both end with the _finish () of the token's.
 */
void ante_secrets_lookup_key_async (const char *data_dir,
                                    const char *provider,
                                    const char *api_url,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void ante_secrets_store_key_async (const char *data_dir,
                                   const char *provider,
                                   const char *api_url,
                                   const char *key,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* The same for what leads to a calendar of @id at @host: a token, or the address of a feed, which
 * is one. Only a calendar of this computer may lie in a file. */
void ante_secrets_lookup_calendar_async (const char *data_dir,
                                         const char *host,
                                         gint64 id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
void ante_secrets_store_calendar_async (const char *data_dir,
                                        const char *host,
                                        gint64 id,
                                        const char *secret,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

void ante_secrets_clear_text (char *secret);

G_END_DECLS
