#pragma once

#include "engine/ante-workspace.h"
#include "rules/playbook/ante-playbook-doc.h"
#include "store/ante-store-playbook.h"

G_BEGIN_DECLS

#define ANTE_TYPE_PLAYBOOK_EDITING (ante_playbook_editing_get_type ())
G_DECLARE_FINAL_TYPE (AntePlaybookEditing, ante_playbook_editing, ANTE, PLAYBOOK_EDITING, GObject)

/*
 * The playbook under somebody's hands: the version that holds, and what is being made of it. What
 * is being made is kept as it grows, and is there again after a restart, until it becomes the next
 * version or is discarded. Signal "changed": another document stands here; what was borrowed is
 * gone. Signal "failed" (GError): it could not be read.
 */
AntePlaybookEditing *ante_playbook_editing_new (AnteWorkspace *workspace);

/* NULL while it is being read, and where there is none. */
AntePlaybookDoc *ante_playbook_editing_get_doc (AntePlaybookEditing *self);
const AntePlaybookVersion *ante_playbook_editing_get_version (AntePlaybookEditing *self);
gboolean ante_playbook_editing_is_read (AntePlaybookEditing *self);

/* Something was typed into the document. */
void ante_playbook_editing_touch (AntePlaybookEditing *self);
void ante_playbook_editing_discard (AntePlaybookEditing *self);
/* Takes a whole document to go on with; FALSE, with a word, where it is none. */
gboolean ante_playbook_editing_take (AntePlaybookEditing *self, const char *json, GError **error);

/* (element-type AntePlaybookDiffLine): what is new against the version that holds. */
GPtrArray *ante_playbook_editing_diff (AntePlaybookEditing *self);

void ante_playbook_editing_keep_async (AntePlaybookEditing *self,
                                       const char *note,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* As ante_command_keep_playbook_finish(). */
gint64
ante_playbook_editing_keep_finish (AntePlaybookEditing *self, GAsyncResult *result, GError **error);

G_END_DECLS
