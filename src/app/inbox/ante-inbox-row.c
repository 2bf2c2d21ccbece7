#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-inbox-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-owner.h"
#include "app/shared/ante-window-mark.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

struct _AnteInboxRow {
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkWidget *pin;
  GtkLabel *time;
  GtkLabel *line;
  GtkWidget *unread;
  GtkWidget *owes;
  GtkLabel *closing;
  GtkWidget *snooze;
  GtkLabel *snooze_words;
  GtkLabel *stage;
  GtkLabel *owner;

  GPtrArray *stages; /* (nullable) */
  AnteLeadItem *item;
  gulong lead_changed;
  gint64 now;
  gboolean human_agent;
};

G_DEFINE_FINAL_TYPE (AnteInboxRow, ante_inbox_row, ADW_TYPE_BIN)

static void
show_closing (AnteInboxRow *self, AnteLead *lead)
{
  AnteWindow window = ante_window_at (lead, self->human_agent, self->now);
  gboolean closing = lead->owes_reply_since > 0 && ante_window_is_closing (&window, self->now);
  g_autofree char *words = closing ? ante_words_window (&window, self->now) : NULL;

  gtk_label_set_text (self->closing, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closing), closing);
}

static void
show_snooze (AnteInboxRow *self, AnteLead *lead)
{
  g_autofree char *words =
    lead->snoozed_until > 0 ? ante_words_snooze (lead->snoozed_until, self->now) : NULL;

  gtk_label_set_text (self->snooze_words, words != NULL ? words : "");
  gtk_widget_set_visible (self->snooze, words != NULL);
}

/* What is told of it to who does not see it. The list's own widget round it has the focus, so that
 * one bears the name. */
static void
name_row (AnteInboxRow *self, const char *title, const char *line)
{
  AnteLead *lead = ante_lead_item_get_lead (self->item);
  GtkWidget *slot = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *holder = slot != NULL ? gtk_widget_get_parent (slot) : NULL;
  const char *state = lead->unread > 0             ? _ ("unread")
                      : lead->owes_reply_since > 0 ? _ ("owes a reply")
                                                   : _ ("answered");
  const char *snooze = gtk_label_get_text (self->snooze_words);
  /* In the order of the eye. */
  const char *stage = gtk_label_get_text (self->stage);
  g_autofree char *name =
    g_strdup_printf ("%s, %s%s. %s%s%s. %s%s%s", title, lead->pinned ? _ ("pinned, ") : "", state,
                     snooze, *snooze != '\0' ? ". " : "", line, stage, *stage != '\0' ? ", " : "",
                     gtk_label_get_text (self->owner));

  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
show (AnteInboxRow *self)
{
  AnteLead *lead = self->item != NULL ? ante_lead_item_get_lead (self->item) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;
  g_autofree char *time = NULL;
  g_autofree char *owner = NULL;
  AnteStage *stage = NULL;

  if (lead == NULL) {
    gtk_label_set_text (self->name, "");
    gtk_label_set_text (self->line, "");
    gtk_label_set_text (self->time, "");
    gtk_widget_set_visible (self->pin, FALSE);
    gtk_widget_set_visible (self->unread, FALSE);
    gtk_widget_set_visible (self->owes, FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->closing), FALSE);
    gtk_widget_set_visible (self->snooze, FALSE);
    gtk_label_set_text (self->stage, "");
    gtk_widget_set_visible (GTK_WIDGET (self->owner), FALSE);
    return;
  }

  title = ante_text_isolate (ante_lead_get_title (lead));
  line = ante_words_last_line (lead);
  time = ante_words_ago (lead->last_message_at, self->now);
  owner = ante_words_party (lead->owner);
  adw_avatar_set_text (self->avatar, ante_lead_get_title (lead));
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->line, line);
  gtk_label_set_text (self->time, time);
  gtk_widget_set_visible (self->pin, lead->pinned);
  gtk_widget_set_visible (self->unread, lead->unread > 0);
  gtk_widget_set_visible (self->owes, lead->owes_reply_since > 0 && lead->unread == 0);
  gtk_label_set_text (self->owner, owner);
  ante_owner_mark (GTK_WIDGET (self->owner), lead->owner);
  gtk_widget_set_visible (GTK_WIDGET (self->owner), TRUE);
  stage = ante_stage_find (self->stages, lead->stage_id);
  gtk_label_set_text (self->stage, lead->not_a_lead != NULL
                                     ? ante_words_not_a_lead (lead->not_a_lead)
                                   : stage != NULL ? stage->name
                                                   : "");
  if (lead->unread > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  show_closing (self, lead);
  show_snooze (self, lead);
  name_row (self, title, line);
}

void
ante_inbox_row_set_now (AnteInboxRow *self, gint64 now, gboolean human_agent)
{
  self->now = now;
  self->human_agent = human_agent;
  show (self);
}

void
ante_inbox_row_set_stages (AnteInboxRow *self, GPtrArray *stages)
{
  if (self->stages == stages)
    return;
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages != NULL ? g_ptr_array_ref (stages) : NULL;
  show (self);
}

void
ante_inbox_row_set_item (AnteInboxRow *self, AnteLeadItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->lead_changed, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->lead_changed = g_signal_connect_swapped (item, "notify::lead", G_CALLBACK (show), self);
  show (self);
}

static void
ante_inbox_row_dispose (GObject *object)
{
  AnteInboxRow *self = ANTE_INBOX_ROW (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->lead_changed, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_inbox_row_parent_class)->dispose (object);
}

static void
ante_inbox_row_class_init (AnteInboxRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_inbox_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-inbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, name);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, pin);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, time);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, line);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, unread);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, owes);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, closing);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, snooze);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, snooze_words);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, stage);
  gtk_widget_class_bind_template_child (widget_class, AnteInboxRow, owner);
}

static void
ante_inbox_row_init (AnteInboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_inbox_row_new (void)
{
  return g_object_new (ANTE_TYPE_INBOX_ROW, NULL);
}
