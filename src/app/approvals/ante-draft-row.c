#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-draft-row.h"

#include <glib/gi18n.h>

#include "app/approvals/ante-receipt-panel.h"
#include "app/shared/ante-window-mark.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

const char *
ante_draft_words_intent (AnteIntent intent)
{
  static const char *const words[ANTE_N_INTENTS] = {
    N_ ("Says hello"),       N_ ("Wants to know what is offered"),
    N_ ("Asks the price"),   N_ ("Asks something"),
    N_ ("Has an objection"), N_ ("Wants to book"),
    N_ ("Answers us"),       N_ ("Thanks"),
    N_ ("We write again"),   N_ ("Complains"),
    N_ ("Needs judgment"),
  };

  return _ (words[intent]);
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

static GtkWidget *
build_head (AnteDraft *draft, gint64 now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = ante_text_isolate (draft->title);
  g_autofree char *waited = ante_words_ago (draft->created_at, now);
  GtkWidget *sign = gtk_image_new_from_icon_name (ante_receipt_get_icon (draft->verdict));
  GtkWidget *label = build_label (name, "heading");
  GtkWidget *age = build_label (waited, "caption");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (age, "dim-label");
  gtk_widget_add_css_class (sign, ante_receipt_get_style (draft->verdict));
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), age);
  return box;
}

static GtkWidget *
build_foot (AnteDraft *draft, const AnteWindow *window, gint64 now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *left = ante_words_window_short (window, now);
  GtkWidget *intent = build_label (ante_draft_words_intent (draft->intent), "caption");
  GtkWidget *clock = build_label (left, "caption");

  gtk_widget_set_hexpand (intent, TRUE);
  ante_window_mark (clock, window, now);
  gtk_box_append (GTK_BOX (box), intent);
  gtk_box_append (GTK_BOX (box), clock);
  return box;
}

GtkWidget *
ante_draft_row_new (AnteDraft *draft, const AnteWindow *window, gint64 now)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = ante_text_isolate (draft->title);
  g_autofree char *words =
    g_strdup_printf ("%s, %s, %s", name, ante_draft_words_intent (draft->intent),
                     ante_receipt_get_words (draft->verdict));

  gtk_box_append (GTK_BOX (box), build_head (draft, now));
  gtk_box_append (GTK_BOX (box), build_foot (draft, window, now));
  if (*draft->why != '\0') {
    gtk_box_append (GTK_BOX (box), build_label (draft->why, "caption"));
    gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  }
  gtk_widget_add_css_class (row, "draft-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "ante-draft", g_object_ref (draft), g_object_unref);
  return row;
}

AnteDraft *
ante_draft_row_get_draft (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "ante-draft");
}

char *
ante_draft_words_figures (const AnteDraftFigures *figures, gint64 now)
{
  guint decided = figures->approved_today + figures->rejected_today;
  g_autofree char *age = ante_words_ago (figures->oldest, now);
  g_autofree char *waiting =
    figures->waiting == 0
      ? g_strdup (_ ("Nothing waits"))
      : g_strdup_printf (_ ("%u waiting, the oldest %s"), figures->waiting, age);
  g_autofree char *today =
    decided == 0
      ? g_strdup ("")
      : g_strdup_printf (_ (" · today %u approved (%u %%), %u s each"), figures->approved_today,
                         100 * figures->approved_today / decided,
                         (guint) (figures->decided_ms / 1000));
  g_autofree char *stopped =
    figures->stopped == 0 ? g_strdup ("")
                          : g_strdup_printf (_ (" · stopped for judgment: %u"), figures->stopped);

  return g_strconcat (waiting, today, stopped, NULL);
}

char *
ante_draft_words_about (AnteDraft *draft, const AnteWindow *window, gint64 now)
{
  g_autofree char *left = ante_words_window (window, now);
  g_autofree char *age = ante_words_ago (draft->created_at, now);
  const char *by = g_str_equal (draft->origin, "playbook") ? _ ("from the playbook")
                   : draft->model != NULL                  ? draft->model
                                                           : draft->origin;

  /* Translators: what they are after, who made the draft, when, and the reply window. */
  return g_strdup_printf (_ ("%s · %s, %s · %s"), ante_draft_words_intent (draft->intent), by, age,
                          left);
}
