#pragma once

#include "store/ante-db.h"

G_BEGIN_DECLS

/* What a search looks into, kept with each message. Private to the store. */

/* @text (nullable) */
gboolean ante_search_index_add (AnteDb *db, gint64 id, const char *text, GError **error);
/* @text: as it was added. */
gboolean ante_search_index_remove (AnteDb *db, gint64 id, const char *text, GError **error);
/* After the handle or the name of a lead may have changed. */
gboolean ante_search_index_name (AnteDb *db, gint64 lead_id, GError **error);
/* The signs of all messages there are, once. */
gboolean ante_search_index_fill_signs (AnteDb *db, GError **error);

G_END_DECLS
