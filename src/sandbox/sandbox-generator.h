#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Leads and threads of any number and size, the same every time for the same seed. Each message
 * follows from (seed, lead, place in its thread) alone, so that any one can be made without the
 * others and nobody has to hold two million of them.
 */

/**
 * SandboxLead:
 * @handle: unique among the leads
 * @name: display name, in any script
 * @language: two letters
 * @messages: how many its thread has
 * @newest_age: ms from its newest message to now
 * @follows: follows the account
 */
typedef struct {
  char *handle;
  char *name;
  const char *language;
  guint messages;
  gint64 newest_age;
  gboolean follows;
} SandboxLead;

void sandbox_lead_clear (SandboxLead *lead);

/**
 * SandboxLine:
 * @at: ms
 * @from_us: the account wrote it
 * @kind: a SandboxKind
 * @text: (nullable): lent until the next line is made
 */
typedef struct {
  gint64 at;
  gboolean from_us;
  guint kind;
  const char *text;
} SandboxLine;

typedef void (*SandboxLineFunc) (const SandboxLine *line, gpointer data);

typedef struct _SandboxGenerator SandboxGenerator;

/* @messages over @leads threads, at least one each: one of a fortieth of them (50,000 at most), one
 * thread in 500 long, the rest in a long tail. The longest is that of lead 0. */
SandboxGenerator *sandbox_generator_new (guint64 seed, guint leads, guint messages);
void sandbox_generator_free (SandboxGenerator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxGenerator, sandbox_generator_free)

guint sandbox_generator_get_n_leads (SandboxGenerator *self);
guint sandbox_generator_get_n_messages (SandboxGenerator *self, guint lead);
void sandbox_generator_get_lead (SandboxGenerator *self, guint lead, SandboxLead *out);
/* @place: 0 is the oldest of the thread. @now: ms; ages count from it. */
void sandbox_generator_get_line (
  SandboxGenerator *self, guint lead, guint place, gint64 now, SandboxLine *out);
/* Calls @func for each message of the thread, oldest first. */
void sandbox_generator_foreach (
  SandboxGenerator *self, guint lead, gint64 now, SandboxLineFunc func, gpointer data);

G_END_DECLS
