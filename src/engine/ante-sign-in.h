#pragma once

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_SIGN_IN (ante_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (AnteSignIn, ante_sign_in, ANTE, SIGN_IN, GObject)

/*
 * The browser sign-in with the coach's own app: a page to consent on, and the address that the
 * browser lands on, pasted back. The app secret is used for one exchange and never kept.
 */
AnteSignIn *ante_sign_in_new (AnteWorkspace *workspace);

/* The address to open, or NULL with REDIRECT when @redirect_uri cannot be one. Each call makes what
 * was begun before void. */
char *
ante_sign_in_begin (AnteSignIn *self, const char *app_id, const char *redirect_uri, GError **error);

/* Understands what was pasted, gets a token for it and connects with that. */
void ante_sign_in_check_async (AnteSignIn *self,
                               const char *app_secret,
                               const char *pasted,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean ante_sign_in_check_finish (AnteSignIn *self, GAsyncResult *result, GError **error);

/* Where a real account is connected: Instagram, or the sandbox that ANTEROOM_API names, on loopback
 * alone. */
const char *ante_sign_in_get_api_url (void);

G_END_DECLS
