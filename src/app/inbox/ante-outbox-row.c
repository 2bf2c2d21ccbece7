#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-outbox-row.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-file-copy.h"
#include "app/inbox/ante-message-row.h"
#include "app/inbox/ante-outgoing-view.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "app/shared/ante-wrap-layout.h"
#include "engine/ante-advice.h"

struct _AnteOutboxRow {
  AdwBin parent_instance;

  AnteWorkspace *workspace;
  AnteOutboxItem *item;
  GtkWidget *status;
  GtkWidget *buttons;
  guint tick;
};

enum {
  UNDONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteOutboxRow, ante_outbox_row, ADW_TYPE_BIN)

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutboxRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ante_outbox_cancel_finish (ANTE_OUTBOX (source), result, &error);

  if (text != NULL)
    g_signal_emit (self, signals[UNDONE], 0, self->item);
  else if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT) ||
           g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    ante_toast (GTK_WIDGET (self), _ ("It has left already"));
  else
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
undo_cb (AnteOutboxRow *self)
{
  ante_outbox_cancel_async (ante_workspace_get_outbox (self->workspace), self->item->id, NULL,
                            cancelled_cb, g_object_ref (self));
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutboxRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_outbox_retry_finish (ANTE_OUTBOX (source), result, &error))
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
sent_now_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteOutboxRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_outbox_send_now_finish (ANTE_OUTBOX (source), result, &error))
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
send_now_cb (AnteOutboxRow *self)
{
  ante_outbox_send_now_async (ante_workspace_get_outbox (self->workspace), self->item->id, NULL,
                              sent_now_cb, g_object_ref (self));
}

static void
retry_cb (AnteOutboxRow *self)
{
  ante_outbox_retry_async (ante_workspace_get_outbox (self->workspace), self->item->id, NULL,
                           retried_cb, g_object_ref (self));
}

static AnteOutgoing *
get_outgoing (AnteOutboxRow *self)
{
  return ante_outbox_get_outgoing (ante_workspace_get_outbox (self->workspace));
}

static void
copy_cb (AnteOutboxRow *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_add (files, self->item->file);
  ante_file_copy_and_open (GTK_WIDGET (self), get_outgoing (self), files);
}

static void
settle (AnteOutboxRow *self, AnteSettlement settlement)
{
  ante_outbox_settle_async (ante_workspace_get_outbox (self->workspace), self->item->id, settlement,
                            NULL, retried_cb, g_object_ref (self));
}

static void
was_sent_cb (AnteOutboxRow *self)
{
  settle (self, ANTE_SETTLE_WAS_SENT);
}

static void
send_again_cb (AnteOutboxRow *self)
{
  settle (self, ANTE_SETTLE_SEND_AGAIN);
}

static void
drop_cb (AnteOutboxRow *self)
{
  settle (self, ANTE_SETTLE_DROP);
}

static void
add_button (AnteOutboxRow *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "small");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

/* Waiting: how long there still is to take it back. FALSE when there is nothing more to count. */
static gboolean
show_waiting (AnteOutboxRow *self)
{
  gint64 left = self->item->undo_until - ante_workspace_now (self->workspace);
  g_autofree char *words = NULL;
  g_autofree char *moment = NULL;

  if (left > 0 && ante_outbox_item_is_for_later (self->item)) {
    moment = ante_words_moment (self->item->undo_until, ante_workspace_now (self->workspace));
    words = g_strdup_printf (_ ("To be sent: %s"), moment);
  } else if (left > 0)
    words = g_strdup_printf (_ ("Sending in %d s"), (int) ((left + 999) / 1000));
  else if (self->item->error != NULL)
    words = g_strdup_printf (_ ("Waiting: %s"), _ (ante_advice_for_nick (self->item->error).title));
  else if (self->item->file != NULL && self->item->file->upload_id == NULL)
    words = g_strdup (_ ("Uploading…"));
  else
    words = g_strdup (_ ("Waiting"));
  gtk_label_set_text (GTK_LABEL (self->status), words);
  return left > 0;
}

static gboolean
tick_cb (gpointer data)
{
  AnteOutboxRow *self = data;

  if (show_waiting (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
show_state (AnteOutboxRow *self)
{
  AnteAdvice advice = ante_advice_for_nick (self->item->error);
  g_autofree char *words = NULL;

  switch (self->item->state) {
  case ANTE_OUTBOX_QUEUED:
    if (show_waiting (self))
      self->tick = g_timeout_add (250, tick_cb, self);
    if (ante_outbox_item_is_for_later (self->item))
      add_button (self, _ ("Send Now"), G_CALLBACK (send_now_cb));
    add_button (self, _ ("Undo"), G_CALLBACK (undo_cb));
    return;
  case ANTE_OUTBOX_SENDING:
    gtk_label_set_text (GTK_LABEL (self->status), _ ("Sending…"));
    return;
  case ANTE_OUTBOX_FAILED:
    words = g_strdup_printf (_ ("Not sent. %s: %s"), _ (advice.title), _ (advice.body));
    gtk_label_set_text (GTK_LABEL (self->status), words);
    gtk_widget_add_css_class (self->status, "error");
    if (self->item->file != NULL && g_strcmp0 (self->item->error, "file-gone") != 0)
      add_button (self, _ ("Copy & Open Instagram"), G_CALLBACK (copy_cb));
    add_button (self, _ ("Try Again"), G_CALLBACK (retry_cb));
    add_button (self, _ ("Drop"), G_CALLBACK (drop_cb));
    return;
  case ANTE_OUTBOX_UNCERTAIN:
    words = g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));
    gtk_label_set_text (GTK_LABEL (self->status), words);
    gtk_widget_add_css_class (self->status, "warning");
    if (g_strcmp0 (self->item->error, "unconfirmed") == 0) {
      add_button (self, _ ("It Was Sent"), G_CALLBACK (was_sent_cb));
      add_button (self, _ ("Send Again"), G_CALLBACK (send_again_cb));
      add_button (self, _ ("Drop"), G_CALLBACK (drop_cb));
    }
    return;
  default:
    return;
  }
}

static void
build (AnteOutboxRow *self, AnteMessage *quoted)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean asks =
    self->item->state == ANTE_OUTBOX_FAILED || self->item->state == ANTE_OUTBOX_UNCERTAIN;
  GtkWidget *line =
    gtk_box_new (asks ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, asks ? 6 : 9);

  self->status = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->status), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->status), 52);
  gtk_label_set_xalign (GTK_LABEL (self->status), 1);
  gtk_widget_add_css_class (self->status, "caption");
  /* Side by side where there is room, which a narrow window has not. */
  self->buttons = g_object_new (GTK_TYPE_BOX, "layout-manager", ante_wrap_layout_new (), NULL);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);

  gtk_widget_add_css_class (row, "message");
  gtk_widget_set_halign (row, GTK_ALIGN_END);
  gtk_widget_add_css_class (bubble, "bubble");
  gtk_widget_add_css_class (bubble, "ours");
  gtk_widget_add_css_class (bubble, "pending");
  ante_message_row_append_quote (GTK_BOX (bubble), quoted);
  gtk_box_append (GTK_BOX (bubble),
                  self->item->file != NULL
                    ? ante_outgoing_view_new (get_outgoing (self), self->item->file)
                    : ante_message_row_build_text (self->item->text));
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->buttons);
  gtk_box_append (GTK_BOX (row), bubble);
  gtk_box_append (GTK_BOX (row), line);
  adw_bin_set_child (ADW_BIN (self), row);
  show_state (self);
}

static void
ante_outbox_row_dispose (GObject *object)
{
  AnteOutboxRow *self = ANTE_OUTBOX_ROW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ante_outbox_row_parent_class)->dispose (object);
}

static void
ante_outbox_row_class_init (AnteOutboxRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_outbox_row_dispose;
  signals[UNDONE] = g_signal_new ("undone", ANTE_TYPE_OUTBOX_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ANTE_TYPE_OUTBOX_ITEM);
}

static void
ante_outbox_row_init (AnteOutboxRow *self)
{
}

GtkWidget *
ante_outbox_row_new (AnteWorkspace *workspace, AnteOutboxItem *item, AnteMessage *quoted)
{
  AnteOutboxRow *self = g_object_new (ANTE_TYPE_OUTBOX_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->item = g_object_ref (item);
  build (self, quoted);
  return GTK_WIDGET (self);
}
