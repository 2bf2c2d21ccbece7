#pragma once

#include "model/ante-thread.h"
#include "store/ante-db.h"
#include "store/ante-store-sync.h"

G_BEGIN_DECLS

/* Writes what one answer told of one conversation, inside the running transaction. Private to the
 * store. */
gboolean ante_ingest_thread (
  AnteDb *db, const AnteThread *thread, gint64 now, AnteIngestResult *counts, GError **error);

G_END_DECLS
