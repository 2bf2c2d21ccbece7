#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdlib.h>

#include "model/ante-party.h"
#include "rules/ante-when.h"
#include "store/ante-store-outbox.h"

/* A command that ends waits this long for its answer to be settled. */
#define SETTLE_S 30
/* And where a large file is on its way. */
#define SETTLE_FILE_S 660

static AnteOutboxItem *
find_item (Ctl *ctl, gint64 id, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;

  CTL_CALL (result, ante_store_outbox_list_async, store, 0, FALSE, 1000, NULL);
  items = ante_store_outbox_list_finish (store, result, error);
  for (guint i = 0; items != NULL && i < items->len; i++) {
    if (((AnteOutboxItem *) items->pdata[i])->id == id)
      return g_object_ref (items->pdata[i]);
  }
  return NULL;
}

static gboolean
may_change_soon (AnteOutboxItem *item)
{
  return item->state == ANTE_OUTBOX_QUEUED || item->state == ANTE_OUTBOX_SENDING ||
         (item->state == ANTE_OUTBOX_UNCERTAIN && g_strcmp0 (item->error, "unconfirmed") != 0);
}

static AnteOutboxItem *
wait_settled (Ctl *ctl, gint64 id, guint seconds, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  AnteOutbox *outbox = ante_workspace_get_outbox (ctl->workspace);

  ante_outbox_start (outbox);
  while (TRUE) {
    g_autoptr (AnteOutboxItem) item = find_item (ctl, id, error);

    /* What is on its way is waited for even then: how it ended is still to be written. */
    if (item == NULL || !may_change_soon (item) || g_get_monotonic_time () > deadline ||
        ctl->quit || (item->state == ANTE_OUTBOX_QUEUED && item->error != NULL) ||
        (item->state != ANTE_OUTBOX_SENDING &&
         (ante_outbox_get_frozen (outbox) != NULL ||
          ante_workspace_get_sign_in_needed (ctl->workspace))))
      return g_steal_pointer (&item);
    ctl_pause (20);
  }
}

static JsonNode *
tell_sent (Ctl *ctl, const AnteSent *sent, AnteOutboxItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "outbox_id", sent->outbox_id);
  json_object_set_int_member (object, "receipt_id", sent->receipt_id);
  ctl_set_text (object, "state",
                sent->outbox_id == 0
                  ? ante_verdict_kind_to_nick (sent->verdict->kind)
                  : ante_outbox_state_to_nick (item != NULL ? item->state : sent->state));
  if (item != NULL) {
    ctl_set_text (object, "error", item->error);
    ctl_set_text (object, "message_id", item->mid);
    ctl_set_text (object, "frozen",
                  ante_outbox_get_frozen (ante_workspace_get_outbox (ctl->workspace)));
  }
  json_object_set_object_member (object, "verdict", ctl_json_verdict (sent->verdict));
  return ctl_object (object);
}

/* How long it is until @at, ms; 0 for now. */
static gboolean
parse_wait (Ctl *ctl, const char *at, gint64 *wait, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = ante_workspace_now (ctl->workspace);
  gint64 then = at != NULL ? ante_when_parse (at, now, zone) : now;

  *wait = then - now;
  if (at == NULL || *wait >= ANTE_OUTBOX_ITEM_LATER_MS)
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
               "\"%s\" is no time from a minute on; say fri 4pm, in 2 hours, 2027-03-04 16:00", at);
  return FALSE;
}

/* (transfer full) (nullable) */
static AnteSent *
send_text (
  Ctl *ctl, gint64 lead_id, const char *text, const char *author, gint64 wait, GError **error)
{
  AnteOutbox *outbox = ante_workspace_get_outbox (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_outbox_send_async, outbox, lead_id, text, author, NULL, wait, NULL, NULL);
  return ante_outbox_send_finish (outbox, result, error);
}

static AnteSent *
send_file (
  Ctl *ctl, gint64 lead_id, const char *path, const char *author, gint64 wait, GError **error)
{
  AnteOutbox *outbox = ante_workspace_get_outbox (ctl->workspace);
  AnteOutgoing *outgoing = ante_outbox_get_outgoing (outbox);
  g_autoptr (GFile) chosen = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteOutgoingFile) file = NULL;

  CTL_CALL (result, ante_outgoing_copy_async, outgoing, chosen, NULL);
  file = ante_outgoing_copy_finish (outgoing, result, error);
  if (file == NULL)
    return NULL;
  CTL_CALL (result, ante_outbox_send_file_async, outbox, lead_id, file, author, NULL, wait, NULL);
  return ante_outbox_send_finish (outbox, result, error);
}

JsonNode *
ctl_send (Ctl *ctl, GPtrArray *args, GError **error)
{
  static const char usage[] = "send HANDLE TEXT [--as coach|setter:NAME|ai] [--at WHEN]"
                              " | send HANDLE --file PATH [--as coach|setter:NAME] [--at WHEN]";
  g_autofree char *as = ctl_take_option (args, "--as");
  g_autofree char *at = ctl_take_option (args, "--at");
  g_autofree char *path = ctl_take_option (args, "--file");
  g_autofree char *author = NULL;
  gint64 wait = 0;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteSent) sent = NULL;
  g_autoptr (AnteOutboxItem) item = NULL;
  guint words = path != NULL ? 1 : 2;

  if (!ctl_check_args (args, words, words, usage, error) || !parse_wait (ctl, at, &wait, error))
    return NULL;
  author = as != NULL ? ctl_parse_owner (as) : g_strdup (ANTE_PARTY_COACH);
  if (!ante_party_is_owner (author)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s cannot send; say coach, ai or setter:NAME",
                 as);
    return NULL;
  }
  if ((lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;

  sent = path != NULL ? send_file (ctl, lead->id, path, author, wait, error)
                      : send_text (ctl, lead->id, ctl_arg (args, 1), author, wait, error);
  if (sent == NULL)
    return NULL;
  if (sent->outbox_id != 0 && !ctl->in_shell && wait == 0)
    item = wait_settled (ctl, sent->outbox_id, path != NULL ? SETTLE_FILE_S : SETTLE_S, NULL);
  return tell_sent (ctl, sent, item);
}

static JsonNode *
list_outbox (Ctl *ctl, gboolean only_open, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_outbox_list_async, store, 0, only_open, 1000000, NULL);
  items = ante_store_outbox_list_finish (store, result, error);
  if (items == NULL)
    return NULL;

  array = json_array_new ();
  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, ctl_json_outbox (items->pdata[i]));
  return ctl_array (array);
}

/* A person has looked at what Instagram restricted. */
static JsonNode *
resume (Ctl *ctl, GError **error)
{
  AnteOutbox *outbox = ante_workspace_get_outbox (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  JsonObject *object = NULL;

  CTL_CALL (result, ante_outbox_thaw_async, outbox, NULL);
  if (!ante_outbox_thaw_finish (outbox, result, error))
    return NULL;
  object = json_object_new ();
  ctl_set_text (object, "frozen", ante_outbox_get_frozen (outbox));
  return ctl_object (object);
}

static gboolean
parse_settlement (const char *text, AnteSettlement *settlement)
{
  static const char *const words[] = { "sent", "again", "drop" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (text, words[i])) {
      *settlement = (AnteSettlement) i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
parse_id (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
               "\"%s\" is no number of the outbox; anteroomctl outbox lists them", text);
  return FALSE;
}

/* What was never there has not "moved on". */
static void
say_not_done (Ctl *ctl, gint64 id, GError *cause, GError **error)
{
  g_autoptr (AnteOutboxItem) item = find_item (ctl, id, NULL);

  if (item == NULL && cause->domain == ANTE_STORE_ERROR &&
      (cause->code == ANTE_STORE_ERROR_CONFLICT || cause->code == ANTE_STORE_ERROR_NOT_FOUND))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "there is no number %" G_GINT64_FORMAT " in the outbox", id);
  else
    g_propagate_error (error, g_error_copy (cause));
}

JsonNode *
ctl_outbox (Ctl *ctl, GPtrArray *args, GError **error)
{
  static const char usage[] = "outbox [--open] | outbox retry|cancel|now ID | outbox settle ID "
                              "sent|again|drop | outbox resume";
  AnteOutbox *outbox = ante_workspace_get_outbox (ctl->workspace);
  gboolean only_open = ctl_take_flag (args, "--open");
  const char *verb = ctl_arg (args, 0);
  gint64 id = 0;
  AnteSettlement settlement = ANTE_SETTLE_DROP;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean ok = FALSE;

  if (!ctl_check_args (args, 0, 3, usage, error))
    return NULL;
  if (verb == NULL)
    return list_outbox (ctl, only_open, error);
  if (g_str_equal (verb, "resume") && args->len == 1)
    return resume (ctl, error);
  if (ctl_arg (args, 1) != NULL && !parse_id (ctl_arg (args, 1), &id, error))
    return NULL;

  if (g_str_equal (verb, "cancel") && args->len == 2) {
    CTL_CALL (result, ante_outbox_cancel_async, outbox, id, NULL);
    text = ante_outbox_cancel_finish (outbox, result, &cause);
    ok = text != NULL;
  } else if (g_str_equal (verb, "now") && args->len == 2) {
    CTL_CALL (result, ante_outbox_send_now_async, outbox, id, NULL);
    ok = ante_outbox_send_now_finish (outbox, result, &cause);
  } else if (g_str_equal (verb, "retry") && args->len == 2) {
    CTL_CALL (result, ante_outbox_retry_async, outbox, id, NULL);
    ok = ante_outbox_retry_finish (outbox, result, &cause);
  } else if (g_str_equal (verb, "settle") && parse_settlement (ctl_arg (args, 2), &settlement)) {
    CTL_CALL (result, ante_outbox_settle_async, outbox, id, settlement, NULL);
    ok = ante_outbox_settle_finish (outbox, result, &cause);
  } else {
    g_set_error (&cause, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", usage);
  }
  if (!ok) {
    say_not_done (ctl, id, cause, error);
    return NULL;
  }

  item = find_item (ctl, id, error);
  return item != NULL ? ctl_object (ctl_json_outbox (item)) : NULL;
}
