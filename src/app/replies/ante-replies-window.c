#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/replies/ante-replies-window.h"

#include <glib/gi18n.h>

#include "app/replies/ante-reply-editor.h"
#include "app/shared/ante-toast-area.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-undo-below.h"
#include "app/shared/ante-words.h"
#include "engine/ante-reply-commands.h"
#include "rules/ante-text.h"
#include "store/ante-store-account.h"

#define LINE_CHARS 120

struct _AnteRepliesWindow {
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *empty;
  AdwEntryRow *booking_link;
  AdwEntryRow *my_name;

  AnteWorkspace *workspace;
  GCancellable *loading;
  GPtrArray *replies;
  GPtrArray *rows; /* borrowed, one a reply */
};

G_DEFINE_FINAL_TYPE (AnteRepliesWindow, ante_replies_window, ADW_TYPE_WINDOW)

static void
edit (AnteRepliesWindow *self, const AnteReply *reply)
{
  gtk_window_present (
    GTK_WINDOW (ante_reply_editor_new (GTK_WIDGET (self->group), self->workspace, reply)));
}

static void
add_cb (AnteRepliesWindow *self)
{
  g_autoptr (AnteReply) reply = ante_reply_new (0, "", "", ANTE_SOURCE_UNKNOWN);

  edit (self, reply);
}

/* What was done, and what to say of it. */
typedef struct {
  AnteRepliesWindow *window;
  char *words;
} Act;

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Act *act = user_data;
  g_autoptr (AnteRepliesWindow) self = act->window;
  g_autofree char *words = act->words;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_command_keep_reply_finish (ANTE_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return; /* closed meanwhile */
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID))
    ante_toast (GTK_WIDGET (self->group),
                _ ("That is too long: 300 characters at most. Nothing was saved"));
  else if (error != NULL)
    ante_toast_error (GTK_WIDGET (self->group), error);
  else if (id > 0)
    ante_toast_undo (GTK_WIDGET (self->group), words, self->workspace, id);
}

/* Takes @words. */
static Act *
act_new (AnteRepliesWindow *self, char *words)
{
  Act *act = g_new0 (Act, 1);

  act->window = g_object_ref (self);
  act->words = words;
  return act;
}

static void
delete_cb (AnteRepliesWindow *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint place = 0;

  if (g_ptr_array_find (self->rows, row, &place)) {
    const AnteReply *reply = self->replies->pdata[place];
    g_autofree char *name = ante_text_isolate (reply->name);

    ante_command_keep_reply_async (
      self->workspace, reply->id, NULL, acted_cb,
      act_new (self, g_strdup_printf (_ ("Deleted the reply “%s”"), name)));
  }
}

static void
activated_cb (AnteRepliesWindow *self, GtkWidget *row)
{
  guint place = 0;

  if (g_ptr_array_find (self->rows, row, &place))
    edit (self, self->replies->pdata[place]);
}

static void
words_cb (AnteRepliesWindow *self, AdwEntryRow *row)
{
  gboolean is_link = row == self->booking_link;

  ante_command_set_words_async (self->workspace,
                                is_link ? ANTE_FIELD_BOOKING_LINK : ANTE_FIELD_MY_NAME,
                                gtk_editable_get_text (GTK_EDITABLE (row)), acted_cb,
                                act_new (self, g_strdup (is_link ? _ ("The booking link is saved")
                                                                 : _ ("Your name is saved"))));
}

/* --- what is shown -------------------------------------------------------------------------- */

static GtkWidget *
make_row (AnteRepliesWindow *self, const AnteReply *reply)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *trash = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *isolated = ante_text_isolate (reply->name);
  g_autofree char *title = g_markup_escape_text (isolated, -1);
  g_autofree char *line = ante_text_one_line (reply->text, LINE_CHARS);
  g_autofree char *told = reply->source != ANTE_SOURCE_UNKNOWN
                            ? g_strdup_printf ("%s · %s", ante_words_source (reply->source), line)
                            : g_strdup (line);
  g_autofree char *subtitle = g_markup_escape_text (told, -1);
  g_autofree char *hint = g_strdup_printf (_ ("Delete “%s”"), isolated);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (trash, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (trash, "flat");
  gtk_widget_set_tooltip_text (trash, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (trash), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_signal_connect_object (trash, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), trash);
  return row;
}

static void
replies_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteRepliesWindow *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *replies = ante_store_list_replies_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (replies == NULL) {
    ante_toast_error (GTK_WIDGET (self->group), error);
    return;
  }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  self->replies = replies;
  for (guint i = 0; i < replies->len; i++) {
    GtkWidget *row = make_row (self, replies->pdata[i]);

    adw_preferences_group_add (self->group, row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_widget_set_visible (self->empty, replies->len == 0);
}

/* Not from under somebody who writes in it. */
static void
show_words (AdwEntryRow *row, GAsyncResult *result, GObject *source)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  if (error != NULL || g_strcmp0 (words, gtk_editable_get_text (GTK_EDITABLE (row))) == 0)
    return;
  /* What it holds before it asks is what it can be put back to. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), words != NULL ? words : "");
  adw_entry_row_set_show_apply_button (row, TRUE);
}

static void
link_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteRepliesWindow *self = user_data;

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_words (self->booking_link, result, source);
}

static void
name_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteRepliesWindow *self = user_data;

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_words (self->my_name, result, source);
}

static void
load (AnteRepliesWindow *self)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  ante_store_list_replies_async (store, self->loading, replies_cb, self);
  ante_store_get_setting_async (store, ANTE_FIELD_BOOKING_LINK, self->loading, link_cb, self);
  ante_store_get_setting_async (store, ANTE_FIELD_MY_NAME, self->loading, name_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteRepliesWindow *self)
{
  if (topics & ANTE_STORE_REPLIES)
    load (self);
}

static void
ante_replies_window_dispose (GObject *object)
{
  AnteRepliesWindow *self = ANTE_REPLIES_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_replies_window_parent_class)->dispose (object);
}

static void
ante_replies_window_finalize (GObject *object)
{
  g_ptr_array_unref (ANTE_REPLIES_WINDOW (object)->rows);
  G_OBJECT_CLASS (ante_replies_window_parent_class)->finalize (object);
}

static void
ante_replies_window_class_init (AnteRepliesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_replies_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_replies_window_finalize;
  g_type_ensure (ANTE_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/replies/ante-replies-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteRepliesWindow, group);
  gtk_widget_class_bind_template_child (widget_class, AnteRepliesWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, AnteRepliesWindow, booking_link);
  gtk_widget_class_bind_template_child (widget_class, AnteRepliesWindow, my_name);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
  ante_undo_below_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_replies_window_init (AnteRepliesWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_replies_window_new (GtkWindow *parent, AnteWorkspace *workspace)
{
  AnteRepliesWindow *self = g_object_new (ANTE_TYPE_REPLIES_WINDOW, "transient-for", parent,
                                          "application", gtk_window_get_application (parent), NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  load (self);
  return GTK_WIDGET (self);
}
