#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-follow-up-list.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "rules/follow-up/ante-follow-up-plan.h"
#include "store/ante-store-follow-ups.h"
#include "store/ante-store-messages.h"

/* Of those that are over, as many as a glance takes in. */
#define PAST 6
/* How far back it is looked whether they asked to be written to. */
#define RECENT 12

struct _AnteFollowUpList {
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *wish; /* borrowed: a row of it; NULL: they asked for nothing */
  AnteWorkspace *workspace;
  GCancellable *cancellable;
  gint64 lead;
  gint64 planned_at; /* when something was planned last, ms; G_MAXINT64 while it is */
};

G_DEFINE_FINAL_TYPE (AnteFollowUpList, ante_follow_up_list, ADW_TYPE_BIN)

static char *
describe_state (const AnteFollowUp *follow_up)
{
  g_autofree char *who =
    follow_up->closed_by != NULL ? ante_words_party (follow_up->closed_by) : NULL;

  switch (follow_up->state) {
  case ANTE_FOLLOW_UP_DONE:
    return g_strdup_printf (
      ante_follow_up_was_late (follow_up) ? _ ("Done late by %s") : _ ("Done by %s"), who);
  case ANTE_FOLLOW_UP_SKIPPED:
    return g_strdup_printf (_ ("Skipped by %s"), who);
  case ANTE_FOLLOW_UP_ANSWERED:
    return g_strdup (_ ("They wrote before"));
  case ANTE_FOLLOW_UP_CANCELLED:
    return g_strdup (_ ("Another took its place"));
  case ANTE_FOLLOW_UP_OPEN:
  default:
    return g_strdup ("");
  }
}

/* Who, when, and what was sent. */
static char *
describe_past (const AnteFollowUp *follow_up, gint64 now)
{
  g_autofree char *state = describe_state (follow_up);
  g_autofree char *when = ante_words_ago (follow_up->closed_at, now);
  g_autofree char *said =
    follow_up->closed_why != NULL &&
        (follow_up->state == ANTE_FOLLOW_UP_DONE || follow_up->state == ANTE_FOLLOW_UP_ANSWERED)
      ? ante_text_isolate (follow_up->closed_why)
      : NULL;

  return said != NULL && *follow_up->closed_why != '\0'
           ? g_strdup_printf ("%s · %s\n“%s”", state, when, said)
           : g_strdup_printf ("%s · %s", state, when);
}

static char *
describe_open (const AnteFollowUp *follow_up, gint64 now)
{
  g_autofree char *when = ante_words_until (follow_up->due_at, now);
  g_autofree char *who = ante_words_party (follow_up->led_by);
  g_autofree char *touch = g_strdup_printf (
    g_dngettext (NULL, "touch %u", "touch %u", follow_up->touch), follow_up->touch);

  return g_strdup_printf (
    follow_up->keeps ? _ ("%s · %s · %s · stays if they write") : "%s · %s · %s", when, touch, who);
}

static void
add_button (AdwActionRow *row, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (row, button);
}

static void
add_row (AnteFollowUpList *self, const AnteFollowUp *follow_up)
{
  gint64 now = ante_workspace_now (self->workspace);
  gboolean open = follow_up->state == ANTE_FOLLOW_UP_OPEN;
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *reason = ante_text_isolate (follow_up->reason);
  g_autofree char *title = g_markup_escape_text (reason, -1);
  g_autofree char *words = open ? describe_open (follow_up, now) : describe_past (follow_up, now);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_title_lines (row, 3);
  adw_action_row_set_subtitle_lines (row, 4);
  if (open) {
    add_button (row, "emblem-ok-symbolic", _ ("Follow-Up Done"), "lead.step-over::done");
    add_button (row, "edit-clear-symbolic", _ ("Skip Follow-Up"), "lead.step-over::skipped");
    add_button (row, "document-edit-symbolic", _ ("Change Follow-Up"), "lead.follow-up");
  }
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

/* "They asked to be written to": with the words that say so. */
static void
add_wish (AnteFollowUpList *self, const char *quote, gint64 due_at)
{
  gint64 now = ante_workspace_now (self->workspace);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *button = gtk_button_new_with_label (_ ("Plan…"));
  g_autofree char *when = ante_words_moment (due_at, now);
  g_autofree char *title = g_strdup_printf (_ ("They want to hear from you %s"), when);
  g_autofree char *words = ante_text_isolate (quote);
  g_autofree char *said = g_strdup_printf ("“%s”", words);
  g_autofree char *subtitle = g_markup_escape_text (said, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "lead.follow-up-at");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", quote, due_at);
  adw_action_row_add_suffix (row, button);
  gtk_widget_add_css_class (GTK_WIDGET (row), "suggested");
  if (self->wish != NULL)
    gtk_list_box_remove (self->list, self->wish);
  self->wish = GTK_WIDGET (row);
  gtk_list_box_prepend (self->list, self->wish);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* What they asked for since something was planned last, the newest of it. */
static void
messages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFollowUpList) self = user_data;
  g_autoptr (AnteMessagePage) page =
    ante_store_list_messages_finish (ANTE_STORE (source), result, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AnteFollowUpWish wish = { 0 };
  AnteMessage *newest = NULL;
  g_autofree char *quote = NULL;

  if (page == NULL || !ante_workspace_has_store (self->workspace, source))
    return;
  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];
    AnteFollowUpWish found = { 0 };

    if (message->lead_id != self->lead || ante_party_is_us (message->author) ||
        message->at <= self->planned_at || (newest != NULL && message->at < newest->at) ||
        !ante_follow_up_find_wish (message->text, message->at, zone, &found))
      continue;
    newest = message;
    wish = found;
  }
  if (newest == NULL || wish.due_at <= ante_workspace_now (self->workspace))
    return;
  quote = g_utf8_substring (newest->text, wish.start, wish.end);
  add_wish (self, quote, wish.due_at);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteFollowUpList) self = user_data;
  g_autoptr (GPtrArray) found =
    ante_store_list_follow_ups_finish (ANTE_STORE (source), result, NULL);
  GtkWidget *child = NULL;
  guint shown = 0;

  if (found == NULL || !ante_workspace_has_store (self->workspace, source) ||
      (found->len > 0 && ((AnteFollowUp *) found->pdata[0])->lead_id != self->lead))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->wish = NULL;
  self->planned_at = 0;
  for (guint i = 0; i < found->len && shown <= PAST; i++, shown++) {
    const AnteFollowUp *one = found->pdata[i];

    add_row (self, one);
    self->planned_at =
      one->state == ANTE_FOLLOW_UP_OPEN ? G_MAXINT64 : MAX (self->planned_at, one->made_at);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
  ante_store_list_messages_async (ANTE_STORE (source), self->lead, 0, 0, RECENT, self->cancellable,
                                  messages_cb, g_object_ref (self));
}

void
ante_follow_up_list_set_lead (AnteFollowUpList *self, gint64 lead)
{
  if (lead != self->lead)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->lead = lead;
  if (lead != 0)
    ante_store_list_follow_ups_async (ante_workspace_get_store (self->workspace), lead,
                                      self->cancellable, read_cb, g_object_ref (self));
}

void
ante_follow_up_list_set_workspace (AnteFollowUpList *self, AnteWorkspace *workspace)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->workspace, workspace);
  self->lead = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ante_follow_up_list_dispose (GObject *object)
{
  AnteFollowUpList *self = ANTE_FOLLOW_UP_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_follow_up_list_parent_class)->dispose (object);
}

static void
ante_follow_up_list_class_init (AnteFollowUpListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_follow_up_list_dispose;
}

static void
ante_follow_up_list_init (AnteFollowUpList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Follow-Ups"));

  self->cancellable = g_cancellable_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Follow-Ups"), -1);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
