#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-draft-model.h"

#include "engine/ante-advice.h"
#include "engine/ante-secrets.h"
#include "model/ante-fact.h"
#include "rules/ante-text.h"

/* Of what a model says a person should look at. */
#define MOST_REASONS 3
#define MAX_REASON 120
/* A model is no witness: its words are proved, their meaning is not. */
#define CONFIDENCE 0.6

gboolean
ante_draft_model_may_write (const AnteDrafted *drafted,
                            AnteLead *lead,
                            const AnteAiSettings *settings)
{
  if (!ante_ai_settings_is_on (settings) || lead->never_ai)
    return FALSE;
  if (drafted->autonomy == ANTE_AUTONOMY_OFF || drafted->is_fixed)
    return FALSE;
  return drafted->lacks_words || (settings->always && drafted->silence == ANTE_SILENCE_NONE);
}

/* (transfer full): in its own words, as one line: foreign text. */
static char *
join_reasons (const AnteProposal *proposal)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; proposal->reasons != NULL && proposal->reasons[i] != NULL && i < MOST_REASONS;
       i++) {
    g_autofree char *line = ante_text_one_line (proposal->reasons[i], MAX_REASON);

    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", line);
  }
  return g_strdup (text->str);
}

static void
explain (AnteDrafted *drafted, const char *what, const char *reasons)
{
  g_free (drafted->why);
  drafted->why = *reasons != '\0' ? g_strdup_printf ("%s: %s", what, reasons) : g_strdup (what);
}

/* What only a person answers, whoever reads it so. */
static gboolean
is_grave (const AnteProposal *proposal)
{
  AnteIntent intent = ANTE_INTENT_QUESTION;

  return proposal->intent != NULL && ante_intent_from_nick (proposal->intent, &intent) &&
         (intent == ANTE_INTENT_COMPLAINT || intent == ANTE_INTENT_JUDGMENT);
}

static void
call_person (AnteDrafted *drafted, const char *what, const char *reasons)
{
  drafted->silence = ANTE_SILENCE_JUDGMENT;
  g_clear_pointer (&drafted->text, g_free);
  explain (drafted, what, reasons);
}

gboolean
ante_draft_model_take (AnteDrafted *drafted,
                       const AnteCompletion *completion,
                       const AnteAssistPrompt *told)
{
  const AnteProposal *proposal = completion->proposal;
  g_autofree char *reasons = join_reasons (proposal);

  if (is_grave (proposal)) {
    call_person (drafted, "The AI reads something in it that a person has to answer", reasons);
    return FALSE;
  }
  if (proposal->reply == NULL && proposal->needs_human) {
    call_person (drafted, "The AI asks for a person", reasons);
    return FALSE;
  }
  if (proposal->reply == NULL) {
    ante_draft_model_miss (drafted, NULL);
    return FALSE;
  }
  drafted->silence = ANTE_SILENCE_NONE;
  drafted->autonomy = ANTE_AUTONOMY_DRAFT;
  g_free (drafted->text);
  drafted->text = g_strdup (proposal->reply);
  g_free (drafted->basis);
  drafted->basis = g_strdup (told->basis);
  explain (drafted,
           proposal->needs_human ? "An AI wrote it, and asks you to look"
                                 : "An AI wrote it, so you decide",
           reasons);
  return TRUE;
}

static const char *
describe_miss (const GError *error)
{
  if (error == NULL)
    return "it had no answer either";
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "it was switched off, or set up otherwise, meanwhile";
  if (error->domain == ANTE_SECRETS_ERROR)
    return "the keyring did not give its key";
  if (error->domain == ANTE_PROMPT_ERROR)
    return "the playbook and what they wrote are too long for it";
  return ante_advice_for_error (error).title;
}

void
ante_draft_model_miss (AnteDrafted *drafted, const GError *error)
{
  const char *why = describe_miss (error);
  char *told = g_strdup_printf ("%s (AI: %s)", drafted->why != NULL ? drafted->why : "", why);

  g_free (drafted->why);
  drafted->why = told;
}

GPtrArray *
ante_draft_model_list_facts (const AnteProposal *proposal, const AnteAssistPrompt *told)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);

  for (guint i = 0; i < proposal->facts->len; i++) {
    const AnteProposedFact *proposed = proposal->facts->pdata[i];
    AnteFact *fact = NULL;

    if (proposed->message >= told->rows->len)
      continue;
    fact = ante_fact_new ();
    fact->kind = proposed->kind;
    fact->text = g_strdup (proposed->text);
    fact->message_id = g_array_index (told->rows, gint64, proposed->message);
    fact->span_start = proposed->span_start;
    fact->span_end = proposed->span_end;
    fact->origin = ANTE_FACT_BY_AI;
    fact->confidence = CONFIDENCE;
    g_ptr_array_add (facts, fact);
  }
  return facts;
}
