#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-thread-beside.h"

struct _AnteThreadBeside {
  AdwBin parent_instance;

  AnteThreadView *thread;
};

enum {
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteThreadBeside, ante_thread_beside, ADW_TYPE_BIN)

static void
close_cb (AnteThreadBeside *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

AnteThreadView *
ante_thread_beside_get_thread (AnteThreadBeside *self)
{
  return self->thread;
}

static void
ante_thread_beside_class_init (AnteThreadBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ANTE_TYPE_THREAD_VIEW);
  signals[CLOSED] = g_signal_new ("closed", ANTE_TYPE_THREAD_BESIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-thread-beside.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteThreadBeside, thread);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
ante_thread_beside_init (AnteThreadBeside *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_thread_beside_new (void)
{
  return g_object_new (ANTE_TYPE_THREAD_BESIDE, NULL);
}
