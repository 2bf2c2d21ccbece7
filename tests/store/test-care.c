#include "config.h"

#include "store-fixture.h"
#include "store/ante-store-account.h"
#include "store/ante-store-care.h"
#include "store/ante-store-outbox.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
open_second (const char *dir, AnteStoreMode mode, GError **error)
{
  g_autoptr (AnteStore) store = ante_store_new ();
  g_autoptr (GAsyncResult) result = NULL;
  gboolean ok = FALSE;

  TEST_CALL (result, ante_store_open_async, store, dir, mode, NULL);
  ok = ante_store_open_finish (store, result, error);
  ante_store_close (store);
  return ok;
}

static void
test_second_owner_is_told_who_holds_the_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *process = g_strdup_printf ("process %d", (int) getpid ());

  g_assert_false (open_second (fixture->dir, ANTE_STORE_OWNER, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, process));
  g_clear_error (&error);
  g_assert_true (open_second (fixture->dir, ANTE_STORE_READER, &error));
  g_assert_no_error (error);
}

/* Closes the store, lets @spoil write to the file, and checks that opening is refused and the file
 * left byte for byte. */
static void
assert_refused_untouched (Fixture *fixture, void (*spoil) (char *bytes, gsize length), int code)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  gsize after_length = 0;

  ante_store_close (fixture->store);
  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  spoil (bytes, length);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) length, NULL));

  g_assert_false (open_second (fixture->dir, ANTE_STORE_OWNER, &error));
  g_assert_error (error, ANTE_STORE_ERROR, code);
  g_assert_true (g_file_get_contents (file, &after, &after_length, NULL));
  g_assert_cmpmem (bytes, length, after, after_length);
}

static void
make_future (char *bytes, gsize length)
{
  bytes[63] = 99;
}

static void
make_garbage (char *bytes, gsize length)
{
  memset (bytes, 'x', MIN (length, 512));
}

static void
test_database_of_a_later_version_is_refused (Fixture *fixture, gconstpointer data)
{
  assert_refused_untouched (fixture, make_future, ANTE_STORE_ERROR_FUTURE);
}

static void
test_damaged_database_is_refused (Fixture *fixture, gconstpointer data)
{
  assert_refused_untouched (fixture, make_garbage, ANTE_STORE_ERROR_DAMAGED);
}

static void
test_files_are_the_users_alone (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "anteroom.db", "anteroom.db-wal", "anteroom.lock" };
  GStatBuf info = { 0 };

  g_assert_cmpint (g_stat (fixture->dir, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *file = g_build_filename (fixture->dir, names[i], NULL);

    g_assert_cmpint (g_stat (file, &info), ==, 0);
    g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  }
}

/* It may be read from where nothing can be written. */
static void
assert_stands_alone (const char *file)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  g_assert_cmpint (bytes[18], ==, 1);
  g_assert_cmpint (bytes[19], ==, 1);
}

static void
test_backup_comes_back_and_the_present_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->dir, "copy.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  TEST_CALL (fixture->result, ante_store_backup_async, fixture->store, backup, NULL);
  g_assert_true (ante_store_backup_finish (fixture->store, fixture->result, &error));
  g_assert_no_error (error);
  assert_stands_alone (backup);
  fixture_change (fixture, 1, ANTE_FIELD_OWNER, "setter:Mia", NULL);

  g_assert_false (ante_store_restore (fixture->dir, backup, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  ante_store_close (fixture->store);
  g_assert_true (ante_store_restore (fixture->dir, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  fixture_reopen (fixture);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpstr (lead->owner, ==, "coach");
}

static gint64
put_in (Fixture *fixture, const char *author, const char *text)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  item->lead_id = 1;
  item->text = g_strdup (text);
  item->author = g_strdup (author);
  item->created_at = T0 + MINUTE;
  item->verdict = ante_verdict_new ();
  TEST_CALL (fixture->result, ante_store_outbox_add_async, fixture->store, item, NULL, NULL);
  id = ante_store_outbox_add_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return id;
}

/* They may have left since: nothing of a backup leaves by itself, and what is older than it is not
 * taken for it. */
static void
test_answers_that_waited_in_a_backup_are_doubted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->dir, "copy.db", NULL);
  g_autoptr (AnteOutboxItem) begun = NULL;
  g_autoptr (AnteOutboxItem) none = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  put_in (fixture, "coach", "begun");
  put_in (fixture, "coach", "waits");
  TEST_CALL (fixture->result, ante_store_outbox_begin_async, fixture->store, T0 + 2 * MINUTE, NULL);
  begun = ante_store_outbox_begin_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  TEST_CALL (fixture->result, ante_store_backup_async, fixture->store, backup, NULL);
  g_assert_true (ante_store_backup_finish (fixture->store, fixture->result, &error));

  ante_store_close (fixture->store);
  g_assert_true (ante_store_restore (fixture->dir, backup, NULL, &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
  TEST_CALL (fixture->result, ante_store_outbox_list_async, fixture->store, 0, TRUE, 10, NULL);
  items = ante_store_outbox_list_finish (fixture->store, fixture->result, &error);
  g_assert_cmpuint (items->len, ==, 2);
  for (guint i = 0; i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    g_assert_cmpint (item->state, ==, ANTE_OUTBOX_UNCERTAIN);
    g_assert_cmpstr (item->error, ==, "restored");
    g_assert_cmpint (item->started_at, ==, T0 + (i == 0 ? 2 : 1) * MINUTE);
  }
  TEST_CALL (fixture->result, ante_store_outbox_begin_async, fixture->store, T0 + 9 * MINUTE, NULL);
  none = ante_store_outbox_begin_finish (fixture->store, fixture->result, &error);
  g_assert_null (none);
}

static void
test_damaged_backup_replaces_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->dir, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (backup,
                                      "not a database at all, but long enough to have a header "
                                      "of one hundred bytes, which is what is looked at first",
                                      -1, NULL));
  ante_store_close (fixture->store);
  g_assert_false (ante_store_restore (fixture->dir, backup, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED);
  fixture_reopen (fixture);
}

static void
test_doctor_names_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autoptr (GPtrArray) healthy = ante_store_doctor (fixture->dir);
  g_autoptr (GPtrArray) sick = NULL;

  for (guint i = 0; i < healthy->len; i++)
    g_assert_true (((AnteCheck *) healthy->pdata[i])->ok);

  ante_store_close (fixture->store);
  g_assert_true (g_file_set_contents (file, "garbage", -1, NULL));
  sick = ante_store_doctor (fixture->dir);
  g_assert_cmpstr (((AnteCheck *) sick->pdata[0])->name, ==, "database");
  g_assert_false (((AnteCheck *) sick->pdata[0])->ok);
}

static const AnteCheck *
find_check (GPtrArray *checks, const char *name)
{
  for (guint i = 0; i < checks->len; i++) {
    const AnteCheck *check = checks->pdata[i];

    if (g_str_equal (check->name, name))
      return check;
  }
  return NULL;
}

static void
assert_check_says (const char *dir, const char *name, const char *words)
{
  g_autoptr (GPtrArray) checks = ante_store_doctor (dir);
  const AnteCheck *check = find_check (checks, name);

  g_assert_nonnull (check);
  g_assert_false (check->ok);
  g_assert_nonnull (strstr (check->detail, words));
}

/* What is well but cannot be read must not be replaced by a backup. */
static void
test_doctor_tells_damage_from_what_stands_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *away = g_build_filename (fixture->dir, "away.db", NULL);
  g_autofree char *locked = g_build_filename (fixture->dir, "locked", NULL);

  g_assert_cmpint (g_mkdir (locked, 0), ==, 0);
  ante_store_close (fixture->store);
  g_assert_cmpint (g_chmod (fixture->dir, 0755), ==, 0);
  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  if (geteuid () != 0 || seteuid (65534) == 0) {
    assert_check_says (fixture->dir, "database", "may read it");
    assert_check_says (locked, "database", "may read it");
    g_assert_true (geteuid () != 65534 || seteuid (0) == 0);
  }
  g_assert_cmpint (g_chmod (file, 0600), ==, 0);
  g_assert_cmpint (g_chmod (locked, 0700), ==, 0);

  g_assert_cmpint (g_rename (file, away), ==, 0);
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  assert_check_says (fixture->dir, "database", "check the disk");
  g_assert_cmpint (g_rmdir (file), ==, 0);

  g_assert_true (g_file_set_contents (file, "garbage", -1, NULL));
  assert_check_says (fixture->dir, "database", "It is damaged");
}

/* The outbox's first page is spoilt, and nothing else. */
static void
test_doctor_does_not_call_an_unread_outbox_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gsize page = 0;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  put_in (fixture, "coach", "find this page");
  ante_store_close (fixture->store);
  g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
  while (memmem (bytes + page, 4096, "find this page", 14) == NULL)
    page += 4096;
  memset (bytes + page, 0xff, 4096);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) length, NULL));
  assert_check_says (fixture->dir, "outbox", "could not be read");
}

static void
test_folder_belongs_to_one_account (Fixture *fixture, gconstpointer data)
{
  AnteAccount mine = { .user_id = (char *) "1784",
                       .username = (char *) "coach",
                       .api_url = (char *) "https://example.org" };
  AnteAccount other = { .user_id = (char *) "9999",
                        .username = (char *) "else",
                        .api_url = (char *) "https://example.org" };
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_set_account_async, fixture->store, &mine, NULL);
  g_assert_true (ante_store_set_account_finish (fixture->store, fixture->result, NULL));
  TEST_CALL (fixture->result, ante_store_set_account_async, fixture->store, &mine, NULL);
  g_assert_true (ante_store_set_account_finish (fixture->store, fixture->result, NULL));
  TEST_CALL (fixture->result, ante_store_set_account_async, fixture->store, &other, NULL);
  g_assert_false (ante_store_set_account_finish (fixture->store, fixture->result, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
}

/* On a disk of its own with no room left, made by mounting one: needs root, as CI has. */
static void
test_full_disk_is_told_and_loses_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = test_make_dir ();
  g_autofree char *dir = g_build_filename (disk, "data", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autofree char *zeros = g_malloc0 (1 << 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  AnteIngest ingest = { .threads = threads, .now = T0 };
  FILE *stream = NULL;

  if (mount ("tmpfs", disk, "tmpfs", 0, "size=4m") != 0) {
    g_test_skip ("mounting a small disk needs root");
    test_remove_dir (disk);
    return;
  }

  ante_store_close (fixture->store);
  g_free (fixture->dir);
  fixture->dir = g_strdup (dir);
  fixture_reopen (fixture);
  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);

  stream = g_fopen (filler, "wb");
  setvbuf (stream, NULL, _IONBF, 0);
  while (fwrite (zeros, 1 << 12, 1, stream) == 1)
    ;
  fclose (stream);

  for (guint i = 0; i < 200; i++) {
    g_autofree char *mid = g_strdup_printf ("x%u", i);
    g_autofree char *igsid = g_strdup_printf ("9%u", i);

    memset (zeros, 'y', 4000);
    g_ptr_array_add (threads, make_thread (igsid, make_message (mid, "lead", T0, zeros), NULL));
  }
  TEST_CALL (fixture->result, ante_store_ingest_async, fixture->store, &ingest, NULL);
  g_assert_false (ante_store_ingest_finish (fixture->store, fixture->result, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_unlink (filler);
  TEST_CALL (fixture->result, ante_store_ingest_async, fixture->store, &ingest, NULL);
  g_assert_true (ante_store_ingest_finish (fixture->store, fixture->result, NULL, &error));
  g_assert_no_error (error);
  lead = fixture_lead (fixture, "1");
  g_assert_cmpuint (lead->n_messages, ==, 1);

  ante_store_close (fixture->store);
  g_clear_object (&fixture->store);
  umount2 (disk, MNT_DETACH);
  test_remove_dir (disk);
}

static guint
count_backups (const char *dir, const char *prefix)
{
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);
  g_autoptr (GDir) entries = g_dir_open (backups, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (entries)) != NULL)
    n += g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db");
  return n;
}

static gboolean
auto_backup (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;
  gboolean made = FALSE;

  TEST_CALL (fixture->result, ante_store_auto_backup_async, fixture->store, now, NULL);
  made = ante_store_auto_backup_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return made;
}

static void
test_a_backup_a_day_and_only_so_many_are_kept (Fixture *fixture, gconstpointer data)
{
  gint64 day = G_GINT64_CONSTANT (24) * 60 * MINUTE;
  g_autofree char *newest = NULL;
  g_autofree char *stray = NULL;
  g_autoptr (GError) error = NULL;

  stray = g_build_filename (fixture->dir, "backups", "day-2026-03-01.db.part", NULL);
  g_assert_true (g_file_set_contents (stray, "half", -1, NULL));
  for (guint i = 0; i < 40; i++) {
    g_assert_true (auto_backup (fixture, T0 + i * day));
    g_assert_false (auto_backup (fixture, T0 + i * day + MINUTE));
  }
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_backups (fixture->dir, "day-"), ==, 7);
  g_assert_cmpuint (count_backups (fixture->dir, "week-"), ==, 4);

  newest = g_build_filename (fixture->dir, "backups", "day-2026-04-12.db", NULL);
  ante_store_close (fixture->store);
  g_assert_true (ante_store_restore (fixture->dir, newest, NULL, &error));
  g_assert_no_error (error);
  fixture_reopen (fixture);
}

static void
test_empty_file_is_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->dir, "empty.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  ante_store_close (fixture->store);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_false (ante_store_restore (fixture->dir, empty, NULL, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_DAMAGED);
  fixture_reopen (fixture);
  lead = fixture_lead (fixture, "1");
  g_assert_nonnull (lead);
}

static void
test_backup_that_cannot_be_written_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->dir, "no-such-folder", "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_backup_async, fixture->store, nowhere, NULL);
  g_assert_false (ante_store_backup_finish (fixture->store, fixture->result, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_TARGET);
}

static void
assert_backup_finds_no_room (Fixture *fixture, const char *options)
{
  g_autofree char *disk = test_make_dir ();
  g_autofree char *target = g_build_filename (disk, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  if (mount ("tmpfs", disk, "tmpfs", 0, options) != 0) {
    g_test_skip ("mounting a small disk needs root");
    test_remove_dir (disk);
    return;
  }
  TEST_CALL (fixture->result, ante_store_backup_async, fixture->store, target, NULL);
  g_assert_false (ante_store_backup_finish (fixture->store, fixture->result, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NO_SPACE);
  umount2 (disk, MNT_DETACH);
  test_remove_dir (disk);
}

/* It may find no room for its pages or for its name. */
static void
test_backup_to_a_full_disk_is_told (Fixture *fixture, gconstpointer data)
{
  assert_backup_finds_no_room (fixture, "size=64k");
  assert_backup_finds_no_room (fixture, "size=4k");
  assert_backup_finds_no_room (fixture, "nr_inodes=1");
}

/* Asked by another process, since one's own locks never stand in one's way. */
static gboolean
is_locked_for_others (const char *file)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0) {
    struct flock lock = {
      .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510
    };
    int fd = open (file, O_RDWR);

    _exit (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 1;
}

static void
test_looking_it_over_leaves_the_owners_locks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GError) error = NULL;

  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hi"), NULL), T0);
  g_assert_true (is_locked_for_others (file));
  checks = ante_store_doctor (fixture->dir);
  g_assert_true (open_second (fixture->dir, ANTE_STORE_READER, &error));
  g_assert_true (is_locked_for_others (file));
}

static void
test_folder_that_cannot_be_written_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = test_make_dir ();
  g_autoptr (GError) error = NULL;

  if (mount ("tmpfs", disk, "tmpfs", 0, "size=4m") != 0) {
    g_test_skip ("mounting a disk needs root");
    test_remove_dir (disk);
    return;
  }

  g_assert_true (open_second (disk, ANTE_STORE_OWNER, NULL));
  g_assert_cmpint (mount ("tmpfs", disk, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  g_assert_false (open_second (disk, ANTE_STORE_OWNER, &error));
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_READ_ONLY);
  umount2 (disk, MNT_DETACH);
  test_remove_dir (disk);
}

static void
spoil (char *bytes, gsize *length, GRand *random)
{
  guint kind = g_rand_int_range (random, 0, 4);
  gsize page = (gsize) g_rand_int_range (random, 0, (gint32) (*length / 4096)) * 4096;

  if (kind == 0)
    *length = (gsize) g_rand_int_range (random, 0, (gint32) *length);
  else if (kind == 1)
    memset (bytes + page, 0, 4096);
  else
    for (int n = g_rand_int_range (random, 1, 65); n > 0; n--)
      bytes[g_rand_int_range (random, 0, (gint32) *length)] ^= 1 << g_rand_int_range (random, 0, 8);
}

/* Everything a view asks for, whatever comes of it. */
static void
use_whatever_is_there (Fixture *fixture)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  AnteIngest ingest = { .threads = threads, .now = T0 };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (AnteSearchWords) words = ante_search_words_parse ("hello", T0, utc);
  g_autoptr (AnteSearchPage) found = NULL;
  AnteSearchAsk ask = { .limit = 50 };
  g_autoptr (AnteMessagePage) page = NULL;

  TEST_CALL (fixture->result, ante_store_list_lead_ids_async, fixture->store, &filter,
             ANTE_LEAD_ORDER_NEWEST, NULL);
  ids = ante_store_list_lead_ids_finish (fixture->store, fixture->result, NULL);
  if (ids != NULL) {
    TEST_CALL (fixture->result, ante_store_get_leads_async, fixture->store, (gint64 *) ids->data,
               ids->len, NULL);
    leads = ante_store_get_leads_finish (fixture->store, fixture->result, NULL);
  }
  TEST_CALL (fixture->result, ante_store_list_messages_async, fixture->store, 1, 0, 0, 50, NULL);
  page = ante_store_list_messages_finish (fixture->store, fixture->result, NULL);
  TEST_CALL (fixture->result, ante_store_search_async, fixture->store, words, &ask, NULL);
  found = ante_store_search_finish (fixture->store, fixture->result, NULL);
  g_ptr_array_add (threads, make_thread ("1", make_message ("new", "lead", T0, "hello"), NULL));
  TEST_CALL (fixture->result, ante_store_ingest_async, fixture->store, &ingest, NULL);
  ante_store_ingest_finish (fixture->store, fixture->result, NULL, NULL);
}

static void
try_spoilt (Fixture *fixture)
{
  g_autoptr (GPtrArray) checks = ante_store_doctor (fixture->dir);
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = ante_store_new ();
  TEST_CALL (fixture->result, ante_store_open_async, fixture->store, fixture->dir, ANTE_STORE_OWNER,
             NULL);
  if (ante_store_open_finish (fixture->store, fixture->result, &error))
    use_whatever_is_there (fixture);
  ante_store_close (fixture->store);
}

static void
test_spoilt_databases_never_take_the_program_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  g_autofree char *good = NULL;
  gsize good_length = 0;

  for (guint i = 0; i < 20; i++) {
    g_autofree char *igsid = g_strdup_printf ("%u", i + 1);
    g_autofree char *mid = g_strdup_printf ("m%u", i);

    fixture_ingest (
      fixture, make_thread (igsid, make_message (mid, "lead", T0 + i, "hello there"), NULL), T0);
  }
  ante_store_close (fixture->store);
  g_assert_true (g_file_get_contents (file, &good, &good_length, NULL));

  for (guint seed = 1; seed <= 100; seed++) {
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    g_autofree char *bytes = g_memdup2 (good, good_length);
    gsize length = good_length;

    g_test_message ("seed %u", seed);
    spoil (bytes, &length, random);
    g_assert_true (g_file_set_contents (file, bytes, (gssize) length, NULL));
    try_spoilt (fixture);
  }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/care/second-owner-is-told-who-holds-it", test_second_owner_is_told_who_holds_the_folder);
  ADD ("/care/later-version-is-refused", test_database_of_a_later_version_is_refused);
  ADD ("/care/damaged-is-refused", test_damaged_database_is_refused);
  ADD ("/care/files-are-the-users-alone", test_files_are_the_users_alone);
  ADD ("/care/backup-comes-back", test_backup_comes_back_and_the_present_is_kept);
  ADD ("/care/answers-of-a-backup-are-doubted", test_answers_that_waited_in_a_backup_are_doubted);
  ADD ("/care/damaged-backup-replaces-nothing", test_damaged_backup_replaces_nothing);
  ADD ("/care/doctor-names-what-is-wrong", test_doctor_names_what_is_wrong);
  ADD ("/care/doctor-tells-damage-from-obstacles",
       test_doctor_tells_damage_from_what_stands_in_the_way);
  ADD ("/care/doctor-does-not-call-an-unread-outbox-empty",
       test_doctor_does_not_call_an_unread_outbox_empty);
  ADD ("/care/folder-belongs-to-one-account", test_folder_belongs_to_one_account);
  ADD ("/care/full-disk-is-told", test_full_disk_is_told_and_loses_nothing);
  ADD ("/care/a-backup-a-day", test_a_backup_a_day_and_only_so_many_are_kept);
  ADD ("/care/empty-file-is-no-backup", test_empty_file_is_no_backup);
  ADD ("/care/backup-that-cannot-be-written", test_backup_that_cannot_be_written_is_told);
  ADD ("/care/backup-to-a-full-disk", test_backup_to_a_full_disk_is_told);
  ADD ("/care/looking-over-leaves-the-locks", test_looking_it_over_leaves_the_owners_locks);
  ADD ("/care/folder-that-cannot-be-written", test_folder_that_cannot_be_written_is_told);
  ADD ("/care/spoilt-databases", test_spoilt_databases_never_take_the_program_down);
  return g_test_run ();
}
