#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-assist-prompt.h"

#include <string.h>

#include "model/ante-draft.h"
#include "model/ante-party.h"
#include "rules/prompt/ante-prompt-parts.h"

#define MOST_MESSAGES 80
#define MOST_FACTS 40

/* What an intent may be: that it is we who write again is not for a model to say. */
static const char **
list_intents (void)
{
  const char **intents = g_new0 (const char *, ANTE_N_INTENTS + 1);
  guint n = 0;

  for (guint i = 0; ante_intent_nicks[i] != NULL; i++) {
    if (i != ANTE_INTENT_FOLLOW_UP)
      intents[n++] = ante_intent_nicks[i];
  }
  return intents;
}

static gboolean
holds (const AnteFact *fact)
{
  return !fact->is_gone &&
         (fact->state == ANTE_FACT_CONFIRMED || fact->state == ANTE_FACT_SUGGESTED);
}

/* The newest of what is known, in the order in which it was learnt; and the same as a basis. */
static char **
list_memory (const AnteJudgeFacts *facts, GString *basis)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint from = facts->facts->len > MOST_FACTS ? facts->facts->len - MOST_FACTS : 0;

  for (guint i = from; i < facts->facts->len; i++) {
    const AnteFact *fact = facts->facts->pdata[i];
    const char *kind = ante_fact_kind_to_nick (fact->kind);
    g_autofree char *line = NULL;
    g_autofree char *told = g_strdup_printf ("\nmemory %s", kind);

    if (!holds (fact))
      continue;
    line = fact->type != NULL ? g_strdup_printf ("%s (%s): %s", kind, fact->type, fact->text)
                              : g_strdup_printf ("%s: %s", kind, fact->text);
    g_strv_builder_add (lines, line);
    if (strstr (basis->str, told) == NULL)
      g_string_append (basis, told);
  }
  return g_strv_builder_end (lines);
}

static const char *
name_kind (AnteMessageKind kind)
{
  switch (kind) {
  case ANTE_MESSAGE_IMAGE:
    return "(a picture)";
  case ANTE_MESSAGE_VIDEO:
    return "(a video)";
  case ANTE_MESSAGE_VOICE:
    return "(a voice message)";
  default:
    return "(something without words)";
  }
}

static char *
describe_time (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (ms / 1000);

  return g_date_time_format (time, "%Y-%m-%d %H:%M");
}

/* The end of the conversation; texts are the messages' own. */
static AntePromptLine *
list_lines (const AnteJudgeFacts *facts, GArray *rows, GPtrArray *times, guint *n)
{
  guint from = facts->messages->len > MOST_MESSAGES ? facts->messages->len - MOST_MESSAGES : 0;
  AntePromptLine *lines = g_new0 (AntePromptLine, facts->messages->len - from + 1);

  *n = 0;
  for (guint i = from; i < facts->messages->len; i++) {
    AnteMessage *message = facts->messages->pdata[i];
    gboolean has_words = message->text != NULL && *message->text != '\0';
    char *time = describe_time (message->at);

    g_ptr_array_add (times, time);
    g_array_append_val (rows, message->id);
    lines[(*n)++] = (AntePromptLine){ g_strcmp0 (message->author, ANTE_PARTY_LEAD) == 0,
                                      has_words ? message->text : name_kind (message->kind), time };
  }
  return lines;
}

/* The whole name and each part of it, the handle, and those of the conversations that were merged.
 */
static char **
list_names (AnteLead *lead)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (lead->name != NULL ? lead->name : "", " \t", -1);
  g_auto (GStrv) also = g_strsplit (lead->also != NULL ? lead->also : "", " ", -1);

  if (lead->name != NULL && *lead->name != '\0')
    g_strv_builder_add (names, lead->name);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (g_utf8_strlen (parts[i], -1) > 1)
      g_strv_builder_add (names, parts[i]);
  }
  if (lead->handle != NULL && *lead->handle != '\0')
    g_strv_builder_add (names, lead->handle);
  for (guint i = 0; also[i] != NULL; i++) {
    if (*also[i] != '\0')
      g_strv_builder_add (names, also[i]);
  }
  return g_strv_builder_end (names);
}

static char *
describe_now (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (now / 1000);

  return g_date_time_format (time, "%A %Y-%m-%d %H:%M");
}

AnteAssistPrompt *
ante_assist_prompt_build (const AnteJudgeFacts *facts,
                          const AnteAiSettings *settings,
                          gint64 now,
                          GError **error)
{
  g_autoptr (AntePromptParts) parts = ante_prompt_parts_new (facts->playbook->document, error);
  g_autoptr (GString) basis = g_string_new (NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) memory = NULL;
  g_auto (GStrv) names = list_names (facts->send->lead);
  g_autofree char *today = describe_now (now);
  g_autofree AntePromptLine *lines = NULL;
  g_autofree const char **intents = list_intents ();
  AntePromptInput input = { .task = ANTE_PROMPT_DRAFT,
                            .intents = intents,
                            .now = today,
                            .redact = settings->redact,
                            .names = (const char *const *) names };
  AntePrompt *prompt = NULL;
  AnteAssistPrompt *self = NULL;

  if (parts == NULL)
    return NULL;
  g_string_append_printf (basis, "ai %s%s%s", settings->provider,
                          settings->model != NULL ? " " : "",
                          settings->model != NULL ? settings->model : "");
  memory = list_memory (facts, basis);
  lines = list_lines (facts, rows, times, &input.n_lines);
  input.lines = lines;
  input.parts = parts->parts;
  input.n_parts = parts->n_parts;
  input.memory = (const char *const *) memory;
  if ((prompt = ante_prompt_build (&input, error)) == NULL)
    return NULL;
  g_string_append_printf (basis, "\nmessages %u", input.n_lines - prompt->n_dropped);
  self = g_new0 (AnteAssistPrompt, 1);
  self->prompt = prompt;
  self->rows = g_steal_pointer (&rows);
  self->basis = g_strdup (basis->str);
  return self;
}

void
ante_assist_prompt_free (AnteAssistPrompt *self)
{
  if (self == NULL)
    return;

  ante_prompt_unref (self->prompt);
  g_array_unref (self->rows);
  g_free (self->basis);
  g_free (self);
}
