#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/ante-store-account.h"
#include "store/ante-store-forget.h"
#include "store/ante-store-notes.h"
#include "store/ante-store-outbox.h"

#define WHO "1020811488688071"
#define OTHER "2020811488688072"

/* Each stands in another place, and nowhere else. */
static const char *const canaries[] = {
  "Quittenbaum",  "Zwetschgenmus", "handle_" WHO, "Xaveria",
  "Lindwurm",     "Kaminfeger",    "Dachgaupe",   "Holunderweg",
  "Morgenstunde", "Pfefferkuchen", "thread-" WHO, WHO,
  "柚子の木の下", "Sauerampfer",   "Birkenrinde", NULL,
};

static void
sql (Fixture *fixture, const char *words)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, words, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gint64
count (Fixture *fixture, const char *words)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 n = 0;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, words, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return n;
}

/* How often @word stands in the files of the folder, those below it too, in whatever case: the
 * index has its words in small letters. */
static guint
grep (const char *dir, const char *word)
{
  g_autofree char *small = g_ascii_strdown (word, -1);
  g_autoptr (GDir) open = g_dir_open (dir, 0, NULL);
  const char *name = NULL;
  guint found = 0;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL) {
    g_autofree char *file = g_build_filename (dir, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length = 0;

    if (g_file_test (file, G_FILE_TEST_IS_DIR)) {
      found += grep (file, word);
    } else if (g_file_get_contents (file, &bytes, &length, NULL)) {
      for (gsize i = 0; i < length; i++)
        bytes[i] = g_ascii_tolower (bytes[i]);
      for (char *at = bytes;
           (at = memmem (at, length - (gsize) (at - bytes), small, strlen (small))) != NULL; at++)
        found++;
    }
  }
  return found;
}

static AnteThread *
their_thread (void)
{
  return make_thread (WHO, make_message ("m-1", "lead", T0, "Meine Quittenbaum-Frage"),
                      make_message ("m-2", "elsewhere", T0 + MINUTE, "Zu Zwetschgenmus: ja"),
                      make_message ("m-3", "lead", T0 + 2 * MINUTE, "柚子の木の下"), NULL);
}

static void
add_profile (Fixture *fixture)
{
  AnteProfile profile = { .igsid = (char *) WHO,
                          .username = (char *) "handle_" WHO,
                          .name = (char *) "Xaveria",
                          .consent = TRUE };

  TEST_CALL (fixture->result, ante_store_set_profile_async, fixture->store, &profile, T0, NULL);
  g_assert_true (ante_store_set_profile_finish (fixture->store, fixture->result, NULL));
}

static void
add_words (Fixture *fixture, gint64 lead)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();

  fixture_change (fixture, lead, ANTE_FIELD_NOTE, NULL, "Lindwurm");
  fixture_change (fixture, lead, ANTE_FIELD_FACT, "goal", "Kaminfeger");
  fixture_change (fixture, lead, ANTE_FIELD_NEXT_ACTION, "Dachgaupe", NULL);
  fixture_change (fixture, lead, ANTE_FIELD_TOUCH, "referral", "Holunderweg");
  fixture_change_why (fixture, lead, ANTE_FIELD_OWNER, "ai", "Sauerampfer");
  fixture_change (fixture, lead, ANTE_FIELD_BOOKING_LINK, "https://Birkenrinde", NULL);
  TEST_CALL (fixture->result, ante_store_set_draft_async, fixture->store, lead, "Morgenstunde",
             NULL);
  item->lead_id = lead;
  item->text = g_strdup ("Pfefferkuchen");
  item->author = g_strdup ("coach");
  item->created_at = T0;
  item->undo_until = T0;
  item->verdict = ante_verdict_new ();
  TEST_CALL (fixture->result, ante_store_outbox_add_async, fixture->store, item, NULL, NULL);
  g_assert_cmpint (ante_store_outbox_add_finish (fixture->store, fixture->result, NULL), >, 0);
}

static void
add_picture (Fixture *fixture)
{
  g_autofree char *media = g_build_filename (fixture->dir, "media", NULL);
  g_autofree char *file = g_build_filename (media, "face.jpg", NULL);

  g_assert_cmpint (g_mkdir_with_parents (media, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "Quittenbaum", -1, NULL));
  /* Another process than the owner may not write: here it is the same. */
  sql (fixture, "UPDATE lead SET picture_path = 'face.jpg' WHERE igsid = '" WHO "'");
}

static gint64
fill (Fixture *fixture)
{
  g_autoptr (AnteLead) lead = NULL;

  fixture_ingest (fixture,
                  make_thread (OTHER, make_message ("o-1", "lead", T0, "Ich bleibe"), NULL), T0);
  fixture_ingest (fixture, their_thread (), T0 + 3 * MINUTE);
  add_profile (fixture);
  lead = fixture_lead (fixture, WHO);
  add_words (fixture, lead->id);
  add_picture (fixture);
  return lead->id;
}

static void
forget (Fixture *fixture, gint64 lead, GError **error)
{
  TEST_CALL (fixture->result, ante_store_forget_async, fixture->store, lead, "coach",
             T0 + 5 * MINUTE, NULL);
  ante_store_forget_finish (fixture->store, fixture->result, error);
}

static void
wipe (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_wipe_async, fixture->store, NULL);
  ante_store_wipe_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

static void
assert_no_trace (Fixture *fixture)
{
  for (guint i = 0; canaries[i] != NULL; i++) {
    if (grep (fixture->dir, canaries[i]) > 0)
      g_error ("“%s” is on the disk yet", canaries[i]);
  }
  g_assert_cmpuint (grep (fixture->dir, "Ich bleibe"), >, 0);
}

static void
test_nothing_is_left (Fixture *fixture, gconstpointer data)
{
  gint64 lead = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) times = NULL;

  for (guint i = 0; canaries[i] != NULL; i++) {
    if (grep (fixture->dir, canaries[i]) == 0)
      g_error ("“%s” was not there", canaries[i]);
  }
  forget (fixture, lead, &error);
  g_assert_no_error (error);
  wipe (fixture);
  assert_no_trace (fixture);
  ante_store_close (fixture->store);
  assert_no_trace (fixture);

  fixture_reopen (fixture);
  TEST_CALL (fixture->result, ante_store_list_forgotten_async, fixture->store, NULL);
  times = ante_store_list_forgotten_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (times->len, ==, 1);
  g_assert_cmpint (g_array_index (times, gint64, 0), ==, T0 + 5 * MINUTE);
  g_assert_cmpint (count (fixture, "SELECT n_leads FROM stage WHERE id = 1"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM message"), ==, 1);
}

/* The program was killed before it came to wiping. */
static void
test_next_start_wipes (Fixture *fixture, gconstpointer data)
{
  gint64 lead = fill (fixture);
  g_autoptr (GError) error = NULL;

  forget (fixture, lead, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (grep (fixture->dir, "Quittenbaum"), >, 0);
  fixture_reopen (fixture);
  test_wait_until (count (fixture, "SELECT count(*) FROM wipe") == 0);
  assert_no_trace (fixture);
}

static void
test_undo_does_not_bring_back (Fixture *fixture, gconstpointer data)
{
  gint64 lead = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;
  g_autoptr (AnteLead) other = fixture_lead (fixture, OTHER);
  gint64 last = fixture_change (fixture, lead, ANTE_FIELD_PINNED, "1", NULL);
  gint64 next = 0;

  forget (fixture, lead, &error);
  g_assert_no_error (error);
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, last, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND);

  /* A toast may still name that act. */
  next = fixture_change (fixture, other->id, ANTE_FIELD_PINNED, "1", NULL);
  g_assert_cmpint (next, >, last);
}

static AnteThreadState *
get_state (Fixture *fixture)
{
  g_autoptr (GPtrArray) states = NULL;

  TEST_CALL (fixture->result, ante_store_thread_states_async, fixture->store,
             (const char *const[]){ "thread-" WHO, NULL }, NULL);
  states = ante_store_thread_states_finish (fixture->store, fixture->result, NULL);
  g_assert_cmpuint (states->len, ==, 1);
  return g_ptr_array_steal_index (states, 0);
}

static void
test_sync_begins_with_what_is_new (Fixture *fixture, gconstpointer data)
{
  gint64 id = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMessagePage) page = NULL;
  AnteThreadState *state = NULL;
  AnteIngestResult counts = { 0 };
  AnteThread *thread = NULL;

  forget (fixture, id, &error);
  g_assert_no_error (error);
  counts = fixture_ingest (fixture, their_thread (), T0 + 6 * MINUTE);
  g_assert_cmpuint (counts.messages_new + counts.leads_new, ==, 0);
  state = get_state (fixture);
  g_assert_true (state->known);
  g_assert_cmpint (state->updated_at, ==, T0 + 2 * MINUTE);
  ante_thread_state_free (state);

  /* What we sent last may be read back with another time. */
  thread = their_thread ();
  g_ptr_array_insert (thread->messages, 0,
                      make_message ("m-5", "elsewhere", T0 + 3 * MINUTE, "Ours alone"));
  thread->updated_at = T0 + 3 * MINUTE;
  counts = fixture_ingest (fixture, thread, T0 + 6 * MINUTE);
  g_assert_cmpuint (counts.messages_new + counts.leads_new, ==, 0);

  thread = their_thread ();
  thread->has_older = TRUE;
  g_ptr_array_insert (thread->messages, 0,
                      make_message ("m-4", "lead", T0 + 2 * MINUTE, "Hallo, ich bin neu hier"));
  thread->updated_at = T0 + 9 * MINUTE;
  counts = fixture_ingest (fixture, thread, T0 + 10 * MINUTE);
  g_assert_cmpuint (counts.messages_new, ==, 1);
  g_assert_cmpuint (counts.gaps, ==, 0);
  lead = fixture_lead (fixture, WHO);
  g_assert_cmpint (lead->id, >, id);
  page = fixture_messages (fixture, lead->id);
  g_assert_cmpuint (page->messages->len, ==, 1);

  /* And so it stays when the same is read once more. */
  counts = fixture_ingest (fixture, their_thread (), T0 + 11 * MINUTE);
  g_assert_cmpuint (counts.messages_new + counts.unsent, ==, 0);
}

static void
test_nothing_is_torn_from_a_send (Fixture *fixture, gconstpointer data)
{
  gint64 lead = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteOutboxItem) item = NULL;
  g_autoptr (AnteLead) still = NULL;

  TEST_CALL (fixture->result, ante_store_outbox_begin_async, fixture->store, T0 + MINUTE, NULL);
  item = ante_store_outbox_begin_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (item);
  forget (fixture, lead, &error);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT);
  still = fixture_lead (fixture, WHO);
  g_assert_cmpstr (still->name, ==, "Xaveria");
}

static void
test_preview_counts (Fixture *fixture, gconstpointer data)
{
  gint64 lead = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree AnteForgetPreview *preview = NULL;

  TEST_CALL (fixture->result, ante_store_forget_preview_async, fixture->store, lead, NULL);
  preview = ante_store_forget_preview_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_messages, ==, 3);
  g_assert_cmpuint (preview->n_facts, ==, 1);
  g_assert_cmpuint (preview->n_notes, ==, 1);
  g_assert_cmpuint (preview->n_waiting, ==, 1);
  g_assert_true (preview->has_draft);
  g_assert_true (preview->has_picture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/store/forget/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("nothing-is-left", test_nothing_is_left);
  ADD ("next-start-wipes", test_next_start_wipes);
  ADD ("undo-does-not-bring-back", test_undo_does_not_bring_back);
  ADD ("sync-begins-with-what-is-new", test_sync_begins_with_what_is_new);
  ADD ("nothing-is-torn-from-a-send", test_nothing_is_torn_from_a_send);
  ADD ("preview-counts", test_preview_counts);
  return g_test_run ();
}
