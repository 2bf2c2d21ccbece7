#pragma once

#include <adwaita.h>

#include "app/shared/ante-lead-model.h"

G_BEGIN_DECLS

#define ANTE_TYPE_INBOX_ROW (ante_inbox_row_get_type ())
G_DECLARE_FINAL_TYPE (AnteInboxRow, ante_inbox_row, ANTE, INBOX_ROW, AdwBin)

GtkWidget *ante_inbox_row_new (void);
/* @item: (nullable): what the row shows; rows are used again and again. @now: see
 * ante_workspace_now(). */
void ante_inbox_row_set_item (AnteInboxRow *self, AnteLeadItem *item);
/* (nullable) (element-type AnteStage): for the name of the one that a lead is in. */
void ante_inbox_row_set_stages (AnteInboxRow *self, GPtrArray *stages);
void ante_inbox_row_set_now (AnteInboxRow *self, gint64 now, gboolean human_agent);

G_END_DECLS
