#pragma once

#include "app/shared/ante-lead-actions.h"
#include "paper/ante-sheets.h"

G_BEGIN_DECLS

/* Adds to what can be done to the lead in hand: lead.brief, lead.print-brief (Ctrl+P wherever
 * @widget is in sight), lead.save-brief, lead.print-thread. */
void ante_lead_print_install (AnteLeadActions *actions, GtkWidget *widget);
/* They are for one lead at a time. */
void ante_lead_print_set_enabled (AnteLeadActions *actions, gboolean enabled);

/* The sheets of one brief, and what its file is called. @brief: (transfer full) */
AnteSheets *ante_lead_print_set (AnteBrief *brief);
char *ante_lead_print_name_file (const AnteBrief *brief);

/* A form without anything in it. */
void ante_print_blank_handoff (GtkWindow *window);

G_END_DECLS
