#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/prompt/ante-prompt.h"

#include <string.h>

#include "rules/ante-text.h"
#include "rules/prompt/ante-fence.h"
#include "rules/prompt/ante-prompt-words.h"

/* Messages before these are not looked at. */
#define MOST_LINES 500

G_DEFINE_QUARK (ante - prompt - error - quark, ante_prompt_error)

static const char *const nicks[] = {
  [ANTE_PROMPT_DRAFT] = "draft",
  [ANTE_PROMPT_MEMORY] = "memory",
  [ANTE_PROMPT_INTENT] = "intent",
  [ANTE_PROMPT_TEST] = "test",
};

const char *
ante_prompt_task_to_nick (AntePromptTask task)
{
  return nicks[task];
}

/**
 * ante_prompt_estimate_tokens:
 *
 * A guess on the high side: a token is some 3.5 Latin letters, two of most other scripts, or one
 * ideogram.
 */
guint
ante_prompt_estimate_tokens (const char *text)
{
  guint sevenths = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    sevenths += c < 0x250 ? 4 : c < 0x2E80 ? 7 : 14;
  }
  return (sevenths + 13) / 14;
}

/* What stands in a line of ours. */
static char *
dup_label (const char *text, gsize max_chars)
{
  g_autofree char *clean = ante_fence_clean (text);

  return ante_text_one_line (clean, max_chars);
}

/* The coach's own words, and so no data; but they stay on their side of our marks. */
static char *
build_system (const AntePromptInput *input, AnteRedaction *redaction)
{
  GString *text = g_string_new (ante_prompt_words_rules (input->task));

  if (input->task == ANTE_PROMPT_TEST)
    return g_string_free (text, FALSE);
  for (guint i = 0; i < input->n_parts; i++) {
    g_autofree char *title = dup_label (input->parts[i].title, 80);
    g_autofree char *words = ante_text_clean (input->parts[i].text, -1, 0);
    g_autofree char *hidden = ante_redaction_hide (redaction, words);

    g_string_append_printf (text, "\n# %s\n%s\n", title, hidden);
  }
  return g_string_free (text, FALSE);
}

static char *
build_memory (const AntePromptInput *input, AnteRedaction *redaction)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; input->memory != NULL && input->memory[i] != NULL; i++) {
    g_autofree char *clean = ante_fence_clean (input->memory[i]);
    g_autofree char *hidden = ante_redaction_hide (redaction, clean);

    if (i == 0)
      g_string_append (text, "<known>\n");
    ante_fence_append (text, hidden);
  }
  if (text->len > 0)
    g_string_append (text, "</known>\n\n");
  return g_string_free (text, FALSE);
}

static char *
build_line (const AntePromptLine *line, guint number, AnteRedaction *redaction)
{
  GString *text = g_string_new (NULL);
  g_autofree char *clean = ante_fence_clean (line->text);
  g_autofree char *hidden = ante_redaction_hide (redaction, clean);
  g_autofree char *when = dup_label (line->when, 40);

  g_string_append_printf (text, "%u. %s%s%s:\n", number, line->from_lead ? "lead" : "coach",
                          *when != '\0' ? ", " : "", when);
  ante_fence_append (text, hidden);
  return g_string_free (text, FALSE);
}

static char *
build_tail (const AntePromptInput *input)
{
  g_autofree char *now = dup_label (input->now, 60);

  return g_strdup_printf ("%s%s%s%s%s", input->task != ANTE_PROMPT_TEST ? "</thread>\n\n" : "",
                          *now != '\0' ? "It is now " : "", now, *now != '\0' ? ".\n" : "",
                          ante_prompt_words_question (input->task));
}

/* From which line on everything has to stay: the burst that is to be answered. */
static guint
find_burst (const AntePromptInput *input)
{
  guint first = input->n_lines;

  while (first > 0 && input->lines[first - 1].from_lead)
    first--;
  return MIN (first, input->n_lines - 1);
}

/* The longest end of @chunks that fits, as the index of its first; -1 when the burst does not. */
static int
choose_first (const AntePromptInput *input, GPtrArray *chunks, guint skipped, const char *rest)
{
  gsize max_bytes = input->max_bytes > 0 ? input->max_bytes : ANTE_PROMPT_MAX_BYTES;
  guint max_tokens = input->max_tokens > 0 ? input->max_tokens : ANTE_PROMPT_MAX_TOKENS;
  gsize bytes = strlen (rest);
  guint tokens = ante_prompt_estimate_tokens (rest);
  guint first = chunks->len;

  while (first > 0) {
    const char *chunk = chunks->pdata[first - 1];

    bytes += strlen (chunk);
    tokens += ante_prompt_estimate_tokens (chunk);
    if (bytes > max_bytes || tokens > max_tokens)
      break;
    first--;
  }
  if (chunks->len == 0)
    return bytes <= max_bytes && tokens <= max_tokens ? 0 : -1;
  return first + skipped <= find_burst (input) ? (int) first : -1;
}

static void
take_fields (AntePrompt *self, const AntePromptInput *input)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  guint n_memory = input->memory != NULL ? g_strv_length ((char **) input->memory) : 0;
  const struct {
    const char *name;
    guint n;
  } rows[] = {
    { "playbook", input->n_parts },
    { "memory", n_memory },
    { "messages", input->n_lines - self->n_dropped },
    { "covered", ante_redaction_count (self->redaction) },
  };

  g_strv_builder_add (fields, "instructions");
  for (guint i = 0; i < G_N_ELEMENTS (rows) && self->task != ANTE_PROMPT_TEST; i++) {
    g_autofree char *field = g_strdup_printf ("%s:%u", rows[i].name, rows[i].n);

    if (rows[i].n > 0)
      g_strv_builder_add (fields, field);
  }
  self->fields = g_strv_builder_end (fields);
}

static void
keep_texts (AntePrompt *self, const AntePromptInput *input)
{
  self->texts = g_new0 (char *, input->n_lines + 1);
  for (guint i = 0; i < input->n_lines; i++)
    self->texts[i] = g_utf8_make_valid (input->lines[i].text, -1);
}

static gboolean
build_user (AntePrompt *self, const AntePromptInput *input, GError **error)
{
  g_autoptr (GPtrArray) chunks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *memory = build_memory (input, self->redaction);
  g_autofree char *tail = build_tail (input);
  g_autofree char *rest = NULL;
  guint skipped = input->n_lines > MOST_LINES ? input->n_lines - MOST_LINES : 0;
  GString *user = NULL;
  int first = 0;

  for (guint i = skipped; i < input->n_lines; i++)
    g_ptr_array_add (chunks, build_line (&input->lines[i], i + 1, self->redaction));
  rest = g_strconcat (self->system, memory, "<thread>\n(older messages are left out)\n", tail,
                      self->schema, NULL);
  first = choose_first (input, chunks, skipped, rest);
  if (first < 0) {
    g_set_error_literal (error, ANTE_PROMPT_ERROR, ANTE_PROMPT_ERROR_TOO_LONG,
                         "the playbook and the newest messages are longer than the budget");
    return FALSE;
  }

  self->n_dropped = (guint) first + skipped;
  user = g_string_new (memory);
  if (input->task != ANTE_PROMPT_TEST)
    g_string_append (user, "<thread>\n");
  if (self->n_dropped > 0)
    g_string_append (user, "(older messages are left out)\n");
  for (guint i = (guint) first; i < chunks->len; i++)
    g_string_append (user, chunks->pdata[i]);
  g_string_append (user, tail);
  self->user = g_string_free (user, FALSE);
  return TRUE;
}

static void
clear_prompt (gpointer data)
{
  AntePrompt *self = data;

  g_free (self->system);
  g_free (self->user);
  g_free (self->schema);
  g_strfreev (self->fields);
  g_strfreev (self->texts);
  g_strfreev (self->intents);
  g_clear_pointer (&self->redaction, ante_redaction_free);
}

/**
 * ante_prompt_build:
 *
 * Too much is made less by leaving out messages, from the oldest on; but never any of the burst
 * that is to be answered, nor of the rules.
 *
 * Returns: (transfer full): the prompt, or %NULL with an #AntePromptError
 */
AntePrompt *
ante_prompt_build (const AntePromptInput *input, GError **error)
{
  g_autoptr (AntePrompt) self = NULL;

  if (input->n_lines == 0 && input->task != ANTE_PROMPT_TEST) {
    g_set_error_literal (error, ANTE_PROMPT_ERROR, ANTE_PROMPT_ERROR_EMPTY,
                         "there is no message to say anything about");
    return NULL;
  }

  self = g_atomic_rc_box_new0 (AntePrompt);
  self->task = input->task;
  self->redaction = ante_redaction_new (input->redact, input->names);
  self->intents = g_strdupv ((char **) input->intents);
  self->system = build_system (input, self->redaction);
  self->schema = ante_prompt_words_schema (input->task, input->intents);
  keep_texts (self, input);
  if (!build_user (self, input, error))
    return NULL;
  take_fields (self, input);
  self->n_bytes = strlen (self->system) + strlen (self->user) +
                  (self->schema != NULL ? strlen (self->schema) : 0);
  self->n_tokens = ante_prompt_estimate_tokens (self->system) +
                   ante_prompt_estimate_tokens (self->user) +
                   (self->schema != NULL ? ante_prompt_estimate_tokens (self->schema) : 0);
  return g_steal_pointer (&self);
}

AntePrompt *
ante_prompt_ref (const AntePrompt *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

void
ante_prompt_unref (AntePrompt *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_prompt);
}

/**
 * ante_prompt_to_text:
 *
 * Returns: (transfer full): all words that would leave, for a person to read
 */
char *
ante_prompt_to_text (const AntePrompt *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "== Instructions ==\n%s\n== Message ==\n%s\n", self->system,
                          self->user);
  if (self->schema != NULL)
    g_string_append_printf (text, "\n== Shape of the answer ==\n%s\n", self->schema);
  return g_string_free (text, FALSE);
}
