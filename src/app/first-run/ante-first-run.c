#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/first-run/ante-first-run.h"

struct _AnteFirstRun {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AnteFirstRun, ante_first_run, ADW_TYPE_BIN)

static void
ante_first_run_class_init (AnteFirstRunClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               ANTE_APP_PATH "/ui/first-run/ante-first-run.ui");
}

static void
ante_first_run_init (AnteFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_first_run_new (void)
{
  return g_object_new (ANTE_TYPE_FIRST_RUN, NULL);
}
