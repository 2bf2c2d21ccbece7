#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-view-dialogs.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteViewKind kind;
  char *filter;
  gint64 id;
  AnteViewSavedFunc saved;
  GtkWidget *dialog; /* NULL once it has gone */
  GtkWidget *name;
  GtkWidget *problem;
  gboolean is_saving;
} Ask;

static const struct {
  const char *save;
  const char *rename;
  const char *name;
  const char *example;
  const char *taken;
  const char *what_goes;
} texts[ANTE_VIEW_N_KINDS] = {
  { N_ ("Save This View"), N_ ("Rename View"), N_ ("Name of the view"), N_ ("Hot this week"),
    N_ ("Another view has that name. Choose a different one."),
    N_ ("Only the saved filter goes. All leads stay as they are. It cannot be undone.") },
  { N_ ("Save This Search"), N_ ("Rename Search"), N_ ("Name of the search"),
    N_ ("Asked for the price"), N_ ("Another search has that name. Choose a different one."),
    N_ ("Only the saved words go. All messages stay as they are. It cannot be undone.") },
};

static Ask *
ask_new (GtkWidget *from, AnteWorkspace *workspace, AnteViewKind kind, gint64 id)
{
  Ask *ask = g_rc_box_new0 (Ask);

  ask->from = g_object_ref (from);
  ask->workspace = g_object_ref (workspace);
  ask->kind = kind;
  ask->id = id;
  return ask;
}

static void
ask_clear (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->from);
  g_object_unref (ask->workspace);
  g_free (ask->filter);
}

static void
ask_unref (Ask *ask)
{
  g_rc_box_release_full (ask, ask_clear);
}

static void
dialog_gone_cb (gpointer data, GObject *dialog)
{
  Ask *ask = data;

  ask->dialog = NULL;
  ask_unref (ask);
}

/* --- a name --------------------------------------------------------------------------------- */

static void
say_problem (Ask *ask, const char *words)
{
  gtk_label_set_text (GTK_LABEL (ask->problem), words);
  gtk_widget_set_visible (ask->problem, *words != '\0');
  gtk_widget_add_css_class (ask->name, "error");
  gtk_widget_grab_focus (ask->name);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Ask *ask = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = ante_command_set_view_finish (ANTE_WORKSPACE (source), result, &error);

  ask->is_saving = FALSE;
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS) && ask->dialog != NULL) {
    say_problem (ask, _ (texts[ask->kind].taken));
  } else {
    if (ask->dialog != NULL)
      gtk_window_destroy (GTK_WINDOW (ask->dialog));
    if (error != NULL)
      ante_toast_error (ask->from, error);
    else if (ask->saved != NULL)
      ask->saved (ask->from, id);
  }
  ask_unref (ask);
}

static void
save (Ask *ask)
{
  if (ask->is_saving)
    return;
  ask->is_saving = TRUE;
  ante_command_set_view_async (ask->workspace, ask->kind, ask->id,
                               gtk_editable_get_text (GTK_EDITABLE (ask->name)), ask->filter,
                               named_cb, g_rc_box_acquire (ask));
}

static gboolean
is_named (Ask *ask)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (ask->name))));

  return *name != '\0';
}

static void
name_changed_cb (GtkEditable *name, Ask *ask)
{
  gtk_widget_remove_css_class (ask->name, "error");
  gtk_widget_set_visible (ask->problem, FALSE);
  gtk_widget_set_sensitive (gtk_window_get_default_widget (GTK_WINDOW (ask->dialog)),
                            is_named (ask));
}

static void
name_entered_cb (GtkEntry *name, Ask *ask)
{
  if (is_named (ask))
    save (ask);
}

static void
cancel_cb (GtkButton *button, Ask *ask)
{
  gtk_window_close (GTK_WINDOW (ask->dialog));
}

static void
save_cb (GtkButton *button, Ask *ask)
{
  save (ask);
}

static gboolean
escape_cb (GtkWidget *dialog, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (dialog));
  return TRUE;
}

static GtkWidget *
build_head (Ask *ask)
{
  GtkWidget *head = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Save"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (head), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (head), FALSE);
  gtk_widget_add_css_class (head, "flat");
  gtk_widget_add_css_class (keep, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (head), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (head), keep);
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_cb), ask);
  g_signal_connect (keep, "clicked", G_CALLBACK (save_cb), ask);
  gtk_window_set_default_widget (GTK_WINDOW (ask->dialog), keep);
  return head;
}

static GtkWidget *
build_form (Ask *ask, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  ask->name = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (ask->name), ANTE_VIEW_MAX_NAME);
  gtk_entry_set_placeholder_text (GTK_ENTRY (ask->name), _ (texts[ask->kind].example));
  gtk_accessible_update_property (GTK_ACCESSIBLE (ask->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (texts[ask->kind].name), -1);
  ask->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (ask->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (ask->problem), 0);
  gtk_widget_add_css_class (ask->problem, "error");
  gtk_widget_set_visible (ask->problem, FALSE);
  gtk_box_append (GTK_BOX (box), ask->name);
  gtk_box_append (GTK_BOX (box), ask->problem);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_top (box, 6);
  g_signal_connect (ask->name, "changed", G_CALLBACK (name_changed_cb), ask);
  g_signal_connect (ask->name, "activate", G_CALLBACK (name_entered_cb), ask);
  gtk_editable_set_text (GTK_EDITABLE (ask->name), name);
  name_changed_cb (GTK_EDITABLE (ask->name), ask);
  return box;
}

/* It stays open when the name is another's, which an AdwMessageDialog would not. */
static void
ask_name (Ask *ask, const char *title, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  ask->dialog = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (ask->dialog), title);
  gtk_window_set_modal (GTK_WINDOW (ask->dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (ask->dialog),
                                GTK_WINDOW (gtk_widget_get_root (ask->from)));
  gtk_window_set_default_size (GTK_WINDOW (ask->dialog), 360, -1);
  gtk_window_set_resizable (GTK_WINDOW (ask->dialog), FALSE);
  gtk_box_append (GTK_BOX (box), build_head (ask));
  gtk_box_append (GTK_BOX (box), build_form (ask, name));
  adw_window_set_content (ADW_WINDOW (ask->dialog), box);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (ask->dialog, keys);
  g_object_weak_ref (G_OBJECT (ask->dialog), dialog_gone_cb, ask);
  gtk_window_present (GTK_WINDOW (ask->dialog));
  gtk_widget_grab_focus (ask->name);
}

void
ante_view_dialog_save (GtkWidget *from,
                       AnteWorkspace *workspace,
                       AnteViewKind kind,
                       const char *filter,
                       AnteViewSavedFunc saved)
{
  Ask *ask = ask_new (from, workspace, kind, 0);

  ask->filter = g_strdup (filter);
  ask->saved = saved;
  ask_name (ask, _ (texts[kind].save), "");
}

void
ante_view_dialog_rename (GtkWidget *from,
                         AnteWorkspace *workspace,
                         AnteViewKind kind,
                         const AnteView *view)
{
  ask_name (ask_new (from, workspace, kind, view->id), _ (texts[kind].rename), view->name);
}

/* --- to delete one -------------------------------------------------------------------------- */

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;

  /* One that has gone already is as was asked. */
  if (!ante_command_delete_view_finish (ANTE_WORKSPACE (source), result, &error) &&
      !g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
    ante_toast_error (from, error);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Ask *ask)
{
  if (g_str_equal (response, "delete"))
    ante_command_delete_view_async (ask->workspace, ask->kind, ask->id, deleted_cb,
                                    g_object_ref (ask->from));
}

void
ante_view_dialog_delete (GtkWidget *from,
                         AnteWorkspace *workspace,
                         AnteViewKind kind,
                         const AnteView *view)
{
  Ask *ask = ask_new (from, workspace, kind, view->id);
  g_autofree char *name = ante_text_isolate (view->name);
  g_autofree char *title = g_strdup_printf (
    kind == ANTE_VIEW_BOARD ? _ ("Delete the View “%s”?") : _ ("Delete the Search “%s”?"), name);

  ask->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), title,
                                        _ (texts[kind].what_goes));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (ask->dialog), "cancel", _ ("_Cancel"),
                                    "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (ask->dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (ask->dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (ask->dialog), "cancel");
  g_signal_connect (ask->dialog, "response", G_CALLBACK (response_cb), ask);
  g_object_weak_ref (G_OBJECT (ask->dialog), dialog_gone_cb, ask);
  gtk_window_present (GTK_WINDOW (ask->dialog));
}
