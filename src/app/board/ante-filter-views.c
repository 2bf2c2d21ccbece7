#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-filter-views.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "app/shared/ante-view-dialogs.h"
#include "rules/ante-text.h"

struct _AnteFilterViews {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *words;

  AnteWorkspace *workspace;
  AnteFilterWords *asked;
  GPtrArray *views; /* AnteView */
  gint64 chosen;    /* row id; 0: none */
  GSimpleActionGroup *actions;
  GSignalGroup *store;
  GCancellable *cancellable;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteFilterViews, ante_filter_views, ADW_TYPE_BIN)

static const AnteView *
find_view (AnteFilterViews *self, gint64 id)
{
  for (guint i = 0; i < self->views->len; i++) {
    const AnteView *view = self->views->pdata[i];

    if (view->id == id)
      return view;
  }
  return NULL;
}

static gboolean
is_asked (AnteFilterViews *self, const AnteView *view)
{
  g_autoptr (AnteFilterWords) words = ante_filter_words_parse (view->filter);

  return ante_filter_words_equal (words, self->asked);
}

/* One that was chosen stays so while it is narrowed, so that it can be updated; nothing asked for
 * is no view. */
static void
find_chosen (AnteFilterViews *self)
{
  if (find_view (self, self->chosen) == NULL || ante_filter_words_is_empty (self->asked))
    self->chosen = 0;
  for (guint i = 0; i < self->views->len; i++) {
    const AnteView *view = self->views->pdata[i];

    if (is_asked (self, view) && !ante_filter_words_is_empty (self->asked))
      self->chosen = view->id;
  }
}

/* --- the menu ------------------------------------------------------------------------------- */

/* A menu takes an underscore for the mark of a mnemonic. */
static char *
escape_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  return ante_text_isolate (escaped);
}

/* What can be done to the one that was chosen. */
static void
append_acts (GMenu *menu, const AnteView *view)
{
  g_autofree char *name = escape_name (view->name);
  g_autofree char *update = g_strdup_printf (_ ("Update “%s”"), name);
  g_autofree char *rename = g_strdup_printf (_ ("Rename “%s”…"), name);
  g_autofree char *delete = g_strdup_printf (_ ("Delete “%s”…"), name);

  g_menu_append (menu, update, "views.update");
  g_menu_append (menu, rename, "views.rename");
  g_menu_append (menu, delete, "views.delete");
}

static GMenuModel *
build_menu (AnteFilterViews *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();
  const AnteView *chosen = find_view (self, self->chosen);

  for (guint i = 0; i < self->views->len; i++) {
    const AnteView *view = self->views->pdata[i];
    g_autofree char *name = escape_name (view->name);
    g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

    g_menu_item_set_action_and_target (item, "views.choose", "x", view->id);
    g_menu_append_item (list, item);
  }
  g_menu_append (acts, _ ("Save This View…"), "views.save");
  if (chosen != NULL)
    append_acts (acts, chosen);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  return G_MENU_MODEL (menu);
}

void
ante_filter_views_add (AnteFilterViews *self, GMenu *menu, const char *action)
{
  for (guint i = 0; i < self->views->len; i++) {
    const AnteView *view = self->views->pdata[i];
    g_autofree char *name = ante_text_isolate (view->name);
    g_autofree char *title = g_strdup_printf (_ ("View: %s"), name);
    g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

    if (view->id == self->chosen && is_asked (self, view))
      continue;
    g_menu_item_set_action_and_target (item, action, "x", view->id);
    g_menu_item_set_attribute (item, "icon-name", "s", "edit-find-symbolic");
    g_menu_append_item (menu, item);
  }
}

static void
enable (AnteFilterViews *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
show (AnteFilterViews *self)
{
  g_autoptr (GMenuModel) menu = NULL;
  const AnteView *chosen = NULL;
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;
  GAction *choose = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose");

  find_chosen (self);
  chosen = find_view (self, self->chosen);
  name = chosen != NULL ? ante_text_isolate (chosen->name) : g_strdup (_ ("Views"));
  spoken = chosen != NULL ? g_strdup_printf (_ ("View: %s"), name) : g_strdup (_ ("Views"));
  menu = build_menu (self);

  gtk_label_set_text (self->words, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_menu_button_set_menu_model (self->button, menu);
  g_simple_action_set_state (G_SIMPLE_ACTION (choose), g_variant_new_int64 (self->chosen));
  enable (self, "save", self->workspace != NULL && !ante_filter_words_is_empty (self->asked));
  enable (self, "update", chosen != NULL && !is_asked (self, chosen));
  enable (self, "rename", chosen != NULL);
  enable (self, "delete", chosen != NULL);
}

/* --- acts ----------------------------------------------------------------------------------- */

static void
choose_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AnteFilterViews *self = user_data;
  const AnteView *view = find_view (self, g_variant_get_int64 (target));
  g_autofree char *filter = NULL;

  if (view == NULL)
    return;
  self->chosen = view->id;
  filter = g_strdup (view->filter);
  g_signal_emit (self, signals[CHOSEN], 0, filter);
}

static void
saved_cb (GtkWidget *from, gint64 id)
{
  ANTE_FILTER_VIEWS (from)->chosen = id;
}

static void
save_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AnteFilterViews *self = user_data;
  g_autofree char *filter = ante_filter_words_format (self->asked);

  ante_view_dialog_save (GTK_WIDGET (self), self->workspace, ANTE_VIEW_BOARD, filter, saved_cb);
}

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  ante_command_set_view_finish (ANTE_WORKSPACE (source), result, &error);
  if (error != NULL)
    ante_toast_error (self, error);
}

static void
update_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AnteFilterViews *self = user_data;

  g_autofree char *filter = ante_filter_words_format (self->asked);

  ante_command_set_view_async (self->workspace, ANTE_VIEW_BOARD, self->chosen, NULL, filter,
                               updated_cb, g_object_ref (self));
}

static void
rename_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AnteFilterViews *self = user_data;
  const AnteView *view = find_view (self, self->chosen);

  if (view != NULL)
    ante_view_dialog_rename (GTK_WIDGET (self), self->workspace, ANTE_VIEW_BOARD, view);
}

static void
delete_action (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  AnteFilterViews *self = user_data;
  const AnteView *view = find_view (self, self->chosen);

  if (view != NULL)
    ante_view_dialog_delete (GTK_WIDGET (self), self->workspace, ANTE_VIEW_BOARD, view);
}

/* --- what is kept --------------------------------------------------------------------------- */

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteFilterViews *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *views = ante_store_list_views_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (views == NULL) {
    g_message ("the saved views could not be read: %s", error->message);
    return;
  }
  g_ptr_array_unref (self->views);
  self->views = views;
  show (self);
}

static void
list (AnteFilterViews *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ante_store_list_views_async (ante_workspace_get_store (self->workspace), ANTE_VIEW_BOARD,
                               self->cancellable, listed_cb, self);
}

static void
changed_cb (AnteFilterViews *self, guint topics)
{
  if (topics & ANTE_STORE_VIEWS)
    list (self);
}

void
ante_filter_views_set_workspace (AnteFilterViews *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->store,
                             workspace != NULL ? ante_workspace_get_store (workspace) : NULL);
  g_ptr_array_set_size (self->views, 0);
  self->chosen = 0;
  show (self);
  list (self);
}

void
ante_filter_views_set_words (AnteFilterViews *self, const AnteFilterWords *words)
{
  ante_filter_words_free (self->asked);
  self->asked = ante_filter_words_copy (words);
  show (self);
}

static void
ante_filter_views_dispose (GObject *object)
{
  AnteFilterViews *self = ANTE_FILTER_VIEWS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_filter_views_parent_class)->dispose (object);
}

static void
ante_filter_views_finalize (GObject *object)
{
  AnteFilterViews *self = ANTE_FILTER_VIEWS (object);

  ante_filter_words_free (self->asked);
  g_ptr_array_unref (self->views);
  G_OBJECT_CLASS (ante_filter_views_parent_class)->finalize (object);
}

static void
ante_filter_views_class_init (AnteFilterViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_filter_views_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_filter_views_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", ANTE_TYPE_FILTER_VIEWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-filter-views.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteFilterViews, button);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterViews, words);
}

static void
ante_filter_views_init (AnteFilterViews *self)
{
  static const GActionEntry entries[] = {
    { "choose", choose_action, "x", "int64 0", NULL, { 0 } },
    { "save", save_action, NULL, NULL, NULL, { 0 } },
    { "update", update_action, NULL, NULL, NULL, { 0 } },
    { "rename", rename_action, NULL, NULL, NULL, { 0 } },
    { "delete", delete_action, NULL, NULL, NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->asked = ante_filter_words_new ();
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_view_free);
  self->store = g_signal_group_new (ANTE_TYPE_STORE);
  g_signal_group_connect_swapped (self->store, "changed", G_CALLBACK (changed_cb), self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "views", G_ACTION_GROUP (self->actions));
  show (self);
}
