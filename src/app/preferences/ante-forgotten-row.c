#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-forgotten-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "store/ante-store-forget.h"

/* Each has a line; more than these are counted. */
#define MOST 5

static void
add_row (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_preferences_group_add (group, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AdwPreferencesGroup *group = user_data; /* alive unless cancelled */
  g_autoptr (GArray) times = ante_store_list_forgotten_finish (ANTE_STORE (source), result, NULL);

  for (guint i = 0; times != NULL && i < MIN (times->len, MOST); i++) {
    g_autofree char *when = ante_words_exact (g_array_index (times, gint64, i));
    /* Translators: a date and a time. */
    g_autofree char *line = g_strdup_printf (_ ("Somebody was forgotten: %s"), when);

    add_row (group, line);
  }
  if (times != NULL && times->len > MOST) {
    g_autofree char *line = g_strdup_printf (
      g_dngettext (NULL, "And %u before that", "And %u before that", times->len - MOST),
      times->len - MOST);

    add_row (group, line);
  }
  gtk_widget_set_visible (GTK_WIDGET (group), times != NULL && times->len > 0);
}

void
ante_forgotten_row_fill (AdwPreferencesGroup *group, AnteStore *store, GCancellable *cancellable)
{
  ante_store_list_forgotten_async (store, cancellable, listed_cb, group);
}
