#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-send-later.h"

#include <glib/gi18n.h>

#include "app/shared/ante-time-dialog.h"
#include "app/shared/ante-words.h"
#include "rules/ante-when.h"

struct _AnteSendLater {
  AdwBin parent_instance;

  GtkMenuButton *button;
  AnteWorkspace *workspace;
};

enum {
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteSendLater, ante_send_later, ADW_TYPE_BIN)

static void
typed_cb (gint64 at, gpointer data)
{
  g_signal_emit (data, signals[PICKED], 0, at);
}

static void
pick_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteSendLater *self = ANTE_SEND_LATER (widget);
  AnteTimeQuestion question = {
    _ ("Send Later"),
    _ ("It waits in the thread until then, where it can be taken back. If they write first, it "
       "does not leave by itself."),
    _ ("When"),
    _ ("_Send Then"),
  };

  if (self->workspace != NULL)
    ante_time_dialog_ask (widget, self->workspace, &question, typed_cb, g_object_ref (self),
                          g_object_unref);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteSendLater *self = ANTE_SEND_LATER (widget);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  AnteWhen when = ANTE_WHEN_TOMORROW;
  gint64 at = 0;

  if (self->workspace == NULL ||
      !ante_when_from_nick (g_variant_get_string (parameter, NULL), &when))
    return;
  at = ante_when_choose (when, ante_workspace_now (self->workspace), zone);
  if (at > 0)
    g_signal_emit (self, signals[PICKED], 0, at);
}

/* The reply window is open for days at most: only what is near is offered. */
static void
add_choices (AnteSendLater *self, GMenu *menu)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = ante_workspace_now (self->workspace);

  for (int i = ANTE_WHEN_LATER_TODAY; i <= ANTE_WHEN_MONDAY; i++) {
    gint64 at = ante_when_choose ((AnteWhen) i, now, zone);
    g_autofree char *clock = ante_words_clock (at);
    /* Translators: Monday, and when that is: 09:00. */
    g_autofree char *label = g_strdup_printf (_ ("%s (%s)"), ante_words_when ((AnteWhen) i), clock);
    g_autofree char *action =
      g_strdup_printf ("later.choose::%s", ante_when_to_nick ((AnteWhen) i));

    if (at > 0)
      g_menu_append (menu, label, action);
  }
}

static void
make_menu (GtkMenuButton *button, gpointer data)
{
  AnteSendLater *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  if (self->workspace != NULL)
    add_choices (self, choices);
  g_menu_append (last, _ ("Pick a Time…"), "later.pick");
  g_menu_append_section (menu, _ ("Send Later"), G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
ante_send_later_set_workspace (AnteSendLater *self, AnteWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

void
ante_send_later_open (AnteSendLater *self)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (self)))
    gtk_menu_button_popup (self->button);
}

static void
ante_send_later_dispose (GObject *object)
{
  g_clear_object (&ANTE_SEND_LATER (object)->workspace);
  G_OBJECT_CLASS (ante_send_later_parent_class)->dispose (object);
}

static void
ante_send_later_class_init (AnteSendLaterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_send_later_dispose;
  signals[PICKED] = g_signal_new ("picked", ANTE_TYPE_SEND_LATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "later.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "later.pick", NULL, pick_action);
}

static void
ante_send_later_init (AnteSendLater *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "alarm-symbolic");
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (self->button, make_menu, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Send Later (Ctrl+Shift+Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Send Later"), -1);
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
}
