#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-search-leads.h"

#include "model/ante-records.h"
#include "rules/ante-match.h"
#include "store/ante-lead-query.h"

/* Read for the few that are given. */
#define MAX_READ 400
#define MAX_GIVEN 6

void
ante_search_add_phrase (GString *match, const char *text, gboolean prefix)
{
  g_string_append_c (match, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (match, '"');
    g_string_append_c (match, *p);
  }
  g_string_append (match, prefix ? "\"*" : "\"");
}

/* --- source, owner, label, stage ------------------------------------------------------------ */

static gboolean
resolve (AnteDb *db, AnteFilterWords *leads, AnteFilterKind kind, const char *sql, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = NULL;

  if (!ante_filter_words_has (leads, kind))
    return TRUE;
  stmt = ante_db_query (db, &failure, sql, "");
  while (stmt != NULL && ante_db_next (db, stmt, &failure))
    g_strv_builder_add (builder, (const char *) sqlite3_column_text (stmt, 0));
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  known = g_strv_builder_end (builder);
  ante_filter_words_resolve (leads, kind, (const char *const *) known);
  return TRUE;
}

static gboolean
is_stage (sqlite3_stmt *stmt, const GPtrArray *names)
{
  g_autofree char *name = ante_match_fold ((const char *) sqlite3_column_text (stmt, 1));
  g_autofree char *key = ante_match_fold ((const char *) sqlite3_column_text (stmt, 2));

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *sought = ante_match_fold (names->pdata[i]);

    if (ante_match (name, sought) >= ANTE_MATCH_WORDS ||
        ante_match (key, sought) >= ANTE_MATCH_WORDS)
      return TRUE;
  }
  return FALSE;
}

/* (element-type gint64) */
static GArray *
find_stages (AnteDb *db, const GPtrArray *names, GError **error)
{
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;
  g_auto (AnteStmt) stmt =
    ante_db_query (db, &failure, "SELECT id, name, key FROM stage WHERE gone = 0", "");

  while (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    if (is_stage (stmt, names))
      g_array_append_val (stages, id);
  }
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return NULL;
  }
  return g_steal_pointer (&stages);
}

/* Whoever was set aside as no lead has written, too. */
static gboolean
add_filtered (AnteDb *db, AnteLeadFilter *filter, GByteArray *set, GError **error)
{
  for (int aside = 0; aside < 2; aside++) {
    g_autoptr (GArray) ids = NULL;

    filter->not_a_lead = aside != 0;
    ids = ante_lead_query_list (db, filter, ANTE_LEAD_ORDER_NEWEST, error);
    if (ids == NULL)
      return FALSE;
    for (guint i = 0; i < ids->len; i++)
      ante_lead_set_add (set, g_array_index (ids, gint64, i));
  }
  return TRUE;
}

gboolean
ante_search_leads_asked (AnteDb *db, const AnteSearchWords *words, GByteArray **set, GError **error)
{
  g_autoptr (AnteFilterWords) leads = ante_filter_words_copy (words->leads);
  g_autoptr (GByteArray) found = g_byte_array_new ();
  g_autoptr (GArray) stages = NULL;
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  *set = NULL;
  if (!ante_search_words_asks_for_leads (words))
    return TRUE;
  if (!resolve (db, leads, ANTE_FILTER_LABEL, "SELECT name FROM label", error) ||
      !resolve (db, leads, ANTE_FILTER_OWNER, "SELECT DISTINCT owner FROM lead", error))
    return FALSE;

  filter.words = leads;
  if (words->stages->len == 0) {
    if (!add_filtered (db, &filter, found, error))
      return FALSE;
  } else if ((stages = find_stages (db, words->stages, error)) == NULL) {
    return FALSE;
  }
  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    filter.stage_id = g_array_index (stages, gint64, i);
    if (!add_filtered (db, &filter, found, error))
      return FALSE;
  }
  *set = g_steal_pointer (&found);
  return TRUE;
}

/* --- names ---------------------------------------------------------------------------------- */

gboolean
ante_search_leads_named (AnteDb *db, GPtrArray *names, GByteArray **set, GError **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GByteArray) found = g_byte_array_new ();
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = NULL;

  *set = NULL;
  if (names->len == 0)
    return TRUE;
  for (guint i = 0; i < names->len; i++) {
    if (i > 0)
      g_string_append (match, " OR ");
    ante_search_add_phrase (match, names->pdata[i], TRUE);
  }
  stmt = ante_db_query (db, &failure, "SELECT rowid FROM lead_name WHERE lead_name MATCH ?1", "s",
                        match->str);
  while (stmt != NULL && ante_db_next (db, stmt, &failure))
    ante_lead_set_add (found, sqlite3_column_int64 (stmt, 0));
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  *set = g_steal_pointer (&found);
  return TRUE;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const AnteSearchHit *left = *(const AnteSearchHit *const *) a;
  const AnteSearchHit *right = *(const AnteSearchHit *const *) b;

  return (left->at < right->at) - (left->at > right->at);
}

gboolean
ante_search_leads_find (
  AnteDb *db, const AnteSearchWords *words, const GByteArray *set, GPtrArray *hits, GError **error)
{
  static const char sql[] = "SELECT lead.id, lead.handle, lead.name, last_message_at"
                            " FROM lead_name JOIN lead ON lead.id = lead_name.rowid"
                            " WHERE lead_name MATCH ?1 ORDER BY lead_name.rowid DESC LIMIT ?2";
  g_autoptr (GString) match = g_string_new (NULL);
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = NULL;

  for (guint i = 0; i < words->terms->len; i++) {
    const AnteSearchTerm *term = words->terms->pdata[i];

    if (i > 0)
      g_string_append (match, " AND ");
    ante_search_add_phrase (match, term->text, !term->is_exact);
  }
  stmt = ante_db_query (db, &failure, sql, "si", match->str, (gint64) MAX_READ);
  while (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    AnteSearchHit *hit = NULL;

    if (set != NULL && !ante_lead_set_has (set, sqlite3_column_int64 (stmt, 0)))
      continue;
    hit = ante_search_hit_new ();
    hit->lead_id = sqlite3_column_int64 (stmt, 0);
    hit->handle = ante_stmt_dup_text (stmt, 1);
    hit->name = ante_stmt_dup_text (stmt, 2);
    hit->at = sqlite3_column_int64 (stmt, 3);
    g_ptr_array_add (hits, hit);
  }
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  g_ptr_array_sort (hits, compare_newest);
  g_ptr_array_set_size (hits, (int) MIN (hits->len, MAX_GIVEN));
  return TRUE;
}
