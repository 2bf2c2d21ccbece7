#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AnteAssistError:
 * @ANTE_ASSIST_ERROR_OFF: no provider is set up: nothing was asked of anybody
 * @ANTE_ASSIST_ERROR_ADDRESS: the address is not understood, or is neither https nor nearby
 * @ANTE_ASSIST_ERROR_NOT_LOCAL: it would leave this machine, which is switched off
 * @ANTE_ASSIST_ERROR_LEDGER: it could not be written down what leaves, so nothing left
 * @ANTE_ASSIST_ERROR_NO_KEY: the key cannot be one
 * @ANTE_ASSIST_ERROR_OFFLINE: the provider could not be reached; nothing left
 * @ANTE_ASSIST_ERROR_TIMEOUT: no answer in time
 * @ANTE_ASSIST_ERROR_CUT: the answer broke off
 * @ANTE_ASSIST_ERROR_BAD_ANSWER: no JSON, too large, too deep, a web page, a redirect, or not of
 * the shape that was asked for
 * @ANTE_ASSIST_ERROR_KEY: the key was refused
 * @ANTE_ASSIST_ERROR_MONEY: no credit is left, or a limit of spending is reached
 * @ANTE_ASSIST_ERROR_PERMISSION: the account may not do this
 * @ANTE_ASSIST_ERROR_MODEL: there is no such model
 * @ANTE_ASSIST_ERROR_TOO_LONG: the prompt is longer than the model takes
 * @ANTE_ASSIST_ERROR_RATE: too much was asked in a short time
 * @ANTE_ASSIST_ERROR_SERVER: the provider has trouble of its own
 * @ANTE_ASSIST_ERROR_REJECTED: the request was refused, and asking in other ways did not help
 * @ANTE_ASSIST_ERROR_TRUNCATED: the answer did not fit: it is no draft
 * @ANTE_ASSIST_ERROR_DECLINED: the model, or a filter behind it, would not answer
 * @ANTE_ASSIST_ERROR_RESTING: it failed too often; it is left alone for a while, or until a person
 * has seen to it
 * @ANTE_ASSIST_ERROR_LIMIT: the person's own limit of spending is reached: the ledger let nothing
 * leave
 * @ANTE_ASSIST_ERROR_PRICE: there is such a limit, and nobody knows what a call costs
 * @ANTE_ASSIST_ERROR_WITHHELD: the ledger lets nothing leave of whom it is about, or no more
 *
 * Split by what the caller can do. Messages carry status, code and request id, never foreign
 * sentences, a lead's words or a key.
 */
typedef enum {
  ANTE_ASSIST_ERROR_OFF,
  ANTE_ASSIST_ERROR_ADDRESS,
  ANTE_ASSIST_ERROR_NOT_LOCAL,
  ANTE_ASSIST_ERROR_LEDGER,
  ANTE_ASSIST_ERROR_NO_KEY,
  ANTE_ASSIST_ERROR_OFFLINE,
  ANTE_ASSIST_ERROR_TIMEOUT,
  ANTE_ASSIST_ERROR_CUT,
  ANTE_ASSIST_ERROR_BAD_ANSWER,
  ANTE_ASSIST_ERROR_KEY,
  ANTE_ASSIST_ERROR_MONEY,
  ANTE_ASSIST_ERROR_PERMISSION,
  ANTE_ASSIST_ERROR_MODEL,
  ANTE_ASSIST_ERROR_TOO_LONG,
  ANTE_ASSIST_ERROR_RATE,
  ANTE_ASSIST_ERROR_SERVER,
  ANTE_ASSIST_ERROR_REJECTED,
  ANTE_ASSIST_ERROR_TRUNCATED,
  ANTE_ASSIST_ERROR_DECLINED,
  ANTE_ASSIST_ERROR_RESTING,
  ANTE_ASSIST_ERROR_LIMIT,
  ANTE_ASSIST_ERROR_PRICE,
  ANTE_ASSIST_ERROR_WITHHELD,
} AnteAssistError;

#define ANTE_ASSIST_ERROR (ante_assist_error_quark ())
GQuark ante_assist_error_quark (void);

/* A stable word for the code: "offline", "key", "no-money", … */
const char *ante_assist_error_to_nick (AnteAssistError code);
/* The same of any error: "cancelled" and "failed" for those of others. */
const char *ante_assist_error_nick_of (const GError *error);

G_END_DECLS
