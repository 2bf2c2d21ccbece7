#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "app/ante-actions.h"
#include "app/ante-places.h"
#include "app/palette/ante-palette-model.h"
#include "store-fixture.h"
#include "store/ante-store-views.h"
#include "widgets.h"

/* More than are shown. */
#define N_LEADS (ANTE_PALETTE_MAX_LEADS + 5)

typedef struct {
  Fixture base;
  AntePaletteModel *model;
} Palette;

static void
fill (Fixture *fixture)
{
  g_autoptr (GPtrArray) threads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ante_thread_free);
  AnteIngest ingest = { .threads = threads, .now = T0 };
  AnteIngestResult counts = { 0 };

  for (gint64 i = 0; i < N_LEADS; i++) {
    g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, i);

    g_ptr_array_add (threads,
                     make_thread (id, make_message (id, "lead", T0 - i * MINUTE, "sync"), NULL));
  }
  TEST_CALL (fixture->result, ante_store_ingest_async, fixture->store, &ingest, NULL);
  g_assert_true (ante_store_ingest_finish (fixture->store, fixture->result, &counts, NULL));
}

static GPtrArray *
make_commands (void)
{
  static const char *const titles[] = { "Leave the Sandbox", "Search Messages", "Sync Now",
                                        "Show Leads" };
  GPtrArray *commands = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_ptr_array_add (commands,
                     ante_palette_entry_new ("Here", titles[i], "icon", "win.nothing", NULL));
  return commands;
}

static void
set_up (Palette *palette, gconstpointer data)
{
  fixture_set_up (&palette->base, data);
  fill (&palette->base);
  palette->model = ante_palette_model_new ();
  ante_palette_model_begin (palette->model, make_commands (), palette->base.store);
}

static void
tear_down (Palette *palette, gconstpointer data)
{
  /* An answer that is on its way holds it, and nothing else does. */
  g_object_add_weak_pointer (G_OBJECT (palette->model), (gpointer *) &palette->model);
  g_object_unref (palette->model);
  test_wait_until (palette->model == NULL);
  fixture_tear_down (&palette->base, data);
}

static AntePaletteEntry *
nth (Palette *palette, guint position)
{
  g_autoptr (AntePaletteEntry) entry =
    g_list_model_get_item (ante_palette_model_get_entries (palette->model), position);

  return entry; /* the model holds it */
}

static guint
count (Palette *palette)
{
  return g_list_model_get_n_items (ante_palette_model_get_entries (palette->model));
}

static void
wait_for_leads (Palette *palette)
{
  g_assert_true (ante_palette_model_is_pending (palette->model));
  test_wait_until (!ante_palette_model_is_pending (palette->model));
}

static void
test_nothing_typed_lists_commands_in_their_order (Palette *palette, gconstpointer data)
{
  g_assert_cmpuint (count (palette), ==, 4);
  g_assert_cmpstr (nth (palette, 0)->title, ==, "Leave the Sandbox");
  g_assert_cmpstr (ante_palette_model_get_heading (palette->model, nth (palette, 0)), ==, "Here");
  g_assert_false (ante_palette_model_is_pending (palette->model));
}

static void
test_kept_searches_are_among_them (Palette *palette, gconstpointer data)
{
  Fixture *fixture = &palette->base;

  TEST_CALL (fixture->result, ante_store_set_view_async, fixture->store, ANTE_VIEW_SEARCH, 0,
             "Airships", "from:lead zeppelin", NULL);
  g_assert_cmpint (ante_store_set_view_finish (fixture->store, fixture->result, NULL), >, 0);
  ante_palette_model_begin (palette->model, make_commands (), fixture->store);
  test_wait_until (count (palette) == 5);
  g_assert_cmpstr (ante_palette_model_get_heading (palette->model, nth (palette, 4)), ==,
                   "Saved Searches");
  ante_palette_model_set_query (palette->model, "airs");
  g_assert_cmpuint (count (palette), ==, 1);
  g_assert_cmpstr (nth (palette, 0)->action, ==, "win.search-for");
  g_assert_cmpstr (g_variant_get_string (nth (palette, 0)->target, NULL), ==, "from:lead zeppelin");
}

static void
test_the_best_command_comes_first (Palette *palette, gconstpointer data)
{
  ante_palette_model_set_query (palette->model, " S ");
  g_assert_cmpuint (count (palette), ==, 4);
  g_assert_cmpstr (nth (palette, 0)->title, ==, "Search Messages");
  g_assert_cmpstr (nth (palette, 1)->title, ==, "Sync Now");
  g_assert_cmpstr (nth (palette, 2)->title, ==, "Show Leads");
  g_assert_cmpstr (nth (palette, 3)->title, ==, "Leave the Sandbox");
  g_assert_cmpstr (ante_palette_model_get_heading (palette->model, nth (palette, 0)), ==,
                   "Commands");
}

static void
keep_position_cb (GListModel *entries, guint position, guint removed, guint added, guint *kept)
{
  *kept = position;
}

static void
test_leads_come_below_newest_first_and_few (Palette *palette, gconstpointer data)
{
  guint changed_from = 0;

  ante_palette_model_set_query (palette->model, "LE");
  g_assert_cmpuint (count (palette), ==, 2);
  g_signal_connect (ante_palette_model_get_entries (palette->model), "items-changed",
                    G_CALLBACK (keep_position_cb), &changed_from);
  wait_for_leads (palette);
  g_assert_cmpuint (count (palette), ==, 2 + ANTE_PALETTE_MAX_LEADS);
  /* The commands above them, one of which is chosen, are left alone. */
  g_assert_cmpuint (changed_from, ==, 2);
  g_signal_handlers_disconnect_by_func (ante_palette_model_get_entries (palette->model),
                                        keep_position_cb, &changed_from);
  g_assert_cmpstr (nth (palette, 2)->lead->handle, ==, "handle_0");
  g_assert_cmpstr (nth (palette, 3)->lead->handle, ==, "handle_1");
  g_assert_cmpstr (ante_palette_model_get_heading (palette->model, nth (palette, 2)), ==, "Leads");
  g_assert_true (ante_palette_model_is_cut (palette->model));
}

static void
test_leads_are_found_by_who_they_are (Palette *palette, gconstpointer data)
{
  /* Each of them wrote that word. */
  ante_palette_model_set_query (palette->model, "sync");
  wait_for_leads (palette);
  g_assert_cmpuint (count (palette), ==, 1);
  ante_palette_model_set_query (palette->model, "@handle_24");
  wait_for_leads (palette);
  g_assert_cmpuint (count (palette), ==, 1);
  g_assert_cmpstr (nth (palette, 0)->lead->handle, ==, "handle_24");
  g_assert_false (ante_palette_model_is_cut (palette->model));
}

static void
test_old_answer_never_stands_under_new_words (Palette *palette, gconstpointer data)
{
  ante_palette_model_set_query (palette->model, "handle");
  ante_palette_model_set_query (palette->model, "handle_24");
  wait_for_leads (palette);
  g_assert_cmpuint (count (palette), ==, 1);

  /* Those that are there stay while the store is asked, if they fit. */
  ante_palette_model_set_query (palette->model, "handle_2");
  wait_for_leads (palette);
  g_assert_cmpuint (count (palette), ==, 6); /* 2, 20 to 24 */
  ante_palette_model_set_query (palette->model, "handle_24");
  g_assert_cmpuint (count (palette), ==, 1);
  g_assert_true (ante_palette_model_is_pending (palette->model));

  ante_palette_model_set_query (palette->model, "");
  g_assert_false (ante_palette_model_is_pending (palette->model));
  g_assert_cmpuint (count (palette), ==, 4);
  /* All answers have come by when one that was asked for later has. */
  TEST_CALL (palette->base.result, ante_store_list_stages_async, palette->base.store, NULL);
  g_assert_cmpuint (count (palette), ==, 4);
}

static void
test_signs_alone_are_no_words (Palette *palette, gconstpointer data)
{
  ante_palette_model_set_query (palette->model, "✨");
  wait_for_leads (palette);
  g_assert_cmpuint (count (palette), ==, 0);
}

static void
test_without_data_commands_alone_are_found (Palette *palette, gconstpointer data)
{
  ante_palette_model_begin (palette->model, make_commands (), NULL);
  ante_palette_model_set_query (palette->model, "le");
  g_assert_false (ante_palette_model_is_pending (palette->model));
  g_assert_cmpuint (count (palette), ==, 2);
}

static void
test_leads_that_cannot_be_read_say_why (Palette *palette, gconstpointer data)
{
  ante_store_close (palette->base.store);
  ante_palette_model_set_query (palette->model, "le");
  wait_for_leads (palette);
  g_assert_nonnull (ante_palette_model_get_error (palette->model));
  g_assert_cmpuint (count (palette), ==, 2);
  ante_palette_model_set_query (palette->model, "");
  g_assert_null (ante_palette_model_get_error (palette->model));
}

static gboolean
shows_key_of (const char *shortcuts, const char *action)
{
  g_autofree char *named = g_strdup_printf ("<property name=\"action-name\">%s</property>", action);

  return strstr (shortcuts, named) != NULL;
}

static void
test_shortcuts_window_shows_every_accelerator (void)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (ANTE_APP_PATH "/ui/ante-shortcuts.ui", 0, NULL);
  const char *shortcuts = g_bytes_get_data (bytes, NULL);

  for (const AnteAction *action = ante_actions; action->name != NULL; action++) {
    if (action->keys[0] != NULL && !shows_key_of (shortcuts, action->name))
      g_error ("Ctrl+? does not show the key of %s", action->name);
  }
  for (const AntePlace *place = ante_places; place->name != NULL; place++) {
    g_autofree char *action = g_strdup_printf ("win.show-place::%s", place->name);

    if (!shows_key_of (shortcuts, action))
      g_error ("Ctrl+? does not show the key of %s", action);
  }
}

#define ADD(path, func) g_test_add (path, Palette, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  ADD ("/palette/commands-in-their-order", test_nothing_typed_lists_commands_in_their_order);
  ADD ("/palette/kept-searches", test_kept_searches_are_among_them);
  ADD ("/palette/best-command-first", test_the_best_command_comes_first);
  ADD ("/palette/leads-below-newest-first", test_leads_come_below_newest_first_and_few);
  ADD ("/palette/leads-by-who-they-are", test_leads_are_found_by_who_they_are);
  ADD ("/palette/old-answer-is-not-shown", test_old_answer_never_stands_under_new_words);
  ADD ("/palette/signs-alone", test_signs_alone_are_no_words);
  ADD ("/palette/without-data", test_without_data_commands_alone_are_found);
  ADD ("/palette/leads-cannot-be-read", test_leads_that_cannot_be_read_say_why);
  g_test_add_func ("/palette/shortcuts-show-every-key",
                   test_shortcuts_window_shows_every_accelerator);
  return g_test_run ();
}
