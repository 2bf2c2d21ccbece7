#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/today/ante-today-line.h"

#include <glib/gi18n.h>

#include "app/shared/ante-window-mark.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

#define LEAD_DATA "ante-lead"
#define GROUP_DATA "ante-group"
#define WHY_CHARS 160

static const struct {
  const char *title;
  const char *icon;
  const char *style;
} groups[ANTE_TODAY_N_GROUPS] = {
  [ANTE_TODAY_AGREEMENT] = { N_ ("Handoffs at Risk"), "dialog-warning-symbolic", "error" },
  [ANTE_TODAY_CLOSING] = { N_ ("Closing Soon"), "alarm-symbolic", "warning" },
  [ANTE_TODAY_OVERDUE] = { N_ ("Overdue"), "emblem-important-symbolic", "error" },
  [ANTE_TODAY_DUE] = { N_ ("Later Today"), "appointment-soon-symbolic", NULL },
  [ANTE_TODAY_OWES] = { N_ ("Owes a Reply"), "mail-reply-sender-symbolic", NULL },
  [ANTE_TODAY_CALL] = { N_ ("Calls"), "call-start-symbolic", NULL },
  [ANTE_TODAY_QUIET] = { N_ ("Going Quiet"), "weather-clear-night-symbolic", NULL },
  [ANTE_TODAY_NO_OWNER] = { N_ ("No Owner"), "avatar-default-symbolic", "error" },
  [ANTE_TODAY_NO_STEP] = { N_ ("No Next Step"), "go-next-symbolic", "error" },
  [ANTE_TODAY_NO_SOURCE] = { N_ ("No Source"), "mark-location-symbolic", "error" },
};

const char *
ante_today_words_group (AnteTodayGroup group)
{
  return _ (groups[group].title);
}

const char *
ante_today_words_icon (AnteTodayGroup group)
{
  return groups[group].icon;
}

const char *
ante_today_words_style (AnteTodayGroup group)
{
  return groups[group].style;
}

/* --- what a row says ------------------------------------------------------------------------ */

/* When, in the words of its group. */
static char *
describe_time (AnteTodayGroup group, const AnteTodayRow *row, gint64 now)
{
  g_autofree char *words = NULL;

  switch (group) {
  case ANTE_TODAY_AGREEMENT:
  case ANTE_TODAY_OVERDUE:
    return ante_words_until (row->at, now);
  case ANTE_TODAY_CLOSING:
    words = ante_words_until (row->at, now);
    /* Translators: the reply window does so: "in 2 h", "today 21:00". */
    return g_strdup_printf (_ ("closes %s"), words);
  case ANTE_TODAY_DUE:
    return ante_words_clock (row->at);
  case ANTE_TODAY_CALL:
    return ante_words_moment (row->at, now);
  case ANTE_TODAY_OWES:
    words = ante_words_ago (row->at, now);
    return g_strdup_printf (_ ("wrote %s"), words);
  case ANTE_TODAY_QUIET:
  case ANTE_TODAY_NO_OWNER:
  case ANTE_TODAY_NO_STEP:
  case ANTE_TODAY_NO_SOURCE:
  default:
    return ante_words_ago (row->lead->last_message_at, now);
  }
}

/* Why it is in this place, which is said where somebody hovers. */
static char *
explain (AnteTodayGroup group, const AnteTodayRow *row, gint64 now)
{
  g_autofree char *time = describe_time (group, row, now);
  g_autofree char *exact = ante_words_exact (row->at);

  switch (group) {
  case ANTE_TODAY_AGREEMENT:
    return g_strdup_printf (_ ("A handoff was agreed for %s"), exact);
  case ANTE_TODAY_CLOSING:
    return g_strdup_printf (_ ("The reply window %s: %s"), time, exact);
  case ANTE_TODAY_OVERDUE:
  case ANTE_TODAY_DUE:
    return g_strdup_printf (_ ("The next step is due %s"), exact);
  case ANTE_TODAY_OWES:
    return g_strdup_printf (_ ("They have waited for an answer since %s"), exact);
  case ANTE_TODAY_CALL:
    return g_strdup_printf (_ ("The call is at %s"), exact);
  case ANTE_TODAY_QUIET:
    return g_strdup (_ ("Nobody has written since, and nothing is planned"));
  case ANTE_TODAY_NO_OWNER:
    return g_strdup (_ ("Nobody owns this lead"));
  case ANTE_TODAY_NO_STEP:
    return g_strdup (_ ("Nothing is to be done next for this lead"));
  case ANTE_TODAY_NO_SOURCE:
  default:
    return g_strdup (_ ("Nobody knows where this lead came from"));
  }
}

/* A planned reason, or the last thing that was said. */
static char *
describe_why (AnteTodayGroup group, const AnteTodayRow *row)
{
  gboolean planned =
    group == ANTE_TODAY_OVERDUE || group == ANTE_TODAY_DUE || group == ANTE_TODAY_AGREEMENT;
  g_autofree char *why = planned && row->lead->next_action != NULL
                           ? ante_text_one_line (row->lead->next_action, WHY_CHARS)
                           : NULL;

  return why != NULL ? ante_text_isolate (why) : ante_words_last_line (row->lead);
}

static char *
describe_touch (guint touch)
{
  switch (touch) {
  case 1:
    return g_strdup (_ ("1st touch"));
  case 2:
    return g_strdup (_ ("2nd touch"));
  case 3:
    return g_strdup (_ ("3rd touch"));
  default:
    return g_strdup_printf (_ ("%uth touch"), touch);
  }
}

/* Stage, touch and who leads it. */
static char *
describe_foot (const AnteTodayRow *row, AnteStage *stage)
{
  AnteLead *lead = row->lead;
  GString *foot = g_string_new (NULL);
  g_autofree char *leader =
    ante_words_party (lead->next_owner != NULL ? lead->next_owner : lead->owner);
  g_autofree char *name = stage != NULL ? ante_text_isolate (stage->name) : NULL;

  if (name != NULL)
    g_string_append_printf (foot, "%s · ", name);
  if (lead->touch_n > 0) {
    g_autofree char *touch = describe_touch (lead->touch_n);

    g_string_append_printf (foot, "%s · ", touch);
  }
  g_string_append (foot, leader);
  return g_string_free (foot, FALSE);
}

/* --- the widget ----------------------------------------------------------------------------- */

static GtkWidget *
build_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
build_pair (GtkWidget *wide, GtkWidget *narrow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_hexpand (wide, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (narrow), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), wide);
  gtk_box_append (GTK_BOX (box), narrow);
  return box;
}

static GtkWidget *
build_window (AnteLead *lead, gboolean human_agent, gint64 now)
{
  AnteWindow window = ante_window_at (lead, human_agent, now);
  g_autofree char *words = ante_words_window_short (&window, now);
  GtkWidget *label = build_label (words, "caption");

  ante_window_mark (label, &window, now);
  return label;
}

GtkWidget *
ante_today_line_new (
  AnteTodayGroup group, const AnteTodayRow *row, AnteStage *stage, gboolean human_agent, gint64 now)
{
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (row->lead));
  g_autofree char *time = describe_time (group, row, now);
  g_autofree char *why = describe_why (group, row);
  g_autofree char *foot = describe_foot (row, stage);
  g_autofree char *tip = explain (group, row, now);
  g_autofree char *words = g_strdup_printf ("%s, %s, %s, %s", name, time, why, foot);
  GtkWidget *when = build_label (time, "caption");
  GtkWidget *dim = build_label (foot, "caption");

  if (groups[group].style != NULL && group <= ANTE_TODAY_OVERDUE)
    gtk_widget_add_css_class (when, groups[group].style);
  else
    gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (dim, "dim-label");
  gtk_box_append (GTK_BOX (box), build_pair (build_label (name, "heading"), when));
  gtk_box_append (GTK_BOX (box), build_label (why, NULL));
  gtk_box_append (GTK_BOX (box), build_pair (dim, build_window (row->lead, human_agent, now)));
  gtk_widget_add_css_class (line, "today-line");
  gtk_widget_set_tooltip_text (line, tip);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (line), LEAD_DATA, g_object_ref (row->lead), g_object_unref);
  g_object_set_data (G_OBJECT (line), GROUP_DATA, GINT_TO_POINTER (group));
  return line;
}

AnteLead *
ante_today_line_get_lead (GtkWidget *line)
{
  return g_object_get_data (G_OBJECT (line), LEAD_DATA);
}

AnteTodayGroup
ante_today_line_get_group (GtkWidget *line)
{
  return (AnteTodayGroup) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (line), GROUP_DATA));
}
