#pragma once

#include <json-glib/json-glib.h>

#include "rules/playbook/ante-playbook-doc.h"

G_BEGIN_DECLS

/* Shared by the files of the document alone. */

struct _AntePlaybookDoc {
  JsonObject *root;
};

/* Where a name stands in the order in which members are written; G_MAXUINT for one that is not
 * known anywhere in a playbook. */
guint ante_playbook_rank (const char *name);
/* (transfer container): the names of @object as they are written. */
GPtrArray *ante_playbook_sort_names (JsonObject *object);
/* (nullable): what stands at @path. */
JsonNode *ante_playbook_find_node (const AntePlaybookDoc *self, const char *path);
/* "240" and "49.9", never "49.899999999999999". */
char *ante_playbook_write_number (double number);

G_END_DECLS
