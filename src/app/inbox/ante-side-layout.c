#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-side-layout.h"

#define GAP 2

struct _AnteSideLayout {
  GtkLayoutManager parent_instance;

  GtkAlign side;
};

G_DEFINE_FINAL_TYPE (AnteSideLayout, ante_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ante_side_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* @width: that of the line; -1: as wide as each likes. */
static void
find_size (GtkWidget *child, int width, int *child_width, int *child_height)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, child_width, NULL, NULL);
  if (width >= 0)
    *child_width = MAX (least, MIN (*child_width, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL,
                      NULL);
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int wanted = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wanted);
  }
}

static void
measure_height (GtkWidget *widget, int width, int *height)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_width = 0;
    int child_height = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    find_size (child, width, &child_width, &child_height);
    *height += child_height + (*height > 0 ? GAP : 0);
  }
}

static void
ante_side_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (widget, minimum, natural);
  } else {
    measure_height (widget, for_size, natural);
    *minimum = *natural;
  }
}

static void
ante_side_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean at_right = (ANTE_SIDE_LAYOUT (manager)->side == GTK_ALIGN_END) !=
                      (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_width = 0;
    int child_height = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    find_size (child, width, &child_width, &child_height);
    gtk_widget_size_allocate (
      child, &(GtkAllocation){ at_right ? width - child_width : 0, y, child_width, child_height },
      -1);
    y += child_height + GAP;
  }
}

static void
ante_side_layout_class_init (AnteSideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ante_side_layout_get_request_mode;
  manager_class->measure = ante_side_layout_measure;
  manager_class->allocate = ante_side_layout_allocate;
}

static void
ante_side_layout_init (AnteSideLayout *self)
{
}

GtkLayoutManager *
ante_side_layout_new (GtkAlign side)
{
  AnteSideLayout *self = g_object_new (ANTE_TYPE_SIDE_LAYOUT, NULL);

  self->side = side;
  return GTK_LAYOUT_MANAGER (self);
}
