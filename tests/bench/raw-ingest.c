/*
 * The floor of ingest: the same conversations into the same tables, indexes and full text, with the
 * same durability and as many rows a transaction, by a loop that does nothing else. No source is
 * detected, no hole is looked for, nobody is told. Prints rows and seconds; making the data is not
 * counted, as it is not counted on the other side.
 *
 *   raw-ingest SCHEMA.sql DATABASE LEADS MESSAGES SEED
 */

#include <glib.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "sandbox/sandbox-generator.h"

#define LEADS_A_PAGE 25
#define MESSAGES_A_PAGE 2000

typedef struct {
  guint lead;
  guint line;
  gint64 at;
  gboolean from_us;
  guint kind;
  char *text;
} Row;

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *begin;
  sqlite3_stmt *commit;
  sqlite3_stmt *lead;
  sqlite3_stmt *message;
  sqlite3_stmt *text;
  SandboxGenerator *generator;
  guint current;
  guint line;
  GArray *rows;
  gint64 n_rows;
  gint64 spent;
} Raw;

static void
check (Raw *raw, int rc)
{
  if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (raw->db));
}

static void
step (Raw *raw, sqlite3_stmt *stmt)
{
  check (raw, sqlite3_step (stmt));
  sqlite3_reset (stmt);
}

static sqlite3_stmt *
prepare (Raw *raw, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  check (raw, sqlite3_prepare_v3 (raw->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL));
  return stmt;
}

static void
open_database (Raw *raw, const char *schema, const char *file)
{
  g_autofree char *sql = NULL;

  if (!g_file_get_contents (schema, &sql, NULL, NULL))
    g_error ("%s cannot be read", schema);
  check (raw, sqlite3_open (file, &raw->db));
  check (raw, sqlite3_exec (raw->db,
                            "PRAGMA foreign_keys = ON; PRAGMA cache_size = -4000;"
                            "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                            "PRAGMA wal_autocheckpoint = 4000;",
                            NULL, NULL, NULL));
  check (raw, sqlite3_exec (raw->db, sql, NULL, NULL, NULL));
  raw->begin = prepare (raw, "BEGIN IMMEDIATE");
  raw->commit = prepare (raw, "COMMIT");
  raw->lead =
    prepare (raw, "INSERT INTO lead (id, igsid, thread_id, handle, stage_id, stage_since, owner,"
                  " created_at, last_message_at, last_text, last_author, n_messages, newest_at)"
                  " VALUES (?1, ?2, ?3, ?4, 1, ?5, 'coach', ?5, ?5, ?6, ?7, ?8, ?5)");
  raw->message = prepare (raw, "INSERT INTO message (lead_id, mid, at, author, kind, text)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (mid) DO NOTHING");
  raw->text = prepare (raw, "INSERT INTO message_text (rowid, text) VALUES (?1, ?2)");
}

static void
line_cb (const SandboxLine *line, gpointer data)
{
  Raw *raw = data;
  Row row = {
    raw->current, raw->line++, line->at, line->from_us, line->kind, g_strdup (line->text)
  };

  g_array_append_val (raw->rows, row);
}

static const char *
author_of (const Row *row)
{
  return row->from_us ? "elsewhere" : "lead";
}

static void
insert_lead (Raw *raw, const Row *last)
{
  g_autofree char *igsid = g_strdup_printf ("10203040%08u", last->lead);
  g_autofree char *thread = g_strdup_printf ("aWdfZAG1fc3RocmVhZA%08uZD", last->lead);
  SandboxLead lead = { 0 };

  sandbox_generator_get_lead (raw->generator, last->lead, &lead);
  sqlite3_bind_int64 (raw->lead, 1, last->lead + 1);
  sqlite3_bind_text (raw->lead, 2, igsid, -1, SQLITE_STATIC);
  sqlite3_bind_text (raw->lead, 3, thread, -1, SQLITE_STATIC);
  sqlite3_bind_text (raw->lead, 4, lead.handle, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (raw->lead, 5, last->at);
  sqlite3_bind_text (raw->lead, 6, last->text, -1, SQLITE_STATIC);
  sqlite3_bind_text (raw->lead, 7, author_of (last), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (raw->lead, 8, last->line + 1);
  step (raw, raw->lead);
  sandbox_lead_clear (&lead);
}

static void
insert_message (Raw *raw, const Row *row)
{
  static const char *const kinds[] = { "text", "image", "video", "voice", "share" };
  char mid[64] = "";

  g_snprintf (mid, sizeof mid, "aWdfZAG1faXRlbToxOk%08u%06uZD", row->lead, row->line);
  sqlite3_bind_int64 (raw->message, 1, row->lead + 1);
  sqlite3_bind_text (raw->message, 2, mid, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (raw->message, 3, row->at);
  sqlite3_bind_text (raw->message, 4, author_of (row), -1, SQLITE_STATIC);
  sqlite3_bind_text (raw->message, 5, kinds[MIN (row->kind, G_N_ELEMENTS (kinds) - 1)], -1,
                     SQLITE_STATIC);
  sqlite3_bind_text (raw->message, 6, row->text, -1, SQLITE_STATIC);
  step (raw, raw->message);
  if (row->text == NULL || *row->text == '\0')
    return;
  sqlite3_bind_int64 (raw->text, 1, sqlite3_last_insert_rowid (raw->db));
  sqlite3_bind_text (raw->text, 2, row->text, -1, SQLITE_STATIC);
  step (raw, raw->text);
}

static gboolean
ends_thread (Raw *raw, guint i)
{
  return i + 1 == raw->rows->len ||
         g_array_index (raw->rows, Row, i + 1).lead != g_array_index (raw->rows, Row, i).lead;
}

static void
store_page (Raw *raw)
{
  gint64 started = g_get_monotonic_time ();

  step (raw, raw->begin);
  for (guint i = 0; i < raw->rows->len; i++) {
    if (ends_thread (raw, i))
      insert_lead (raw, &g_array_index (raw->rows, Row, i));
  }
  for (guint i = 0; i < raw->rows->len; i++)
    insert_message (raw, &g_array_index (raw->rows, Row, i));
  step (raw, raw->commit);
  raw->spent += g_get_monotonic_time () - started;

  raw->n_rows += raw->rows->len;
  for (guint i = 0; i < raw->rows->len; i++)
    g_free (g_array_index (raw->rows, Row, i).text);
  g_array_set_size (raw->rows, 0);
}

int
main (int argc, char **argv)
{
  Raw raw = { .rows = g_array_new (FALSE, FALSE, sizeof (Row)) };
  gint64 now = g_get_real_time () / 1000;
  guint leads = argc == 6 ? (guint) atoi (argv[3]) : 0;
  guint messages = argc == 6 ? (guint) atoi (argv[4]) : 0;
  guint waiting = 0;

  if (leads == 0)
    g_error ("usage: raw-ingest SCHEMA.sql DATABASE LEADS MESSAGES SEED");
  raw.generator = sandbox_generator_new ((guint32) atoi (argv[5]), leads, messages);
  open_database (&raw, argv[1], argv[2]);

  for (raw.current = 0; raw.current < leads; raw.current++) {
    raw.line = 0;
    sandbox_generator_foreach (raw.generator, raw.current, now, line_cb, &raw);
    if (++waiting >= LEADS_A_PAGE || raw.rows->len >= MESSAGES_A_PAGE || raw.current + 1 == leads) {
      store_page (&raw);
      waiting = 0;
    }
  }
  g_print ("{\"rows\":%" G_GINT64_FORMAT ",\"seconds\":%.6f}\n", raw.n_rows,
           (double) raw.spent / G_USEC_PER_SEC);
  sandbox_generator_free (raw.generator);
  return 0;
}
