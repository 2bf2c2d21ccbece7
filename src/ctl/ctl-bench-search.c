#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include <stdlib.h>

#include "rules/ante-search-words.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"
#include "store/ante-store-search.h"

/* As the window asks. */
#define PAGE 300
/* Words are taken from the messages of so many leads, spread over all. */
#define LEADS 60
/* A word is typed up to here, letter by letter. */
#define MAX_LETTERS 8

typedef struct {
  GPtrArray *queries;
  GArray *ms;
  char *worst;
  double worst_ms;
} Typing;

static void
add_prefixes (GPtrArray *queries, GHashTable *seen, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n,.?!:;()\"", 40);

  for (guint i = 0; words[i] != NULL; i++) {
    const char *end = words[i];

    for (guint n = 0; *end != '\0' && n < MAX_LETTERS; n++) {
      g_autofree char *prefix = NULL;

      end = g_utf8_next_char (end);
      prefix = g_strndup (words[i], (gsize) (end - words[i]));
      if (g_hash_table_add (seen, g_strdup (prefix)))
        g_ptr_array_add (queries, g_steal_pointer (&prefix));
    }
  }
}

static gboolean
add_words_of_lead (Ctl *ctl, gint64 lead, GPtrArray *queries, GHashTable *seen, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteMessagePage) page = NULL;

  CTL_CALL (result, ante_store_list_messages_async, store, lead, 0, 0, 20, NULL);
  page = ante_store_list_messages_finish (store, result, error);
  for (guint i = 0; page != NULL && i < page->messages->len; i++) {
    const AnteMessage *message = page->messages->pdata[i];

    if (message->text != NULL)
      add_prefixes (queries, seen, message->text);
  }
  return page != NULL;
}

/* Every prefix of words that were written, each once, so that rare ones count as common ones do. */
static gboolean
gather (Ctl *ctl, GPtrArray *queries, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  CTL_CALL (result, ante_store_list_lead_ids_async, store, &filter, ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (store, result, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < LEADS && i < ids->len; i++) {
    guint at = (guint) ((guint64) i * ids->len / LEADS);

    if (!add_words_of_lead (ctl, g_array_index (ids, gint64, at), queries, seen, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
ask (Ctl *ctl, Typing *typing, const char *query, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AnteSearchWords) words =
    ante_search_words_parse (query, ante_workspace_now (ctl->workspace), zone);
  AnteSearchAsk question = { .limit = PAGE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AnteSearchPage) page = NULL;
  double ms = 0;

  CTL_CALL (result, ante_store_search_async, store, words, &question, NULL);
  page = ante_store_search_finish (store, result, error);
  ms = (double) (g_get_monotonic_time () - start) / 1000;
  g_array_append_val (typing->ms, ms);
  if (ms > typing->worst_ms) {
    typing->worst_ms = ms;
    g_free (typing->worst);
    typing->worst = g_strdup (query);
  }
  return page != NULL;
}

static int
compare_ms (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
percentile (GArray *ms, guint percent)
{
  return ms->len > 0 ? g_array_index (ms, double, (gsize) (ms->len - 1) * percent / 100) : 0;
}

/* How long each prefix of words that are stored takes to be found. */
JsonNode *
ctl_bench_search (Ctl *ctl, GError **error)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ms = g_array_new (FALSE, FALSE, sizeof (double));
  Typing typing = { queries, ms, NULL, 0 };
  JsonObject *object = NULL;

  if (!gather (ctl, queries, error))
    return NULL;
  for (guint i = 0; i < queries->len; i++) {
    if (!ask (ctl, &typing, queries->pdata[i], error)) {
      g_free (typing.worst);
      return NULL;
    }
  }
  g_array_sort (ms, compare_ms);
  object = json_object_new ();
  json_object_set_int_member (object, "queries", ms->len);
  json_object_set_double_member (object, "p50_ms", percentile (ms, 50));
  json_object_set_double_member (object, "p99_ms", percentile (ms, 99));
  json_object_set_double_member (object, "worst_ms", typing.worst_ms);
  ctl_set_text (object, "worst", typing.worst);
  g_free (typing.worst);
  return ctl_object (object);
}
