#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-time-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-when.h"

typedef struct {
  AdwMessageDialog *dialog; /* borrowed */
  AnteWorkspace *workspace;
  AnteTimePickedFunc picked;
  gpointer data;
  GDestroyNotify free_data;
  GtkEditable *entry;
  GtkLabel *meaning;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->workspace);
  asked->free_data (asked->data);
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
  adw_message_dialog_set_response_enabled (asked->dialog, "take", until > 0);
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

  if (g_str_equal (response, "take") && until > 0)
    asked->picked (until, asked->data);
}

static GtkWidget *
build_form (Asked *asked, const char *label)
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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

void
ante_time_dialog_ask (GtkWidget *from,
                      AnteWorkspace *workspace,
                      const AnteTimeQuestion *question,
                      AnteTimePickedFunc picked,
                      gpointer data,
                      GDestroyNotify free_data)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)),
                                              question->heading, question->body);
  Asked *asked = g_new0 (Asked, 1);

  asked->dialog = ADW_MESSAGE_DIALOG (dialog);
  asked->workspace = g_object_ref (workspace);
  asked->picked = picked;
  asked->data = data;
  asked->free_data = free_data;
  adw_message_dialog_set_extra_child (asked->dialog, build_form (asked, question->label));
  adw_message_dialog_add_responses (asked->dialog, "cancel", _ ("_Cancel"), "take", question->verb,
                                    NULL);
  adw_message_dialog_set_response_appearance (asked->dialog, "take", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asked->dialog, "take");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked, asked_free, 0);
  typed_cb (asked);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asked->entry));
}
