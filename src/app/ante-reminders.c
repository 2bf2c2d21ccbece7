#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/ante-reminders.h"

#include <glib/gi18n.h>

#include "app/shared/ante-settings.h"
#include "app/shared/ante-words.h"
#include "engine/ante-follow-up-commands.h"
#include "rules/ante-text.h"
#include "store/ante-store-follow-ups.h"
#include "store/ante-store-leads.h"

/* More at once are one line: a coach comes back from a holiday. */
#define MOST_EACH 3
#define SUMMARY_ID "due"

struct _AnteReminders {
  GObject parent_instance;

  GtkApplication *application; /* borrowed: it owns us */
  AnteSession *session;
  AnteFollowThrough *through;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteReminders, ante_reminders, G_TYPE_OBJECT)

static char *
make_id (gint64 lead)
{
  return g_strdup_printf ("lead-%" G_GINT64_FORMAT, lead);
}

/* --- telling -------------------------------------------------------------------------------- */

static void
tell (AnteReminders *self, AnteLead *lead, const char *title, const char *words, gboolean snooze)
{
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autofree char *id = make_id (lead->id);

  if (words != NULL)
    g_notification_set_body (notification, words);
  g_notification_set_default_action_and_target (notification, "app.open-lead", "x", lead->id);
  g_notification_add_button_with_target (notification, _ ("Open"), "app.open-lead", "x", lead->id);
  if (snooze)
    g_notification_add_button_with_target (notification, _ ("Tomorrow"), "app.snooze-step", "x",
                                           lead->id);
  g_application_send_notification (G_APPLICATION (self->application), id, notification);
}

static void
tell_due (AnteReminders *self, AnteLead *lead)
{
  g_autofree char *title = g_strdup_printf (_ ("Follow up with %s"), ante_lead_get_title (lead));
  g_autofree char *why = ante_settings_tells_words () && lead->next_action != NULL
                           ? ante_text_one_line (lead->next_action, 160)
                           : g_strdup (_ ("The next step is due."));

  tell (self, lead, title, why, TRUE);
}

static void
tell_summary (AnteReminders *self, guint n)
{
  g_autofree char *title =
    g_strdup_printf (g_dngettext (NULL, "%u next step is due", "%u next steps are due", n), n);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_default_action (notification, "app.show-today");
  g_notification_add_button (notification, _ ("Open Today"), "app.show-today");
  g_application_send_notification (G_APPLICATION (self->application), SUMMARY_ID, notification);
}

static void
leads_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteReminders) self = user_data;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, NULL);

  for (guint i = 0; leads != NULL && i < leads->len; i++)
    tell_due (self, leads->pdata[i]);
}

static void
due_cb (AnteReminders *self, GArray *leads)
{
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);

  if (workspace == NULL)
    return;
  if (leads->len > MOST_EACH)
    tell_summary (self, leads->len);
  else
    ante_store_get_leads_async (ante_workspace_get_store (workspace),
                                (const gint64 *) (const void *) leads->data, leads->len,
                                self->cancellable, leads_cb, g_object_ref (self));
}

static void
broken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteReminders) self = user_data;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, NULL);

  for (guint i = 0; leads != NULL && i < leads->len; i++) {
    AnteLead *lead = leads->pdata[i];
    g_autofree char *title = g_strdup_printf (_ ("%s is yours again"), ante_lead_get_title (lead));

    tell (self, lead, title, _ ("Nobody acted within the time that was agreed."), FALSE);
  }
}

static void
breached_cb (AnteReminders *self, GPtrArray *handoffs)
{
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < MIN (handoffs->len, MOST_EACH); i++)
    g_array_append_val (leads, ((AnteHandoff *) handoffs->pdata[i])->lead_id);
  if (workspace != NULL)
    ante_store_get_leads_async (ante_workspace_get_store (workspace),
                                (const gint64 *) (const void *) leads->data, leads->len,
                                self->cancellable, broken_cb, g_object_ref (self));
}

/* --- what is done about it ------------------------------------------------------------------ */

static void
show_window (AnteReminders *self, const char *action, GVariant *target)
{
  g_autoptr (GVariant) taken = target != NULL ? g_variant_ref_sink (target) : NULL;
  GtkWindow *window = NULL;

  g_application_activate (G_APPLICATION (self->application));
  window = gtk_application_get_active_window (self->application);
  if (window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (window), action, taken);
}

static void
open_lead_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_window (user_data, "win.open-lead", g_variant_ref (parameter));
}

static void
show_today_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_window (user_data, "win.show-place", g_variant_new_string ("today"));
}

typedef struct {
  AnteReminders *self;
  AnteWorkspace *workspace;
  gint64 lead;
  gint64 until;
} Snooze;

static void
snooze_free (Snooze *snooze)
{
  g_object_unref (snooze->self);
  g_object_unref (snooze->workspace);
  g_free (snooze);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Snooze, snooze_free)

static void
put_off_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (ante_command_finish (ANTE_WORKSPACE (source), result, &error) < 0)
    g_message ("a next step could not be put off: %s", error->message);
}

/* A step that is no follow-up keeps its words. */
static void
step_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Snooze) snooze = user_data;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, NULL);
  AnteLead *lead = leads != NULL && leads->len > 0 ? leads->pdata[0] : NULL;

  if (lead != NULL && lead->next_action != NULL)
    ante_command_set_next_step_async (snooze->workspace, lead->id, lead->next_action, snooze->until,
                                      lead->next_owner, put_off_cb, NULL);
}

static void
follow_ups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Snooze) snooze = user_data;
  g_autoptr (GPtrArray) found =
    ante_store_list_follow_ups_finish (ANTE_STORE (source), result, NULL);
  AnteFollowUp *open = found != NULL && found->len > 0 ? found->pdata[0] : NULL;
  gint64 lead = snooze->lead;

  if (open != NULL && open->state == ANTE_FOLLOW_UP_OPEN) {
    open->due_at = snooze->until;
    ante_command_follow_up_async (snooze->workspace, lead, open->id, open, put_off_cb, NULL);
  } else {
    ante_store_get_leads_async (ANTE_STORE (source), &lead, 1, NULL, step_cb,
                                g_steal_pointer (&snooze));
  }
}

static void
snooze_step_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteReminders *self = user_data;
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *id = make_id (g_variant_get_int64 (parameter));
  Snooze *snooze = NULL;

  g_application_withdraw_notification (G_APPLICATION (self->application), id);
  if (workspace == NULL)
    return;
  snooze = g_new0 (Snooze, 1);
  snooze->self = g_object_ref (self);
  snooze->workspace = g_object_ref (workspace);
  snooze->lead = g_variant_get_int64 (parameter);
  snooze->until = ante_when_choose (ANTE_WHEN_TOMORROW, ante_workspace_now (workspace), zone);
  ante_store_list_follow_ups_async (ante_workspace_get_store (workspace), snooze->lead, NULL,
                                    follow_ups_cb, snooze);
}

/* --- what is open --------------------------------------------------------------------------- */

static void
workspace_cb (AnteReminders *self)
{
  AnteWorkspace *workspace = ante_session_get_workspace (self->session);

  if (self->through != NULL)
    g_signal_handlers_disconnect_by_data (self->through, self);
  g_clear_object (&self->through);
  if (workspace == NULL)
    return;
  self->through = g_object_ref (ante_workspace_get_follow_through (workspace));
  ante_follow_through_set_tells (self->through, TRUE);
  g_signal_connect_object (self->through, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->through, "breached", G_CALLBACK (breached_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ante_reminders_dispose (GObject *object)
{
  AnteReminders *self = ANTE_REMINDERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->through);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ante_reminders_parent_class)->dispose (object);
}

static void
ante_reminders_class_init (AnteRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_reminders_dispose;
}

static void
ante_reminders_init (AnteReminders *self)
{
  self->cancellable = g_cancellable_new ();
}

AnteReminders *
ante_reminders_new (GtkApplication *application, AnteSession *session)
{
  static const GActionEntry actions[] = {
    { "open-lead", open_lead_action, "x", NULL, NULL },
    { "snooze-step", snooze_step_action, "x", NULL, NULL },
    { "show-today", show_today_action, NULL, NULL, NULL },
  };
  AnteReminders *self = g_object_new (ANTE_TYPE_REMINDERS, NULL);

  self->application = application;
  self->session = g_object_ref (session);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self);
  g_signal_connect_object (session, "notify::workspace", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  workspace_cb (self);
  return self;
}
