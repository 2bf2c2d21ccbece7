#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-label-chips.h"

#include "rules/ante-label.h"
#include "rules/ante-text.h"

#define SHOWN 2
/* Of each, before it is cut. */
#define WIDEST 8

struct _AnteLabelChips {
  GtkWidget parent_instance;

  GtkLabel *chips[SHOWN];
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (AnteLabelChips, ante_label_chips, GTK_TYPE_WIDGET)

static void
set_colour (GtkWidget *chip, const char *colour)
{
  for (guint i = 0; ante_label_colours[i] != NULL; i++) {
    if (g_strcmp0 (ante_label_colours[i], colour) == 0)
      gtk_widget_add_css_class (chip, ante_label_colours[i]);
    else
      gtk_widget_remove_css_class (chip, ante_label_colours[i]);
  }
}

static void
set_name (GtkLabel *chip, const char *name)
{
  g_autofree char *isolated = ante_text_isolate (name);

  gtk_label_set_text (chip, isolated);
}

static GtkLabel *
make_chip (void)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (chip), TRUE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "caption");
  gtk_widget_add_css_class (chip, "label-chip");
  return GTK_LABEL (chip);
}

GtkWidget *
ante_label_chip_new (const char *name, const char *colour)
{
  GtkLabel *chip = make_chip ();

  set_name (chip, name);
  set_colour (GTK_WIDGET (chip), colour);
  return GTK_WIDGET (chip);
}

void
ante_label_chips_set (AnteLabelChips *self, char *const *names, char *const *colours)
{
  guint n = names != NULL ? g_strv_length ((char **) names) : 0;
  g_autofree char *more = g_strdup_printf ("+%u", n > SHOWN ? n - SHOWN : 0);

  for (guint i = 0; i < SHOWN; i++) {
    if (i < n) {
      set_name (self->chips[i], names[i]);
      set_colour (GTK_WIDGET (self->chips[i]), colours[i]);
    }
    gtk_widget_set_visible (GTK_WIDGET (self->chips[i]), i < n);
  }
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
ante_label_chips_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ante_label_chips_parent_class)->dispose (object);
}

static void
ante_label_chips_class_init (AnteLabelChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_label_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ante_label_chips_init (AnteLabelChips *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  for (guint i = 0; i < SHOWN; i++) {
    self->chips[i] = make_chip ();
    gtk_label_set_max_width_chars (self->chips[i], WIDEST);
    gtk_widget_set_parent (GTK_WIDGET (self->chips[i]), GTK_WIDGET (self));
  }
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
