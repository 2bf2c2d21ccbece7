#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-start.h"

#include <glib/gi18n.h>

#include "app/shared/ante-view-dialogs.h"
#include "rules/ante-text.h"

struct _AnteSearchStart {
  AdwBin parent_instance;

  AdwPreferencesGroup *kept;
  AdwPreferencesGroup *asking;

  AnteWorkspace *workspace;
  GSignalGroup *store;
  GCancellable *cancellable;
  GPtrArray *rows; /* those of the kept ones */
};

enum {
  CHOSEN,
  WANTED,
  LISTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteSearchStart, ante_search_start, ADW_TYPE_BIN)

/* What can be asked for. @words is not translated: it is typed so. */
static const struct {
  const char *words;
  const char *example;
  const char *meaning;
} asks[] = {
  { "\"", "\"too expensive\"", N_ ("These words in a row") },
  { "-", "price -january", N_ ("Leave out messages with a word") },
  { "from:", "from:lead", N_ ("Who wrote it: lead, us, coach, ai, a setter's or a lead's name") },
  { "to:", "to:lena", N_ ("Whom it was written to: lead, us, or a lead's name") },
  { "said:", "said:budget", N_ ("The lead's own words") },
  { "has:", "has:voice", N_ ("Link, picture, video, voice, share, story or reaction") },
  { "after:", "after:last week", N_ ("From a day on: 2026-03-01, march, 3 days ago") },
  { "before:", "before:march", N_ ("Before a day") },
  { "stage:", "stage:qualified", N_ ("Leads that are in a stage now") },
  { "owner:", "owner:me", N_ ("Leads of an owner: me, ai, none, a setter's name") },
  { "source:", "source:referral", N_ ("Leads from a source") },
  { "label:", "label:hot", N_ ("Leads with a label") },
};

static void
asked_cb (AdwActionRow *row, AnteSearchStart *self)
{
  const char *words = g_object_get_data (G_OBJECT (row), "words");

  g_signal_emit (self, signals[WANTED], 0, words);
}

static void
add_asks (AnteSearchStart *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++) {
    GtkWidget *row = adw_action_row_new ();

    g_object_set_data (G_OBJECT (row), "words", (gpointer) asks[i].words);
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asks[i].example);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (asks[i].meaning));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect (row, "activated", G_CALLBACK (asked_cb), self);
    adw_preferences_group_add (self->asking, row);
  }
}

/* --- kept searches -------------------------------------------------------------------------- */

static void
chosen_cb (AdwActionRow *row, AnteSearchStart *self)
{
  const AnteView *view = g_object_get_data (G_OBJECT (row), "view");
  g_autofree char *query = g_strdup (view->filter);

  g_signal_emit (self, signals[CHOSEN], 0, query);
}

static const AnteView *
get_view (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  return g_object_get_data (G_OBJECT (row), "view");
}

static void
rename_cb (GtkButton *button, AnteSearchStart *self)
{
  ante_view_dialog_rename (GTK_WIDGET (self), self->workspace, ANTE_VIEW_SEARCH,
                           get_view (GTK_WIDGET (button)));
}

static void
delete_cb (GtkButton *button, AnteSearchStart *self)
{
  ante_view_dialog_delete (GTK_WIDGET (self), self->workspace, ANTE_VIEW_SEARCH,
                           get_view (GTK_WIDGET (button)));
}

static void
add_button (GtkWidget *row,
            const char *icon,
            const char *format,
            const char *name,
            GCallback callback,
            AnteSearchStart *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *isolated = ante_text_isolate (name);
  g_autofree char *label = g_strjoin (" ", format, isolated, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, format);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Takes @view. */
static void
add_view (AnteSearchStart *self, AnteView *view)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *query = g_markup_escape_text (view->filter, -1);

  g_object_set_data_full (G_OBJECT (row), "view", view, (GDestroyNotify) ante_view_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), view->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), query);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (chosen_cb), self);
  add_button (row, "document-edit-symbolic", _ ("Rename"), view->name, G_CALLBACK (rename_cb),
              self);
  add_button (row, "user-trash-symbolic", _ ("Delete"), view->name, G_CALLBACK (delete_cb), self);
  adw_preferences_group_add (self->kept, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_views (AnteSearchStart *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->kept, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteSearchStart *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = ante_store_list_views_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (views == NULL) {
    g_message ("the kept searches could not be read: %s", error->message);
    return;
  }
  clear_views (self);
  g_ptr_array_set_free_func (views, NULL);
  for (guint i = 0; i < views->len; i++)
    add_view (self, views->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->kept), self->rows->len > 0);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
list (AnteSearchStart *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ante_store_list_views_async (ante_workspace_get_store (self->workspace), ANTE_VIEW_SEARCH,
                               self->cancellable, listed_cb, self);
}

static void
changed_cb (AnteSearchStart *self, guint topics)
{
  if (topics & ANTE_STORE_VIEWS)
    list (self);
}

const AnteView *
ante_search_start_find (AnteSearchStart *self, const char *query)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AnteView *view = g_object_get_data (G_OBJECT (self->rows->pdata[i]), "view");

    if (g_str_equal (view->filter, query))
      return view;
  }
  return NULL;
}

void
ante_search_start_set_workspace (AnteSearchStart *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->store,
                             workspace != NULL ? ante_workspace_get_store (workspace) : NULL);
  list (self);
}

static void
ante_search_start_dispose (GObject *object)
{
  AnteSearchStart *self = ANTE_SEARCH_START (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_search_start_parent_class)->dispose (object);
}

static void
ante_search_start_finalize (GObject *object)
{
  g_ptr_array_unref (ANTE_SEARCH_START (object)->rows);
  G_OBJECT_CLASS (ante_search_start_parent_class)->finalize (object);
}

static void
ante_search_start_class_init (AnteSearchStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_search_start_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_search_start_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", ANTE_TYPE_SEARCH_START, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WANTED] = g_signal_new ("wanted", ANTE_TYPE_SEARCH_START, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LISTED] = g_signal_new ("listed", ANTE_TYPE_SEARCH_START, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/search/ante-search-start.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteSearchStart, kept);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchStart, asking);
}

static void
ante_search_start_init (AnteSearchStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->store = g_signal_group_new (ANTE_TYPE_STORE);
  g_signal_group_connect_swapped (self->store, "changed", G_CALLBACK (changed_cb), self);
  add_asks (self);
}
