#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PLAYBOOK_PAGE (ante_playbook_page_get_type ())
G_DECLARE_FINAL_TYPE (AntePlaybookPage, ante_playbook_page, ANTE, PLAYBOOK_PAGE, AdwBin)

/* The place where a coach says what the machine may say: forms, what is wrong in them, and the
 * versions that were kept. */
GtkWidget *ante_playbook_page_new (void);
void ante_playbook_page_set_workspace (AntePlaybookPage *self, AnteWorkspace *workspace);
void ante_playbook_page_focus (AntePlaybookPage *self);

G_END_DECLS
