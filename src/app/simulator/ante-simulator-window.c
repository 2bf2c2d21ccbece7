#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/simulator/ante-simulator-window.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"

struct _AnteSimulatorWindow {
  AdwWindow parent_instance;

  GtkEditable *handle;
  GtkEditable *text;
  GtkDropDown *kind;
  GtkDropDown *trouble;
  GtkLabel *status;

  AnteSimulator *simulator;
  const char *command; /* the last one that was given */
};

/* What can be played: the control command, and the kind of message where it is one. */
static const struct {
  const char *command;
  const char *kind;
} kinds[] = {
  { "message", "text" },  { "message", "story_reply" }, { "comment", NULL },
  { "message", "image" }, { "message", "voice" },       { "message", "share" },
  { "elsewhere", NULL },
};

static const char *const troubles[] = { "",     "drop-before", "slow",
                                        "e429", "e190",        "drop-after@sends" };

enum {
  PLAYED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteSimulatorWindow, ante_simulator_window, ADW_TYPE_WINDOW)

/* What was done, where one would look for it in vain or cannot see it. */
static char *
describe (AnteSimulatorWindow *self, GVariant *answer)
{
  const char *now = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *clock = NULL;

  if (g_variant_lookup (answer, "now", "&s", &now))
    time = g_date_time_new_from_iso8601 (now, NULL);
  if (time != NULL) {
    clock = ante_words_exact (g_date_time_to_unix (time) * 1000);
    return g_strdup_printf (_ ("Done: it is %s there"), clock);
  }
  if (g_strcmp0 (self->command, "comment") == 0)
    return g_strdup (_ ("Done. A comment is no message: whoever writes one becomes a lead with their "
                        "first message"));
  return g_strdup (_ ("Done"));
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteSimulatorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    ante_simulator_call_finish (ANTE_SIMULATOR (source), result, &error);
  g_autofree char *words = NULL;

  if (self->simulator == NULL)
    return; /* closed meanwhile */
  if (answer == NULL) {
    gtk_label_set_text (self->status, _ ("The sandbox did not take it. Is it still open?"));
    return;
  }
  words = describe (self, answer);
  gtk_label_set_text (self->status, words);
  g_signal_emit (self, signals[PLAYED], 0);
}

static void
call (AnteSimulatorWindow *self, const char *command, GVariantBuilder *arguments)
{
  gtk_label_set_text (self->status, "");
  self->command = command;
  ante_simulator_call_async (self->simulator, command, g_variant_builder_end (arguments), NULL,
                             called_cb, g_object_ref (self));
}

static void
play_cb (AnteSimulatorWindow *self)
{
  guint i = gtk_drop_down_get_selected (self->kind);
  gboolean ours = g_str_equal (kinds[i].command, "elsewhere");
  g_autofree char *handle = g_strstrip (g_strdup (gtk_editable_get_text (self->handle)));
  GVariantBuilder arguments = { 0 };

  if (*handle == '\0') {
    gtk_label_set_text (self->status, _ ("Say as whom: a handle"));
    gtk_widget_grab_focus (GTK_WIDGET (self->handle));
    return;
  }
  g_variant_builder_init (&arguments, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&arguments, "{sv}", ours ? "to" : "from",
                         g_variant_new_string (*handle == '@' ? handle + 1 : handle));
  g_variant_builder_add (&arguments, "{sv}", "text",
                         g_variant_new_string (gtk_editable_get_text (self->text)));
  if (kinds[i].kind != NULL)
    g_variant_builder_add (&arguments, "{sv}", "kind", g_variant_new_string (kinds[i].kind));
  call (self, kinds[i].command, &arguments);
  gtk_editable_set_text (self->text, "");
}

static void
advance (AnteSimulatorWindow *self, gint64 seconds)
{
  GVariantBuilder arguments = { 0 };

  g_variant_builder_init (&arguments, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&arguments, "{sv}", "advance_seconds", g_variant_new_int64 (seconds));
  call (self, "clock", &arguments);
}

static void
hour_cb (AnteSimulatorWindow *self)
{
  advance (self, 3600);
}

static void
day_cb (AnteSimulatorWindow *self)
{
  advance (self, 24 * 3600);
}

static void
days_cb (AnteSimulatorWindow *self)
{
  advance (self, 3 * 24 * 3600);
}

static void
trouble_cb (AnteSimulatorWindow *self)
{
  GVariantBuilder arguments = { 0 };

  if (self->simulator == NULL)
    return;
  g_variant_builder_init (&arguments, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (
    &arguments, "{sv}", "spec",
    g_variant_new_string (troubles[gtk_drop_down_get_selected (self->trouble)]));
  call (self, "faults", &arguments);
}

static void
ante_simulator_window_dispose (GObject *object)
{
  g_clear_object (&ANTE_SIMULATOR_WINDOW (object)->simulator);
  G_OBJECT_CLASS (ante_simulator_window_parent_class)->dispose (object);
}

static void
ante_simulator_window_class_init (AnteSimulatorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_simulator_window_dispose;
  signals[PLAYED] = g_signal_new ("played", ANTE_TYPE_SIMULATOR_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH
                                               "/ui/simulator/ante-simulator-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteSimulatorWindow, handle);
  gtk_widget_class_bind_template_child (widget_class, AnteSimulatorWindow, text);
  gtk_widget_class_bind_template_child (widget_class, AnteSimulatorWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, AnteSimulatorWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, AnteSimulatorWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, hour_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_simulator_window_init (AnteSimulatorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_simulator_window_new (GtkWindow *parent, AnteSimulator *simulator)
{
  AnteSimulatorWindow *self =
    g_object_new (ANTE_TYPE_SIMULATOR_WINDOW, "transient-for", parent, "application",
                  gtk_window_get_application (parent), NULL);

  self->simulator = g_object_ref (simulator);
  return GTK_WIDGET (self);
}
