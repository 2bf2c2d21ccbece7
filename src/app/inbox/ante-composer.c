#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-composer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/inbox/ante-answer-limit.h"
#include "app/inbox/ante-author-choice.h"
#include "app/inbox/ante-emoji.h"
#include "app/inbox/ante-send-later.h"
#include "app/inbox/ante-told-bar.h"
#include "app/inbox/ante-undone-texts.h"
#include "app/replies/ante-reply-gaps.h"
#include "app/replies/ante-reply-picker.h"
#include "app/shared/ante-spelling.h"
#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"
#include "store/ante-store-messages.h"

/* From here on the bytes that are left are shown. */
#define COUNT_FROM 800
#define SAVE_AFTER_MS 400

struct _AnteComposer {
  AdwBin parent_instance;

  GtkWidget *closed;
  GtkLabel *closed_words;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *counter;
  GtkButton *send;
  AnteSendLater *later;
  AnteAuthorChoice *author;
  AnteToldBar *told;
  AnteQuoteBar *quote;
  AnteAttachStrip *files;
  GtkLabel *hint;
  GtkMenuButton *emoji;
  AnteReplyPicker *replies; /* NULL: disposed of */

  AnteWorkspace *workspace;
  gint64 lead_id;
  AnteLead *lead; /* NULL while it is being read, too */
  GPtrArray *undone;
  guint save;
  gboolean loading;
  gboolean opening; /* the draft has not come yet */
  guint writes; /* of ours, under way: what is read meanwhile may be older than what stands here */
  gboolean missed; /* something was read meanwhile */
  GCancellable *cancellable;
};

enum {
  SENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteComposer, ante_composer, ADW_TYPE_BIN)

static char *
dup_text (AnteComposer *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
is_closed (AnteComposer *self)
{
  return ante_answer_limit_is_closed (self->workspace, self->lead);
}

static void
show_window (AnteComposer *self)
{
  g_autofree char *words =
    self->lead != NULL ? ante_answer_limit_describe (self->workspace, self->lead) : NULL;

  gtk_widget_set_visible (self->closed, words != NULL);
  if (words != NULL)
    gtk_label_set_text (self->closed_words, words);
}

/* The button says what it does: send, send as several, or hand over to Instagram. */
static void
update (AnteComposer *self)
{
  g_autofree char *text = dup_text (self);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize bytes = strlen (trimmed);
  gboolean closed = self->lead != NULL && is_closed (self);
  gboolean sendable = FALSE;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  g_autofree char *gap = NULL;

  if (bytes > ANTE_TEXT_MAX_BYTES) {
    g_autoptr (GPtrArray) pieces = ante_text_split_message (trimmed, ANTE_TEXT_MAX_BYTES);

    count = g_strdup (_ ("Too long for one message"));
    label = g_strdup_printf (_ ("Send %u Messages"), pieces->len);
  } else if (bytes >= COUNT_FROM) {
    count = g_strdup_printf (_ ("%u of %u bytes"), (guint) bytes, ANTE_TEXT_MAX_BYTES);
  }
  ante_reply_gaps_mark (self->buffer);
  gap = ante_reply_gaps_describe (self->buffer);

  gtk_label_set_text (self->counter, gap != NULL ? gap : count != NULL ? count : "");
  gtk_button_set_label (self->send, closed          ? _ ("Copy & Open Instagram")
                                    : label != NULL ? label
                                                    : _ ("Send"));
  ante_attach_strip_set_closed (self->files, closed);
  sendable = (bytes > 0 || ante_attach_strip_get_n_files (self->files) > 0) && self->lead != NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->send), sendable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->later), sendable && !closed);
  gtk_widget_set_visible (GTK_WIDGET (self->hint),
                          bytes == 0 && gtk_text_buffer_get_char_count (self->buffer) == 0);
  show_window (self);
}

static void
set_text (AnteComposer *self, const char *text)
{
  self->loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->loading = FALSE;
  update (self);
}

/* What was typed before the draft came stands after it; what was typed since is newer than it. */
static void
take_draft (AnteComposer *self, const char *draft)
{
  g_autofree char *typed = dup_text (self);
  gboolean opening = self->opening;
  g_autofree char *both = NULL;

  self->opening = FALSE;
  if (opening ? *typed == '\0' : self->save == 0) {
    if (!g_str_equal (draft, typed))
      set_text (self, draft);
  } else if (opening && *draft != '\0' && *typed != '\0') {
    both = g_strconcat (draft, "\n", typed, NULL);
    gtk_text_buffer_set_text (self->buffer, both, -1);
  }
}

static void
draft_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteComposer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ante_store_get_draft_finish (ANTE_STORE (source), result, &error);

  /* It may have been read before it was cancelled; then it belongs to another lead. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (text == NULL)
    g_message ("a draft could not be read: %s", error->message);
  else if (self->writes > 0 && !self->opening)
    self->missed = TRUE;
  else
    take_draft (self, text);
}

static void
read_draft (AnteComposer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->missed = FALSE;
  if (self->lead_id != 0)
    ante_store_get_draft_async (ante_workspace_get_store (self->workspace), self->lead_id,
                                self->cancellable, draft_cb, g_object_ref (self));
}

static void
end_write (AnteComposer *self)
{
  self->writes--;
  if (self->writes == 0 && self->missed)
    read_draft (self);
}

/* It may end after the composer, which is not kept for it. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr (AnteComposer) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak);
  if (!ante_store_set_draft_finish (ANTE_STORE (source), result, &error))
    g_message ("a draft could not be saved: %s", error->message);
  if (self != NULL)
    end_write (self);
}

static void
write_draft (AnteComposer *self, const char *text)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  self->writes++;
  ante_store_set_draft_async (ante_workspace_get_store (self->workspace), self->lead_id, text, NULL,
                              saved_cb, weak);
}

/* Before the draft has come nobody knows what it says: what was typed is put to it, not over it. */
static void
save_draft (AnteComposer *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->save, g_source_remove);
  if (self->lead_id == 0)
    return;
  text = dup_text (self);
  if (!self->opening)
    write_draft (self, text);
  else if (*text != '\0')
    ante_store_return_draft_async (ante_workspace_get_store (self->workspace), self->lead_id, NULL,
                                   text, NULL, NULL, NULL);
}

static gboolean
save_cb (gpointer data)
{
  AnteComposer *self = data;

  if (self->opening)
    return G_SOURCE_CONTINUE;
  self->save = 0;
  save_draft (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AnteComposer *self)
{
  update (self);
  if (self->loading)
    return;
  g_clear_handle_id (&self->save, g_source_remove);
  self->save = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
tell_verdict (AnteComposer *self, const AnteVerdict *verdict)
{
  const AnteFinding *finding = verdict->findings->len > 0 ? verdict->findings->pdata[0] : NULL;

  if (finding != NULL)
    ante_toast (GTK_WIDGET (self), _ (finding->why));
}

/* A text on its way into the outbox, piece by piece. */
typedef struct {
  AnteComposer *composer;
  AnteWorkspace *workspace;
  gint64 lead;
  char *author;
  char *draft;
  AnteQuote *quote; /* (nullable): what the first piece answers */
  GPtrArray *pieces;
  guint next;
  gint64 at; /* when it is to leave, ms; 0 for now */
} Send;

static void
send_free (Send *send)
{
  end_write (send->composer);
  g_object_unref (send->composer);
  g_object_unref (send->workspace);
  g_free (send->author);
  g_free (send->draft);
  ante_quote_free (send->quote);
  g_ptr_array_unref (send->pieces);
  g_free (send);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Send, send_free)

static char *
join_rest (Send *send)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = send->next; i < send->pieces->len; i++)
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "",
                            (char *) send->pieces->pdata[i]);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* What did not get in stands in the composer again; when that shows another lead by now, in the
 * draft, above what was written since. */
static void
give_back (Send *send)
{
  AnteComposer *self = send->composer;
  g_autofree char *rest = join_rest (send);

  if (send->next == 0)
    ante_quote_bar_put_back (self->quote, send->lead, g_steal_pointer (&send->quote));
  if (*rest == '\0')
    return;
  if (self->workspace == send->workspace && self->lead_id == send->lead)
    ante_composer_put_back (self, rest);
  else
    ante_store_return_draft_async (ante_workspace_get_store (send->workspace), send->lead,
                                   send->draft, rest, NULL, NULL, NULL);
}

static void send_next (Send *send);

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Send) send = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteSent) sent = ante_outbox_send_finish (ANTE_OUTBOX (source), result, &error);

  if (sent == NULL)
    ante_toast_error (GTK_WIDGET (send->composer), error);
  else if (sent->verdict != NULL)
    tell_verdict (send->composer, sent->verdict);

  if (sent == NULL || sent->outbox_id == 0)
    give_back (send);
  else if (++send->next < send->pieces->len)
    send_next (g_steal_pointer (&send));
}

/* One after the other, so that they leave in order and none overtakes one that was refused. */
/* Until when it can be taken back, which may be long. */
static gint64
get_wait (Send *send)
{
  return MAX (send->at - ante_workspace_now (send->workspace), ANTE_OUTBOX_UNDO_MS);
}

static void
send_next (Send *send)
{
  gboolean last = send->next + 1 == send->pieces->len;
  const char *mid = send->next == 0 && send->quote != NULL ? send->quote->mid : NULL;

  ante_outbox_send_async (ante_workspace_get_outbox (send->workspace), send->lead,
                          send->pieces->pdata[send->next], send->author, mid, get_wait (send),
                          last ? send->draft : NULL, NULL, sent_cb, send);
}

static void
files_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Send) send = user_data;

  if (!ante_attach_strip_send_finish (ANTE_ATTACH_STRIP (source), result))
    give_back (send);
  else if (send->pieces->len > 0)
    send_next (g_steal_pointer (&send));
}

/* Files stand over the words, and leave before them. */
static void
begin (AnteComposer *self, Send *send)
{
  const char *mid = send->quote != NULL && send->pieces->len == 0 ? send->quote->mid : NULL;

  if (ante_attach_strip_get_n_files (self->files) > 0)
    ante_attach_strip_send_async (self->files, send->author, mid, get_wait (send), files_sent_cb,
                                  send);
  else
    send_next (send);
}

static void
send_text (AnteComposer *self, const char *text, gint64 at)
{
  Send *send = g_new0 (Send, 1);

  self->writes++;
  send->composer = g_object_ref (self);
  send->workspace = g_object_ref (self->workspace);
  send->lead = self->lead_id;
  send->at = at;
  send->author = g_strdup (ante_author_choice_get_author (self->author));
  send->pieces = ante_text_split_message (text, ANTE_TEXT_MAX_BYTES);
  send->draft = dup_text (self);
  send->quote = ante_quote_bar_steal (self->quote);
  if (self->opening)
    g_clear_handle_id (&self->save, g_source_remove);
  else
    save_draft (self);
  ante_undone_texts_forget (self->undone, self->lead_id);
  set_text (self, "");
  begin (self, send);
  g_signal_emit (self, signals[SENT], 0);
}

static void
send_at (AnteComposer *self, gint64 at)
{
  g_autofree char *text = g_strstrip (dup_text (self));
  g_autofree char *gap = ante_reply_gaps_describe (self->buffer);

  if (self->lead == NULL || (*text == '\0' && ante_attach_strip_get_n_files (self->files) == 0))
    return;
  /* Nobody is sent a pair of braces. */
  if (gap != NULL) {
    ante_toast (GTK_WIDGET (self), gap);
    ante_reply_gaps_select (self->buffer, 0);
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
    return;
  }
  if (is_closed (self) && *text == '\0') {
    ante_attach_strip_copy (self->files);
    return;
  }
  if (is_closed (self)) {
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
    ante_toast (GTK_WIDGET (self),
                _ ("Copied. Paste it in Instagram; Anteroom notes it when it comes back."));
    gtk_widget_activate_action (GTK_WIDGET (self), "lead.instagram", NULL);
    return;
  }
  send_text (self, text, at);
}

static void
send_cb (AnteComposer *self)
{
  send_at (self, 0);
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  send_cb (ANTE_COMPOSER (widget));
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_attach_strip_choose (ANTE_COMPOSER (widget)->files);
}

static void
replies_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_reply_picker_begin (ANTE_COMPOSER (widget)->replies);
}

/* Taken before the text view sees it, which would begin a line. */
static gboolean
key_cb (AnteComposer *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (ante_quote_bar_handle_key (self->quote, keyval, state))
    return TRUE;
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  if ((state & GDK_SHIFT_MASK) != 0)
    ante_send_later_open (self->later);
  else
    send_cb (self);
  return TRUE;
}

/* An answer was begun elsewhere: it stands here at once, unless something is being written. */
static void
changed_elsewhere_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteComposer *self)
{
  if ((topics & ANTE_STORE_DRAFTS) && ante_store_concerns (lead_ids, self->lead_id))
    read_draft (self);
}

void
ante_composer_set_workspace (AnteComposer *self, AnteWorkspace *workspace)
{
  ante_composer_set_lead (self, NULL);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace),
                                          changed_elsewhere_cb, self);
  g_set_object (&self->workspace, workspace);
  ante_author_choice_set_workspace (self->author, workspace);
  ante_send_later_set_workspace (self->later, workspace);
  ante_told_bar_set_workspace (self->told, workspace);
  ante_attach_strip_set_workspace (self->files, workspace);
  ante_reply_picker_set_workspace (self->replies, workspace);
  if (workspace != NULL)
    g_signal_connect_object (ante_workspace_get_store (workspace), "changed",
                             G_CALLBACK (changed_elsewhere_cb), self, 0);
}

void
ante_composer_open (AnteComposer *self, gint64 lead_id)
{
  if (self->lead_id == lead_id)
    return;
  if (self->save != 0)
    save_draft (self);
  self->lead_id = lead_id;
  g_clear_object (&self->lead);
  ante_reply_picker_set_lead (self->replies, NULL);
  self->opening = lead_id != 0;
  ante_quote_bar_set_lead (self->quote, lead_id);
  ante_author_choice_set_lead (self->author, lead_id);
  ante_told_bar_set_lead (self->told, lead_id);
  ante_attach_strip_set_lead (self->files, lead_id);
  set_text (self, "");
  read_draft (self);
}

void
ante_composer_set_lead (AnteComposer *self, AnteLead *lead)
{
  ante_composer_open (self, lead != NULL ? lead->id : 0);
  g_set_object (&self->lead, lead);
  ante_reply_picker_set_lead (self->replies, lead);
  update (self);
}

void
ante_composer_refresh (AnteComposer *self)
{
  if (self->lead != NULL)
    update (self);
}

/* The same lead may have been written to in another view. */
static void
ante_composer_map (GtkWidget *widget)
{
  AnteComposer *self = ANTE_COMPOSER (widget);

  GTK_WIDGET_CLASS (ante_composer_parent_class)->map (widget);
  if (self->save == 0 && !self->opening)
    read_draft (self);
}

static void
ante_composer_unmap (GtkWidget *widget)
{
  AnteComposer *self = ANTE_COMPOSER (widget);

  if (self->save != 0)
    save_draft (self);
  GTK_WIDGET_CLASS (ante_composer_parent_class)->unmap (widget);
}

void
ante_composer_put_back (AnteComposer *self, const char *text)
{
  g_autofree char *present = dup_text (self);
  g_autofree char *both =
    *present != '\0' ? g_strconcat (text, "\n", present, NULL) : g_strdup (text);

  gtk_text_buffer_set_text (self->buffer, both, -1);
  ante_composer_focus (self);
}

/**
 * ante_composer_take_back:
 * @item: an answer that was taken back
 *
 * Its words are in the draft of its lead again. A file is there by itself.
 */
void
ante_composer_take_back (AnteComposer *self, AnteOutboxItem *item)
{
  g_autofree char *present = dup_text (self);
  g_autofree char *both = NULL;

  if (item->file != NULL && self->lead_id == item->lead_id)
    ante_composer_focus (self);
  if (self->workspace == NULL || item->file != NULL)
    return;
  if (self->lead_id != item->lead_id) {
    ante_store_return_draft_async (ante_workspace_get_store (self->workspace), item->lead_id, NULL,
                                   item->text, NULL, NULL, NULL);
    return;
  }

  both = ante_undone_texts_put_back (self->undone, item, present);
  gtk_text_buffer_set_text (self->buffer, both, -1);
  ante_composer_focus (self);
}

AnteAttachStrip *
ante_composer_get_files (AnteComposer *self)
{
  return self->files;
}

AnteQuoteBar *
ante_composer_get_quote (AnteComposer *self)
{
  return self->quote;
}

void
ante_composer_focus (AnteComposer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ante_composer_dispose (GObject *object)
{
  AnteComposer *self = ANTE_COMPOSER (object);

  if (self->save != 0)
    save_draft (self);
  self->lead_id = 0; /* what comes back from now on goes to the draft */
  if (self->replies != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->replies));
  self->replies = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->lead);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_composer_parent_class)->dispose (object);
}

static void
ante_composer_class_init (AnteComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_composer_dispose;
  widget_class->map = ante_composer_map;
  widget_class->unmap = ante_composer_unmap;
  signals[SENT] = g_signal_new ("sent", ANTE_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  g_type_ensure (ANTE_TYPE_AUTHOR_CHOICE);
  g_type_ensure (ANTE_TYPE_QUOTE_BAR);
  g_type_ensure (ANTE_TYPE_SEND_LATER);
  g_type_ensure (ANTE_TYPE_TOLD_BAR);
  g_type_ensure (ANTE_TYPE_ATTACH_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, closed);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, closed_words);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, view);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, counter);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, send);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, later);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, author);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, told);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, quote);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, files);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, AnteComposer, emoji);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_at);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "composer.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "composer.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "composer.replies", NULL, replies_action);
}

static void
ante_composer_init (AnteComposer *self)
{
  self->undone = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  ante_spelling_watch (self->view);
  /* Its longest words must not take the room of the side panel. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->send)), PANGO_ELLIPSIZE_END);
  self->replies = ANTE_REPLY_PICKER (ante_reply_picker_new (self->view, self->author));
  ante_emoji_offer (self->emoji, self->view);
  ante_attach_strip_take_pastes (self->files, self->view);
  g_signal_connect_swapped (self->files, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
ante_composer_new (void)
{
  return g_object_new (ANTE_TYPE_COMPOSER, NULL);
}
