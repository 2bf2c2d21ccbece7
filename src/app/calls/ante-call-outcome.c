#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/calls/ante-call-outcome.h"

#include <glib/gi18n.h>

#include "app/calls/ante-call-row.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-booking-commands.h"
#include "rules/ante-text.h"

/* The most that is typed for an amount. */
#define AMOUNT_CHARS 12

struct _AnteCallOutcomeForm {
  AdwBin parent_instance;

  AdwComboRow *outcome;
  GtkWidget *why_row;
  GtkEditable *why;
  GtkWidget *amount_row;
  GtkEditable *amount;
  GtkEditable *currency;
  GtkSwitch *as_client;
  GtkWidget *client_row;
  AdwComboRow *grade;
  GtkSwitch *weak_fit;
  GtkTextView *notes;
  GtkLabel *missing;
  GtkWidget *save;

  AnteWorkspace *workspace;
  AnteBooking *booking;
  gboolean filling;
};

enum {
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteCallOutcomeForm, ante_call_outcome, ADW_TYPE_BIN)

static AnteCallOutcome
get_outcome (AnteCallOutcomeForm *self)
{
  return (AnteCallOutcome) adw_combo_row_get_selected (self->outcome);
}

static gboolean
needs_reason (AnteCallOutcome outcome)
{
  return outcome == ANTE_CALL_WON || outcome == ANTE_CALL_LOST || outcome == ANTE_CALL_NOT_A_FIT;
}

/* Digits with at most two behind a point or a comma: FALSE for anything else. */
static gboolean
read_amount (const char *text, gint64 *amount)
{
  gint64 whole = 0;
  int decimals = -1;

  for (; *text != '\0'; text++) {
    if ((*text == '.' || *text == ',') && decimals < 0) {
      decimals = 0;
    } else if (g_ascii_isdigit (*text) && decimals < 2) {
      whole = whole * 10 + (*text - '0');
      decimals += decimals >= 0 ? 1 : 0;
    } else {
      return FALSE;
    }
  }
  for (; decimals < 2; decimals = MAX (decimals, 0) + 1)
    whole *= 10;
  *amount = whole;
  return TRUE;
}

static char *
dup_notes (AnteCallOutcomeForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What cannot be saved says why, in a plain sentence. */
static void
update (AnteCallOutcomeForm *self)
{
  AnteCallOutcome outcome = get_outcome (self);
  g_autofree char *why = g_strstrip (g_strdup (gtk_editable_get_text (self->why)));
  gint64 amount = 0;
  const char *missing = "";

  if (self->filling)
    return;
  gtk_widget_set_visible (self->why_row, outcome != ANTE_CALL_OPEN);
  gtk_widget_set_visible (self->amount_row, outcome == ANTE_CALL_WON);
  gtk_widget_set_visible (self->client_row, outcome == ANTE_CALL_WON);
  if (needs_reason (outcome) && *why == '\0')
    missing = _ ("Say why: it is counted, and the next call learns from it.");
  else if (outcome == ANTE_CALL_WON && !read_amount (gtk_editable_get_text (self->amount), &amount))
    missing = _ ("An amount is a number such as 1200 or 1200.50.");
  gtk_label_set_text (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), *missing != '\0');
  gtk_widget_set_sensitive (self->save, *missing == '\0');
}

/* --- saving --------------------------------------------------------------------------------- */

typedef struct {
  AnteCallOutcomeForm *form;
  gint64 lead;
  char *words;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->form);
  g_free (saving->words);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (saving->form->workspace == NULL)
    return;
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE))
    ante_toast (GTK_WIDGET (saving->form),
                _ ("Clients lack something that their stage asks for. Nothing was saved; leave "
                   "“Now a client” off, or fill it in first"));
  else if (error != NULL)
    ante_toast_error (GTK_WIDGET (saving->form), error);
  else if (act > 0)
    ante_toast_act (GTK_WIDGET (saving->form), ANTE_WORKSPACE (source), ANTE_ACT_CALL, act,
                    &saving->lead, saving->lead != 0 ? 1 : 0, saving->words);
  if (act > 0)
    g_signal_emit (saving->form, signals[SAVED], 0);
}

static Saving *
saving_new (AnteCallOutcomeForm *self, const char *words)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *who = ante_call_words_who (self->booking);

  saving->form = g_object_ref (self);
  saving->lead = self->booking->lead_id;
  /* Translators: what is kept of a call, and with whom it was. */
  saving->words = g_strdup_printf (_ ("%s · %s"), words, who);
  return saving;
}

static AnteCallRecord *
read_form (AnteCallOutcomeForm *self)
{
  AnteCallRecord *call = ante_call_record_new (self->booking->id);

  call->outcome = get_outcome (self);
  g_free (call->decision);
  call->decision = g_strstrip (g_strdup (gtk_editable_get_text (self->why)));
  if (call->outcome == ANTE_CALL_WON)
    read_amount (gtk_editable_get_text (self->amount), &call->amount);
  if (call->amount > 0)
    call->currency = g_ascii_strup (gtk_editable_get_text (self->currency), -1);
  g_free (call->notes);
  call->notes = dup_notes (self);
  call->grade = (AnteCallGrade) adw_combo_row_get_selected (self->grade);
  call->weak_fit = gtk_switch_get_active (self->weak_fit);
  return call;
}

static void
save_cb (AnteCallOutcomeForm *self)
{
  g_autoptr (AnteCallRecord) call = NULL;
  AnteCallNext next = { .as_client = gtk_switch_get_active (self->as_client) };

  if (self->booking == NULL)
    return;
  call = read_form (self);
  next.as_client &= call->outcome == ANTE_CALL_WON;
  ante_command_record_call_async (self->workspace, self->booking, call, &next, saved_cb,
                                  saving_new (self, _ ("The call is kept")));
}

void
ante_call_outcome_set_state (AnteCallOutcomeForm *self, AnteBookingState state)
{
  const char *words = state == ANTE_BOOKING_STATE_HELD      ? _ ("Held")
                      : state == ANTE_BOOKING_STATE_NO_SHOW ? _ ("No-show, followed up today")
                                                            : _ ("Cancelled");

  if (self->booking != NULL)
    ante_command_set_booking_state_async (self->workspace, self->booking, state, saved_cb,
                                          saving_new (self, words));
}

/* --- showing -------------------------------------------------------------------------------- */

static char *
write_amount (gint64 amount)
{
  return amount > 0
           ? g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", amount / 100, (int) (amount % 100))
           : g_strdup ("");
}

void
ante_call_outcome_show (AnteCallOutcomeForm *self,
                        AnteWorkspace *workspace,
                        const AnteBooking *booking)
{
  const AnteCallRecord *call = booking != NULL ? booking->call : NULL;
  g_autofree char *amount = write_amount (call != NULL ? call->amount : 0);
  gboolean same =
    self->booking != NULL && booking != NULL && self->booking->id == booking->id &&
    (self->booking->call != NULL ? self->booking->call->id : 0) == (call != NULL ? call->id : 0);

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->booking, ante_booking_free);
  self->booking = booking != NULL ? ante_booking_copy (booking) : NULL;
  if (same)
    return; /* what is being typed stays */
  self->filling = TRUE;
  adw_combo_row_set_selected (self->outcome, call != NULL ? call->outcome : ANTE_CALL_OPEN);
  gtk_editable_set_text (self->why, call != NULL ? call->decision : "");
  gtk_editable_set_text (self->amount, amount);
  gtk_editable_set_text (self->currency,
                         call != NULL && call->currency != NULL ? call->currency : "EUR");
  gtk_switch_set_active (self->as_client, FALSE);
  adw_combo_row_set_selected (self->grade, call != NULL ? call->grade : ANTE_CALL_GRADE_NONE);
  gtk_switch_set_active (self->weak_fit, call != NULL && call->weak_fit);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), call != NULL ? call->notes : "",
                            -1);
  self->filling = FALSE;
  update (self);
}

static void
ante_call_outcome_dispose (GObject *object)
{
  AnteCallOutcomeForm *self = ANTE_CALL_OUTCOME (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->booking, ante_booking_free);
  G_OBJECT_CLASS (ante_call_outcome_parent_class)->dispose (object);
}

static void
ante_call_outcome_class_init (AnteCallOutcomeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_call_outcome_dispose;
  signals[SAVED] = g_signal_new ("saved", ANTE_TYPE_CALL_OUTCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/calls/ante-call-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, why_row);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, why);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, amount_row);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, amount);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, currency);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, as_client);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, client_row);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, grade);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, weak_fit);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, notes);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, missing);
  gtk_widget_class_bind_template_child (widget_class, AnteCallOutcomeForm, save);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ante_call_outcome_init (AnteCallOutcomeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
