#pragma once

#include "assist/ante-provider.h"

G_BEGIN_DECLS

#define ANTE_TYPE_ECHO (ante_echo_get_type ())
G_DECLARE_FINAL_TYPE (AnteEcho, ante_echo, ANTE, ECHO, AnteProvider)

/* A provider without a model and without a network: it says what it was told to say, in order, the
 * last for ever; without a script it drafts the lead's last message back. For tests and the demo.
 */
AnteProvider *ante_echo_new (void);
void ante_echo_say (AnteEcho *self, const char *answer);
void ante_echo_fail (AnteEcho *self, AnteAssistError code);
guint ante_echo_get_asked (AnteEcho *self);

G_END_DECLS
