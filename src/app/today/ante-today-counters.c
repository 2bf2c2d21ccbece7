#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/today/ante-today-counters.h"

#include <glib/gi18n.h>

#include "app/shared/ante-wrap-layout.h"
#include "app/today/ante-today-line.h"

struct _AnteTodayCounters {
  AdwBin parent_instance;

  GtkBox *box;
  GtkToggleButton *buttons[ANTE_TODAY_N_GROUPS];
  GtkWidget *waiting;
  int only;
  gboolean changing;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteTodayCounters, ante_today_counters, ADW_TYPE_BIN)

/* Those that a day is never without are shown at nought too: it is what one works for. */
static gboolean
is_always_shown (AnteTodayGroup group)
{
  return group == ANTE_TODAY_OVERDUE || group == ANTE_TODAY_OWES || group == ANTE_TODAY_NO_OWNER ||
         group == ANTE_TODAY_NO_STEP || group == ANTE_TODAY_NO_SOURCE;
}

static void
choose (AnteTodayCounters *self, int only)
{
  if (self->changing)
    return;
  self->changing = TRUE;
  self->only = only;
  for (int i = 0; i < ANTE_TODAY_N_GROUPS; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == only);
  self->changing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (AnteTodayCounters *self, GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  for (int i = 0; i < ANTE_TODAY_N_GROUPS; i++) {
    if (self->buttons[i] == button)
      choose (self, active ? i : -1);
  }
}

static void
set_count (GtkWidget *button, const char *title, guint count, const char *style)
{
  g_autofree char *words = g_strdup_printf ("%s  %u", title, count);
  g_autofree char *name = g_strdup_printf ("%s: %u", title, count);

  gtk_button_set_label (GTK_BUTTON (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (style == NULL)
    return;
  if (count > 0)
    gtk_widget_add_css_class (button, style);
  else
    gtk_widget_remove_css_class (button, style);
}

void
ante_today_counters_show (AnteTodayCounters *self, const AnteToday *today)
{
  for (guint i = 0; i < ANTE_TODAY_N_GROUPS; i++) {
    AnteTodayGroup group = (AnteTodayGroup) i;

    set_count (GTK_WIDGET (self->buttons[i]), ante_today_words_group (group), today->counts[i],
               ante_today_words_style (group));
    gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), today->counts[i] > 0 ||
                                                             self->only == (int) i ||
                                                             is_always_shown (group));
  }
  set_count (self->waiting, _ ("Waiting for Review"), today->waiting, NULL);
}

int
ante_today_counters_get_only (AnteTodayCounters *self)
{
  return self->only;
}

void
ante_today_counters_show_all (AnteTodayCounters *self)
{
  choose (self, -1);
}

static void
add (AnteTodayCounters *self, GtkWidget *button)
{
  gtk_widget_add_css_class (button, "today-counter");
  gtk_box_append (self->box, button);
}

static void
ante_today_counters_class_init (AnteTodayCountersClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_TODAY_COUNTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_today_counters_init (AnteTodayCounters *self)
{
  self->only = -1;
  self->box = g_object_new (GTK_TYPE_BOX, "layout-manager", ante_wrap_layout_new (), NULL);
  for (guint i = 0; i < ANTE_TODAY_N_GROUPS; i++) {
    GtkWidget *button = gtk_toggle_button_new ();

    self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
    add (self, button);
  }
  self->waiting = gtk_button_new ();
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->waiting),
                                           "win.show-place::approvals");
  add (self, self->waiting);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
