#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/media/ante-media-frame.h"

#include <glib/gi18n.h>

/* The longest side; what is said in its place has to have room, too. */
#define MOST 300
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 132
#define UNKNOWN_HEIGHT 180
#define STICKER 168

struct _AnteMediaFrame {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *button;
  GtkWidget *picture;
  GtkWidget *spinner;
  GtkWidget *play; /* (nullable) */
  GtkWidget *page; /* (nullable): that of the words */
  GtkWidget *words;
  GtkWidget *remedy;
  GtkWidget *player; /* (nullable) */
  char *name;
  int width;
  int height;
};

enum {
  CLICKED,
  REMEDIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteMediaFrame, ante_media_frame, GTK_TYPE_WIDGET)

static void
clicked_cb (AnteMediaFrame *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
remedied_cb (AnteMediaFrame *self)
{
  g_signal_emit (self, signals[REMEDIED], 0);
}

static void
ante_media_frame_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AnteMediaFrame *self = ANTE_MEDIA_FRAME (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
ante_media_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int least = 0;

  /* What is within is asked, as GTK wants it, and gets the size that was promised all the same. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least), -1, NULL);
}

static void
ante_media_frame_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&ANTE_MEDIA_FRAME (object)->name, g_free);
  G_OBJECT_CLASS (ante_media_frame_parent_class)->dispose (object);
}

static void
ante_media_frame_class_init (AnteMediaFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_media_frame_dispose;
  widget_class->measure = ante_media_frame_measure;
  widget_class->size_allocate = ante_media_frame_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "media-frame");
  signals[CLICKED] = g_signal_new ("clicked", ANTE_TYPE_MEDIA_FRAME, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMEDIED] = g_signal_new ("remedied", ANTE_TYPE_MEDIA_FRAME, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
build_picture (AnteMediaFrame *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->picture = gtk_picture_new ();
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_CONTAIN);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->spinner, 24, 24);
  gtk_widget_add_css_class (self->spinner, "late");
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->spinner);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), overlay);
  gtk_widget_add_css_class (self->button, "media-picture");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return self->button;
}

/* Without a button the words can be reached by themselves. */
static GtkWidget *
build_words (AnteMediaFrame *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("image-missing-symbolic");

  self->page = box;
  gtk_widget_add_css_class (box, "media-words");
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->words), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->words, "caption");
  gtk_widget_add_css_class (icon, "dim-label");
  self->remedy = gtk_button_new ();
  gtk_widget_add_css_class (self->remedy, "small");
  gtk_widget_set_halign (self->remedy, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->remedy, "clicked", G_CALLBACK (remedied_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->remedy);
  return box;
}

static void
ante_media_frame_init (AnteMediaFrame *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), build_picture (self), "picture");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* As large as it will be drawn, or as such things are where nobody told. */
static void
decide_size (AnteMediaFrame *self, AnteMessageKind kind, int width, int height)
{
  double scale = 1;

  if (kind == ANTE_MESSAGE_STICKER) {
    self->width = self->height = STICKER;
    return;
  }
  if (width <= 0 || height <= 0) {
    self->width = LEAST_WIDTH;
    self->height = UNKNOWN_HEIGHT;
    return;
  }
  scale = MIN (1, (double) MOST / MAX (width, height));
  self->width = MAX (LEAST_WIDTH, (int) (width * scale));
  self->height = MAX (LEAST_HEIGHT, (int) (height * scale));
}

GtkWidget *
ante_media_frame_new (AnteMessageKind kind, int width, int height)
{
  AnteMediaFrame *self = g_object_new (ANTE_TYPE_MEDIA_FRAME, NULL);

  decide_size (self, kind, width, height);
  if (kind == ANTE_MESSAGE_VIDEO) {
    self->play = gtk_image_new_from_icon_name ("media-playback-start-symbolic");
    gtk_widget_add_css_class (self->play, "media-play");
    gtk_widget_set_halign (self->play, GTK_ALIGN_CENTER);
    gtk_widget_set_valign (self->play, GTK_ALIGN_CENTER);
    gtk_overlay_add_overlay (GTK_OVERLAY (gtk_button_get_child (GTK_BUTTON (self->button))),
                             self->play);
  }
  if (kind == ANTE_MESSAGE_STICKER)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sticker");
  return GTK_WIDGET (self);
}

void
ante_media_frame_set_name (AnteMediaFrame *self, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* The keyboard stays here, where it would go with what is hidden. */
static void
show_page (AnteMediaFrame *self, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  gboolean is_words = g_str_equal (name, "words");

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  if (!had)
    return;
  if (!is_words)
    gtk_widget_grab_focus (self->button);
  else if (gtk_widget_get_visible (self->remedy))
    gtk_widget_grab_focus (self->remedy);
  else
    gtk_widget_grab_focus (self->page);
}

void
ante_media_frame_set_paintable (AnteMediaFrame *self, GdkPaintable *paintable)
{
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), paintable);
  if (self->player == NULL)
    show_page (self, "picture");
}

gboolean
ante_media_frame_forget (AnteMediaFrame *self)
{
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  return g_strcmp0 (page, "picture") == 0;
}

void
ante_media_frame_set_busy (AnteMediaFrame *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  if (self->play != NULL)
    gtk_widget_set_visible (self->play, !busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  if (busy && self->player == NULL)
    show_page (self, "picture");
}

void
ante_media_frame_set_words (AnteMediaFrame *self, const char *words, const char *remedy)
{
  g_autofree char *whole = g_strdup_printf ("%s: %s", self->name, words);

  ante_media_frame_set_busy (self, FALSE);
  if (self->page == NULL) /* few need it */
    gtk_stack_add_named (GTK_STACK (self->stack), build_words (self), "words");
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->remedy, remedy != NULL);
  gtk_widget_set_focusable (self->page, remedy == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
  if (remedy != NULL)
    gtk_button_set_label (GTK_BUTTON (self->remedy), remedy);
  show_page (self, "words");
}

void
ante_media_frame_set_player (AnteMediaFrame *self, GtkWidget *player)
{
  if (self->player != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->player);
  self->player = player;
  if (player == NULL)
    return;
  gtk_stack_add_named (GTK_STACK (self->stack), player, "player");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), player);
}
