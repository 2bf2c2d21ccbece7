#pragma once

#include "instagram/ante-instagram.h"

G_BEGIN_DECLS

/*
 * The browser sign-in with the coach's own Meta app (the second way; the first is a token pasted
 * from the app dashboard). The app secret is used for one exchange and never kept.
 */

/* The address of the consent page; @state is random and is checked afterwards. @oauth_url: NULL for
 * Instagram's own. */
char *ante_instagram_sign_in_url (const char *oauth_url,
                                  const char *app_id,
                                  const char *redirect_uri,
                                  const char *state);

/* The code in the pasted redirect address. DENIED when there is a refusal in it, NO_ANSWER when it
 * is not whole, OTHER_SIGN_IN when the state differs. */
char *ante_instagram_sign_in_parse (const char *pasted, const char *state, GError **error);

/*
 * Code to short-lived to long-lived token. @oauth_url and @api_url: NULL for Instagram's own.
 * CODE_ENDED, APP_REFUSED or REDIRECT when Instagram says so, NO_SIGN_IN when it only refuses.
 */
void ante_instagram_sign_in_async (const char *oauth_url,
                                   const char *api_url,
                                   const char *app_id,
                                   const char *app_secret,
                                   const char *redirect_uri,
                                   const char *code,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AnteToken *ante_instagram_sign_in_finish (GAsyncResult *result, GError **error);

G_END_DECLS
