#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ANTE_TYPE_FILE_FORM (ante_file_form_get_type ())
G_DECLARE_FINAL_TYPE (AnteFileForm, ante_file_form, ANTE, FILE_FORM, GInputStream)

/*
 * A form of two parts, a JSON text and a file, as a stream: what comes before the file, the file as
 * it is on the disk, what comes after it. It is opened when it is read, and never in memory as a
 * whole. One that has another size by then fails.
 */
AnteFileForm *ante_file_form_new (
  const char *message, const char *path, const char *name, const char *mime, gint64 size);
goffset ante_file_form_get_length (AnteFileForm *self);
/* (transfer full): with what parts it. */
char *ante_file_form_dup_content_type (AnteFileForm *self);

G_END_DECLS
