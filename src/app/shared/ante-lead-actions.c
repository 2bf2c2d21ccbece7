#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-lead-actions.h"

#include <glib/gi18n.h>

#include "app/shared/ante-lead-move.h"
#include "app/shared/ante-next-step.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"

struct _AnteLeadActions {
  GObject parent_instance;

  GtkWidget *widget; /* borrowed: it owns us */
  AnteWorkspace *workspace;
  AnteLead *lead;
  GPtrArray *stages;
  GStrv setters;
  GSimpleActionGroup *group;
  char *menus; /* what they say now */
  GMenu *stage_menu;
  GMenu *owner_menu;
};

enum {
  STAGES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteLeadActions, ante_lead_actions, G_TYPE_OBJECT)

const AnteLeadKey ante_lead_keys[] = {
  { "next-step", N_ ("Next Step…"), "alarm-symbolic", "f" },
  { "done", N_ ("Done, No Reply Needed"), "emblem-ok-symbolic", "e" },
  { "unread", N_ ("Mark Unread"), "mail-unread-symbolic", "u" },
  { "instagram", N_ ("Open in Instagram"), "web-browser-symbolic", "i" },
  { "move", N_ ("Move to"), "go-next-symbolic", "s" },
  { "own", N_ ("Owner"), "avatar-default-symbolic", "o" },
  { NULL },
};

/* One act on its way: what to say of it, and over which widget. */
typedef struct {
  GtkWidget *from;
  char *words;
} Act;

static Act *
act_new (GtkWidget *from, char *words)
{
  Act *act = g_new0 (Act, 1);

  act->from = g_object_ref (from);
  act->words = words;
  return act;
}

static void
act_free (Act *act)
{
  g_object_unref (act->from);
  g_free (act->words);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (error != NULL)
    ante_toast_error (act->from, error);
  else if (id > 0)
    ante_toast_undo (act->from, act->words, ANTE_WORKSPACE (source), id);

  /* A board has shown it done already: it shows what is true again. */
  if (id <= 0)
    gtk_widget_activate_action (act->from, "board.reload", NULL);
}

void
ante_lead_actions_move (GtkWidget *from,
                        AnteWorkspace *workspace,
                        gint64 lead,
                        const char *title,
                        const char *stage_key,
                        const char *stage_name,
                        gint64 before_lead)
{
  g_autofree char *name = ante_text_isolate (title);
  AnteMove *move = ante_move_new (stage_key, before_lead);

  ante_move_add_lead (move, lead);
  ante_lead_move (from, workspace, move, stage_name,
                  g_strdup_printf (_ ("%s is in %s"), name, stage_name));
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
  ante_lead_move (from, workspace, move, stage->name,
                  g_strdup_printf (g_dngettext (NULL, "%s is in %s", "%s are in %s", leads->len),
                                   name, stage->name));
}

static AnteStage *
find_by_key (AnteLeadActions *self, const char *key)
{
  for (guint i = 0; self->stages != NULL && i < self->stages->len; i++) {
    AnteStage *stage = self->stages->pdata[i];

    if (g_str_equal (stage->key, key))
      return stage;
  }
  return NULL;
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  AnteStage *stage = find_by_key (self, g_variant_get_string (parameter, NULL));

  if (self->lead != NULL && stage != NULL && stage->id != self->lead->stage_id)
    ante_lead_actions_move (self->widget, self->workspace, self->lead->id,
                            ante_lead_get_title (self->lead), stage->key, stage->name, 0);
}

static void
own (AnteLeadActions *self, AnteLead *lead, const char *owner)
{
  g_autofree char *who = ante_words_party (owner);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  char *words = g_str_equal (owner, ANTE_PARTY_NONE)
                  ? g_strdup_printf (_ ("%s has no owner now"), name)
                  : g_strdup_printf (_ ("%s is owned by %s"), name, who);

  ante_command_own_async (self->workspace, &lead->id, 1, owner, acted_cb,
                          act_new (self->widget, words));
}

static void
own_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (self->lead != NULL)
    own (self, self->lead, g_variant_get_string (parameter, NULL));
}

/* Meant is the lead that was in hand when it was asked, whichever is by now. */
static void
setter_named_cb (AdwMessageDialog *dialog, const char *response, AnteLeadActions *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *owner = ante_party_parse_owner (gtk_editable_get_text (entry));
  AnteLead *lead = g_object_get_data (G_OBJECT (dialog), "lead");

  if (g_str_equal (response, "own") && owner != NULL && self->workspace != NULL)
    own (self, lead, owner);
}

static void
setter_typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *owner = ante_party_parse_owner (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "own", ante_party_is_setter (owner));
}

static void
new_setter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  GtkWidget *dialog = NULL;
  GtkWidget *entry = NULL;

  if (self->lead == NULL)
    return;
  dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (self->widget)), _ ("New Setter"),
    _ ("The setter's name stands on every lead they own and every answer they send."));
  entry = gtk_entry_new ();
  g_object_set_data_full (G_OBJECT (dialog), "lead", g_object_ref (self->lead), g_object_unref);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), ANTE_PARTY_MAX_NAME);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the setter"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "own",
                                    _ ("_Give Lead"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "own",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "own");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "own", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (setter_typed_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (setter_named_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
next_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;

  if (self->lead != NULL)
    ante_next_step_edit (self->widget, self->workspace, self->lead);
}

/* NULL: there is no lead in hand. */
static char *
dup_title (AnteLeadActions *self)
{
  return self->lead != NULL ? ante_text_isolate (ante_lead_get_title (self->lead)) : NULL;
}

static void
done_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  g_autofree char *name = dup_title (self);

  if (name != NULL && self->lead->owes_reply_since > 0)
    ante_command_set_async (
      self->workspace, &self->lead->id, 1, ANTE_FIELD_OWES_REPLY, "0", acted_cb,
      act_new (self->widget, g_strdup_printf (_ ("Done: %s needs no reply"), name)));
}

static void
unread_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  g_autofree char *name = dup_title (self);

  if (name != NULL && self->lead->unread == 0)
    ante_command_set_async (self->workspace, &self->lead->id, 1, ANTE_FIELD_UNREAD, "1", acted_cb,
                            act_new (self->widget, g_strdup_printf (_ ("%s is unread"), name)));
}

static void
instagram_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *self = user_data;
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  if (self->lead == NULL || self->lead->handle == NULL || *self->lead->handle == '\0')
    return;
  escaped = g_uri_escape_string (self->lead->handle, NULL, FALSE);
  uri = g_strconcat ("https://ig.me/m/", escaped, NULL);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (self->widget)), uri, GDK_CURRENT_TIME);
}

/* A radio entry of a menu: its target is ticked when it is the action's state. */
static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static char *
describe_menus (AnteLeadActions *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; self->stages != NULL && i < self->stages->len; i++) {
    AnteStage *stage = self->stages->pdata[i];

    g_string_append_printf (words, "%s\n%s\n", stage->key, stage->name);
  }
  for (guint i = 0; self->setters != NULL && self->setters[i] != NULL; i++)
    g_string_append_printf (words, "%s\n", self->setters[i]);
  return g_string_free (words, FALSE);
}

/* A menu that is open loses its focus when it is made anew: only for something else. */
static void
rebuild_menus (AnteLeadActions *self)
{
  g_autoptr (GMenu) people = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *words = describe_menus (self);

  if (g_strcmp0 (words, self->menus) == 0)
    return;
  g_free (self->menus);
  self->menus = g_steal_pointer (&words);

  g_menu_remove_all (self->stage_menu);
  for (guint i = 0; self->stages != NULL && i < self->stages->len; i++) {
    AnteStage *stage = self->stages->pdata[i];

    append_choice (self->stage_menu, stage->name, "lead.move", stage->key);
  }

  g_menu_remove_all (self->owner_menu);
  append_choice (people, _ ("Coach"), "lead.own", ANTE_PARTY_COACH);
  for (guint i = 0; self->setters != NULL && self->setters[i] != NULL; i++) {
    g_autofree char *name = ante_words_party (self->setters[i]);

    append_choice (people, name, "lead.own", self->setters[i]);
  }
  g_menu_append_section (self->owner_menu, NULL, G_MENU_MODEL (people));
  g_menu_append (more, _ ("New Setter…"), "lead.new-setter");
  append_choice (more, _ ("No Owner"), "lead.own", ANTE_PARTY_NONE);
  g_menu_append_section (self->owner_menu, NULL, G_MENU_MODEL (more));
}

static void
set_state (AnteLeadActions *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (state != NULL ? state : ""));
}

static void
set_enabled (AnteLeadActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_states (AnteLeadActions *self)
{
  AnteLead *lead = self->lead;
  AnteStage *stage = lead != NULL ? ante_lead_actions_find_stage (self, lead->stage_id) : NULL;

  set_enabled (self, "done", lead != NULL && lead->owes_reply_since > 0);
  set_enabled (self, "unread", lead != NULL && lead->unread == 0);
  set_enabled (self, "instagram", lead != NULL && lead->handle != NULL && *lead->handle != '\0');
  set_state (self, "move", stage != NULL ? stage->key : NULL);
  set_state (self, "own", self->lead != NULL ? self->lead->owner : NULL);
}

static void
stages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteLeadActions) self = user_data;
  GPtrArray *stages = ante_store_list_stages_finish (ANTE_STORE (source), result, NULL);

  if (stages == NULL)
    return;
  if (!ante_workspace_has_store (self->workspace, source)) {
    g_ptr_array_unref (stages);
    return;
  }
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  rebuild_menus (self);
  update_states (self);
  g_signal_emit (self, signals[STAGES_CHANGED], 0);
}

static void
setters_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteLeadActions) self = user_data;
  GStrv setters = ante_store_list_setters_finish (ANTE_STORE (source), result, NULL);

  if (setters == NULL)
    return;
  if (!ante_workspace_has_store (self->workspace, source)) {
    g_strfreev (setters);
    return;
  }
  g_clear_pointer (&self->setters, g_strfreev);
  self->setters = setters;
  rebuild_menus (self);
}

static void
load (AnteLeadActions *self)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);

  ante_store_list_stages_async (store, NULL, stages_cb, g_object_ref (self));
  ante_store_list_setters_async (store, NULL, setters_cb, g_object_ref (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteLeadActions *self)
{
  if (topics & (ANTE_STORE_STAGES | ANTE_STORE_EVENTS))
    load (self);
}

void
ante_lead_actions_set_workspace (AnteLeadActions *self, AnteWorkspace *workspace)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  load (self);
}

void
ante_lead_actions_set_lead (AnteLeadActions *self, AnteLead *lead)
{
  g_set_object (&self->lead, lead);
  update_states (self);
}

GMenuModel *
ante_lead_actions_get_stage_menu (AnteLeadActions *self)
{
  return G_MENU_MODEL (self->stage_menu);
}

GMenuModel *
ante_lead_actions_get_owner_menu (AnteLeadActions *self)
{
  return G_MENU_MODEL (self->owner_menu);
}

AnteLead *
ante_lead_actions_get_lead (AnteLeadActions *self)
{
  return self->lead;
}

GActionGroup *
ante_lead_actions_get_group (AnteLeadActions *self)
{
  return G_ACTION_GROUP (self->group);
}

AnteStage *
ante_lead_actions_find_stage (AnteLeadActions *self, gint64 id)
{
  for (guint i = 0; self->stages != NULL && i < self->stages->len; i++) {
    AnteStage *stage = self->stages->pdata[i];

    if (stage->id == id)
      return stage;
  }
  return NULL;
}

GPtrArray *
ante_lead_actions_get_stages (AnteLeadActions *self)
{
  return self->stages;
}

static void
ante_lead_actions_finalize (GObject *object)
{
  AnteLeadActions *self = ANTE_LEAD_ACTIONS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->lead);
  g_clear_object (&self->group);
  g_clear_object (&self->stage_menu);
  g_clear_object (&self->owner_menu);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->setters, g_strfreev);
  g_free (self->menus);
  G_OBJECT_CLASS (ante_lead_actions_parent_class)->finalize (object);
}

static void
ante_lead_actions_class_init (AnteLeadActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_lead_actions_finalize;
  signals[STAGES_CHANGED] = g_signal_new ("stages-changed", ANTE_TYPE_LEAD_ACTIONS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
    { "instagram", instagram_cb, NULL, NULL, NULL },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  self->stage_menu = g_menu_new ();
  self->owner_menu = g_menu_new ();
}

AnteLeadActions *
ante_lead_actions_new (GtkWidget *widget)
{
  AnteLeadActions *self = g_object_new (ANTE_TYPE_LEAD_ACTIONS, NULL);

  self->widget = widget;
  gtk_widget_insert_action_group (widget, "lead", G_ACTION_GROUP (self->group));
  return self;
}
