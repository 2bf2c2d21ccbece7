#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

/* Online backup of the open database into @file (mode 0600), verified before it takes that name.
 * Never holds a token. EXISTS where there is such a file, or the name is one of the data folder's
 * own; TARGET where it cannot be written. */
void ante_store_backup_async (AnteStore *self,
                              const char *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ante_store_backup_finish (AnteStore *self, GAsyncResult *result, GError **error);

/*
 * The backup of the day of @now in backups/, unless there is one; the first of a week is kept as
 * the week's. Seven of days and four of weeks are kept, and none goes before a newer one is
 * verified. _finish: whether one was made, %FALSE with @error not set when there was no need.
 */
void ante_store_auto_backup_async (AnteStore *self,
                                   gint64 now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_store_auto_backup_finish (AnteStore *self, GAsyncResult *result, GError **error);

/*
 * Puts the backup @file in the place of @data_dir's database, which must be open by nobody; what
 * was there is kept in backups/ under a name that @kept gets. The backup is verified first. Answers
 * that wait in it become uncertain ("restored"), since they may have left after it was made.
 * Blocking: for anteroomctl and a worker thread.
 */
gboolean ante_store_restore (const char *data_dir, const char *file, char **kept, GError **error);

/**
 * AnteCheck:
 * @name: "database", "schema", "lock", "disk-space", "permissions", "backup", "outbox",
 * "search-index", …
 * @ok: nothing to do
 * @detail: what was found and, if not ok, what to do
 */
typedef struct {
  char *name;
  gboolean ok;
  char *detail;
} AnteCheck;

void ante_check_free (AnteCheck *self);

/* Looks the data folder over without changing anything; needs no open store. Blocking:
 * (element-type AnteCheck). */
GPtrArray *ante_store_doctor (const char *data_dir);

G_END_DECLS
