#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-reminders-page.h"

#include <glib/gi18n.h>

#include "app/shared/ante-settings.h"
#include "engine/ante-follow-up-commands.h"
#include "rules/ante-working-hours.h"
#include "store/ante-store-account.h"

struct _AnteRemindersPage {
  AdwPreferencesPage parent_instance;

  AdwEntryRow *week;
  AdwPreferencesGroup *hours;
  GSettings *settings; /* NULL: nothing can be kept here */
  AnteWorkspace *workspace;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteRemindersPage, ante_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

static void
describe (AnteRemindersPage *self, const char *words)
{
  adw_preferences_group_set_description (self->hours, words);
}

static void
show_usual_description (AnteRemindersPage *self)
{
  describe (self, _ ("Response windows of handoffs are counted in them. Empty: around the clock."));
}

/* --- working hours -------------------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteRemindersPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);
  g_autoptr (AnteWorkingHours) hours = NULL;
  g_autofree char *words = NULL;

  if (error != NULL)
    return;
  hours = json != NULL ? ante_working_hours_parse (json, -1, NULL) : NULL;
  words = hours != NULL ? ante_working_hours_to_words (hours) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->week), words);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteRemindersPage *self = user_data;
  g_autoptr (GError) error = NULL;

  if (ante_store_set_setting_finish (ANTE_STORE (source), result, &error))
    show_usual_description (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    describe (self, _ ("The hours could not be kept. Try again."));
}

/* (transfer full) (nullable): as JSON; %NULL for what is not understood. */
static char *
read_week (const char *words)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AnteWorkingSpan));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (AnteWorkingHours) hours = NULL;

  if (ante_working_hours_read_words (words, spans))
    hours =
      ante_working_hours_new (zone, (const AnteWorkingSpan *) spans->data, spans->len, NULL, 0);
  return hours != NULL ? ante_working_hours_write (hours) : NULL;
}

static void
apply_cb (AnteRemindersPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->week));
  g_autofree char *json = *words != '\0' ? read_week (words) : NULL;

  if (*words != '\0' && json == NULL) {
    describe (self, _ ("That is not understood, and nothing was changed. Write it as “Mon–Fri "
                       "9:00–12:00, 14:00–18:00; Sat 9:00–13:00”."));
    gtk_widget_add_css_class (GTK_WIDGET (self->week), "error");
    return;
  }
  gtk_widget_remove_css_class (GTK_WIDGET (self->week), "error");
  ante_store_set_setting_async (ante_workspace_get_store (self->workspace), ANTE_SETTING_HOURS,
                                json, self->cancellable, kept_cb, self);
}

void
ante_reminders_page_set_workspace (AnteRemindersPage *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  ante_store_get_setting_async (ante_workspace_get_store (workspace), ANTE_SETTING_HOURS,
                                self->cancellable, read_cb, self);
}

/* --- the page ------------------------------------------------------------------------------- */

static void
add_switch (AnteRemindersPage *self,
            AdwPreferencesGroup *group,
            const char *title,
            const char *subtitle,
            const char *key)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  gtk_widget_set_sensitive (GTK_WIDGET (row), self->settings != NULL);
  if (self->settings != NULL)
    g_settings_bind (self->settings, key, button, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
ante_reminders_page_dispose (GObject *object)
{
  AnteRemindersPage *self = ANTE_REMINDERS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_reminders_page_parent_class)->dispose (object);
}

static void
ante_reminders_page_class_init (AnteRemindersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_reminders_page_dispose;
}

static void
ante_reminders_page_init (AnteRemindersPage *self)
{
  static const char *const keys[] = { ANTE_SETTING_BACKGROUND, ANTE_SETTING_TELLS_WORDS, NULL };
  AdwPreferencesGroup *told = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->cancellable = g_cancellable_new ();
  self->settings = ante_settings_open (keys);
  self->hours = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->week = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Reminders"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "alarm-symbolic");
  adw_preferences_group_set_title (self->hours, _ ("Working Hours"));
  show_usual_description (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->week), _ ("When you work"));
  adw_entry_row_set_show_apply_button (self->week, TRUE);
  g_signal_connect_object (self->week, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->hours, GTK_WIDGET (self->week));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->hours);
  adw_preferences_group_set_title (told, _ ("On the Desktop"));
  add_switch (self, told, _ ("Go on without a window"),
              _ ("Begins when you sign in, and tells what is due while the window is closed"),
              ANTE_SETTING_BACKGROUND);
  add_switch (self, told, _ ("Say why in a notification"),
              _ ("Which may be a lead's words; they can show on a lock screen"),
              ANTE_SETTING_TELLS_WORDS);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), told);
}
