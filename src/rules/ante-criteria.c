#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-criteria.h"

#include "rules/ante-gate.h"

/* What is asked of everyone, where no stage asks for anything. */
static const char *const usual[] = { "goal", "problem", "budget", "timeline", NULL };

static gboolean
is_fact (const char *word)
{
  return !g_str_equal (word, ANTE_GATE_NEXT_STEP) && !g_str_equal (word, ANTE_GATE_REASON);
}

/* Those that the lead is on the way to. */
static gboolean
is_ahead (AnteStage *stage)
{
  return !stage->hidden && stage->role != ANTE_STAGE_NO_SHOW_RISK &&
         stage->role != ANTE_STAGE_NURTURE && stage->role != ANTE_STAGE_NOT_A_FIT;
}

static GStrv
list_facts (AnteStage *stage)
{
  const char *const *words = ante_gate_get_words ();
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv facts = NULL;

  for (guint i = 0; words[i] != NULL; i++) {
    if (is_fact (words[i]) && ante_stage_requires (stage, words[i]))
      g_strv_builder_add (builder, words[i]);
  }
  facts = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return facts;
}

static guint
find_place (GPtrArray *stages, gint64 stage_id)
{
  guint i = 0;

  while (i < stages->len && ((AnteStage *) stages->pdata[i])->id != stage_id)
    i++;
  return i;
}

GStrv
ante_criteria_find (GPtrArray *stages, gint64 stage_id, AnteStage **next)
{
  guint place = find_place (stages, stage_id);

  *next = NULL;
  if (place == stages->len || ((AnteStage *) stages->pdata[place])->role != ANTE_STAGE_QUALIFYING)
    return NULL;

  for (guint i = place + 1; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];
    g_auto (GStrv) facts = is_ahead (stage) ? list_facts (stage) : NULL;

    if (facts != NULL && *facts != NULL) {
      *next = stage;
      return g_steal_pointer (&facts);
    }
    if (*next == NULL && stage->role == ANTE_STAGE_QUALIFIED && !stage->hidden)
      *next = stage;
  }
  return g_strdupv ((char **) usual);
}
