#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-preferences-window.h"

#include <glib/gi18n.h>

#include "app/preferences/ante-ai-page.h"
#include "app/preferences/ante-calendars-page.h"
#include "app/preferences/ante-forgotten-row.h"
#include "app/preferences/ante-reminders-page.h"
#include "app/preferences/ante-sitter-row.h"
#include "app/shared/ante-settings.h"
#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"
#include "model/ante-party.h"
#include "store/ante-store-account.h"
#include "store/ante-store-leads.h"

/* Read by the store when a lead is made. */
#define DEFAULT_OWNER "default-owner"

struct _AntePreferencesWindow {
  AdwPreferencesWindow parent_instance;

  AdwComboRow *sitter;
  AdwComboRow *owner;
  GtkStringList *owners;
  AdwPreferencesGroup *account_group;
  AdwActionRow *account;
  GtkSwitch *human_agent;
  GtkSwitch *advance;
  AdwPreferencesGroup *forgotten_group;
  AnteAiPage *ai;
  AnteRemindersPage *reminders;
  AnteCalendarsPage *calendars;
  GSettings *settings; /* NULL: nothing can be kept here */

  AnteWorkspace *workspace;
  GCancellable *cancellable;
  GPtrArray *parties; /* what each row of owners stands for */
  gboolean filling;   /* nothing can be chosen yet */
};

G_DEFINE_FINAL_TYPE (AntePreferencesWindow, ante_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
tell_error (AntePreferencesWindow *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    adw_toast_new (_ (advice.title)));
}

/* What is being written does not hold the window: one that is closed meanwhile is closed, and must
 * not outlive the window that it stands over. */
static GWeakRef *
watch_self (AntePreferencesWindow *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static AntePreferencesWindow *
unwatch_self (gpointer user_data)
{
  GWeakRef *ref = user_data;
  AntePreferencesWindow *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  return self;
}

/* --- the owner of new leads ----------------------------------------------------------------- */

static void
add_owner (AntePreferencesWindow *self, const char *party)
{
  g_autofree char *words = ante_words_party (party);

  if (g_ptr_array_find_with_equal_func (self->parties, party, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->parties, g_strdup (party));
  gtk_string_list_append (self->owners, words);
}

static void
choose_owner (AntePreferencesWindow *self, const char *party)
{
  guint position = 0;

  if (g_ptr_array_find_with_equal_func (self->parties, party, g_str_equal, &position))
    adw_combo_row_set_selected (self->owner, position);
}

static void
owner_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AntePreferencesWindow *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  g_autofree char *party = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL) {
    tell_error (self, error);
    return;
  }
  add_owner (self, party != NULL ? party : ANTE_PARTY_COACH);
  adw_combo_row_set_model (self->owner, G_LIST_MODEL (self->owners));
  choose_owner (self, party != NULL ? party : ANTE_PARTY_COACH);
  self->filling = FALSE;
}

static void
setters_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AntePreferencesWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) setters = ante_store_list_setters_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    add_owner (self, setters[i]);
  ante_sitter_row_fill (self->sitter, (const char *const *) setters);
  ante_store_get_setting_async (ANTE_STORE (source), DEFAULT_OWNER, self->cancellable,
                                owner_read_cb, self);
}

static void
owner_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePreferencesWindow) self = unwatch_self (user_data);
  g_autoptr (GError) error = NULL;

  if (!ante_store_set_setting_finish (ANTE_STORE (source), result, &error) && self != NULL)
    tell_error (self, error);
}

static void
owner_cb (AntePreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->owner);

  if (self->filling || selected >= self->parties->len)
    return;
  ante_store_set_setting_async (ante_workspace_get_store (self->workspace), DEFAULT_OWNER,
                                self->parties->pdata[selected], NULL, owner_written_cb,
                                watch_self (self));
}

/* --- the account ---------------------------------------------------------------------------- */

static void
show_account (AntePreferencesWindow *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  g_autofree char *handle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->account_group), account != NULL);
  if (account == NULL)
    return;
  handle = g_strconcat ("@", account->username, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->account), handle);
  adw_action_row_set_subtitle (self->account, account->name != NULL ? account->name : "");
  gtk_switch_set_active (self->human_agent, account->human_agent);
}

static void
human_agent_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AntePreferencesWindow) self = unwatch_self (user_data);
  g_autoptr (GError) error = NULL;

  if (ante_workspace_set_human_agent_finish (ANTE_WORKSPACE (source), result, &error) ||
      self == NULL)
    return;
  tell_error (self, error);
  show_account (self);
}

static void
human_agent_cb (AntePreferencesWindow *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  gboolean active = gtk_switch_get_active (self->human_agent);

  if (account != NULL && account->human_agent != active)
    ante_workspace_set_human_agent_async (self->workspace, active, NULL, human_agent_written_cb,
                                          watch_self (self));
}

static void
ante_preferences_window_dispose (GObject *object)
{
  AntePreferencesWindow *self = ANTE_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_preferences_window_parent_class)->dispose (object);
}

static void
ante_preferences_window_class_init (AntePreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_preferences_window_dispose;
  g_type_ensure (ANTE_TYPE_AI_PAGE);
  g_type_ensure (ANTE_TYPE_CALENDARS_PAGE);
  g_type_ensure (ANTE_TYPE_REMINDERS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH
                                               "/ui/preferences/ante-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, sitter);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, owner);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, owners);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, account_group);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, account);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, human_agent);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, advance);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, forgotten_group);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, ai);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, calendars);
  gtk_widget_class_bind_template_child (widget_class, AntePreferencesWindow, reminders);
  gtk_widget_class_bind_template_callback (widget_class, owner_cb);
  gtk_widget_class_bind_template_callback (widget_class, human_agent_cb);
}

static void
bind_advance (AntePreferencesWindow *self)
{
  static const char *const keys[] = { ANTE_SETTING_ADVANCE, NULL };

  self->settings = ante_settings_open (keys);
  if (self->settings != NULL)
    g_settings_bind (self->settings, ANTE_SETTING_ADVANCE, self->advance, "active",
                     G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_sensitive (GTK_WIDGET (self->advance), self->settings != NULL);
}

static void
ante_preferences_window_init (AntePreferencesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->parties = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_owner (self, ANTE_PARTY_COACH);
  bind_advance (self);
}

GtkWidget *
ante_preferences_window_new (GtkWindow *parent, AnteWorkspace *workspace)
{
  AntePreferencesWindow *self =
    g_object_new (ANTE_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "application",
                  gtk_window_get_application (parent), NULL);

  self->workspace = g_object_ref (workspace);
  show_account (self);
  ante_ai_page_set_workspace (self->ai, workspace);
  ante_calendars_page_set_workspace (self->calendars, workspace);
  ante_reminders_page_set_workspace (self->reminders, workspace);
  g_signal_connect_object (workspace, "notify::account", G_CALLBACK (show_account), self,
                           G_CONNECT_SWAPPED);
  ante_store_list_setters_async (ante_workspace_get_store (workspace), self->cancellable,
                                 setters_cb, self);
  ante_forgotten_row_fill (self->forgotten_group, ante_workspace_get_store (workspace),
                           self->cancellable);
  return GTK_WIDGET (self);
}
