#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-handoff-card.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-sla.h"
#include "rules/ante-text.h"
#include "store/ante-store-follow-ups.h"

struct _AnteHandoffCard {
  AdwBin parent_instance;

  GtkLabel *who;
  GtkLabel *clock;
  GtkLabel *action;
  GtkLabel *note;
  AnteWorkspace *workspace;
  AnteLead *lead;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteHandoffCard, ante_handoff_card, ADW_TYPE_BIN)

/* How much of the agreed time is left, and until when that is. */
static char *
describe_clock (const AnteHandoff *handoff, gint64 now, AnteSlaState *state)
{
  g_autoptr (AnteWorkingHours) hours =
    handoff->hours != NULL ? ante_working_hours_parse (handoff->hours, -1, NULL) : NULL;
  AnteSla sla = ante_sla_at (handoff->at, handoff->minutes, hours, now);
  g_autofree char *left = ante_sla_to_words (&sla, now);
  g_autofree char *due = ante_words_moment (handoff->due_at, now);

  *state = sla.state;
  /* Translators: how much time is left, or is over; until when: "today 21:00". */
  return g_strdup_printf (_ ("%s · by %s"), left, due);
}

static void
set_style (AnteHandoffCard *self, const char *style)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "warning");
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->clock), style);
}

static void
show_handoff (AnteHandoffCard *self, const AnteHandoff *handoff)
{
  gint64 now = ante_workspace_now (self->workspace);
  AnteSlaState state = ANTE_SLA_NONE;
  gboolean broken = handoff->state == ANTE_HANDOFF_BREACHED;
  g_autofree char *owner = ante_words_party (handoff->owner);
  g_autofree char *by = ante_words_party (handoff->given_by);
  g_autofree char *who =
    broken ? g_strdup_printf (_ ("%s did not act in time: it is yours again"), owner)
           : g_strdup_printf (_ ("Handed to %s by %s"), owner, by);
  g_autofree char *clock = describe_clock (handoff, now, &state);
  g_autofree char *action = ante_text_isolate (handoff->next_action);

  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->clock, clock);
  set_style (self, broken || state == ANTE_SLA_BREACHED ? "error"
                   : state == ANTE_SLA_AT_RISK          ? "warning"
                                                        : NULL);
  gtk_label_set_text (self->action, action);
  gtk_label_set_text (self->note, handoff->note != NULL ? handoff->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), handoff->note != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteHandoffCard) self = user_data;
  g_autoptr (GPtrArray) found = ante_store_list_handoffs_finish (ANTE_STORE (source), result, NULL);
  const AnteHandoff *newest = found != NULL && found->len > 0 ? found->pdata[0] : NULL;
  gboolean counts = newest != NULL && self->lead != NULL && newest->lead_id == self->lead->id &&
                    (newest->state == ANTE_HANDOFF_RUNNING ||
                     (newest->state == ANTE_HANDOFF_BREACHED && self->lead->sla_breached > 0));

  if (!ante_workspace_has_store (self->workspace, source))
    return;
  if (counts)
    show_handoff (self, newest);
  gtk_widget_set_visible (GTK_WIDGET (self), counts);
}

/* Most leads have none: nothing is read for them. */
void
ante_handoff_card_set_lead (AnteHandoffCard *self, AnteLead *lead)
{
  gboolean any = lead != NULL && (lead->sla_due > 0 || lead->sla_breached > 0);

  g_set_object (&self->lead, lead);
  if (!any)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    ante_store_list_handoffs_async (ante_workspace_get_store (self->workspace), lead->id,
                                    self->cancellable, read_cb, g_object_ref (self));
}

void
ante_handoff_card_set_workspace (AnteHandoffCard *self, AnteWorkspace *workspace)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->lead);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ante_handoff_card_dispose (GObject *object)
{
  AnteHandoffCard *self = ANTE_HANDOFF_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->lead);
  G_OBJECT_CLASS (ante_handoff_card_parent_class)->dispose (object);
}

static void
ante_handoff_card_class_init (AnteHandoffCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_handoff_card_dispose;
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
ante_handoff_card_init (AnteHandoffCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->cancellable = g_cancellable_new ();
  self->who = add_label (GTK_BOX (box), "caption-heading");
  self->action = add_label (GTK_BOX (box), NULL);
  self->note = add_label (GTK_BOX (box), "dim-label");
  self->clock = add_label (GTK_BOX (box), "caption");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "handoff-card");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
