#pragma once

#include <glib.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/**
 * AnteFinding:
 * @rule: id of the rule, stable, such as "window.closed"
 * @kind: what it asks for
 * @why: the reason as an English sentence for logs and JSON; never foreign text
 *
 * One rule that had something to say.
 */
typedef struct {
  char *rule;
  AnteVerdictKind kind;
  char *why;
} AnteFinding;

/**
 * AnteVerdict:
 * @kind: the strictest of its findings; allow when there is none
 * @findings: (element-type AnteFinding): in the order in which the rules ran
 *
 * What the rules say of one text for one lead at one moment.
 */
typedef struct {
  AnteVerdictKind kind;
  GPtrArray *findings;
} AnteVerdict;

AnteVerdict *ante_verdict_new (void);
AnteVerdict *ante_verdict_copy (const AnteVerdict *self);
void ante_verdict_free (AnteVerdict *self);
void ante_verdict_add (AnteVerdict *self, AnteVerdictKind kind, const char *rule, const char *why);
gboolean ante_verdict_has (const AnteVerdict *self, const char *rule);
char *ante_verdict_to_text (const AnteVerdict *self);
AnteVerdict *ante_verdict_from_text (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteVerdict, ante_verdict_free)

G_END_DECLS
