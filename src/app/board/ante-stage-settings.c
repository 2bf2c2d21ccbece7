#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-stage-settings.h"

#include <glib/gi18n.h>

#include "app/board/ante-stage-acts.h"
#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-problem.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-advice.h"
#include "rules/ante-gate.h"
#include "rules/ante-text.h"

struct _AnteStageSettings {
  AdwWindow parent_instance;

  GtkWidget *save;
  AnteProblem *problem;
  AdwEntryRow *name;
  GtkLabel *name_problem;
  GtkSpinButton *limit;
  GtkSpinButton *age;
  AdwPreferencesGroup *requirements;

  GtkWidget *from;
  AnteWorkspace *workspace;
  char *key;
  GPtrArray *checks; /* of GtkCheckButton, borrowed, in the order of the words */
};

G_DEFINE_FINAL_TYPE (AnteStageSettings, ante_stage_settings, ADW_TYPE_WINDOW)

static void
check_cb (AnteStageSettings *self)
{
  g_autofree char *why =
    ante_stage_act_describe_name (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  gtk_widget_set_sensitive (self->save, why == NULL);
  gtk_label_set_text (self->name_problem, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_problem), why != NULL);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_STATE_INVALID,
    why != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (why == NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
  ante_problem_hide (self->problem);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteStageSettings) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (self->from == NULL)
    return; /* closed with its window meanwhile */
  if (error != NULL) {
    AnteAdvice advice = ante_advice_for_error (error);

    ante_problem_show (self->problem, &advice);
    gtk_widget_set_sensitive (self->save, TRUE);
    return;
  }
  if (act > 0) {
    g_autofree char *words =
      g_strdup_printf (_ ("%s is saved"), gtk_editable_get_text (GTK_EDITABLE (self->name)));

    ante_toast_undo (self->from, words, self->workspace, act);
  }
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (AnteStageSettings *self)
{
  const char *const *known = ante_gate_get_words ();
  g_autofree char *name =
    ante_text_clean_name (gtk_editable_get_text (GTK_EDITABLE (self->name)), 0);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; known[i] != NULL; i++) {
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (words, (gpointer) known[i]);
  }
  g_ptr_array_add (words, NULL);
  gtk_spin_button_update (self->limit);
  gtk_spin_button_update (self->age);
  gtk_widget_set_sensitive (self->save, FALSE);
  ante_command_set_up_stage_async (
    self->workspace, self->key, name, gtk_spin_button_get_value_as_int (self->limit),
    gtk_spin_button_get_value_as_int (self->age), (const char *const *) words->pdata, saved_cb,
    g_object_ref (self));
}

/* Of a next step a stage asks for the date, too. */
static const char *
describe_need (const char *word)
{
  return g_str_equal (word, ANTE_GATE_NEXT_STEP) ? _ ("What is to be done next, and when")
                                                 : ante_fact_words_hint (word);
}

static void
add_requirements (AnteStageSettings *self, AnteStage *stage)
{
  const char *const *known = ante_gate_get_words ();

  for (guint i = 0; known[i] != NULL; i++) {
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *check = gtk_check_button_new ();

    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ante_stage_requires (stage, known[i]));
    gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ante_fact_words_need (known[i]));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), describe_need (known[i]));
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    adw_preferences_group_add (self->requirements, row);
    g_ptr_array_add (self->checks, check);
  }
}

static void
ante_stage_settings_dispose (GObject *object)
{
  AnteStageSettings *self = ANTE_STAGE_SETTINGS (object);

  g_clear_object (&self->from);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_stage_settings_parent_class)->dispose (object);
}

static void
ante_stage_settings_finalize (GObject *object)
{
  AnteStageSettings *self = ANTE_STAGE_SETTINGS (object);

  g_ptr_array_unref (self->checks);
  g_free (self->key);
  G_OBJECT_CLASS (ante_stage_settings_parent_class)->finalize (object);
}

static void
ante_stage_settings_class_init (AnteStageSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_stage_settings_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_stage_settings_finalize;
  g_type_ensure (ANTE_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-stage-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, save);
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, name);
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, name_problem);
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, limit);
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, age);
  gtk_widget_class_bind_template_child (widget_class, AnteStageSettings, requirements);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_stage_settings_init (AnteStageSettings *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_stage_settings_new (GtkWidget *from, AnteWorkspace *workspace, AnteStage *stage)
{
  AnteStageSettings *self =
    g_object_new (ANTE_TYPE_STAGE_SETTINGS, "transient-for", gtk_widget_get_root (from), NULL);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->key = g_strdup (stage->key);
  gtk_editable_set_text (GTK_EDITABLE (self->name), stage->name);
  gtk_spin_button_set_value (self->limit, stage->soft_limit);
  gtk_spin_button_set_value (self->age, stage->stale_days);
  add_requirements (self, stage);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
