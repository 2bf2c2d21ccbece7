#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-sight.h"

/* So long it takes to be seen, ms. */
#define MOMENT_MS 100

struct _AnteMediaSight {
  GObject parent_instance;

  GtkWidget *widget;   /* weak */
  GtkWidget *scroller; /* weak, nullable */
  GtkAdjustment *place;
  guint look;
  gboolean in_sight;
  gboolean known;
};

enum {
  PROP_0,
  PROP_IN_SIGHT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AnteMediaSight, ante_media_sight, G_TYPE_OBJECT)

static void
set_in_sight (AnteMediaSight *self, gboolean in_sight)
{
  if (self->known && self->in_sight == in_sight)
    return;
  self->known = TRUE;
  self->in_sight = in_sight;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IN_SIGHT]);
}

static gboolean
is_visible (AnteMediaSight *self)
{
  graphene_rect_t bounds;

  if (self->widget == NULL || !gtk_widget_get_mapped (self->widget) ||
      gtk_widget_get_height (self->widget) == 0)
    return FALSE;
  if (self->scroller == NULL)
    return TRUE;
  return gtk_widget_compute_bounds (self->widget, self->scroller, &bounds) &&
         bounds.origin.y < (float) gtk_widget_get_height (self->scroller) &&
         bounds.origin.y + bounds.size.height > 0;
}

static gboolean
look_cb (gpointer data)
{
  AnteMediaSight *self = data;

  self->look = 0;
  set_in_sight (self, is_visible (self));
  return G_SOURCE_REMOVE;
}

/* Not at once: the list may be in the middle of being laid out, or flying past. */
static void
look (AnteMediaSight *self)
{
  if (self->look == 0)
    self->look = g_timeout_add (MOMENT_MS, look_cb, self);
}

static void
set_place (AnteMediaSight *self, GtkAdjustment *place)
{
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_set_object (&self->place, place);
  if (place == NULL)
    return;
  g_signal_connect_swapped (place, "value-changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (place, "changed", G_CALLBACK (look), self);
}

static void
map_cb (AnteMediaSight *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->widget, GTK_TYPE_SCROLLED_WINDOW);

  g_set_weak_pointer (&self->scroller, scroller);
  set_place (self, scroller != NULL
                     ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                     : NULL);
  look (self);
}

static void
unmap_cb (AnteMediaSight *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  set_place (self, NULL);
  set_in_sight (self, FALSE);
}

static void
ante_media_sight_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IN_SIGHT)
    g_value_set_boolean (value, ANTE_MEDIA_SIGHT (object)->in_sight);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ante_media_sight_dispose (GObject *object)
{
  AnteMediaSight *self = ANTE_MEDIA_SIGHT (object);

  g_clear_handle_id (&self->look, g_source_remove);
  set_place (self, NULL);
  g_clear_weak_pointer (&self->scroller);
  g_clear_weak_pointer (&self->widget);
  G_OBJECT_CLASS (ante_media_sight_parent_class)->dispose (object);
}

static void
ante_media_sight_class_init (AnteMediaSightClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ante_media_sight_get_property;
  object_class->dispose = ante_media_sight_dispose;
  props[PROP_IN_SIGHT] =
    g_param_spec_boolean ("in-sight", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ante_media_sight_init (AnteMediaSight *self)
{
}

AnteMediaSight *
ante_media_sight_new (GtkWidget *widget)
{
  AnteMediaSight *self = g_object_new (ANTE_TYPE_MEDIA_SIGHT, NULL);

  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (widget))
    map_cb (self);
  return self;
}

gboolean
ante_media_sight_get (AnteMediaSight *self)
{
  return self->in_sight;
}
