#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-denial.h"

#include <libsoup/soup.h>
#include <math.h>
#include <string.h>

#include "rules/ante-json.h"

#define MAX_WORD 60
#define MAX_WORDS 4000
#define LONGEST_WAIT_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

void
ante_denial_free (AnteDenial *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->type);
  g_free (self->words);
  g_free (self);
}

/* A code is one word of theirs; anything else in its place is not passed on. */
static char *
dup_word (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > MAX_WORD)
    return NULL;
  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_islower (*p) && *p != '_')
      return NULL;
  }
  return g_strdup (text);
}

/* All strings below @node, so that whatever shape it has can be looked at. */
static void
collect (JsonNode *node, GString *words)
{
  if (words->len > MAX_WORDS)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObjectIter iter;
    JsonNode *member = NULL;

    json_object_iter_init (&iter, json_node_get_object (node));
    while (json_object_iter_next (&iter, NULL, &member))
      collect (member, words);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      collect (json_array_get_element (json_node_get_array (node), i), words);
  } else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
    g_string_append_len (words, json_node_get_string (node),
                         (gssize) MIN (strlen (json_node_get_string (node)), MAX_WORDS));
    g_string_append_c (words, '\n');
  }
}

static void
read_object (AnteDenial *self, JsonObject *object)
{
  JsonObject *error = ante_json_object (object, "error");
  gint64 status = ante_json_int (error, "code", 0);

  if (ante_json_string (error, "code") != NULL)
    self->code = dup_word (ante_json_string (error, "code"));
  else if (status >= 400 && status < 600)
    self->status = (guint) status;
  self->type = dup_word (ante_json_string (error != NULL ? error : object, "type"));
}

/**
 * ante_denial_read:
 * @body: whatever came
 *
 * Returns: (transfer full): what can be known of it
 */
AnteDenial *
ante_denial_read (guint status, GBytes *body)
{
  AnteDenial *self = g_new0 (AnteDenial, 1);
  g_autoptr (JsonNode) root = ante_json_parse (body, NULL);
  JsonObject *object =
    root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  self->status = status;
  if (object == NULL)
    return self;

  self->told = json_object_has_member (object, "error") ||
               json_object_has_member (object, "detail") ||
               g_strcmp0 (ante_json_string (object, "object"), "error") == 0;
  read_object (self, object);
  collect (root, words);
  self->words = g_utf8_make_valid (words->str, -1);
  for (char *p = self->words; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  return self;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

static gboolean
says (const AnteDenial *self, const char *words)
{
  return self->words != NULL && strstr (self->words, words) != NULL;
}

static gboolean
is_about_money (const AnteDenial *self)
{
  static const char *const known[] = {
    "insufficient_quota",
    "credit_balance_exhausted",
    "organization_spend_limit_exceeded",
    "project_spend_limit_exceeded",
    "organization_usage_limit_exceeded",
    "billing_error",
    "billing_hard_limit_reached",
    NULL,
  };

  return self->status == 402 || is_one_of (self->code, known) || is_one_of (self->type, known) ||
         ((self->status == 429 || self->status == 400 || self->status == 403) &&
          (says (self, "credit balance") || says (self, "spend limit") ||
           says (self, "insufficient_quota") || says (self, "exceeded your current quota")));
}

static gboolean
is_about_length (const AnteDenial *self)
{
  return self->status == 413 || g_strcmp0 (self->code, "context_length_exceeded") == 0 ||
         g_strcmp0 (self->type, "request_too_large") == 0 ||
         g_strcmp0 (self->type, "exceed_context_size_error") == 0 ||
         says (self, "context length") || says (self, "context size") ||
         says (self, "prompt is too long") || says (self, "maximum context");
}

static gboolean
is_about_model (const AnteDenial *self)
{
  return g_strcmp0 (self->code, "model_not_found") == 0 ||
         (self->status == 404 && says (self, "model"));
}

static AnteAssistError
meaning_of_type (const AnteDenial *self)
{
  static const struct {
    const char *type;
    AnteAssistError meaning;
  } rows[] = {
    { "authentication_error", ANTE_ASSIST_ERROR_KEY },
    { "permission_error", ANTE_ASSIST_ERROR_PERMISSION },
    { "not_found_error", ANTE_ASSIST_ERROR_MODEL },
    { "rate_limit_error", ANTE_ASSIST_ERROR_RATE },
    { "rate_limit_exceeded", ANTE_ASSIST_ERROR_RATE },
    { "api_error", ANTE_ASSIST_ERROR_SERVER },
    { "server_error", ANTE_ASSIST_ERROR_SERVER },
    { "overloaded_error", ANTE_ASSIST_ERROR_SERVER },
    { "unavailable_error", ANTE_ASSIST_ERROR_SERVER },
    { "timeout_error", ANTE_ASSIST_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (g_strcmp0 (self->type, rows[i].type) == 0 || g_strcmp0 (self->code, rows[i].type) == 0)
      return rows[i].meaning;
  }
  return self->told ? ANTE_ASSIST_ERROR_SERVER : ANTE_ASSIST_ERROR_BAD_ANSWER;
}

/**
 * ante_denial_meaning:
 *
 * Returns: what the caller can do about it. A 200 with an error in it has no status to go by.
 */
AnteAssistError
ante_denial_meaning (const AnteDenial *self)
{
  if (is_about_money (self))
    return ANTE_ASSIST_ERROR_MONEY;
  if (self->status == 200)
    return meaning_of_type (self);
  if (self->status == 401)
    return ANTE_ASSIST_ERROR_KEY;
  if (self->status == 403)
    return ANTE_ASSIST_ERROR_PERMISSION;
  if (is_about_model (self))
    return ANTE_ASSIST_ERROR_MODEL;
  if (is_about_length (self))
    return ANTE_ASSIST_ERROR_TOO_LONG;
  if (self->status == 404)
    return self->told ? ANTE_ASSIST_ERROR_MODEL : ANTE_ASSIST_ERROR_ADDRESS;
  if (self->status == 429)
    return ANTE_ASSIST_ERROR_RATE;
  if (self->status == 408 || self->status == 409 || self->status == 498 || self->status >= 500)
    return ANTE_ASSIST_ERROR_SERVER;
  return self->status >= 400 ? ANTE_ASSIST_ERROR_REJECTED : ANTE_ASSIST_ERROR_BAD_ANSWER;
}

/* Whether the same may be answered a little later. */
gboolean
ante_denial_may_pass (const AnteDenial *self)
{
  AnteAssistError meaning = ante_denial_meaning (self);

  return meaning == ANTE_ASSIST_ERROR_RATE || meaning == ANTE_ASSIST_ERROR_SERVER;
}

/* Whether it may help to ask in another way. */
gboolean
ante_denial_is_about_request (const AnteDenial *self)
{
  return ante_denial_meaning (self) == ANTE_ASSIST_ERROR_REJECTED &&
         (self->status == 400 || self->status == 422 || self->status == 404 || self->status == 501);
}

/* Whether @field is named in it, as a word. */
gboolean
ante_denial_names (const AnteDenial *self, const char *field)
{
  gsize length = strlen (field);

  for (const char *p = self->words; p != NULL && (p = strstr (p, field)) != NULL; p++) {
    char before = p > self->words ? p[-1] : ' ';
    char after = p[length];

    if (!g_ascii_isalnum (before) && before != '_' && !g_ascii_isalnum (after) && after != '_')
      return TRUE;
  }
  return FALSE;
}

/* For an error's message: "HTTP 429, insufficient_quota, request abc". */
char *
ante_denial_describe (const AnteDenial *self, const char *request_id)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "HTTP %u", self->status);
  if (self->type != NULL)
    g_string_append_printf (text, ", %s", self->type);
  if (self->code != NULL && g_strcmp0 (self->code, self->type) != 0)
    g_string_append_printf (text, ", %s", self->code);
  if (request_id != NULL)
    g_string_append_printf (text, ", request %s", request_id);
  return g_string_free (text, FALSE);
}

static gint64
read_number (const char *text, double factor)
{
  char *end = NULL;
  double value = 0;

  if (text == NULL)
    return -1;
  value = g_ascii_strtod (text, &end) * factor;
  if (end == text || *end != '\0' || !isfinite (value) || value < 0)
    return -1;
  return (gint64) MIN (value, (double) LONGEST_WAIT_MS);
}

/**
 * ante_denial_wait_ms:
 * @retry_after: (nullable): seconds, maybe broken, or a date
 * @retry_after_ms: (nullable): milliseconds, which win
 * @now_ms: Unix time
 *
 * Returns: how long we are asked to wait, at most a day; -1 when nothing was said
 */
gint64
ante_denial_wait_ms (const char *retry_after, const char *retry_after_ms, gint64 now_ms)
{
  gint64 wait = read_number (retry_after_ms, 1);
  g_autoptr (GDateTime) date = NULL;

  if (wait < 0)
    wait = read_number (retry_after, 1000);
  if (wait >= 0 || retry_after == NULL)
    return wait;
  date = soup_date_time_new_from_http_string (retry_after);
  return date != NULL ? CLAMP (g_date_time_to_unix (date) * 1000 - now_ms, 0, LONGEST_WAIT_MS) : -1;
}
