#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-next-step.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-due.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  GtkWidget *dialog;
  GtkWidget *what;
  GtkWidget *missing; /* says why nothing cannot be saved */
  AnteDue *when;
  GtkDropDown *who;
  GPtrArray *parties; /* of the list; the first is NULL: the lead's owner */
} Edit;

static void
edit_gone_cb (gpointer data, GObject *dialog)
{
  Edit *edit = data;

  g_object_unref (edit->from);
  g_object_unref (edit->workspace);
  g_object_unref (edit->lead);
  g_ptr_array_unref (edit->parties);
  g_free (edit);
}

typedef struct {
  GtkWidget *from;
  gint64 lead;
  char *words; /* when it is done */
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (GtkWidget) from = saving->from;
  g_autofree char *words = saving->words;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  /* A board is in order by due: the card goes, and the view with it. */
  if (act > 0)
    gtk_widget_activate_action (from, "board.follow", NULL);
  if (error != NULL)
    ante_toast_error (from, error);
  else if (act > 0)
    ante_toast_act (from, ANTE_WORKSPACE (source), ANTE_ACT_NEXT_STEP, act, &saving->lead, 1,
                    words);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Edit *edit)
{
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (edit->what))));

  guint who = gtk_drop_down_get_selected (edit->who);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (edit->lead));
  Saving saving = { edit->from, edit->lead->id };

  if (!g_str_equal (response, "save"))
    return;
  g_object_ref (saving.from);
  saving.words = g_strdup_printf (_ ("Next step for %s is saved"), name);
  ante_command_set_next_step_async (edit->workspace, edit->lead->id, *what != '\0' ? what : NULL,
                                    ante_due_get (edit->when, ante_workspace_now (edit->workspace)),
                                    edit->parties->pdata[who], saved_cb,
                                    g_memdup2 (&saving, sizeof saving));
}

/* Once it was there and is taken away, it is said why that is not saved. */
static void
typed_cb (Edit *edit)
{
  g_autofree char *what = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (edit->what))));
  gboolean is_missing = edit->missing != NULL && *what == '\0';

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (edit->dialog), "save", !is_missing);
  if (edit->missing != NULL)
    gtk_widget_set_visible (edit->missing, is_missing && edit->lead->next_action != NULL);
}

static void
add_missing (Edit *edit, GtkBox *box)
{
  edit->missing = g_object_new (
    GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "label",
    _ ("A lead that someone works on needs a next step. Who is to be left alone goes to another "
       "stage."),
    NULL);
  gtk_label_set_wrap (GTK_LABEL (edit->missing), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (edit->missing), 40);
  gtk_label_set_xalign (GTK_LABEL (edit->missing), 0);
  gtk_widget_add_css_class (edit->missing, "error");
  gtk_widget_add_css_class (edit->missing, "caption");
  gtk_box_append (box, edit->missing);
}

static void
add_party (Edit *edit, GtkStringList *names, const char *party)
{
  g_autofree char *name = ante_words_party (party);

  g_ptr_array_add (edit->parties, g_strdup (party));
  gtk_string_list_append (names, name);
}

/* The first one is NULL. */
static gboolean
is_party (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Who leads the step need not be who owns the lead. */
static GtkWidget *
build_who (Edit *edit, const char *const *setters)
{
  g_autofree char *owner = ante_words_party (edit->lead->owner);
  g_autofree char *by_owner = g_strdup_printf (_ ("The owner (%s)"), owner);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Led by"));

  gtk_string_list_append (names, by_owner);
  g_ptr_array_add (edit->parties, NULL);
  add_party (edit, names, ANTE_PARTY_COACH);
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    add_party (edit, names, setters[i]);
  /* Whoever leads it now can be chosen, even if nobody else is led by them. */
  if (edit->lead->next_owner != NULL &&
      !g_ptr_array_find_with_equal_func (edit->parties, edit->lead->next_owner, is_party, NULL))
    add_party (edit, names, edit->lead->next_owner);

  edit->who = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  for (guint i = 1; edit->lead->next_owner != NULL && i < edit->parties->len; i++) {
    if (g_str_equal (edit->parties->pdata[i], edit->lead->next_owner))
      gtk_drop_down_set_selected (edit->who, i);
  }
  gtk_widget_set_hexpand (GTK_WIDGET (edit->who), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (edit->who), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (edit->who));
  return box;
}

static GtkWidget *
build_form (Edit *edit, const char *const *setters, gboolean is_live)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  edit->what = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (edit->what),
                                  _ ("Send the outline, ask about budget, …"));
  gtk_entry_set_max_length (GTK_ENTRY (edit->what), 200);
  gtk_entry_set_activates_default (GTK_ENTRY (edit->what), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (edit->what),
                         edit->lead->next_action != NULL ? edit->lead->next_action : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit->what), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Next step"), -1);

  /* What is changed are the words: the date, or that there is none, stays unless it is chosen. */
  edit->when = ANTE_DUE (ante_due_new (edit->lead->next_due, FALSE));
  if (edit->lead->next_due == 0 && edit->lead->next_action == NULL)
    ante_due_choose (edit->when, 0);

  gtk_box_append (GTK_BOX (box), edit->what);
  if (is_live)
    add_missing (edit, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (edit->when));
  gtk_box_append (GTK_BOX (box), build_who (edit, setters));
  g_signal_connect_swapped (edit->what, "changed", G_CALLBACK (typed_cb), edit);
  return box;
}

void
ante_next_step_edit (GtkWidget *from,
                     AnteWorkspace *workspace,
                     AnteLead *lead,
                     const char *const *setters,
                     gboolean is_live)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *body = g_strdup_printf (_ ("What is to be done next for %s, and when?"), name);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Next Step"), body);
  Edit *edit = g_new0 (Edit, 1);

  edit->from = g_object_ref (from);
  edit->workspace = g_object_ref (workspace);
  edit->lead = g_object_ref (lead);
  edit->dialog = dialog;
  edit->parties = g_ptr_array_new_with_free_func (g_free);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      build_form (edit, setters, is_live));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  typed_cb (edit);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), edit);
  g_object_weak_ref (G_OBJECT (dialog), edit_gone_cb, edit);
  gtk_window_present (GTK_WINDOW (dialog));
}
