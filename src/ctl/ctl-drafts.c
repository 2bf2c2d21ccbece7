#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdio.h>

#include "engine/ante-draft-commands.h"
#include "rules/ante-text.h"

#define USAGE                                                                                      \
  "drafts [--all] | drafts show ID | drafts approve ID… [--anyway] | drafts edit ID TEXT "       \
  "[--anyway] | drafts reject ID REASON [WORDS] | drafts hold ID [MINUTES] | drafts take ID | "    \
  "drafts make [HANDLE]"
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define MINUTE_MS G_GINT64_CONSTANT (60000)

/* --- what is told --------------------------------------------------------------------------- */

static JsonArray *
tell_findings (const char *receipt)
{
  g_autoptr (AnteReceiptView) view = receipt != NULL ? ante_receipt_view_new (receipt) : NULL;
  JsonArray *array = json_array_new ();

  for (guint i = 0; view != NULL && i < view->lines->len; i++) {
    const AnteReceiptLine *line = view->lines->pdata[i];
    JsonObject *told = NULL;

    if (line->kind == ANTE_VERDICT_ALLOW)
      continue;
    told = json_object_new ();
    ctl_set_text (told, "rule", line->category);
    ctl_set_text (told, "kind", ante_verdict_kind_to_nick (line->kind));
    ctl_set_text (told, "source", line->source);
    ctl_set_text (told, "excerpt", line->excerpt);
    ctl_set_text (told, "why", line->what);
    json_array_add_object_element (array, told);
  }
  return array;
}

static JsonObject *
tell_draft (AnteDraft *draft)
{
  g_auto (GStrv) basis = g_strsplit (draft->basis, "\n", -1);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  json_object_set_int_member (object, "draft_id", draft->id);
  ctl_set_text (object, "handle", draft->handle);
  ctl_set_text (object, "state", ante_draft_state_to_nick (draft->state));
  json_object_set_boolean_member (
    object, "stale", ante_draft_is_open (draft) && draft->last_lead_at > draft->burst_at);
  ctl_set_text (object, "intent", ante_intent_to_nick (draft->intent));
  ctl_set_text (object, "verdict", ante_verdict_kind_to_nick (draft->verdict));
  ctl_set_text (object, "text", ante_draft_get_words (draft));
  if (draft->edited_text != NULL)
    ctl_set_text (object, "made", draft->text);
  ctl_set_text (object, "why", draft->why);
  ctl_set_text (object, "origin", draft->origin);
  ctl_set_text (object, "provider", draft->provider);
  ctl_set_text (object, "model", draft->model);
  json_object_set_int_member (object, "playbook", draft->playbook_version);
  for (guint i = 0; basis[i] != NULL; i++) {
    if (*basis[i] != '\0')
      json_array_add_string_element (array, basis[i]);
  }
  json_object_set_array_member (object, "basis", array);
  json_object_set_array_member (object, "findings", tell_findings (draft->receipt));
  ctl_set_time (object, "created_at", draft->created_at);
  ctl_set_time (object, "decided_at", draft->decided_at);
  ctl_set_text (object, "decided_by", draft->decided_by);
  ctl_set_text (object, "reason", draft->reason);
  ctl_set_time (object, "held_until", draft->held_until);
  json_object_set_int_member (object, "outbox_id", draft->outbox_id);
  return object;
}

static JsonNode *
list_drafts (Ctl *ctl, gboolean all, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  JsonArray *array = NULL;

  CTL_CALL (result, ante_store_list_drafts_async, store, 0, !all, 100000, NULL);
  if ((drafts = ante_store_list_drafts_finish (store, result, error)) == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < drafts->len; i++)
    json_array_add_object_element (array, tell_draft (drafts->pdata[i]));
  return ctl_array (array);
}

static AnteDraft *
get_draft (Ctl *ctl, gint64 id, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  CTL_CALL (result, ante_store_find_draft_async, store, id, NULL);
  return ante_store_find_draft_finish (store, result, error);
}

static JsonNode *
show (Ctl *ctl, gint64 id, GError **error)
{
  g_autoptr (AnteDraft) draft = get_draft (ctl, id, error);
  JsonObject *object = NULL;

  if (draft == NULL)
    return NULL;
  object = tell_draft (draft);
  if (draft->receipt != NULL)
    json_object_set_member (object, "receipt", json_from_string (draft->receipt, NULL));
  return ctl_object (object);
}

/* --- deciding ------------------------------------------------------------------------------- */

static gboolean
parse_id (const char *text, gint64 *id, GError **error)
{
  if (text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
               "\"%s\" is no number of a draft; anteroomctl drafts lists them",
               text != NULL ? text : "");
  return FALSE;
}

static char *
join_findings (const AnteVerdict *verdict)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; verdict != NULL && i < verdict->findings->len; i++) {
    const AnteFinding *finding = verdict->findings->pdata[i];

    g_string_append_printf (words, "%s%s (%s)", i > 0 ? "; " : "", finding->why, finding->rule);
  }
  return g_strdup (words->str);
}

/* What a person can do about it. */
static void
say_why_not (const GError *cause, const AnteVerdict *verdict, GError **error)
{
  g_autofree char *found = join_findings (verdict);

  if (g_error_matches (cause, ANTE_DRAFT_ERROR, ANTE_DRAFT_ERROR_BLOCKED))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "these words must not go out: %s. Change them with: drafts edit ID TEXT", found);
  else if (g_error_matches (cause, ANTE_DRAFT_ERROR, ANTE_DRAFT_ERROR_UNSURE))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "a person has to look first: %s. If you have, say it again with --anyway", found);
  else if (g_error_matches (cause, ANTE_DRAFT_ERROR, ANTE_DRAFT_ERROR_NONE_SAFE))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
                 "none of these drafts is all green; approve them one by one");
  else if (g_error_matches (cause, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT))
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "it was not decided: %s", cause->message);
  else
    g_propagate_error (error, g_error_copy (cause));
}

static JsonNode *
tell_decided (Ctl *ctl, GAsyncResult *result, gint64 id, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gint64 act = ante_command_draft_finish (ctl->workspace, result, &cause);
  g_autoptr (AnteDraft) draft = NULL;
  JsonObject *object = NULL;

  if (act < 0) {
    say_why_not (cause, ante_command_draft_get_verdict (result), error);
    return NULL;
  }
  if ((draft = get_draft (ctl, id, error)) == NULL)
    return NULL;
  object = tell_draft (draft);
  json_object_set_int_member (object, "act", act);
  json_object_set_int_member (object, "decided", ante_command_draft_get_count (result));
  return ctl_object (object);
}

static JsonNode *
approve (Ctl *ctl, GPtrArray *args, gboolean anyway, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 1; i < args->len; i++) {
    gint64 id = 0;

    if (!parse_id (args->pdata[i], &id, error))
      return NULL;
    g_array_append_val (ids, id);
  }
  if (ids->len == 1)
    CTL_CALL (result, ante_command_approve_draft_async, ctl->workspace,
              g_array_index (ids, gint64, 0), NULL, anyway);
  else
    CTL_CALL (result, ante_command_approve_safe_drafts_async, ctl->workspace,
              (const gint64 *) ids->data, ids->len);
  return tell_decided (ctl, result, g_array_index (ids, gint64, 0), error);
}

static JsonNode *
reject (Ctl *ctl, gint64 id, const char *reason, const char *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  AnteRejectReason why = ANTE_REJECT_OTHER;

  if (!ante_reject_reason_from_nick (reason, &why)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "why? One of wrong-fact, off-voice, wrong-moment, not-qualified, needs-me, other");
    return NULL;
  }
  CTL_CALL (result, ante_command_reject_draft_async, ctl->workspace, id, why, words);
  return tell_decided (ctl, result, id, error);
}

static JsonNode *
hold (Ctl *ctl, gint64 id, const char *minutes, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 n = HOUR_MS / MINUTE_MS;

  if (minutes != NULL && !g_ascii_string_to_signed (minutes, 10, 1, 100000, &n, NULL)) {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "\"%s\" is no number of minutes", minutes);
    return NULL;
  }
  CTL_CALL (result, ante_command_hold_draft_async, ctl->workspace, id,
            ante_workspace_now (ctl->workspace) + n * MINUTE_MS);
  return tell_decided (ctl, result, id, error);
}

static JsonNode *
make (Ctl *ctl, const char *handle, GError **error)
{
  static const char *const outcomes[] = { "nothing", "filed", "leaves", "silent", "moved-on" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteLead) lead = NULL;
  JsonObject *object = NULL;
  int came = 0;

  if (handle == NULL) {
    AnteDrafting *drafting = ante_workspace_get_drafting (ctl->workspace);

    CTL_CALL (result, ante_drafting_pass_async, drafting, NULL);
    came = ante_drafting_pass_finish (drafting, result, error);
    if (came < 0)
      return NULL;
    object = json_object_new ();
    json_object_set_int_member (object, "filed", came);
    return ctl_object (object);
  }
  if ((lead = ctl_find_lead (ctl, handle, error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_make_draft_async, ctl->workspace, lead->id);
  came = ante_command_make_draft_finish (ctl->workspace, result, error);
  if (came < 0)
    return NULL;
  object = json_object_new ();
  ctl_set_text (object, "outcome", outcomes[came]);
  return ctl_object (object);
}

gboolean
ctl_drafts_reads_alone (GPtrArray *args)
{
  const char *verb = ctl_arg (args, 0);

  return verb == NULL || *verb == '-' || g_str_equal (verb, "show");
}

/**
 * ctl_drafts:
 *
 * What the machine proposes, and what a person decides about it.
 */
JsonNode *
ctl_drafts (Ctl *ctl, GPtrArray *args, GError **error)
{
  gboolean all = ctl_take_flag (args, "--all");
  gboolean anyway = ctl_take_flag (args, "--anyway");
  const char *verb = ctl_arg (args, 0);
  gint64 id = 0;
  g_autoptr (GAsyncResult) result = NULL;

  if (verb == NULL)
    return list_drafts (ctl, all, error);
  if (g_str_equal (verb, "make") && args->len <= 2)
    return make (ctl, ctl_arg (args, 1), error);
  if (!parse_id (ctl_arg (args, 1), &id, error))
    return NULL;
  if (g_str_equal (verb, "show") && args->len == 2)
    return show (ctl, id, error);
  if (g_str_equal (verb, "approve"))
    return approve (ctl, args, anyway, error);
  if (g_str_equal (verb, "reject") && args->len <= 4)
    return reject (ctl, id, ctl_arg (args, 2), ctl_arg (args, 3), error);
  if (g_str_equal (verb, "hold") && args->len <= 3)
    return hold (ctl, id, ctl_arg (args, 2), error);
  if (g_str_equal (verb, "edit") && args->len == 3) {
    CTL_CALL (result, ante_command_approve_draft_async, ctl->workspace, id, ctl_arg (args, 2),
              anyway);
    return tell_decided (ctl, result, id, error);
  }
  if (g_str_equal (verb, "take") && args->len == 2) {
    CTL_CALL (result, ante_command_take_over_async, ctl->workspace, id);
    return tell_decided (ctl, result, id, error);
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE, "usage: %s", USAGE);
  return NULL;
}

/* --- for people ----------------------------------------------------------------------------- */

static void
print_draft (JsonObject *object)
{
  g_autofree char *text = ante_text_clean_name (json_object_get_string_member (object, "text"), 0);
  g_autofree char *why = ante_text_clean_name (json_object_get_string_member (object, "why"), 0);
  JsonArray *findings = json_object_get_array_member (object, "findings");

  printf ("%d  %s  %s%s, %s: %s\n", (int) json_object_get_int_member (object, "draft_id"),
          json_object_get_string_member (object, "handle"),
          json_object_get_string_member (object, "state"),
          json_object_get_boolean_member (object, "stale") ? " (stale)" : "",
          json_object_get_string_member (object, "intent"),
          json_object_get_string_member (object, "verdict"));
  printf ("    %s\n    Why: %s\n", text, why);
  for (guint i = 0; i < json_array_get_length (findings); i++) {
    JsonObject *finding = json_array_get_object_element (findings, i);

    printf ("    %s: %s (%s)\n", json_object_get_string_member (finding, "kind"),
            json_object_get_string_member (finding, "why"),
            json_object_get_string_member (finding, "rule"));
  }
}

void
ctl_print_drafts (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = object == NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    print_draft (json_array_get_object_element (array, i));
  if (array != NULL && json_array_get_length (array) == 0)
    puts ("Nothing is waiting.");
  if (object != NULL && json_object_has_member (object, "draft_id"))
    print_draft (object);
  else if (object != NULL && json_object_has_member (object, "filed"))
    printf ("%d drafts were made.\n", (int) json_object_get_int_member (object, "filed"));
  else if (object != NULL)
    printf ("%s\n", json_object_get_string_member (object, "outcome"));
}
