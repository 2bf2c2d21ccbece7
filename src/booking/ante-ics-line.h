#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteIcsLine:
 * @number: where it stands, from 1
 * @name: of the property, in capitals
 * @names: (element-type utf8): of its parameters, in capitals
 * @values: (element-type utf8): of those, without quotes, in the same order
 * @value: all after the colon
 *
 * One logical line, taken apart.
 */
typedef struct {
  guint number;
  char *name;
  GPtrArray *names;
  GPtrArray *values;
  char *value;
} AnteIcsLine;

/* NULL where there is no name or no colon. */
AnteIcsLine *ante_ics_line_parse (const char *text, guint number);
void ante_ics_line_free (AnteIcsLine *self);
/* NULL where there is no such parameter. */
const char *ante_ics_line_get (const AnteIcsLine *self, const char *name);
/* The name alone, in capitals, without taking the rest apart. */
gboolean ante_ics_line_is (const char *text, const char *name);

/* A text without its escapes. */
char *ante_ics_unescape (const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteIcsLine, ante_ics_line_free)

G_END_DECLS
