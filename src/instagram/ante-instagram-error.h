#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteInstagramError:
 * @ANTE_INSTAGRAM_ERROR_OFFLINE: the request surely did not leave: refused, no name, no TLS
 * @ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME: a send left and no usable answer came, or it was cancelled
 * too late: never again by itself
 * @ANTE_INSTAGRAM_ERROR_BUSY: a read: Instagram's own trouble (codes 1, 2, HTTP 5xx), too much
 * asked at once, or no whole answer in time; it may be tried again
 * @ANTE_INSTAGRAM_ERROR_THROTTLED: the rate limit; ante_instagram_get_retry_at() says until
 * when
 * @ANTE_INSTAGRAM_ERROR_TOKEN: 190, 102: sign in again
 * @ANTE_INSTAGRAM_ERROR_PERMISSION: a scope is missing or was withdrawn
 * @ANTE_INSTAGRAM_ERROR_ROLE: the account has no role on the app, or a wrong kind of token
 * @ANTE_INSTAGRAM_ERROR_ACCESS_OFF: 200/2534041: the owner switched off message access
 * @ANTE_INSTAGRAM_ERROR_NOT_ELIGIBLE: 36103: the account cannot use messaging yet
 * @ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED: 10/2534022: outside the reply window
 * @ANTE_INSTAGRAM_ERROR_TAG_REFUSED: the human-agent tag is not granted to the app
 * @ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE: 551 and friends: this person cannot or will not receive
 * @ANTE_INSTAGRAM_ERROR_RESTRICTED: 368, 613/2018338, 10/1893063, 100/2534029: stop all sends until
 * a person looks
 * @ANTE_INSTAGRAM_ERROR_OTHER_APP: another app owns the thread
 * @ANTE_INSTAGRAM_ERROR_NO_CONSENT: 230: no profile until the person writes
 * @ANTE_INSTAGRAM_ERROR_GONE: 9000001, 100/33: no longer readable
 * @ANTE_INSTAGRAM_ERROR_COMMENT_USED: 100/2534025: no private reply to this comment any more
 * @ANTE_INSTAGRAM_ERROR_REJECTED: any other refusal: the request was wrong; surely not done
 * @ANTE_INSTAGRAM_ERROR_BAD_ANSWER: not JSON, too large, too deep or not what was asked for (a
 * read)
 * @ANTE_INSTAGRAM_ERROR_ADDRESS: the API address is not allowed (neither https nor loopback), or
 * not understood
 * @ANTE_INSTAGRAM_ERROR_DENIED: sign-in: the person, or Instagram for them, refused consent
 * @ANTE_INSTAGRAM_ERROR_NO_ANSWER: sign-in: what was pasted is not the whole redirect address
 * @ANTE_INSTAGRAM_ERROR_OTHER_SIGN_IN: sign-in: the pasted answer is to another question
 * @ANTE_INSTAGRAM_ERROR_CODE_ENDED: sign-in: the code was used already, or is older than an hour
 * @ANTE_INSTAGRAM_ERROR_APP_REFUSED: sign-in: the app id or the secret is not the right one
 * @ANTE_INSTAGRAM_ERROR_REDIRECT: sign-in: the redirect address is not https, or not the registered
 * one
 * @ANTE_INSTAGRAM_ERROR_NO_SIGN_IN: sign-in: refused for a reason that Instagram did not tell
 * @ANTE_INSTAGRAM_ERROR_FILE_REFUSED: 100/2018047, 100/2018109: a file of a type or size that is
 * not taken
 * @ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED: files are not taken from here at all; surely nothing was
 * sent
 *
 * Split by what the caller can do. Messages carry code, subcode and trace id, never foreign text or
 * a token.
 */
typedef enum {
  ANTE_INSTAGRAM_ERROR_OFFLINE,
  ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME,
  ANTE_INSTAGRAM_ERROR_BUSY,
  ANTE_INSTAGRAM_ERROR_THROTTLED,
  ANTE_INSTAGRAM_ERROR_TOKEN,
  ANTE_INSTAGRAM_ERROR_PERMISSION,
  ANTE_INSTAGRAM_ERROR_ROLE,
  ANTE_INSTAGRAM_ERROR_ACCESS_OFF,
  ANTE_INSTAGRAM_ERROR_NOT_ELIGIBLE,
  ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED,
  ANTE_INSTAGRAM_ERROR_TAG_REFUSED,
  ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE,
  ANTE_INSTAGRAM_ERROR_RESTRICTED,
  ANTE_INSTAGRAM_ERROR_OTHER_APP,
  ANTE_INSTAGRAM_ERROR_NO_CONSENT,
  ANTE_INSTAGRAM_ERROR_GONE,
  ANTE_INSTAGRAM_ERROR_COMMENT_USED,
  ANTE_INSTAGRAM_ERROR_REJECTED,
  ANTE_INSTAGRAM_ERROR_BAD_ANSWER,
  ANTE_INSTAGRAM_ERROR_ADDRESS,
  ANTE_INSTAGRAM_ERROR_DENIED,
  ANTE_INSTAGRAM_ERROR_NO_ANSWER,
  ANTE_INSTAGRAM_ERROR_OTHER_SIGN_IN,
  ANTE_INSTAGRAM_ERROR_CODE_ENDED,
  ANTE_INSTAGRAM_ERROR_APP_REFUSED,
  ANTE_INSTAGRAM_ERROR_REDIRECT,
  ANTE_INSTAGRAM_ERROR_NO_SIGN_IN,
  ANTE_INSTAGRAM_ERROR_FILE_REFUSED,
  ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED,
} AnteInstagramError;

#define ANTE_INSTAGRAM_ERROR (ante_instagram_error_quark ())
GQuark ante_instagram_error_quark (void);

/* A stable word for the code, for the outbox's "error", JSON and tests: "offline", "window-closed",
 * "token", … */
const char *ante_instagram_error_to_nick (AnteInstagramError code);

G_END_DECLS
