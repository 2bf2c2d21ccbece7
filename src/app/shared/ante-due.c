#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-due.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-window.h"

#define NONE -1
#define KEEP -2

static const struct {
  const char *label;
  int days;
} choices[] = {
  { NULL, KEEP },
  { N_ ("No date"), NONE },
  { N_ ("Today"), 0 },
  { N_ ("Tomorrow"), 1 },
  { N_ ("In 3 days"), 3 },
  { N_ ("In a week"), 7 },
  { N_ ("In 2 weeks"), 14 },
  { N_ ("In a month"), 30 },
};

struct _AnteDue {
  AdwBin parent_instance;

  GtkDropDown *list;
  int days[G_N_ELEMENTS (choices)]; /* of what the list shows */
  guint n;
  gint64 keep;
};

G_DEFINE_FINAL_TYPE (AnteDue, ante_due, ADW_TYPE_BIN)

/* Ten in the morning of the day, when a person begins to look; soon, if that is today. */
static gint64
due_in (gint64 now, int days)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / 1000);
  g_autoptr (GDateTime) day = g_date_time_add_days (today, days);
  g_autoptr (GDateTime) morning = NULL;

  if (days == 0) {
    g_autoptr (GDateTime) last =
      g_date_time_new_local (g_date_time_get_year (today), g_date_time_get_month (today),
                             g_date_time_get_day_of_month (today), 23, 59, 0);

    gint64 midnight = g_date_time_to_unix (last) * 1000;

    return now < midnight ? MIN (now + 2 * ANTE_HOUR_MS, midnight) : now + 2 * ANTE_HOUR_MS;
  }
  morning = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                   g_date_time_get_day_of_month (day), 10, 0, 0);
  return g_date_time_to_unix (morning) * 1000;
}

static void
ante_due_class_init (AnteDueClass *klass)
{
}

static void
ante_due_init (AnteDue *self)
{
}

GtkWidget *
ante_due_new (gint64 keep, gboolean is_needed)
{
  AnteDue *self = g_object_new (ANTE_TYPE_DUE, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->keep = keep;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    if ((choices[i].days == KEEP && keep == 0) || (choices[i].days == NONE && is_needed))
      continue;
    if (choices[i].days == KEEP) {
      g_autofree char *date = ante_words_exact (keep);
      g_autofree char *label = g_strdup_printf (_ ("Keep: %s"), date);

      gtk_string_list_append (labels, label);
    } else {
      gtk_string_list_append (labels, _ (choices[i].label));
    }
    self->days[self->n++] = choices[i].days;
  }

  self->list = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("When"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}

void
ante_due_choose (AnteDue *self, int days)
{
  for (guint i = 0; i < self->n; i++) {
    if (self->days[i] == days)
      gtk_drop_down_set_selected (self->list, i);
  }
}

int
ante_due_get_days (AnteDue *self)
{
  return self->days[gtk_drop_down_get_selected (self->list)];
}

gint64
ante_due_get (AnteDue *self, gint64 now)
{
  int days = ante_due_get_days (self);

  return days == KEEP ? self->keep : days == NONE ? 0 : due_in (now, days);
}
