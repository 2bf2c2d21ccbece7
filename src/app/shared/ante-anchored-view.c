#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-anchored-view.h"

/* So near to the end counts as being there, pixels. */
#define NEAR 60

struct _AnteAnchoredView {
  GtkWidget parent_instance;

  GtkAdjustment *across;
  GtkAdjustment *along;
  GtkScrollablePolicy across_policy;
  GtkScrollablePolicy along_policy;

  GtkWidget *rows;   /* borrowed: within our child */
  GtkWidget *wanted; /* (nullable): the row to go to, once it has a place */
  int above;         /* what few rows leave free: they stand at the end */
  gboolean at_end;
  gboolean placing; /* we move it ourselves just now */
  gulong focus_moved;
};

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  SCROLLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AnteAnchoredView,
                               ante_anchored_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- where things are ----------------------------------------------------------------------- */

static gboolean
find_row (AnteAnchoredView *self, GtkWidget *row, double *top, double *bottom)
{
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (gtk_widget_get_height (row) == 0 || !gtk_widget_compute_bounds (row, content, &bounds))
    return FALSE;
  *top = bounds.origin.y + self->above;
  *bottom = *top + bounds.size.height;
  return TRUE;
}

/* The topmost row that was in view at the last layout, and is still there; NULL when there is none.
 */
static GtkWidget *
find_anchor (AnteAnchoredView *self, double *top)
{
  double value = gtk_adjustment_get_value (self->along);
  double bottom = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if (find_row (self, row, top, &bottom) && bottom > value)
      return row;
  }
  return NULL;
}

/* --- layout --------------------------------------------------------------------------------- */

static void
ante_anchored_view_measure_size (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  GtkWidget *content = gtk_widget_get_first_child (widget);

  gtk_widget_measure (content, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1,
                      minimum, natural, NULL, NULL);
  /* As high as there is room. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 0;
}

static void
lay_out (AnteAnchoredView *self, int width, int height, double value)
{
  gtk_widget_allocate (
    gtk_widget_get_first_child (GTK_WIDGET (self)), width, height, -1,
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) (self->above - (int) value))));
}

/* Where the row that is wanted is read with ease; TRUE when it has come to be known. */
static gboolean
find_wanted (AnteAnchoredView *self, int height, double *value)
{
  double top = 0;
  double bottom = 0;

  if (self->wanted == NULL || !find_row (self, self->wanted, &top, &bottom))
    return FALSE;
  if (top < *value || bottom > *value + height)
    *value = top - MAX ((height - (bottom - top)) / 3, 0);
  g_clear_weak_pointer (&self->wanted);
  return TRUE;
}

static void
ante_anchored_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AnteAnchoredView *self = ANTE_ANCHORED_VIEW (widget);
  GtkWidget *content = gtk_widget_get_first_child (widget);
  double value = gtk_adjustment_get_value (self->along);
  double before = 0;
  double after = 0;
  double bottom = 0;
  gboolean at_end = self->at_end;
  GtkWidget *anchor = at_end ? NULL : find_anchor (self, &before);
  int tall = 0;
  int needed = 0;

  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, &tall, NULL, NULL, NULL);
  needed = MAX (tall, height);
  self->above = needed - tall;
  lay_out (self, width, tall, value);
  if (at_end)
    value = needed - height;
  else if (!find_wanted (self, height, &value) && anchor != NULL &&
           find_row (self, anchor, &after, &bottom))
    value += after - before;
  value = CLAMP (value, 0, needed - height);

  self->placing = TRUE;
  gtk_adjustment_configure (self->across, 0, 0, width, width * 0.1, width * 0.9, width);
  gtk_adjustment_configure (self->along, value, 0, needed, height * 0.1, height * 0.9, height);
  self->placing = FALSE;
  lay_out (self, width, tall, value);
  g_signal_emit (self, signals[SCROLLED], 0);
}

static void
scrolled_cb (AnteAnchoredView *self)
{
  double below = 0;

  if (self->placing)
    return;
  ante_anchored_view_measure (self, NULL, NULL, &below);
  self->at_end = below < NEAR;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SCROLLED], 0);
}

/* --- the keyboard --------------------------------------------------------------------------- */

/* What has the focus is in view. */
static void
focus_cb (AnteAnchoredView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);
  double value = gtk_adjustment_get_value (self->along);
  double height = gtk_adjustment_get_page_size (self->along);
  double top = 0;
  double bottom = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      !find_row (self, focus, &top, &bottom))
    return;
  if (top < value || bottom - top > height)
    gtk_adjustment_set_value (self->along, top);
  else if (bottom > value + height)
    gtk_adjustment_set_value (self->along, bottom - height);
}

static void
ante_anchored_view_root (GtkWidget *widget)
{
  AnteAnchoredView *self = ANTE_ANCHORED_VIEW (widget);

  GTK_WIDGET_CLASS (ante_anchored_view_parent_class)->root (widget);
  self->focus_moved = g_signal_connect_swapped (
    gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_cb), self);
}

static void
ante_anchored_view_unroot (GtkWidget *widget)
{
  AnteAnchoredView *self = ANTE_ANCHORED_VIEW (widget);

  g_clear_signal_handler (&self->focus_moved, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (ante_anchored_view_parent_class)->unroot (widget);
}

/* --- for others ----------------------------------------------------------------------------- */

void
ante_anchored_view_set_rows (AnteAnchoredView *self, GtkWidget *rows)
{
  self->rows = rows;
}

void
ante_anchored_view_set_at_end (AnteAnchoredView *self, gboolean at_end)
{
  self->at_end = at_end;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ante_anchored_view_show_row (AnteAnchoredView *self, GtkWidget *row)
{
  g_set_weak_pointer (&self->wanted, row);
  ante_anchored_view_set_at_end (self, FALSE);
}

gboolean
ante_anchored_view_get_at_end (AnteAnchoredView *self)
{
  return self->at_end;
}

void
ante_anchored_view_measure (AnteAnchoredView *self, double *height, double *above, double *below)
{
  double value = gtk_adjustment_get_value (self->along);
  double page = gtk_adjustment_get_page_size (self->along);

  if (height != NULL)
    *height = page;
  if (above != NULL)
    *above = value;
  if (below != NULL)
    *below = gtk_adjustment_get_upper (self->along) - page - value;
}

/* --- the object ----------------------------------------------------------------------------- */

static void
take_adjustment (AnteAnchoredView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  *place = adjustment != NULL ? g_object_ref (adjustment)
                              : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
ante_anchored_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AnteAnchoredView *self = ANTE_ANCHORED_VIEW (object);

  switch (id) {
  case PROP_HADJUSTMENT:
    take_adjustment (self, &self->across, g_value_get_object (value));
    break;
  case PROP_VADJUSTMENT:
    take_adjustment (self, &self->along, g_value_get_object (value));
    break;
  case PROP_HSCROLL_POLICY:
    self->across_policy = g_value_get_enum (value);
    break;
  case PROP_VSCROLL_POLICY:
    self->along_policy = g_value_get_enum (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ante_anchored_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AnteAnchoredView *self = ANTE_ANCHORED_VIEW (object);

  switch (id) {
  case PROP_HADJUSTMENT:
    g_value_set_object (value, self->across);
    break;
  case PROP_VADJUSTMENT:
    g_value_set_object (value, self->along);
    break;
  case PROP_HSCROLL_POLICY:
    g_value_set_enum (value, self->across_policy);
    break;
  case PROP_VSCROLL_POLICY:
    g_value_set_enum (value, self->along_policy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
ante_anchored_view_dispose (GObject *object)
{
  AnteAnchoredView *self = ANTE_ANCHORED_VIEW (object);
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->across != NULL)
    g_signal_handlers_disconnect_by_func (self->across, scrolled_cb, self);
  if (self->along != NULL)
    g_signal_handlers_disconnect_by_func (self->along, scrolled_cb, self);
  g_clear_object (&self->across);
  g_clear_object (&self->along);
  g_clear_weak_pointer (&self->wanted);
  if (content != NULL)
    gtk_widget_unparent (content);
  G_OBJECT_CLASS (ante_anchored_view_parent_class)->dispose (object);
}

static void
ante_anchored_view_class_init (AnteAnchoredViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ante_anchored_view_set_property;
  object_class->get_property = ante_anchored_view_get_property;
  object_class->dispose = ante_anchored_view_dispose;
  widget_class->measure = ante_anchored_view_measure_size;
  widget_class->size_allocate = ante_anchored_view_size_allocate;
  widget_class->root = ante_anchored_view_root;
  widget_class->unroot = ante_anchored_view_unroot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SCROLLED] = g_signal_new ("scrolled", ANTE_TYPE_ANCHORED_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_anchored_view_init (AnteAnchoredView *self)
{
  self->at_end = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  take_adjustment (self, &self->across, NULL);
  take_adjustment (self, &self->along, NULL);
}
