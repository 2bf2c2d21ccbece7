#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-facets.h"

#include <string.h>

#include "model/ante-party.h"
#include "model/ante-types.h"
#include "store/ante-lead-query.h"
#include "store/ante-store-private.h"

static void
facet_free (gpointer data)
{
  AnteFacet *facet = data;

  g_free (facet->value);
  g_free (facet);
}

void
ante_facets_free (AnteFacets *self)
{
  if (self == NULL)
    return;

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++)
    g_clear_pointer (&self->kinds[kind], g_ptr_array_unref);
  g_free (self);
}

static AnteFacets *
facets_new (void)
{
  AnteFacets *self = g_new0 (AnteFacets, 1);

  for (guint kind = 0; kind < ANTE_FILTER_N_KINDS; kind++)
    self->kinds[kind] = g_ptr_array_new_with_free_func (facet_free);
  return self;
}

static void
add (AnteFacets *self, AnteFilterKind kind, const char *value, guint n_leads)
{
  AnteFacet *facet = g_new0 (AnteFacet, 1);

  facet->value = g_strdup (value);
  facet->n_leads = n_leads;
  g_ptr_array_add (self->kinds[kind], facet);
}

/* What is counted on the way: a number under each word. */
typedef struct {
  GHashTable *owners;
  GHashTable *labels;
  guint sources[ANTE_SOURCE_ORGANIC + 1];
  guint dues[ANTE_N_DUES];
  guint reaches[ANTE_N_REACHES];
} Tally;

static void
tally_init (Tally *self)
{
  memset (self, 0, sizeof *self);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tally_clear (Tally *self)
{
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
count_word (GHashTable *counts, const char *word)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));

  g_hash_table_insert (counts, g_strdup (word), GUINT_TO_POINTER (n + 1));
}

/* Each name stands between line feeds. */
static void
count_labels (GHashTable *counts, const char *labels)
{
  g_auto (GStrv) names = NULL;

  if (labels == NULL || *labels == '\0')
    return;
  names = g_strsplit (labels, "\n", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    if (*names[i] != '\0')
      count_word (counts, names[i]);
  }
}

static void
count_lead (Tally *tally, sqlite3_stmt *stmt, const AnteMoment *moment)
{
  AnteSourceKind source = ANTE_SOURCE_UNKNOWN;
  gint64 next_due = sqlite3_column_int64 (stmt, 3);
  gboolean has_step = sqlite3_column_int (stmt, 4) != 0;
  gint64 last_lead_at = sqlite3_column_int64 (stmt, 5);
  gint64 ad_first_at = sqlite3_column_int64 (stmt, 6);
  gboolean live = sqlite3_column_int (stmt, 7) != 0;

  count_word (tally->owners, (const char *) sqlite3_column_text (stmt, 0));
  if (ante_source_kind_from_nick ((const char *) sqlite3_column_text (stmt, 1), &source))
    tally->sources[source]++;
  count_labels (tally->labels, (const char *) sqlite3_column_text (stmt, 2));
  for (guint due = 0; due < ANTE_N_DUES; due++)
    tally->dues[due] +=
      ante_moment_is_due (moment, due, has_step, next_due) && (live || due != ANTE_DUE_NONE);
  for (guint reach = 0; reach < ANTE_N_REACHES; reach++)
    tally->reaches[reach] += ante_moment_is_in_reach (moment, reach, last_lead_at, ad_first_at);
}

static gboolean
count_leads (AnteDb *db, const AnteLeadFilter *filter, Tally *tally, GError **error)
{
  static const char columns[] = "SELECT owner, source, labels, next_due, next_action IS NOT NULL,"
                                " last_lead_at, ad_first_at, live";
  sqlite3_stmt *stmt = ante_lead_query_scan (db, filter, columns, "", error);
  int rc = SQLITE_ERROR;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    count_lead (tally, stmt, &filter->moment);
  if (rc != SQLITE_DONE)
    ante_db_set_error (db, error, "counting what leads have");
  sqlite3_finalize (stmt);
  return rc == SQLITE_DONE;
}

static gboolean
count_offers (AnteDb *db, const AnteLeadFilter *filter, AnteFacets *facets, GError **error)
{
  sqlite3_stmt *stmt = ante_lead_query_scan (
    db, filter,
    "SELECT text, count (DISTINCT lead_id) FROM fact WHERE kind = 'offer' AND state = 'confirmed'"
    " AND lead_id IN (SELECT id",
    ") GROUP BY text COLLATE NOCASE ORDER BY text COLLATE NOCASE", error);
  int rc = SQLITE_ERROR;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    add (facets, ANTE_FILTER_OFFER, (const char *) sqlite3_column_text (stmt, 0),
         (guint) sqlite3_column_int (stmt, 1));
  if (rc != SQLITE_DONE)
    ante_db_set_error (db, error, "counting offers");
  sqlite3_finalize (stmt);
  return rc == SQLITE_DONE;
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
add_words (AnteFacets *facets, AnteFilterKind kind, GHashTable *counts)
{
  guint n = 0;
  g_autofree char **words = (char **) g_hash_table_get_keys_as_array (counts, &n);

  g_qsort_with_data (words, (int) n, sizeof *words, compare_words, NULL);
  for (guint i = 0; i < n; i++)
    add (facets, kind, words[i], GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i])));
}

/* Coach and AI stand before the setters, and who has none after them. */
static void
add_owners (AnteFacets *facets, GHashTable *counts)
{
  static const char *const others[] = { ANTE_PARTY_COACH, ANTE_PARTY_AI, ANTE_PARTY_NONE };
  guint n_others[G_N_ELEMENTS (others)] = { 0 };
  guint n_setters = 0;
  GHashTableIter iter;
  gpointer n = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    n_others[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, others[i]));
    g_hash_table_remove (counts, others[i]);
  }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    n_setters += GPOINTER_TO_UINT (n);

  for (guint i = 0; i < 2; i++) {
    if (n_others[i] > 0)
      add (facets, ANTE_FILTER_OWNER, others[i], n_others[i]);
  }
  if (n_setters > 0)
    add (facets, ANTE_FILTER_OWNER, ANTE_PARTY_SETTER_PREFIX, n_setters);
  add_words (facets, ANTE_FILTER_OWNER, counts);
  if (n_others[2] > 0)
    add (facets, ANTE_FILTER_OWNER, others[2], n_others[2]);
}

static void
count_facets_job (AnteDb *db, GTask *task)
{
  const AnteLeadFilter *filter = g_task_get_task_data (task);
  g_autoptr (AnteFacets) facets = facets_new ();
  g_auto (Tally) tally = { NULL };
  GError *error = NULL;

  tally_init (&tally);
  if (count_leads (db, filter, &tally, &error) && count_offers (db, filter, facets, &error)) {
    add_owners (facets, tally.owners);
    add_words (facets, ANTE_FILTER_LABEL, tally.labels);
    for (guint i = 0; i < G_N_ELEMENTS (tally.sources); i++) {
      if (tally.sources[i] > 0)
        add (facets, ANTE_FILTER_SOURCE, ante_source_kind_to_nick (i), tally.sources[i]);
    }
    for (guint i = 0; i < ANTE_N_DUES; i++)
      add (facets, ANTE_FILTER_DUE, ante_due_to_nick (i), tally.dues[i]);
    for (guint i = 0; i < ANTE_N_REACHES; i++)
      add (facets, ANTE_FILTER_WINDOW, ante_reach_to_nick (i), tally.reaches[i]);
  }
  ante_store_return (task, g_steal_pointer (&facets), (GDestroyNotify) ante_facets_free, error);
}

void
ante_store_count_facets_async (AnteStore *self,
                               const AnteLeadFilter *filter,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, ante_lead_filter_copy (filter),
                        (GDestroyNotify) ante_lead_filter_free);
  ante_store_read (self, task, count_facets_job);
}

AnteFacets *
ante_store_count_facets_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
