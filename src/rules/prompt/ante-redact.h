#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteRedactKinds:
 *
 * What is put under a cover before a text leaves the machine.
 */
typedef enum {
  ANTE_REDACT_NOTHING = 0,
  ANTE_REDACT_NAMES = 1 << 0,
  ANTE_REDACT_PHONES = 1 << 1,
  ANTE_REDACT_EMAILS = 1 << 2,
  ANTE_REDACT_ALL = ANTE_REDACT_NAMES | ANTE_REDACT_PHONES | ANTE_REDACT_EMAILS,
} AnteRedactKinds;

/**
 * AnteRedaction:
 *
 * Covers such as [NAME_1] and what is under each. The same words get the same cover wherever they
 * stand. Not for two threads at once while it is filled.
 */
typedef struct _AnteRedaction AnteRedaction;

AnteRedaction *ante_redaction_new (AnteRedactKinds kinds, const char *const *names);
void ante_redaction_free (AnteRedaction *self);

char *ante_redaction_hide (AnteRedaction *self, const char *text);
char *ante_redaction_restore (const AnteRedaction *self, const char *text, guint *n_unknown);
guint ante_redaction_count (const AnteRedaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteRedaction, ante_redaction_free)

G_END_DECLS
