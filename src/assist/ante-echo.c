#define G_LOG_DOMAIN "ante-assist"

#include "config.h"

#include "assist/ante-echo.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
  char *answer; /* NULL: fails with @code */
  AnteAssistError code;
} Scripted;

struct _AnteEcho {
  AnteProvider parent_instance;

  GQueue script;
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (AnteEcho, ante_echo, ANTE_TYPE_PROVIDER)

static void
scripted_free (gpointer data)
{
  Scripted *scripted = data;

  g_free (scripted->answer);
  g_free (scripted);
}

static void
add (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_empty_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
}

/* What it says by itself: something of each that was asked for. */
static char *
make_answer (const AntePrompt *prompt)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  guint n_texts = g_strv_length (prompt->texts);

  if (prompt->task == ANTE_PROMPT_TEST)
    return g_strdup ("OK");

  json_builder_begin_object (builder);
  add (builder, "reply", n_texts > 0 ? prompt->texts[n_texts - 1] : "");
  add (builder, "intent",
       prompt->intents != NULL && prompt->intents[0] != NULL ? prompt->intents[0] : "");
  json_builder_set_member_name (builder, "needs_human");
  json_builder_add_boolean_value (builder, FALSE);
  add_empty_list (builder, "reasons");
  add_empty_list (builder, "memory");
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static char *
next_answer (AnteEcho *self, const AntePrompt *prompt, GError **error)
{
  Scripted *scripted = g_queue_peek_head (&self->script);
  char *answer = NULL;

  self->n_asked++;
  if (scripted == NULL)
    return make_answer (prompt);
  answer = g_strdup (scripted->answer);
  if (answer == NULL)
    g_set_error_literal (error, ANTE_ASSIST_ERROR, scripted->code, "as it was told to");
  if (g_queue_get_length (&self->script) > 1)
    scripted_free (g_queue_pop_head (&self->script));
  return answer;
}

/* Word by word, as a stream would. */
static void
show (const AntePrompt *prompt, const AnteCompleteOptions *options, const char *answer)
{
  for (const char *p = answer; options->delta != NULL && *p != '\0'; p = g_utf8_next_char (p)) {
    g_autofree char *so_far = NULL;
    g_autofree char *reply = NULL;

    if (*p != ' ' && p[1] != '\0')
      continue;
    so_far = g_strndup (answer, (gsize) (p - answer));
    reply = ante_proposal_peek_reply (prompt, so_far);
    options->delta (reply, options->delta_data);
  }
}

static void
ante_echo_complete (AnteProvider *provider,
                    const AntePrompt *prompt,
                    const AnteCompleteOptions *options,
                    GTask *task)
{
  GError *error = NULL;
  g_autofree char *answer = next_answer (ANTE_ECHO (provider), prompt, &error);
  g_autoptr (AnteCompletion) completion = ante_completion_new ();

  if (answer != NULL) {
    show (prompt, options, answer);
    completion->proposal = ante_proposal_read (prompt, answer, TRUE, NULL);
  }
  if (completion->proposal == NULL) {
    if (error == NULL)
      g_set_error_literal (&error, ANTE_ASSIST_ERROR, ANTE_ASSIST_ERROR_BAD_ANSWER,
                           "the answer is not of the shape that was asked for");
    g_task_return_error (task, error);
    return;
  }
  completion->text = g_steal_pointer (&answer);
  completion->model = g_strdup ("echo");
  completion->cost_kind = ANTE_COST_FREE;
  g_task_return_pointer (task, g_steal_pointer (&completion),
                         (GDestroyNotify) ante_completion_free);
}

static void
ante_echo_list_models (AnteProvider *provider, GTask *task)
{
  GPtrArray *models = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_ai_model_free);

  g_ptr_array_add (models, ante_ai_model_new ("echo", "Echo"));
  g_task_return_pointer (task, models, (GDestroyNotify) g_ptr_array_unref);
}

static void
ante_echo_finalize (GObject *object)
{
  AnteEcho *self = ANTE_ECHO (object);

  g_queue_clear_full (&self->script, scripted_free);

  G_OBJECT_CLASS (ante_echo_parent_class)->finalize (object);
}

static void
ante_echo_class_init (AnteEchoClass *klass)
{
  AnteProviderClass *provider_class = ANTE_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_echo_finalize;
  provider_class->nick = "echo";
  provider_class->list_models = ante_echo_list_models;
  provider_class->complete = ante_echo_complete;
}

static void
ante_echo_init (AnteEcho *self)
{
  g_queue_init (&self->script);
}

AnteProvider *
ante_echo_new (void)
{
  return g_object_new (ANTE_TYPE_ECHO, NULL);
}

static void
push (AnteEcho *self, const char *answer, AnteAssistError code)
{
  Scripted *scripted = g_new0 (Scripted, 1);

  scripted->answer = g_strdup (answer);
  scripted->code = code;
  g_queue_push_tail (&self->script, scripted);
}

void
ante_echo_say (AnteEcho *self, const char *answer)
{
  push (self, answer, 0);
}

void
ante_echo_fail (AnteEcho *self, AnteAssistError code)
{
  push (self, NULL, code);
}

guint
ante_echo_get_asked (AnteEcho *self)
{
  return self->n_asked;
}
