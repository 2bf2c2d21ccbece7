#pragma once

#include <gtk/gtk.h>

#include "app/playbook/ante-playbook-editing.h"

G_BEGIN_DECLS

/* Shows what would change, asks what for, and keeps it as the next version, over the window that
 * @from is in. */
void
ante_playbook_review_ask (GtkWidget *from, AnteWorkspace *workspace, AntePlaybookEditing *editing);

/* Lines of what changed, (element-type AntePlaybookDiffLine). */
GtkWidget *ante_playbook_review_build_lines (GPtrArray *lines);

G_END_DECLS
