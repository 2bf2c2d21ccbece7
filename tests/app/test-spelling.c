#include "config.h"

#include "ante-test.h"
#include "app/shared/ante-dictionaries.h"
#include "app/shared/ante-spelling.h"
#include "widgets.h"

typedef struct {
  GtkTextView *view;
  GtkTextBuffer *buffer;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->view = GTK_TEXT_VIEW (g_object_ref_sink (gtk_text_view_new ()));
  desk->buffer = gtk_text_view_get_buffer (desk->view);
  ante_spelling_watch (desk->view);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_object_unref (desk->view);
}

/* (transfer full): the marked words, between spaces. */
static char *
list_marked (Desk *desk)
{
  GtkTextTag *tag =
    gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (desk->buffer), "misspelled");
  g_autoptr (GString) words = g_string_new (NULL);
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (desk->buffer, &at);
  while (gtk_text_iter_starts_tag (&at, tag) || gtk_text_iter_forward_to_tag_toggle (&at, tag)) {
    GtkTextIter start = at;
    g_autofree char *word = NULL;

    if (!gtk_text_iter_starts_tag (&at, tag))
      continue;
    gtk_text_iter_forward_to_tag_toggle (&at, tag);
    word = gtk_text_buffer_get_text (desk->buffer, &start, &at, FALSE);
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word);
  }
  return g_strdup (words->str);
}

static gboolean
marks (Desk *desk, const char *word)
{
  g_autofree char *marked = list_marked (desk);

  return strstr (marked, word) != NULL;
}

/* @expected: the marked words. */
static void
assert_marks (Desk *desk, const char *text, const char *expected)
{
  g_autofree char *with_slip = g_strconcat (text, "\nA slpi stands here", NULL);
  g_autofree char *marked = NULL;
  g_autofree char *all = g_strconcat (expected, *expected != '\0' ? " " : "", "slpi", NULL);

  /* The slip below tells that it has been looked through. */
  gtk_text_buffer_set_text (desk->buffer, with_slip, -1);
  test_wait_until (marks (desk, "slpi"));
  marked = list_marked (desk);
  g_assert_cmpstr (marked, ==, all);
}

static void
test_what_no_dictionary_knows_is_marked (Desk *desk, gconstpointer data)
{
  assert_marks (desk, "I wnat to help you, that's why we don\xe2\x80\x99t rush thsi.", "wnat thsi");
  assert_marks (desk, "'Quoted' words and \xe2\x80\x98such\xe2\x80\x99 are words", "");
  assert_marks (desk, "well-known, well-knwon", "knwon");
}

static void
test_what_is_no_word_is_left_alone (Desk *desk, gconstpointer data)
{
  assert_marks (desk, "See www.coachvera.example/bokking or vera@exmple.test", "");
  assert_marks (desk, "@zoe.kaya {first_naem} #mondaymotivatoin 12wks ADHD \xf0\x9f\x98\x85", "");
}

static void
test_another_language_is_not_marked (Desk *desk, gconstpointer data)
{
  assert_marks (desk, "Hola, gracias por escribirme, cu\xc3\xa9ntame qu\xc3\xa9 buscas", "");
  assert_marks (desk,
                "\xd8\xb4\xd9\x83\xd8\xb1\xd8\xa7 \xd9\x84\xd9\x83 \xd8\xb9\xd9\x84\xd9\x89 "
                "\xd8\xb1\xd8\xb3\xd8\xa7\xd9\x84\xd8\xaa\xd9\x83",
                "");
}

static void
test_another_word_takes_the_place (Desk *desk, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  GMenuModel *menu = NULL;
  g_autoptr (GMenuModel) others = NULL;
  g_autoptr (GVariant) word = NULL;
  gboolean handled = FALSE;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (desk->view));

  assert_marks (desk, "A wonderfull day", "wonderfull");
  gtk_text_buffer_get_iter_at_offset (desk->buffer, &start, 5);
  gtk_text_buffer_place_cursor (desk->buffer, &start);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Menu, 0, 0, &handled);
  }
  menu = gtk_text_view_get_extra_menu (desk->view);
  g_assert_nonnull (menu);
  others = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  word = g_menu_model_get_item_attribute_value (others, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_assert_cmpstr (g_variant_get_string (word, NULL), ==, "wonderful");
  gtk_widget_activate_action_variant (GTK_WIDGET (desk->view), "spelling.replace", word);
  gtk_text_buffer_get_start_iter (desk->buffer, &start);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_buffer_get_text (desk->buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "A wonderful day");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(int *) user_data = ante_dictionaries_open_finish (result) != NULL ? 1 : 2;
}

int
main (int argc, char *argv[])
{
  int opened = 0;

  test_app_init (&argc, &argv);
  ante_dictionaries_open_async (opened_cb, &opened);
  test_wait_until (opened != 0);
  if (opened == 2) {
    g_print ("1..0 # SKIP there is no dictionary here\n");
    return 0;
  }
#define ADD(name, function)                                                                        \
  g_test_add ("/app/spelling/" name, Desk, NULL, set_up, function, tear_down)
  ADD ("marked", test_what_no_dictionary_knows_is_marked);
  ADD ("no-words", test_what_is_no_word_is_left_alone);
  ADD ("another-language", test_another_language_is_not_marked);
  ADD ("replaced", test_another_word_takes_the_place);
#undef ADD
  return g_test_run ();
}
