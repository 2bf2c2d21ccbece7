#pragma once

#include <json-glib/json-glib.h>

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

/**
 * SandboxSchema:
 * @name: of a field that can be asked for; %NULL ends the list
 * @children: (nullable): what it can be expanded to
 */
typedef struct _SandboxSchema SandboxSchema;
struct _SandboxSchema {
  const char *name;
  const SandboxSchema *children;
};

/* NULL when it is not well-formed. */
SandboxFields *sandbox_fields_parse (const char *text);
void sandbox_fields_free (SandboxFields *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SandboxFields, sandbox_fields_free)

const SandboxFields *sandbox_fields_get (const SandboxFields *self, const char *name);
/* @by_default: the answer when nothing in particular was asked for. */
gboolean sandbox_fields_want (const SandboxFields *self, const char *name, gboolean by_default);
/* (nullable): the first name at any depth that is not in @schema. */
const char *sandbox_fields_find_unknown (const SandboxFields *self, const SandboxSchema *schema);
/* Leaves of @object, or of the objects in its "data", what @self names; all when it names nothing.
 */
void sandbox_fields_prune (const SandboxFields *self, JsonObject *object);

extern const SandboxSchema sandbox_account_schema[];
extern const SandboxSchema sandbox_thread_schema[];
extern const SandboxSchema sandbox_message_schema[];
extern const SandboxSchema sandbox_profile_schema[];
extern const SandboxSchema sandbox_media_schema[];
extern const SandboxSchema sandbox_comment_schema[];

G_END_DECLS
