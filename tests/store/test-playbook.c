#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

#include "store/ante-store-care.h"
#include "store/ante-store-outbox.h"
#include "store/ante-store-playbook.h"

#define DOCUMENT                                                                                   \
  "{\"languages\": [\"en\"], \"currency\": \"EUR\", \"price_disclosure\": \"allowed\", "           \
  "\"niche\": \"%s\", \"offers\": []}"

static gint64
keep (Fixture *fixture, const char *niche, gboolean replace)
{
  g_autofree char *document = g_strdup_printf (DOCUMENT, niche);
  g_autoptr (GError) error = NULL;
  gint64 act = 0;

  TEST_CALL (fixture->result, ante_store_keep_playbook_async, fixture->store, document, NULL,
             replace, "coach", T0, NULL);
  act = ante_store_keep_playbook_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return act;
}

static AntePlaybookVersion *
active (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AntePlaybookVersion *version = NULL;

  TEST_CALL (fixture->result, ante_store_get_playbook_async, fixture->store, 0, NULL);
  version = ante_store_get_playbook_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  return version;
}

/* "2*u 1": version 2 holds and was used, version 1 is there. */
static void
assert_versions (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  TEST_CALL (fixture->result, ante_store_list_playbooks_async, fixture->store, NULL);
  versions = ante_store_list_playbooks_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < versions->len; i++) {
    const AntePlaybookVersion *version = versions->pdata[i];

    g_string_append_printf (told, "%s%d%s%s", i > 0 ? " " : "", (int) version->version,
                            version->active ? "*" : "", version->used ? "u" : "");
  }
  g_assert_cmpstr (told->str, ==, expected);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteUndone) undone = NULL;

  TEST_CALL (fixture->result, ante_store_undo_async, fixture->store, 0, "coach", T0, NULL);
  undone = ante_store_undo_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
}

/* By a program of its own, as whoever would change the past would do it. */
static int
tamper (Fixture *fixture, const char *sql)
{
  g_autofree char *file = g_build_filename (fixture->dir, "anteroom.db", NULL);
  sqlite3 *db = NULL;
  int rc = sqlite3_open (file, &db);

  if (rc == SQLITE_OK)
    rc = sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
  return rc;
}

static void
add_lead (Fixture *fixture)
{
  fixture_ingest (fixture, make_thread ("1", make_message ("m1", "lead", T0, "Hello"), NULL), T0);
}

static gint64
put_in (Fixture *fixture, const char *author, const char *text, AnteReceipt *receipt)
{
  g_autoptr (AnteOutboxItem) item = ante_outbox_item_new ();
  g_autoptr (GError) error = NULL;

  item->lead_id = 1;
  item->text = g_strdup (text);
  item->author = g_strdup (author);
  item->verdict = ante_verdict_new ();
  item->receipt = receipt;
  TEST_CALL (fixture->result, ante_store_outbox_add_async, fixture->store, item, NULL, NULL);
  return ante_store_outbox_add_finish (fixture->store, fixture->result, &error);
}

static void
test_versions_follow_one_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AntePlaybookVersion) none = active (fixture);
  g_autoptr (AntePlaybookVersion) second = NULL;

  g_assert_null (none);
  g_assert_cmpint (keep (fixture, "clay", FALSE), >, 0);
  g_assert_cmpint (keep (fixture, "clay", FALSE), ==, 0);
  g_assert_cmpint (keep (fixture, "stone", FALSE), >, 0);
  assert_versions (fixture, "2* 1");
  second = active (fixture);
  g_assert_nonnull (strstr (second->document, "\"version\": 2"));
  undo (fixture);
  assert_versions (fixture, "2 1*");
  fixture_reopen (fixture);
  undo (fixture);
  assert_versions (fixture, "2 1");
}

static void
test_only_an_unused_one_is_replaced (Fixture *fixture, gconstpointer data)
{
  AnteReceipt *receipt = NULL;

  add_lead (fixture);
  keep (fixture, "clay", TRUE);
  keep (fixture, "stone", TRUE);
  assert_versions (fixture, "1*");
  undo (fixture);
  assert_versions (fixture, "1*");
  {
    g_autoptr (AntePlaybookVersion) version = active (fixture);

    g_assert_nonnull (strstr (version->document, "clay"));
    receipt = fixture_receipt (1, "Hi", ANTE_VERDICT_ALLOW);
    receipt->playbook_id = version->id;
    receipt->playbook_version = version->version;
  }
  g_assert_cmpint (put_in (fixture, "ai", "Hi", receipt), >, 0);
  keep (fixture, "wood", TRUE);
  assert_versions (fixture, "2* 1u");
}

static void
test_what_cannot_be_read_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (fixture->result, ante_store_keep_playbook_async, fixture->store, "{\"offers\": []}",
             NULL, FALSE, "coach", T0, NULL);
  g_assert_cmpint (ante_store_keep_playbook_finish (fixture->store, fixture->result, &error), ==,
                   -1);
  g_assert_error (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "languages: is missing"));
  assert_versions (fixture, "");
}

static void
test_versions_never_change (Fixture *fixture, gconstpointer data)
{
  keep (fixture, "clay", FALSE);
  g_assert_cmpint (tamper (fixture, "UPDATE playbook_version SET document = '{}'"), !=, SQLITE_OK);
  g_assert_cmpint (tamper (fixture, "DELETE FROM playbook_version"), !=, SQLITE_OK);
}

static void
test_nothing_automatic_without_a_receipt (Fixture *fixture, gconstpointer data)
{
  add_lead (fixture);
  g_assert_cmpint (put_in (fixture, "ai", "Hi", NULL), ==, -1);
  g_assert_cmpint (put_in (fixture, "system", "Hi", NULL), ==, -1);
  g_assert_cmpint (put_in (fixture, "ai", "Hi", fixture_receipt (1, "Hi", ANTE_VERDICT_HOLD)), ==,
                   -1);
  g_assert_cmpint (put_in (fixture, "ai", "Hi", fixture_receipt (1, "Ho", ANTE_VERDICT_ALLOW)), ==,
                   -1);
  g_assert_cmpint (put_in (fixture, "coach", "Hi", NULL), >, 0);
  g_assert_cmpint (put_in (fixture, "ai", "Hi", fixture_receipt (1, "Hi", ANTE_VERDICT_ALLOW)), >,
                   0);
  /* Nor by a way round the program. */
  g_assert_cmpint (tamper (fixture, "UPDATE outbox SET text = 'Buy' WHERE author = 'ai'"), !=,
                   SQLITE_OK);
  g_assert_cmpint (tamper (fixture, "UPDATE outbox SET author = 'ai' WHERE author = 'coach'"), !=,
                   SQLITE_OK);
}

static const AnteCheck *
find_check (GPtrArray *checks)
{
  for (guint i = 0; i < checks->len; i++) {
    if (g_str_equal (((AnteCheck *) checks->pdata[i])->name, "record"))
      return checks->pdata[i];
  }
  return NULL;
}

static void
assert_record (Fixture *fixture, gboolean ok, const char *words)
{
  g_autoptr (GPtrArray) checks = ante_store_doctor (fixture->dir);
  const AnteCheck *check = find_check (checks);

  g_assert_nonnull (check);
  g_test_message ("%s", check->detail);
  g_assert_cmpint (check->ok, ==, ok);
  g_assert_nonnull (strstr (check->detail, words));
}

#define NO_TRIGGERS                                                                                \
  "DROP TRIGGER record_never_changes; DROP TRIGGER record_is_kept; DROP TRIGGER "                  \
  "receipt_never_changes;"

/* How the past is changed, and which row the doctor then names. */
static const struct {
  const char *sql;
  const char *row;
} falsehoods[] = {
  { "UPDATE record SET content = replace (content, 'allow', 'block') WHERE id = 2", "Row 2 " },
  { "UPDATE record SET at = at + 1 WHERE id = 3", "Row 3 " },
  { "DELETE FROM receipt WHERE record_id = 2; DELETE FROM record WHERE id = 2", "Row 3 " },
  { "UPDATE receipt SET body = '{\"x\":1}' WHERE record_id = 1", "Row 1 " },
  { "UPDATE receipt SET text = 'else' WHERE record_id = 3", "Row 3 " },
};

static void
test_doctor_names_the_first_broken_row (Fixture *fixture, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *sql = g_strconcat (NO_TRIGGERS, falsehoods[i].sql, NULL);

  add_lead (fixture);
  for (guint k = 0; k < 3; k++)
    put_in (fixture, "coach", "Hi", fixture_receipt (1, "Hi", ANTE_VERDICT_ALLOW));
  assert_record (fixture, TRUE, "3 of them");
  g_assert_cmpint (tamper (fixture, "UPDATE record SET at = 1"), !=, SQLITE_OK);
  g_assert_cmpint (tamper (fixture, "DELETE FROM record"), !=, SQLITE_OK);
  /* The rows of the outbox point to the receipts. */
  g_assert_cmpint (tamper (fixture, sql), ==, SQLITE_OK);
  assert_record (fixture, FALSE, falsehoods[i].row);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/playbook/versions-follow-one-another", test_versions_follow_one_another);
  ADD ("/playbook/only-an-unused-one-is-replaced", test_only_an_unused_one_is_replaced);
  ADD ("/playbook/what-cannot-be-read-is-refused", test_what_cannot_be_read_is_refused);
  ADD ("/playbook/versions-never-change", test_versions_never_change);
  ADD ("/playbook/nothing-automatic-without-a-receipt", test_nothing_automatic_without_a_receipt);
  for (guint i = 0; i < G_N_ELEMENTS (falsehoods); i++) {
    g_autofree char *path = g_strdup_printf ("/playbook/doctor-names-the-broken-row/%u", i);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up,
                test_doctor_names_the_first_broken_row, fixture_tear_down);
  }
  return g_test_run ();
}
