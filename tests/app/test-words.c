#include "config.h"

#include "app/inbox/ante-known-ring.h"
#include "app/inbox/ante-referrer.h"
#include "app/inbox/ante-told-bar.h"
#include "app/shared/ante-link-button.h"
#include "app/shared/ante-source-words.h"
#include "app/shared/ante-words.h"
#include "model/ante-fact.h"
#include "rules/ante-window.h"
#include "store-fixture.h"
#include "store/ante-store-memory.h"
#include "widgets.h"

static void
assert_words (char *words, const char *wanted)
{
  g_assert_cmpstr (words, ==, wanted);
  g_free (words);
}

static void
test_story_is_told_with_its_day (void)
{
  g_autofree char *open =
    ante_source_words_touch (ANTE_SOURCE_STORY_REPLY, "17900000000000009", T0, T0 + ANTE_HOUR_MS);
  g_autofree char *expired =
    ante_source_words_touch (ANTE_SOURCE_STORY_REPLY, NULL, T0, T0 + ANTE_DAY_MS);

  g_assert_true (g_str_has_prefix (open, "Story reply, story of "));
  g_assert_true (g_str_has_prefix (expired, "Story reply, expired story, "));
  assert_words (ante_source_words_touch (ANTE_SOURCE_STORY_REPLY, NULL, 0, T0), "Story reply");
}

static void
test_source_is_told_with_its_detail (void)
{
  assert_words (ante_words_touch (ANTE_SOURCE_REACTIVATION, "143"), "Came back after 143 days");
  assert_words (ante_words_touch (ANTE_SOURCE_REACTIVATION, NULL), "Came back");
  assert_words (ante_words_touch (ANTE_SOURCE_KEYWORD, "MEALS"), "Keyword: \u2068MEALS\u2069");
}

static void
test_trust_names_who_sent_them (void)
{
  assert_words (ante_source_words_trust (ANTE_SOURCE_REFERRAL, "@ana", "Ana Torres"),
                "Warm: sent by \u2068Ana Torres\u2069");
  assert_words (ante_source_words_trust (ANTE_SOURCE_REFERRAL, "a friend", NULL),
                "Warm: sent by \u2068a friend\u2069");
  assert_words (ante_source_words_trust (ANTE_SOURCE_REFERRAL, NULL, NULL),
                "Warm: somebody sent them");
  assert_words (ante_referrer_read ("my friend @ana.torres."), "ana.torres");
  assert_words (ante_referrer_read (" Ana Torres "), "Ana Torres");
  g_assert_null (ante_referrer_read ("@"));
}

static void
test_links_say_where_they_lead (void)
{
  GtkWidget *links = g_object_ref_sink (
    ante_link_buttons_new ("see https://cal.example/vera, http://old.example/x, cal.example/vera"
                           " and www.blog.example/post"));
  GtkWidget *first = gtk_widget_get_first_child (links);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  GtkWidget *label = test_find_widget (first, "GtkLabel");

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "cal.example");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (first), ==, "https://cal.example/vera");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (second), ==, "https://www.blog.example/post");
  g_assert_null (gtk_widget_get_next_sibling (second));
  g_assert_null (ante_link_buttons_new ("See you at 5.Then we talk."));
  g_object_unref (links);
}

static void
test_ring_says_what_is_missing (void)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_fact_free);
  static const AnteFactKind known[] = { ANTE_FACT_GOAL, ANTE_FACT_PROBLEM, ANTE_FACT_BOTTLENECK,
                                        ANTE_FACT_OFFER, ANTE_FACT_FIT };
  GtkWidget *ring = g_object_ref_sink (g_object_new (ANTE_TYPE_KNOWN_RING, NULL));
  GtkLabel *words = GTK_LABEL (test_find_widget (ring, "GtkLabel"));

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    AnteFact *fact = ante_fact_new ();

    fact->kind = known[i];
    fact->state = ANTE_FACT_CONFIRMED;
    g_ptr_array_add (facts, fact);
  }
  ante_known_ring_show (ANTE_KNOWN_RING (ring), facts);
  g_assert_cmpstr (gtk_label_get_text (words), ==, "5 of 7, budget and timeline missing");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (test_find_widget (ring, "GtkMenuButton")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "5 of 7, budget and timeline missing");

  g_ptr_array_set_size (facts, 1);
  ante_known_ring_show (ANTE_KNOWN_RING (ring), facts);
  g_assert_cmpstr (gtk_label_get_text (words), ==,
                   "1 of 7, problem, bottleneck and 4 more missing");
  g_object_unref (ring);
}

/* --- already told --- */

#define HOUR (60 * MINUTE)

typedef struct {
  Fixture base;
  AnteWorkspace *workspace;
  GtkWindow *window;
  GtkTextBuffer *buffer;
  GtkWidget *bar;
} Telling;

static void
remember (Fixture *base)
{
  g_autoptr (GError) error = NULL;

  TEST_CALL (base->result, ante_store_remember_async, base->store, 8, T0 + HOUR, NULL);
  g_assert_cmpint (ante_store_remember_finish (base->store, base->result, &error), ==, 1);
}

static void
set_up_telling (Telling *telling, gconstpointer data)
{
  Fixture *base = &telling->base;
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GError) error = NULL;

  base->dir = test_make_dir ();
  telling->workspace = ante_workspace_new (base->dir, ANTE_STORE_OWNER);
  TEST_CALL (base->result, ante_workspace_open_async, telling->workspace, FALSE, NULL);
  g_assert_true (ante_workspace_open_finish (telling->workspace, base->result, &error));
  base->store = g_object_ref (ante_workspace_get_store (telling->workspace));
  fixture_ingest (base,
                  make_thread ("1", make_message ("m1", "lead", T0, "How much is it?"),
                               make_message ("m2", "coach", T0 + MINUTE, "It costs $1450."), NULL),
                  T0 + HOUR);
  remember (base);

  telling->window = GTK_WINDOW (gtk_window_new ());
  telling->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  telling->bar = g_object_new (ANTE_TYPE_TOLD_BAR, "view", view, NULL);
  gtk_box_append (GTK_BOX (box), telling->bar);
  gtk_box_append (GTK_BOX (box), view);
  gtk_window_set_child (telling->window, box);
  gtk_window_present (telling->window);
  ante_told_bar_set_workspace (ANTE_TOLD_BAR (telling->bar), telling->workspace);
}

static void
tear_down_telling (Telling *telling, gconstpointer data)
{
  gtk_window_destroy (telling->window);
  ante_workspace_close (telling->workspace);
  g_clear_object (&telling->workspace);
  g_clear_object (&telling->base.store);
  g_clear_object (&telling->base.result);
  test_remove_dir (telling->base.dir);
  g_free (telling->base.dir);
}

static void
test_price_that_was_told_is_remarked_on (Telling *telling, gconstpointer data)
{
  g_autoptr (AnteLead) lead = fixture_lead (&telling->base, "1");

  ante_told_bar_set_lead (ANTE_TOLD_BAR (telling->bar), lead->id);
  gtk_text_buffer_set_text (telling->buffer, "As I said it costs $1450.", -1);
  test_wait_until (test_shows_text (telling->bar, "Already told: a price, "));
  gtk_text_buffer_set_text (telling->buffer, "As I said it costs $990.", -1);
  test_wait_until (!gtk_widget_get_visible (telling->bar));
  gtk_text_buffer_set_text (telling->buffer, "So $1450 it is.", -1);
  test_wait_until (gtk_widget_get_visible (telling->bar));
  gtk_text_buffer_set_text (telling->buffer, "", -1); /* sent */
  g_assert_false (gtk_widget_get_visible (telling->bar));
}

static void
test_what_another_was_told_says_nothing (Telling *telling, gconstpointer data)
{
  g_autoptr (AnteLead) lead = fixture_lead (&telling->base, "1");

  ante_told_bar_set_lead (ANTE_TOLD_BAR (telling->bar), lead->id);
  gtk_text_buffer_set_text (telling->buffer, "As I said it costs $1450.", -1);
  test_wait_until (gtk_widget_get_visible (telling->bar));
  ante_told_bar_set_lead (ANTE_TOLD_BAR (telling->bar), lead->id + 1);
  g_assert_false (gtk_widget_get_visible (telling->bar));
}

#define ADD(path, func) g_test_add (path, Telling, NULL, set_up_telling, func, tear_down_telling)

int
main (int argc, char **argv)
{
  test_app_init (&argc, &argv);
  g_test_add_func ("/words/story", test_story_is_told_with_its_day);
  g_test_add_func ("/words/source", test_source_is_told_with_its_detail);
  g_test_add_func ("/words/trust", test_trust_names_who_sent_them);
  g_test_add_func ("/words/links", test_links_say_where_they_lead);
  g_test_add_func ("/words/ring", test_ring_says_what_is_missing);
  ADD ("/told/price", test_price_that_was_told_is_remarked_on);
  ADD ("/told/another", test_what_another_was_told_says_nothing);
  return g_test_run ();
}
