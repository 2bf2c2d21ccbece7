#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-sense.h"

#include "model/ante-lead.h"

static void
set_enabled (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

/* Of whom no more than the number is known, all may be true. */
void
ante_lead_sense_update (GActionMap *map, GPtrArray *leads)
{
  AnteLead *only = leads->len == 1 ? leads->pdata[0] : NULL;
  gboolean unknown = FALSE;
  gboolean asleep = FALSE;
  gboolean no_lead = FALSE;
  gboolean owed = FALSE;
  gboolean read = FALSE;
  gboolean pinned = FALSE;
  gboolean loose = FALSE;
  gboolean never = FALSE;
  gboolean sent = FALSE;

  for (guint i = 0; i < leads->len; i++) {
    AnteLead *lead = leads->pdata[i];

    unknown |= lead->stage_id == 0;
    asleep |= lead->snoozed_until > 0;
    no_lead |= lead->not_a_lead != NULL;
    owed |= lead->owes_reply_since > 0;
    read |= lead->unread == 0;
    pinned |= lead->pinned;
    loose |= !lead->pinned;
    never |= lead->never_ai;
    sent |= !lead->never_ai;
  }
  set_enabled (map, "done", owed || unknown);
  set_enabled (map, "unread", read);
  set_enabled (map, "pin", loose);
  set_enabled (map, "unpin", pinned || unknown);
  set_enabled (map, "never-ai", sent);
  set_enabled (map, "may-ai", never || unknown);
  set_enabled (map, "show-ai", only != NULL && only->stage_id != 0);
  set_enabled (map, "wake", asleep || unknown);
  set_enabled (map, "is-a-lead", no_lead);
  set_enabled (map, "labels", leads->len > 0);
  set_enabled (map, "snooze-pick", leads->len > 0);
  set_enabled (map, "next-step", only != NULL);
  set_enabled (map, "follow-up", only != NULL && only->stage_id != 0);
  set_enabled (map, "step-over", only != NULL && only->next_action != NULL);
  set_enabled (map, "hand-off", only != NULL && only->stage_id != 0);
  set_enabled (map, "book", only != NULL && only->stage_id != 0);
  set_enabled (map, "note", only != NULL);
  set_enabled (map, "merge", only != NULL && only->stage_id != 0);
  set_enabled (map, "forget", only != NULL);
  set_enabled (map, "booking-link", only != NULL && only->stage_id != 0);
  set_enabled (map, "source-detail", only != NULL);
  set_enabled (map, "instagram", only != NULL && only->handle != NULL && *only->handle != '\0');
}
