#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-stage.h"

G_DEFINE_FINAL_TYPE (AnteStage, ante_stage, G_TYPE_OBJECT)

static void
ante_stage_finalize (GObject *object)
{
  AnteStage *self = ANTE_STAGE (object);

  g_free (self->key);
  g_free (self->name);
  g_strfreev (self->requirements);
  G_OBJECT_CLASS (ante_stage_parent_class)->finalize (object);
}

static void
ante_stage_class_init (AnteStageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_stage_finalize;
}

static void
ante_stage_init (AnteStage *self)
{
}

/**
 * ante_stage_new:
 *
 * Returns: (transfer full): an empty stage, to be filled by its maker before anyone else sees it
 */
AnteStage *
ante_stage_new (void)
{
  return g_object_new (ANTE_TYPE_STAGE, NULL);
}

gboolean
ante_stage_requires (AnteStage *self, const char *word)
{
  return self->requirements != NULL &&
         g_strv_contains ((const char *const *) self->requirements, word);
}

gboolean
ante_stage_is_end (AnteStage *self)
{
  return self->role == ANTE_STAGE_NOT_A_FIT || self->role == ANTE_STAGE_CLIENT;
}

AnteStage *
ante_stage_find (GPtrArray *stages, gint64 id)
{
  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->id == id)
      return stage;
  }
  return NULL;
}

AnteStage *
ante_stage_find_key (GPtrArray *stages, const char *key)
{
  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (g_str_equal (stage->key, key))
      return stage;
  }
  return NULL;
}
