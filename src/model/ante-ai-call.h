#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands as its outcome until it has ended. */
#define ANTE_AI_CALL_ASKED "asked"
#define ANTE_AI_CALL_OK "ok"
/* Among its fields: it went no farther than this machine. */
#define ANTE_AI_CALL_STAYED "on-this-machine"

/**
 * AnteAiCall:
 * @id: row id
 * @at: when it was about to leave, ms, by this computer's clock
 * @provider: which kind: "openai", "anthropic", "ollama"
 * @host: to whom
 * @model: asked of which model; "" where none was
 * @lead_id: row id of whom it was about; 0 for nobody, or for somebody who was forgotten
 * @title: (nullable): what to call that lead; read only
 * @handle: (nullable): theirs; read only
 * @fields: what was in it, with a space between; never the words themselves
 * @bytes_out: of what left
 * @bytes_in: of what came back
 * @tokens_in: read by the model
 * @tokens_out: written by it
 * @cost: in millionths of @currency; -1 where it is not known
 * @currency: (nullable)
 * @outcome: "ok", or the nick of an error
 *
 * One thing that left for a provider of AI.
 */
typedef struct {
  gint64 id;
  gint64 at;
  char *provider;
  char *host;
  char *model;
  gint64 lead_id;
  char *title;
  char *handle;
  char *fields;
  gint64 bytes_out;
  gint64 bytes_in;
  gint64 tokens_in;
  gint64 tokens_out;
  gint64 cost;
  char *currency;
  char *outcome;
} AnteAiCall;

AnteAiCall *ante_ai_call_new (void);
AnteAiCall *ante_ai_call_copy (const AnteAiCall *self);
void ante_ai_call_free (AnteAiCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAiCall, ante_ai_call_free)

G_END_DECLS
