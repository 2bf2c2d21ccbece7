#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-vertical-label.h"

struct _AnteVerticalLabel {
  GtkWidget parent_instance;

  GtkWidget *label; /* lies, and is turned where it is put */
};

G_DEFINE_FINAL_TYPE (AnteVerticalLabel, ante_vertical_label, GTK_TYPE_WIDGET)

void
ante_vertical_label_set_text (AnteVerticalLabel *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
}

static void
ante_vertical_label_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (ANTE_VERTICAL_LABEL (widget)->label,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL
                                                                : GTK_ORIENTATION_HORIZONTAL,
                      for_size, minimum, natural, NULL, NULL);
}

static void
ante_vertical_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GskTransform *turned = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) width, 0));

  gtk_widget_allocate (ANTE_VERTICAL_LABEL (widget)->label, height, width, -1,
                       gsk_transform_rotate (turned, 90));
}

static void
ante_vertical_label_dispose (GObject *object)
{
  g_clear_pointer (&ANTE_VERTICAL_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ante_vertical_label_parent_class)->dispose (object);
}

static void
ante_vertical_label_class_init (AnteVerticalLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_vertical_label_dispose;
  widget_class->measure = ante_vertical_label_measure;
  widget_class->size_allocate = ante_vertical_label_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "vertical-label");
}

static void
ante_vertical_label_init (AnteVerticalLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
ante_vertical_label_new (void)
{
  return g_object_new (ANTE_TYPE_VERTICAL_LABEL, NULL);
}
