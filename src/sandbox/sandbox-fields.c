#include "sandbox/sandbox-fields.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 8

static SandboxFields *
fields_new (char *name)
{
  SandboxFields *self = g_new0 (SandboxFields, 1);

  self->name = name;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_fields_free);
  return self;
}

void
sandbox_fields_free (SandboxFields *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->after);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static char *
take_word (const char **p)
{
  const char *start = *p;

  while (g_ascii_isalnum (**p) || **p == '_')
    (*p)++;
  return g_strndup (start, (gsize) (*p - start));
}

/* ".limit(5)", ".after(xyz)", in any order; others are passed over. */
static void
take_modifiers (const char **p, SandboxFields *field)
{
  while (**p == '.') {
    g_autofree char *word = NULL;
    const char *end = NULL;
    g_autofree char *argument = NULL;

    (*p)++;
    word = take_word (p);
    if (**p != '(' || (end = strchr (*p, ')')) == NULL)
      return;
    argument = g_strndup (*p + 1, (gsize) (end - *p - 1));
    *p = end + 1;
    if (g_str_equal (word, "limit"))
      field->limit = (guint) strtoul (argument, NULL, 10);
    else if (g_str_equal (word, "after"))
      field->after = g_steal_pointer (&argument);
  }
}

static gboolean
parse_list (const char **p, SandboxFields *parent, guint depth)
{
  while (**p != '\0' && **p != '}') {
    char *name = take_word (p);
    SandboxFields *field = NULL;

    if (*name == '\0' || depth > MAX_DEPTH) {
      g_free (name);
      return FALSE;
    }

    field = fields_new (name);
    g_ptr_array_add (parent->children, field);
    take_modifiers (p, field);
    if (**p == '{') {
      (*p)++;
      if (!parse_list (p, field, depth + 1) || **p != '}')
        return FALSE;
      (*p)++;
    }
    if (**p == ',')
      (*p)++;
  }
  return TRUE;
}

/* NULL when it is not well-formed. */
SandboxFields *
sandbox_fields_parse (const char *text)
{
  g_autoptr (SandboxFields) root = fields_new (NULL);
  const char *p = text != NULL ? text : "";

  if (!parse_list (&p, root, 0) || *p != '\0')
    return NULL;
  return g_steal_pointer (&root);
}

const SandboxFields *
sandbox_fields_get (const SandboxFields *self, const char *name)
{
  for (guint i = 0; self != NULL && i < self->children->len; i++) {
    const SandboxFields *child = self->children->pdata[i];

    if (g_str_equal (child->name, name))
      return child;
  }
  return NULL;
}

const char *
sandbox_fields_find_unknown (const SandboxFields *self, const char *const *known)
{
  for (guint i = 0; self != NULL && i < self->children->len; i++) {
    const SandboxFields *child = self->children->pdata[i];

    if (!g_strv_contains (known, child->name))
      return child->name;
  }
  return NULL;
}
