#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-follow-up-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-lead-time.h"
#include "rules/ante-text.h"
#include "rules/ante-when.h"
#include "rules/ante-zone.h"
#include "rules/follow-up/ante-follow-up-plan.h"
#include "store/ante-store-follow-ups.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-playbook.h"

/* As far back as a last exchange reaches. */
#define EXCHANGE 12
#define WIDTH_CHARS 40

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  AnteStageRole stage;
  AntePlan *plan;     /* (nullable) */
  AnteFollowUp *open; /* (nullable): the one that is changed */
  GtkWidget *dialog;  /* borrowed; NULL once it is gone */
  GtkEditable *why;
  GtkLabel *bare;
  GtkEditable *when;
  GtkLabel *meaning;
  GtkDropDown *who;
  GtkLabel *refusal;
  GtkCheckButton *keeps;
  GPtrArray *parties;
  gboolean touched; /* somebody has typed a reason */
  gboolean filling;
} Plan;

static void
plan_free (Plan *self)
{
  g_object_unref (self->from);
  g_object_unref (self->workspace);
  g_object_unref (self->lead);
  g_clear_pointer (&self->plan, ante_plan_free);
  g_clear_pointer (&self->open, ante_follow_up_free);
  g_ptr_array_unref (self->parties);
}

static void
plan_unref (Plan *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) plan_free);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_unref)

/* --- what is typed -------------------------------------------------------------------------- */

static GTimeZone *
find_zone (AnteLead *lead)
{
  GTimeZone *zone = lead->time_zone != NULL ? ante_zone_find (lead->time_zone) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

static char *
dup_words (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* What was not typed anew is as it was: a date that has passed can be kept. */
static gint64
read_due (Plan *self)
{
  g_autoptr (GTimeZone) zone = find_zone (self->lead);
  g_autofree char *words = dup_words (self->when);

  if (*words == '\0')
    return self->open != NULL ? self->open->due_at : 0;
  return ante_when_parse (words, ante_workspace_now (self->workspace), zone);
}

static const char *
get_leader (Plan *self)
{
  return self->parties->pdata[gtk_drop_down_get_selected (self->who)];
}

static const char *
describe_reach (Plan *self, gint64 due_at)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);

  switch (ante_follow_up_get_reach (self->lead, account != NULL && account->human_agent, due_at)) {
  case ANTE_FOLLOW_UP_REACH_ANY:
    return _ ("The reply window is open then.");
  case ANTE_FOLLOW_UP_REACH_PERSON:
    return _ ("By then only a person may write, not the AI.");
  case ANTE_FOLLOW_UP_REACH_BY_HAND:
  default:
    return _ ("Only by hand in Instagram: the reply window is closed then.");
  }
}

/* When that is, for them too where their clock is another, and who may write then. */
static char *
describe_due (Plan *self, gint64 due_at)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  AnteLeadTime there = ante_lead_time_at (due_at, self->lead->time_zone, here);
  g_autofree char *exact = ante_words_exact (due_at);
  g_autofree char *local = NULL;

  if (there.known && there.ahead_minutes != 0) {
    local = ante_lead_time_to_words (&there);
    return g_strdup_printf ("%s (%s). %s", exact, local, describe_reach (self, due_at));
  }
  return g_strdup_printf ("%s. %s", exact, describe_reach (self, due_at));
}

static char *
describe_when (Plan *self, gint64 due_at)
{
  if (due_at > 0)
    return describe_due (self, due_at);
  if (*gtk_editable_get_text (self->when) == '\0')
    return g_strdup (_ ("Type a time: “fri 4pm”, “in 2 weeks”, “in march”"));
  return g_strdup (_ ("That is no time to come. Try “fri 4pm”, “in 2 weeks” or “in march”"));
}

/* (transfer full) (nullable) */
static char *
refuse_leader (Plan *self, gint64 due_at)
{
  if (g_strcmp0 (get_leader (self), ANTE_PARTY_AI) != 0)
    return NULL;
  return ante_follow_up_refuse_ai (self->plan, self->lead, self->stage, due_at,
                                   ante_workspace_now (self->workspace));
}

static void
update (Plan *self)
{
  g_autofree char *why = dup_words (self->why);
  gint64 due_at = read_due (self);
  g_autofree char *meaning = describe_when (self, due_at);
  g_autofree char *refusal = refuse_leader (self, due_at);
  g_autofree char *said =
    refusal != NULL ? g_strdup_printf (_ ("The AI cannot lead it: %s."), refusal) : NULL;

  gtk_label_set_text (self->meaning, meaning);
  gtk_widget_set_visible (GTK_WIDGET (self->bare), ante_follow_up_is_bare (why));
  gtk_label_set_text (self->refusal, said != NULL ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "save",
                                           *why != '\0' && due_at > 0 && refusal == NULL);
}

static void
why_cb (Plan *self)
{
  self->touched |= !self->filling;
  update (self);
}

/* --- saving --------------------------------------------------------------------------------- */

static void
response_cb (AdwMessageDialog *dialog, const char *response, Plan *self)
{
  g_autofree char *why = dup_words (self->why);
  gint64 due_at = read_due (self);
  g_autoptr (AnteFollowUp) follow_up = NULL;

  if (!g_str_equal (response, "save") || due_at == 0)
    return;
  follow_up = self->open != NULL ? ante_follow_up_copy (self->open)
                                 : ante_follow_up_new (why, due_at, get_leader (self));
  g_free (follow_up->reason);
  follow_up->reason = g_strdup (why);
  follow_up->due_at = due_at;
  g_free (follow_up->led_by);
  follow_up->led_by = g_strdup (get_leader (self));
  follow_up->keeps = gtk_check_button_get_active (self->keeps);
  ante_lead_act_follow_up (self->from, self->workspace, self->lead,
                           self->open != NULL ? self->open->id : 0, follow_up);
}

static void
gone_cb (gpointer data, GObject *dialog)
{
  Plan *self = data;

  self->dialog = NULL;
  plan_unref (self);
}

/* --- what is proposed ----------------------------------------------------------------------- */

static void
propose_reason (Plan *self, const char *reason)
{
  if (self->dialog == NULL || self->touched)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->why, reason);
  self->filling = FALSE;
  gtk_editable_set_position (self->why, -1);
}

static void
messages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Plan) self = user_data;
  g_autoptr (AnteMessagePage) page =
    ante_store_list_messages_finish (ANTE_STORE (source), result, NULL);
  g_autofree char *reason = NULL;

  if (page == NULL || self->open != NULL)
    return;
  reason = ante_follow_up_propose_reason (page->messages);
  propose_reason (self, reason);
}

static void
follow_ups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Plan) self = user_data;
  g_autoptr (GPtrArray) found =
    ante_store_list_follow_ups_finish (ANTE_STORE (source), result, NULL);
  const AnteFollowUp *open = found != NULL && found->len > 0 ? found->pdata[0] : NULL;

  if (self->dialog == NULL || open == NULL || open->state != ANTE_FOLLOW_UP_OPEN)
    return;
  self->open = ante_follow_up_copy (open);
  propose_reason (self, open->reason);
  gtk_check_button_set_active (self->keeps, open->keeps);
  for (guint i = 0; i < self->parties->len; i++) {
    if (g_str_equal (self->parties->pdata[i], open->led_by))
      gtk_drop_down_set_selected (self->who, i);
  }
  update (self);
}

static void
playbook_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Plan) self = user_data;
  g_autoptr (AntePlaybookVersion) version =
    ante_store_get_playbook_finish (ANTE_STORE (source), result, NULL);

  if (self->dialog == NULL || version == NULL)
    return;
  self->plan = ante_plan_parse (version->document, -1, NULL);
  update (self);
}

/* What is planned already goes before what is proposed. */
static void
read_all (Plan *self, gboolean wished)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);

  ante_store_get_playbook_async (store, 0, NULL, playbook_cb, g_rc_box_acquire (self));
  if (wished)
    return;
  ante_store_list_follow_ups_async (store, self->lead->id, NULL, follow_ups_cb,
                                    g_rc_box_acquire (self));
  ante_store_list_messages_async (store, self->lead->id, 0, 0, EXCHANGE, NULL, messages_cb,
                                  g_rc_box_acquire (self));
}

/* --- the form ------------------------------------------------------------------------------- */

static GtkLabel *
add_caption (GtkBox *box, const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, "caption");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkEditable *
add_entry (GtkBox *box, const char *title, const char *hint, int longest)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_max_length (GTK_ENTRY (entry), longest);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, entry);
  return GTK_EDITABLE (entry);
}

static void
add_party (Plan *self, GtkStringList *names, const char *party)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->parties->len; i++) {
    if (g_str_equal (self->parties->pdata[i], party))
      return;
  }
  name = ante_words_party (party);
  g_ptr_array_add (self->parties, g_strdup (party));
  gtk_string_list_append (names, name);
}

static void
add_who (Plan *self, GtkBox *box, const char *const *setters)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Led by"));

  add_party (self, names, ANTE_PARTY_COACH);
  if (ante_party_is_setter (self->lead->owner))
    add_party (self, names, self->lead->owner);
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    add_party (self, names, setters[i]);
  if (self->lead->next_owner != NULL)
    add_party (self, names, self->lead->next_owner);
  add_party (self, names, ANTE_PARTY_AI);
  self->who = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  for (guint i = 0; i < self->parties->len; i++) {
    if (g_str_equal (self->parties->pdata[i], self->lead->owner) &&
        !g_str_equal (self->lead->owner, ANTE_PARTY_AI))
      gtk_drop_down_set_selected (self->who, i);
  }
  gtk_widget_set_hexpand (GTK_WIDGET (self->who), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->who), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->who));
  gtk_box_append (box, row);
}

static GtkWidget *
build_form (Plan *self, const char *const *setters)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->why = add_entry (GTK_BOX (box), _ ("Why"), _ ("What you will say it is about"),
                         ANTE_FOLLOW_UP_MAX_CHARS);
  self->bare = add_caption (GTK_BOX (box),
                            _ ("“Checking in” gives them nothing to answer. What changed, or what "
                               "did they say?"),
                            "warning");
  self->when = add_entry (GTK_BOX (box), _ ("When"), _ ("fri 4pm, in 2 weeks, in march, …"), 60);
  self->meaning = add_caption (GTK_BOX (box), NULL, "dim-label");
  add_who (self, GTK_BOX (box), setters);
  self->refusal = add_caption (GTK_BOX (box), NULL, "error");
  self->keeps =
    GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ ("Keep it even if they write")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keeps));
  g_signal_connect_swapped (self->why, "changed", G_CALLBACK (why_cb), self);
  g_signal_connect_swapped (self->when, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->who, "notify::selected", G_CALLBACK (update), self);
  return box;
}

static void
take_wish (Plan *self, const char *wish, gint64 wish_at)
{
  g_autoptr (GTimeZone) zone = find_zone (self->lead);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wish_at / 1000);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, zone);
  g_autofree char *when = g_date_time_format (there, "%Y-%m-%d %H:%M");
  g_autofree char *quote = ante_text_one_line (wish, ANTE_FOLLOW_UP_MAX_CHARS / 2);
  g_autofree char *reason = g_strdup_printf (_ ("They asked: “%s”"), quote);

  propose_reason (self, reason);
  self->touched = TRUE;
  gtk_editable_set_text (self->when, when);
}

void
ante_follow_up_dialog_ask (GtkWidget *from,
                           AnteWorkspace *workspace,
                           AnteLead *lead,
                           AnteStageRole stage,
                           const char *const *setters,
                           const char *wish,
                           gint64 wish_at)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *body = g_strdup_printf (_ ("When do you write to %s again, and why?"), name);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Follow-Up"), body);
  Plan *self = g_rc_box_new0 (Plan);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->lead = g_object_ref (lead);
  self->stage = stage;
  self->dialog = dialog;
  self->parties = g_ptr_array_new_with_free_func (g_free);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), build_form (self, setters));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  g_object_weak_ref (G_OBJECT (dialog), gone_cb, self);
  if (wish != NULL)
    take_wish (self, wish, wish_at);
  update (self);
  read_all (self, wish != NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (wish != NULL ? self->why : self->when));
}
