#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-wrap-layout.h"

#define GAP 6

struct _AnteWrapLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AnteWrapLayout, ante_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ante_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As wide as it likes to be, but no wider than a line. */
static int
width_of (GtkWidget *child, int line)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, line));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Fills one line from @child on. Returns: (nullable): the first child of the next. */
static GtkWidget *
measure_line (GtkWidget *child, int line, int *height)
{
  int x = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int width = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    width = width_of (child, line);
    if (x > 0 && x + width > line)
      return child;
    *height = MAX (*height, height_of (child, width));
    x += width + GAP;
  }
  return NULL;
}

static int
measure_height (GtkWidget *widget, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  while (child != NULL) {
    int line = 0;

    child = measure_line (child, width, &line);
    height += line + (child != NULL ? GAP : 0);
  }
  return height;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum = 0;
    int child_natural = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                        NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural > 0 ? GAP : 0);
  }
}

static void
ante_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int least = 0;
  int liked = 0;

  measure_width (widget, &least, &liked);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = liked;
    return;
  }
  *natural = measure_height (widget, for_size >= 0 ? MAX (for_size, least) : liked);
  *minimum = *natural;
}

static void
ante_wrap_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL) {
    int line = 0;
    GtkWidget *next = measure_line (child, width, &line);

    for (int x = 0; child != next; child = gtk_widget_get_next_sibling (child)) {
      GtkAllocation place = { x, y, 0, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = width_of (child, width);
      place.height = height_of (child, place.width);
      place.y += (line - place.height) / 2;
      x += place.width + GAP;
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
    y += line + GAP;
  }
}

static void
ante_wrap_layout_class_init (AnteWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ante_wrap_layout_get_request_mode;
  manager_class->measure = ante_wrap_layout_measure;
  manager_class->allocate = ante_wrap_layout_allocate;
}

static void
ante_wrap_layout_init (AnteWrapLayout *self)
{
}

GtkLayoutManager *
ante_wrap_layout_new (void)
{
  return g_object_new (ANTE_TYPE_WRAP_LAYOUT, NULL);
}
