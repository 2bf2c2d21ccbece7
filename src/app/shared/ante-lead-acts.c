#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-acts.h"

#include <glib/gi18n.h>

#include "app/shared/ante-lead-actions.h"
#include "app/shared/ante-lead-move.h"
#include "app/shared/ante-words.h"
#include "engine/ante-assist-commands.h"
#include "engine/ante-follow-up-commands.h"
#include "engine/ante-person-commands.h"
#include "model/ante-party.h"
#include "rules/ante-label.h"
#include "rules/ante-text.h"

/* One act on its way: what to say of it, and over which widget. */
typedef struct {
  GtkWidget *from;
  AnteActKind kind;
  GArray *leads;
  char *words;
  GCancellable *cancellable;
  void (*ended) (gpointer data);
  gpointer data;
} Act;

/* Takes @words. */
static Act *
act_on (GtkWidget *from, AnteActKind kind, GPtrArray *leads, char *words)
{
  Act *act = g_new0 (Act, 1);

  act->from = g_object_ref (from);
  act->kind = kind;
  act->words = words;
  act->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < leads->len; i++)
    g_array_append_val (act->leads, ((AnteLead *) leads->pdata[i])->id);
  return act;
}

static void
act_free (Act *act)
{
  g_object_unref (act->from);
  g_array_unref (act->leads);
  g_clear_object (&act->cancellable);
  g_free (act->words);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static const gint64 *
get_ids (const Act *act)
{
  return (const gint64 *) (const void *) act->leads->data;
}

static void
say_error (const Act *act, const GError *error)
{
  g_autofree char *full =
    g_strdup_printf (_ ("A lead has at most %d labels. Nothing was changed; take one off first"),
                     ANTE_LABEL_MAX_OF_LEAD);

  if (act->kind == ANTE_ACT_LABEL &&
      g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID))
    ante_toast (act->from, full);
  else
    ante_toast_error (act->from, error);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (error != NULL) {
    say_error (act, error);
  } else if (id > 0) {
    /* A board is in order by due: the card goes, and the view with it. */
    if (act->kind == ANTE_ACT_FOLLOW_UP)
      gtk_widget_activate_action (act->from, "board.follow", NULL);
    ante_toast_act (act->from, ANTE_WORKSPACE (source), act->kind, id, get_ids (act),
                    act->leads->len, act->words);
  }

  if (act->ended != NULL && !g_cancellable_is_cancelled (act->cancellable))
    act->ended (act->data);
  /* A board has shown it done already: it shows what is true again. */
  if (id <= 0)
    gtk_widget_activate_action (act->from, "board.reload", NULL);
}

static char *
dup_name (GPtrArray *leads)
{
  return ante_text_isolate (ante_lead_get_title (leads->pdata[0]));
}

static GPtrArray *
pick (GPtrArray *leads, gboolean (*wanted) (AnteLead *lead))
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < leads->len; i++) {
    if (wanted (leads->pdata[i]))
      g_ptr_array_add (picked, leads->pdata[i]);
  }
  return picked;
}

void
ante_lead_actions_move (
  GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, AnteStage *stage, gint64 before_lead)
{
  g_autofree char *name = NULL;
  AnteMove *move = NULL;

  if (leads->len == 0)
    return;
  name = dup_name (leads);
  move = ante_move_new (stage->key, before_lead);
  for (guint i = 0; i < leads->len; i++)
    ante_move_add_lead (move, ((AnteLead *) leads->pdata[i])->id);
  ante_lead_move (from, workspace, move, stage,
                  leads->len == 1 ? g_strdup_printf (_ ("%s is in %s"), name, stage->name)
                                  /* Translators: how many leads are in which stage now. */
                                  : g_strdup_printf (g_dngettext (NULL, "%u lead is in %s",
                                                                  "%u leads are in %s", leads->len),
                                                     leads->len, stage->name));
}

/* (transfer full). @owner: (nullable): who owns them from now on, too */
static char *
describe_move (const char *name, guint n, AnteStage *stage, const char *owner)
{
  g_autofree char *who = owner != NULL ? ante_words_party (owner) : NULL;

  if (who == NULL)
    return g_strdup_printf (g_dngettext (NULL, "%s is in %s", "%s are in %s", n), name,
                            stage->name);
  /* Translators: a lead or how many, a stage, an owner. */
  return g_strdup_printf (
    g_dngettext (NULL, "%s is in %s, owned by %s", "%s are in %s, owned by %s", n), name,
    stage->name, who);
}

void
ante_lead_actions_move_all (GtkWidget *from,
                            AnteWorkspace *workspace,
                            GArray *leads,
                            const char *title,
                            AnteStage *stage,
                            gint64 before_lead,
                            const char *owner)
{
  g_autofree char *name = ante_text_isolate (title);
  AnteMove *move = ante_move_new (stage->key, before_lead);

  for (guint i = 0; i < leads->len; i++)
    ante_move_add_lead (move, g_array_index (leads, gint64, i));
  ante_move_set_owner (move, owner);
  ante_lead_move (from, workspace, move, stage, describe_move (name, leads->len, stage, owner));
}

static char *
describe_owner (GPtrArray *leads, const char *owner)
{
  g_autofree char *who = ante_words_party (owner);
  g_autofree char *name = dup_name (leads);
  gboolean none = g_str_equal (owner, ANTE_PARTY_NONE);

  if (leads->len == 1)
    return none ? g_strdup_printf (_ ("%s has no owner now"), name)
                : g_strdup_printf (_ ("%s is owned by %s"), name, who);
  if (none)
    return g_strdup_printf (
      g_dngettext (NULL, "%u lead has no owner now", "%u leads have no owner now", leads->len),
      leads->len);
  return g_strdup_printf (
    g_dngettext (NULL, "%u lead is owned by %s", "%u leads are owned by %s", leads->len),
    leads->len, who);
}

void
ante_lead_act_own (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, const char *owner)
{
  Act *act = act_on (from, ANTE_ACT_OWN, leads, describe_owner (leads, owner));

  ante_command_own_async (workspace, get_ids (act), leads->len, owner, acted_cb, act);
}

/* A view may know no more of a lead than its number: then the store decides. */
static gboolean
is_unknown (AnteLead *lead)
{
  return lead->stage_id == 0;
}

static gboolean
is_owed (AnteLead *lead)
{
  return is_unknown (lead) || lead->owes_reply_since > 0;
}

/* The key does nothing then, and goes on to the next all the same: it says so. */
static void
say_nothing_owed (GtkWidget *from, GPtrArray *leads)
{
  g_autofree char *name = leads->len > 0 ? dup_name (leads) : NULL;
  g_autofree char *words = NULL;

  if (leads->len == 0)
    return;
  words = leads->len == 1
            ? g_strdup_printf (_ ("Nothing is owed to %s: they had their reply"), name)
            : g_strdup_printf (g_dngettext (NULL, "Nothing is owed to %u lead",
                                            "Nothing is owed to %u leads", leads->len),
                               leads->len);
  ante_toast (from, words);
}

void
ante_lead_act_done (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads)
{
  g_autoptr (GPtrArray) owed = pick (leads, is_owed);
  g_autofree char *name = owed->len > 0 ? dup_name (owed) : NULL;
  Act *act = NULL;

  if (owed->len == 0) {
    say_nothing_owed (from, leads);
    return;
  }
  act = act_on (from, ANTE_ACT_DONE, owed,
                owed->len == 1
                  ? g_strdup_printf (_ ("Done: %s needs no reply"), name)
                  : g_strdup_printf (g_dngettext (NULL, "Done: %u lead needs no reply",
                                                  "Done: %u leads need no reply", owed->len),
                                     owed->len));
  ante_command_set_async (workspace, get_ids (act), owed->len, ANTE_FIELD_OWES_REPLY, "0", acted_cb,
                          act);
}

static gboolean
is_read (AnteLead *lead)
{
  return is_unknown (lead) || lead->unread == 0;
}

void
ante_lead_act_unread (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads)
{
  g_autoptr (GPtrArray) read = pick (leads, is_read);
  g_autofree char *name = read->len > 0 ? dup_name (read) : NULL;
  Act *act = NULL;

  if (read->len == 0)
    return;
  act = act_on (from, ANTE_ACT_UNREAD, read,
                read->len == 1 ? g_strdup_printf (_ ("%s is unread"), name)
                               : g_strdup_printf (g_dngettext (NULL, "%u lead is unread",
                                                               "%u leads are unread", read->len),
                                                  read->len));
  ante_command_set_async (workspace, get_ids (act), read->len, ANTE_FIELD_UNREAD, "1", acted_cb,
                          act);
}

static gboolean
is_pinned (AnteLead *lead)
{
  return is_unknown (lead) || lead->pinned;
}

static gboolean
is_not_pinned (AnteLead *lead)
{
  return is_unknown (lead) || !lead->pinned;
}

static char *
describe_pin (GPtrArray *leads, gboolean pin)
{
  g_autofree char *name = dup_name (leads);

  if (leads->len == 1)
    return g_strdup_printf (
      pin ? _ ("%s is pinned on top of the inbox") : _ ("%s is not pinned any more"), name);
  return g_strdup_printf (pin ? g_dngettext (NULL, "%u lead is pinned on top of the inbox",
                                             "%u leads are pinned on top of the inbox", leads->len)
                              : g_dngettext (NULL, "%u lead is not pinned any more",
                                             "%u leads are not pinned any more", leads->len),
                          leads->len);
}

void
ante_lead_act_pin (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, gboolean pin)
{
  g_autoptr (GPtrArray) picked = pick (leads, pin ? is_not_pinned : is_pinned);
  Act *act = NULL;

  if (picked->len == 0)
    return;
  act = act_on (from, pin ? ANTE_ACT_PIN : ANTE_ACT_UNPIN, picked, describe_pin (picked, pin));
  ante_command_set_async (workspace, get_ids (act), picked->len, ANTE_FIELD_PINNED, pin ? "1" : "0",
                          acted_cb, act);
}

static gboolean
is_never_sent (AnteLead *lead)
{
  return is_unknown (lead) || lead->never_ai;
}

static gboolean
may_be_sent (AnteLead *lead)
{
  return is_unknown (lead) || !lead->never_ai;
}

static char *
describe_never_ai (GPtrArray *leads, gboolean never)
{
  g_autofree char *name = dup_name (leads);

  if (leads->len == 1)
    return g_strdup_printf (
      never ? _ ("Nothing of %s is sent to AI any more") : _ ("%s may be sent to AI again"), name);
  return g_strdup_printf (never ? g_dngettext (NULL, "%u lead is never sent to AI",
                                               "%u leads are never sent to AI", leads->len)
                                : g_dngettext (NULL, "%u lead may be sent to AI again",
                                               "%u leads may be sent to AI again", leads->len),
                          leads->len);
}

void
ante_lead_act_never_ai (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, gboolean never)
{
  g_autoptr (GPtrArray) picked = pick (leads, never ? may_be_sent : is_never_sent);
  Act *act = NULL;

  if (picked->len == 0)
    return;
  act = act_on (from, never ? ANTE_ACT_NEVER_AI : ANTE_ACT_MAY_AI, picked,
                describe_never_ai (picked, never));
  ante_command_never_ai_async (workspace, get_ids (act), picked->len, never, acted_cb, act);
}

static char *
describe_snooze (GPtrArray *leads, gint64 until, gint64 now)
{
  g_autofree char *name = dup_name (leads);
  g_autofree char *words = NULL;

  if (until == 0)
    return leads->len == 1 ? g_strdup_printf (_ ("%s is awake"), name)
                           : g_strdup_printf (g_dngettext (NULL, "%u lead is awake",
                                                           "%u leads are awake", leads->len),
                                              leads->len);
  words = ante_words_snooze (until, now);
  return leads->len == 1
           /* Translators: a lead, then "Snoozed until Mon 09:00". */
           ? g_strdup_printf (_ ("%s: %s"), name, words)
           : g_strdup_printf (g_dngettext (NULL, "%u lead: %s", "%u leads: %s", leads->len),
                              leads->len, words);
}

static gboolean
is_asleep (AnteLead *lead)
{
  return is_unknown (lead) || lead->snoozed_until > 0;
}

void
ante_lead_act_snooze (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, gint64 until)
{
  g_autoptr (GPtrArray) picked = until == 0 ? pick (leads, is_asleep) : g_ptr_array_ref (leads);
  Act *act = NULL;

  if (picked->len == 0)
    return;
  act = act_on (from, until == 0 ? ANTE_ACT_WAKE : ANTE_ACT_SNOOZE, picked,
                describe_snooze (picked, until, ante_workspace_now (workspace)));
  ante_command_snooze_async (workspace, get_ids (act), picked->len, until, acted_cb, act);
}

static char *
describe_not_a_lead (GPtrArray *leads, const char *kind)
{
  g_autofree char *name = dup_name (leads);

  if (leads->len > 1 && kind == NULL)
    return g_strdup_printf (
      g_dngettext (NULL, "%u is a lead after all", "%u are leads after all", leads->len),
      leads->len);
  if (leads->len > 1)
    return g_strdup_printf (g_dngettext (NULL, "%u is no lead: off the board and the lists",
                                         "%u are no leads: off the board and the lists",
                                         leads->len),
                            leads->len);
  if (kind == NULL)
    return g_strdup_printf (_ ("%s is a lead after all"), name);
  /* Translators: a name, then Spam, Friend or Vendor. */
  return g_strdup_printf (_ ("%s is no lead: %s"), name, ante_words_not_a_lead (kind));
}

static gboolean
is_no_lead (AnteLead *lead)
{
  return is_unknown (lead) || lead->not_a_lead != NULL;
}

void
ante_lead_act_not_a_lead (GtkWidget *from,
                          AnteWorkspace *workspace,
                          GPtrArray *leads,
                          const char *kind)
{
  g_autoptr (GPtrArray) picked = kind == NULL ? pick (leads, is_no_lead) : g_ptr_array_ref (leads);
  Act *act = NULL;

  if (picked->len == 0)
    return;
  act = act_on (from, kind == NULL ? ANTE_ACT_IS_A_LEAD : ANTE_ACT_NOT_A_LEAD, picked,
                describe_not_a_lead (picked, kind));
  ante_command_set_async (workspace, get_ids (act), picked->len, ANTE_FIELD_NOT_A_LEAD, kind,
                          acted_cb, act);
}

static char *
describe_label (GPtrArray *leads, const char *label, gboolean add)
{
  g_autofree char *name = dup_name (leads);
  g_autofree char *isolated = ante_text_isolate (label);

  if (leads->len == 1)
    return g_strdup_printf (add ? _ ("%s has the label “%s”") : _ ("%s has lost the label “%s”"),
                            name, isolated);
  return g_strdup_printf (add ? g_dngettext (NULL, "%u lead has the label “%s”",
                                             "%u leads have the label “%s”", leads->len)
                              : g_dngettext (NULL, "%u lead has lost the label “%s”",
                                             "%u leads have lost the label “%s”", leads->len),
                          leads->len, isolated);
}

void
ante_lead_act_label (GtkWidget *from,
                     AnteWorkspace *workspace,
                     GPtrArray *leads,
                     const char *name,
                     gboolean add,
                     GCancellable *cancellable,
                     void (*ended) (gpointer data),
                     gpointer data)
{
  const char *const names[] = { name, NULL };
  Act *act = act_on (from, ANTE_ACT_LABEL, leads, describe_label (leads, name, add));

  act->cancellable = g_object_ref (cancellable);
  act->ended = ended;
  act->data = data;
  ante_command_label_async (workspace, get_ids (act), leads->len, add ? names : NULL,
                            add ? NULL : names, acted_cb, act);
}

static char *
describe_touch (GPtrArray *leads, AnteSourceKind kind, const char *detail)
{
  AnteLead *lead = leads->pdata[0];
  g_autofree char *name = dup_name (leads);
  g_autofree char *source = ante_words_touch (kind, detail);

  if (leads->len > 1)
    return g_strdup_printf (
      g_dngettext (NULL, "Noted for %u lead: %s", "Noted for %u leads: %s", leads->len), leads->len,
      source);
  /* Translators: a name, then what brought them, first or once more. */
  return g_strdup_printf (is_unknown (lead) || lead->source == ANTE_SOURCE_UNKNOWN
                            ? _ ("Source of %s: %s")
                            : _ ("%s came once more: %s"),
                          name, source);
}

void
ante_lead_act_touch (GtkWidget *from,
                     AnteWorkspace *workspace,
                     GPtrArray *leads,
                     AnteSourceKind kind,
                     const char *detail,
                     gint64 message)
{
  Act *act = act_on (from, ANTE_ACT_SOURCE, leads, describe_touch (leads, kind, detail));

  if (leads->len == 1)
    ante_command_add_touch_async (workspace, ((AnteLead *) leads->pdata[0])->id, kind, detail,
                                  message, acted_cb, act);
  else
    ante_command_set_async (workspace, get_ids (act), leads->len, ANTE_FIELD_TOUCH,
                            ante_source_kind_to_nick (kind), acted_cb, act);
}

void
ante_lead_act_delete_note (GtkWidget *from, AnteWorkspace *workspace, const AnteNote *note)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Act *act = act_on (from, ANTE_ACT_NOTE, none, g_strdup (_ ("The note is deleted")));

  g_array_append_val (act->leads, note->lead_id);
  ante_command_note_async (workspace, note->lead_id, note->id, NULL, acted_cb, act);
}

static Act *
act_on_one (GtkWidget *from, AnteActKind kind, AnteLead *lead, char *words)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new ();

  g_ptr_array_add (leads, lead);
  return act_on (from, kind, leads, words);
}

void
ante_lead_act_follow_up (GtkWidget *from,
                         AnteWorkspace *workspace,
                         AnteLead *lead,
                         gint64 id,
                         const AnteFollowUp *follow_up)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *when = ante_words_moment (follow_up->due_at, ante_workspace_now (workspace));
  Act *act = act_on_one (from, ANTE_ACT_FOLLOW_UP, lead,
                         /* Translators: who, and when: "today 21:00", "4 Mar 09:00". */
                         g_strdup_printf (_ ("%s is followed up %s"), name, when));

  ante_command_follow_up_async (workspace, lead->id, id, follow_up, acted_cb, act);
}

void
ante_lead_act_close_follow_up (GtkWidget *from,
                               AnteWorkspace *workspace,
                               AnteLead *lead,
                               const AnteFollowUp *open,
                               AnteFollowUpState state)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  Act *act = act_on_one (from, ANTE_ACT_FOLLOW_UP, lead,
                         g_strdup_printf (state == ANTE_FOLLOW_UP_DONE
                                            ? _ ("The follow-up of %s is done")
                                            : _ ("The follow-up of %s is skipped"),
                                          name));

  ante_command_close_follow_up_async (workspace, open, state, acted_cb, act);
}

void
ante_lead_act_step_done (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  Act *act = act_on_one (from, ANTE_ACT_NEXT_STEP, lead,
                         g_strdup_printf (_ ("The next step for %s is done"), name));

  ante_command_set_next_step_async (workspace, lead->id, NULL, 0, NULL, acted_cb, act);
}

void
ante_lead_act_hand_off (GtkWidget *from,
                        AnteWorkspace *workspace,
                        AnteLead *lead,
                        const AnteHandoff *handoff)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *owner = ante_words_party (handoff->owner);
  Act *act = act_on_one (from, ANTE_ACT_HAND_OFF, lead,
                         /* Translators: a lead, and who has it now. */
                         g_strdup_printf (_ ("%s is handed over to %s"), name, owner));

  ante_command_hand_off_async (workspace, lead->id, handoff->owner, handoff->minutes,
                               handoff->next_action, handoff->note, acted_cb, act);
}

void
ante_lead_act_merge (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead, AnteLead *other)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *second = ante_text_isolate (ante_lead_get_title (other));
  g_autoptr (GPtrArray) leads = g_ptr_array_new ();
  Act *act = NULL;

  g_ptr_array_add (leads, lead);
  /* Translators: two names: the second is now part of the first. */
  act = act_on (from, ANTE_ACT_MERGE, leads,
                g_strdup_printf (_ ("%s and %s are one person now"), name, second));
  ante_command_merge_async (workspace, lead->id, other->id, acted_cb, act);
}

void
ante_lead_act_booking_link (GtkWidget *from,
                            AnteWorkspace *workspace,
                            AnteLead *lead,
                            const char *link)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autoptr (GPtrArray) leads = g_ptr_array_new ();
  Act *act = NULL;

  g_ptr_array_add (leads, lead);
  act = act_on (from, ANTE_ACT_BOOKING_LINK, leads,
                g_strdup_printf (*link != '\0' ? _ ("%s has a booking link of their own")
                                               : _ ("%s gets the link that all get"),
                                 name));
  ante_command_set_async (workspace, get_ids (act), 1, ANTE_FIELD_BOOKING_LINK, link, acted_cb,
                          act);
}

void
ante_lead_act_open_instagram (GtkWidget *from, AnteLead *lead)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (lead->handle == NULL || *lead->handle == '\0')
    return;
  escaped = g_uri_escape_string (lead->handle, NULL, FALSE);
  uri = g_strconcat ("https://ig.me/m/", escaped, NULL);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (from)), uri, GDK_CURRENT_TIME);
}
