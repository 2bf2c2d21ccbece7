#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-snooze-dialog.h"

#include <glib/gi18n.h>

#include "app/shared/ante-time-dialog.h"
#include "rules/ante-text.h"

typedef struct {
  AnteWorkspace *workspace;
  GPtrArray *leads;
  GObject *owner;
  AnteSnoozePickedFunc picked;
} Snooze;

static void
snooze_free (gpointer data)
{
  Snooze *snooze = data;

  g_object_unref (snooze->workspace);
  g_object_unref (snooze->owner);
  g_ptr_array_unref (snooze->leads);
  g_free (snooze);
}

static void
picked_cb (gint64 until, gpointer data)
{
  Snooze *snooze = data;

  snooze->picked (snooze->workspace, snooze->leads, until, snooze->owner);
}

static char *
describe (GPtrArray *leads)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (leads->pdata[0]));

  if (leads->len == 1)
    return g_strdup_printf (_ ("%s is out of the inbox until then, or until they write."), name);
  return g_strdup_printf (
    g_dngettext (NULL, "%u lead is out of the inbox until then, or until it writes.",
                 "%u leads are out of the inbox until then, or until they write.", leads->len),
    leads->len);
}

void
ante_snooze_dialog_ask (GtkWidget *from,
                        AnteWorkspace *workspace,
                        GPtrArray *leads,
                        AnteSnoozePickedFunc picked,
                        GObject *owner)
{
  g_autofree char *body = describe (leads);
  AnteTimeQuestion question = { _ ("Snooze"), body, _ ("Until when"), _ ("_Snooze") };
  Snooze *snooze = g_new0 (Snooze, 1);

  snooze->workspace = g_object_ref (workspace);
  snooze->leads = g_ptr_array_ref (leads);
  snooze->owner = g_object_ref (owner);
  snooze->picked = picked;
  ante_time_dialog_ask (from, workspace, &question, picked_cb, snooze, snooze_free);
}
