#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-column-head.h"

#include <glib/gi18n.h>

#include "rules/ante-window.h"

struct _AnteColumnHead {
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *count;
  GtkLabel *oldest;
  GtkWidget *manual;

  AnteStage *stage;
  guint n_shown;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (AnteColumnHead, ante_column_head, ADW_TYPE_BIN)

/* "3 of 12" when a filter hides some. */
static void
show_count (AnteColumnHead *self)
{
  guint shown = self->n_shown;
  g_autofree char *words = NULL;

  if (shown == G_MAXUINT || shown >= self->stage->n_leads)
    words = g_strdup_printf ("%u", shown == G_MAXUINT ? self->stage->n_leads : shown);
  else
    words = g_strdup_printf (_ ("%u of %u"), shown, self->stage->n_leads);
  gtk_label_set_text (self->count, words);
}

/* Days that the one who has waited here for longest has been in the stage; -1: nobody waits. */
static int
count_days (AnteColumnHead *self)
{
  if (self->stage->oldest_since == 0 || self->now == 0)
    return -1;
  return (int) MAX ((self->now - self->stage->oldest_since) / ANTE_DAY_MS, 0);
}

static void
show_oldest (AnteColumnHead *self)
{
  int days = count_days (self);
  g_autofree char *words = days < 0    ? g_strdup ("")
                           : days == 0 ? g_strdup (_ ("oldest today"))
                                       : g_strdup_printf (_ ("oldest %d d"), days);

  gtk_label_set_text (self->oldest, words);
}

char *
ante_column_head_describe (AnteColumnHead *self)
{
  int days = count_days (self);

  if (days < 0)
    return g_strdup (self->stage->name);
  if (days == 0)
    return g_strdup_printf (_ ("%s, oldest card from today"), self->stage->name);
  return g_strdup_printf (g_dngettext (NULL, "%s, oldest card here for %d day",
                                       "%s, oldest card here for %d days", (gulong) days),
                          self->stage->name, days);
}

void
ante_column_head_set_stage (AnteColumnHead *self, AnteStage *stage)
{
  g_set_object (&self->stage, stage);
  gtk_label_set_text (self->name, stage->name);
  gtk_widget_set_visible (self->manual, stage->manual_order);
  show_count (self);
  show_oldest (self);
}

void
ante_column_head_set_shown (AnteColumnHead *self, guint n_shown)
{
  self->n_shown = n_shown;
  if (self->stage != NULL)
    show_count (self);
}

void
ante_column_head_set_now (AnteColumnHead *self, gint64 now)
{
  self->now = now;
  if (self->stage != NULL)
    show_oldest (self);
}

static void
ante_column_head_dispose (GObject *object)
{
  g_clear_object (&ANTE_COLUMN_HEAD (object)->stage);
  G_OBJECT_CLASS (ante_column_head_parent_class)->dispose (object);
}

static void
ante_column_head_class_init (AnteColumnHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_column_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, name);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, count);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, oldest);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, manual);
}

static void
ante_column_head_init (AnteColumnHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_shown = G_MAXUINT;
}

GtkWidget *
ante_column_head_new (void)
{
  return g_object_new (ANTE_TYPE_COLUMN_HEAD, NULL);
}
