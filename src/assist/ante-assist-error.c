#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-assist-error.h"

G_DEFINE_QUARK (ante - assist - error - quark, ante_assist_error)

static const char *const nicks[] = {
  [ANTE_ASSIST_ERROR_OFF] = "off",
  [ANTE_ASSIST_ERROR_ADDRESS] = "address",
  [ANTE_ASSIST_ERROR_NOT_LOCAL] = "not-local",
  [ANTE_ASSIST_ERROR_LEDGER] = "ledger",
  [ANTE_ASSIST_ERROR_NO_KEY] = "no-key",
  [ANTE_ASSIST_ERROR_OFFLINE] = "offline",
  [ANTE_ASSIST_ERROR_TIMEOUT] = "timeout",
  [ANTE_ASSIST_ERROR_CUT] = "cut",
  [ANTE_ASSIST_ERROR_BAD_ANSWER] = "bad-answer",
  [ANTE_ASSIST_ERROR_KEY] = "key",
  [ANTE_ASSIST_ERROR_MONEY] = "no-money",
  [ANTE_ASSIST_ERROR_PERMISSION] = "permission",
  [ANTE_ASSIST_ERROR_MODEL] = "model",
  [ANTE_ASSIST_ERROR_TOO_LONG] = "too-long",
  [ANTE_ASSIST_ERROR_RATE] = "rate",
  [ANTE_ASSIST_ERROR_SERVER] = "server",
  [ANTE_ASSIST_ERROR_REJECTED] = "rejected",
  [ANTE_ASSIST_ERROR_TRUNCATED] = "truncated",
  [ANTE_ASSIST_ERROR_DECLINED] = "declined",
  [ANTE_ASSIST_ERROR_RESTING] = "resting",
  [ANTE_ASSIST_ERROR_LIMIT] = "limit",
  [ANTE_ASSIST_ERROR_PRICE] = "price",
  [ANTE_ASSIST_ERROR_WITHHELD] = "withheld",
};

const char *
ante_assist_error_to_nick (AnteAssistError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (nicks), "rejected");

  return nicks[code];
}

const char *
ante_assist_error_nick_of (const GError *error)
{
  if (error->domain == ANTE_ASSIST_ERROR)
    return ante_assist_error_to_nick ((AnteAssistError) error->code);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? "cancelled" : "failed";
}
