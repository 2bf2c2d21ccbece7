#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * One connection, used by one thread at a time, with the statements it has prepared. Private to the
 * store.
 */
typedef struct {
  sqlite3 *handle;
  GHashTable *statements;
  guint topics;
  GArray *lead_ids;
  GPtrArray *found; /* see ante-lead-query.h */
} AnteDb;

typedef sqlite3_stmt *AnteStmt;

typedef enum {
  ANTE_DB_CREATE,
  ANTE_DB_READ,
} AnteDbMode;

AnteDb *ante_db_open (const char *file, AnteDbMode mode, GError **error);
void ante_db_close (AnteDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteDb, ante_db_close)

gboolean ante_db_set_error (AnteDb *self, GError **error, const char *what);
/* FALSE, with what was asked for being none of SQLite's business. */
gboolean ante_db_refuse (GError **error, AnteStoreError code, const char *why);
gboolean ante_db_exec (AnteDb *self, const char *sql, GError **error);

/* @format: one letter a parameter: 'i' gint64, 's' a nullable string, 'd' double. */
sqlite3_stmt *
ante_db_query (AnteDb *self, GError **error, const char *sql, const char *format, ...);
gboolean ante_db_next (AnteDb *self, sqlite3_stmt *stmt, GError **error);
gboolean ante_db_run (AnteDb *self, GError **error, const char *sql, const char *format, ...);
gboolean ante_db_get_int (
  AnteDb *self, GError **error, gint64 *value, const char *sql, const char *format, ...);
char *ante_db_get_text (AnteDb *self, GError **error, const char *sql, const char *format, ...);
void ante_stmt_done (sqlite3_stmt *stmt);
char *ante_stmt_dup_text (sqlite3_stmt *stmt, int column);

/* Ends the use of a cached statement, so that it holds no lock. */
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (AnteStmt, ante_stmt_done, NULL)

gboolean ante_db_begin (AnteDb *self, GError **error);
gboolean ante_db_commit (AnteDb *self, GError **error);
void ante_db_rollback (AnteDb *self);
void ante_db_touch (AnteDb *self, guint topics, gint64 lead_id);

G_END_DECLS
