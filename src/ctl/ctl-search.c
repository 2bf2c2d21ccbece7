#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "rules/ante-search-words.h"
#include "store/ante-store-search.h"

#define MAX_GIVEN 200
/* Read for those: messages are found in the order in which they arrived. */
#define MAX_READ 1600

/* The marks around the find are taken out: a script wants the words. */
static char *
plain_snippet (const char *snippet)
{
  char *plain = g_strdup (snippet);
  char *to = plain;

  for (const char *p = snippet; *p != '\0'; p++) {
    if (*p != '\x02' && *p != '\x03')
      *to++ = *p;
  }
  *to = '\0';
  return plain;
}

static JsonObject *
describe_hit (const AnteSearchHit *hit)
{
  g_autofree char *snippet = plain_snippet (hit->snippet);
  JsonObject *row = json_object_new ();

  ctl_set_text (row, "message_id", hit->mid);
  ctl_set_text (row, "handle", hit->handle);
  ctl_set_time (row, "at", hit->at);
  ctl_set_text (row, "author", hit->author);
  ctl_set_text (row, "snippet", snippet);
  return row;
}

static void
tell_unknown (const AnteSearchNote *note)
{
  g_printerr ("anteroomctl: %s: is not a search word; did you mean %s:?\n", note->name,
              ante_search_operator_get_name (note->near));
}

/* On stderr: what is found is the answer, and this is not of it. */
static void
tell_notes (const AnteSearchWords *words)
{
  for (guint i = 0; i < words->notes->len; i++) {
    const AnteSearchNote *note = words->notes->pdata[i];
    const char *name = NULL;

    if (note->op == ANTE_SEARCH_N_OPERATORS) {
      tell_unknown (note);
      continue;
    }
    name = ante_search_operator_get_name (note->op);
    if (note->is_out)
      g_printerr ("anteroomctl: -%s: is left aside: only words can be left out\n", name);
    else
      g_printerr ("anteroomctl: %s:%s is left aside: %s: %s\n", name, note->value, name,
                  ante_search_operator_get_takes (note->op));
  }
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const AnteSearchHit *left = *(const AnteSearchHit *const *) a;
  const AnteSearchHit *right = *(const AnteSearchHit *const *) b;

  return (left->at < right->at) - (left->at > right->at);
}

/* Page after page, as many as are read; NULL on error. */
static GPtrArray *
find (Ctl *ctl, AnteSearchWords *words, gboolean *is_close, GError **error)
{
  AnteStore *store = ante_workspace_get_store (ctl->workspace);
  g_autoptr (GPtrArray) hits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_search_hit_free);
  AnteSearchAsk ask = { .limit = MAX_READ, .nothing_yet = TRUE };

  do {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (AnteSearchPage) page = NULL;

    CTL_CALL (result, ante_store_search_async, store, words, &ask, NULL);
    page = ante_store_search_finish (store, result, error);
    if (page == NULL)
      return NULL;
    g_ptr_array_set_free_func (page->hits, NULL);
    g_ptr_array_extend_and_steal (hits, g_ptr_array_ref (page->hits));
    *is_close = page->is_close;
    ask.limit = MAX_READ - MIN (hits->len, MAX_READ);
    ask.below = page->next;
    ask.nothing_yet = hits->len == 0;
  } while (ask.below != 0 && ask.limit > 0);

  g_ptr_array_sort (hits, compare_newest);
  g_ptr_array_set_size (hits, (int) MIN (hits->len, MAX_GIVEN));
  return g_steal_pointer (&hits);
}

JsonNode *
ctl_search (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (AnteSearchWords) words = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *query = NULL;
  gboolean is_close = FALSE;
  JsonArray *array = NULL;

  if (!ctl_check_args (args, 1, G_MAXUINT, "search QUERY", error))
    return NULL;
  g_ptr_array_add (args, NULL);
  query = g_strjoinv (" ", (char **) args->pdata);
  g_ptr_array_remove_index (args, args->len - 1);

  words = ante_search_words_parse (query, ante_workspace_now (ctl->workspace), zone);
  tell_notes (words);
  hits = find (ctl, words, &is_close, error);
  if (hits == NULL)
    return NULL;
  if (is_close)
    g_printerr ("anteroomctl: nothing has these words as they stand; what follows is close\n");

  array = json_array_new ();
  for (guint i = 0; i < hits->len; i++)
    json_array_add_object_element (array, describe_hit (hits->pdata[i]));
  return ctl_array (array);
}
