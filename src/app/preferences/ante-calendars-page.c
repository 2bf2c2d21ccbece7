#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-calendars-page.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"
#include "store/ante-store-calendars.h"

#define SOURCE_DATA "ante-source"

/* In the order of the list. */
static const char *const kinds[] = { "feed", "calendly", "cal.com" };

struct _AnteCalendarsPage {
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *known;
  AdwPreferencesGroup *adding;
  AdwComboRow *kind;
  AdwPasswordEntryRow *secret;
  GPtrArray *rows;
  AnteWorkspace *workspace;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteCalendarsPage, ante_calendars_page, ADW_TYPE_PREFERENCES_PAGE)

static void
tell (AnteCalendarsPage *self, const char *words, gboolean is_error)
{
  adw_preferences_group_set_description (self->adding, words);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->secret), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->secret), "error");
}

static void
tell_usual (AnteCalendarsPage *self)
{
  tell (
    self,
    _ ("A secret address is in your calendar's settings, a personal token in those of Calendly or "
       "Cal.com. It is kept in the keyring alone."),
    FALSE);
}

/* --- those that are there ------------------------------------------------------------------- */

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ante_booking_watch_remove_finish (ANTE_BOOKING_WATCH (source), result, &error))
    g_message ("a calendar could not be removed: %s", error->message);
}

static void
remove_cb (AnteCalendarsPage *self, GtkButton *button)
{
  const AnteCalendarSource *calendar = g_object_get_data (G_OBJECT (button), SOURCE_DATA);

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  ante_booking_watch_remove_async (ante_workspace_get_booking_watch (self->workspace), calendar,
                                   removed_cb, NULL);
}

static char *
describe (AnteCalendarsPage *self, const AnteCalendarSource *calendar)
{
  gint64 now = ante_workspace_now (self->workspace);
  g_autofree char *when =
    calendar->polled_at > 0 ? ante_words_ago (calendar->polled_at, now) : g_strdup (_ ("not yet"));
  g_autofree char *where =
    *calendar->host != '\0' ? g_strdup_printf ("%s · ", calendar->host) : g_strdup ("");

  if (calendar->error != NULL)
    return g_strdup_printf (_ ("%sIt does not answer: %s"), where, calendar->error);
  if (g_str_equal (calendar->kind, "file"))
    return g_strdup_printf (_ ("%sA file, read %s"), where, when);
  return g_strdup_printf (_ ("%sLast asked: %s"), where, when);
}

static void
add_row (AnteCalendarsPage *self, const AnteCalendarSource *calendar)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *words = describe (self, calendar);
  g_autofree char *title = g_markup_escape_text (calendar->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), calendar->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Ask it no more; what it told stays"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (remove), SOURCE_DATA, ante_calendar_source_copy (calendar),
                          (GDestroyNotify) ante_calendar_source_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, remove);
  adw_preferences_group_add (self->known, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteCalendarsPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calendars =
    ante_store_list_calendars_finish (ANTE_STORE (source), result, &error);

  if (calendars == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->known, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < calendars->len; i++)
    add_row (self, calendars->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->known), calendars->len > 0);
}

static void
read_calendars (AnteCalendarsPage *self)
{
  ante_store_list_calendars_async (ante_workspace_get_store (self->workspace), self->cancellable,
                                   listed_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteCalendarsPage *self)
{
  if ((topics & ANTE_STORE_BOOKINGS) != 0)
    read_calendars (self);
}

/* --- adding --------------------------------------------------------------------------------- */

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteCalendarsPage *self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_booking_watch_add_finish (ANTE_BOOKING_WATCH (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->secret), TRUE);
  if (id > 0) {
    gtk_editable_set_text (GTK_EDITABLE (self->secret), "");
    tell (self, _ ("It is added, and asked from now on."), FALSE);
  } else {
    AnteAdvice advice = ante_advice_for_error (error);
    g_autofree char *words = g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));

    tell (self, words, TRUE);
  }
}

static void
apply_cb (AnteCalendarsPage *self)
{
  const char *secret = gtk_editable_get_text (GTK_EDITABLE (self->secret));
  guint kind = adw_combo_row_get_selected (self->kind);

  if (*secret == '\0' || kind >= G_N_ELEMENTS (kinds) || self->workspace == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->secret), FALSE);
  tell (self, _ ("It is being asked…"), FALSE);
  ante_booking_watch_add_async (ante_workspace_get_booking_watch (self->workspace), kinds[kind],
                                secret, self->cancellable, added_cb, self);
}

void
ante_calendars_page_set_workspace (AnteCalendarsPage *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  read_calendars (self);
}

/* --- the page ------------------------------------------------------------------------------- */

static void
ante_calendars_page_dispose (GObject *object)
{
  AnteCalendarsPage *self = ANTE_CALENDARS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_calendars_page_parent_class)->dispose (object);
}

static void
ante_calendars_page_class_init (AnteCalendarsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_calendars_page_dispose;
}

static void
ante_calendars_page_init (AnteCalendarsPage *self)
{
  const char *const names[] = { _ ("A secret calendar address"), _ ("Calendly"), _ ("Cal.com"),
                                NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Calendars"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "x-office-calendar-symbolic");
  self->known = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->known, _ ("Where Bookings Come From"));
  gtk_widget_set_visible (GTK_WIDGET (self->known), FALSE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->known);
  self->adding = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->adding, _ ("Add a Calendar"));
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _ ("What it is"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (model));
  adw_preferences_group_add (self->adding, GTK_WIDGET (self->kind));
  self->secret = ADW_PASSWORD_ENTRY_ROW (adw_password_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret), _ ("Its address or token"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->secret), TRUE);
  g_signal_connect_object (self->secret, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->adding, GTK_WIDGET (self->secret));
  tell_usual (self);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->adding);
}
