#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-stage-hint.h"

#include <glib/gi18n.h>

#include "rules/ante-stage-advice.h"
#include "rules/ante-text.h"

#define MINUTE_MS 60000
#define STEP_CHARS 40

struct _AnteStageHint {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;

  char *key;             /* of the stage that is advised; NULL: nothing is */
  char *hint;            /* what is said, as it is waved off */
  GHashTable *waved_off; /* hints */
};

G_DEFINE_FINAL_TYPE (AnteStageHint, ante_stage_hint, ADW_TYPE_BIN)

/* A step that is put off is another one, before which a silence is told anew. */
static char *
name_hint (AnteLead *lead, AnteStageRole role)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT, lead->id, (int) role,
                          role == ANTE_STAGE_NO_SHOW_RISK ? MAX (lead->next_due, lead->booking_at)
                          : role == ANTE_STAGE_BOOKED     ? lead->booking_at
                                                          : 0);
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
  g_autofree char *hint = NULL;

  if (lead == NULL || stages == NULL)
    return NULL;
  stage = find_by_id (stages, lead->stage_id);
  if (stage == NULL || !ante_stage_advise (lead, stage->role, now, &role))
    return NULL;
  hint = name_hint (lead, role);
  return g_hash_table_contains (self->waved_off, hint) ? NULL : find_by_role (stages, role);
}

/* In whole hours: what changed by the minute would be read aloud by the minute. */
static int
hours_until (gint64 at, gint64 now)
{
  return (int) ((at - now + MINUTE_MS - 1) / MINUTE_MS) / 60;
}

/* The call, where it is what is near. */
static char *
describe_call (AnteLead *lead, gint64 now)
{
  int hours = hours_until (lead->booking_at, now);

  if (hours == 0)
    return g_strdup (_ ("the call is within the hour"));
  return g_strdup_printf (
    g_dngettext (NULL, "the call is in %d hour", "the call is in %d hours", (gulong) hours), hours);
}

static char *
describe_step (AnteLead *lead, gint64 now)
{
  int hours = hours_until (lead->next_due, now);
  g_autofree char *line = ante_text_one_line (lead->next_action, STEP_CHARS);
  g_autofree char *step = ante_text_isolate (line);

  if (hours == 0)
    /* Translators: a next step: "“Send the prep form” is due within the hour". */
    return g_strdup_printf (_ ("“%s” is due within the hour"), step);
  return g_strdup_printf (
    /* Translators: a next step: "“Send the prep form” is due in 20 hours". */
    g_dngettext (NULL, "“%s” is due in %d hour", "“%s” is due in %d hours", (gulong) hours), step,
    hours);
}

static char *
describe_silence (AnteLead *lead, gint64 now)
{
  int days = (int) ((now - lead->last_lead_at) / ANTE_DAY_MS);
  g_autofree char *silence = g_strdup_printf (
    g_dngettext (NULL, "No word for %d day", "No word for %d days", (gulong) days), days);
  gboolean is_step = ante_lead_has_next_step (lead) && lead->next_due > now &&
                     (lead->booking != ANTE_BOOKING_BOOKED || lead->booking_at <= now ||
                      lead->next_due <= lead->booking_at);
  g_autofree char *step = is_step ? describe_step (lead, now) : describe_call (lead, now);

  /* Translators: "No word for 3 days, and “Send the prep form” is due in 20 hours". */
  return g_strdup_printf (_ ("%s, and %s"), silence, step);
}

static char *
describe (AnteLead *lead, AnteStage *advised, gint64 now)
{
  g_autofree char *silence = NULL;

  if (advised->role == ANTE_STAGE_BOOKED)
    /* Translators: the name of a stage. */
    return g_strdup_printf (_ ("A call is booked. Move to %s?"), advised->name);
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

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->hint, g_free);
  gtk_revealer_set_reveal_child (self->revealer, advised != NULL);
  if (advised == NULL)
    return;
  self->key = g_strdup (advised->key);
  self->hint = name_hint (lead, advised->role);
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
  if (self->hint == NULL)
    return; /* pressed while it goes away */
  g_hash_table_add (self->waved_off, g_steal_pointer (&self->hint));
  g_clear_pointer (&self->key, g_free);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
ante_stage_hint_finalize (GObject *object)
{
  g_hash_table_unref (ANTE_STAGE_HINT (object)->waved_off);
  g_free (ANTE_STAGE_HINT (object)->key);
  g_free (ANTE_STAGE_HINT (object)->hint);
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
  self->waved_off = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_stage_hint_new (void)
{
  return g_object_new (ANTE_TYPE_STAGE_HINT, NULL);
}
