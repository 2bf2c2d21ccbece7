#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/prompt/ante-proposal.h"

#include <string.h>

#include "rules/ante-json.h"
#include "rules/ante-text.h"
#include "rules/prompt/ante-fence.h"

#define MAX_REPLY 4000
#define MAX_REASON 300
#define MOST_REASONS 12
#define MAX_FACT 500
#define MOST_FACTS 60
/* A quote of fewer letters proves nothing. */
#define SHORTEST_QUOTE 2
#define LONGEST_QUOTE 1000

G_DEFINE_QUARK (ante - proposal - error - quark, ante_proposal_error)

static void
fact_free (gpointer data)
{
  AnteProposedFact *fact = data;

  g_free (fact->text);
  g_free (fact);
}

static AnteProposal *
proposal_new (void)
{
  AnteProposal *self = g_new0 (AnteProposal, 1);

  self->facts = g_ptr_array_new_with_free_func (fact_free);
  return self;
}

void
ante_proposal_free (AnteProposal *self)
{
  if (self == NULL)
    return;

  g_free (self->reply);
  g_free (self->intent);
  g_strfreev (self->reasons);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/* Cleaned, with what was covered; NULL for nothing. */
static char *
restore (const AntePrompt *prompt, const char *text, gsize max_chars, guint *n_unknown)
{
  g_autofree char *clean = ante_text_clean (text, -1, max_chars);
  g_autofree char *whole = ante_redaction_restore (prompt->redaction, clean, n_unknown);

  g_strstrip (whole);
  return *whole != '\0' ? g_steal_pointer (&whole) : NULL;
}

/* --- finding the object -------------------------------------------------------------------- */

/* Where the object that begins at @start ends; NULL when it was cut. */
static const char *
find_end (const char *start)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (const char *p = start; *p != '\0'; p++) {
    if (quoted) {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = FALSE;
    } else if (*p == '"') {
      quoted = TRUE;
    } else if (*p == '{') {
      depth++;
    } else if (*p == '}' && --depth == 0) {
      return p + 1;
    }
  }
  return NULL;
}

/* Some servers give the object among words or in a fence of back quotes. */
static JsonObject *
find_object (const char *answer, JsonNode **root)
{
  const char *start = strchr (answer, '{');
  const char *end = start != NULL ? find_end (start) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (end == NULL)
    return NULL;
  bytes = g_bytes_new (start, (gsize) (end - start));
  return ante_json_parse_object (bytes, root, NULL);
}

/* --- evidence ------------------------------------------------------------------------------ */

static gboolean
is_skipped (gunichar c)
{
  return g_unichar_isspace (c) || ante_fence_is_unseen (c);
}

static const char *
skip (const char *p, guint *n_chars)
{
  while (*p != '\0' && is_skipped (g_utf8_get_char (p))) {
    p = g_utf8_next_char (p);
    (*n_chars)++;
  }
  return p;
}

/* How many characters of @text from @p on say @quote, but for case and white space; 0 for none. */
static guint
match_at (const char *p, const char *quote)
{
  guint n_chars = 0;
  guint ignored = 0;

  quote = skip (quote, &ignored);
  while (*quote != '\0') {
    p = skip (p, &n_chars);
    if (*p == '\0' ||
        g_unichar_tolower (g_utf8_get_char (p)) != g_unichar_tolower (g_utf8_get_char (quote)))
      return 0;
    p = g_utf8_next_char (p);
    n_chars++;
    quote = skip (g_utf8_next_char (quote), &ignored);
  }
  return n_chars;
}

static gboolean
find_quote (const char *text, const char *quote, guint *start, guint *end)
{
  guint at = 0;

  if (g_utf8_strlen (quote, -1) < SHORTEST_QUOTE)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++) {
    guint length = is_skipped (g_utf8_get_char (p)) ? 0 : match_at (p, quote);

    if (length > 0) {
      *start = at;
      *end = at + length;
      return TRUE;
    }
  }
  return FALSE;
}

static AnteProposedFact *
read_fact (const AntePrompt *prompt, JsonObject *object)
{
  gint64 number = ante_json_int (object, "message", 0);
  g_autofree char *quote =
    restore (prompt, ante_json_string (object, "quote"), LONGEST_QUOTE, NULL);
  g_autofree char *text = restore (prompt, ante_json_string (object, "text"), MAX_FACT, NULL);
  AnteProposedFact *fact = NULL;
  AnteFactKind kind = ANTE_FACT_FREE;
  guint start = 0;
  guint end = 0;

  if (text == NULL || quote == NULL || number <= prompt->n_dropped ||
      number > g_strv_length (prompt->texts) ||
      !ante_fact_kind_from_nick (ante_json_string (object, "kind"), &kind) ||
      !find_quote (prompt->texts[number - 1], quote, &start, &end))
    return NULL;

  fact = g_new0 (AnteProposedFact, 1);
  fact->kind = kind;
  fact->text = g_steal_pointer (&text);
  fact->message = (guint) number - 1;
  fact->span_start = start;
  fact->span_end = end;
  return fact;
}

/* --- the whole ----------------------------------------------------------------------------- */

static void
read_facts (AnteProposal *self, const AntePrompt *prompt, JsonObject *object)
{
  JsonArray *list = ante_json_list (object, "memory");
  guint n = ante_json_length (list);

  for (guint i = 0; i < n; i++) {
    AnteProposedFact *fact =
      self->facts->len < MOST_FACTS ? read_fact (prompt, ante_json_item (list, i)) : NULL;

    if (fact != NULL)
      g_ptr_array_add (self->facts, fact);
    else
      self->n_unproved++;
  }
}

static void
add_reason (GStrvBuilder *reasons, const AntePrompt *prompt, const char *text)
{
  g_autofree char *clean = restore (prompt, text, MAX_REASON, NULL);
  g_autofree char *line = clean != NULL ? ante_text_one_line (clean, MAX_REASON) : NULL;

  if (line != NULL)
    g_strv_builder_add (reasons, line);
}

static void
read_judgement (AnteProposal *self, const AntePrompt *prompt, JsonObject *object)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  JsonArray *list = ante_json_list (object, "reasons");
  const char *intent = ante_json_string (object, "intent");

  for (guint i = 0; i < MIN (ante_json_length (list), MOST_REASONS); i++) {
    JsonNode *node = json_array_get_element (list, i);

    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
      add_reason (reasons, prompt, json_node_get_string (node));
  }
  self->reasons = g_strv_builder_end (reasons);

  if (intent != NULL && prompt->intents != NULL &&
      g_strv_contains ((const char *const *) prompt->intents, intent))
    self->intent = g_strdup (intent);

  /* Only a plain "no" is one. */
  self->needs_human = ante_json_yes_no (object, "needs_human") != 0 ||
                      (prompt->intents != NULL && self->intent == NULL);
}

static gboolean
has_shape (const AntePrompt *prompt, JsonObject *object)
{
  switch (prompt->task) {
  case ANTE_PROMPT_DRAFT:
    return ante_json_string (object, "reply") != NULL ||
           (json_object_has_member (object, "reply") &&
            json_object_get_null_member (object, "reply"));
  case ANTE_PROMPT_MEMORY:
    return ante_json_list (object, "memory") != NULL;
  case ANTE_PROMPT_INTENT:
    return ante_json_string (object, "intent") != NULL;
  case ANTE_PROMPT_TEST:
  default:
    return FALSE;
  }
}

static AnteProposal *
read_plain (const AntePrompt *prompt, const char *answer, gboolean may_be_plain, GError **error)
{
  g_autoptr (AnteProposal) self = proposal_new ();
  g_autofree char *start = g_strchug (g_strdup (answer));

  self->is_plain = TRUE;
  self->needs_human = TRUE;
  self->reasons = g_new0 (char *, 1);
  self->reply = restore (prompt, answer, MAX_REPLY, NULL);
  if (self->reply == NULL || (prompt->task != ANTE_PROMPT_TEST && !may_be_plain) ||
      (prompt->task != ANTE_PROMPT_DRAFT && prompt->task != ANTE_PROMPT_TEST) || *start == '{' ||
      *start == '[' || *start == '<' || *start == '`') {
    g_set_error_literal (error, ANTE_PROPOSAL_ERROR, ANTE_PROPOSAL_ERROR_SHAPE,
                         "the answer is not of the shape that was asked for");
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * ante_proposal_read:
 * @answer: what the model wrote, whole
 * @may_be_plain: a draft may be words alone, which a person then has to look at
 *
 * Returns: (transfer full): what it proposes, or %NULL with %ANTE_PROPOSAL_ERROR_SHAPE
 */
AnteProposal *
ante_proposal_read (const AntePrompt *prompt,
                    const char *answer,
                    gboolean may_be_plain,
                    GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = find_object (answer, &root);
  AnteProposal *self = NULL;
  guint n_unknown = 0;

  if (object == NULL || !has_shape (prompt, object))
    return read_plain (prompt, answer, may_be_plain, error);

  self = proposal_new ();
  self->reasons = g_new0 (char *, 1);
  read_facts (self, prompt, object);
  if (prompt->task == ANTE_PROMPT_MEMORY)
    return self;

  g_clear_pointer (&self->reasons, g_strfreev);
  read_judgement (self, prompt, object);
  if (prompt->task == ANTE_PROMPT_DRAFT)
    self->reply = restore (prompt, ante_json_string (object, "reply"), MAX_REPLY, &n_unknown);
  self->needs_human = self->needs_human || n_unknown > 0;
  return self;
}

/* --- while it comes ------------------------------------------------------------------------ */

/* The four digits after @p; -1 when they are not all there. */
static int
read_digits (const char *p)
{
  int value = 0;

  for (guint i = 1; i <= 4; i++) {
    int digit = g_ascii_xdigit_value (p[i]);

    if (digit < 0)
      return -1;
    value = value * 16 + digit;
  }
  return value;
}

/* What stands at the "u" of an escape, or of a pair of them; FALSE when it is not all there. */
static gboolean
append_unicode (GString *text, const char **p)
{
  int first = read_digits (*p);
  int second = -1;

  if (first < 0)
    return FALSE;
  *p += 4;
  if (first >= 0xD800 && first < 0xDC00) {
    if ((*p)[1] != '\\' || (*p)[2] != 'u' || (second = read_digits (*p + 2)) < 0xDC00 ||
        second >= 0xE000)
      return FALSE;
    *p += 6;
    first = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }
  if (first != 0 && g_unichar_validate ((gunichar) first))
    g_string_append_unichar (text, (gunichar) first);
  return TRUE;
}

static gboolean
append_escape (GString *text, const char **p)
{
  static const char from[] = "nrt\"\\/";
  static const char to[] = "\n\n \"\\/";
  const char *known = **p != '\0' ? strchr (from, **p) : NULL;

  if (**p == 'u')
    return append_unicode (text, p);
  if (known != NULL)
    g_string_append_c (text, to[known - from]);
  return **p != '\0';
}

/**
 * ante_proposal_peek_reply:
 * @so_far: what has come of an answer
 *
 * Returns: (transfer full): what has come of the reply in it, for the eye alone: it is neither
 * whole nor judged
 */
char *
ante_proposal_peek_reply (const AntePrompt *prompt, const char *so_far)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clean = NULL;
  const char *p = strstr (so_far, "\"reply\"");

  if (p == NULL)
    return g_strdup ("");
  p += strlen ("\"reply\"");
  while (g_ascii_isspace (*p) || *p == ':')
    p++;
  if (*p++ != '"')
    return g_strdup ("");
  for (; *p != '\0' && *p != '"'; p++) {
    if (*p != '\\') {
      g_string_append_c (text, *p);
    } else {
      p++;
      if (!append_escape (text, &p))
        break;
    }
  }
  clean = ante_text_clean (text->str, (gssize) text->len, MAX_REPLY);
  return ante_redaction_restore (prompt->redaction, clean, NULL);
}
