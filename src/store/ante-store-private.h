#pragma once

#include "store/ante-db.h"
#include "store/ante-fields.h"
#include "store/ante-store-changes.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/*
 * A job runs on the writer's or the reader's thread, takes its arguments from the task's data
 * (copies), and completes the task exactly once.
 */
typedef void (*AnteStoreJob) (AnteDb *db, GTask *task);

gboolean ante_store_is_open (AnteStore *self);
void ante_store_read (AnteStore *self, GTask *task, AnteStoreJob job);
void ante_store_write (AnteStore *self, GTask *task, AnteStoreJob job);

/* Commits and tells the world what ante_db_touch() noted; on failure the task gets the error. */
gboolean ante_store_commit (AnteDb *db, GTask *task);
/* Takes the transaction back and gives the task @error, which may be NULL for a plain conflict. */
void ante_store_fail (AnteDb *db, GTask *task, GError *error);

/* The end of a job that reads: the task gets @error when there is one, and else @value. Takes both.
 */
void ante_store_return (GTask *task, gpointer value, GDestroyNotify free, GError *error);

/* ante-store-changes.c: one change within a transaction, with its events. */
gboolean
ante_changes_apply (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error);

/* "Ante" in the file's header: whose database this is. */
#define ANTE_STORE_APPLICATION_ID 0x416e7465

/* ante-migrations.c */
gboolean ante_migrations_check_file (const char *file, GError **error);
gboolean ante_migrations_run (AnteDb *db, const char *data_dir, GError **error);

/* ante-lock.c: -1 and LOCKED when another process holds it. */
int ante_lock_take (const char *data_dir, GError **error);
void ante_lock_drop (int fd);
/* (nullable): words for who holds it, NULL when nobody does. */
char *ante_lock_dup_holder (const char *data_dir);

/* ante-copy.c: an online copy of @db, verified before it takes the name @file. */
gboolean ante_copy_verify (const char *file, GError **error);
gboolean ante_care_copy (AnteDb *db, const char *file, GCancellable *cancellable, GError **error);

char *ante_store_build_path (const char *data_dir);

G_END_DECLS
