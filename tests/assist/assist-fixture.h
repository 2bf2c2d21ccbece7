#pragma once

#include "ante-test.h"
#include "assist-server.h"
#include "assist/ante-anthropic.h"
#include "assist/ante-ollama.h"
#include "assist/ante-openai.h"

G_BEGIN_DECLS

#define KEY "sk-example-KEY-0123456789"
#define MODEL "small-1"
#define LEAD_WORDS "how much is the half marathon plan"

/**
 * Wire:
 *
 * Which wire is spoken.
 */
typedef enum {
  WIRE_OPENAI,
  WIRE_ANTHROPIC,
  WIRE_OLLAMA,
  N_WIRES,
} Wire;

/**
 * Fixture:
 * @ledger: a line for all that left, and for how it ended
 * @n_leaving: how many have been written down
 * @at_server: how many requests the server had seen when the last was written down
 * @refuses: the ledger cannot be written
 * @held: (nullable): a permit that is not given yet
 * @deltas: what was shown, a line each
 * @messages: all error messages
 */
typedef struct {
  AssistServer *server;
  AnteProvider *provider;
  AntePrompt *prompt;
  GString *ledger;
  guint n_leaving;
  guint at_server;
  gboolean refuses;
  gboolean holds;
  GTask *held;
  GString *deltas;
  GString *messages;
  GCancellable *cancellable;
  gboolean shows;
} Fixture;

void fixture_set_up (Fixture *self, Wire wire, const char *flavour);
void fixture_tear_down (Fixture *self);
/* Another provider for the same server. */
void fixture_use (Fixture *self, Wire wire, const AnteRemoteConfig *config);
void fixture_hurry (Fixture *self);

AntePrompt *fixture_make_prompt (AntePromptTask task);
AnteCompletion *fixture_complete (Fixture *self, GError **error);
GPtrArray *fixture_list (Fixture *self, GError **error);
void fixture_fail (Fixture *self, AnteAssistError code);

/* A good answer of a wire, whose model wrote @text; and the same as a stream. */
char *wire_answer (Wire wire, const char *text);
char *wire_stream (Wire wire, const char *text);
const char *wire_stream_type (Wire wire);

/* What a model writes that keeps to the shape. */
#define GOOD                                                                                       \
  "{\"reply\":\"It is 300 "                                                                        \
  "EUR\",\"intent\":\"price\",\"needs_human\":false,\"reasons\":[],\"memory\":[]}"

G_END_DECLS
