#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assist-advice.h"

#include <glib/gi18n.h>

static const AnteAdvice advice[] = {
  [ANTE_ASSIST_ERROR_OFF] = { N_ ("AI is off"),
                              N_ ("Nothing was asked of anybody. Answers come from the playbook "
                                  "and from you.") },
  [ANTE_ASSIST_ERROR_ADDRESS] = { N_ ("This is not the provider's address"),
                                  N_ ("Nothing can be asked there. Write it as the provider does, "
                                      "with https; http is for this computer and its own "
                                      "network.") },
  [ANTE_ASSIST_ERROR_NOT_LOCAL] = { N_ ("This would leave your computer"),
                                    N_ ("Only this computer may be asked, so nothing was sent. "
                                        "Choose a model that runs here, or allow others in the "
                                        "preferences.") },
  [ANTE_ASSIST_ERROR_LEDGER] = { N_ ("It could not be written down what leaves"),
                                 N_ ("So nothing was sent. Make room on the disk, then try "
                                     "again.") },
  [ANTE_ASSIST_ERROR_NO_KEY] = { N_ ("This cannot be a key"),
                                 N_ ("Nothing was sent. Copy it once more, whole, and without "
                                     "line breaks.") },
  [ANTE_ASSIST_ERROR_OFFLINE] = { N_ ("The AI provider cannot be reached"),
                                  N_ ("No draft came. Check the connection, or whether the "
                                      "program that runs the model is started.") },
  [ANTE_ASSIST_ERROR_TIMEOUT] = { N_ ("The AI provider took too long"),
                                  N_ ("No draft came. Try again; a smaller model answers "
                                      "sooner.") },
  [ANTE_ASSIST_ERROR_CUT] = { N_ ("The answer broke off"),
                              N_ ("What had come of it was thrown away. Try again.") },
  [ANTE_ASSIST_ERROR_BAD_ANSWER] = { N_ ("The answer could not be used"),
                                     N_ ("It was not what was asked for. Try again; if it stays "
                                         "so, check the address or choose another model.") },
  [ANTE_ASSIST_ERROR_KEY] = { N_ ("The AI provider does not accept the key"),
                              N_ ("No draft came. Make a new key at the provider and put it in "
                                  "the place of this one.") },
  [ANTE_ASSIST_ERROR_MONEY] = { N_ ("No credit is left at the AI provider"),
                                N_ ("No draft came, and it is not tried again by itself. Add "
                                    "credit there, or raise your limit.") },
  [ANTE_ASSIST_ERROR_PERMISSION] = { N_ ("The AI provider does not allow this"),
                                     N_ ("No draft came. The account may lack a permission or the "
                                         "model may not be offered where you are.") },
  [ANTE_ASSIST_ERROR_MODEL] = { N_ ("There is no such model"),
                                N_ ("No draft came. Choose one from the list; with Ollama, pull "
                                    "it first.") },
  [ANTE_ASSIST_ERROR_TOO_LONG] = { N_ ("This is too long for the model"),
                                   N_ ("No draft came. Choose a model with a larger context, or "
                                       "shorten the playbook.") },
  [ANTE_ASSIST_ERROR_RATE] = { N_ ("The AI provider asks to slow down"),
                               N_ ("No draft came. It goes on by itself in a while.") },
  [ANTE_ASSIST_ERROR_SERVER] = { N_ ("The AI provider has trouble of its own"),
                                 N_ ("No draft came. It is tried again with the next message.") },
  [ANTE_ASSIST_ERROR_REJECTED] = { N_ ("The AI provider refused the request"),
                                   N_ ("No draft came. Another model may take it.") },
  [ANTE_ASSIST_ERROR_TRUNCATED] = { N_ ("The answer did not fit"),
                                    N_ ("A draft that is cut is none. Another model may need "
                                        "fewer words.") },
  [ANTE_ASSIST_ERROR_DECLINED] = { N_ ("The model would not answer"),
                                   N_ ("Look at the thread and answer yourself.") },
  [ANTE_ASSIST_ERROR_RESTING] = { N_ ("The AI provider is left alone for now"),
                                  N_ ("It failed several times, or waits for you to see to its "
                                      "key or credit. Test the connection to go on.") },
  [ANTE_ASSIST_ERROR_LIMIT] = { N_ ("Your limit of spending for the month is reached"),
                                N_ ("Nothing was sent. Answers come from the playbook and from "
                                    "you until the next month, or until you raise the limit.") },
  [ANTE_ASSIST_ERROR_PRICE] = { N_ ("What this model costs is not known"),
                                N_ ("A limit of spending cannot be held without it, so nothing "
                                    "was sent. Write the model's prices into the "
                                    "preferences.") },
  [ANTE_ASSIST_ERROR_WITHHELD] = { N_ ("Nothing of this lead is sent to AI"),
                                   N_ ("So nothing was sent. Answers to them come from the "
                                       "playbook and from you.") },
};

AnteAdvice
ante_assist_advice_for (AnteAssistError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (advice), advice[ANTE_ASSIST_ERROR_OFF]);

  return advice[code];
}
