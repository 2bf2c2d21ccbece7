#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-lead-panel.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-criteria-list.h"
#include "app/inbox/ante-follow-up-list.h"
#include "app/inbox/ante-handoff-card.h"
#include "app/inbox/ante-history.h"
#include "app/inbox/ante-known-facts.h"
#include "app/inbox/ante-known-ring.h"
#include "app/inbox/ante-referrer.h"
#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-label-chips.h"
#include "app/shared/ante-lead-actions.h"
#include "app/shared/ante-link-button.h"
#include "app/shared/ante-owner.h"
#include "app/shared/ante-source-words.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "app/shared/ante-wrap-layout.h"
#include "engine/ante-commands.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "rules/memory/ante-link.h"
#include "store/ante-store-facts.h"
#include "store/ante-store-leads.h"

/* Shown, and read for it: a move writes some that say nothing to a person. */
#define HISTORY 20
#define HISTORY_READ 80
#define TICK_S 30

struct _AnteLeadPanel {
  AdwBin parent_instance;

  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *handle;
  GtkLabel *follows;
  AdwActionRow *next_step;
  AdwActionRow *stage;
  AdwActionRow *owner;
  AdwActionRow *source;
  AnteLinkButton *source_link;
  AdwActionRow *window;
  AnteCriteriaList *criteria;
  AdwActionRow *call;
  AnteHandoffCard *handoff;
  AnteFollowUpList *follow_ups;
  AnteKnownRing *ring;
  AnteKnownFacts *known;
  AdwActionRow *snooze;
  AdwActionRow *not_a_lead;
  GtkWidget *never_ai;
  GtkBox *labels;
  GtkWidget *no_labels;
  GtkListBox *history;

  AnteWorkspace *workspace;
  AnteLeadActions *actions;
  gint64 lead_id;
  AnteLead *lead;
  GPtrArray *touches;
  char *referrer; /* (nullable): the lead who sent this one */
  guint tick;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteLeadPanel, ante_lead_panel, ADW_TYPE_BIN)

/* Titles of rows are markup: what stands in them is escaped. */
static void
set_row (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (row, subtitle_markup);
}

static void
show_next_step (AnteLeadPanel *self, gint64 now)
{
  g_autofree char *when = self->lead->next_due > 0 ? ante_words_until (self->lead->next_due, now)
                                                   : g_strdup (_ ("no date"));
  g_autofree char *who =
    ante_words_party (self->lead->next_owner != NULL ? self->lead->next_owner : self->lead->owner);
  g_autofree char *line = g_strdup_printf ("%s · %s", when, who);

  gboolean missing =
    !ante_lead_has_next_step (self->lead) && ante_lead_actions_is_live (self->actions, self->lead);

  if (ante_lead_has_next_step (self->lead)) {
    g_autofree char *what = ante_text_isolate (self->lead->next_action);

    set_row (self->next_step, what, line);
  } else {
    set_row (self->next_step, _ ("No next step"),
             missing ? _ ("Every live lead should have one") : "");
  }
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->next_step), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_step), "missing");
}

/* Is the call booked, and when. */
static void
show_call (AnteLeadPanel *self, gint64 now)
{
  g_autofree char *words = ante_words_booking (self->lead->booking, self->lead->booking_at, now);
  g_autofree char *exact =
    self->lead->booking_at > 0 ? ante_words_exact (self->lead->booking_at) : g_strdup ("");

  set_row (self->call, words, exact);
  gtk_widget_set_visible (GTK_WIDGET (self->call), *words != '\0');
}

/* When they came so first; 0: it is not read yet. */
static gint64
get_came_at (AnteLeadPanel *self)
{
  const AnteTouch *first =
    self->touches != NULL && self->touches->len > 0 ? self->touches->pdata[0] : NULL;

  return first != NULL && first->kind == self->lead->source ? first->at : 0;
}

/* The address of a Reel, or of a post. */
static void
show_source_link (AnteLeadPanel *self)
{
  const char *detail = self->lead->source_detail;
  gsize start = 0;
  gsize end = 0;
  g_autofree char *address = NULL;

  if (detail != NULL && ante_link_find (detail, 0, &start, &end))
    address = g_strndup (detail + start, end - start);
  ante_link_button_set_address (self->source_link, address);
}

static void
show_source (AnteLeadPanel *self)
{
  gint64 now = ante_workspace_now (self->workspace);
  g_autofree char *trust =
    ante_source_words_trust (self->lead->source, self->lead->source_detail, self->referrer);
  g_autoptr (GString) words = g_string_new (trust);
  g_autofree char *title = NULL;

  if (self->lead->source == ANTE_SOURCE_UNKNOWN)
    g_string_assign (words, _ ("Instagram did not say where they came from"));
  for (guint i = 1; self->touches != NULL && i < self->touches->len; i++) {
    const AnteTouch *touch = self->touches->pdata[i];
    g_autofree char *when = ante_words_ago (touch->at, now);
    g_autofree char *source = ante_source_words_touch (touch->kind, touch->detail, touch->at, now);

    g_string_append (words, i > 1 ? ", " : words->len > 0 ? ". " : "");
    g_string_append_printf (words, i > 1 ? "%s (%s)" : _ ("Then: %s (%s)"), source, when);
  }
  title = ante_source_words_touch (self->lead->source, self->lead->source_detail,
                                   get_came_at (self), now);
  set_row (self->source, title, words->str);
  show_source_link (self);
}

static char *
describe_stay (gint64 since, gint64 now)
{
  guint days = (guint) (MAX (now - since, 0) / ANTE_DAY_MS);

  if (days == 0)
    return g_strdup (_ ("Less than a day"));
  return g_strdup_printf (g_dngettext (NULL, "For %u day", "For %u days", days), days);
}

static void
show_labels (AnteLeadPanel *self)
{
  gboolean none = self->lead->labels == NULL || self->lead->labels[0] == NULL;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->labels))) != NULL)
    gtk_box_remove (self->labels, child);
  for (guint i = 0; !none && self->lead->labels[i] != NULL; i++)
    gtk_box_append (self->labels,
                    ante_label_chip_new (self->lead->labels[i], self->lead->label_colours[i]));
  gtk_widget_set_visible (self->no_labels, none);
  gtk_widget_set_visible (GTK_WIDGET (self->labels), !none);
}

/* What keeps it out of lists. */
static void
show_absence (AnteLeadPanel *self, gint64 now)
{
  gboolean asleep = self->lead->snoozed_until > 0;
  g_autofree char *snooze = asleep ? ante_words_snooze (self->lead->snoozed_until, now) : NULL;

  if (asleep)
    set_row (self->snooze, snooze, _ ("Out of the inbox until then, or until they write"));
  gtk_widget_set_visible (GTK_WIDGET (self->snooze), asleep);
  if (self->lead->not_a_lead != NULL)
    set_row (self->not_a_lead, ante_words_not_a_lead (self->lead->not_a_lead),
             _ ("Not a lead: off the board, the lists and the counts"));
  gtk_widget_set_visible (GTK_WIDGET (self->not_a_lead), self->lead->not_a_lead != NULL);
  gtk_widget_set_visible (self->never_ai, self->lead->never_ai);
}

static void
show (AnteLeadPanel *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  gint64 now = ante_workspace_now (self->workspace);
  AnteWindow window = ante_window_at (self->lead, account != NULL && account->human_agent, now);
  AnteStage *stage = ante_lead_actions_find_stage (self->actions, self->lead->stage_id);
  g_autofree char *title = ante_text_isolate (ante_lead_get_title (self->lead));
  g_autofree char *handle = ante_words_handles (self->lead);
  g_autofree char *since_words = describe_stay (self->lead->stage_since, now);
  g_autofree char *owner = ante_words_party (self->lead->owner);
  g_autofree char *clock = ante_words_window (&window, now);
  g_autofree char *exact = ante_words_window_exact (&window);

  adw_avatar_set_text (self->avatar, ante_lead_get_title (self->lead));
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->handle, handle);
  gtk_label_set_text (self->follows, self->lead->follows_us == 1   ? _ ("Follows you")
                                     : self->lead->follows_us == 0 ? _ ("Does not follow you")
                                                                   : "");
  set_row (self->stage, stage != NULL ? stage->name : "", since_words);
  set_row (self->owner, owner, _ ("Owner"));
  ante_owner_mark (GTK_WIDGET (self->owner), self->lead->owner);
  set_row (self->window, clock, exact);
  show_next_step (self, now);
  show_call (self, now);
  show_source (self);
  show_labels (self);
  show_absence (self, now);
  ante_criteria_list_set_lead (self->criteria, self->lead,
                               ante_lead_actions_get_stages (self->actions));
  ante_handoff_card_set_lead (self->handoff, self->lead);
  ante_follow_up_list_set_lead (self->follow_ups, self->lead->id);
  gtk_stack_set_visible_child_name (self->stack, "lead");
}

static gboolean
add_history (AnteLeadPanel *self, const AnteEvent *event)
{
  AnteHistory history = { ante_lead_actions_get_stages (self->actions), self->touches,
                          ante_workspace_now (self->workspace) };
  g_autofree char *words = ante_history_describe (&history, event);
  g_autofree char *who = ante_words_party (event->actor);
  g_autofree char *when = ante_words_ago (event->at, ante_workspace_now (self->workspace));
  g_autofree char *line =
    g_strdup_printf (event->undone ? _ ("%s · %s · taken back") : "%s · %s", who, when);
  AdwActionRow *row = NULL;

  if (words == NULL)
    return FALSE;
  row = ADW_ACTION_ROW (adw_action_row_new ());
  set_row (row, words, line);
  adw_action_row_set_title_lines (row, 4);
  gtk_list_box_append (self->history, GTK_WIDGET (row));
  return TRUE;
}

static void
events_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadPanel *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events =
    ante_store_list_events_finish (ANTE_STORE (source), result, &error);
  GtkWidget *child = NULL;
  guint shown = 0;

  if (events == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->history))) != NULL)
    gtk_list_box_remove (self->history, child);
  for (guint i = 0; i < events->len && shown < HISTORY; i++)
    shown += add_history (self, events->pdata[i]) ? 1 : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->history),
                          gtk_widget_get_first_child (GTK_WIDGET (self->history)) != NULL);
}

static void
touches_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadPanel *self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *touches = ante_store_list_touches_finish (ANTE_STORE (source), result, &error);

  if (touches == NULL)
    return;
  g_clear_pointer (&self->touches, g_ptr_array_unref);
  self->touches = touches;
  show_source (self);
}

static void
referrer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadPanel *self = user_data;
  g_autoptr (GError) error = NULL;
  char *referrer = ante_referrer_find_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    return;
  g_free (self->referrer);
  self->referrer = referrer;
  show_source (self);
}

static void load (AnteLeadPanel *self);

typedef struct {
  AnteLeadPanel *panel;
  gint64 lead;
  char *words;
} Answer;

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->panel);
  g_free (answer->words);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
answer_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Answer) answer = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (answer->panel->workspace == NULL)
    return; /* it was closed meanwhile */
  if (error != NULL) {
    ante_toast_error (GTK_WIDGET (answer->panel), error);
    load (answer->panel); /* it is to be answered still */
  } else if (act > 0)
    ante_toast_act (GTK_WIDGET (answer->panel), ANTE_WORKSPACE (source), ANTE_ACT_FACT, act,
                    &answer->lead, 1, answer->words);
}

static void
answered_cb (AnteLeadPanel *self, gint64 fact, guint kind, gboolean yes)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (self->lead));
  Answer *answer = g_new0 (Answer, 1);

  answer->panel = g_object_ref (self);
  answer->lead = self->lead_id;
  /* Translators: a kind of fact and a lead: "Goal of Ana is confirmed". */
  answer->words = g_strdup_printf (yes ? _ ("%s of %s is confirmed") : _ ("%s of %s is put aside"),
                                   ante_fact_words_kind ((AnteFactKind) kind), name);
  ante_command_answer_fact_async (self->workspace, self->lead_id, fact, yes, answer_kept_cb,
                                  answer);
}

static void
handled_cb (AnteLeadPanel *self, gint64 fact, gboolean handled)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (self->lead));
  Answer *answer = g_new0 (Answer, 1);

  answer->panel = g_object_ref (self);
  answer->lead = self->lead_id;
  answer->words = g_strdup_printf (handled ? _ ("An objection of %s is answered")
                                           : _ ("An objection of %s stands open again"),
                                   name);
  ante_command_handle_objection_async (self->workspace, self->lead_id, fact, handled,
                                       answer_kept_cb, answer);
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadPanel *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = ante_store_list_facts_finish (ANTE_STORE (source), result, &error);

  if (facts == NULL)
    return;
  ante_known_facts_show (self->known, facts, ante_workspace_now (self->workspace));
  ante_known_ring_show (self->ring, facts);
}

static void
lead_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLeadPanel *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, &error);

  if (leads == NULL)
    return;
  if (leads->len == 0) {
    ante_lead_panel_set_lead (self, 0); /* somebody has forgotten them */
    return;
  }
  g_set_object (&self->lead, leads->pdata[0]);
  ante_lead_actions_set_lead (self->actions, self->lead);
  show (self);
  ante_store_list_touches_async (ANTE_STORE (source), self->lead_id, self->cancellable, touches_cb,
                                 self);
  if (self->lead->source == ANTE_SOURCE_REFERRAL && self->lead->source_detail != NULL)
    ante_referrer_find_async (ANTE_STORE (source), self->lead_id, self->lead->source_detail,
                              self->cancellable, referrer_cb, self);
  ante_store_list_facts_async (ANTE_STORE (source), self->lead_id, self->cancellable, facts_cb,
                               self);
  ante_store_list_events_async (ANTE_STORE (source), self->lead_id, HISTORY_READ, self->cancellable,
                                events_cb, self);
}

static void
load (AnteLeadPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->lead_id != 0 && self->workspace != NULL)
    ante_store_get_leads_async (ante_workspace_get_store (self->workspace), &self->lead_id, 1,
                                self->cancellable, lead_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteLeadPanel *self)
{
  if (self->lead_id == 0)
    return;
  for (guint i = 0; lead_ids != NULL && i < lead_ids->len; i++) {
    if (g_array_index (lead_ids, gint64, i) == self->lead_id)
      load (self);
  }
  if (lead_ids == NULL && (topics & ANTE_STORE_LEADS))
    load (self);
}

static void
stages_cb (AnteLeadPanel *self)
{
  if (self->lead != NULL)
    show (self);
}

void
ante_lead_panel_set_workspace (AnteLeadPanel *self, AnteWorkspace *workspace)
{
  ante_lead_panel_set_lead (self, 0);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  ante_lead_actions_set_workspace (self->actions, workspace);
  ante_criteria_list_set_workspace (self->criteria, workspace);
  ante_handoff_card_set_workspace (self->handoff, workspace);
  ante_follow_up_list_set_workspace (self->follow_ups, workspace);
  if (workspace != NULL)
    g_signal_connect_object (ante_workspace_get_store (workspace), "changed",
                             G_CALLBACK (changed_cb), self, 0);
}

void
ante_lead_panel_set_lead (AnteLeadPanel *self, gint64 lead)
{
  if (self->lead_id == lead)
    return;
  self->lead_id = lead;
  g_clear_object (&self->lead);
  g_clear_pointer (&self->touches, g_ptr_array_unref);
  g_clear_pointer (&self->referrer, g_free);
  ante_lead_actions_set_lead (self->actions, NULL);
  ante_criteria_list_set_lead (self->criteria, NULL, NULL);
  ante_handoff_card_set_lead (self->handoff, NULL);
  ante_follow_up_list_set_lead (self->follow_ups, 0);
  ante_known_facts_show (self->known, NULL, 0);
  ante_known_ring_show (self->ring, NULL);
  if (lead == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  load (self);
}

static void
row_cb (AnteLeadPanel *self, GtkListBoxRow *row)
{
  if (gtk_widget_is_ancestor (GTK_WIDGET (self->labels), GTK_WIDGET (row)))
    ante_lead_actions_popup_labels (self->actions, GTK_WIDGET (row));
}

static void
next_step_cb (AnteLeadPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "lead.next-step", NULL);
}

static void
source_cb (AnteLeadPanel *self)
{
  ante_lead_actions_popup_choice (self->actions, ANTE_LEAD_MENU_SOURCE, GTK_WIDGET (self->source));
}

static gboolean
tick_cb (gpointer data)
{
  AnteLeadPanel *self = data;

  if (self->lead != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
  return G_SOURCE_CONTINUE;
}

static void
ante_lead_panel_dispose (GObject *object)
{
  AnteLeadPanel *self = ANTE_LEAD_PANEL (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->lead);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->touches, g_ptr_array_unref);
  g_clear_pointer (&self->referrer, g_free);
  G_OBJECT_CLASS (ante_lead_panel_parent_class)->dispose (object);
}

static void
ante_lead_panel_class_init (AnteLeadPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_lead_panel_dispose;
  g_type_ensure (ANTE_TYPE_FOLLOW_UP_LIST);
  g_type_ensure (ANTE_TYPE_HANDOFF_CARD);
  g_type_ensure (ANTE_TYPE_CRITERIA_LIST);
  g_type_ensure (ANTE_TYPE_KNOWN_FACTS);
  g_type_ensure (ANTE_TYPE_KNOWN_RING);
  g_type_ensure (ANTE_TYPE_LINK_BUTTON);
  g_type_ensure (ANTE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-lead-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, name);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, handle);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, follows);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, next_step);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, stage);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, owner);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, source);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, source_link);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, window);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, criteria);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, handoff);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, call);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, ring);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, known);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, handled_cb);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, snooze);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, not_a_lead);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, never_ai);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, labels);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, no_labels);
  gtk_widget_class_bind_template_child (widget_class, AnteLeadPanel, history);
  gtk_widget_class_bind_template_callback (widget_class, next_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
}

static void
ante_lead_panel_init (AnteLeadPanel *self)
{
  self->cancellable = g_cancellable_new ();
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = ante_lead_actions_new (GTK_WIDGET (self));
  g_signal_connect_object (self->actions, "stages-changed", G_CALLBACK (stages_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ante_lead_panel_new (void)
{
  return g_object_new (ANTE_TYPE_LEAD_PANEL, NULL);
}
