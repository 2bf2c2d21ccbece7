#pragma once

#include <adwaita.h>

#include "app/inbox/ante-thread-view.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LEAD_READER (ante_lead_reader_get_type ())
G_DECLARE_FINAL_TYPE (AnteLeadReader, ante_lead_reader, ANTE, LEAD_READER, AdwBin)

/* The thread of the open lead and, beside it, the panel of the person. Made when the first lead is
 * opened: it is half of what the inbox would have to make at start. */
GtkWidget *ante_lead_reader_new (void);
void ante_lead_reader_set_workspace (AnteLeadReader *self, AnteWorkspace *workspace);
/* @lead: row id; 0 for none. */
void ante_lead_reader_set_lead (AnteLeadReader *self, gint64 lead);
void ante_lead_reader_toggle_panel (AnteLeadReader *self);
/* (transfer none) */
AnteThreadView *ante_lead_reader_get_thread (AnteLeadReader *self);

G_END_DECLS
