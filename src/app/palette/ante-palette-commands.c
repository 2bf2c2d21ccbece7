#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/palette/ante-palette-commands.h"

#include <glib/gi18n.h>

#include "app/ante-actions.h"
#include "app/shared/ante-lead-keys.h"
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

/* As it stands in the lead's menus, where one letter is underlined: "_Nurture", and "__Owner" for
 * one that begins with an underscore. */
static char *
strip_underline (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++) {
    if (*p == '_' && p[1] != '\0')
      p++;
    g_string_append_c (plain, *p);
  }
  return g_string_free (plain, FALSE);
}

static char *
name_choice (const char *action, const char *choice)
{
  /* Translators: a stage. */
  if (g_str_equal (action, "move"))
    return g_strdup_printf (_ ("Move to %s"), choice);
  /* Translators: who is to own a lead. */
  if (g_str_equal (action, "own"))
    return g_strdup_printf (_ ("Owner: %s"), choice);
  /* Translators: until when a lead is put off. */
  if (g_str_equal (action, "snooze"))
    return g_strdup_printf (_ ("Snooze: %s"), choice);
  /* Translators: how a lead came. */
  if (g_str_equal (action, "source"))
    return g_strdup_printf (_ ("Source: %s"), choice);
  /* Translators: Spam, Friend or Vendor. */
  return g_strdup_printf (_ ("Not a Lead: %s"), choice);
}

static void
add_choice (OfLead *of, const AnteLeadKey *key, const char *label, GVariant *target)
{
  g_autoptr (GVariant) now =
    g_action_group_get_action_state (ante_lead_actions_get_group (of->actions), key->action);
  g_autofree char *plain = strip_underline (label);
  g_autofree char *choice = ante_text_isolate (plain);
  g_autofree char *title = NULL;

  if (now != NULL && g_variant_equal (now, target))
    return;
  title = name_choice (key->action, choice);
  add_of_lead (of, key, title, target);
}

static void
add_plain (OfLead *of, const char *label)
{
  g_autofree char *plain = strip_underline (label);

  add_of_lead (of, &(AnteLeadKey){ "new-setter", NULL, "contact-new-symbolic", NULL }, plain, NULL);
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
      add_plain (of, label);
  }
}

static void
add_lead (GPtrArray *entries, AnteLeadActions *actions)
{
  static const struct {
    const char *action;
    AnteLeadMenu menu;
  } menus[] = {
    { "move", ANTE_LEAD_MENU_STAGE },    { "own", ANTE_LEAD_MENU_OWNER },
    { "snooze", ANTE_LEAD_MENU_SNOOZE }, { "not-a-lead", ANTE_LEAD_MENU_NOT_A_LEAD },
    { "source", ANTE_LEAD_MENU_SOURCE },
  };
  AnteLead *lead = actions != NULL ? ante_lead_actions_get_lead (actions) : NULL;
  guint n = actions != NULL ? ante_lead_actions_get_n_leads (actions) : 0;
  OfLead of = { entries, actions, lead, NULL };

  if (lead == NULL)
    return;
  of.name = n == 1 ? ante_text_isolate (ante_lead_get_title (lead))
                   : g_strdup_printf (g_dngettext (NULL, "%u lead", "%u leads", n), n);
  for (const AnteLeadKey *key = ante_lead_keys; key->action != NULL; key++) {
    if (g_action_group_get_action_parameter_type (ante_lead_actions_get_group (actions),
                                                  key->action) == NULL &&
        g_action_group_get_action_enabled (ante_lead_actions_get_group (actions), key->action))
      add_of_lead (&of, key, _ (key->title), NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    add_choices (&of, find_key (menus[i].action),
                 ante_lead_actions_get_choices (actions, menus[i].menu));
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

static void
add_of_place (GPtrArray *entries, const AntePlace *place, GtkWidget *page)
{
  g_autoptr (GMenuModel) menu = place->dup_commands (page);
  int n = g_menu_model_get_n_items (menu);

  for (int i = 0; i < n; i++) {
    g_autoptr (GVariant) target =
      g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
    g_autofree char *title = NULL;
    g_autofree char *action = NULL;
    g_autofree char *icon = NULL;
    AntePaletteEntry *entry = NULL;

    g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &title);
    g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
    g_menu_model_get_item_attribute (menu, i, "icon-name", "s", &icon);
    entry =
      ante_palette_entry_new (_ (place->title), title, g_intern_string (icon), action, target);
    entry->from = g_object_ref (page);
    g_menu_model_get_item_attribute (menu, i, "key", "s", &entry->key);
    g_ptr_array_add (entries, entry);
  }
}

GPtrArray *
ante_palette_commands (GtkWidget *probe,
                       const AntePlace *place,
                       GtkWidget *page,
                       AnteLeadActions *lead)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  add_lead (entries, lead);
  if (page != NULL && place->dup_commands != NULL)
    add_of_place (entries, place, page);
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
