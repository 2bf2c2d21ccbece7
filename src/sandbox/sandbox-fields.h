#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SandboxFields:
 * @name: field or edge; %NULL at the root
 * @limit: ".limit(n)", 0 when not given
 * @after: (nullable): ".after(cursor)"
 * @children: (element-type SandboxFields): what stands in its braces
 *
 * Instagram's field expansion, as "id,messages.limit(5){id,from}" says it.
 */
typedef struct _SandboxFields SandboxFields;
struct _SandboxFields {
  char *name;
  guint limit;
  char *after;
  GPtrArray *children;
};

SandboxFields *sandbox_fields_parse (const char *text);
void sandbox_fields_free (SandboxFields *self);
const SandboxFields *sandbox_fields_get (const SandboxFields *self, const char *name);
/* (nullable): the first name that is not in @known. */
const char *sandbox_fields_find_unknown (const SandboxFields *self, const char *const *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxFields, sandbox_fields_free)

G_END_DECLS
