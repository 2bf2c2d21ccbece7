#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-stage-hint.h"

#include <glib/gi18n.h>

#include "rules/ante-stage-advice.h"
#include "rules/ante-text.h"

#define MINUTE_MS 60000
#define N_ROLES 32 /* at most */

struct _AnteStageHint {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;

  gint64 lead;
  char *key; /* of the stage that is advised; NULL: nothing is */
  AnteStageRole role;
  GHashTable *waved_off; /* hints, by number */
};

G_DEFINE_FINAL_TYPE (AnteStageHint, ante_stage_hint, ADW_TYPE_BIN)

static gint64
number_hint (gint64 lead, AnteStageRole role)
{
  return lead * N_ROLES + (gint64) role;
}

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
find_advised (AnteStageHint *self, AnteLead *lead, GPtrArray *stages, gint64 now)
{
  AnteStageRole role = ANTE_STAGE_NEW_INBOUND;
  AnteStage *stage = NULL;
  gint64 hint = 0;

  if (lead == NULL || stages == NULL)
    return NULL;
  stage = find_by_id (stages, lead->stage_id);
  if (stage == NULL || !ante_stage_advise (lead, stage->role, now, &role))
    return NULL;
  hint = number_hint (lead->id, role);
  return g_hash_table_contains (self->waved_off, &hint) ? NULL : find_by_role (stages, role);
}

/* "No word for 3 days, call in 20 hours" */
static char *
describe_silence (AnteLead *lead, gint64 now)
{
  int days = (int) ((now - lead->last_lead_at) / ANTE_DAY_MS);
  int minutes = (int) ((lead->next_due - now + MINUTE_MS - 1) / MINUTE_MS);
  int hours = minutes / 60;
  g_autofree char *silence = g_strdup_printf (
    g_dngettext (NULL, "No word for %d day", "No word for %d days", (gulong) days), days);
  g_autofree char *call =
    hours > 0
      ? g_strdup_printf (g_dngettext (NULL, "call in %d hour", "call in %d hours", (gulong) hours),
                         hours)
      : g_strdup_printf (
          g_dngettext (NULL, "call in %d minute", "call in %d minutes", (gulong) minutes), minutes);

  /* Translators: "No word for 3 days", "call in 20 hours". */
  return g_strdup_printf (_ ("%s, %s"), silence, call);
}

static char *
describe (AnteLead *lead, AnteStage *advised, gint64 now)
{
  g_autofree char *silence = NULL;

  if (advised->role != ANTE_STAGE_NO_SHOW_RISK)
    /* Translators: the name of a stage. */
    return g_strdup_printf (_ ("Answered. Move to %s?"), advised->name);
  silence = describe_silence (lead, now);
  /* Translators: why, and the name of a stage. */
  return g_strdup_printf (_ ("%s. Move to %s?"), silence, advised->name);
}

void
ante_stage_hint_set_lead (AnteStageHint *self, AnteLead *lead, GPtrArray *stages, gint64 now)
{
  AnteStage *advised = find_advised (self, lead, stages, now);
  g_autofree char *words = NULL;

  self->lead = lead != NULL ? lead->id : 0;
  g_clear_pointer (&self->key, g_free);
  gtk_revealer_set_reveal_child (self->revealer, advised != NULL);
  if (advised == NULL)
    return;
  self->key = g_strdup (advised->key);
  self->role = advised->role;
  words = describe (lead, advised, now);
  if (!g_str_equal (gtk_label_get_text (self->words), words)) /* else it would be read again */
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
  gint64 hint = number_hint (self->lead, self->role);

  g_hash_table_add (self->waved_off, g_memdup2 (&hint, sizeof hint));
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
