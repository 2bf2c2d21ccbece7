#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Threads of any number and size, the same every time for the same seed. Each lead has a random
 * source of its own, so that one thread can be made without the others: a bench need not hold them
 * all.
 */

typedef struct {
  gint64 at;
  gboolean from_us;
  guint kind; /* SandboxKind */
  const char *text;
} SandboxLine;

typedef void (*SandboxLineFunc) (const SandboxLine *line, gpointer data);

char *sandbox_generator_handle (guint32 seed, guint lead);
char *sandbox_generator_name (guint32 seed, guint lead);
/* Messages of lead @lead when @messages are spread over @leads threads: few long ones, many short
 * ones. */
guint sandbox_generator_thread_length (guint lead, guint leads, guint messages);
/* Calls @func for each message, oldest first; the newest lies within the last 60 days before @now.
 */
void sandbox_generator_thread (
  guint32 seed, guint lead, guint length, gint64 now, SandboxLineFunc func, gpointer data);

G_END_DECLS
