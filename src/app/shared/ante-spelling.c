#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-spelling.h"

#include <glib/gi18n.h>

#include "app/shared/ante-dictionaries.h"

#define TAG "misspelled"
#define PAUSE_MS 250
#define MOST_CHARS 5000
#define MOST_SUGGESTIONS 5
/* A paragraph of so many words of which more than half are not known is in another language. */
#define FEW_WORDS 4

/* Lives with its view. */
typedef struct {
  GtkTextView *view;
  GtkTextBuffer *buffer;
  AnteDictionaries *dictionaries; /* (nullable): not open yet, or none */
  gboolean asked;
  guint look;
  /* The word that the menu is about. */
  int start;
  int end;
} Spelling;

/* --- words ---------------------------------------------------------------------------------- */

/* @start, @end: characters of the buffer. */
typedef struct {
  int start;
  int end;
  gboolean known;
} Word;

static gboolean
is_inner (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

/* What is written in one go and is words alone: letters, and what stands around them. */
static gboolean
is_wordy (const char *token, const char *end)
{
  gboolean lower = FALSE;

  for (const char *p = token; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    const char *next = g_utf8_next_char (p);

    if (g_unichar_isdigit (c) || strchr ("@#_/\\{}<>=&%", (int) MIN (c, 127)) != NULL)
      return FALSE;
    if ((c == '.' || c == ':') && next < end && g_unichar_isalnum (g_utf8_get_char (next)))
      return FALSE; /* an address */
    lower = lower || g_unichar_islower (c) || !g_unichar_isupper (c);
  }
  return lower;
}

static gboolean
is_known (Spelling *self, const char *from, const char *to)
{
  g_autofree char *word = g_strndup (from, (gsize) (to - from));
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  if (g_utf8_strlen (word, -1) < 2)
    return TRUE;
  parts = g_strsplit (word, "\xe2\x80\x99", -1);
  plain = g_strjoinv ("'", parts);
  return ante_dictionaries_knows (self->dictionaries, plain);
}

/* @at: the character at which @token begins. */
static void
read_token (Spelling *self, const char *token, const char *end, int at, GArray *words)
{
  const char *p = token;

  if (!is_wordy (token, end))
    return;
  while (p < end) {
    const char *from = p;
    const char *to = NULL;
    Word word = { .start = at + (int) g_utf8_pointer_to_offset (token, p) };

    while (p < end && is_inner (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    /* Quotes stand around a word, too. */
    to = p;
    while (to > from &&
           (to[-1] == '\'' || g_str_has_prefix (to - MIN (to - from, 3), "\xe2\x80\x99")))
      to = g_utf8_prev_char (to);
    while (from < to && (*from == '\'' || g_str_has_prefix (from, "\xe2\x80\x99"))) {
      from = g_utf8_next_char (from);
      word.start++;
    }
    if (from < to) {
      word.end = word.start + (int) g_utf8_pointer_to_offset (from, to);
      word.known = is_known (self, from, to);
      g_array_append_val (words, word);
    }
    if (p < end)
      p = g_utf8_next_char (p);
  }
}

static void
mark_word (Spelling *self, const Word *word)
{
  GtkTextIter start;
  GtkTextIter end;
  int cursor = 0;

  g_object_get (self->buffer, "cursor-position", &cursor, NULL);
  if (word->known || (cursor == word->end && gtk_widget_has_focus (GTK_WIDGET (self->view))))
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, word->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, word->end);
  gtk_text_buffer_apply_tag_by_name (self->buffer, TAG, &start, &end);
}

static void
mark_paragraph (Spelling *self, GArray *words)
{
  guint unknown = 0;

  for (guint i = 0; i < words->len; i++)
    unknown += !g_array_index (words, Word, i).known;
  if (words->len < FEW_WORDS || unknown * 2 <= words->len) {
    for (guint i = 0; i < words->len; i++)
      mark_word (self, &g_array_index (words, Word, i));
  }
  g_array_set_size (words, 0);
}

static gboolean
look_cb (gpointer data)
{
  Spelling *self = data;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  const char *p = NULL;
  int at = 0;

  self->look = 0;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, TAG, &start, &end);
  if (self->dictionaries == NULL || gtk_text_iter_get_offset (&end) > MOST_CHARS)
    return G_SOURCE_REMOVE;
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  for (p = text; *p != '\0';) {
    const char *from = p;
    gunichar c = g_utf8_get_char (p);

    while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    read_token (self, from, p, at, words);
    at += (int) g_utf8_pointer_to_offset (from, p);
    if (p != from)
      continue;
    if (c == '\n')
      mark_paragraph (self, words);
    p = g_utf8_next_char (p);
    at++;
  }
  mark_paragraph (self, words);
  return G_SOURCE_REMOVE;
}

static void
look_soon (Spelling *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  self->look = g_timeout_add (PAUSE_MS, look_cb, self);
}

/* --- the dictionaries ----------------------------------------------------------------------- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkTextView) view = user_data;
  Spelling *self = g_object_get_data (G_OBJECT (view), "ante-spelling");

  if (self == NULL)
    return;
  self->dictionaries = ante_dictionaries_open_finish (result);
  if (self->dictionaries != NULL)
    look_soon (self);
}

static void
changed_cb (Spelling *self)
{
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    return; /* a dictionary takes memory: not before somebody writes */
  if (!self->asked)
    ante_dictionaries_open_async (opened_cb, g_object_ref (self->view));
  self->asked = TRUE;
  if (self->dictionaries != NULL)
    look_soon (self);
}

/* --- the menu ------------------------------------------------------------------------------- */

static GMenuModel *
build_menu (Spelling *self, const char *word)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_auto (GStrv) suggestions =
    ante_dictionaries_suggest (self->dictionaries, word, MOST_SUGGESTIONS);

  for (guint i = 0; suggestions[i] != NULL; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

    g_menu_item_set_action_and_target (item, "spelling.replace", "s", suggestions[i]);
    g_menu_append_item (others, item);
  }
  g_menu_append (add, _ ("Add to Dictionary"), "spelling.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  return G_MENU_MODEL (menu);
}

/* Of the marked word at @at, or of none. */
static void
prepare_menu (Spelling *self, const GtkTextIter *at)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), TAG);
  GtkTextIter start = *at;
  GtkTextIter end = *at;
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_text_iter_has_tag (at, tag) || gtk_text_iter_ends_tag (at, tag)) {
    g_autofree char *word = NULL;

    if (!gtk_text_iter_starts_tag (&start, tag))
      gtk_text_iter_backward_to_tag_toggle (&start, tag);
    if (!gtk_text_iter_ends_tag (&end, tag))
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
    self->start = gtk_text_iter_get_offset (&start);
    self->end = gtk_text_iter_get_offset (&end);
    word = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
    menu = build_menu (self, word);
  }
  gtk_text_view_set_extra_menu (self->view, menu);
}

static void
pressed_cb (Spelling *self, int n, double x, double y)
{
  GtkTextIter at;
  int buffer_x = 0;
  int buffer_y = 0;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y);
  prepare_menu (self, &at);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint code,
        GdkModifierType state,
        Spelling *self)
{
  GtkTextIter at;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)) {
    gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
    prepare_menu (self, &at);
  }
  return GDK_EVENT_PROPAGATE;
}

static void
replace_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Spelling *self = user_data;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, self->end);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Spelling *self = user_data;
  g_autofree char *word = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, self->end);
  word = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  ante_dictionaries_add (self->dictionaries, word);
  look_soon (self);
}

static void
listen (Spelling *self)
{
  static const GActionEntry entries[] = {
    { "replace", replace_cb, "s", NULL, NULL, { 0 } },
    { "add", add_cb, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", G_ACTION_GROUP (group));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
spelling_free (gpointer data)
{
  Spelling *self = data;

  g_clear_handle_id (&self->look, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_object_unref (self->buffer);
  g_free (self);
}

void
ante_spelling_watch (GtkTextView *view)
{
  Spelling *self = g_new0 (Spelling, 1);

  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  gtk_text_buffer_create_tag (self->buffer, TAG, "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_object_set_data_full (G_OBJECT (view), "ante-spelling", self, spelling_free);
  listen (self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (changed_cb), self);
}
