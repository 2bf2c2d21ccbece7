#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-handoff-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-words.h"
#include "engine/ante-follow-up-commands.h"
#include "model/ante-party.h"
#include "rules/ante-sla.h"
#include "rules/ante-text.h"
#include "store/ante-store-account.h"

#define WIDTH_CHARS 40
#define USUAL 2

/* Response windows that are offered, in working minutes. */
static const guint windows[] = { 30, 60, 120, 240, 480, 1440, 2880 };

typedef struct {
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  AnteWorkingHours *hours; /* (nullable): always */
  GtkWidget *dialog;       /* borrowed; NULL once it is gone */
  GtkDropDown *who;
  GPtrArray *parties; /* the first is "": nobody yet */
  GtkDropDown *window;
  GtkEditable *action;
  GtkTextBuffer *note;
  GtkLabel *due;
  GtkLabel *missing;
} HandOff;

static void
hand_off_free (HandOff *self)
{
  g_object_unref (self->from);
  g_object_unref (self->workspace);
  g_object_unref (self->lead);
  g_clear_pointer (&self->hours, ante_working_hours_unref);
  g_ptr_array_unref (self->parties);
}

static void
hand_off_unref (HandOff *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) hand_off_free);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HandOff, hand_off_unref)

static char *
dup_action (HandOff *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->action)));
}

static const char *
get_owner (HandOff *self)
{
  return self->parties->pdata[gtk_drop_down_get_selected (self->who)];
}

static guint
get_minutes (HandOff *self)
{
  return windows[gtk_drop_down_get_selected (self->window)];
}

/* What is missing is said in a plain sentence, at the place where it is asked for. */
static void
update (HandOff *self)
{
  gint64 now = ante_workspace_now (self->workspace);
  AnteSla sla = ante_sla_at (now, get_minutes (self), self->hours, now);
  g_autofree char *moment = ante_words_moment (sla.due_at, now);
  g_autofree char *due =
    g_strdup_printf (self->hours != NULL ? _ ("They have until %s, counted in your working hours.")
                                         : _ ("They have until %s."),
                     moment);
  g_autofree char *action = dup_action (self);
  const char *missing = *get_owner (self) == '\0' ? _ ("Say who has the lead from now on.")
                        : *action == '\0'         ? _ ("Say what they are to do next.")
                                                  : "";

  gtk_label_set_text (self->due, due);
  gtk_label_set_text (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), *missing != '\0');
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "give",
                                           *missing == '\0');
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, HandOff *self)
{
  g_autofree char *action = dup_action (self);
  g_autoptr (AnteHandoff) handoff = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (!g_str_equal (response, "give"))
    return;
  handoff = ante_handoff_new (get_owner (self), get_minutes (self), action);
  gtk_text_buffer_get_bounds (self->note, &start, &end);
  handoff->note = gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
  ante_lead_act_hand_off (self->from, self->workspace, self->lead, handoff);
}

static void
gone_cb (gpointer data, GObject *dialog)
{
  HandOff *self = data;

  self->dialog = NULL;
  hand_off_unref (self);
}

static void
hours_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HandOff) self = user_data;
  g_autofree char *json = ante_store_get_setting_finish (ANTE_STORE (source), result, NULL);

  if (self->dialog == NULL || json == NULL)
    return;
  self->hours = ante_working_hours_parse (json, -1, NULL);
  update (self);
}

/* --- the form ------------------------------------------------------------------------------- */

static void
add_row (GtkBox *box, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, widget);
}

static GtkLabel *
add_caption (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_party (HandOff *self, GtkStringList *names, const char *party)
{
  g_autofree char *name = ante_words_party (party);

  g_ptr_array_add (self->parties, g_strdup (party));
  gtk_string_list_append (names, name);
}

static GtkWidget *
build_who (HandOff *self, const char *const *setters, const char *owner)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_add (self->parties, g_strdup (""));
  gtk_string_list_append (names, _ ("Nobody chosen"));
  add_party (self, names, ANTE_PARTY_COACH);
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    add_party (self, names, setters[i]);
  self->who = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  for (guint i = 0; owner != NULL && i < self->parties->len; i++) {
    if (g_str_equal (self->parties->pdata[i], owner))
      gtk_drop_down_set_selected (self->who, i);
  }
  return GTK_WIDGET (self->who);
}

static char *
describe_minutes (guint minutes)
{
  if (minutes < 60)
    return g_strdup_printf (g_dngettext (NULL, "%u minute", "%u minutes", minutes), minutes);
  return g_strdup_printf (g_dngettext (NULL, "%u hour", "%u hours", minutes / 60), minutes / 60);
}

static GtkWidget *
build_window (HandOff *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++) {
    g_autofree char *words = describe_minutes (windows[i]);

    gtk_string_list_append (names, words);
  }
  self->window = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_drop_down_set_selected (self->window, USUAL);
  return GTK_WIDGET (self->window);
}

static GtkWidget *
build_action (HandOff *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->action = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Ask about budget, offer the call, …"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), ANTE_HANDOFF_MAX_ACTION);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (self->action,
                         self->lead->next_action != NULL ? self->lead->next_action : "");
  return entry;
}

static GtkWidget *
build_note (HandOff *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 60);
  gtk_widget_add_css_class (view, "card");
  gtk_widget_add_css_class (view, "handoff-note");
  return view;
}

static GtkWidget *
build_form (HandOff *self, const char *const *setters, const char *owner)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  add_row (GTK_BOX (box), _ ("Owner"), build_who (self, setters, owner));
  add_row (GTK_BOX (box), _ ("Response window"), build_window (self));
  self->due = add_caption (GTK_BOX (box), "dim-label");
  add_row (GTK_BOX (box), _ ("Next action"), build_action (self));
  add_row (GTK_BOX (box), _ ("What they have to know"), build_note (self));
  self->missing = add_caption (GTK_BOX (box), "error");
  g_signal_connect_swapped (self->who, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->window, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->action, "changed", G_CALLBACK (update), self);
  return box;
}

void
ante_handoff_dialog_ask (GtkWidget *from,
                         AnteWorkspace *workspace,
                         AnteLead *lead,
                         const char *const *setters,
                         const char *owner)
{
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *body =
    g_strdup_printf (_ ("Who answers %s from now on, by when, and what do they do?"), name);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Hand Over"), body);
  HandOff *self = g_rc_box_new0 (HandOff);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->lead = g_object_ref (lead);
  self->dialog = dialog;
  self->parties = g_ptr_array_new_with_free_func (g_free);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      build_form (self, setters, owner));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "give",
                                    _ ("_Hand Over"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "give",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "give");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  g_object_weak_ref (G_OBJECT (dialog), gone_cb, self);
  update (self);
  ante_store_get_setting_async (ante_workspace_get_store (workspace), ANTE_SETTING_HOURS, NULL,
                                hours_cb, g_rc_box_acquire (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
