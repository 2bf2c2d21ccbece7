#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_APPROVALS_PAGE (ante_approvals_page_get_type ())
G_DECLARE_FINAL_TYPE (AnteApprovalsPage, ante_approvals_page, ANTE, APPROVALS_PAGE, AdwBin)

/* The place where a person decides what leaves of what the machine proposes: one draft at a time,
 * beside what it answers and what the rules say of it. */
GtkWidget *ante_approvals_page_new (void);
void ante_approvals_page_set_workspace (AnteApprovalsPage *self, AnteWorkspace *workspace);
void ante_approvals_page_focus (AnteApprovalsPage *self);

G_END_DECLS
