#pragma once

#include "model/ante-message.h"
#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * Holes in a thread: messages that exist, or may exist, and that Instagram no longer gave. Private
 * to the store.
 */

/**
 * AnteGapRange:
 * @lead_id: whose thread
 * @person_id: whom it came under, where that was merged into another; else the same
 * @newest_at: newest message that Instagram had given before, ms; 0 for none
 * @newest_mid: (nullable): its message id
 * @has_older: the thread has messages before the oldest one read
 * @missed: (nullable) (element-type utf8): those of them that may have been missed; %NULL when not
 * known
 * @in_order: what was read is one stretch without holes
 *
 * What was read, and what was known before.
 */
typedef struct {
  gint64 lead_id;
  gint64 person_id;
  gint64 newest_at;
  const char *newest_mid;
  gboolean has_older;
  GPtrArray *missed;
  gboolean in_order;
} AnteGapRange;

gboolean ante_gaps_update (AnteDb *db,
                           const AnteGapRange *range,
                           GPtrArray *messages,
                           gboolean *in_hole,
                           gboolean *changed,
                           GError **error);

G_END_DECLS
