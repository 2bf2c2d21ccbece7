#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-ai-ledger-rows.h"

#include <glib/gi18n.h>

#include "app/preferences/ante-ai-words.h"
#include "store/ante-ai-ledger.h"

/* Older ones are told by anteroomctl assist ledger. */
#define MOST 100

typedef struct {
  AdwPreferencesGroup *group;
  GPtrArray *rows;
} Fill;

static void
add_row (const Fill *fill, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (fill->group, row);
  g_ptr_array_add (fill->rows, row);
}

static void
show (const Fill *fill, GPtrArray *calls)
{
  gint64 now = g_get_real_time () / 1000;

  for (guint i = 0; i < fill->rows->len; i++)
    adw_preferences_group_remove (fill->group, fill->rows->pdata[i]);
  g_ptr_array_set_size (fill->rows, 0);
  if (calls->len == 0)
    add_row (fill, _ ("Nothing has left this computer"),
             _ ("No word of yours or of a lead was ever sent to an AI provider."));
  for (guint i = 0; i < MIN (calls->len, MOST); i++) {
    g_autofree char *title = ante_ai_words_call (calls->pdata[i], now);
    g_autofree char *detail = ante_ai_words_call_detail (calls->pdata[i]);

    add_row (fill, title, detail);
  }
  if (calls->len > MOST)
    add_row (fill, _ ("There are older ones"), _ ("anteroomctl assist ledger lists all of them."));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Fill *fill = user_data; /* its widgets are alive unless cancelled */
  g_autoptr (GPtrArray) calls = ante_ai_ledger_list_finish (ANTE_STORE (source), result, NULL);

  if (calls != NULL)
    show (fill, calls);
}

void
ante_ai_ledger_rows_fill (AdwPreferencesGroup *group,
                          GPtrArray *rows,
                          AnteStore *store,
                          GCancellable *cancellable)
{
  Fill *fill = g_new0 (Fill, 1);

  fill->group = group;
  fill->rows = rows;
  ante_ai_ledger_list_async (store, MOST + 1, cancellable, listed_cb, fill);
}
