#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-outbox-private.h"

#include <glib/gi18n.h>

#include "engine/ante-clock.h"
#include "model/ante-party.h"
#include "rules/ante-send-rules.h"
#include "rules/ante-window.h"

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
  char *author;
  char *reply_to;
  gint64 undo_ms;
  char *draft;
  AnteVerdict *verdict;
} Send;

static void
send_free (gpointer data)
{
  Send *send = data;

  g_free (send->text);
  g_free (send->author);
  g_free (send->reply_to);
  g_free (send->draft);
  g_clear_pointer (&send->verdict, ante_verdict_free);
  g_free (send);
}

static void
return_sent (GTask *task, gint64 id, AnteOutboxState state)
{
  Send *send = g_task_get_task_data (task);
  AnteSent *sent = g_new0 (AnteSent, 1);

  sent->outbox_id = id;
  sent->state = state;
  sent->verdict = g_steal_pointer (&send->verdict);
  g_task_return_pointer (task, sent, (GDestroyNotify) ante_sent_free);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 id = ante_store_outbox_add_finish (ANTE_STORE (source), result, &error);

  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  return_sent (task, id, ANTE_OUTBOX_QUEUED);
  ante_outbox_pump (g_task_get_source_object (task));
}

/* What the rules of state said. */
static AnteReceipt *
make_receipt (const Send *send, gint64 now)
{
  AnteReceipt *receipt = ante_receipt_new ();

  receipt->lead_id = send->lead_id;
  receipt->at = now;
  receipt->kind = send->verdict->kind;
  receipt->automatic = ante_party_is_automatic (send->author);
  receipt->text = g_strdup (send->text);
  receipt->engine = g_strdup ("state");
  receipt->body = g_strdup ("{}");
  return receipt;
}

static void
add (GTask *task, AnteSendFacts *facts)
{
  AnteOutbox *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();
  gboolean human_agent = self->account != NULL && self->account->human_agent;
  gint64 now = ante_clock_now (self->client);

  item->lead_id = send->lead_id;
  item->text = g_strdup (send->text);
  item->author = g_strdup (send->author);
  item->reply_to = g_strdup (send->reply_to);
  item->human_tag = !ante_party_is_automatic (send->author) &&
                    ante_window_at (facts->lead, human_agent, now).state == ANTE_WINDOW_HUMAN;
  item->created_at = now;
  item->undo_until = now + send->undo_ms;
  item->verdict = ante_verdict_copy (send->verdict);
  item->receipt = make_receipt (send, now);
  ante_store_outbox_add_async (self->store, item, send->draft, NULL, added_cb, g_object_ref (task));
}

/* Instagram counts from their last message, whenever it was promised. */
static void
check_then (Send *send, const AnteSendContext *context)
{
  AnteWindow then =
    ante_window_at (context->lead, context->human_agent, context->now + send->undo_ms);

  if (then.state == ANTE_WINDOW_CLOSED)
    ante_verdict_add (send->verdict, ANTE_VERDICT_BLOCK, "window_closed",
                      N_ ("The reply window will be closed by then; choose an earlier time"));
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AnteOutbox *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AnteSendFacts) facts =
    ante_store_send_facts_finish (ANTE_STORE (source), result, &error);
  AnteSendContext context = { 0 };

  if (facts == NULL) {
    g_task_return_error (task, error);
    return;
  }

  context.lead = facts->lead;
  context.author = send->author;
  context.human_agent = self->account != NULL && self->account->human_agent;
  context.paused = facts->paused;
  context.automatic_in_a_row = facts->automatic_in_a_row;
  context.answered_since = facts->answered_since;
  context.now = ante_clock_now (self->client);
  send->verdict = ante_send_rules_check (&context, send->text);

  if (send->undo_ms >= ANTE_OUTBOX_ITEM_LATER_MS && send->verdict->kind == ANTE_VERDICT_ALLOW)
    check_then (send, &context);

  if (send->verdict->kind == ANTE_VERDICT_ALLOW)
    add (task, facts);
  else
    return_sent (task, 0, ANTE_OUTBOX_CANCELLED);
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
  send->undo_ms = undo_ms;
  send->draft = g_strdup (draft);
  g_task_set_task_data (task, send, send_free);

  if (!ante_party_is_owner (author) || !g_utf8_validate (text, -1, NULL)) {
    g_task_return_new_error (task, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID,
                             "the author or the text is not valid");
    return;
  }
  ante_store_send_facts_async (self->store, lead_id, cancellable, facts_cb, g_object_ref (task));
}

AnteSent *
ante_outbox_send_finish (AnteOutbox *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
