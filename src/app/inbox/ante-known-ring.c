#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-known-ring.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "rules/ante-known.h"

#define RING_SIZE 20
#define RING_WIDTH 4
/* In two lines of a narrow panel there is room for no more. */
#define MOST_NAMED 3

struct _AnteKnownRing {
  AdwBin parent_instance;

  GtkWidget *button;
  GtkDrawingArea *ring;
  GtkLabel *words;
  GtkBox *missing;

  guint known;
};

G_DEFINE_FINAL_TYPE (AnteKnownRing, ante_known_ring, ADW_TYPE_BIN)

static void
draw_arc (cairo_t *cr, int width, int height, double from, double to)
{
  cairo_arc (cr, width / 2.0, height / 2.0, (MIN (width, height) - RING_WIDTH) / 2.0,
             from * 2 * G_PI - G_PI / 2, to * 2 * G_PI - G_PI / 2);
  cairo_stroke (cr);
}

/* Begins at the top and goes round as a clock does, in the colour of the words. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  AnteKnownRing *self = user_data;
  GdkRGBA colour = { 0 };

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.2 * colour.alpha);
  draw_arc (cr, width, height, 0, 1);
  gdk_cairo_set_source_rgba (cr, &colour);
  if (self->known > 0)
    draw_arc (cr, width, height, 0, (double) self->known / ANTE_KNOWN_WANTED);
}

/* "budget, timeline and offer"; of more than @most "budget, timeline and 3 more" */
static char *
join (GArray *missing, guint most)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *last = NULL;
  guint n = missing->len > most ? most - 1 : missing->len;

  for (guint i = 0; i < n; i++) {
    g_autofree char *name =
      g_utf8_strdown (ante_fact_words_kind (g_array_index (missing, AnteFactKind, i)), -1);

    if (i > 0 && i + 1 == n && n == missing->len)
      last = g_steal_pointer (&name);
    else
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
  }
  if (n < missing->len)
    last = g_strdup_printf (g_dngettext (NULL, "%u more", "%u more", missing->len - n),
                            missing->len - n);
  if (last == NULL)
    return g_string_free (g_steal_pointer (&names), FALSE);
  /* Translators: the last two of several things: "goal, budget" and "timeline". */
  return g_strdup_printf (_ ("%s and %s"), names->str, last);
}

static char *
describe (guint known, GArray *missing, guint most)
{
  g_autofree char *names = join (missing, most);

  if (missing->len == 0)
    return g_strdup_printf (_ ("All %u known"), known);
  /* Translators: "5 of 7, budget and timeline missing": what is known of a lead. */
  return g_strdup_printf (_ ("%u of %u, %s missing"), known, (guint) ANTE_KNOWN_WANTED, names);
}

static void
list (AnteKnownRing *self, GArray *missing)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->missing))) != NULL)
    gtk_box_remove (self->missing, child);
  for (guint i = 0; i < missing->len; i++) {
    AnteFactKind kind = g_array_index (missing, AnteFactKind, i);
    g_autofree char *line = g_strdup_printf ("%s: %s", ante_fact_words_kind (kind),
                                             ante_fact_words_hint (ante_fact_kind_to_nick (kind)));
    GtkWidget *label = gtk_label_new (line);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_box_append (self->missing, label);
  }
}

void
ante_known_ring_show (AnteKnownRing *self, GPtrArray *facts)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (AnteFactKind));
  g_autofree char *words = NULL;
  g_autofree char *all = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), facts != NULL);
  if (facts == NULL)
    return;
  self->known = ante_known_count (facts, missing);
  words = describe (self->known, missing, MOST_NAMED);
  all = describe (self->known, missing, ANTE_KNOWN_WANTED);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_tooltip_text (self->button, all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, all,
                                  -1);
  gtk_widget_set_sensitive (self->button, missing->len > 0);
  list (self, missing);
  gtk_widget_queue_draw (GTK_WIDGET (self->ring));
}

static void
ante_known_ring_class_init (AnteKnownRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-known-ring.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteKnownRing, button);
  gtk_widget_class_bind_template_child (widget_class, AnteKnownRing, ring);
  gtk_widget_class_bind_template_child (widget_class, AnteKnownRing, words);
  gtk_widget_class_bind_template_child (widget_class, AnteKnownRing, missing);
}

static void
ante_known_ring_init (AnteKnownRing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_content_width (self->ring, RING_SIZE);
  gtk_drawing_area_set_content_height (self->ring, RING_SIZE);
  gtk_drawing_area_set_draw_func (self->ring, draw_cb, self, NULL);
}
