#pragma once

#include <glib.h>

#include "rules/prompt/ante-redact.h"

G_BEGIN_DECLS

/**
 * AntePromptError:
 * @ANTE_PROMPT_ERROR_TOO_LONG: the playbook, what is known and the newest messages are longer than
 * the budget: nothing of these is left out silently
 * @ANTE_PROMPT_ERROR_EMPTY: there is no message to say anything about
 */
typedef enum {
  ANTE_PROMPT_ERROR_TOO_LONG,
  ANTE_PROMPT_ERROR_EMPTY,
} AntePromptError;

#define ANTE_PROMPT_ERROR (ante_prompt_error_quark ())
GQuark ante_prompt_error_quark (void);

/**
 * AntePromptTask:
 * @ANTE_PROMPT_DRAFT: an answer to the lead, and what is new to know about them
 * @ANTE_PROMPT_MEMORY: what is to be known about the lead
 * @ANTE_PROMPT_INTENT: what the lead's last messages are after
 * @ANTE_PROMPT_TEST: whether a provider answers at all; nobody's data is in it
 */
typedef enum {
  ANTE_PROMPT_DRAFT,
  ANTE_PROMPT_MEMORY,
  ANTE_PROMPT_INTENT,
  ANTE_PROMPT_TEST,
} AntePromptTask;

/* Bytes and tokens that a prompt may have where nothing else is asked for. */
#define ANTE_PROMPT_MAX_BYTES (64 * 1024)
#define ANTE_PROMPT_MAX_TOKENS 6000

/**
 * AntePromptPart:
 * @title: what it is: "Voice", "Offers"
 * @text: the coach's own words
 *
 * A part of the playbook.
 */
typedef struct {
  const char *title;
  const char *text;
} AntePromptPart;

/**
 * AntePromptLine:
 * @from_lead: the lead wrote it; else the coach's side did
 * @text: the words
 * @when: (nullable): in words: "2026-11-20 14:03". No clock is read here
 *
 * One message.
 */
typedef struct {
  gboolean from_lead;
  const char *text;
  const char *when;
} AntePromptLine;

/**
 * AntePromptInput:
 * @task: what is wanted
 * @parts: (array length=n_parts): the playbook, in an order that stays the same for one version
 * @memory: (nullable): lines of what is known: "goal: to run a half marathon"
 * @lines: (array length=n_lines): the thread, the oldest first
 * @intents: (nullable): the words that an intent may be; %NULL for none asked
 * @now: (nullable): day and hour in words, for "tomorrow"
 * @redact: what is covered before it leaves
 * @names: (nullable): the lead's names and handles, for %ANTE_REDACT_NAMES
 * @max_bytes: of all texts; 0: %ANTE_PROMPT_MAX_BYTES
 * @max_tokens: by ante_prompt_estimate_tokens(); 0: %ANTE_PROMPT_MAX_TOKENS
 *
 * What a prompt is made of. Everything is borrowed for the call.
 */
typedef struct {
  AntePromptTask task;
  const AntePromptPart *parts;
  guint n_parts;
  const char *const *memory;
  const AntePromptLine *lines;
  guint n_lines;
  const char *const *intents;
  const char *now;
  AnteRedactKinds redact;
  const char *const *names;
  gsize max_bytes;
  guint max_tokens;
} AntePromptInput;

/**
 * AntePrompt:
 * @task: what is wanted
 * @system: instructions and playbook: the same for every lead of one playbook version
 * @user: memory, thread and question
 * @schema: JSON schema of the answer; %NULL for %ANTE_PROMPT_TEST
 * @fields: what is in it, for a ledger: "playbook:3", "memory:2", "messages:12", "covered:1"
 * @n_bytes: of @system, @user and @schema
 * @n_tokens: estimated, of the same
 * @n_dropped: messages that were too much, from the oldest on
 * @texts: (array zero-terminated): the messages as they were, for evidence
 * @intents: (nullable): that may come back
 * @redaction: what is covered
 *
 * What leaves, word by word. Read-only once it is built; the references may be of any thread.
 */
typedef struct {
  AntePromptTask task;
  char *system;
  char *user;
  char *schema;
  char **fields;
  gsize n_bytes;
  guint n_tokens;
  guint n_dropped;
  char **texts;
  char **intents;
  AnteRedaction *redaction;
} AntePrompt;

AntePrompt *ante_prompt_build (const AntePromptInput *input, GError **error);
AntePrompt *ante_prompt_ref (const AntePrompt *self);
void ante_prompt_unref (AntePrompt *self);
char *ante_prompt_to_text (const AntePrompt *self);
const char *ante_prompt_task_to_nick (AntePromptTask task);
guint ante_prompt_estimate_tokens (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePrompt, ante_prompt_unref)

G_END_DECLS
