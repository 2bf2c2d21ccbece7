#pragma once

#include <gtk/gtk.h>

#include "model/ante-lead.h"

G_BEGIN_DECLS

/* What was agreed about the lead and is at risk or broken; "" where nothing is. Free the string. */
char *ante_card_badges_describe_sla (AnteLead *lead, gint64 now);

/* Signs that are only there when they are true. */
void ante_card_badges_show (GtkImage *call, GtkImage *sla, AnteLead *lead, gint64 now);

G_END_DECLS
