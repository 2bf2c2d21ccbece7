#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-actions.h"

#include "app/calls/ante-call-book.h"
#include "app/print/ante-lead-print.h"
#include "app/shared/ante-ai-preview.h"
#include "app/shared/ante-booking-link-dialog.h"
#include "app/shared/ante-follow-up-acts.h"
#include "app/shared/ante-forget-dialog.h"
#include "app/shared/ante-label-popover.h"
#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-lead-popup.h"
#include "app/shared/ante-lead-sense.h"
#include "app/shared/ante-merge-popover.h"
#include "app/shared/ante-next-step.h"
#include "app/shared/ante-setter-dialog.h"
#include "app/shared/ante-settings.h"
#include "app/shared/ante-snooze-dialog.h"
#include "app/shared/ante-source-dialog.h"
#include "rules/ante-when.h"

struct _AnteLeadActions {
  GObject parent_instance;

  GtkWidget *widget; /* borrowed: it owns us */
  AnteWorkspace *workspace;
  GPtrArray *leads; /* replaced, never changed: a dialog may hold the ones it was opened for */
  AnteLeadMenus *menus;
  GSimpleActionGroup *group;
  GdkRectangle at; /* where the last menu was opened */
};

enum {
  STAGES_CHANGED,
  MENU_CLOSED,
  LEAVING,
  NOTE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteLeadActions, ante_lead_actions, G_TYPE_OBJECT)

static void popup (AnteLeadActions *self, GtkWidget *popover, GtkWidget *at);

static gboolean
is_in_hand (AnteLeadActions *self)
{
  return self->leads->len > 0 && self->workspace != NULL;
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  AnteStage *stage = ante_stage_find_key (ante_lead_menus_get_stages (self->menus),
                                          g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) movers = g_ptr_array_new ();

  for (guint i = 0; stage != NULL && i < self->leads->len; i++) {
    AnteLead *lead = self->leads->pdata[i];

    if (lead->stage_id != stage->id)
      g_ptr_array_add (movers, lead);
  }
  if (movers->len > 0 && self->workspace != NULL)
    ante_lead_actions_move (self->widget, self->workspace, movers, stage, 0);
}

static void
own_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self))
    ante_lead_act_own (self->widget, self->workspace, self->leads,
                       g_variant_get_string (parameter, NULL));
}

static void
new_setter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self))
    ante_setter_dialog_ask (self->widget, self->workspace, self->leads);
}

gboolean
ante_lead_actions_is_live (AnteLeadActions *self, AnteLead *lead)
{
  AnteStage *stage = ante_lead_actions_find_stage (self, lead->stage_id);

  return lead->not_a_lead == NULL && stage != NULL && !ante_stage_is_end (stage);
}

static void
next_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    ante_next_step_edit (self->widget, self->workspace, self->leads->pdata[0],
                         ante_lead_menus_get_setters (self->menus),
                         ante_lead_actions_is_live (self, self->leads->pdata[0]));
}

static void
done_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ante_lead_actions_finish (user_data);
}

static void
unread_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self))
    ante_lead_act_unread (self->widget, self->workspace, self->leads);
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  gboolean pinned = g_str_equal (g_action_get_name (G_ACTION (action)), "pin");

  if (is_in_hand (self))
    ante_lead_act_pin (self->widget, self->workspace, self->leads, pinned);
}

static void
never_ai_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  gboolean never = g_str_equal (g_action_get_name (G_ACTION (action)), "never-ai");

  if (is_in_hand (self))
    ante_lead_act_never_ai (self->widget, self->workspace, self->leads, never);
}

static void
show_ai_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    ante_ai_preview_show (self->widget, self->workspace, self->leads->pdata[0]);
}

static void
booking_link_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    ante_booking_link_dialog_ask (self->widget, self->workspace, self->leads->pdata[0]);
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    g_signal_emit (self, signals[NOTE_WANTED], 0);
}

static void
instagram_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (self->leads->len == 1)
    ante_lead_act_open_instagram (self->widget, self->leads->pdata[0]);
}

static void
labels_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ante_lead_actions_popup_labels (user_data, NULL);
}

static void
source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  AnteSourceKind kind = ANTE_SOURCE_UNKNOWN;

  if (is_in_hand (self) &&
      ante_source_kind_from_nick (g_variant_get_string (parameter, NULL), &kind))
    ante_lead_act_touch (self->widget, self->workspace, self->leads, kind, NULL, 0);
}

static void
source_detail_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    ante_source_dialog_ask (self->widget, self->workspace, self->leads->pdata[0], 0, NULL);
}

/* One is through with the lead in hand, and may want to stay with it all the same. */
static void
leave (AnteLeadActions *self, AnteActKind kind)
{
  if (ante_settings_advances ())
    g_signal_emit (self, signals[LEAVING], 0, kind);
}

/* Whoever advances does so before the lists have lost them. */
static void
snooze (AnteLeadActions *self, GPtrArray *leads, gint64 until)
{
  ante_lead_act_snooze (self->widget, self->workspace, leads, until);
  if (leads == self->leads)
    leave (self, ANTE_ACT_SNOOZE);
}

static void
snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *nick = g_variant_get_string (parameter, NULL);
  gint64 until = ANTE_LEAD_UNTIL_REPLY;
  AnteWhen when = ANTE_WHEN_TOMORROW;

  if (!is_in_hand (self))
    return;
  if (ante_when_from_nick (nick, &when))
    until = ante_when_choose (when, ante_workspace_now (self->workspace), zone);
  if (until > 0)
    snooze (self, self->leads, until);
}

static void
date_picked_cb (AnteWorkspace *workspace, GPtrArray *leads, gint64 until, gpointer data)
{
  AnteLeadActions *self = data;

  /* Another may be open by now, where the same row ids are other people. */
  if (workspace == self->workspace)
    snooze (self, leads, until);
}

static void
snooze_pick_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self))
    ante_snooze_dialog_ask (self->widget, self->workspace, self->leads, date_picked_cb,
                            G_OBJECT (self));
}

static void
wake_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self))
    ante_lead_act_snooze (self->widget, self->workspace, self->leads, 0);
}

static void
not_a_lead_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (!is_in_hand (self))
    return;
  ante_lead_act_not_a_lead (self->widget, self->workspace, self->leads,
                            g_variant_get_string (parameter, NULL));
  g_signal_emit (self, signals[LEAVING], 0, ANTE_ACT_NOT_A_LEAD);
}

static void
is_a_lead_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self))
    ante_lead_act_not_a_lead (self->widget, self->workspace, self->leads, NULL);
}

/* Whoever goes on to the next does so before the lists have lost this one. */
static void
forgetting_cb (gpointer data)
{
  g_signal_emit (data, signals[LEAVING], 0, ANTE_ACT_NOT_A_LEAD);
}

static void
forget_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    ante_forget_dialog_ask (self->widget, self->workspace, self->leads->pdata[0], forgetting_cb,
                            G_OBJECT (self));
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (is_in_hand (self) && self->leads->len == 1)
    popup (self, ante_merge_popover_new (self->widget, self->workspace, self->leads->pdata[0]),
           NULL);
}

/* --- what holds now ------------------------------------------------------------------------- */

static GSimpleAction *
find_action (AnteLeadActions *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->group), name));
}

/* What all of them have; "" where they differ. */
static void
set_state (AnteLeadActions *self,
           const char *name,
           const char *(*get) (AnteLeadActions *, AnteLead *) )
{
  const char *state = NULL;

  for (guint i = 0; i < self->leads->len; i++) {
    const char *own = get (self, self->leads->pdata[i]);

    if (i > 0 && g_strcmp0 (state, own) != 0) {
      state = NULL;
      break;
    }
    state = own;
  }
  g_simple_action_set_state (find_action (self, name),
                             g_variant_new_string (state != NULL ? state : ""));
}

static const char *
get_stage_key (AnteLeadActions *self, AnteLead *lead)
{
  AnteStage *stage = ante_lead_actions_find_stage (self, lead->stage_id);

  return stage != NULL ? stage->key : NULL;
}

static const char *
get_owner (AnteLeadActions *self, AnteLead *lead)
{
  return lead->owner;
}

static const char *
get_not_a_lead (AnteLeadActions *self, AnteLead *lead)
{
  return lead->not_a_lead;
}

static void
update_states (AnteLeadActions *self)
{
  set_state (self, "move", get_stage_key);
  set_state (self, "own", get_owner);
  set_state (self, "not-a-lead", get_not_a_lead);
  ante_lead_sense_update (G_ACTION_MAP (self->group), self->leads);
  ante_lead_print_set_enabled (self, self->leads->len == 1);
}

static void
stages_cb (AnteLeadActions *self)
{
  update_states (self);
  g_signal_emit (self, signals[STAGES_CHANGED], 0);
}

void
ante_lead_actions_set_workspace (AnteLeadActions *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  ante_lead_menus_set_workspace (self->menus, workspace);
}

void
ante_lead_actions_set_lead (AnteLeadActions *self, AnteLead *lead)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new ();

  if (lead != NULL)
    g_ptr_array_add (leads, lead);
  ante_lead_actions_set_leads (self, leads);
}

void
ante_lead_actions_set_leads (AnteLeadActions *self, GPtrArray *leads)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < leads->len; i++)
    g_ptr_array_add (copy, g_object_ref (leads->pdata[i]));
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  self->leads = copy;
  update_states (self);
}

AnteLead *
ante_lead_actions_get_lead (AnteLeadActions *self)
{
  return self->leads->len > 0 ? self->leads->pdata[0] : NULL;
}

guint
ante_lead_actions_get_n_leads (AnteLeadActions *self)
{
  return self->leads->len;
}

AnteWorkspace *
ante_lead_actions_get_workspace (AnteLeadActions *self)
{
  return self->workspace;
}

GtkWidget *
ante_lead_actions_get_widget (AnteLeadActions *self)
{
  return self->widget;
}

GActionGroup *
ante_lead_actions_get_group (AnteLeadActions *self)
{
  return G_ACTION_GROUP (self->group);
}

/* --- menus ---------------------------------------------------------------------------------- */

GMenuModel *
ante_lead_actions_get_stage_menu (AnteLeadActions *self)
{
  return ante_lead_menus_get (self->menus, ANTE_LEAD_MENU_STAGE);
}

GMenuModel *
ante_lead_actions_get_owner_menu (AnteLeadActions *self)
{
  return ante_lead_menus_get (self->menus, ANTE_LEAD_MENU_OWNER);
}

GMenuModel *
ante_lead_actions_get_choices (AnteLeadActions *self, AnteLeadMenu menu)
{
  return ante_lead_menus_get (self->menus, menu);
}

GMenuModel *
ante_lead_actions_get_menu (AnteLeadActions *self)
{
  return ante_lead_menus_get_all (self->menus);
}

AnteStage *
ante_lead_actions_find_stage (AnteLeadActions *self, gint64 id)
{
  return ante_stage_find (ante_lead_menus_get_stages (self->menus), id);
}

const char *const *
ante_lead_actions_get_setters (AnteLeadActions *self)
{
  return ante_lead_menus_get_setters (self->menus);
}

GPtrArray *
ante_lead_actions_get_stages (AnteLeadActions *self)
{
  return ante_lead_menus_get_stages (self->menus);
}

static void
closed_cb (gpointer data)
{
  g_signal_emit (data, signals[MENU_CLOSED], 0);
}

/* Takes @popover. */
static void
popup (AnteLeadActions *self, GtkWidget *popover, GtkWidget *at)
{
  graphene_rect_t bounds;

  if (at != NULL && gtk_widget_compute_bounds (at, self->widget, &bounds))
    self->at = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                               (int) bounds.size.width, (int) bounds.size.height };
  else if (self->at.width == 0)
    self->at = (GdkRectangle){ gtk_widget_get_width (self->widget) / 2,
                               gtk_widget_get_height (self->widget) / 3, 1, 1 };
  ante_lead_popup_open (popover, self->widget, &self->at, closed_cb, G_OBJECT (self));
}

void
ante_lead_actions_popup_choice (AnteLeadActions *self, AnteLeadMenu menu, GtkWidget *at)
{
  GtkWidget *popover = NULL;

  if (!is_in_hand (self))
    return;
  ante_lead_menus_refresh (self->menus);
  popover = gtk_popover_menu_new_from_model (ante_lead_menus_get (self->menus, menu));
  ante_lead_popup_choose_by_key (GTK_POPOVER (popover), self->menus, menu);
  popup (self, popover, at);
  gtk_popover_set_mnemonics_visible (GTK_POPOVER (popover), TRUE);
}

void
ante_lead_actions_popup_menu (AnteLeadActions *self, GtkWidget *at)
{
  if (!is_in_hand (self))
    return;
  ante_lead_menus_refresh (self->menus);
  popup (self, gtk_popover_menu_new_from_model (ante_lead_menus_get_all (self->menus)), at);
}

void
ante_lead_actions_popup_labels (AnteLeadActions *self, GtkWidget *at)
{
  if (is_in_hand (self))
    popup (self, ante_label_popover_new (self->widget, self->workspace, self->leads), at);
}

void
ante_lead_actions_finish (AnteLeadActions *self)
{
  if (!is_in_hand (self))
    return;
  ante_lead_act_done (self->widget, self->workspace, self->leads);
  leave (self, ANTE_ACT_DONE);
}

static void
ante_lead_actions_finalize (GObject *object)
{
  AnteLeadActions *self = ANTE_LEAD_ACTIONS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->menus);
  g_clear_object (&self->group);
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_lead_actions_parent_class)->finalize (object);
}

static void
ante_lead_actions_class_init (AnteLeadActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_lead_actions_finalize;
  signals[STAGES_CHANGED] = g_signal_new ("stages-changed", ANTE_TYPE_LEAD_ACTIONS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU_CLOSED] = g_signal_new ("menu-closed", ANTE_TYPE_LEAD_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTE_WANTED] = g_signal_new ("note-wanted", ANTE_TYPE_LEAD_ACTIONS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVING] = g_signal_new ("leaving", ANTE_TYPE_LEAD_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ante_lead_actions_init (AnteLeadActions *self)
{
  static const GActionEntry entries[] = {
    { "move", move_cb, "s", "''", NULL },
    { "own", own_cb, "s", "''", NULL },
    { "new-setter", new_setter_cb, NULL, NULL, NULL },
    { "next-step", next_step_cb, NULL, NULL, NULL },
    { "done", done_cb, NULL, NULL, NULL },
    { "unread", unread_cb, NULL, NULL, NULL },
    { "pin", pin_cb, NULL, NULL, NULL },
    { "unpin", pin_cb, NULL, NULL, NULL },
    { "never-ai", never_ai_cb, NULL, NULL, NULL },
    { "may-ai", never_ai_cb, NULL, NULL, NULL },
    { "show-ai", show_ai_cb, NULL, NULL, NULL },
    { "note", note_cb, NULL, NULL, NULL },
    { "booking-link", booking_link_cb, NULL, NULL, NULL },
    { "instagram", instagram_cb, NULL, NULL, NULL },
    { "labels", labels_cb, NULL, NULL, NULL },
    { "source", source_cb, "s", NULL, NULL },
    { "source-detail", source_detail_cb, NULL, NULL, NULL },
    { "snooze", snooze_cb, "s", NULL, NULL },
    { "snooze-pick", snooze_pick_cb, NULL, NULL, NULL },
    { "wake", wake_cb, NULL, NULL, NULL },
    { "not-a-lead", not_a_lead_cb, "s", "''", NULL },
    { "is-a-lead", is_a_lead_cb, NULL, NULL, NULL },
    { "merge", merge_cb, NULL, NULL, NULL },
    { "forget", forget_cb, NULL, NULL, NULL },
  };

  self->leads = g_ptr_array_new_with_free_func (g_object_unref);
  self->menus = ante_lead_menus_new ();
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (self->menus, "changed", G_CALLBACK (stages_cb), self, G_CONNECT_SWAPPED);
  ante_follow_up_acts_install (self);
  ante_call_book_install (self);
  update_states (self);
}

AnteLeadActions *
ante_lead_actions_new (GtkWidget *widget)
{
  AnteLeadActions *self = g_object_new (ANTE_TYPE_LEAD_ACTIONS, NULL);

  self->widget = widget;
  ante_lead_print_install (self, widget);
  gtk_widget_insert_action_group (widget, "lead", G_ACTION_GROUP (self->group));
  return self;
}
