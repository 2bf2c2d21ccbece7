#pragma once

#include <gio/gio.h>

#include "model/ante-outgoing-file.h"

G_BEGIN_DECLS

/* Makes the copy of a file that is to be sent: the whole of it or none, written through to the
 * disk, readable by its owner alone. For a worker. Errors are ANTE_OUTGOING_ERROR. Private to the
 * engine.
 */

/* (transfer full): @stem is the copy's name without its ending. */
AnteOutgoingFile *ante_outgoing_copy_file (
  const char *dir, const char *stem, GFile *file, GCancellable *cancellable, GError **error);
AnteOutgoingFile *ante_outgoing_copy_stream (const char *dir,
                                             const char *stem,
                                             GInputStream *stream,
                                             const char *name,
                                             GCancellable *cancellable,
                                             GError **error);

G_END_DECLS
