#pragma once

#include <glib.h>

#include "rules/prompt/ante-redact.h"

G_BEGIN_DECLS

/**
 * AnteAiSettings:
 * @provider: (nullable): "openai", "anthropic", "ollama", "echo"; %NULL: AI is off
 * @api_url: (nullable): %NULL: the provider's own address
 * @model: (nullable): asked
 * @local_only: nothing may leave this machine
 * @always: asked for every draft; else only where the playbook has no words
 * @redact: what is covered before it leaves
 * @cap: what may be spent in a month, in millionths of @currency; 0: there is no limit
 * @input_price: of a million tokens that are read, in millionths; -1: not known
 * @output_price: of a million that are written
 * @currency: of both, three letters
 *
 * Which provider of AI is asked, and how, as a person chose it. There is no key in it.
 */
typedef struct {
  char *provider;
  char *api_url;
  char *model;
  gboolean local_only;
  gboolean always;
  AnteRedactKinds redact;
  gint64 cap;
  gint64 input_price;
  gint64 output_price;
  char *currency;
} AnteAiSettings;

/* AI is off, and what is best covered is. */
AnteAiSettings *ante_ai_settings_new (void);
AnteAiSettings *ante_ai_settings_copy (const AnteAiSettings *self);
void ante_ai_settings_free (AnteAiSettings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteAiSettings, ante_ai_settings_free)

/* As one line, to be kept; the same settings give the same line. */
char *ante_ai_settings_to_text (const AnteAiSettings *self);
/* @text: (nullable). What cannot be read is off. */
AnteAiSettings *ante_ai_settings_from_text (const char *text);

gboolean ante_ai_settings_is_on (const AnteAiSettings *self);
gboolean ante_ai_settings_is_priced (const AnteAiSettings *self);

/* "2.50" of a currency as millionths; FALSE for anything else. */
gboolean ante_ai_settings_parse_amount (const char *text, gint64 *micros);
/* (transfer full): "2.50 USD"; what is less than a cent is told to four places. */
char *ante_ai_settings_write_amount (gint64 micros, const char *currency);

G_END_DECLS
