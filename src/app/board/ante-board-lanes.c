#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-page-private.h"
#include "model/ante-party.h"

/* The lanes that there might be, and how many leads each would hold. */
typedef struct {
  AnteBoardPage *page;
  AnteBoardLanes kind;
  GPtrArray *keys;
} Candidates;

static void
candidates_free (Candidates *candidates)
{
  g_object_unref (candidates->page);
  g_ptr_array_unref (candidates->keys);
  g_free (candidates);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Candidates, candidates_free)

static Candidates *
candidates_new (AnteBoardPage *page)
{
  Candidates *candidates = g_new0 (Candidates, 1);

  candidates->page = g_object_ref (page);
  candidates->kind = page->lanes;
  candidates->keys = g_ptr_array_new_with_free_func (g_free);
  return candidates;
}

/* Asked for under other circumstances than there are by now. */
static gboolean
is_stale (Candidates *candidates, GObject *store)
{
  AnteBoardPage *page = candidates->page;

  return page->workspace == NULL || page->past_at != 0 || page->lanes != candidates->kind ||
         !ante_workspace_has_store (page->workspace, store);
}

/* A lane that is shown stays while the board is: the last card that leaves it must not take it away
 * under the pointer. */
static void
counted_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Candidates) candidates = user_data;
  g_autoptr (GArray) counts = ante_store_count_leads_finish (ANTE_STORE (store), result, NULL);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) wanted = NULL;
  AnteBoardGrid *grid = candidates->page->grid;

  if (counts == NULL || is_stale (candidates, store))
    return;
  for (guint i = 0; i < candidates->keys->len; i++) {
    const char *key = candidates->keys->pdata[i];

    if (g_array_index (counts, guint, i) > 0 || ante_board_grid_has_lane (grid, key))
      g_strv_builder_add (keys, key);
  }
  wanted = g_strv_builder_end (keys);
  ante_board_grid_set_lanes (grid, candidates->kind, wanted);
}

/* Takes @candidates. */
static void
count (Candidates *candidates)
{
  g_autofree AnteLeadFilter *filters = g_new0 (AnteLeadFilter, candidates->keys->len);
  AnteStore *store = ante_workspace_get_store (candidates->page->workspace);

  for (guint i = 0; i < candidates->keys->len; i++) {
    AnteSourceKind source = ANTE_SOURCE_UNKNOWN;

    filters[i] = (AnteLeadFilter) ANTE_LEAD_FILTER_ALL;
    if (candidates->kind == ANTE_BOARD_LANES_OWNER)
      filters[i].owner = candidates->keys->pdata[i];
    else if (ante_source_kind_from_nick (candidates->keys->pdata[i], &source))
      filters[i].source = (int) source;
  }
  ante_store_count_leads_async (store, filters, candidates->keys->len, NULL, counted_cb,
                                candidates);
}

static void
setters_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Candidates) candidates = user_data;
  g_auto (GStrv) setters = ante_store_list_setters_finish (ANTE_STORE (store), result, NULL);

  if (is_stale (candidates, store))
    return;
  g_ptr_array_add (candidates->keys, g_strdup (ANTE_PARTY_COACH));
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++)
    g_ptr_array_add (candidates->keys, g_strdup (setters[i]));
  g_ptr_array_add (candidates->keys, g_strdup (ANTE_PARTY_AI));
  g_ptr_array_add (candidates->keys, g_strdup (ANTE_PARTY_NONE));
  count (g_steal_pointer (&candidates));
}

void
ante_board_update_lanes (AnteBoardPage *self)
{
  Candidates *candidates = NULL;

  if (self->workspace == NULL || self->past_at != 0)
    return;
  if (self->lanes == ANTE_BOARD_LANES_NONE) {
    ante_board_grid_set_lanes (self->grid, ANTE_BOARD_LANES_NONE, NULL);
    return;
  }
  candidates = candidates_new (self);
  if (self->lanes == ANTE_BOARD_LANES_OWNER) {
    ante_store_list_setters_async (ante_workspace_get_store (self->workspace), NULL, setters_cb,
                                   candidates);
    return;
  }
  for (int kind = ANTE_SOURCE_UNKNOWN; kind <= ANTE_SOURCE_ORGANIC; kind++)
    g_ptr_array_add (candidates->keys, g_strdup (ante_source_kind_to_nick ((AnteSourceKind) kind)));
  count (candidates);
}
