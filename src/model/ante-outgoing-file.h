#pragma once

#include <glib.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

/**
 * AnteOutgoingFile:
 * @id: row id while it is put to what is being written; 0 elsewhere
 * @file: its name in the folder "outgoing"
 * @name: what it was called where it came from
 * @kind: what it is to the person who gets it
 * @mime: what it is called on its way
 * @size: bytes
 * @width: of a picture, pixels; 0 when not known
 * @height: of a picture, pixels; 0 when not known
 * @upload_id: (nullable): what Instagram calls it, once it is there
 *
 * A file that is to be sent: our own copy of it.
 */
typedef struct {
  gint64 id;
  char *file;
  char *name;
  AnteMessageKind kind;
  char *mime;
  gint64 size;
  int width;
  int height;
  char *upload_id;
} AnteOutgoingFile;

AnteOutgoingFile *ante_outgoing_file_copy (const AnteOutgoingFile *self);
void ante_outgoing_file_free (AnteOutgoingFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteOutgoingFile, ante_outgoing_file_free)

G_END_DECLS
