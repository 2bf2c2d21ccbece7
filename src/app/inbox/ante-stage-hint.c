#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-stage-hint.h"

#include <glib/gi18n.h>

#include "rules/ante-stage-advice.h"
#include "rules/ante-text.h"

struct _AnteStageHint {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;

  gint64 lead;
  char *key; /* of the stage that is advised; NULL: nothing is */
  GHashTable *waved_off;
};

G_DEFINE_FINAL_TYPE (AnteStageHint, ante_stage_hint, ADW_TYPE_BIN)

/* The first of @role that is on the board: (transfer none) (nullable). */
static AnteStage *
find_by_role (GPtrArray *stages, AnteStageRole role)
{
  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->role == role && !stage->hidden)
      return stage;
  }
  return NULL;
}

static AnteStage *
find_by_id (GPtrArray *stages, gint64 id)
{
  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->id == id)
      return stage;
  }
  return NULL;
}

static AnteStage *
find_advised (AnteStageHint *self, AnteLead *lead, GPtrArray *stages)
{
  AnteStageRole role = ANTE_STAGE_NEW_INBOUND;
  AnteStage *stage = NULL;

  if (lead == NULL || stages == NULL || g_hash_table_contains (self->waved_off, &lead->id))
    return NULL;
  stage = find_by_id (stages, lead->stage_id);
  if (stage == NULL || !ante_stage_advise (lead, stage->role, &role))
    return NULL;
  return find_by_role (stages, role);
}

void
ante_stage_hint_set_lead (AnteStageHint *self, AnteLead *lead, GPtrArray *stages)
{
  AnteStage *advised = find_advised (self, lead, stages);
  g_autofree char *words = NULL;

  self->lead = lead != NULL ? lead->id : 0;
  g_clear_pointer (&self->key, g_free);
  gtk_revealer_set_reveal_child (self->revealer, advised != NULL);
  if (advised == NULL)
    return;
  self->key = g_strdup (advised->key);
  /* Translators: the name of a stage. */
  words = g_strdup_printf (_ ("Answered. Move to %s?"), advised->name);
  gtk_label_set_text (self->words, words);
}

gboolean
ante_stage_hint_accept (AnteStageHint *self)
{
  return self->key != NULL &&
         gtk_widget_activate_action (GTK_WIDGET (self), "lead.move", "s", self->key);
}

static void
accept_cb (AnteStageHint *self)
{
  ante_stage_hint_accept (self);
}

static void
wave_off_cb (AnteStageHint *self)
{
  g_hash_table_add (self->waved_off, g_memdup2 (&self->lead, sizeof self->lead));
  g_clear_pointer (&self->key, g_free);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
ante_stage_hint_finalize (GObject *object)
{
  g_hash_table_unref (ANTE_STAGE_HINT (object)->waved_off);
  g_free (ANTE_STAGE_HINT (object)->key);
  G_OBJECT_CLASS (ante_stage_hint_parent_class)->finalize (object);
}

static void
ante_stage_hint_class_init (AnteStageHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_stage_hint_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-stage-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteStageHint, revealer);
  gtk_widget_class_bind_template_child (widget_class, AnteStageHint, words);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, wave_off_cb);
}

static void
ante_stage_hint_init (AnteStageHint *self)
{
  self->waved_off = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_stage_hint_new (void)
{
  return g_object_new (ANTE_TYPE_STAGE_HINT, NULL);
}
