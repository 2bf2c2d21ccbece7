#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-instagram-error.h"

G_DEFINE_QUARK (ante - instagram - error - quark, ante_instagram_error)

static const char *const nicks[] = {
  [ANTE_INSTAGRAM_ERROR_OFFLINE] = "offline",
  [ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME] = "unknown-outcome",
  [ANTE_INSTAGRAM_ERROR_BUSY] = "busy",
  [ANTE_INSTAGRAM_ERROR_THROTTLED] = "throttled",
  [ANTE_INSTAGRAM_ERROR_TOKEN] = "token",
  [ANTE_INSTAGRAM_ERROR_PERMISSION] = "permission",
  [ANTE_INSTAGRAM_ERROR_ROLE] = "role",
  [ANTE_INSTAGRAM_ERROR_ACCESS_OFF] = "access-off",
  [ANTE_INSTAGRAM_ERROR_NOT_ELIGIBLE] = "not-eligible",
  [ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED] = "window-closed",
  [ANTE_INSTAGRAM_ERROR_TAG_REFUSED] = "tag-refused",
  [ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE] = "cannot-receive",
  [ANTE_INSTAGRAM_ERROR_RESTRICTED] = "restricted",
  [ANTE_INSTAGRAM_ERROR_OTHER_APP] = "other-app",
  [ANTE_INSTAGRAM_ERROR_NO_CONSENT] = "no-consent",
  [ANTE_INSTAGRAM_ERROR_GONE] = "gone",
  [ANTE_INSTAGRAM_ERROR_COMMENT_USED] = "comment-used",
  [ANTE_INSTAGRAM_ERROR_REJECTED] = "rejected",
  [ANTE_INSTAGRAM_ERROR_BAD_ANSWER] = "bad-answer",
  [ANTE_INSTAGRAM_ERROR_ADDRESS] = "address",
  [ANTE_INSTAGRAM_ERROR_DENIED] = "denied",
  [ANTE_INSTAGRAM_ERROR_NO_ANSWER] = "no-answer",
  [ANTE_INSTAGRAM_ERROR_OTHER_SIGN_IN] = "other-sign-in",
  [ANTE_INSTAGRAM_ERROR_CODE_ENDED] = "code-ended",
  [ANTE_INSTAGRAM_ERROR_APP_REFUSED] = "app-refused",
  [ANTE_INSTAGRAM_ERROR_REDIRECT] = "redirect",
  [ANTE_INSTAGRAM_ERROR_NO_SIGN_IN] = "no-sign-in",
  [ANTE_INSTAGRAM_ERROR_FILE_REFUSED] = "file-refused",
  [ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED] = "upload-refused",
};

const char *
ante_instagram_error_to_nick (AnteInstagramError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (nicks), "rejected");

  return nicks[code];
}
