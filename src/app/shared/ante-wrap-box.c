#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-wrap-box.h"

#define SPACING 4

struct _AnteWrapBox {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AnteWrapBox, ante_wrap_box, GTK_TYPE_WIDGET)

static int
measure_width (GtkWidget *child, int most)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, most));
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Puts the children into lines of @width, and says how high all are. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_width = measure_width (child, width);
    int child_height = measure_height (child, child_width);
    GtkAllocation place = { 0 };

    if (x > 0 && x + child_width > width) {
      x = 0;
      y += line + SPACING;
      line = 0;
    }
    place = (GtkAllocation){ rtl ? width - x - child_width : x, y, child_width, child_height };
    if (allocate)
      gtk_widget_size_allocate (child, &place, -1);
    x += child_width + SPACING;
    line = MAX (line, child_height);
  }
  return y + line;
}

static GtkSizeRequestMode
ante_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ante_wrap_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  int widest = 0;
  int sum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = lay_out (widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    widest = MAX (widest, measure_width (child, 0));
    sum += measure_width (child, G_MAXINT) + SPACING;
  }
  *minimum = widest;
  *natural = MAX (sum - SPACING, widest);
}

static void
ante_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

void
ante_wrap_box_append (AnteWrapBox *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ante_wrap_box_clear (AnteWrapBox *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
ante_wrap_box_dispose (GObject *object)
{
  ante_wrap_box_clear (ANTE_WRAP_BOX (object));
  G_OBJECT_CLASS (ante_wrap_box_parent_class)->dispose (object);
}

static void
ante_wrap_box_class_init (AnteWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_wrap_box_dispose;
  widget_class->get_request_mode = ante_wrap_box_get_request_mode;
  widget_class->measure = ante_wrap_box_measure;
  widget_class->size_allocate = ante_wrap_box_size_allocate;
}

static void
ante_wrap_box_init (AnteWrapBox *self)
{
}
