#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-call.h"

#define IDS_PER_PAGE 50

/**
 * Listing:
 * @ids: (element-type AnteMessage): found so far
 * @seen: (element-type utf8): their ids: a list that moves while it is read gives some twice
 * @pages: pages that may still be asked for, since cursors may lead round in a circle
 *
 * The ids of one thread, page after page.
 */
typedef struct {
  char *thread_id;
  char *stop_mid;
  guint max;
  guint pages;
  GPtrArray *ids;
  GHashTable *seen;
} Listing;

typedef struct {
  GPtrArray *ids;
  char *after;
} Page;

static void
listing_free (Listing *listing)
{
  g_free (listing->thread_id);
  g_free (listing->stop_mid);
  g_hash_table_unref (listing->seen);
  g_clear_pointer (&listing->ids, g_ptr_array_unref);
  g_free (listing);
}

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->ids);
  g_free (page->after);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
build_page (const AnteCall *call, AnteRequest *request, const char *fields)
{
  ante_request_add_segment (request, ANTE_INSTAGRAM_VERSION);
  ante_request_add_segment (request, call->thread_id);
  ante_request_add_segment (request, "messages");
  ante_request_add_query (request, "fields", "id,created_time");
  ante_request_add_query (request, "limit", G_STRINGIFY (IDS_PER_PAGE));
  ante_request_add_query (request, "after", call->after);
}

static gpointer
decode_page (const AnteCall *call, JsonObject *answer, GError **error)
{
  char *after = NULL;
  GPtrArray *ids = ante_decode_message_ids (answer, &after, error);
  Page *page = NULL;

  if (ids == NULL)
    return NULL;
  page = g_new0 (Page, 1);
  page->ids = ids;
  page->after = after;
  return page;
}

static const AnteCallType page_call = {
  .method = "GET",
  .label = "message ids",
  .ask = ANTE_ASK_READ,
  .budget = ante_call_reads,
  .tiers = ANTE_N_TIERS,
  .build = build_page,
  .decode = decode_page,
  .free_result = (GDestroyNotify) page_free,
};

/* FALSE when there is no need to look further: a page without one new id leads in a circle. */
static gboolean
take_page (Listing *listing, Page *page)
{
  guint before = listing->ids->len;

  for (guint i = 0; i < page->ids->len; i++) {
    AnteMessage *message = page->ids->pdata[i];

    if (g_strcmp0 (message->mid, listing->stop_mid) == 0 || listing->ids->len >= listing->max)
      return FALSE;
    if (g_hash_table_add (listing->seen, g_strdup (message->mid)))
      g_ptr_array_add (listing->ids, g_object_ref (message));
  }
  return page->after != NULL && listing->ids->len > before && listing->ids->len < listing->max &&
         listing->pages > 0;
}

static void ask_page (GTask *task, const char *after);

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (Page) page = g_task_propagate_pointer (G_TASK (result), &error);

  if (page == NULL)
    g_task_return_error (task, error);
  else if (take_page (listing, page))
    ask_page (task, page->after);
  else
    g_task_return_pointer (task, g_steal_pointer (&listing->ids),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
ask_page (GTask *task, const char *after)
{
  AnteInstagram *self = g_task_get_source_object (task);
  Listing *listing = g_task_get_task_data (task);
  AnteCall *call = ante_call_new (&page_call);
  g_autoptr (GTask) page =
    g_task_new (self, g_task_get_cancellable (task), page_cb, g_object_ref (task));

  listing->pages--;
  call->thread_id = g_strdup (listing->thread_id);
  call->after = g_strdup (after);
  ante_call_start (self, call, page);
}

void
ante_instagram_list_message_ids_async (AnteInstagram *self,
                                       const char *thread_id,
                                       const char *stop_mid,
                                       guint max,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, ante_instagram_list_message_ids_async);
  listing->thread_id = g_strdup (thread_id);
  listing->stop_mid = g_strdup (stop_mid);
  listing->max = max;
  listing->pages = max / IDS_PER_PAGE + 2;
  listing->ids = g_ptr_array_new_with_free_func (g_object_unref);
  listing->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  ask_page (task, NULL);
}

GPtrArray *
ante_instagram_list_message_ids_finish (AnteInstagram *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
