#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <string.h>

#include "store/ante-store-messages.h"

/* What is known of a lead, noted about it, and pinned. */

#define ALL_MESSAGES 100000
#define FACT_USAGE "fact HANDLE [FIELD VALUE] [--message ID]"

static gboolean
read_kind (const char *field, AnteFactKind *kind, const char **type, GError **error)
{
  *type = NULL;
  if (ante_fact_kind_from_nick (field, kind))
    return TRUE;
  if (g_str_equal (field, ANTE_FACT_TYPE_AGAINST)) {
    *kind = ANTE_FACT_FIT;
    *type = ANTE_FACT_TYPE_AGAINST;
    return TRUE;
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
               "%s is no field; say goal, problem, bottleneck, fit, against, objection, next-step, "
               "offer, budget, timeline, already-knows, booking or free",
               field);
  return FALSE;
}

/* NULL with @error. @id: as "id" of a message in the answer to lead. */
static AnteMessage *
find_message (Ctl *ctl, AnteLead *lead, const char *id, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteMessagePage) page = NULL;

  CTL_CALL (result, ante_store_list_messages_async, store, lead->id, 0, 0, ALL_MESSAGES, NULL);
  page = ante_store_list_messages_finish (store, result, error);
  for (guint i = 0; page != NULL && i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];

    if (g_str_equal (message->mid, id) && message->text != NULL)
      return g_object_ref (message);
  }
  if (page != NULL)
    g_set_error (error, CTL_ERROR, CTL_ERROR_NO, "@%s has no message with words and the id %s",
                 lead->handle, id);
  return NULL;
}

/* Where the words stand that prove it: there is none without them. */
static gboolean
find_words (AnteMessage *message, const char *value, guint *start, guint *end, GError **error)
{
  const char *at = strstr (message->text, value);

  if (at == NULL || *value == '\0') {
    g_set_error (error, CTL_ERROR, CTL_ERROR_USAGE,
                 "these words do not stand in that message; say them as they stand there, or leave "
                 "out --message");
    return FALSE;
  }
  *start = (guint) g_utf8_pointer_to_offset (message->text, at);
  *end = *start + (guint) g_utf8_strlen (value, -1);
  return TRUE;
}

JsonNode *
ctl_fact (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autofree char *id = ctl_take_option (args, "--message");
  const char *value = ctl_arg (args, 2);
  const char *type = NULL;
  AnteFactKind kind = ANTE_FACT_FREE;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessage) message = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint start = 0;
  guint end = 0;

  if (args->len == 1 && id == NULL)
    return ctl_lead (ctl, args, error);
  if (!ctl_check_args (args, 3, 3, FACT_USAGE, error) ||
      !read_kind (ctl_arg (args, 1), &kind, &type, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  if (id != NULL && ((message = find_message (ctl, lead, id, error)) == NULL ||
                     !find_words (message, value, &start, &end, error)))
    return NULL;
  CTL_CALL (result, ante_command_note_words_async, ctl->workspace, lead->id, kind, type, value,
            message != NULL ? message->id : 0, start, end);
  return ctl_tell_act (ctl, result, lead->id, error);
}

JsonNode *
ctl_note (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (!ctl_check_args (args, 2, 2, "note HANDLE TEXT", error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_note_async, ctl->workspace, lead->id, 0, ctl_arg (args, 1));
  return ctl_tell_act (ctl, result, lead->id, error);
}

static JsonNode *
set_pinned (Ctl *ctl, GPtrArray *args, const char *usage, const char *value, GError **error)
{
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (!ctl_check_args (args, 1, 1, usage, error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL)
    return NULL;
  CTL_CALL (result, ante_command_set_async, ctl->workspace, &lead->id, 1, ANTE_FIELD_PINNED, value);
  return ctl_tell_act (ctl, result, lead->id, error);
}

JsonNode *
ctl_pin (Ctl *ctl, GPtrArray *args, GError **error)
{
  return set_pinned (ctl, args, "pin HANDLE", "1", error);
}

JsonNode *
ctl_unpin (Ctl *ctl, GPtrArray *args, GError **error)
{
  return set_pinned (ctl, args, "unpin HANDLE", "0", error);
}
