#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-toast-area.h"

#include "app/shared/ante-words.h"

#define TOAST_MS 6000

struct _AnteToastArea {
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkRevealer *revealer;
  GtkWidget *line;
  GtkLabel *title;
  GtkButton *button;
  GtkEventControllerMotion *hover;
  GtkEventControllerFocus *focus;

  gpointer about;
  GDestroyNotify destroy;
  gboolean offers; /* what the button does */
  guint timeout;
};

enum {
  PROP_0,
  PROP_CHILD,
  PROP_TELLING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AnteToastArea, ante_toast_area, GTK_TYPE_WIDGET)

static void
forget_about (AnteToastArea *self)
{
  gpointer about = g_steal_pointer (&self->about);

  if (about != NULL && self->destroy != NULL)
    self->destroy (about);
}

static void
reveal (AnteToastArea *self, gboolean telling)
{
  if (gtk_revealer_get_reveal_child (self->revealer) == telling)
    return;
  gtk_revealer_set_reveal_child (self->revealer, telling);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TELLING]);
}

static void
close_cb (AnteToastArea *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  reveal (self, FALSE);
  forget_about (self);
}

static void
timeout_cb (gpointer data)
{
  AnteToastArea *self = data;

  self->timeout = 0;
  close_cb (self);
}

/* What the button did may have said something already: that stands. */
static void
taken_cb (AnteToastArea *self)
{
  if (self->offers)
    close_cb (self);
}

/* Who reads it, or is about to click, has all the time they want. */
static void
count_anew (AnteToastArea *self)
{
  gboolean is_held = gtk_event_controller_motion_contains_pointer (self->hover) ||
                     gtk_event_controller_focus_contains_focus (self->focus);

  if (self->overlay == NULL)
    return; /* it is being taken apart */
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!is_held && gtk_revealer_get_reveal_child (self->revealer))
    self->timeout = g_timeout_add_once (TOAST_MS, timeout_cb, self);
}

void
ante_toast_area_show (AnteToastArea *self, const char *text, gpointer about, GDestroyNotify destroy)
{
  g_autofree char *words = ante_words_in_order (text);

  forget_about (self);
  self->about = about;
  self->destroy = destroy;
  self->offers = FALSE;
  gtk_label_set_text (self->title, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  reveal (self, TRUE);
  count_anew (self);
}

void
ante_toast_area_offer (AnteToastArea *self, const char *label, const char *action, GVariant *target)
{
  self->offers = TRUE;
  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
}

const char *
ante_toast_area_get_text (AnteToastArea *self)
{
  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->title) : NULL;
}

gboolean
ante_toast_area_has_focus (AnteToastArea *self)
{
  return gtk_event_controller_focus_contains_focus (self->focus);
}

gpointer
ante_toast_area_get_about (AnteToastArea *self)
{
  return self->about;
}

gpointer
ante_toast_area_steal_about (AnteToastArea *self)
{
  return g_steal_pointer (&self->about);
}

static void
ante_toast_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnteToastArea *self = ANTE_TOAST_AREA (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, gtk_overlay_get_child (GTK_OVERLAY (self->overlay)));
  else if (id == PROP_TELLING)
    g_value_set_boolean (value, gtk_revealer_get_reveal_child (self->revealer));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_toast_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnteToastArea *self = ANTE_TOAST_AREA (object);

  if (id == PROP_CHILD)
    gtk_overlay_set_child (GTK_OVERLAY (self->overlay), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_toast_area_dispose (GObject *object)
{
  AnteToastArea *self = ANTE_TOAST_AREA (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  forget_about (self);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (ante_toast_area_parent_class)->dispose (object);
}

static void
ante_toast_area_class_init (AnteToastAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ante_toast_area_dispose;
  object_class->get_property = ante_toast_area_get_property;
  object_class->set_property = ante_toast_area_set_property;
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_TELLING] =
    g_param_spec_boolean ("telling", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/shared/ante-toast-area.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, overlay);
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, revealer);
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, line);
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, title);
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, button);
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, hover);
  gtk_widget_class_bind_template_child (widget_class, AnteToastArea, focus);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_anew);
}

static void
ante_toast_area_init (AnteToastArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_toast_area_new (GtkWidget *child)
{
  return g_object_new (ANTE_TYPE_TOAST_AREA, "child", child, NULL);
}
