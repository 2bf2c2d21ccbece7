#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-groups.h"

/* Of each lead, until it is opened. */
#define MAX_SHOWN 3

typedef struct {
  AnteSearchItem *lead;
  gboolean is_named;
  gboolean is_open;
  GPtrArray *hits; /* of AnteSearchItem, newest first */
  AnteSearchItem *more;
} Group;

struct _AnteSearchGroups {
  GListStore *items;
  GPtrArray *groups;
  GHashTable *by_lead;
  guint n_hits;
};

static void
group_free (gpointer data)
{
  Group *group = data;

  g_clear_object (&group->lead);
  g_clear_object (&group->more);
  g_ptr_array_unref (group->hits);
  g_free (group);
}

static AnteSearchHit *
copy_lead (const AnteSearchHit *hit)
{
  AnteSearchHit *copy = ante_search_hit_new ();

  copy->lead_id = hit->lead_id;
  copy->handle = g_strdup (hit->handle);
  copy->name = g_strdup (hit->name);
  copy->at = hit->at;
  return copy;
}

static Group *
get_group (AnteSearchGroups *self, const AnteSearchHit *hit, gboolean is_named)
{
  Group *group = g_hash_table_lookup (self->by_lead, &hit->lead_id);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->is_named = is_named;
  group->lead = ante_search_item_new (ANTE_SEARCH_ITEM_LEAD, copy_lead (hit), is_named, 0);
  group->hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->by_lead, (gpointer) &ante_search_item_get_hit (group->lead)->lead_id,
                       group);
  return group;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const AnteSearchHit *left = ante_search_item_get_hit (*(AnteSearchItem *const *) a);
  const AnteSearchHit *right = ante_search_item_get_hit (*(AnteSearchItem *const *) b);

  return (left->at < right->at) - (left->at > right->at);
}

/* Takes @hit. */
static void
add_hit (AnteSearchGroups *self, Group *group, AnteSearchHit *hit)
{
  g_ptr_array_add (group->hits, ante_search_item_new (ANTE_SEARCH_ITEM_HIT, hit, FALSE, 0));
  self->n_hits++;
}

static guint
count_shown (const Group *group)
{
  /* Where one more would be all, no row is needed to say so. */
  return group->is_open || group->hits->len <= MAX_SHOWN + 1 ? group->hits->len : MAX_SHOWN;
}

/* The row that tells of the rest; one that says the same is kept. */
static void
update_more (Group *group)
{
  guint n = group->hits->len - count_shown (group);

  if (group->more != NULL && (n == 0 || ante_search_item_get_n (group->more) != n))
    g_clear_object (&group->more);
  if (group->more == NULL && n > 0)
    group->more = ante_search_item_new (
      ANTE_SEARCH_ITEM_MORE, copy_lead (ante_search_item_get_hit (group->lead)), FALSE, n);
}

static GPtrArray *
list_items (AnteSearchGroups *self)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->groups->len; i++) {
    Group *group = self->groups->pdata[i];
    guint shown = count_shown (group);

    g_ptr_array_sort (group->hits, compare_newest);
    update_more (group);
    g_ptr_array_add (items, group->lead);
    for (guint k = 0; k < shown; k++)
      g_ptr_array_add (items, group->hits->pdata[k]);
    if (group->more != NULL)
      g_ptr_array_add (items, group->more);
  }
  return items;
}

static gboolean
is_at (GListModel *model, guint position, gpointer item)
{
  g_autoptr (GObject) there = g_list_model_get_item (model, position);

  return there == item;
}

/* Changes no more rows than have changed, so that what is looked at stays. */
static void
show (AnteSearchGroups *self)
{
  g_autoptr (GPtrArray) items = list_items (self);
  GListModel *model = G_LIST_MODEL (self->items);
  guint old = g_list_model_get_n_items (model);
  guint start = 0;
  guint end = 0;

  while (start < MIN (old, items->len) && is_at (model, start, items->pdata[start]))
    start++;
  while (end < MIN (old, items->len) - start &&
         is_at (model, old - 1 - end, items->pdata[items->len - 1 - end]))
    end++;
  g_list_store_splice (self->items, start, old - start - end, items->pdata + start,
                       items->len - start - end);
}

void
ante_search_groups_add (AnteSearchGroups *self, AnteSearchPage *page)
{
  g_ptr_array_set_free_func (page->hits, NULL);
  for (guint i = 0; i < page->leads->len; i++)
    get_group (self, page->leads->pdata[i], TRUE);
  for (guint i = 0; i < page->hits->len; i++) {
    AnteSearchHit *hit = page->hits->pdata[i];

    add_hit (self, get_group (self, hit, FALSE), hit);
  }
  show (self);
}

static gboolean
has_hit (const Group *group, gint64 message_id)
{
  for (guint i = 0; i < group->hits->len; i++) {
    if (ante_search_item_get_hit (group->hits->pdata[i])->message_id == message_id)
      return TRUE;
  }
  return FALSE;
}

void
ante_search_groups_open (AnteSearchGroups *self, gint64 lead_id, AnteSearchPage *page)
{
  Group *group = g_hash_table_lookup (self->by_lead, &lead_id);

  if (group == NULL)
    return;
  group->is_open = TRUE;
  /* Rows that are there stay, so that the list does not move. */
  while (page->hits->len > 0) {
    AnteSearchHit *hit = g_ptr_array_steal_index (page->hits, page->hits->len - 1);

    if (has_hit (group, hit->message_id))
      ante_search_hit_free (hit);
    else
      add_hit (self, group, hit);
  }
  show (self);
}

GListModel *
ante_search_groups_get_model (AnteSearchGroups *self)
{
  return G_LIST_MODEL (self->items);
}

guint
ante_search_groups_count_hits (AnteSearchGroups *self)
{
  return self->n_hits;
}

guint
ante_search_groups_count_leads (AnteSearchGroups *self)
{
  return self->groups->len;
}

void
ante_search_groups_clear (AnteSearchGroups *self)
{
  g_list_store_remove_all (self->items);
  g_hash_table_remove_all (self->by_lead);
  g_ptr_array_set_size (self->groups, 0);
  self->n_hits = 0;
}

AnteSearchGroups *
ante_search_groups_new (void)
{
  AnteSearchGroups *self = g_new0 (AnteSearchGroups, 1);

  self->items = g_list_store_new (ANTE_TYPE_SEARCH_ITEM);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->by_lead = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
ante_search_groups_free (AnteSearchGroups *self)
{
  g_object_unref (self->items);
  g_hash_table_unref (self->by_lead);
  g_ptr_array_unref (self->groups);
  g_free (self);
}
