#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include <glib/gi18n.h>

#include "engine/ante-clock.h"
#include "engine/ante-judge-text.h"
#include "model/ante-party.h"
#include "rules/ante-window.h"
#include "store/ante-store-receipts.h"

void
ante_sent_free (AnteSent *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->verdict, ante_verdict_free);
  g_free (self);
}

typedef struct {
  gint64 lead_id;
  char *text;
  AnteOutgoingFile *file; /* NULL for a text */
  char *author;
  char *reply_to;
  gint64 at; /* when it was asked for: what is asked for after it never leaves sooner */
  gint64 undo_ms;
  char *draft;
  AnteVerdict *verdict;
  AnteOutboxItem *item;
  AnteSent *sent; /* one of both is told in the end */
  GError *failure;
} Send;

static void
send_free (gpointer data)
{
  Send *send = data;

  g_free (send->text);
  ante_outgoing_file_free (send->file);
  g_free (send->author);
  g_free (send->reply_to);
  g_free (send->draft);
  g_clear_pointer (&send->verdict, ante_verdict_free);
  g_clear_object (&send->item);
  g_clear_pointer (&send->sent, ante_sent_free);
  g_clear_error (&send->failure);
  g_free (send);
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Send *send = g_task_get_task_data (task);

  if (send->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&send->failure));
  else
    g_task_return_pointer (task, g_steal_pointer (&send->sent), (GDestroyNotify) ante_sent_free);
}

/* A row names the copy of a file now, or it goes before anybody hears of it. */
static void
end (GTask *task)
{
  AnteOutbox *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);

  if (send->file != NULL)
    ante_outgoing_let_go (self->outgoing, send->file);
  if (send->file != NULL && (send->sent == NULL || send->sent->outbox_id == 0))
    ante_outgoing_sweep_async (self->outgoing, swept_cb, g_object_ref (task));
  else
    swept_cb (NULL, NULL, g_object_ref (task));
}

/* Takes @error. */
static void
return_error (GTask *task, GError *error)
{
  Send *send = g_task_get_task_data (task);

  send->failure = error;
  end (task);
}

static void
return_sent (GTask *task, gint64 id, gint64 receipt_id, AnteOutboxState state)
{
  Send *send = g_task_get_task_data (task);
  AnteSent *sent = g_new0 (AnteSent, 1);

  sent->outbox_id = id;
  sent->receipt_id = receipt_id;
  sent->state = state;
  sent->verdict = g_steal_pointer (&send->verdict);
  send->sent = sent;
  end (task);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 id = ante_store_outbox_add_finish (ANTE_STORE (source), result, &error);

  if (error != NULL) {
    return_error (task, error);
    return;
  }
  return_sent (task, id, ((Send *) g_task_get_task_data (task))->item->receipt_id,
               ANTE_OUTBOX_QUEUED);
  ante_outbox_pump (g_task_get_source_object (task));
}

static void
add (GTask *task, AnteJudged *judged)
{
  AnteOutbox *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();
  gboolean human_agent = self->account != NULL && self->account->human_agent;
  gint64 now = ante_clock_now (self->client);

  item->lead_id = send->lead_id;
  item->text = g_strdup (send->text);
  item->file = send->file != NULL ? ante_outgoing_file_copy (send->file) : NULL;
  item->author = g_strdup (send->author);
  item->reply_to = g_strdup (send->reply_to);
  item->human_tag =
    !ante_party_is_automatic (send->author) &&
    ante_window_at (judged->facts->send->lead, human_agent, now).state == ANTE_WINDOW_HUMAN;
  item->created_at = send->at;
  item->undo_until = send->at + send->undo_ms;
  item->verdict = ante_verdict_copy (send->verdict);
  item->receipt = g_steal_pointer (&judged->judgement->receipt);
  send->item = g_object_ref (item);
  ante_store_outbox_add_async (self->store, item, send->draft, NULL, added_cb, g_object_ref (task));
}

/* Instagram counts from their last message, whenever it was promised. */
static gboolean
is_open_then (AnteOutbox *self, Send *send, AnteLead *lead)
{
  gboolean human_agent = self->account != NULL && self->account->human_agent;
  gint64 now = ante_clock_now (self->client);

  if (send->undo_ms < ANTE_OUTBOX_ITEM_LATER_MS ||
      ante_window_at (lead, human_agent, now + send->undo_ms).state != ANTE_WINDOW_CLOSED)
    return TRUE;
  ante_verdict_add (send->verdict, ANTE_VERDICT_BLOCK, "window_closed",
                    N_ ("The reply window will be closed by then; choose an earlier time"));
  return FALSE;
}

/* That it was not let out is told in any case. */
static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_store_add_receipt_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_message ("a refusal could not be recorded: %s", error->message);
  return_sent (task, 0, MAX (id, 0), ANTE_OUTBOX_CANCELLED);
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutbox *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteJudged) judged = ante_judge_text_finish (ANTE_STORE (source), result, &error);

  if (judged == NULL) {
    return_error (task, error);
    return;
  }
  send->verdict = g_steal_pointer (&judged->judgement->verdict);
  if (send->file != NULL && self->files_refused)
    ante_verdict_add (
      send->verdict, ANTE_VERDICT_BLOCK, "upload_refused",
      N_ ("Instagram takes no files from here for this account; send it in Instagram"));
  if (judged->judgement->may_leave && !ante_verdict_has (send->verdict, "upload_refused") &&
      is_open_then (self, send, judged->facts->send->lead))
    add (task, judged);
  else
    ante_store_add_receipt_async (ANTE_STORE (source), judged->judgement->receipt, 0, 0, NULL,
                                  refused_cb, g_object_ref (task));
}

/* Of a file it is its name that is on record. */
static void
judge (GTask *task)
{
  AnteOutbox *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  AnteJudgeAsk ask = { .text = send->file != NULL ? send->file->name : send->text,
                       .has_file = send->file != NULL,
                       .author = send->author,
                       .human_agent = self->account != NULL && self->account->human_agent,
                       .now = ante_clock_now (self->client) };

  ante_judge_text_async (self->store, send->lead_id, &ask, g_task_get_cancellable (task), judged_cb,
                         g_object_ref (task));
}

void
ante_outbox_send_async (AnteOutbox *self,
                        gint64 lead_id,
                        const char *text,
                        const char *author,
                        const char *reply_to,
                        gint64 undo_ms,
                        const char *draft,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Send *send = g_new0 (Send, 1);

  send->lead_id = lead_id;
  send->text = g_strdup (text);
  send->author = g_strdup (author);
  send->reply_to = g_strdup (reply_to);
  send->at = ante_clock_now (self->client);
  send->undo_ms = undo_ms;
  send->draft = g_strdup (draft);
  g_task_set_task_data (task, send, send_free);

  if (!ante_party_is_owner (author) || !g_utf8_validate (text, -1, NULL)) {
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                             "the author or the text is not valid");
    return;
  }
  judge (task);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ante_outgoing_check_finish (ANTE_OUTGOING (source), result, &error))
    judge (task);
  else
    return_error (task, error);
}

void
ante_outbox_send_file_async (AnteOutbox *self,
                             gint64 lead_id,
                             const AnteOutgoingFile *file,
                             const char *author,
                             const char *reply_to,
                             gint64 undo_ms,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Send *send = g_new0 (Send, 1);

  send->lead_id = lead_id;
  send->text = g_strdup ("");
  send->file = ante_outgoing_file_copy (file);
  send->author = g_strdup (author);
  send->reply_to = g_strdup (reply_to);
  send->at = ante_clock_now (self->client);
  send->undo_ms = undo_ms;
  g_task_set_task_data (task, send, send_free);

  if (ante_party_is_owner (author))
    ante_outgoing_check_async (self->outgoing, file, cancellable, checked_cb, g_object_ref (task));
  else
    return_error (task, g_error_new_literal (ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                                             "the author is not valid"));
}

AnteSent *
ante_outbox_send_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
