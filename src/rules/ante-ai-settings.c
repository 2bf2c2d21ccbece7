#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-ai-settings.h"

#include <string.h>

#include "rules/ante-json.h"

#define MILLION G_GINT64_CONSTANT (1000000)
/* More than anybody spends; it keeps sums far from overflow. */
#define MOST (MILLION * MILLION)

static const struct {
  AnteRedactKinds kind;
  const char *nick;
} covers[] = {
  { ANTE_REDACT_NAMES, "redact_names" },
  { ANTE_REDACT_PHONES, "redact_phones" },
  { ANTE_REDACT_EMAILS, "redact_emails" },
};

AnteAiSettings *
ante_ai_settings_new (void)
{
  AnteAiSettings *self = g_new0 (AnteAiSettings, 1);

  self->redact = ANTE_REDACT_PHONES | ANTE_REDACT_EMAILS;
  self->input_price = -1;
  self->output_price = -1;
  self->currency = g_strdup ("USD");
  return self;
}

AnteAiSettings *
ante_ai_settings_copy (const AnteAiSettings *self)
{
  AnteAiSettings *copy = g_memdup2 (self, sizeof *self);

  copy->provider = g_strdup (self->provider);
  copy->api_url = g_strdup (self->api_url);
  copy->model = g_strdup (self->model);
  copy->currency = g_strdup (self->currency);
  return copy;
}

void
ante_ai_settings_free (AnteAiSettings *self)
{
  if (self == NULL)
    return;

  g_free (self->provider);
  g_free (self->api_url);
  g_free (self->model);
  g_free (self->currency);
  g_free (self);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

char *
ante_ai_settings_to_text (const AnteAiSettings *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "provider", self->provider);
  add_text (builder, "api", self->api_url);
  add_text (builder, "model", self->model);
  add_flag (builder, "local_only", self->local_only);
  add_flag (builder, "always", self->always);
  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    add_flag (builder, covers[i].nick, (self->redact & covers[i].kind) != 0);
  add_number (builder, "cap", self->cap);
  add_number (builder, "input_price", self->input_price);
  add_number (builder, "output_price", self->output_price);
  add_text (builder, "currency", self->currency);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
take_text (JsonObject *object, const char *name, char **text)
{
  const char *value = ante_json_string (object, name);

  if (value == NULL || *value == '\0')
    return;
  g_free (*text);
  *text = g_strdup (value);
}

static gint64
take_amount (JsonObject *object, const char *name, gint64 fallback)
{
  gint64 amount = ante_json_int (object, name, fallback);

  return amount >= fallback && amount <= MOST ? amount : fallback;
}

AnteAiSettings *
ante_ai_settings_from_text (const char *text)
{
  AnteAiSettings *self = ante_ai_settings_new ();
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = bytes != NULL ? ante_json_parse_object (bytes, &root, NULL) : NULL;

  if (object == NULL)
    return self;
  take_text (object, "provider", &self->provider);
  take_text (object, "api", &self->api_url);
  take_text (object, "model", &self->model);
  take_text (object, "currency", &self->currency);
  self->local_only = ante_json_yes_no (object, "local_only") == 1;
  self->always = ante_json_yes_no (object, "always") == 1;
  for (guint i = 0; i < G_N_ELEMENTS (covers); i++) {
    int covered = ante_json_yes_no (object, covers[i].nick);

    if (covered == 1)
      self->redact |= covers[i].kind;
    else if (covered == 0)
      self->redact &= ~covers[i].kind;
  }
  self->cap = take_amount (object, "cap", 0);
  self->input_price = take_amount (object, "input_price", -1);
  self->output_price = take_amount (object, "output_price", -1);
  return self;
}

gboolean
ante_ai_settings_is_on (const AnteAiSettings *self)
{
  return self != NULL && self->provider != NULL && !g_str_equal (self->provider, "off");
}

gboolean
ante_ai_settings_is_priced (const AnteAiSettings *self)
{
  return self->input_price >= 0 && self->output_price >= 0;
}

gboolean
ante_ai_settings_parse_amount (const char *text, gint64 *micros)
{
  g_autofree char *plain = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  char *end = NULL;
  double amount = 0;

  for (const char *p = plain; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p) && *p != '.')
      return FALSE;
  }
  amount = g_ascii_strtod (plain, &end);
  if (end == plain || *end != '\0' || amount > 1000000)
    return FALSE;
  *micros = (gint64) (amount * (double) MILLION + 0.5);
  return TRUE;
}

char *
ante_ai_settings_write_amount (gint64 micros, const char *currency)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_small = micros > 0 && micros < MILLION / 100;

  g_ascii_formatd (number, sizeof number, is_small ? "%.4f" : "%.2f",
                   (double) micros / (double) MILLION);
  return currency != NULL ? g_strdup_printf ("%s %s", number, currency) : g_strdup (number);
}
