#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <string.h>

#include "model/ante-party.h"
#include "rules/ante-label.h"
#include "store/ante-store-facts.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-notes.h"

#define ALL_MESSAGES 100000

static gboolean
has_label (AnteLead *lead, const char *label)
{
  for (guint i = 0; lead->labels[i] != NULL; i++) {
    if (ante_label_is_same (lead->labels[i], label))
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_leads (
  Ctl *ctl, GArray *ids, GPtrArray *stages, const char *label, JsonArray *array, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);

  for (guint start = 0; start < ids->len; start += 500) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GPtrArray) leads = NULL;

    CTL_CALL (result, ante_store_get_leads_async, store, &g_array_index (ids, gint64, start),
              MIN (500, ids->len - start), NULL);
    leads = ante_store_get_leads_finish (store, result, error);
    if (leads == NULL)
      return FALSE;
    for (guint i = 0; i < leads->len; i++) {
      if (label == NULL || has_label (leads->pdata[i], label))
        json_array_add_object_element (array, ctl_json_lead (ctl, leads->pdata[i], stages));
    }
  }
  return TRUE;
}

JsonNode *
ctl_leads (Ctl *ctl, GPtrArray *args, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autofree char *stage_key = ctl_take_option (args, "--stage");
  g_autofree char *owner_text = ctl_take_option (args, "--owner");
  g_autofree char *source_nick = ctl_take_option (args, "--source");
  g_autofree char *query = ctl_take_option (args, "--query");
  g_autofree char *label = ctl_take_option (args, "--label");
  g_autofree char *owner = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (JsonArray) array = json_array_new ();
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  if (!ctl_check_args (
        args, 0, 0, "leads [--stage S] [--owner O] [--source K] [--label L] [--query Q]", error) ||
      (stages = ctl_list_stages (ctl, error)) == NULL)
    return NULL;

  if (stage_key != NULL) {
    AnteStage *stage = ctl_find_stage (stages, stage_key, error);

    if (stage == NULL)
      return NULL;
    filter.stage_id = stage->id;
  }
  if (owner_text != NULL && (filter.owner = owner = ctl_parse_owner (owner_text)) == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no owner; say coach, ai, setter:NAME or none", owner_text);
    return NULL;
  }
  if (source_nick != NULL) {
    AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;

    if (!ante_source_kind_from_nick (source_nick, &kind)) {
      g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "%s is no kind of source", source_nick);
      return NULL;
    }
    filter.source = (int) kind;
  }
  filter.query = query;

  CTL_CALL (result, ante_store_list_lead_ids_async, store, &filter, ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (store, result, error);
  if (ids == NULL || !add_leads (ctl, ids, stages, label, array, error))
    return NULL;
  return ctl_array (g_steal_pointer (&array));
}

static gboolean
add_messages (Ctl *ctl, AnteLead *lead, JsonObject *object, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  JsonArray *messages = NULL;

  CTL_CALL (result, ante_store_list_messages_async, store, lead->id, 0, 0, ALL_MESSAGES, NULL);
  page = ante_store_list_messages_finish (store, result, error);
  if (page == NULL)
    return FALSE;

  messages = json_array_new ();
  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];
    JsonObject *row = json_object_new ();

    ctl_set_text (row, "id", message->mid);
    ctl_set_time (row, "at", message->at);
    ctl_set_text (row, "author", message->author);
    ctl_set_text (row, "kind", ante_message_kind_to_nick (message->kind));
    ctl_set_text (row, "text", message->text);
    ctl_set_text (row, "state",
                  message->unsent                      ? "unsent"
                  : ante_party_is_us (message->author) ? "sent"
                                                       : "received");
    json_array_add_object_element (messages, row);
  }
  json_object_set_array_member (object, "messages", messages);
  return TRUE;
}

static gboolean
add_facts (Ctl *ctl, AnteLead *lead, JsonObject *object, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_facts_async, store, lead->id, NULL);
  facts = ante_store_list_facts_finish (store, result, error);
  if (facts == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->state != ANTE_FACT_WITHDRAWN)
      json_array_add_object_element (array, ctl_json_fact (fact));
  }
  json_object_set_array_member (object, "facts", array);
  return TRUE;
}

static gboolean
add_notes (Ctl *ctl, AnteLead *lead, JsonObject *object, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_notes_async, store, lead->id, NULL);
  notes = ante_store_list_notes_finish (store, result, error);
  if (notes == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < notes->len; i++) {
    const AnteNote *note = notes->pdata[i];
    JsonObject *row = json_object_new ();

    json_object_set_int_member (row, "id", note->id);
    ctl_set_time (row, "at", note->at);
    ctl_set_time (row, "edited_at", note->edited_at);
    json_object_set_string_member (row, "author", note->author);
    json_object_set_string_member (row, "text", note->text);
    json_array_add_object_element (array, row);
  }
  json_object_set_array_member (object, "notes", array);
  return TRUE;
}

static gboolean
add_touches (Ctl *ctl, AnteLead *lead, JsonObject *object, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) touches = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_touches_async, store, lead->id, NULL);
  touches = ante_store_list_touches_finish (store, result, error);
  if (touches == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < touches->len; i++) {
    const AnteTouch *touch = touches->pdata[i];
    JsonObject *row = json_object_new ();

    ctl_set_text (row, "kind", ante_source_kind_to_nick (touch->kind));
    ctl_set_text (row, "detail", touch->detail);
    ctl_set_time (row, "at", touch->at);
    ctl_set_text (row, "evidence", touch->evidence);
    ctl_set_text (row, "origin", touch->origin);
    json_array_add_object_element (array, row);
  }
  json_object_set_array_member (object, "touches", array);
  return TRUE;
}

static gboolean
add_events (Ctl *ctl, AnteLead *lead, JsonObject *object, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_events_async, store, lead->id, 1000, NULL);
  events = ante_store_list_events_finish (store, result, error);
  if (events == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < events->len; i++) {
    const AnteEvent *event = events->pdata[i];
    JsonObject *row = json_object_new ();

    ctl_set_time (row, "at", event->at);
    ctl_set_text (row, "actor", event->actor);
    ctl_set_text (row, "field", event->field);
    ctl_set_text (row, "from", event->from);
    ctl_set_text (row, "to", event->to);
    ctl_set_text (row, "why", event->why);
    json_object_set_boolean_member (row, "undone", event->undone);
    json_array_add_object_element (array, row);
  }
  json_object_set_array_member (object, "events", array);
  return TRUE;
}

JsonNode *
ctl_describe_lead (Ctl *ctl, AnteLead *lead, GError **error)
{
  g_autoptr (GPtrArray) stages = ctl_list_stages (ctl, error);

  return stages != NULL ? ctl_object (ctl_json_lead (ctl, lead, stages)) : NULL;
}

JsonNode *
ctl_lead (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;

  if (!ctl_check_args (args, 1, 1, "lead HANDLE", error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL ||
      (node = ctl_describe_lead (ctl, lead, error)) == NULL)
    return NULL;

  object = json_node_get_object (node);
  if (!add_messages (ctl, lead, object, error) || !add_facts (ctl, lead, object, error) ||
      !add_notes (ctl, lead, object, error) || !add_touches (ctl, lead, object, error) ||
      !add_events (ctl, lead, object, error))
    return NULL;
  return g_steal_pointer (&node);
}

/* The act's number and the lead as it is then. */
JsonNode *
ctl_tell_act (Ctl *ctl, GAsyncResult *result, gint64 lead_id, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  GError *act_error = NULL;
  gint64 act = ante_command_finish (ctl->workspace, result, &act_error);
  JsonNode *node = NULL;

  if (act_error != NULL) {
    g_propagate_error (error, act_error);
    return NULL;
  }

  CTL_CALL (read, ante_store_get_leads_async, store, &lead_id, 1, NULL);
  leads = ante_store_get_leads_finish (store, read, error);
  if (leads == NULL || leads->len == 0)
    return NULL;
  node = ctl_describe_lead (ctl, leads->pdata[0], error);
  if (node != NULL)
    json_object_set_int_member (json_node_get_object (node), "act", act);
  return node;
}

JsonNode *
ctl_own (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *owner = NULL;

  if (!ctl_check_args (args, 2, 2, "own HANDLE coach|ai|setter:NAME|none", error))
    return NULL;

  owner = ctl_parse_owner (ctl_arg (args, 1));
  if (owner == NULL) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "%s is no owner; say coach, ai, setter:NAME or none", ctl_arg (args, 1));
    return NULL;
  }
  if ((lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_own_async, ctl->workspace, &lead->id, 1, owner);
  return ctl_tell_act (ctl, result, lead->id, error);
}

JsonNode *
ctl_source (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonNode) node = NULL;
  AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;

  if (!ctl_check_args (args, 1, 3, "source HANDLE [KIND [DETAIL]]", error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;

  if (args->len > 1) {
    if (!ante_source_kind_from_nick (ctl_arg (args, 1), &kind) || kind == ANTE_SOURCE_UNKNOWN) {
      g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                   "%s is no kind of source; one of story-reply, comment, dm-ad, "
                   "keyword, outbound, referral, reactivation, email, organic",
                   ctl_arg (args, 1));
      return NULL;
    }
    CTL_CALL (result, ante_command_add_touch_async, ctl->workspace, lead->id, kind,
              ctl_arg (args, 2), 0);
    node = ctl_tell_act (ctl, result, lead->id, error);
  } else {
    node = ctl_describe_lead (ctl, lead, error);
  }
  if (node == NULL || !add_touches (ctl, lead, json_node_get_object (node), error))
    return NULL;
  return g_steal_pointer (&node);
}

static JsonNode *
tell_undone (Ctl *ctl, GAsyncResult *result, const char *none, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (AnteUndone) undone = ante_command_undo_finish (ctl->workspace, result, &cause);
  JsonObject *object = NULL;

  if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, none);
  else if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  if (undone == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_int_member (object, "act", undone->group);
  ctl_set_text (object, "field", undone->field);
  json_object_set_int_member (object, "leads", undone->n_leads);
  return ctl_object (object);
}

JsonNode *
ctl_undo (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!ctl_check_args (args, 0, 0, "undo", error))
    return NULL;
  CTL_CALL (result, ante_command_undo_async, ctl->workspace, 0);
  return tell_undone (ctl, result, "there is nothing to undo", error);
}

JsonNode *
ctl_redo (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!ctl_check_args (args, 0, 0, "redo", error))
    return NULL;
  CTL_CALL (result, ante_command_redo_async, ctl->workspace);
  return tell_undone (ctl, result, "there is nothing to do again", error);
}
