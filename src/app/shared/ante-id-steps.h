#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Makes @ids, which are the items of @model in their order (element-type gint64), into @new_ids,
 * and has @model tell of it in the fewest and smallest steps: what is selected and where a list is
 * scrolled to stays.
 */
void ante_id_steps_take (GListModel *model, GArray *ids, GArray *new_ids);

G_END_DECLS
