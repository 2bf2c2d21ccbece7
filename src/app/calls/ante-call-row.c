#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/calls/ante-call-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

#define BOOKING_DATA "ante-booking"
#define KNOWN_DATA "ante-known"

char *
ante_call_words_who (const AnteBooking *booking)
{
  const char *who = booking->lead_title != NULL  ? booking->lead_title
                    : booking->who_name != NULL  ? booking->who_name
                    : booking->who_email != NULL ? booking->who_email
                                                 : _ ("Nobody known");

  return ante_text_isolate (who);
}

char *
ante_call_words_time (const AnteBooking *booking, gint64 now)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (booking->all_day)
    return ante_words_day (booking->start_at, now);
  start = ante_words_moment (booking->start_at, now);
  end = ante_words_clock (booking->end_at);
  return booking->end_at > booking->start_at ? g_strdup_printf ("%s–%s", start, end)
                                             : g_strdup (start);
}

const char *
ante_call_words_outcome (AnteCallOutcome outcome)
{
  static const char *const words[] = {
    [ANTE_CALL_OPEN] = "",
    [ANTE_CALL_WON] = N_ ("Won"),
    [ANTE_CALL_LOST] = N_ ("Lost"),
    [ANTE_CALL_FOLLOW_UP] = N_ ("They decide later"),
    [ANTE_CALL_NOT_A_FIT] = N_ ("Not a fit"),
    [ANTE_CALL_NO_SHOW] = N_ ("No-show"),
  };

  return outcome == ANTE_CALL_OPEN ? "" : _ (words[outcome]);
}

char *
ante_call_words_amount (gint64 amount, const char *currency)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT ".%02d %s", amount / 100, (int) (amount % 100),
                          currency != NULL ? currency : "");
}

char *
ante_call_words_state (const AnteBooking *booking, gint64 now)
{
  const AnteCallRecord *call = booking->call;
  g_autofree char *before = NULL;

  if (call != NULL && call->outcome == ANTE_CALL_WON && call->amount > 0) {
    g_autofree char *amount = ante_call_words_amount (call->amount, call->currency);

    return g_strdup_printf ("%s · %s", ante_call_words_outcome (call->outcome), amount);
  }
  if (call != NULL && call->outcome != ANTE_CALL_OPEN)
    return g_strdup (ante_call_words_outcome (call->outcome));

  switch (booking->state) {
  case ANTE_BOOKING_STATE_CANCELLED:
    return g_strdup (_ ("Cancelled"));
  case ANTE_BOOKING_STATE_HELD:
    return g_strdup (_ ("Held"));
  case ANTE_BOOKING_STATE_NO_SHOW:
    return g_strdup (_ ("No-show"));
  case ANTE_BOOKING_STATE_BOOKED:
  default:
    break;
  }
  if (booking->lead_id == 0)
    return g_strdup (g_str_equal (booking->candidates, "-") ? _ ("Of no lead")
                                                            : _ ("Whose call is this?"));
  if (booking->end_at < now)
    return g_strdup (_ ("How did it go?"));
  if (booking->moved_from > 0) {
    before = ante_words_moment (booking->moved_from, now);
    return g_strdup_printf (_ ("Moved, it was %s"), before);
  }
  return g_strdup (_ ("Booked"));
}

static GtkWidget *
build_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* What waits for a word of the coach stands out. */
static const char *
get_style (const AnteBooking *booking, gint64 now)
{
  gboolean open = booking->state == ANTE_BOOKING_STATE_BOOKED && booking->call == NULL;

  if (open && booking->lead_id == 0 && !g_str_equal (booking->candidates, "-"))
    return "warning";
  if (booking->state == ANTE_BOOKING_STATE_NO_SHOW)
    return "error";
  return open && booking->end_at < now ? "warning" : "dim-label";
}

GtkWidget *
ante_call_row_new (const AnteBooking *booking, gint64 now)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *who = ante_call_words_who (booking);
  g_autofree char *time = ante_call_words_time (booking, now);
  g_autofree char *state = ante_call_words_state (booking, now);
  g_autofree char *title = ante_text_isolate (booking->title);
  g_autofree char *words = g_strdup_printf ("%s, %s, %s", who, time, state);
  GtkWidget *when = build_label (time, "caption");
  GtkWidget *told = build_label (state, "caption");
  GtkWidget *known = build_label (NULL, "caption");

  gtk_widget_add_css_class (told, get_style (booking, now));
  gtk_widget_add_css_class (known, "dim-label");
  gtk_box_append (GTK_BOX (box), build_label (who, "heading"));
  gtk_box_append (GTK_BOX (box), when);
  if (booking->title != NULL && *booking->title != '\0')
    gtk_box_append (GTK_BOX (box), build_label (title, NULL));
  gtk_box_append (GTK_BOX (box), told);
  gtk_box_append (GTK_BOX (box), known);
  gtk_widget_set_visible (known, FALSE);
  gtk_widget_add_css_class (row, "today-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (row), KNOWN_DATA, known);
  g_object_set_data_full (G_OBJECT (row), BOOKING_DATA, ante_booking_copy (booking),
                          (GDestroyNotify) ante_booking_free);
  return row;
}

const AnteBooking *
ante_call_row_get_booking (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), BOOKING_DATA);
}

void
ante_call_row_set_known (GtkWidget *row, const char *words)
{
  GtkWidget *known = g_object_get_data (G_OBJECT (row), KNOWN_DATA);

  gtk_label_set_text (GTK_LABEL (known), words);
  gtk_widget_set_visible (known, TRUE);
}
