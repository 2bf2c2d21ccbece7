#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/preferences/ante-sitter-row.h"

#include "app/shared/ante-settings.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"

typedef struct {
  GSettings *settings;
  GPtrArray *parties; /* what each line stands for */
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->settings);
  g_ptr_array_unref (choice->parties);
  g_free (choice);
}

static void
add (Choice *choice, GtkStringList *words, const char *party)
{
  g_autofree char *name = ante_words_party (party);

  if (g_ptr_array_find_with_equal_func (choice->parties, party, g_str_equal, NULL))
    return;
  g_ptr_array_add (choice->parties, g_strdup (party));
  gtk_string_list_append (words, name);
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, Choice *choice)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < choice->parties->len)
    g_settings_set_string (choice->settings, ANTE_SETTING_SITS_HERE,
                           choice->parties->pdata[selected]);
}

void
ante_sitter_row_fill (AdwComboRow *row, const char *const *setters)
{
  static const char *const keys[] = { ANTE_SETTING_SITS_HERE, NULL };
  GSettings *settings = ante_settings_open (keys);
  g_autofree char *sitter = ante_settings_dup_sitter (settings);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  Choice *choice = NULL;
  guint position = 0;

  gtk_widget_set_sensitive (GTK_WIDGET (row), settings != NULL);
  if (settings == NULL)
    return;
  choice = g_new0 (Choice, 1);
  choice->settings = settings;
  choice->parties = g_ptr_array_new_with_free_func (g_free);
  add (choice, words, ANTE_PARTY_COACH);
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    add (choice, words, setters[i]);
  add (choice, words, sitter);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  if (g_ptr_array_find_with_equal_func (choice->parties, sitter, g_str_equal, &position))
    adw_combo_row_set_selected (row, position);
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (selected_cb), choice, choice_free, 0);
}
