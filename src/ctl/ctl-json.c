#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "model/ante-stage.h"
#include "rules/ante-window.h"

JsonNode *
ctl_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

JsonNode *
ctl_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

/* NULL stays null, so that a field that is there is always there. */
void
ctl_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

void
ctl_set_time (JsonObject *object, const char *name, gint64 ms)
{
  g_autoptr (GDateTime) time = ms > 0 ? g_date_time_new_from_unix_utc (ms / 1000) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  ctl_set_text (object, name, text);
}

static void
set_texts (JsonObject *object, const char *name, char **texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (object, name, array);
}

static const char *
stage_key (GPtrArray *stages, gint64 id)
{
  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->id == id)
      return stage->key;
  }
  return NULL;
}

/* "reply", or a time; null for who is awake. */
static void
set_snooze (JsonObject *object, gint64 until)
{
  if (until == ANTE_LEAD_UNTIL_REPLY)
    ctl_set_text (object, "snoozed_until", "reply");
  else
    ctl_set_time (object, "snoozed_until", until);
}

/* The handles of who was merged into it. */
static void
set_also (JsonObject *object, const char *also)
{
  g_auto (GStrv) handles = g_strsplit (also != NULL ? also : "", " ", -1);

  set_texts (object, "also", handles);
}

JsonObject *
ctl_json_lead (Ctl *ctl, AnteLead *lead, GPtrArray *stages)
{
  const AnteAccount *account = ante_workspace_get_account (ctl->workspace);
  AnteWindow window = ante_window_at (lead, account != NULL && account->human_agent,
                                      ante_workspace_now (ctl->workspace));
  JsonObject *object = json_object_new ();
  JsonObject *clock = json_object_new ();

  ctl_set_text (clock, "state", ante_window_state_to_nick (window.state));
  ctl_set_time (clock, "automation_until", window.automation_until);
  ctl_set_time (clock, "human_until", window.human_until);

  ctl_set_text (object, "id", lead->igsid);
  ctl_set_text (object, "handle", lead->handle);
  ctl_set_text (object, "name", lead->name);
  set_also (object, lead->also);
  ctl_set_text (object, "stage", stage_key (stages, lead->stage_id));
  ctl_set_text (object, "owner", lead->owner);
  ctl_set_text (object, "source", ante_source_kind_to_nick (lead->source));
  ctl_set_text (object, "source_detail", lead->source_detail);
  json_object_set_object_member (object, "window", clock);
  ctl_set_text (object, "next_action", lead->next_action);
  ctl_set_time (object, "next_due", lead->next_due);
  ctl_set_text (object, "next_owner", lead->next_owner);
  json_object_set_int_member (object, "touch", lead->touch_n);
  ctl_set_time (object, "sla_due", lead->sla_due);
  ctl_set_time (object, "sla_breached", lead->sla_breached);
  ctl_set_text (object, "booking", ante_booking_mark_to_nick (lead->booking));
  ctl_set_time (object, "booking_at", lead->booking_at);
  ctl_set_time (object, "last_message_at", lead->last_message_at);
  set_texts (object, "labels", lead->labels);
  set_snooze (object, lead->snoozed_until);
  ctl_set_text (object, "not_a_lead", lead->not_a_lead);
  json_object_set_boolean_member (object, "owes_reply", lead->owes_reply_since > 0);
  json_object_set_int_member (object, "unread", lead->unread);
  json_object_set_boolean_member (object, "pinned", lead->pinned);
  json_object_set_boolean_member (object, "never_ai", lead->never_ai);
  json_object_set_int_member (object, "n_messages", lead->n_messages);
  json_object_set_boolean_member (object, "has_gap", lead->has_gap);
  return object;
}

JsonObject *
ctl_json_fact (const AnteFact *fact)
{
  JsonObject *object = json_object_new ();

  ctl_set_text (object, "kind", ante_fact_kind_to_nick (fact->kind));
  ctl_set_text (object, "text", fact->text);
  ctl_set_text (object, "state", ante_fact_state_to_nick (fact->state));
  ctl_set_text (object, "origin", ante_fact_origin_to_nick (fact->origin));
  ctl_set_text (object, "party", fact->party);
  ctl_set_time (object, "at", fact->at);
  ctl_set_text (object, "message_id", fact->mid);
  return object;
}

JsonObject *
ctl_json_verdict (const AnteVerdict *verdict)
{
  JsonObject *object = json_object_new ();
  JsonArray *findings = json_array_new ();

  ctl_set_text (object, "kind", ante_verdict_kind_to_nick (verdict->kind));
  for (guint i = 0; i < verdict->findings->len; i++) {
    const AnteFinding *finding = verdict->findings->pdata[i];
    JsonObject *row = json_object_new ();

    ctl_set_text (row, "rule", finding->rule);
    ctl_set_text (row, "kind", ante_verdict_kind_to_nick (finding->kind));
    ctl_set_text (row, "why", finding->why);
    json_array_add_object_element (findings, row);
  }
  json_object_set_array_member (object, "findings", findings);
  return object;
}

JsonObject *
ctl_json_outbox (AnteOutboxItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "outbox_id", item->id);
  ctl_set_text (object, "handle", item->handle);
  ctl_set_text (object, "state", ante_outbox_state_to_nick (item->state));
  ctl_set_text (object, "text", item->text);
  if (item->file != NULL) {
    ctl_set_text (object, "file", item->file->name);
    ctl_set_text (object, "kind", ante_message_kind_to_nick (item->file->kind));
    json_object_set_int_member (object, "size", item->file->size);
  }
  ctl_set_text (object, "author", item->author);
  json_object_set_int_member (object, "attempts", item->attempts);
  ctl_set_text (object, "error", item->error);
  ctl_set_text (object, "message_id", item->mid);
  ctl_set_time (object, "created_at", item->created_at);
  return object;
}

char *
ctl_print_json (JsonNode *node)
{
  return json_to_string (node, FALSE);
}
