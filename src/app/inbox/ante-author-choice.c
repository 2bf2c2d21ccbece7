#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-author-choice.h"

#include <glib/gi18n.h>

#include "app/shared/ante-settings.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "store/ante-store-leads.h"

struct _AnteAuthorChoice {
  AdwBin parent_instance;

  GtkDropDown *list;
  GtkStringList *words;
  GPtrArray *parties;

  AnteWorkspace *workspace;
  GSettings *settings; /* NULL: nothing can be kept here, and the coach sits here */
  char *chosen;        /* NULL: who sits here */
  gint64 lead_id;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AnteAuthorChoice, ante_author_choice, ADW_TYPE_BIN)

const char *
ante_author_choice_get_author (AnteAuthorChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  return selected < self->parties->len ? self->parties->pdata[selected] : ANTE_PARTY_COACH;
}

static void
add (AnteAuthorChoice *self, const char *party)
{
  g_autofree char *words = ante_words_party (party);

  g_ptr_array_add (self->parties, g_strdup (party));
  gtk_string_list_append (self->words, words);
}

static void
add_once (AnteAuthorChoice *self, const char *party)
{
  if (!g_ptr_array_find_with_equal_func (self->parties, party, g_str_equal, NULL))
    add (self, party);
}

static void
select_author (AnteAuthorChoice *self)
{
  g_autofree char *sitter = ante_settings_dup_sitter (self->settings);
  const char *wanted = self->chosen != NULL ? self->chosen : sitter;
  guint position = 0;

  self->filling = TRUE;
  add_once (self, sitter); /* who has not owned anybody yet */
  if (!g_ptr_array_find_with_equal_func (self->parties, wanted, g_str_equal, &position))
    position = 0;
  gtk_drop_down_set_selected (self->list, position);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->parties->len > 1);
}

static void
setters_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAuthorChoice) self = user_data;
  g_auto (GStrv) setters = ante_store_list_setters_finish (ANTE_STORE (source), result, NULL);

  if (!ante_workspace_has_store (self->workspace, source))
    return;
  self->filling = TRUE;
  gtk_string_list_splice (self->words, 0, g_list_model_get_n_items (G_LIST_MODEL (self->words)),
                          NULL);
  g_ptr_array_set_size (self->parties, 0);
  add (self, ANTE_PARTY_COACH);
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    add (self, setters[i]);
  select_author (self);
}

static void
read_setters (AnteAuthorChoice *self)
{
  ante_store_list_setters_async (ante_workspace_get_store (self->workspace), NULL, setters_cb,
                                 g_object_ref (self));
}

static void
chosen_cb (AnteAuthorChoice *self)
{
  if (self->filling)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (ante_author_choice_get_author (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteAuthorChoice *self)
{
  if (topics & ANTE_STORE_EVENTS)
    read_setters (self);
}

void
ante_author_choice_set_workspace (AnteAuthorChoice *self, AnteWorkspace *workspace)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  read_setters (self);
}

void
ante_author_choice_set_lead (AnteAuthorChoice *self, gint64 lead_id)
{
  if (self->lead_id == lead_id)
    return;
  self->lead_id = lead_id;
  g_clear_pointer (&self->chosen, g_free);
  select_author (self);
}

static void
ante_author_choice_dispose (GObject *object)
{
  g_clear_object (&ANTE_AUTHOR_CHOICE (object)->workspace);
  g_clear_object (&ANTE_AUTHOR_CHOICE (object)->settings);
  G_OBJECT_CLASS (ante_author_choice_parent_class)->dispose (object);
}

static void
ante_author_choice_finalize (GObject *object)
{
  AnteAuthorChoice *self = ANTE_AUTHOR_CHOICE (object);

  g_object_unref (self->words);
  g_ptr_array_unref (self->parties);
  g_free (self->chosen);
  G_OBJECT_CLASS (ante_author_choice_parent_class)->finalize (object);
}

static void
ante_author_choice_class_init (AnteAuthorChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_author_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_author_choice_finalize;
}

static void
watch_sitter (AnteAuthorChoice *self)
{
  static const char *const keys[] = { ANTE_SETTING_SITS_HERE, NULL };

  self->settings = ante_settings_open (keys);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" ANTE_SETTING_SITS_HERE,
                             G_CALLBACK (select_author), self, G_CONNECT_SWAPPED);
}

static void
ante_author_choice_init (AnteAuthorChoice *self)
{
  self->parties = g_ptr_array_new_with_free_func (g_free);
  self->words = gtk_string_list_new (NULL);
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->words)), NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->list),
                               _ ("Who says it, until you leave this lead"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Send as"), -1);
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  add (self, ANTE_PARTY_COACH);
  watch_sitter (self);
  select_author (self);
}
