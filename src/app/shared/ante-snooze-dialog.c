#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-snooze-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-text.h"
#include "rules/ante-when.h"

typedef struct {
  AdwMessageDialog *dialog; /* borrowed */
  AnteWorkspace *workspace;
  GPtrArray *leads;
  GObject *owner;
  AnteSnoozePickedFunc picked;
  GtkEditable *entry;
  GtkLabel *meaning;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->workspace);
  g_object_unref (asked->owner);
  g_ptr_array_unref (asked->leads);
  g_free (asked);
}

static gint64
read_time (const Asked *asked)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return ante_when_parse (gtk_editable_get_text (asked->entry),
                          ante_workspace_now (asked->workspace), zone);
}

/* What is understood is said before it is done. */
static void
typed_cb (Asked *asked)
{
  gint64 until = read_time (asked);
  g_autofree char *exact = ante_words_exact (until);
  gboolean empty = *gtk_editable_get_text (asked->entry) == '\0';

  gtk_label_set_text (asked->meaning, until > 0 ? exact
                                      : empty   ? _ ("Type a time, or choose a day")
                                              : _ ("That is no time to come. Try “fri 4pm”, “in 2 "
                                                   "weeks” or “2027-03-04 16:00”"));
  adw_message_dialog_set_response_enabled (asked->dialog, "snooze", until > 0);
}

static void
day_cb (GtkCalendar *calendar, Asked *asked)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d 09:00");

  gtk_editable_set_text (asked->entry, text);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asked *asked)
{
  gint64 until = read_time (asked);

  if (g_str_equal (response, "snooze") && until > 0)
    asked->picked (asked->workspace, asked->leads, until, asked->owner);
}

static GtkWidget *
build_form (Asked *asked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *meaning = gtk_label_new (NULL);
  GtkWidget *calendar = gtk_calendar_new ();
  g_autoptr (GDateTime) today =
    g_date_time_new_from_unix_local (ante_workspace_now (asked->workspace) / 1000);

  asked->entry = GTK_EDITABLE (entry);
  asked->meaning = GTK_LABEL (meaning);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("fri 4pm, in 2 weeks, 4 March 10:00, …"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), 60);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Until when"), -1);
  gtk_label_set_wrap (asked->meaning, TRUE);
  gtk_label_set_xalign (asked->meaning, 0);
  gtk_label_set_max_width_chars (asked->meaning, 36);
  gtk_widget_add_css_class (meaning, "caption");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), meaning);
  gtk_box_append (GTK_BOX (box), calendar);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), asked);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_cb), asked);
  return box;
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
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Snooze"), body);
  Asked *asked = g_new0 (Asked, 1);

  asked->dialog = ADW_MESSAGE_DIALOG (dialog);
  asked->workspace = g_object_ref (workspace);
  asked->leads = g_ptr_array_ref (leads);
  asked->owner = g_object_ref (owner);
  asked->picked = picked;
  adw_message_dialog_set_extra_child (asked->dialog, build_form (asked));
  adw_message_dialog_add_responses (asked->dialog, "cancel", _ ("_Cancel"), "snooze", _ ("_Snooze"),
                                    NULL);
  adw_message_dialog_set_response_appearance (asked->dialog, "snooze", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asked->dialog, "snooze");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked, asked_free, 0);
  typed_cb (asked);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asked->entry));
}
