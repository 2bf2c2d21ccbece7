#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-playbook-review.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"

/* More than anybody reads at once; the rest is counted. */
#define MAX_LINES 200

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AntePlaybookEditing *editing;
  GtkEditable *note;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->from);
  g_object_unref (asked->workspace);
  g_object_unref (asked->editing);
  g_free (asked);
}

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
} Keeping;

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Keeping *keeping = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_playbook_editing_keep_finish (ANTE_PLAYBOOK_EDITING (source), result, &error);

  if (error != NULL)
    ante_toast_error (keeping->from, error);
  else if (act > 0)
    ante_toast_undo (keeping->from, _ ("The playbook holds from now on"), keeping->workspace, act);
  g_object_unref (keeping->from);
  g_object_unref (keeping->workspace);
  g_free (keeping);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asked *asked)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (asked->note)));
  Keeping *keeping = NULL;

  if (!g_str_equal (response, "keep"))
    return;
  keeping = g_new0 (Keeping, 1);
  keeping->from = g_object_ref (asked->from);
  keeping->workspace = g_object_ref (asked->workspace);
  ante_playbook_editing_keep_async (asked->editing, *note != '\0' ? note : NULL, kept_cb, keeping);
}

GtkWidget *
ante_playbook_review_build_lines (GPtrArray *lines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++) {
    const AntePlaybookDiffLine *line = lines->pdata[i];
    GtkWidget *label = gtk_label_new (line->text);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
    gtk_box_append (GTK_BOX (box), label);
  }
  if (lines->len > MAX_LINES) {
    g_autofree char *rest = g_strdup_printf (_ ("and %u more"), lines->len - MAX_LINES);
    GtkWidget *label = gtk_label_new (rest);

    gtk_widget_add_css_class (label, "dim-label");
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}

static GtkWidget *
build_body (Asked *asked, GPtrArray *lines)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *note = gtk_entry_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 ante_playbook_review_build_lines (lines));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _ ("What for (may stay empty)"));
  gtk_entry_set_max_length (GTK_ENTRY (note), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (note), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What for"), -1);
  gtk_widget_set_visible (scroller, lines->len > 0);
  asked->note = GTK_EDITABLE (note);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

void
ante_playbook_review_ask (GtkWidget *from, AnteWorkspace *workspace, AntePlaybookEditing *editing)
{
  gboolean first = ante_playbook_editing_get_version (editing) == NULL;
  /* Against nothing, all of it would be new. */
  g_autoptr (GPtrArray) lines = first ? g_ptr_array_new () : ante_playbook_editing_diff (editing);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (from)),
    first ? _ ("Keep This Playbook?") : _ ("Keep These Changes?"),
    first ? _ ("Drafts are made by it from now on; you can change it at any time, and go back.")
          : _ ("Drafts made from now on follow them. What was decided before stays "
               "with the version by which it was decided."));
  Asked *asked = g_new0 (Asked, 1);

  asked->from = g_object_ref (from);
  asked->workspace = g_object_ref (workspace);
  asked->editing = g_object_ref (editing);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), build_body (asked, lines));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep",
                                    _ ("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asked->note));
}
