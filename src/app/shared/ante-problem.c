#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-problem.h"

#include <glib/gi18n.h>

struct _AnteProblem {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *body;
};

G_DEFINE_FINAL_TYPE (AnteProblem, ante_problem, ADW_TYPE_BIN)

void
ante_problem_show (AnteProblem *self, const AnteAdvice *advice)
{
  gtk_label_set_label (self->title, _ (advice->title));
  gtk_label_set_label (self->body, _ (advice->body));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
ante_problem_hide (AnteProblem *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ante_problem_class_init (AnteProblemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/shared/ante-problem.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteProblem, title);
  gtk_widget_class_bind_template_child (widget_class, AnteProblem, body);
}

static void
ante_problem_init (AnteProblem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
