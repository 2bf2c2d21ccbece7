#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/replies/ante-reply-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/replies/ante-reply-editor.h"
#include "app/replies/ante-reply-gaps.h"
#include "app/shared/ante-list-popup.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-saved-reply.h"
#include "rules/ante-text.h"
#include "store/ante-store-account.h"
#include "store/ante-store-changes.h"
#include "store/ante-store-replies.h"

#define MOST_ROWS 50
#define HIGHEST 260
#define WIDEST 350
#define WIDTH 330 /* of what is in it */
#define LINE_CHARS 90

struct _AnteReplyPicker {
  GtkPopover parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox *rows;
  GtkLabel *hint;
  GtkWidget *save;

  GtkTextView *view; /* borrowed: our parent */
  GtkTextBuffer *buffer;
  AnteAuthorChoice *author; /* borrowed: lives as long as the view */
  AnteWorkspace *workspace;
  AnteLead *lead;
  GCancellable *loading;
  GPtrArray *replies; /* NULL: not read yet */
  GPtrArray *shown;   /* borrowed from them, one a row */
  char *booking_link;
  char *my_name;
  GtkTextMark *start; /* NULL: closed */
  gboolean with_slash;
  gboolean inserting;
};

G_DEFINE_FINAL_TYPE (AnteReplyPicker, ante_reply_picker, GTK_TYPE_POPOVER)

/* --- the text that it stands in ------------------------------------------------------------- */

static void
get_range (AnteReplyPicker *self, GtkTextIter *start, GtkTextIter *cursor)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, start, self->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
}

/* (nullable): what was typed since; NULL when the cursor has left, or the slash has gone. */
static char *
dup_query (AnteReplyPicker *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter cursor = { 0 };
  g_autofree char *typed = NULL;

  get_range (self, &start, &cursor);
  if (gtk_text_iter_compare (&cursor, &start) < 0)
    return NULL;
  typed = gtk_text_buffer_get_text (self->buffer, &start, &cursor, TRUE);
  if (strchr (typed, '\n') != NULL || (self->with_slash && *typed != '/') ||
      (self->with_slash && g_ascii_isspace (typed[1])))
    return NULL;
  return g_strdup (typed + (self->with_slash ? 1 : 0));
}

static gboolean
is_word_start (const GtkTextIter *at)
{
  GtkTextIter before = *at;

  return !gtk_text_iter_backward_char (&before) ||
         g_unichar_isspace (gtk_text_iter_get_char (&before));
}

static void
point_at_start (AnteReplyPicker *self)
{
  GtkTextIter start = { 0 };
  GdkRectangle place = { 0 };

  gtk_text_buffer_get_iter_at_mark (self->buffer, &start, self->start);
  gtk_text_view_get_iter_location (self->view, &start, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);
  /* Above all that is written, which is to be read meanwhile. */
  place.height += MAX (place.y, 0);
  place.y = 0;
  place.width = 1;
  /* Beginning there, it does not stand over the end of a narrow window. */
  place.x = MIN (place.x, MAX (gtk_widget_get_width (GTK_WIDGET (self->view)) - WIDEST, 0));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

/* --- what is offered ------------------------------------------------------------------------ */

static GtkWidget *
make_row (const AnteReply *reply)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = gtk_label_new (reply->name);
  g_autofree char *line = ante_text_one_line (reply->text, LINE_CHARS);
  GtkWidget *text = gtk_label_new (line);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", reply->name, line);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (head), name);
  if (reply->source != ANTE_SOURCE_UNKNOWN) {
    GtkWidget *source = gtk_label_new (ante_words_source (reply->source));

    gtk_widget_add_css_class (source, "caption");
    gtk_widget_add_css_class (source, "dim-label");
    gtk_box_append (GTK_BOX (head), source);
  }
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* The keyboard stays in the text. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

typedef struct {
  const AnteReply *reply;
  int rank;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  return ((const Found *) a)->rank - ((const Found *) b)->rank;
}

/* Those of one rank stay in the order of the alphabet, for the sort is a stable one. */
static void
find (AnteReplyPicker *self, const char *query)
{
  AnteSourceKind source = self->lead != NULL ? self->lead->source : ANTE_SOURCE_UNKNOWN;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; self->replies != NULL && i < self->replies->len; i++) {
    Found one = { self->replies->pdata[i], 0 };

    one.rank = ante_saved_reply_rank (one.reply, query, source);
    if (one.rank >= 0)
      g_array_append_val (found, one);
  }
  g_array_sort (found, compare_found);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < found->len && i < MOST_ROWS; i++)
    g_ptr_array_add (self->shown, (gpointer) g_array_index (found, Found, i).reply);
}

static char *
describe_nothing (AnteReplyPicker *self, const char *query)
{
  g_autofree char *isolated = ante_text_isolate (query);

  if (self->replies == NULL)
    return g_strdup (_ ("The saved replies are being read…"));
  if (self->replies->len == 0)
    return g_strdup (
      _ ("No reply is saved yet. An answer that you write often can be one: write it "
         "here, then save it below."));
  if (*query == '\0')
    return g_strdup (_ ("None is for leads of this source. Type a word to find the others."));
  return g_strdup_printf (_ ("No saved reply has “%s”."), isolated);
}

/* What would be saved: all but the slash and what came after it. (transfer full): "" for nothing.
 */
static char *
dup_rest (AnteReplyPicker *self)
{
  GtkTextIter first = { 0 };
  GtkTextIter last = { 0 };
  GtkTextIter start = { 0 };
  GtkTextIter cursor = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &first, &last);
  get_range (self, &start, &cursor);
  before =
    gtk_text_buffer_get_text (self->buffer, &first, self->with_slash ? &start : &cursor, TRUE);
  after = gtk_text_buffer_get_text (self->buffer, &cursor, &last, TRUE);
  return g_strstrip (g_strconcat (before, after, NULL));
}

/* A popover asks how high it is without saying how wide: a label that wraps answers for a wider
 * one, and the buttons below it have no room. */
static void
show_hint (AnteReplyPicker *self, const char *words)
{
  int height = 0;

  gtk_label_set_text (self->hint, words);
  gtk_widget_set_size_request (GTK_WIDGET (self->hint), -1, -1);
  gtk_widget_measure (GTK_WIDGET (self->hint), GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL,
                      NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->hint), -1, height);
}

static void
show_found (AnteReplyPicker *self, const char *query)
{
  g_autofree char *rest = dup_rest (self);
  GtkWidget *child = NULL;

  find (self, query);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (self->rows, make_row (self->shown->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), self->shown->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->shown->len == 0);
  if (self->shown->len == 0) {
    g_autofree char *words = describe_nothing (self, query);

    show_hint (self, words);
  }
  gtk_widget_set_sensitive (self->save, *rest != '\0');
  ante_list_popup_select (self->scroller, self->rows,
                          gtk_list_box_get_row_at_index (self->rows, 0));
  ante_list_popup_fit (self->scroller, self->rows, HIGHEST);
}

/* --- open and closed ------------------------------------------------------------------------ */

static void
end (AnteReplyPicker *self)
{
  if (self->start == NULL)
    return;
  gtk_text_buffer_delete_mark (self->buffer, self->start);
  self->start = NULL;
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* After the text or the cursor has changed. */
static void
follow (AnteReplyPicker *self)
{
  g_autofree char *query = NULL;

  if (self->start == NULL || self->inserting)
    return;
  query = dup_query (self);
  if (query == NULL) {
    end (self);
    return;
  }
  show_found (self, query);
  /* Words that fit nothing are an answer, not a search. */
  if (self->shown->len == 0 && strchr (query, ' ') != NULL)
    end (self);
}

static void
open_at (AnteReplyPicker *self, const GtkTextIter *start, gboolean with_slash)
{
  end (self);
  self->start = gtk_text_buffer_create_mark (self->buffer, NULL, start, TRUE);
  self->with_slash = with_slash;
  point_at_start (self);
  follow (self);
  if (self->start != NULL)
    gtk_popover_popup (GTK_POPOVER (self));
}

void
ante_reply_picker_begin (AnteReplyPicker *self)
{
  GtkTextIter cursor = { 0 };

  if (self->workspace == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  open_at (self, &cursor, FALSE);
}

static void
inserted_cb (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, AnteReplyPicker *self)
{
  GtkTextIter slash = *at;

  if (length != 1 || *text != '/' || self->inserting || self->start != NULL ||
      self->workspace == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;
  gtk_text_iter_backward_char (&slash);
  if (is_word_start (&slash))
    open_at (self, &slash, TRUE);
}

static void
left_cb (AnteReplyPicker *self)
{
  end (self);
}

/* --- what is chosen ------------------------------------------------------------------------- */

/* The lead's own, or the one that all get. */
static const char *
get_booking_link (AnteReplyPicker *self)
{
  return self->lead != NULL && self->lead->booking_link != NULL ? self->lead->booking_link
                                                                : self->booking_link;
}

/* (transfer full) */
static char *
fill (AnteReplyPicker *self, const AnteReply *reply)
{
  const char *author = ante_author_choice_get_author (self->author);
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  g_autofree char *setter = ante_party_is_setter (author) ? ante_words_party (author) : NULL;
  g_autofree char *first_name =
    self->lead != NULL ? ante_saved_reply_first_name (self->lead->name) : NULL;
  AnteReplyWords words = {
    .first_name = first_name,
    .handle = self->lead != NULL ? self->lead->handle : NULL,
    .booking_link = get_booking_link (self),
    .my_name = setter != NULL                             ? setter
               : self->my_name != NULL || account == NULL ? self->my_name
                                                          : account->name,
  };

  return ante_saved_reply_fill (reply->text, &words);
}

static void
insert (AnteReplyPicker *self, const AnteReply *reply)
{
  g_autofree char *text = fill (self, reply);
  GtkTextIter start = { 0 };
  GtkTextIter cursor = { 0 };
  g_autofree char *before = NULL;
  GtkTextIter first = { 0 };
  const char *gap = NULL;
  const char *gap_end = NULL;

  self->inserting = TRUE;
  gtk_text_buffer_begin_user_action (self->buffer);
  get_range (self, &start, &cursor);
  gtk_text_buffer_delete (self->buffer, &start, &cursor);
  gtk_text_buffer_get_start_iter (self->buffer, &first);
  before = gtk_text_buffer_get_text (self->buffer, &first, &start, TRUE);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_text_buffer_end_user_action (self->buffer);
  self->inserting = FALSE;

  end (self);
  if (ante_saved_reply_find_gap (text, &gap, &gap_end))
    ante_reply_gaps_select (self->buffer, strlen (before));
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

static void
row_cb (AnteReplyPicker *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (self->start != NULL && index < self->shown->len)
    insert (self, self->shown->pdata[index]);
}

static void
step (AnteReplyPicker *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  int n = (int) self->shown->len;

  if (n > 0)
    ante_list_popup_select (self->scroller, self->rows,
                            gtk_list_box_get_row_at_index (self->rows, (index + n) % n));
}

static gboolean
take_key (AnteReplyPicker *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  switch (keyval) {
  case GDK_KEY_Escape:
    end (self);
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    step (self, 1);
    return self->shown->len > 0;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    step (self, -1);
    return self->shown->len > 0;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_Tab:
    if (row == NULL)
      return FALSE;
    row_cb (self, row);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Where the cursor is, with the spaces that keep it whole. */
static void
insert_booking_link (AnteReplyPicker *self)
{
  const char *link = get_booking_link (self);
  GtkTextIter cursor = { 0 };

  if (link == NULL || *link == '\0') {
    ante_toast (GTK_WIDGET (self->view),
                _ ("There is no booking link yet. Set it in Saved Replies, in the main menu."));
    return;
  }
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  if (!is_word_start (&cursor))
    gtk_text_buffer_insert_at_cursor (self->buffer, " ", 1);
  gtk_text_buffer_insert_at_cursor (self->buffer, link, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

/* Before the text view sees it. */
static gboolean
key_cb (AnteReplyPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_semicolon && modifiers == GDK_CONTROL_MASK) {
    ante_reply_picker_begin (self);
    return TRUE;
  }
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_l &&
      modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && self->workspace != NULL) {
    insert_booking_link (self);
    return TRUE;
  }
  return self->start != NULL && modifiers == 0 && take_key (self, keyval);
}

/* The slash was for the list: it is no part of what is saved, nor of the answer. */
static void
save_cb (AnteReplyPicker *self)
{
  g_autofree char *text = self->start != NULL ? dup_rest (self) : NULL;
  g_autoptr (AnteReply) reply = NULL;
  GtkTextIter start = { 0 };
  GtkTextIter cursor = { 0 };

  if (text == NULL)
    return;
  reply = ante_reply_new (0, "", text, ANTE_SOURCE_UNKNOWN);
  get_range (self, &start, &cursor);
  self->inserting = TRUE;
  if (self->with_slash)
    gtk_text_buffer_delete (self->buffer, &start, &cursor);
  self->inserting = FALSE;
  end (self);
  gtk_window_present (
    GTK_WINDOW (ante_reply_editor_new (GTK_WIDGET (self->view), self->workspace, reply)));
}

static void
manage_cb (AnteReplyPicker *self)
{
  end (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.replies", NULL);
}

/* --- reading -------------------------------------------------------------------------------- */

static void
replies_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteReplyPicker *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *replies = ante_store_list_replies_finish (ANTE_STORE (source), result, &error);

  if (replies == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_message ("saved replies could not be read: %s", error->message);
    return;
  }
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  self->replies = replies;
  follow (self);
}

static void
take_words (char **words, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  char *read = ante_store_get_setting_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    return;
  g_free (*words);
  *words = read;
}

static void
link_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteReplyPicker *self = user_data;

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    take_words (&self->booking_link, source, result);
}

static void
name_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteReplyPicker *self = user_data;

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    take_words (&self->my_name, source, result);
}

static void
load (AnteReplyPicker *self)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  ante_store_list_replies_async (store, self->loading, replies_cb, self);
  ante_store_get_setting_async (store, ANTE_FIELD_BOOKING_LINK, self->loading, link_cb, self);
  ante_store_get_setting_async (store, ANTE_FIELD_MY_NAME, self->loading, name_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteReplyPicker *self)
{
  if (topics & ANTE_STORE_REPLIES)
    load (self);
}

void
ante_reply_picker_set_workspace (AnteReplyPicker *self, AnteWorkspace *workspace)
{
  end (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  g_clear_pointer (&self->booking_link, g_free);
  g_clear_pointer (&self->my_name, g_free);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  load (self);
}

void
ante_reply_picker_set_lead (AnteReplyPicker *self, AnteLead *lead)
{
  if (lead == NULL || self->lead == NULL || lead->id != self->lead->id)
    end (self);
  g_set_object (&self->lead, lead);
}

static void
ante_reply_picker_dispose (GObject *object)
{
  AnteReplyPicker *self = ANTE_REPLY_PICKER (object);

  self->start = NULL; /* goes with the text */
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->workspace);
  g_clear_object (&self->lead);
  G_OBJECT_CLASS (ante_reply_picker_parent_class)->dispose (object);
}

static void
ante_reply_picker_finalize (GObject *object)
{
  AnteReplyPicker *self = ANTE_REPLY_PICKER (object);

  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  g_free (self->booking_link);
  g_free (self->my_name);
  G_OBJECT_CLASS (ante_reply_picker_parent_class)->finalize (object);
}

static void
ante_reply_picker_class_init (AnteReplyPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_reply_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_reply_picker_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/replies/ante-reply-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteReplyPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyPicker, rows);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyPicker, hint);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyPicker, save);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, manage_cb);
}

static void
ante_reply_picker_init (AnteReplyPicker *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_reply_picker_new (GtkTextView *view, AnteAuthorChoice *author)
{
  AnteReplyPicker *self = g_object_new (ANTE_TYPE_REPLY_PICKER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = view;
  self->buffer = gtk_text_view_get_buffer (view);
  self->author = author;
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (view));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
