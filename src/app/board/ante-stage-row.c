#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-stage-row.h"

#include <glib/gi18n.h>

struct _AnteStageRow {
  AdwActionRow parent_instance;

  GtkWidget *hide;
  GtkWidget *settings;
  GtkWidget *up;
  GtkWidget *down;

  AnteStage *stage;
};

static guint asked;

G_DEFINE_FINAL_TYPE (AnteStageRow, ante_stage_row, ADW_TYPE_ACTION_ROW)

/* What is worth a word. */
static char *
describe (AnteStage *stage)
{
  GString *words = g_string_new (NULL);

  if (stage->hidden)
    g_string_append_printf (words, "%s · ", _ ("Hidden"));
  g_string_append_printf (words, g_dngettext (NULL, "%u lead", "%u leads", stage->n_leads),
                          stage->n_leads);
  if (stage->soft_limit > 0) {
    g_string_append (words, " · ");
    g_string_append_printf (words, _ ("limit %d"), stage->soft_limit);
  }
  if (stage->stale_days > 0) {
    g_string_append (words, " · ");
    g_string_append_printf (
      words,
      g_dngettext (NULL, "ages after %d day", "ages after %d days", (gulong) stage->stale_days),
      stage->stale_days);
  }
  return g_string_free (words, FALSE);
}

/* Takes @words. */
static void
name_button (GtkWidget *button, char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_free (words);
}

void
ante_stage_row_set_stage (AnteStageRow *self, AnteStage *stage, guint place, guint n_stages)
{
  g_autofree char *words = describe (stage);

  g_set_object (&self->stage, stage);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), stage->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_button_set_icon_name (GTK_BUTTON (self->hide),
                            stage->hidden ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_sensitive (self->up, place > 0);
  gtk_widget_set_sensitive (self->down, place + 1 < n_stages);
  /* Translators: %s is a stage, here and in the next four. */
  name_button (self->hide,
               g_strdup_printf (stage->hidden ? _ ("Show %s") : _ ("Hide %s"), stage->name));
  name_button (self->settings, g_strdup_printf (_ ("Settings of %s"), stage->name));
  name_button (self->up, g_strdup_printf (_ ("Move %s up"), stage->name));
  name_button (self->down, g_strdup_printf (_ ("Move %s down"), stage->name));
}

AnteStage *
ante_stage_row_get_stage (AnteStageRow *self)
{
  return self->stage;
}

void
ante_stage_row_focus (AnteStageRow *self, AnteStageRowWish wish)
{
  GtkWidget *buttons[] = { self->up, self->down, self->settings, self->hide };
  GtkWidget *button = buttons[wish];

  if (!gtk_widget_is_sensitive (button))
    button = wish == ANTE_STAGE_ROW_UP ? self->down : self->up;
  gtk_widget_grab_focus (button);
}

static void
up_cb (AnteStageRow *self)
{
  g_signal_emit (self, asked, 0, ANTE_STAGE_ROW_UP);
}

static void
down_cb (AnteStageRow *self)
{
  g_signal_emit (self, asked, 0, ANTE_STAGE_ROW_DOWN);
}

static void
settings_cb (AnteStageRow *self)
{
  g_signal_emit (self, asked, 0, ANTE_STAGE_ROW_SETTINGS);
}

static void
hide_cb (AnteStageRow *self)
{
  g_signal_emit (self, asked, 0, ANTE_STAGE_ROW_HIDE);
}

static void
ante_stage_row_dispose (GObject *object)
{
  g_clear_object (&ANTE_STAGE_ROW (object)->stage);
  G_OBJECT_CLASS (ante_stage_row_parent_class)->dispose (object);
}

static void
ante_stage_row_class_init (AnteStageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_stage_row_dispose;
  asked = g_signal_new ("asked", ANTE_TYPE_STAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-stage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteStageRow, hide);
  gtk_widget_class_bind_template_child (widget_class, AnteStageRow, settings);
  gtk_widget_class_bind_template_child (widget_class, AnteStageRow, up);
  gtk_widget_class_bind_template_child (widget_class, AnteStageRow, down);
  gtk_widget_class_bind_template_callback (widget_class, hide_cb);
  gtk_widget_class_bind_template_callback (widget_class, settings_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
}

static void
ante_stage_row_init (AnteStageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_stage_row_new (void)
{
  return g_object_new (ANTE_TYPE_STAGE_ROW, NULL);
}
