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

/* (nullable): what stands at the end of the first line. */
static GtkWidget *
find_end (GtkWidget *widget)
{
  GtkWidget *last = gtk_widget_get_last_child (widget);

  return last != NULL && gtk_widget_should_layout (last) &&
             gtk_widget_get_halign (last) == GTK_ALIGN_END
           ? last
           : NULL;
}

/* What is typed into gives of its width before another line begins. */
static int
spare_of (GtkWidget *child, int line)
{
  int minimum = 0;

  if (!GTK_IS_EDITABLE (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return width_of (child, line) - minimum;
}

/* Fills one line from @child to before @end; @over: so much of it is to be given. Returns:
 * (nullable): the first child of the next. */
static GtkWidget *
measure_line (GtkWidget *child, GtkWidget *end, int line, int *height, int *over)
{
  int x = 0;
  int spare = 0;

  *height = 0;
  *over = 0;
  for (; child != end; child = gtk_widget_get_next_sibling (child)) {
    int width = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    width = width_of (child, line);
    spare += spare_of (child, line);
    if (x > 0 && x + width - spare > line)
      return child;
    *height = MAX (*height, height_of (child, width));
    *over = MAX (x + width - line, 0);
    x += width + GAP;
  }
  return end;
}

static int
measure_height (GtkWidget *widget, int width)
{
  GtkWidget *end = find_end (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int taken = end != NULL ? width_of (end, width) + GAP : 0;
  int least = end != NULL ? height_of (end, taken - GAP) : 0;
  int height = 0;

  do {
    int line = 0;
    int over = 0;

    child = measure_line (child, end, width - taken, &line, &over);
    height += MAX (line, least) + (child != end ? GAP : 0);
    taken = 0;
    least = 0;
  } while (child != end);
  return height;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *end = find_end (widget);
  int end_width = 0;

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
    *natural += child_natural + (*natural > 0 ? GAP : 0);
    if (child == end)
      end_width = child_natural + GAP;
    else
      *minimum = MAX (*minimum, child_minimum);
  }
  *minimum += end_width;
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

/* @x: where it stands in its line, from the side where reading begins. */
static void
place (
  GtkWidget *widget, GtkWidget *child, int x, int y, int line_height, int child_width, int width)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { x, y, child_width, 0 };

  at.height = height_of (child, at.width);
  at.y += (line_height - at.height) / 2;
  if (mirrored)
    at.x = width - at.x - at.width;
  gtk_widget_size_allocate (child, &at, -1);
}

static void
ante_wrap_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *end = find_end (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int taken = end != NULL ? width_of (end, width) + GAP : 0;
  int least = end != NULL ? height_of (end, taken - GAP) : 0;
  int y = 0;

  do {
    int line_height = 0;
    int over = 0;
    GtkWidget *next = measure_line (child, end, width - taken, &line_height, &over);

    line_height = MAX (line_height, least);
    for (int x = 0; child != next; child = gtk_widget_get_next_sibling (child)) {
      int given = 0;
      int of_child = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      given = MIN (over, spare_of (child, width - taken));
      of_child = width_of (child, width - taken) - given;
      over -= given;
      place (widget, child, x, y, line_height, of_child, width);
      x += of_child + GAP;
    }
    if (y == 0 && end != NULL)
      place (widget, end, width - taken + GAP, 0, line_height, width_of (end, width), width);
    y += line_height + GAP;
    taken = 0;
    least = 0;
  } while (child != end);
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
