#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-gate-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-due.h"
#include "app/shared/ante-fact-words.h"
#include "rules/ante-gate.h"
#include "rules/ante-text.h"

#define MAX_NEXT_STEP_CHARS 200

struct _AnteGateRow {
  AdwActionRow parent_instance;

  char *word;
  AnteLead *lead;
  GtkEditable *entry;
  AnteDue *due; /* of a next step alone */

  /* What was put there by us. */
  char *proposed;
  int proposed_days;
};

enum {
  CHANGED,
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteGateRow, ante_gate_row, ADW_TYPE_ACTION_ROW)

static void
changed_cb (AnteGateRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entered_cb (AnteGateRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
ante_gate_row_finalize (GObject *object)
{
  AnteGateRow *self = ANTE_GATE_ROW (object);

  g_free (self->word);
  g_free (self->proposed);
  g_clear_object (&self->lead);
  G_OBJECT_CLASS (ante_gate_row_parent_class)->finalize (object);
}

static void
ante_gate_row_class_init (AnteGateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_gate_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_GATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", ANTE_TYPE_GATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ante_gate_row_init (AnteGateRow *self)
{
}

/* A screen reader hears of whom, since it does not see under whose name the row stands. */
static void
name_entry (AnteGateRow *self)
{
  const char *need = ante_fact_words_need (self->word);
  g_autofree char *title =
    self->lead != NULL ? ante_text_isolate (ante_lead_get_title (self->lead)) : NULL;
  /* Translators: what is asked for, and of which lead. */
  g_autofree char *label =
    title != NULL ? g_strdup_printf (_ ("%s of %s"), need, title) : g_strdup (need);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static GtkWidget *
build_next_step (AnteGateRow *self, gint64 now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gint64 due = self->lead != NULL ? self->lead->next_due : 0;
  gint64 keep = due > now ? due : 0; /* what is over is asked for anew */

  self->due = ANTE_DUE (ante_due_new (keep, TRUE));
  if (keep == 0)
    ante_due_choose (self->due, 1);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MAX_NEXT_STEP_CHARS);
  if (self->lead != NULL && self->lead->next_action != NULL)
    gtk_editable_set_text (self->entry, self->lead->next_action);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->due));
  return box;
}

static void
note_proposal (AnteGateRow *self)
{
  g_free (self->proposed);
  self->proposed = ante_gate_row_dup_text (self);
  self->proposed_days = self->due != NULL ? ante_due_get_days (self->due) : 0;
}

GtkWidget *
ante_gate_row_new (const char *word, AnteLead *lead, const char *hint, gint64 now)
{
  AnteGateRow *self = g_object_new (ANTE_TYPE_GATE_ROW, NULL);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *suffix = entry;

  self->word = g_strdup (word);
  g_set_object (&self->lead, lead);
  self->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ante_fact_words_need (word));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry),
                                  hint != NULL ? hint : ante_fact_words_hint (word));
  gtk_entry_set_max_length (GTK_ENTRY (entry), ANTE_FACT_MAX_CHARS);
  gtk_editable_set_width_chars (self->entry, 28);
  name_entry (self);

  if (g_str_equal (word, ANTE_GATE_NEXT_STEP))
    suffix = build_next_step (self, now);
  note_proposal (self);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (suffix, 9);
  gtk_widget_set_margin_bottom (suffix, 9);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), suffix);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE); /* its entry is */
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

char *
ante_gate_row_dup_text (AnteGateRow *self)
{
  g_autofree char *clean = ante_text_clean (gtk_editable_get_text (self->entry), -1, 0);

  return g_strdup (g_strstrip (clean));
}

void
ante_gate_row_propose (AnteGateRow *self, const char *text, int days)
{
  if (self->due == NULL)
    return;
  if (!ante_gate_row_is_filled (self) || self->lead->next_due > 0)
    gtk_editable_set_text (self->entry, text);
  ante_due_choose (self->due, days);
  note_proposal (self);
}

gboolean
ante_gate_row_is_about (AnteGateRow *self, const char *word, gint64 lead)
{
  return g_str_equal (self->word, word) && (self->lead == NULL || self->lead->id == lead);
}

gboolean
ante_gate_row_is_filled (AnteGateRow *self)
{
  g_autofree char *text = ante_gate_row_dup_text (self);

  return *text != '\0';
}

gboolean
ante_gate_row_is_changed (AnteGateRow *self)
{
  g_autofree char *text = ante_gate_row_dup_text (self);

  return !g_str_equal (text, self->proposed) ||
         (self->due != NULL && ante_due_get_days (self->due) != self->proposed_days);
}

void
ante_gate_row_focus (AnteGateRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
ante_gate_row_tell (AnteGateRow *self, AnteMove *move, gint64 now)
{
  g_autofree char *text = ante_gate_row_dup_text (self);
  AnteFactKind kind = ANTE_FACT_FREE;

  if (*text == '\0' || self->lead == NULL)
    return;
  if (self->due != NULL)
    ante_move_set_next_step (move, self->lead->id, text, ante_due_get (self->due, now));
  else if (ante_fact_kind_from_nick (self->word, &kind))
    ante_move_add_fact (move, self->lead->id, kind, text);
}
