#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-replies.h"

#include "rules/ante-saved-reply.h"
#include "rules/ante-text.h"
#include "store/ante-kept.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"

#define MOST 500

static const AnteKept ROWS = ANTE_KEPT ("reply", ANTE_FIELD_REPLY, "the reply");

static int
compare (gconstpointer a, gconstpointer b)
{
  const AnteReply *left = *(const AnteReply *const *) a;
  const AnteReply *right = *(const AnteReply *const *) b;

  return g_utf8_collate (left->name, right->name);
}

GPtrArray *
ante_replies_read (AnteDb *db, GError **error)
{
  static const char sql[] = "SELECT id, name, text, source FROM reply WHERE kept = 1";
  g_autoptr (GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_reply_free);
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "");

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    AnteSourceKind source = ANTE_SOURCE_UNKNOWN;

    ante_source_kind_from_nick ((const char *) sqlite3_column_text (stmt, 3), &source);
    g_ptr_array_add (replies,
                     ante_reply_new (sqlite3_column_int64 (stmt, 0),
                                     (const char *) sqlite3_column_text (stmt, 1),
                                     (const char *) sqlite3_column_text (stmt, 2), source));
  }
  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return NULL;
  }
  g_ptr_array_sort (replies, compare);
  return g_steal_pointer (&replies);
}

/* A name is taken whatever its capitals, in any alphabet. */
static gboolean
check_free (AnteDb *db, gint64 id, const char *name, GError **error)
{
  g_autoptr (GPtrArray) replies = ante_replies_read (db, error);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  guint others = 0;

  for (guint i = 0; replies != NULL && i < replies->len; i++) {
    const AnteReply *other = replies->pdata[i];
    g_autofree char *taken = g_utf8_casefold (other->name, -1);

    if (other->id == id)
      continue;
    others++;
    if (g_str_equal (taken, folded))
      return ante_db_refuse (error, ANTE_STORE_ERROR_EXISTS,
                             "a reply of that name is kept already");
  }
  if (others >= MOST)
    return ante_db_refuse (error, ANTE_STORE_ERROR_TOO_MANY, "500 replies are kept already");
  return replies != NULL;
}

/* (transfer full): fit to keep; NULL with @error. */
static AnteReply *
clean (const AnteReply *reply, GError **error)
{
  g_autofree char *name = g_strstrip (ante_text_clean_name (reply->name, 0));
  g_autofree char *text = g_strstrip (ante_text_clean (reply->text, -1, 0));

  if (*name == '\0' || g_utf8_strlen (name, -1) > ANTE_REPLY_MAX_NAME) {
    ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a reply's name has 1 to 60 characters");
    return NULL;
  }
  if (*text == '\0' || g_utf8_strlen (text, -1) > ANTE_REPLY_MAX_TEXT) {
    ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "a reply's text has 1 to 4000 characters");
    return NULL;
  }
  return ante_reply_new (reply->id, name, text, reply->source);
}

static gboolean
is_same (AnteDb *db, gint64 id, const AnteReply *reply, gboolean *same, GError **error)
{
  gint64 n = 0;

  if (!ante_db_get_int (db, error, &n,
                        "SELECT count(*) FROM reply WHERE id = ?1 AND name = ?2 AND text = ?3"
                        " AND source = ?4",
                        "isss", id, reply->name, reply->text,
                        ante_source_kind_to_nick (reply->source)))
    return FALSE;
  *same = n > 0;
  return TRUE;
}

static gboolean
add_row (AnteDb *db, const AnteAct *act, const AnteReply *reply, gint64 *id, GError **error)
{
  if (!ante_db_run (db, error, "INSERT INTO reply (name, text, source, at) VALUES (?1, ?2, ?3, ?4)",
                    "sssi", reply->name, reply->text, ante_source_kind_to_nick (reply->source),
                    act->now))
    return FALSE;
  *id = (gint64) sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

gboolean
ante_replies_keep (
  AnteDb *db, const AnteAct *act, gint64 id, const AnteReply *reply, GError **error)
{
  g_autoptr (AnteReply) kept_reply = reply != NULL ? clean (reply, error) : NULL;
  gint64 next = 0;
  gboolean same = FALSE;

  if ((reply != NULL && kept_reply == NULL) || !ante_kept_check (db, &ROWS, id, error))
    return FALSE;
  if (kept_reply != NULL) {
    if (!is_same (db, id, kept_reply, &same, error))
      return FALSE;
    if (same)
      return TRUE;
    if (!check_free (db, id, kept_reply->name, error) ||
        !add_row (db, act, kept_reply, &next, error))
      return FALSE;
  }
  return ante_kept_replace (db, &ROWS, act, 0, id, next, error);
}

static char *
get_words (AnteDb *db, const char *field, GError **error)
{
  return ante_db_get_text (db, error, "SELECT value FROM setting WHERE key = ?1", "s", field);
}

static gboolean
write_words (AnteDb *db, const char *field, const char *value, GError **error)
{
  if (value == NULL)
    return ante_db_run (db, error, "DELETE FROM setting WHERE key = ?1", "s", field);
  return ante_db_run (db, error,
                      "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                      " ON CONFLICT (key) DO UPDATE SET value = ?2",
                      "ss", field, value);
}

static void
touch_words (AnteDb *db, const char *field)
{
  if (g_str_equal (field, ANTE_FIELD_AI))
    ante_db_touch (db, ANTE_STORE_AI, 0);
}

gboolean
ante_replies_set_words (
  AnteDb *db, const AnteAct *act, const char *field, const char *value, GError **error)
{
  g_autofree char *line = g_strstrip (ante_text_clean_name (value != NULL ? value : "", 0));
  const char *new = *line != '\0' ? line : NULL;
  GError *read_error = NULL;
  g_autofree char *old = get_words (db, field, &read_error);

  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (!g_str_equal (field, ANTE_FIELD_AI) && g_utf8_strlen (line, -1) > ANTE_REPLY_MAX_WORDS)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID,
                           "a link or a name has at most 300 characters");
  if (g_strcmp0 (old, new) == 0)
    return TRUE;
  touch_words (db, field);
  return write_words (db, field, new, error) &&
         ante_fields_write_event (db, act, 0, 0, field, old, new, error);
}

static gboolean
are_words (const char *field)
{
  return g_str_equal (field, ANTE_FIELD_BOOKING_LINK) || g_str_equal (field, ANTE_FIELD_MY_NAME) ||
         g_str_equal (field, ANTE_FIELD_AI);
}

gboolean
ante_replies_is_theirs (const AnteEvent *event)
{
  return event->lead_id == 0 && event->stage_id == 0 &&
         (g_str_equal (event->field, ANTE_FIELD_REPLY) || are_words (event->field));
}

static gboolean
flip_words (AnteDb *db, const AnteEvent *event, GError **error)
{
  GError *read_error = NULL;
  g_autofree char *now = get_words (db, event->field, &read_error);

  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (g_strcmp0 (now, event->to) != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "it was changed again since");
  touch_words (db, event->field);
  return write_words (db, event->field, event->from, error);
}

/* Another reply may have its name by now; @holds makes room for it. */
static gboolean
check_comes (AnteDb *db, gint64 holds, gint64 comes, GError **error)
{
  GError *read_error = NULL;
  g_autoptr (GError) taken = NULL;
  g_autofree char *name =
    ante_db_get_text (db, &read_error, "SELECT name FROM reply WHERE id = ?1", "i", comes);

  if (read_error != NULL) {
    g_propagate_error (error, read_error);
    return FALSE;
  }
  if (name == NULL)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "the reply is gone");
  return check_free (db, holds, name, &taken) ||
         ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, taken->message);
}

gboolean
ante_replies_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 comes = ante_rows_parse_number (event->from);

  ante_db_touch (db, ANTE_STORE_REPLIES, 0);
  if (are_words (event->field))
    return flip_words (db, event, error);
  return (comes == 0 || check_comes (db, ante_rows_parse_number (event->to), comes, error)) &&
         ante_kept_flip (db, &ROWS, event, error);
}
