#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-id-steps.h"

/* More single steps than this, or a longer way for one id, and one exchange of all is cheaper. */
#define MAX_STEPS 100
#define MAX_SPAN 300

static void
splice (GListModel *model,
        GArray *ids,
        guint position,
        guint n_removed,
        const gint64 *added,
        guint n_added)
{
  if (n_removed > 0)
    g_array_remove_range (ids, position, n_removed);
  if (n_added > 0)
    g_array_insert_vals (ids, position, added, n_added);
  g_list_model_items_changed (model, position, n_removed, n_added);
}

static gboolean
find_from (GArray *ids, guint from, gint64 id, guint *position)
{
  for (guint i = from; i < ids->len; i++) {
    if (g_array_index (ids, gint64, i) == id) {
      *position = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* One span that holds both places: selections and lists find the same item again inside it. */
static void
pull_up (GListModel *model, GArray *ids, guint from, guint to)
{
  gint64 id = g_array_index (ids, gint64, from);

  g_array_remove_index (ids, from);
  g_array_insert_val (ids, to, id);
  g_list_model_items_changed (model, to, from - to + 1, from - to + 1);
}

static void
push_down (GListModel *model, GArray *ids, guint from, guint to)
{
  gint64 id = g_array_index (ids, gint64, from);

  g_array_remove_index (ids, from);
  g_array_insert_val (ids, to, id);
  g_list_model_items_changed (model, from, to - from + 1, to - from + 1);
}

static guint
count_equal_tail (GArray *a, GArray *b, guint start)
{
  guint n = 0;

  while (a->len - n > start && b->len - n > start &&
         g_array_index (a, gint64, a->len - 1 - n) == g_array_index (b, gint64, b->len - 1 - n))
    n++;
  return n;
}

static GHashTable *
make_set (GArray *ids, guint from, guint end)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = from; i < end; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));
  return set;
}

static guint
count_missing (GArray *ids, guint from, guint end, GHashTable *set)
{
  guint n = 0;

  while (from + n < end && !g_hash_table_contains (set, &g_array_index (ids, gint64, from + n)))
    n++;
  return n;
}

static gboolean
step (GListModel *model, GArray *ids, GArray *new_ids, GHashTable *new_set, guint at, guint old_end)
{
  gint64 wanted = g_array_index (new_ids, gint64, at);
  guint found = 0;
  guint gone = count_missing (ids, at, old_end, new_set);
  guint target = 0;

  if (gone > 0) {
    splice (model, ids, at, gone, NULL, 0);
  } else if (!find_from (ids, at, wanted, &found) || found >= old_end) {
    splice (model, ids, at, 0, &wanted, 1);
  } else if (found - at > MAX_SPAN) {
    return FALSE;
  } else if (found == at + 1 && find_from (new_ids, at, g_array_index (ids, gint64, at), &target) &&
             target < old_end && target - at <= MAX_SPAN) {
    push_down (model, ids, at, target);
  } else {
    pull_up (model, ids, found, at);
  }
  return TRUE;
}

void
ante_id_steps_take (GListModel *model, GArray *ids, GArray *new_ids)
{
  guint steps = 0;
  guint at = 0;
  guint tail = 0;
  g_autoptr (GHashTable) new_set = NULL;

  while (at < ids->len && at < new_ids->len &&
         g_array_index (ids, gint64, at) == g_array_index (new_ids, gint64, at))
    at++;
  tail = count_equal_tail (ids, new_ids, at);
  new_set = make_set (new_ids, at, new_ids->len - tail);

  while (at < new_ids->len - tail && at < ids->len - tail) {
    if (g_array_index (ids, gint64, at) == g_array_index (new_ids, gint64, at))
      at++;
    else if (++steps > MAX_STEPS || !step (model, ids, new_ids, new_set, at, ids->len - tail))
      break;
  }
  if (at < ids->len - tail || at < new_ids->len - tail)
    splice (model, ids, at, ids->len - tail - at, (gint64 *) (gpointer) new_ids->data + at,
            new_ids->len - tail - at);
}
