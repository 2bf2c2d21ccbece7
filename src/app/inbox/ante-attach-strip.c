#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-attach-strip.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-attach-row.h"
#include "app/inbox/ante-attach-sources.h"
#include "app/inbox/ante-file-copy.h"
#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"
#include "store/ante-store-outgoing.h"

struct _AnteAttachStrip {
  AdwBin parent_instance;

  GtkBox *rows;
  GtkWidget *scroller;
  GtkWidget *removed;
  GtkLabel *removed_words;
  GtkWidget *way_out;
  GtkWidget *refused;
  GtkWidget *again;
  GtkButton *copy;

  AnteWorkspace *workspace;
  gint64 lead_id;
  gboolean closed;
  GPtrArray *files;
  GHashTable *sending; /* names of those that are being put into the outbox */
  guint adding;        /* files that are being copied */
  AnteOutgoingFile *last_removed;
  GCancellable *cancellable;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteAttachStrip, ante_attach_strip, ADW_TYPE_BIN)

static AnteOutgoing *
get_outgoing (AnteAttachStrip *self)
{
  return ante_outbox_get_outgoing (ante_workspace_get_outbox (self->workspace));
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
show_way_out (AnteAttachStrip *self)
{
  gboolean refused = self->workspace != NULL &&
                     !ante_outbox_get_takes_files (ante_workspace_get_outbox (self->workspace));

  gtk_widget_set_visible (self->way_out, self->files->len > 0 && (refused || self->closed));
  gtk_widget_set_visible (self->again, refused && !self->closed);
  gtk_widget_set_visible (self->refused, refused && !self->closed);
  gtk_button_set_label (self->copy, self->files->len > 1 ? _ ("Copy Files & Open Instagram")
                                                         : _ ("Copy File & Open Instagram"));
}

static void
update (AnteAttachStrip *self)
{
  show_way_out (self);
  gtk_widget_set_visible (self->scroller, self->files->len > 0);
  gtk_widget_set_visible (self->removed, self->last_removed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->files->len > 0 || self->last_removed != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
takes_files_cb (AnteAttachStrip *self)
{
  show_way_out (self);
}

/* --- taking one away ------------------------------------------------------------------------- */

/* Nobody can ask for it any more. */
static void
forget_removed (AnteAttachStrip *self)
{
  if (self->last_removed == NULL)
    return;
  if (self->workspace != NULL) {
    ante_outgoing_let_go (get_outgoing (self), self->last_removed);
    ante_outgoing_sweep (get_outgoing (self));
  }
  g_clear_pointer (&self->last_removed, ante_outgoing_file_free);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteAttachStrip) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_store_remove_draft_file_finish (ANTE_STORE (source), result, &error))
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
remove_wanted_cb (AnteAttachRow *row, AnteAttachStrip *self)
{
  const AnteOutgoingFile *file = ante_attach_row_get_file (row);
  g_autofree char *name = ante_text_isolate (file->name);
  g_autofree char *words = g_strdup_printf (_ ("%s is removed"), name);

  forget_removed (self);
  self->last_removed = ante_outgoing_file_copy (file);
  ante_outgoing_hold (get_outgoing (self), self->last_removed);
  gtk_label_set_text (self->removed_words, words);
  ante_store_remove_draft_file_async (ante_workspace_get_store (self->workspace), self->lead_id,
                                      file->id, NULL, removed_cb, g_object_ref (self));
}

typedef struct {
  AnteAttachStrip *strip;
  AnteOutgoing *outgoing;
  AnteOutgoingFile *file;
} PutBack;

static void
put_back_free (PutBack *back)
{
  g_object_unref (back->strip);
  g_object_unref (back->outgoing);
  ante_outgoing_file_free (back->file);
  g_free (back);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PutBack, put_back_free)

static void
is_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PutBack) back = user_data;
  g_autoptr (GError) error = NULL;

  if (ante_store_add_draft_file_finish (ANTE_STORE (source), result, &error) < 0)
    ante_toast_error (GTK_WIDGET (back->strip), error);
  ante_outgoing_let_go (back->outgoing, back->file);
}

static void
put_back_cb (AnteAttachStrip *self)
{
  PutBack *back = NULL;

  if (self->last_removed == NULL)
    return;
  back = g_new0 (PutBack, 1);
  back->strip = g_object_ref (self);
  back->outgoing = g_object_ref (get_outgoing (self));
  back->file = g_steal_pointer (&self->last_removed);
  ante_store_add_draft_file_async (ante_workspace_get_store (self->workspace), self->lead_id,
                                   back->file, NULL, is_back_cb, back);
}

/* --- what is kept ---------------------------------------------------------------------------- */

static gboolean
has_file (GPtrArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++) {
    if (g_str_equal (((AnteOutgoingFile *) files->pdata[i])->file, name))
      return TRUE;
  }
  return FALSE;
}

static void
drop_rows (AnteAttachStrip *self)
{
  GtkWidget *next = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = next) {
    const AnteOutgoingFile *file = ante_attach_row_get_file (ANTE_ATTACH_ROW (row));

    next = gtk_widget_get_next_sibling (row);
    if (!has_file (self->files, file->file))
      gtk_box_remove (self->rows, row);
  }
}

/* Those that were there stay as they are; new ones come at the end. */
static void
show_files (AnteAttachStrip *self, GPtrArray *files)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->files);

  self->files = files;
  drop_rows (self);
  for (guint i = 0; i < files->len; i++) {
    const AnteOutgoingFile *file = files->pdata[i];
    GtkWidget *row = NULL;

    if (has_file (before, file->file))
      continue;
    row = ante_attach_row_new (get_outgoing (self), file);
    g_signal_connect_object (row, "remove-wanted", G_CALLBACK (remove_wanted_cb), self, 0);
    gtk_box_append (self->rows, row);
  }
  update (self);
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ante_outgoing_file_free);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAttachStrip *self = user_data; /* still alive unless cancelled */
  g_autoptr (GError) error = NULL;
  GPtrArray *files = ante_store_list_draft_files_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (files == NULL) {
    g_message ("the files of a draft could not be read: %s", error->message);
    return;
  }
  for (guint i = files->len; i-- > 0;) {
    if (g_hash_table_contains (self->sending, ((AnteOutgoingFile *) files->pdata[i])->file))
      g_ptr_array_remove_index (files, i);
  }
  show_files (self, files);
}

static void
read_files (AnteAttachStrip *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->workspace != NULL && self->lead_id != 0)
    ante_store_list_draft_files_async (ante_workspace_get_store (self->workspace), self->lead_id,
                                       self->cancellable, listed_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteAttachStrip *self)
{
  if ((topics & ANTE_STORE_DRAFT_FILES) && ante_store_concerns (lead_ids, self->lead_id))
    read_files (self);
}

/* --- adding ---------------------------------------------------------------------------------- */

typedef struct {
  AnteAttachStrip *strip;
  AnteOutgoing *outgoing;
  gint64 lead_id;
  GSList *files;
} Adding;

static void
adding_free (Adding *adding)
{
  adding->strip->adding -= g_slist_length (adding->files);
  g_object_unref (adding->strip);
  g_object_unref (adding->outgoing);
  g_slist_free_full (adding->files, g_object_unref);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void add_next (Adding *adding);

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_outgoing_attach_finish (ANTE_OUTGOING (source), result, &error))
    ante_toast_error (GTK_WIDGET (adding->strip), error);
  g_object_unref (adding->files->data);
  adding->files = g_slist_delete_link (adding->files, adding->files);
  adding->strip->adding--;
  if (adding->files != NULL)
    add_next (g_steal_pointer (&adding));
}

/* One after the other, so that they stand in their order. */
static void
add_next (Adding *adding)
{
  gpointer next = adding->files->data;
  gboolean is_file = G_IS_FILE (next);

  /* Translators: what a picture from the clipboard is called */
  ante_outgoing_attach_async (adding->outgoing, adding->lead_id, is_file ? next : NULL,
                              is_file ? NULL : next, _ ("Pasted picture"), NULL, added_cb, adding);
}

/* @sources: GFiles or GInputStreams. */
static void
add (AnteAttachStrip *self, GSList *sources)
{
  guint room = 0;
  Adding *adding = NULL;
  guint n = 0;

  if (self->workspace == NULL || self->lead_id == 0 || sources == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "thread.answer", NULL);
  forget_removed (self);
  update (self);
  room = ANTE_ATTACH_MAX_FILES - MIN (self->files->len + self->adding, ANTE_ATTACH_MAX_FILES);
  adding = g_new0 (Adding, 1);
  adding->strip = g_object_ref (self);
  adding->outgoing = g_object_ref (get_outgoing (self));
  adding->lead_id = self->lead_id;
  for (; sources != NULL && n < room; sources = sources->next, n++)
    adding->files = g_slist_append (adding->files, g_object_ref (sources->data));
  self->adding += n;
  if (sources != NULL)
    ante_toast (GTK_WIDGET (self), _ ("No more than ten files at a time. Send these first."));
  if (adding->files != NULL)
    add_next (adding);
  else
    adding_free (adding);
}

void
ante_attach_strip_add_files (AnteAttachStrip *self, GSList *files)
{
  add (self, files);
}

static void
chosen_cb (GSList *sources, gpointer user_data)
{
  add (user_data, sources);
}

void
ante_attach_strip_choose (AnteAttachStrip *self)
{
  if (self->workspace != NULL && self->lead_id != 0)
    ante_attach_sources_choose (GTK_WIDGET (self), chosen_cb);
}

void
ante_attach_strip_take_drops (AnteAttachStrip *self, GtkWidget *widget)
{
  ante_attach_sources_watch_drops (GTK_WIDGET (self), widget, chosen_cb);
}

void
ante_attach_strip_take_pastes (AnteAttachStrip *self, GtkTextView *view)
{
  ante_attach_sources_watch_pastes (GTK_WIDGET (self), view, chosen_cb);
}

/* --- sending --------------------------------------------------------------------------------- */

typedef struct {
  gint64 lead_id;
  char *author;
  char *reply_to;
  gint64 until;
  AnteWorkspace *workspace;
  GPtrArray *files;
  guint next;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_free (sending->author);
  g_free (sending->reply_to);
  g_object_unref (sending->workspace);
  g_ptr_array_unref (sending->files);
  g_free (sending);
}

static void
end_sending (GTask *task, gboolean done)
{
  AnteAttachStrip *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);

  for (guint i = 0; i < sending->files->len; i++)
    g_hash_table_remove (self->sending, ((AnteOutgoingFile *) sending->files->pdata[i])->file);
  if (!done)
    read_files (self);
  g_task_return_boolean (task, done);
}

static void
tell_refusal (AnteAttachStrip *self, const AnteSent *sent)
{
  const AnteFinding *finding = sent->verdict != NULL && sent->verdict->findings->len > 0
                                 ? sent->verdict->findings->pdata[0]
                                 : NULL;

  if (finding != NULL)
    ante_toast (GTK_WIDGET (self), _ (finding->why));
}

static void send_next (GTask *task);

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteAttachStrip *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteSent) sent = ante_outbox_send_finish (ANTE_OUTBOX (source), result, &error);

  if (sent == NULL)
    ante_toast_error (GTK_WIDGET (self), error);
  else
    tell_refusal (self, sent);
  if (sent == NULL || sent->outbox_id == 0)
    end_sending (task, FALSE);
  else if (++sending->next < sending->files->len)
    send_next (g_steal_pointer (&task));
  else
    end_sending (task, TRUE);
}

static void
send_next (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  AnteOutbox *outbox = ante_workspace_get_outbox (sending->workspace);

  ante_outbox_send_file_async (outbox, sending->lead_id, sending->files->pdata[sending->next],
                               sending->author, sending->next == 0 ? sending->reply_to : NULL,
                               sending->until - ante_workspace_now (sending->workspace), NULL,
                               sent_cb, task);
}

void
ante_attach_strip_send_async (AnteAttachStrip *self,
                              const char *author,
                              const char *reply_to,
                              gint64 undo_ms,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  g_return_if_fail (self->files->len > 0);

  sending->lead_id = self->lead_id;
  sending->author = g_strdup (author);
  sending->reply_to = g_strdup (reply_to);
  sending->until = ante_workspace_now (self->workspace) + undo_ms;
  sending->workspace = g_object_ref (self->workspace);
  sending->files = g_ptr_array_ref (self->files);
  g_task_set_task_data (task, sending, sending_free);
  for (guint i = 0; i < self->files->len; i++)
    g_hash_table_add (self->sending, g_strdup (((AnteOutgoingFile *) self->files->pdata[i])->file));
  forget_removed (self);
  g_cancellable_cancel (self->cancellable);
  show_files (self, make_list ());
  send_next (task);
}

gboolean
ante_attach_strip_send_finish (AnteAttachStrip *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* --- the way by Instagram itself ------------------------------------------------------------- */

void
ante_attach_strip_copy (AnteAttachStrip *self)
{
  if (self->workspace != NULL && self->files->len > 0)
    ante_file_copy_and_open (GTK_WIDGET (self), get_outgoing (self), self->files);
}

static void
again_cb (AnteAttachStrip *self)
{
  ante_outbox_try_files_again (ante_workspace_get_outbox (self->workspace));
}

/* --- the object ------------------------------------------------------------------------------ */

guint
ante_attach_strip_get_n_files (AnteAttachStrip *self)
{
  return self->files->len;
}

void
ante_attach_strip_set_closed (AnteAttachStrip *self, gboolean closed)
{
  if (self->closed == closed)
    return;
  self->closed = closed;
  show_way_out (self);
}

void
ante_attach_strip_set_lead (AnteAttachStrip *self, gint64 lead_id)
{
  if (self->lead_id == lead_id)
    return;
  forget_removed (self);
  self->lead_id = lead_id;
  show_files (self, make_list ());
  read_files (self);
}

static void
unwatch (AnteAttachStrip *self)
{
  if (self->workspace == NULL)
    return;
  g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                        self);
  g_signal_handlers_disconnect_by_func (ante_workspace_get_outbox (self->workspace), takes_files_cb,
                                        self);
}

void
ante_attach_strip_set_workspace (AnteAttachStrip *self, AnteWorkspace *workspace)
{
  ante_attach_strip_set_lead (self, 0);
  unwatch (self);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  g_signal_connect_object (ante_workspace_get_outbox (workspace), "notify::takes-files",
                           G_CALLBACK (takes_files_cb), self, G_CONNECT_SWAPPED);
}

static void
ante_attach_strip_dispose (GObject *object)
{
  AnteAttachStrip *self = ANTE_ATTACH_STRIP (object);

  forget_removed (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_attach_strip_parent_class)->dispose (object);
}

static void
ante_attach_strip_finalize (GObject *object)
{
  AnteAttachStrip *self = ANTE_ATTACH_STRIP (object);

  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->sending);
  G_OBJECT_CLASS (ante_attach_strip_parent_class)->finalize (object);
}

static void
ante_attach_strip_class_init (AnteAttachStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_attach_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_attach_strip_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_ATTACH_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-attach-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, rows);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, removed);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, removed_words);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, way_out);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, refused);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, again);
  gtk_widget_class_bind_template_child (widget_class, AnteAttachStrip, copy);
  gtk_widget_class_bind_template_callback (widget_class, put_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, ante_attach_strip_copy);
}

static void
ante_attach_strip_init (AnteAttachStrip *self)
{
  self->files = make_list ();
  self->sending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_attach_strip_new (void)
{
  return g_object_new (ANTE_TYPE_ATTACH_STRIP, NULL);
}
