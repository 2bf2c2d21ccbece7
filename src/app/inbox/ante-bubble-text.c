#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-bubble-text.h"

#define MOST_CHARS 48
#define LEAST_CHARS 8

struct _AnteBubbleText {
  GtkWidget parent_instance;

  char *text;
  PangoAttrList *attributes; /* (nullable) */
  PangoLayout *layout;
  GtkWidget *label; /* (nullable) */

  /* What was measured, and with which state of the fonts. */
  guint serial;
  int least;
  int most;          /* no line is wider */
  int natural;       /* the widest line */
  int height;        /* with it */
  int narrow;        /* the last width below it, */
  int narrow_height; /* and the height with that */
};

G_DEFINE_FINAL_TYPE (AnteBubbleText, ante_bubble_text, GTK_TYPE_WIDGET)

/* What was asked for, and no hyphen where a line is broken: it would stand in a link or a number.
 */
static PangoAttrList *
build_attributes (AnteBubbleText *self)
{
  PangoAttrList *all =
    self->attributes != NULL ? pango_attr_list_copy (self->attributes) : pango_attr_list_new ();

  pango_attr_list_insert (all, pango_attr_insert_hyphens_new (FALSE));
  return all;
}

/* --- laying out ----------------------------------------------------------------------------- */

static void
measure_layout (AnteBubbleText *self, int width, int *widest, int *height)
{
  PangoRectangle logical;

  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (self->layout, NULL, &logical);
  if (widest != NULL)
    *widest = logical.width;
  *height = logical.height;
}

static void
ensure_measured (AnteBubbleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = NULL;
  int per_char = 0;

  if (self->layout == NULL) {
    g_autoptr (PangoAttrList) attributes = build_attributes (self);

    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
    pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_attributes (self->layout, attributes);
  } else if (self->serial == pango_context_get_serial (context)) {
    return;
  }
  self->serial = pango_context_get_serial (context);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  per_char = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                  pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
  self->most = PANGO_PIXELS (per_char * MOST_CHARS);
  self->narrow = -1;
  measure_layout (self, self->most, &self->natural, &self->height);
  self->least = MIN (self->natural, PANGO_PIXELS (per_char * LEAST_CHARS));
}

static int
get_height (AnteBubbleText *self, int width)
{
  if (width < 0 || width >= self->natural)
    return self->height;
  if (width != self->narrow)
    measure_layout (self, width, NULL, &self->narrow_height);
  self->narrow = width;
  return self->narrow_height;
}

static void
ante_bubble_text_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AnteBubbleText *self = ANTE_BUBBLE_TEXT (widget);

  ensure_measured (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = self->least;
    *natural = self->natural;
  } else {
    *minimum = *natural = get_height (self, for_size < 0 ? -1 : MAX (for_size, self->least));
  }
}

static GtkSizeRequestMode
ante_bubble_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
place_label (AnteBubbleText *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->label, width, gtk_widget_get_height (GTK_WIDGET (self)), -1, NULL);
}

static void
ante_bubble_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (ANTE_BUBBLE_TEXT (widget)->label != NULL)
    place_label (ANTE_BUBBLE_TEXT (widget));
}

static void
ante_bubble_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AnteBubbleText *self = ANTE_BUBBLE_TEXT (widget);
  int width = gtk_widget_get_width (widget);
  PangoRectangle logical;

  if (self->label != NULL) {
    gtk_widget_snapshot_child (widget, self->label, snapshot);
    return;
  }
  ensure_measured (self);
  pango_layout_set_width (self->layout, (width < self->natural ? width : self->most) * PANGO_SCALE);
  pango_layout_get_pixel_extents (self->layout, NULL, &logical);
  /* What is written from the right begins at the far end of a line as long as any can be. */
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), -logical.x, 0,
                              self->layout);
}

/* --- selecting ------------------------------------------------------------------------------ */

void
ante_bubble_text_make_selectable (AnteBubbleText *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->label != NULL)
    return;
  attributes = build_attributes (self);
  /* One that cannot be focused, but could have the focus, would hold up whoever walks by the
   * keyboard. */
  self->label = g_object_new (GTK_TYPE_LABEL, "label", self->text, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE, "can-focus",
                              FALSE, "attributes", attributes, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  /* The press may come before the next frame. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    place_label (self);
}

void
ante_bubble_text_select (AnteBubbleText *self, int start, int end)
{
  if (start == end && self->label == NULL)
    return;
  ante_bubble_text_make_selectable (self);
  gtk_label_select_region (GTK_LABEL (self->label), start, end);
}

gboolean
ante_bubble_text_get_selection (AnteBubbleText *self, int *start, int *end)
{
  return self->label != NULL &&
         gtk_label_get_selection_bounds (GTK_LABEL (self->label), start, end) && *start < *end;
}

/* --- the object ----------------------------------------------------------------------------- */

const char *
ante_bubble_text_get_text (AnteBubbleText *self)
{
  return self->text;
}

PangoAttrList *
ante_bubble_text_get_attributes (AnteBubbleText *self)
{
  return self->attributes;
}

void
ante_bubble_text_set_attributes (AnteBubbleText *self, PangoAttrList *attributes)
{
  g_autoptr (PangoAttrList) all = NULL;

  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  all = build_attributes (self);
  g_clear_object (&self->layout);
  if (self->label != NULL)
    gtk_label_set_attributes (GTK_LABEL (self->label), all);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ante_bubble_text_dispose (GObject *object)
{
  g_clear_pointer (&ANTE_BUBBLE_TEXT (object)->label, gtk_widget_unparent);
  g_clear_object (&ANTE_BUBBLE_TEXT (object)->layout);
  G_OBJECT_CLASS (ante_bubble_text_parent_class)->dispose (object);
}

static void
ante_bubble_text_finalize (GObject *object)
{
  g_free (ANTE_BUBBLE_TEXT (object)->text);
  g_clear_pointer (&ANTE_BUBBLE_TEXT (object)->attributes, pango_attr_list_unref);
  G_OBJECT_CLASS (ante_bubble_text_parent_class)->finalize (object);
}

static void
ante_bubble_text_class_init (AnteBubbleTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_bubble_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_bubble_text_finalize;
  widget_class->measure = ante_bubble_text_measure;
  widget_class->get_request_mode = ante_bubble_text_get_request_mode;
  widget_class->size_allocate = ante_bubble_text_size_allocate;
  widget_class->snapshot = ante_bubble_text_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ante_bubble_text_init (AnteBubbleText *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (ante_bubble_text_make_selectable), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
ante_bubble_text_new (const char *text)
{
  AnteBubbleText *self = g_object_new (ANTE_TYPE_BUBBLE_TEXT, NULL);

  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}
