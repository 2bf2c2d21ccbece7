#pragma once

#include <glib-object.h>

#include "model/ante-records.h"

G_BEGIN_DECLS

/**
 * AnteSearchItemKind:
 * @ANTE_SEARCH_ITEM_LEAD: whose messages follow
 * @ANTE_SEARCH_ITEM_HIT: a message
 * @ANTE_SEARCH_ITEM_MORE: there are more messages of that lead
 */
typedef enum {
  ANTE_SEARCH_ITEM_LEAD,
  ANTE_SEARCH_ITEM_HIT,
  ANTE_SEARCH_ITEM_MORE,
} AnteSearchItemKind;

#define ANTE_TYPE_SEARCH_ITEM (ante_search_item_get_type ())
G_DECLARE_FINAL_TYPE (AnteSearchItem, ante_search_item, ANTE, SEARCH_ITEM, GObject)

/* A row of what was found. Takes @hit. @is_named: the lead itself was found, by its name. @n: how
 * many messages there are, or are more. */
AnteSearchItem *
ante_search_item_new (AnteSearchItemKind kind, AnteSearchHit *hit, gboolean is_named, guint n);
AnteSearchItemKind ante_search_item_get_kind (AnteSearchItem *self);
const AnteSearchHit *ante_search_item_get_hit (AnteSearchItem *self);
gboolean ante_search_item_is_named (AnteSearchItem *self);
guint ante_search_item_get_n (AnteSearchItem *self);
/* Whether the arrow keys stop there: not at a name that only stands over its messages. */
gboolean ante_search_item_is_stop (AnteSearchItem *self);

G_END_DECLS
