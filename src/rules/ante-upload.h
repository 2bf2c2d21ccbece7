#pragma once

#include "rules/ante-media-type.h"

G_BEGIN_DECLS

/* So much of a file's beginning tells what it is. */
#define ANTE_UPLOAD_HEAD 64

/* What Instagram takes at most, bytes. */
#define ANTE_UPLOAD_MAX_PICTURE (8 * 1024 * 1024)
#define ANTE_UPLOAD_MAX_BYTES (25 * 1024 * 1024)

/**
 * AnteUploadType:
 * @kind: what it is to the person who gets it
 * @mime: what it is called on its way
 * @type: how it is kept
 * @most: its largest size, bytes
 *
 * A type of file that can be sent.
 */
typedef struct {
  AnteMessageKind kind;
  const char *mime;
  AnteMediaType type;
  gint64 most;
} AnteUploadType;

const AnteUploadType *ante_upload_find_type (const guint8 *head, gsize length);

G_END_DECLS
