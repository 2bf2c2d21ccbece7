#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/palette/ante-palette-commands.h"

#include <glib/gi18n.h>

#include "app/ante-actions.h"
#include "rules/ante-text.h"

typedef struct {
  GPtrArray *entries;
  AnteLeadActions *actions;
  AnteLead *lead;
  char *name; /* of the lead, isolated */
} OfLead;

static const AnteLeadKey *
find_key (const char *action)
{
  for (const AnteLeadKey *key = ante_lead_keys; key->action != NULL; key++) {
    if (g_str_equal (key->action, action))
      return key;
  }
  return NULL;
}

static void
add_of_lead (OfLead *of, const AnteLeadKey *key, const char *title, GVariant *target)
{
  AntePaletteEntry *entry =
    ante_palette_entry_new (of->name, title, key->icon, key->action, target);

  entry->detail = g_strdup (of->name);
  entry->key = g_strdup (key->key);
  entry->lead = g_object_ref (of->lead);
  entry->actions = g_object_ref (of->actions);
  g_ptr_array_add (of->entries, entry);
}

/* An entry of the lead's menus: "_Owner" is written "__Owner" there. */
static void
add_choice (OfLead *of, const AnteLeadKey *key, const char *label, GVariant *target)
{
  g_autoptr (GVariant) now =
    g_action_group_get_action_state (ante_lead_actions_get_group (of->actions), key->action);
  g_auto (GStrv) parts = g_strsplit (label, "__", -1);
  g_autofree char *plain = g_strjoinv ("_", parts);
  g_autofree char *choice = ante_text_isolate (plain);
  g_autofree char *title = NULL;

  if (now != NULL && g_variant_equal (now, target))
    return;
  /* Translators: a stage; who is to own a lead. */
  title = g_strdup_printf (g_str_equal (key->action, "move") ? _ ("Move to %s") : _ ("Owner: %s"),
                           choice);
  add_of_lead (of, key, title, target);
}

/* The choices are those of the menus of board and thread, whatever these are. */
static void
add_choices (OfLead *of, const AnteLeadKey *key, GMenuModel *menu)
{
  int n = g_menu_model_get_n_items (menu);

  for (int i = 0; i < n; i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    g_autoptr (GVariant) target =
      g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
    g_autofree char *label = NULL;
    g_autofree char *action = NULL;

    if (section != NULL) {
      add_choices (of, key, section);
      continue;
    }
    g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
    g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
    if (target != NULL)
      add_choice (of, key, label, target);
    else if (g_strcmp0 (action, "lead.new-setter") == 0)
      add_of_lead (of, &(AnteLeadKey){ "new-setter", NULL, "contact-new-symbolic", NULL }, label,
                   NULL);
  }
}

static void
add_lead (GPtrArray *entries, AnteLeadActions *actions)
{
  AnteLead *lead = actions != NULL ? ante_lead_actions_get_lead (actions) : NULL;
  OfLead of = { entries, actions, lead, NULL };

  if (lead == NULL)
    return;
  of.name = ante_text_isolate (ante_lead_get_title (lead));
  for (const AnteLeadKey *key = ante_lead_keys; key->action != NULL; key++) {
    if (g_action_group_get_action_parameter_type (ante_lead_actions_get_group (actions),
                                                  key->action) == NULL &&
        g_action_group_get_action_enabled (ante_lead_actions_get_group (actions), key->action))
      add_of_lead (&of, key, _ (key->title), NULL);
  }
  add_choices (&of, find_key ("move"), ante_lead_actions_get_stage_menu (actions));
  add_choices (&of, find_key ("own"), ante_lead_actions_get_owner_menu (actions));
  g_free (of.name);
}

static gboolean
can_do (GtkWidget *probe, const char *detailed)
{
  GtkActionable *actionable = GTK_ACTIONABLE (probe);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;

  /* Name and target one after the other: the new name does not meet the target of the last. */
  gtk_actionable_set_action_name (actionable, NULL);
  g_action_parse_detailed_name (detailed, &action, &target, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, action);
  return gtk_widget_get_sensitive (probe);
}

/* What it is called here, or NULL where it is another one's turn. */
static const char *
find_title (GtkWidget *probe, const AnteAction *action, const AntePlace *place)
{
  if (action->title == NULL || !can_do (probe, action->name))
    return NULL;
  if (g_str_equal (action->name, "win.find") && (place == NULL || place->find == NULL))
    return NULL; /* it is the search of messages there */
  if (g_str_equal (action->name, "win.toggle-sidebar") &&
      (place == NULL || place->toggle_panel == NULL))
    return NULL; /* it is the side panel there */
  if (g_str_equal (action->name, "app.open-sandbox") && can_do (probe, "app.leave-sandbox"))
    return NULL;
  return _ (action->title);
}

static void
add (GPtrArray *entries,
     GtkWidget *probe,
     const char *section,
     const char *title,
     const char *icon,
     const char *detailed)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (probe));
  GtkApplication *application = gtk_window_get_application (window);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;
  AntePaletteEntry *entry = NULL;
  g_auto (GStrv) keys =
    application != NULL ? gtk_application_get_accels_for_action (application, detailed) : NULL;

  g_action_parse_detailed_name (detailed, &action, &target, NULL);
  entry = ante_palette_entry_new (section, title, icon, action, target);
  entry->key = g_strdup (keys != NULL ? keys[0] : NULL);
  g_ptr_array_add (entries, entry);
}

GPtrArray *
ante_palette_commands (GtkWidget *probe, const AntePlace *place, AnteLeadActions *lead)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  add_lead (entries, lead);
  for (const AntePlace *to = ante_places; to->name != NULL; to++) {
    g_autofree char *action = g_strdup_printf ("win.show-place::%s", to->name);

    if (can_do (probe, action))
      add (entries, probe, _ ("Places"), _ (to->title), to->icon, action);
  }
  for (const AnteAction *action = ante_actions; action->name != NULL; action++) {
    const char *title = find_title (probe, action, place);

    if (title != NULL)
      add (entries, probe, _ ("Commands"), title, action->icon, action->name);
  }
  return entries;
}
