#pragma once

#include "assist/ante-assist-error.h"

G_BEGIN_DECLS

/**
 * AnteDenial:
 * @told: an error stood in the answer
 * @status: HTTP status, or the one that stands in the error where that was 200
 * @code: (nullable): cleaned to a word
 * @type: (nullable): cleaned to a word
 * @words: (nullable): all that was said, in lower case: to be looked at, never shown or logged
 *
 * What a provider says when it says no.
 */
typedef struct {
  gboolean told;
  guint status;
  char *code;
  char *type;
  char *words;
} AnteDenial;

AnteDenial *ante_denial_read (guint status, GBytes *body);
void ante_denial_free (AnteDenial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteDenial, ante_denial_free)

AnteAssistError ante_denial_meaning (const AnteDenial *self);
gboolean ante_denial_may_pass (const AnteDenial *self);
gboolean ante_denial_is_about_request (const AnteDenial *self);
gboolean ante_denial_names (const AnteDenial *self, const char *field);
char *ante_denial_describe (const AnteDenial *self, const char *request_id);

gint64 ante_denial_wait_ms (const char *retry_after, const char *retry_after_ms, gint64 now_ms);

G_END_DECLS
