#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/print/ante-lead-print.h"

#include <glib/gi18n.h>

#include "app/print/ante-brief-window.h"
#include "app/print/ante-print-settings.h"
#include "app/print/ante-print.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-brief-make.h"
#include "store/ante-store-messages.h"

/* More than anybody prints. */
#define MOST_MESSAGES 20000

/* --- the brief ------------------------------------------------------------------------------ */

AnteSheets *
ante_lead_print_set (AnteBrief *brief)
{
  GPtrArray *briefs = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_brief_free);

  g_ptr_array_add (briefs, brief);
  return ante_sheets_new_briefs (briefs);
}

char *
ante_lead_print_name_file (const AnteBrief *brief)
{
  g_autofree char *name = g_strdup (brief->name);

  /* What no file system wants, and what would make it another folder or a hidden file. */
  g_strdelimit (name, "/\\:*?\"<>|.", '-');
  /* Translators: the name of a file, with the name of a lead. */
  return g_strdup_printf (_ ("Brief %s.pdf"), name);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data, gboolean as_file)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;
  AnteBrief *brief = ante_brief_make_finish (ANTE_STORE (source), result, &error);
  g_autofree char *name = brief != NULL ? ante_lead_print_name_file (brief) : NULL;

  if (brief == NULL)
    ante_toast_error (from, error);
  else if (as_file)
    ante_print_save_pdf (from, ante_lead_print_set (brief), name);
  else
    ante_print_run (from, ante_lead_print_set (brief));
}

static void
read_to_print_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  read_cb (source, result, user_data, FALSE);
}

static void
read_to_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  read_cb (source, result, user_data, TRUE);
}

/* NULL where there is no lead in hand, or several. */
static AnteLead *
get_lead (AnteLeadActions *actions)
{
  return ante_lead_actions_get_n_leads (actions) == 1 &&
             ante_lead_actions_get_workspace (actions) != NULL
           ? ante_lead_actions_get_lead (actions)
           : NULL;
}

static void
make_brief (AnteLeadActions *actions, GAsyncReadyCallback callback)
{
  AnteLead *lead = get_lead (actions);
  AnteWorkspace *workspace = ante_lead_actions_get_workspace (actions);
  AnteBriefAsk ask = { .is_private = ante_print_settings_is_private () };

  if (lead == NULL)
    return;
  ask.now = ante_workspace_now (workspace);
  ante_brief_make_async (ante_workspace_get_store (workspace), lead->id, &ask, NULL, callback,
                         g_object_ref (ante_lead_actions_get_widget (actions)));
}

static void
print_brief_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  make_brief (user_data, read_to_print_cb);
}

static void
save_brief_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  make_brief (user_data, read_to_save_cb);
}

static void
brief_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = get_lead (actions);

  if (lead != NULL)
    ante_brief_window_present (ante_lead_actions_get_widget (actions),
                               ante_lead_actions_get_workspace (actions), lead);
}

/* --- the conversation ----------------------------------------------------------------------- */

typedef struct {
  GtkWidget *from;
  AnteLead *lead;
} Thread;

static void
thread_free (Thread *thread)
{
  g_object_unref (thread->from);
  g_object_unref (thread->lead);
  g_free (thread);
}

/* Before which messages something is missing. */
static GArray *
list_gaps (const AnteMessagePage *page)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < page->gaps->len; i++)
    g_array_append_val (gaps, g_array_index (page->gaps, AnteGap, i).before_at);
  return gaps;
}

static void
thread_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Thread *thread = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteMessagePage) page =
    ante_store_list_messages_finish (ANTE_STORE (source), result, &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GArray) gaps = page != NULL ? list_gaps (page) : NULL;

  if (page != NULL)
    ante_print_run (thread->from,
                    ante_sheets_new_thread (thread->lead, page->messages, gaps, zone));
  else
    ante_toast_error (thread->from, error);
  thread_free (thread);
}

static void
print_thread_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteLeadActions *actions = user_data;
  AnteLead *lead = get_lead (actions);
  Thread *thread = NULL;

  if (lead == NULL)
    return;
  thread = g_new0 (Thread, 1);
  thread->from = g_object_ref (ante_lead_actions_get_widget (actions));
  thread->lead = g_object_ref (lead);
  ante_store_list_messages_async (
    ante_workspace_get_store (ante_lead_actions_get_workspace (actions)), lead->id, 0, 0,
    MOST_MESSAGES, NULL, thread_cb, thread);
}

/* What is to be said of it is said where the keyboard is. */
void
ante_print_blank_handoff (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  ante_print_run (focus != NULL ? focus : GTK_WIDGET (window), ante_sheets_new_handoff ());
}

/* --- as actions ----------------------------------------------------------------------------- */

static const GActionEntry entries[] = {
  { "brief", brief_cb, NULL, NULL, NULL },
  { "print-brief", print_brief_cb, NULL, NULL, NULL },
  { "save-brief", save_brief_cb, NULL, NULL, NULL },
  { "print-thread", print_thread_cb, NULL, NULL, NULL },
};

/* Wherever the keyboard is, as long as the lead is in sight. */
static void
add_key (GtkWidget *widget)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                      gtk_named_action_new ("lead.print-brief")));
  gtk_widget_add_controller (widget, keys);
}

void
ante_lead_print_install (AnteLeadActions *actions, GtkWidget *widget)
{
  g_action_map_add_action_entries (G_ACTION_MAP (ante_lead_actions_get_group (actions)), entries,
                                   G_N_ELEMENTS (entries), actions);
  ante_lead_print_set_enabled (actions, FALSE);
  add_key (widget);
}

void
ante_lead_print_set_enabled (AnteLeadActions *actions, gboolean enabled)
{
  GActionMap *map = G_ACTION_MAP (ante_lead_actions_get_group (actions));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (map, entries[i].name);

    if (action != NULL)
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
  }
}
