#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-picture.h"

#include <adwaita.h>

#define ROUND 12
#define EDGE 5      /* of each card below that is seen */
#define MAX_BELOW 2 /* more are told by their number */
#define BADGE 24
#define ROOM 16 /* for the shadow */

static const GdkRGBA shadow = { 0, 0, 0, 0.35f };
static const GdkRGBA edge = { 0, 0, 0, 0.2f };

static void
append_rounded (GtkSnapshot *snapshot,
                const graphene_rect_t *bounds,
                float radius,
                const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_below (GtkSnapshot *snapshot, const graphene_rect_t *card, guint n, const GdkRGBA *paper)
{
  for (guint i = n; i > 0; i--) {
    graphene_rect_t bounds = *card;
    GskRoundedRect outline;
    GdkRGBA colours[] = { edge, edge, edge, edge };
    float widths[] = { 1, 1, 1, 1 };

    graphene_rect_offset (&bounds, (float) (i * EDGE), (float) (i * EDGE));
    append_rounded (snapshot, &bounds, ROUND, paper);
    gsk_rounded_rect_init_from_rect (&outline, &bounds, ROUND);
    gtk_snapshot_append_border (snapshot, &outline, widths, colours);
  }
}

static void
append_number (GtkSnapshot *snapshot, GtkWidget *card, guint n, const graphene_rect_t *at)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };
  g_autofree char *words = g_strdup_printf ("%u", n);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (card, words);
  graphene_rect_t badge;
  int width = 0;
  int height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&badge, at->origin.x + at->size.width - BADGE / 2.0f - 4,
                      at->origin.y - BADGE / 2.0f + 4, (float) MAX (BADGE, width + 12), BADGE);
  append_rounded (snapshot, &badge, BADGE / 2.0f, &accent);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (badge.origin.x + (badge.size.width - (float) width) / 2,
                                    badge.origin.y + (badge.size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &white);
}

static GdkRGBA
get_paper (GtkWidget *card)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (card));

  return adw_style_manager_get_dark (style) ? (GdkRGBA){ 0.22f, 0.22f, 0.22f, 1 }
                                            : (GdkRGBA){ 1, 1, 1, 1 };
}

GdkPaintable *
ante_card_picture_new (GtkWidget *card, guint n_cards)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (card);
  g_autoptr (GdkPaintable) face = gdk_paintable_get_current_image (live);
  float width = (float) gtk_widget_get_width (card);
  float height = (float) gtk_widget_get_height (card);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  graphene_size_t size = GRAPHENE_SIZE_INIT (width + ROOM, height + ROOM);
  GdkRGBA paper = get_paper (card);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, ROUND);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 4, 0, ROOM - 4);
  append_below (snapshot, &bounds, MIN (n_cards - 1, MAX_BELOW), &paper);
  append_rounded (snapshot, &bounds, ROUND, &paper);
  gdk_paintable_snapshot (face, snapshot, width, height);
  if (n_cards > 1)
    append_number (snapshot, card, n_cards, &bounds);
  return gtk_snapshot_free_to_paintable (snapshot, &size);
}
