#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-badges.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"

static const char *
find_icon (AnteBookingMark booking)
{
  switch (booking) {
  case ANTE_BOOKING_LINK_SENT:
    return "insert-link-symbolic";
  case ANTE_BOOKING_BOOKED:
  case ANTE_BOOKING_HELD:
    return "call-start-symbolic";
  case ANTE_BOOKING_NO_SHOW:
  case ANTE_BOOKING_CANCELLED:
    return "call-missed-symbolic";
  case ANTE_BOOKING_NONE:
  default:
    return NULL;
  }
}

char *
ante_card_badges_describe_sla (AnteLead *lead, gint64 now)
{
  g_autofree char *when = NULL;

  if (lead->sla_breached > 0)
    return g_strdup (_ ("The handoff was broken"));
  if (lead->sla_due == 0 || lead->sla_risk > now)
    return g_strdup ("");
  when = ante_words_moment (lead->sla_due, now);
  return g_strdup_printf (_ ("The handoff is at risk: by %s"), when);
}

static void
show (GtkImage *image, const char *icon, const char *words, const char *style)
{
  gboolean shown = icon != NULL && *words != '\0';

  gtk_widget_set_visible (GTK_WIDGET (image), shown);
  if (!shown)
    return;
  if (g_strcmp0 (gtk_image_get_icon_name (image), icon) != 0)
    gtk_image_set_from_icon_name (image, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (image), words);
  gtk_widget_remove_css_class (GTK_WIDGET (image), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (image), "warning");
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (image), style);
}

void
ante_card_badges_show (GtkImage *call, GtkImage *sla, AnteLead *lead, gint64 now)
{
  g_autofree char *told = ante_words_booking (lead->booking, lead->booking_at, now);
  g_autofree char *agreed = ante_card_badges_describe_sla (lead, now);

  show (call, find_icon (lead->booking), told,
        lead->booking == ANTE_BOOKING_NO_SHOW ? "error" : NULL);
  show (sla, "dialog-warning-symbolic", agreed, lead->sla_breached > 0 ? "error" : "warning");
}
