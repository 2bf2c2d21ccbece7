#pragma once

#include <gtk/gtk.h>

#include "engine/ante-workspace.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

/* Asks for a link that stands for {booking_link} in answers to @lead alone, and keeps it. */
void ante_booking_link_dialog_ask (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead);

G_END_DECLS
