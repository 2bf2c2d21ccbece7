#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-ai-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"
#include "rules/ante-text.h"

/* --- one that left -------------------------------------------------------------------------- */

char *
ante_ai_words_call (const AnteAiCall *call, gint64 now)
{
  g_autofree char *when = ante_words_moment (call->at, now);
  g_autofree char *who = call->title != NULL ? ante_text_isolate (call->title) : NULL;

  return g_strdup_printf ("%s · %s", when, who != NULL ? who : _ ("About nobody"));
}

/* Of what went into a request there may be several. */
static char *
name_count (const char *name, guint n)
{
  if (g_str_equal (name, "playbook"))
    return g_strdup_printf (
      g_dngettext (NULL, "%u part of the playbook", "%u parts of the playbook", n), n);
  if (g_str_equal (name, "memory"))
    return g_strdup_printf (g_dngettext (NULL, "%u fact", "%u facts", n), n);
  if (g_str_equal (name, "messages"))
    return g_strdup_printf (g_dngettext (NULL, "%u message", "%u messages", n), n);
  if (g_str_equal (name, "covered"))
    return g_strdup_printf (g_dngettext (NULL, "%u covered word", "%u covered words", n), n);
  return g_strdup_printf ("%s: %u", name, n);
}

static char *
name_field (const char *field)
{
  static const struct {
    const char *field;
    const char *words;
  } names[] = {
    { "for:draft", N_ ("for a draft") },
    { "for:models", N_ ("the list of models") },
    { "for:test", N_ ("a test") },
    { "for:memory", N_ ("for what is known") },
    { ANTE_AI_CALL_STAYED, N_ ("on this computer") },
    { "instructions", N_ ("instructions") },
  };
  const char *colon = strchr (field, ':');
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i].field, field))
      return g_strdup (_ (names[i].words));
  }
  if (colon == NULL)
    return g_strdup (field);
  name = g_strndup (field, (gsize) (colon - field));
  return name_count (name, (guint) g_ascii_strtoull (colon + 1, NULL, 10));
}

static char *
name_fields (const char *fields)
{
  g_auto (GStrv) parts = g_strsplit (fields, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *name = name_field (parts[i]);

    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", name);
  }
  return g_strdup (words->str);
}

static char *
name_outcome (const char *outcome)
{
  if (g_str_equal (outcome, ANTE_AI_CALL_OK))
    return g_strdup (_ ("answered"));
  if (g_str_equal (outcome, ANTE_AI_CALL_ASKED))
    return g_strdup (_ ("no answer was written down"));
  /* Translators: the short name of an error. */
  return g_strdup_printf (_ ("failed: %s"), outcome);
}

char *
ante_ai_words_call_detail (const AnteAiCall *call)
{
  g_autofree char *fields = name_fields (call->fields);
  g_autofree char *size = g_format_size ((guint64) call->bytes_out);
  g_autofree char *cost = call->cost < 0
                            ? g_strdup (_ ("cost unknown"))
                            : ante_ai_settings_write_amount (call->cost, call->currency);
  g_autofree char *outcome = name_outcome (call->outcome);
  g_autofree char *model = ante_text_isolate (call->model);

  return g_strdup_printf ("%s%s%s · %s · %s · %s · %s", call->host,
                          *call->model != '\0' ? " · " : "", *call->model != '\0' ? model : "",
                          fields, size, cost, outcome);
}

/* --- what holds ----------------------------------------------------------------------------- */

char *
ante_ai_words_settings (const AnteAiSettings *settings)
{
  if (!ante_ai_settings_is_on (settings))
    return g_strdup (_ ("AI is off. Drafts come from the playbook alone, and nothing is sent to "
                        "anybody."));
  if (settings->always)
    return g_strdup (_ ("AI writes every draft that the playbook lets it, and you decide about "
                        "each."));
  return g_strdup (_ ("AI writes a draft where the playbook has no words, and you decide about "
                      "each."));
}

static char *
describe_step (const AnteAssistStep *step)
{
  AnteAdvice advice = ante_advice_for_error (step->error);

  return g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));
}

/* A list that fails beside a draft that came is no trouble. */
char *
ante_ai_words_report (const AnteAssistReport *report)
{
  g_autofree char *bad = NULL;

  for (guint i = 0; i < report->steps->len; i++) {
    const AnteAssistStep *step = report->steps->pdata[i];

    if (step->error != NULL) {
      g_free (bad);
      bad = describe_step (step);
    }
  }
  if (!report->ok)
    return bad != NULL ? g_steal_pointer (&bad) : g_strdup (_ ("It did not work"));
  if (report->model_listed == 0)
    return g_strdup_printf (_ ("It works, though the list of models does not have this one. The "
                               "first answer took %u ms."),
                            report->first_ms);
  return g_strdup_printf (_ ("It works. The first answer took %u ms."), report->first_ms);
}
