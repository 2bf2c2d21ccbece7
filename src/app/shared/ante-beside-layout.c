#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-beside-layout.h"

#define SPACING 18

struct _AnteBesideLayout {
  GtkLayoutManager parent_instance;

  int beside;
  int enough;
};

G_DEFINE_FINAL_TYPE (AnteBesideLayout, ante_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ante_beside_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
has_room (AnteBesideLayout *self, int width)
{
  return width >= self->enough + SPACING + self->beside;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
measure_width (AnteBesideLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int least = 0;
  int wanted = 0;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &wanted, NULL, NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = MAX (wanted, self->enough) + SPACING + self->beside;
}

static void
ante_beside_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  AnteBesideLayout *self = ANTE_BESIDE_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, widget, minimum, natural);
    return;
  }
  if (has_room (self, for_size))
    *minimum = MAX (measure_height (first, for_size - SPACING - self->beside),
                    measure_height (second, self->beside));
  else
    *minimum = measure_height (first, for_size) + SPACING + measure_height (second, for_size);
  *natural = *minimum;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
ante_beside_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  AnteBesideLayout *self = ANTE_BESIDE_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rest = width - SPACING - self->beside;
  int above = 0;

  if (has_room (self, width)) {
    place (first, mirrored ? self->beside + SPACING : 0, 0, rest, height);
    place (second, mirrored ? 0 : rest + SPACING, 0, self->beside, height);
    return;
  }
  above = measure_height (first, width);
  place (first, 0, 0, width, above);
  place (second, 0, above + SPACING, width,
         MAX (height - above - SPACING, measure_height (second, width)));
}

static void
ante_beside_layout_class_init (AnteBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ante_beside_layout_get_request_mode;
  manager_class->measure = ante_beside_layout_measure;
  manager_class->allocate = ante_beside_layout_allocate;
}

static void
ante_beside_layout_init (AnteBesideLayout *self)
{
}

GtkLayoutManager *
ante_beside_layout_new (int beside, int enough)
{
  AnteBesideLayout *self = g_object_new (ANTE_TYPE_BESIDE_LAYOUT, NULL);

  self->beside = beside;
  self->enough = enough;
  return GTK_LAYOUT_MANAGER (self);
}
