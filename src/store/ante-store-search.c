#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-store-search.h"

#include <string.h>

#include "store/ante-search-judge.h"
#include "store/ante-search-leads.h"
#include "store/ante-search-spelling.h"
#include "store/ante-store-private.h"

/* So long one page may look before it gives what it has: another view waits for the reader. */
#define SLICE_US 120000
/* Rows between two looks at the clock. */
#define ROWS_A_LOOK 64
/* A sample of the newest messages tells which words are common. */
#define SAMPLE 256
/* Common words are not looked up but read for, as long as it takes no more rows than these. */
#define MAX_READ 3000
/* In how many rows of the sample a word is a common one: collecting all of its rows from the index
 * would take longer than reading for it. */
#define COMMON 13
#define SNIPPET_CHARS 160

/* What a link can be found by in the index; which of them are links is then looked at. */
static const char links[] = "http OR https OR www OR com OR net OR org OR io OR co OR me OR app OR "
                            "link OR ly OR be OR tv OR gg OR de OR uk OR fr OR es OR br OR example";

typedef struct {
  AnteSearchWords *words;
  AnteSearchAsk ask;
} Search;

/* A search under way. */
typedef struct {
  AnteDb *db;
  const AnteSearchAsk *ask;
  GCancellable *cancellable;
  AnteSearchJudge judge;
  gboolean has_words;
  gint64 until; /* by the monotonic clock, µs */
  gint64 below; /* the row that was looked at last */
  guint n_rows;
  AnteSearchPage *page;
  GHashTable *leads; /* id to its hit in the page with its names */
} Run;

static void
search_free (gpointer data)
{
  Search *search = data;

  ante_search_words_unref (search->words);
  g_free (search);
}

void
ante_search_page_free (AnteSearchPage *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->leads);
  g_ptr_array_unref (self->hits);
  g_free (self);
}

static AnteSearchPage *
page_new (void)
{
  AnteSearchPage *self = g_new0 (AnteSearchPage, 1);

  self->leads = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_search_hit_free);
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_search_hit_free);
  return self;
}

/* --- many messages -------------------------------------------------------------------------- */

static const char *
get_text (sqlite3_stmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

static void
add_hit (Run *run, sqlite3_stmt *stmt)
{
  AnteSearchHit *hit = ante_search_hit_new ();

  hit->message_id = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_ID);
  hit->lead_id = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_LEAD);
  hit->at = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_AT);
  hit->author = ante_stmt_dup_text (stmt, ANTE_SEARCH_COLUMN_AUTHOR);
  hit->mid = ante_stmt_dup_text (stmt, ANTE_SEARCH_COLUMN_MID);
  ante_message_kind_from_nick (get_text (stmt, ANTE_SEARCH_COLUMN_KIND), &hit->kind);
  hit->snippet = ante_search_match_mark (run->judge.match, get_text (stmt, ANTE_SEARCH_COLUMN_TEXT),
                                         SNIPPET_CHARS);
  g_ptr_array_add (run->page->hits, hit);
}

static gboolean
is_full (Run *run)
{
  return run->page->hits->len >= run->ask->limit;
}

/* Takes @stmt, which gives ANTE_SEARCH_COLUMNS. @most: rows to look at, 0 for all. Returns: whether
 * it came to its end; FALSE also where @error is set. */
static gboolean
read_rows (Run *run, sqlite3_stmt *query, guint most, GError **error)
{
  g_auto (AnteStmt) stmt = query;
  GError *failure = NULL;
  guint n = 0;

  while (!is_full (run) && (most == 0 || n < most)) {
    if (++run->n_rows % ROWS_A_LOOK == 0 &&
        (g_get_monotonic_time () > run->until || g_cancellable_is_cancelled (run->cancellable)))
      return FALSE;
    if (!ante_db_next (run->db, stmt, &failure))
      break;
    n++;
    run->below = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_ID);
    run->page->looked_to = sqlite3_column_int64 (stmt, ANTE_SEARCH_COLUMN_AT);
    if (ante_search_judge_fits (&run->judge, stmt))
      add_hit (run, stmt);
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL && !is_full (run) && (most == 0 || n < most);
}

/* By row id, which is the order of arrival: there is no other in which an index can be read. */
static gboolean
scan (Run *run, guint most, GError **error)
{
  static const char sql[] =
    "SELECT " ANTE_SEARCH_COLUMNS " FROM message WHERE id < ?1 ORDER BY message.id DESC";
  static const char rich[] = "SELECT " ANTE_SEARCH_COLUMNS " FROM message WHERE id < ?1"
                             " AND (kind <> 'text' OR reactions IS NOT NULL)"
                             " ORDER BY message.id DESC";
  gboolean is_rich = FALSE;
  sqlite3_stmt *stmt = NULL;

  for (guint i = 0; i < run->judge.words->has->len; i++)
    is_rich |= (g_array_index (run->judge.words->has, guint, i) & ANTE_SEARCH_LINK) == 0;
  stmt = ante_db_query (run->db, error, is_rich ? rich : sql, "i", run->below);
  return stmt != NULL && read_rows (run, stmt, most, error);
}

static gboolean
look_up (Run *run, const char *match, gboolean signs, GError **error)
{
  static const char by_words[] =
    "SELECT " ANTE_SEARCH_COLUMNS
    " FROM message_text JOIN message ON message.id = message_text.rowid"
    " WHERE message_text MATCH ?1 AND message_text.rowid < ?2 ORDER BY message_text.rowid DESC";
  static const char by_signs[] =
    "SELECT " ANTE_SEARCH_COLUMNS
    " FROM message_signs JOIN message ON message.id = message_signs.rowid"
    " WHERE message_signs MATCH ?1 AND message_signs.rowid < ?2"
    " ORDER BY message_signs.rowid DESC";
  sqlite3_stmt *stmt =
    ante_db_query (run->db, error, signs ? by_signs : by_words, "si", match, run->below);

  return stmt != NULL && read_rows (run, stmt, 0, error);
}

static gboolean
read_thread (Run *run, GError **error)
{
  static const char sql[] =
    "SELECT " ANTE_SEARCH_COLUMNS
    " FROM message WHERE lead_id = ?1 ORDER BY message.at DESC, message.id DESC";
  sqlite3_stmt *stmt = ante_db_query (run->db, error, sql, "i", run->ask->lead_id);

  return stmt != NULL && read_rows (run, stmt, 0, error);
}

/* --- what to look up ------------------------------------------------------------------------ */

/* How many words of the phrase are looked up: not the first letters of a last one ("can't"), which
 * begin too many words of the index. */
static guint
count_looked_up (const AnteSearchPart *part, const AnteSearchWay *way)
{
  guint n = way->words->len;

  return n > 1 && !part->is_exact && strlen (way->words->pdata[n - 1]) <= 2 ? n - 1 : n;
}

/* In any of its ways. Returns: whether that is all of the part. */
static gboolean
add_words (GString *match, const AnteSearchPart *part)
{
  gboolean is_all = TRUE;

  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_c (match, '(');
  for (guint i = 0; i < part->ways->len; i++) {
    const AnteSearchWay *way = part->ways->pdata[i];
    guint n = count_looked_up (part, way);
    g_autoptr (GString) phrase = g_string_new (NULL);

    for (guint k = 0; k < n; k++)
      g_string_append_printf (phrase, "%s%s", k > 0 ? " " : "", (char *) way->words->pdata[k]);
    if (i > 0)
      g_string_append (match, " OR ");
    ante_search_add_phrase (match, phrase->str, !part->is_exact && n == way->words->len);
    is_all &= n == way->words->len;
  }
  g_string_append_c (match, ')');
  return is_all;
}

/* Signs that stand side by side are so in the text. */
static void
add_signs (GString *match, const AnteSearchPart *part)
{
  const AnteSearchWay *way = part->ways->pdata[0];
  gboolean open = FALSE;

  for (guint i = 0; i < way->words->len; i++) {
    g_autofree char *sign =
      g_array_index (way->signs, gboolean, i) ? ante_search_signs (way->words->pdata[i]) : NULL;

    if (sign != NULL)
      g_string_append_printf (match, "%s%s", open ? " " : match->len > 0 ? " AND \"" : "\"", sign);
    else if (open)
      g_string_append_c (match, '"');
    open = sign != NULL;
  }
  if (open)
    g_string_append_c (match, '"');
}

static gboolean
is_looked_up (const AnteSearchPart *part)
{
  const AnteSearchWay *way = part->ways->pdata[0];

  return !part->is_out && way->n_signs == 0;
}

/* Words that are not common, or else the least common one. @settled tells which. */
static char *
choose_words (Run *run)
{
  GString *match = g_string_new (NULL);
  int rarest = -1;

  memset (run->judge.settled, 0, run->judge.parts->len * sizeof *run->judge.settled);
  for (guint i = 0; i < run->judge.parts->len; i++) {
    if (!is_looked_up (run->judge.parts->pdata[i]))
      continue;
    if (rarest < 0 || run->judge.seen[i] < run->judge.seen[rarest])
      rarest = (int) i;
    run->judge.settled[i] = run->judge.seen[i] < COMMON;
  }
  if (rarest >= 0)
    run->judge.settled[rarest] = TRUE;
  for (guint i = 0; i < run->judge.parts->len; i++) {
    if (run->judge.settled[i])
      run->judge.settled[i] = add_words (match, run->judge.parts->pdata[i]);
  }
  return g_string_free (match, FALSE);
}

static char *
choose_signs (Run *run)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < run->judge.parts->len; i++) {
    const AnteSearchPart *part = run->judge.parts->pdata[i];

    if (!part->is_out && ((AnteSearchWay *) part->ways->pdata[0])->n_signs > 0)
      add_signs (match, part);
  }
  return g_string_free (match, FALSE);
}

/* The newest are read for what is common: it fills a page soon. TRUE: there are no more. */
static gboolean
sample (Run *run, GError **error)
{
  GError *failure = NULL;
  gboolean at_end = FALSE;

  run->judge.is_sampling = TRUE;
  at_end = scan (run, SAMPLE, &failure);
  run->judge.is_sampling = FALSE;
  while (failure == NULL && !at_end && !is_full (run) && run->n_rows < MAX_READ &&
         run->page->hits->len * MAX_READ >= run->n_rows * run->ask->limit / 2 &&
         run->page->hits->len > 0)
    at_end = scan (run, SAMPLE, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL && at_end;
}

static gboolean
asks_for_links_alone (Run *run)
{
  return run->judge.words->has->len == 1 &&
         g_array_index (run->judge.words->has, guint, 0) == ANTE_SEARCH_LINK;
}

/* TRUE: all was looked at. */
static gboolean
look (Run *run, GError **error)
{
  g_autofree char *words = NULL;
  g_autofree char *signs = choose_signs (run);
  GError *failure = NULL;
  gboolean at_end = FALSE;

  if (run->ask->lead_id != 0)
    return read_thread (run, error);
  if (run->has_words && !run->page->is_close)
    at_end = sample (run, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (failure != NULL || at_end || is_full (run))
    return at_end;

  words = choose_words (run);
  if (*words != '\0')
    return look_up (run, words, FALSE, error);
  if (*signs != '\0')
    return look_up (run, signs, TRUE, error);
  if (asks_for_links_alone (run))
    return look_up (run, links, FALSE, error);
  return scan (run, 0, error);
}

/* --- the page ------------------------------------------------------------------------------- */

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const AnteSearchHit *left = *(const AnteSearchHit *const *) a;
  const AnteSearchHit *right = *(const AnteSearchHit *const *) b;

  if (left->at != right->at)
    return left->at < right->at ? 1 : -1;
  return (left->message_id < right->message_id) - (left->message_id > right->message_id);
}

static gboolean
read_names (Run *run, GError **error)
{
  static const char sql[] = "SELECT handle, name FROM lead WHERE id = ?1";
  GError *failure = NULL;

  for (guint i = 0; i < run->page->hits->len && failure == NULL; i++) {
    AnteSearchHit *hit = run->page->hits->pdata[i];
    AnteSearchHit *known = g_hash_table_lookup (run->leads, &hit->lead_id);
    g_auto (AnteStmt) stmt = NULL;

    if (known != NULL) {
      hit->handle = g_strdup (known->handle);
      hit->name = g_strdup (known->name);
      continue;
    }
    stmt = ante_db_query (run->db, &failure, sql, "i", hit->lead_id);
    if (stmt == NULL || !ante_db_next (run->db, stmt, &failure))
      break;
    hit->handle = ante_stmt_dup_text (stmt, 0);
    hit->name = ante_stmt_dup_text (stmt, 1);
    g_hash_table_insert (run->leads, &hit->lead_id, hit);
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
may_be_close (Run *run)
{
  return run->page->hits->len == 0 && run->page->leads->len == 0 && run->has_words &&
         run->ask->lead_id == 0 && (run->ask->below == 0 || run->ask->nothing_yet);
}

/* Nothing has the words as they were typed: what is close to them? */
static gboolean
look_close (Run *run, gboolean *at_end, GError **error)
{
  gboolean found = FALSE;
  GError *failure = NULL;

  if (!ante_search_spelling_add (run->db, run->judge.match, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  run->page->is_close = TRUE;
  run->below = G_MAXINT64;
  run->until = g_get_monotonic_time () + SLICE_US;
  *at_end = look (run, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  /* Of those that are close one page is enough. */
  *at_end = TRUE;
  run->page->is_close = run->page->hits->len > 0;
  return failure == NULL;
}

static gboolean
fill (Run *run, GError **error)
{
  const AnteSearchWords *words = run->judge.words;
  GError *failure = NULL;
  gboolean at_end = FALSE;

  if (!ante_search_judge_find_leads (&run->judge, run->db, error))
    return FALSE;
  if (run->ask->below == 0 && run->ask->lead_id == 0 && ante_search_words_is_words_alone (words) &&
      !ante_search_leads_find (run->db, words, run->judge.asked, run->page->leads, error))
    return FALSE;

  at_end = look (run, &failure);
  if (failure == NULL && at_end && may_be_close (run))
    look_close (run, &at_end, &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  run->page->next = at_end || run->ask->lead_id != 0 ? 0 : run->below;
  if (run->page->next == 0)
    run->page->looked_to = 0;
  g_ptr_array_sort (run->page->hits, compare_newest);
  return read_names (run, error);
}

static void
run_init (Run *run, AnteDb *db, const Search *search, GCancellable *cancellable)
{
  run->db = db;
  run->ask = &search->ask;
  run->cancellable = cancellable;
  ante_search_judge_init (&run->judge, search->words);
  for (guint i = 0; i < run->judge.parts->len; i++)
    run->has_words |= is_looked_up (run->judge.parts->pdata[i]);
  run->until = g_get_monotonic_time () + SLICE_US;
  run->below = search->ask.below != 0 ? search->ask.below : G_MAXINT64;
  run->page = page_new ();
  run->leads = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static void
run_clear (Run *run)
{
  ante_search_judge_clear (&run->judge);
  g_clear_pointer (&run->page, ante_search_page_free);
  g_hash_table_unref (run->leads);
}

static void
search_job (AnteDb *db, GTask *task)
{
  const Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  Run run = { NULL };
  AnteSearchPage *page = NULL;

  run_init (&run, db, search, g_task_get_cancellable (task));
  if (!ante_search_words_is_empty (search->words))
    fill (&run, &error);
  page = g_steal_pointer (&run.page);
  run_clear (&run);
  ante_store_return (task, page, (GDestroyNotify) ante_search_page_free, error);
}

void
ante_store_search_async (AnteStore *self,
                         AnteSearchWords *words,
                         const AnteSearchAsk *ask,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->words = ante_search_words_ref (words);
  search->ask = *ask;
  g_task_set_task_data (task, search, search_free);
  ante_store_read (self, task, search_job);
}

AnteSearchPage *
ante_store_search_finish (AnteStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
