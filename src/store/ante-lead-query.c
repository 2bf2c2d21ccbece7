#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-lead-query.h"

#include <string.h>

#include "model/ante-party.h"
#include "model/ante-types.h"
#include "rules/ante-window.h"
#include "store/ante-lead-set.h"
#include "store/ante-store-changes.h"

/* Of so many questions the leads that fit are remembered: the lanes of a board ask a few. */
#define MAX_FOUND 16

/* A statement in the making: its text, and what is bound to ?1, ?2, … in it. */
typedef struct {
  GString *sql;
  GPtrArray *texts; /* NULL where it is a number */
  GArray *numbers;
} Query;

static void
query_init (Query *self)
{
  self->sql = g_string_new (NULL);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
query_clear (Query *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* Takes @text. Returns: its number in the statement. */
static guint
bind_text (Query *self, char *text)
{
  gint64 none = 0;

  g_ptr_array_add (self->texts, text);
  g_array_append_val (self->numbers, none);
  return self->texts->len;
}

static guint
bind_number (Query *self, gint64 number)
{
  g_ptr_array_add (self->texts, NULL);
  g_array_append_val (self->numbers, number);
  return self->texts->len;
}

/* Its text is made anew each time, so the statement is not kept. */
static sqlite3_stmt *
query_prepare (Query *self, AnteDb *db, GError **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db->handle, self->sql->str, -1, &stmt, NULL) != SQLITE_OK) {
    ante_db_set_error (db, error, "preparing a list of leads");
    return NULL;
  }
  for (guint i = 0; i < self->texts->len; i++) {
    if (self->texts->pdata[i] != NULL)
      sqlite3_bind_text (stmt, (int) i + 1, self->texts->pdata[i], -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (stmt, (int) i + 1, g_array_index (self->numbers, gint64, i));
  }
  return stmt;
}

/* --- what no index holds -------------------------------------------------------------------- */

/* Words between @before and @after for LIKE, its own signs escaped: what a person types matches as
 * it stands. */
static char *
make_like (const char *before, const char *words, const char *after)
{
  GString *like = g_string_new (before);

  for (const char *p = words; *p != '\0'; p++) {
    if (strchr ("%_\\", *p) != NULL)
      g_string_append_c (like, '\\');
    g_string_append_c (like, *p);
  }
  g_string_append (like, after);
  return g_string_free (like, FALSE);
}

static char *
lower (const char *words)
{
  GString *lowered = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (lowered, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (lowered, FALSE);
}

static gunichar
get_lower (const char *text)
{
  return (guchar) *text < 0x80 ? (gunichar) g_ascii_tolower (*text)
                               : g_unichar_tolower (g_utf8_get_char (text));
}

static gboolean
holds_at (const char *text, const char *word)
{
  while (*word != '\0' && *text != '\0' && get_lower (text) == g_utf8_get_char (word)) {
    text = g_utf8_next_char (text);
    word = g_utf8_next_char (word);
  }
  return *word == '\0';
}

/* ante_holds (word, text): LIKE knows capitals of the English alphabet alone. @word is lower-cased
 * already. */
static void
holds_func (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *word = (const char *) sqlite3_value_text (values[0]);
  const char *text = (const char *) sqlite3_value_text (values[1]);
  gunichar first = word != NULL ? g_utf8_get_char (word) : 0;
  gboolean found = FALSE;

  for (; first != 0 && text != NULL && *text != '\0' && !found; text = g_utf8_next_char (text))
    found = get_lower (text) == first && holds_at (text, word);
  sqlite3_result_int (context, found);
}

static gboolean
add_function (AnteDb *db, GError **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  if (sqlite3_create_function_v2 (db->handle, "ante_holds", 2, flags, NULL, holds_func, NULL, NULL,
                                  NULL) != SQLITE_OK)
    return ante_db_set_error (db, error, "adding a function");
  return TRUE;
}

/* @names: not in the last line. */
static void
add_text (Query *query, const char *word, gboolean names)
{
  if (g_str_is_ascii (word))
    g_string_append_printf (query->sql,
                            " AND (handle LIKE ?%1$u ESCAPE '\\' OR name LIKE ?%1$u ESCAPE '\\'"
                            " OR (NOT %2$d AND last_text LIKE ?%1$u ESCAPE '\\')"
                            " OR also LIKE ?%1$u ESCAPE '\\')",
                            bind_text (query, make_like ("%", word, "%")), names);
  else
    g_string_append_printf (query->sql,
                            " AND (ante_holds (?%1$u, handle) OR ante_holds (?%1$u, name)"
                            " OR (NOT %2$d AND ante_holds (?%1$u, last_text))"
                            " OR ante_holds (?%1$u, also))",
                            bind_text (query, lower (word)), names);
}

static void
add_query (Query *query, const char *words, gboolean names)
{
  g_auto (GStrv) split = g_strsplit_set (words, " \t\n\r", -1);

  for (guint i = 0; split[i] != NULL; i++) {
    if (*split[i] != '\0')
      add_text (query, split[i], names);
  }
}

static void
add_owner (Query *query, const char *owner)
{
  if (g_str_equal (owner, ANTE_PARTY_SETTER_PREFIX))
    g_string_append (query->sql, "(owner >= 'setter:' AND owner < 'setter;')");
  else
    g_string_append_printf (query->sql, "owner = ?%u COLLATE NOCASE",
                            bind_text (query, g_strdup (owner)));
}

static void
add_offer (Query *query, const char *offer)
{
  g_string_append_printf (query->sql,
                          "id IN (SELECT lead_id FROM fact WHERE kind = 'offer'"
                          " AND state = 'confirmed' AND text = ?%u COLLATE NOCASE)",
                          bind_text (query, g_strdup (offer)));
}

/* As ante_moment_is_due() has it; of those that are through nothing is missing. */
static void
add_due (Query *query, const char *nick, const AnteMoment *moment)
{
  AnteDue due = ANTE_DUE_NONE;

  ante_due_from_nick (nick, &due);
  switch (due) {
  case ANTE_DUE_OVERDUE:
    g_string_append_printf (query->sql,
                            "(next_action IS NOT NULL AND next_due > 0 AND next_due < ?%u)",
                            bind_number (query, moment->now));
    break;
  case ANTE_DUE_TODAY:
    g_string_append_printf (
      query->sql,
      "(next_action IS NOT NULL AND next_due > 0 AND next_due >= ?%u AND next_due < ?%u)",
      bind_number (query, moment->day_start), bind_number (query, moment->day_end));
    break;
  case ANTE_DUE_LATER:
    g_string_append_printf (query->sql,
                            "(next_action IS NOT NULL AND next_due > 0 AND next_due >= ?%u)",
                            bind_number (query, moment->day_end));
    break;
  case ANTE_DUE_UNDATED:
    g_string_append (query->sql, "(next_action IS NOT NULL AND next_due = 0)");
    break;
  default:
    g_string_append (query->sql, "(next_action IS NULL AND live = 1)");
  }
}

/* Whose window is open at @at. */
static void
add_open (Query *query, gint64 at)
{
  gint64 heard_after = 0;
  gint64 ad_after = 0;

  ante_window_get_bounds (at, &heard_after, &ad_after);
  g_string_append_printf (query->sql,
                          "(last_lead_at > 0 AND (last_lead_at > ?%u OR ad_first_at > ?%u))",
                          bind_number (query, heard_after), bind_number (query, ad_after));
}

/* As ante_moment_is_in_reach() has it. */
static void
add_reach (Query *query, const char *nick, const AnteMoment *moment)
{
  AnteReach reach = ANTE_REACH_OPEN;
  gint64 human_after = moment->human_agent ? MAX (moment->now - 7 * ANTE_DAY_MS, 0) : G_MAXINT64;

  ante_reach_from_nick (nick, &reach);
  g_string_append_c (query->sql, '(');
  if (reach == ANTE_REACH_HUMAN || reach == ANTE_REACH_CLOSED)
    g_string_append (query->sql, "NOT ");
  add_open (query, moment->now);
  if (reach == ANTE_REACH_CLOSING) {
    g_string_append (query->sql, " AND NOT ");
    add_open (query, moment->now + ANTE_WINDOW_CLOSING_MS - 1);
  } else if (reach == ANTE_REACH_HUMAN || reach == ANTE_REACH_CLOSED) {
    g_string_append_printf (
      query->sql, " AND last_lead_at %s ?%u",
      reach == ANTE_REACH_HUMAN ? ">" : "<=", bind_number (query, human_after));
  }
  g_string_append_c (query->sql, ')');
}

static void
add_value (Query *query, AnteFilterKind kind, const char *value, const AnteMoment *moment)
{
  switch (kind) {
  case ANTE_FILTER_OWNER:
    add_owner (query, value);
    break;
  case ANTE_FILTER_SOURCE:
    g_string_append_printf (query->sql, "source = ?%u", bind_text (query, g_strdup (value)));
    break;
  case ANTE_FILTER_LABEL:
    /* Each name stands between line feeds. */
    g_string_append_printf (query->sql, "labels LIKE ?%u ESCAPE '\\'",
                            bind_text (query, make_like ("%\n", value, "\n%")));
    break;
  case ANTE_FILTER_OFFER:
    add_offer (query, value);
    break;
  case ANTE_FILTER_DUE:
    add_due (query, value, moment);
    break;
  default:
    add_reach (query, value, moment);
  }
}

static void
add_words (Query *query, const AnteFilterWords *words, const AnteMoment *moment)
{
  char **texts = words->values[ANTE_FILTER_TEXT];

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (query, texts[i], FALSE);

  for (guint kind = ANTE_FILTER_OWNER; kind < ANTE_FILTER_N_KINDS; kind++) {
    char **values = words->values[kind];

    for (guint i = 0; values != NULL && values[i] != NULL; i++) {
      g_string_append (query->sql, i == 0 ? " AND (" : " OR ");
      add_value (query, kind, values[i], moment);
    }
    if (values != NULL)
      g_string_append_c (query->sql, ')');
  }
}

static void
add_only_owner (Query *query, const char *owner)
{
  if (g_str_equal (owner, ANTE_PARTY_SETTER_PREFIX))
    g_string_append (query->sql, " AND owner >= 'setter:' AND owner < 'setter;'");
  else
    g_string_append_printf (query->sql, " AND owner = ?%u", bind_text (query, g_strdup (owner)));
}

/* Nothing, where indexes hold all that is asked. */
static void
add_unindexed (Query *query, const AnteLeadFilter *filter)
{
  if (filter->query != NULL)
    add_query (query, filter->query, filter->names);
  if (filter->words != NULL)
    add_words (query, filter->words, &filter->moment);
  if (filter->source >= 0)
    g_string_append_printf (
      query->sql, " AND source = ?%u",
      bind_text (query, g_strdup (ante_source_kind_to_nick ((AnteSourceKind) filter->source))));
  /* The index of a stage does not hold it; that of an owner holds no stage. */
  if (filter->owner != NULL && filter->stage_id != 0)
    add_only_owner (query, filter->owner);
}

/* --- what indexes hold ---------------------------------------------------------------------- */

static void
add_sleep (Query *query, const AnteLeadFilter *filter)
{
  /* Few sleep: they are read from an index of their own, and each list keeps to its own. */
  if (filter->sleep == ANTE_LEAD_SLEEP_AWAKE)
    g_string_append_printf (query->sql,
                            " AND id NOT IN (SELECT id FROM lead WHERE snoozed_until > 0"
                            " AND snoozed_until > ?%u)",
                            bind_number (query, filter->moment.now));
  else if (filter->sleep == ANTE_LEAD_SLEEP_SNOOZED)
    g_string_append_printf (query->sql, " AND snoozed_until > 0 AND snoozed_until > ?%u",
                            bind_number (query, filter->moment.now));
}

static void
add_indexed (Query *query, const AnteLeadFilter *filter)
{
  g_string_append (query->sql,
                   filter->not_a_lead
                     ? "not_a_lead IS NOT NULL AND not_a_lead <> '" ANTE_NOT_A_LEAD_MERGED "'"
                     : "not_a_lead IS NULL");
  if (filter->stage_id != 0)
    g_string_append_printf (query->sql, " AND stage_id = ?%u",
                            bind_number (query, filter->stage_id));
  else if (filter->owner != NULL)
    add_only_owner (query, filter->owner);
  if (filter->owes_reply)
    g_string_append (query->sql, " AND owes_reply_since > 0");
  if (filter->unread)
    g_string_append (query->sql, " AND unread > 0");
  if (filter->no_next_step)
    g_string_append (query->sql, " AND live = 1 AND next_action IS NULL");
  if (filter->board)
    g_string_append (query->sql, " AND is_client = 0");
  if (filter->live)
    g_string_append (query->sql, " AND live = 1");
  add_sleep (query, filter);
}

/* --- the pass over all leads ---------------------------------------------------------------- */

/* The leads that fit a question, one bit each, and the state of the database that this is true of.
 */
typedef struct {
  char *key;
  gint64 version;
  GByteArray *bits;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->key);
  g_byte_array_unref (found->bits);
  g_free (found);
}

/* Another connection's commit changes it. */
static gboolean
get_version (AnteDb *db, gint64 *version, GError **error)
{
  return ante_db_get_int (db, error, version, "PRAGMA data_version", "");
}

static char *
make_key (Query *query)
{
  GString *key = g_string_new (query->sql->str);

  for (guint i = 0; i < query->texts->len; i++) {
    const char *text = query->texts->pdata[i];

    if (text != NULL)
      g_string_append_printf (key, "\x1f%s", text);
    else
      g_string_append_printf (key, "\x1f%" G_GINT64_FORMAT,
                              g_array_index (query->numbers, gint64, i));
  }
  return g_string_free (key, FALSE);
}

static GByteArray *
pass (AnteDb *db, Query *query, GError **error)
{
  g_autoptr (GByteArray) bits = g_byte_array_new ();
  sqlite3_stmt *stmt = query_prepare (query, db, error);
  int rc = SQLITE_ROW;

  if (stmt == NULL)
    return NULL;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    ante_lead_set_add (bits, sqlite3_column_int64 (stmt, 0));
  if (rc != SQLITE_DONE)
    ante_db_set_error (db, error, "looking through the leads");
  sqlite3_finalize (stmt);
  return rc == SQLITE_DONE ? g_steal_pointer (&bits) : NULL;
}

/* Found again only where nothing was written since. */
static GByteArray *
recall (AnteDb *db, const char *key, gint64 version)
{
  for (guint i = 0; i < db->found->len; i++) {
    Found *found = db->found->pdata[i];

    if (found->version == version && g_str_equal (found->key, key))
      return g_byte_array_ref (found->bits);
  }
  return NULL;
}

/* Takes @key. */
static void
remember (AnteDb *db, char *key, gint64 version, GByteArray *bits)
{
  Found *found = g_new0 (Found, 1);

  found->key = key;
  found->version = version;
  found->bits = g_byte_array_ref (bits);
  if (db->found->len >= MAX_FOUND)
    g_ptr_array_remove_index (db->found, 0);
  g_ptr_array_add (db->found, found);
}

/* Once a connection, before the first question of it. */
static gboolean
make_ready (AnteDb *db, GError **error)
{
  if (db->found != NULL)
    return TRUE;
  db->found = g_ptr_array_new_with_free_func (found_free);
  return add_function (db, error);
}

/* (transfer full) (nullable): the leads that fit what no index holds; NULL without @error: all. */
static GByteArray *
find (AnteDb *db, const AnteLeadFilter *filter, GError **error)
{
  g_auto (Query) query = { NULL };
  g_autofree char *key = NULL;
  gint64 version = 0;
  gsize bare = 0;
  GByteArray *bits = NULL;

  query_init (&query);
  /* By the table itself, page after page: an index would lead to each row apart, which costs five
   * times as much. */
  g_string_append (query.sql, "SELECT id FROM lead NOT INDEXED WHERE 1");
  bare = query.sql->len;
  add_unindexed (&query, filter);
  if (query.sql->len == bare || !make_ready (db, error) || !get_version (db, &version, error))
    return NULL;

  key = make_key (&query);
  bits = recall (db, key, version);
  if (bits == NULL && (bits = pass (db, &query, error)) != NULL)
    remember (db, g_steal_pointer (&key), version, bits);
  return bits;
}

/* --- lists ---------------------------------------------------------------------------------- */

static GArray *
read_ids (AnteDb *db, const AnteLeadFilter *filter, const char *order, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GByteArray) bits = NULL;
  g_auto (Query) query = { NULL };
  GError *failure = NULL;
  sqlite3_stmt *stmt = NULL;
  gboolean is_full = FALSE;
  int rc = SQLITE_ROW;

  query_init (&query);
  bits = find (db, filter, &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return NULL;
  }

  g_string_append (query.sql, "SELECT id FROM lead WHERE ");
  add_indexed (&query, filter);
  g_string_append (query.sql, order);
  stmt = query_prepare (&query, db, error);
  while (stmt != NULL && !is_full && (rc = sqlite3_step (stmt)) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    if (bits == NULL || ante_lead_set_has (bits, id))
      g_array_append_val (ids, id);
    is_full = filter->at_most > 0 && ids->len >= filter->at_most;
  }
  if (stmt != NULL && !is_full && rc != SQLITE_DONE)
    ante_db_set_error (db, error, "listing leads");
  sqlite3_finalize (stmt);
  return is_full || rc == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* (element-type gint64): as a set. */
static GHashTable *
read_pinned (AnteDb *db, GError **error)
{
  g_autoptr (GHashTable) pinned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GError *failure = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &failure, "SELECT id FROM lead WHERE pinned = 1", "");

  while (stmt != NULL && ante_db_next (db, stmt, &failure)) {
    gint64 id = sqlite3_column_int64 (stmt, 0);

    g_hash_table_add (pinned, g_memdup2 (&id, sizeof id));
  }
  if (failure == NULL)
    return g_steal_pointer (&pinned);
  g_propagate_error (error, failure);
  return NULL;
}

/* Few are pinned: they are put before the others here, so that those come by their index. Takes
 * @ids. */
static GArray *
put_pinned_first (AnteDb *db, GArray *ids, GError **error)
{
  g_autoptr (GArray) all = ids;
  g_autoptr (GHashTable) pinned = read_pinned (db, error);
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) rest = NULL;

  if (pinned == NULL)
    return NULL;
  if (g_hash_table_size (pinned) == 0)
    return g_steal_pointer (&all);
  first = g_array_new (FALSE, FALSE, sizeof (gint64));
  rest = g_array_sized_new (FALSE, FALSE, sizeof (gint64), all->len);
  for (guint i = 0; i < all->len; i++) {
    gint64 id = g_array_index (all, gint64, i);

    g_array_append_val (g_hash_table_contains (pinned, &id) ? first : rest, id);
  }
  g_array_append_vals (first, rest->data, rest->len);
  return g_steal_pointer (&first);
}

GArray *
ante_lead_query_list (AnteDb *db, const AnteLeadFilter *filter, AnteLeadOrder order, GError **error)
{
  GArray *ids =
    read_ids (db, filter,
              order == ANTE_LEAD_ORDER_BOARD
                ? " ORDER BY board_rank, next_due = 0, next_due, last_message_at DESC, id"
                : " ORDER BY last_message_at DESC, id DESC",
              error);

  return ids != NULL && order == ANTE_LEAD_ORDER_INBOX ? put_pinned_first (db, ids, error) : ids;
}

gboolean
ante_lead_query_count (AnteDb *db, const AnteLeadFilter *filter, guint *n, GError **error)
{
  AnteLeadFilter all = *filter;
  g_autoptr (GArray) ids = NULL;

  all.at_most = 0;
  ids = read_ids (db, &all, "", error);

  if (ids != NULL)
    *n = ids->len;
  return ids != NULL;
}

sqlite3_stmt *
ante_lead_query_scan (
  AnteDb *db, const AnteLeadFilter *filter, const char *before, const char *after, GError **error)
{
  g_auto (Query) query = { NULL };

  query_init (&query);
  g_string_append_printf (query.sql, "%s FROM lead NOT INDEXED WHERE ", before);
  add_indexed (&query, filter);
  add_unindexed (&query, filter);
  g_string_append (query.sql, after);
  return make_ready (db, error) ? query_prepare (&query, db, error) : NULL;
}
