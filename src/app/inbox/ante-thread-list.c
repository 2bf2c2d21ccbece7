#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-thread-list.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-message-row.h"
#include "app/inbox/ante-note-row.h"
#include "app/inbox/ante-outbox-row.h"
#include "app/inbox/ante-shown-rows.h"
#include "app/inbox/ante-toast-room.h"
#include "app/inbox/ante-words-bar.h"
#include "app/shared/ante-anchored-view.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"

/* So long before the stretch ends another is asked for, in heights of the view. */
#define AHEAD 1.5
#define WORDS_BAR_GAP 6

/* A thread that is being put on the screen, row by row. */
typedef struct {
  gint64 now;
  gint64 before; /* when the row before was, 0 for none */
  const AnteMessagePage *page;
  guint gap; /* the next of each that has not been shown */
  AnteMedia *media;
  GPtrArray *notes;
  guint note;
} Showing;

struct _AnteThreadList {
  AdwBin parent_instance;

  AnteAnchoredView *view;
  GtkBox *rows;
  GtkWidget *to_end;
  AnteWordsBar *words;
  GtkWidget *focus_before; /* (nullable): the words' bar */

  AnteShownRows *shown;
  /* The message to go to: until it is there, and then as long as its mark stands. */
  char *found;
  guint found_start;
  guint found_end;
  gboolean going;    /* it was not there yet */
  GtkWidget *marked; /* (nullable) */
  guint words_look;
  gboolean older;
  gboolean newer;
  gboolean asked;
  guint look;
};

enum {
  OLDER_WANTED,
  NEWER_WANTED,
  NEWEST_WANTED,
  UNDONE,
  NOTED,
  NOTE_EDIT_WANTED,
  NOTE_DELETE_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteThreadList, ante_thread_list, ADW_TYPE_BIN)

static void
show_day (AnteThreadList *self, gint64 at, gint64 now)
{
  g_autofree char *words = ante_words_day (at, now);
  g_autofree char *key = g_strdup_printf ("day %" G_GINT64_FORMAT, at);

  if (!ante_shown_rows_reuse (self->shown, key, words))
    ante_shown_rows_put (self->shown, key, words, ante_message_row_new_day (words));
}

static void
show_gap (AnteThreadList *self, const AnteGap *gap)
{
  g_autofree char *key = g_strdup_printf ("gap %" G_GINT64_FORMAT, gap->before_at);
  g_autofree char *shown = g_strdup_printf ("%u", gap->missing);

  if (!ante_shown_rows_reuse (self->shown, key, shown))
    ante_shown_rows_put (self->shown, key, shown, ante_message_row_new_gap (gap));
}

static AnteMessage *
find_quoted (GPtrArray *messages, const char *mid)
{
  for (guint i = 0; mid != NULL && i < messages->len; i++) {
    AnteMessage *message = messages->pdata[i];

    if (g_str_equal (message->mid, mid))
      return message;
  }
  return NULL;
}

static void
show_message (AnteThreadList *self, AnteMessage *message, const Showing *showing, AnteLead *lead)
{
  g_autofree char *key = g_strconcat ("message ", message->mid, NULL);
  AnteMessage *quoted = find_quoted (showing->page->messages, message->reply_to);
  g_autofree char *shown =
    g_strdup_printf ("%d %s %s %s %" G_GINT64_FORMAT " %d %u %d %s", message->unsent,
                     message->author, message->reactions != NULL ? message->reactions : "",
                     message->text != NULL ? message->text : "", message->at, message->kind,
                     message->attachments != NULL ? message->attachments->len : 0,
                     quoted != NULL ? 1 + quoted->unsent : 0,
                     quoted != NULL && quoted->text != NULL ? quoted->text : "");

  GtkWidget *row = NULL;

  if (ante_shown_rows_reuse (self->shown, key, shown))
    return;
  row = ante_message_row_new (message, quoted, showing->media, ante_lead_get_title (lead),
                              showing->now);
  ante_shown_rows_put (self->shown, key, shown, row)->message = message->id;
}

static void
undone_cb (AnteOutboxRow *row, AnteOutboxItem *item, AnteThreadList *self)
{
  g_signal_emit (self, signals[UNDONE], 0, item);
}

static void
show_item (AnteThreadList *self,
           AnteWorkspace *workspace,
           AnteOutboxItem *item,
           GPtrArray *messages)
{
  g_autofree char *key = g_strdup_printf ("item %" G_GINT64_FORMAT, item->id);
  g_autofree char *shown =
    g_strdup_printf ("%d %s", item->state, item->error != NULL ? item->error : "");
  GtkWidget *row = NULL;

  if (ante_shown_rows_reuse (self->shown, key, shown))
    return;
  row = ante_outbox_row_new (workspace, item, find_quoted (messages, item->reply_to));
  g_signal_connect_object (row, "undone", G_CALLBACK (undone_cb), self, 0);
  ante_shown_rows_put (self->shown, key, shown, row);
}

static void
note_edit_cb (AnteNoteRow *row, AnteThreadList *self)
{
  g_signal_emit (self, signals[NOTE_EDIT_WANTED], 0, ante_note_row_get_note (row));
}

static void
note_delete_cb (AnteNoteRow *row, AnteThreadList *self)
{
  g_signal_emit (self, signals[NOTE_DELETE_WANTED], 0, ante_note_row_get_note (row));
}

static void
show_note (AnteThreadList *self, const AnteNote *note)
{
  g_autofree char *key = g_strdup_printf ("note %" G_GINT64_FORMAT, note->id);
  GtkWidget *row = NULL;

  if (ante_shown_rows_reuse (self->shown, key, "")) /* a changed one is another */
    return;
  row = ante_note_row_new (note);
  g_signal_connect_object (row, "edit-wanted", G_CALLBACK (note_edit_cb), self, 0);
  g_signal_connect_object (row, "delete-wanted", G_CALLBACK (note_delete_cb), self, 0);
  ante_shown_rows_put (self->shown, key, "", row);
}

static gboolean
is_at_end (AnteThreadList *self)
{
  return ante_anchored_view_get_at_end (self->view) && !self->newer;
}

static void show_words_bar (AnteThreadList *self);

/* Asks for the next stretch before the reader comes to where this one stops. */
static gboolean
look_around_cb (gpointer data)
{
  AnteThreadList *self = data;
  gboolean at_end = is_at_end (self);
  double height = 0;
  double above = 0;
  double below = 0;
  gboolean older = FALSE;
  gboolean newer = FALSE;

  ante_anchored_view_measure (self->view, &height, &above, &below);
  older = self->older && above < height * AHEAD;
  newer = self->newer && below < height * AHEAD;
  self->look = 0;
  if (gtk_widget_get_visible (GTK_WIDGET (self->words)))
    show_words_bar (self);
  gtk_widget_set_visible (self->to_end, !at_end && (below > 0 || self->newer));
  /* Where all that was read fits into the window, nobody can scroll to ask for more. */
  if (self->asked || height == 0 || (at_end && above > 0) || !(older || newer))
    return G_SOURCE_REMOVE;
  self->asked = TRUE;
  g_signal_emit (self, signals[older ? OLDER_WANTED : NEWER_WANTED], 0);
  return G_SOURCE_REMOVE;
}

/* Not at once: the list may be in the middle of being laid out. */
static void
look_around (AnteThreadList *self)
{
  if (self->look == 0)
    self->look = g_idle_add (look_around_cb, self);
}

/* --- words that are selected ---------------------------------------------------------------- */

/* (nullable): the message's row in which some are. */
static AnteShownRow *
find_selected (AnteThreadList *self, int *start, int *end)
{
  GHashTableIter iter;
  gpointer value = NULL;

  ante_shown_rows_iterate (self->shown, &iter);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    AnteShownRow *row = value;
    AnteBubbleText *words = row->message != 0 ? ante_message_row_get_text (row->widget) : NULL;

    if (words != NULL && ante_bubble_text_get_selection (words, start, end))
      return row;
  }
  return NULL;
}

/* Right above the words, or below them where there is no room; always in view. What is said in a
 * toast stands at the lower edge. */
static void
place_words_bar (AnteThreadList *self, GtkWidget *row)
{
  graphene_rect_t bounds;
  int height = 0;
  int most = 0;
  double top = 0;

  gtk_widget_measure (GTK_WIDGET (self->words), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  height -= gtk_widget_get_margin_top (GTK_WIDGET (self->words)); /* it is measured with it */
  most = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - height - WORDS_BAR_GAP, WORDS_BAR_GAP);
  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  top = bounds.origin.y - height - WORDS_BAR_GAP;
  if (top < WORDS_BAR_GAP)
    top = bounds.origin.y + bounds.size.height + WORDS_BAR_GAP;
  gtk_widget_set_margin_top (GTK_WIDGET (self->words), CLAMP ((int) top, WORDS_BAR_GAP, most));
}

/* The keyboard goes back to where it was before it was asked for here. */
static void
hide_words_bar (AnteThreadList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *before = self->focus_before;

  if (before != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->words)) &&
      gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  g_clear_weak_pointer (&self->focus_before);
  gtk_widget_set_visible (GTK_WIDGET (self->words), FALSE);
}

/* Never over the words themselves. */
static void
show_words_bar (AnteThreadList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int start = 0;
  int end = 0;
  AnteShownRow *row = find_selected (self, &start, &end);

  if (row == NULL) {
    hide_words_bar (self);
    return;
  }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->words)) && root != NULL)
    g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (root));
  gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE); /* what is hidden has no height */
  place_words_bar (self, row->widget);
}

/* Of several messages only the one that was pressed last has a selection. */
static void
pressed_cb (AnteThreadList *self, int n, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer value = NULL;

  if (at == NULL || gtk_widget_is_ancestor (at, GTK_WIDGET (self->words)) ||
      at == GTK_WIDGET (self->words))
    return;
  ante_shown_rows_iterate (self->shown, &iter);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    AnteShownRow *row = value;
    AnteBubbleText *words = row->message != 0 ? ante_message_row_get_text (row->widget) : NULL;

    if (words == NULL)
      continue;
    if (at == GTK_WIDGET (words) || gtk_widget_is_ancestor (at, GTK_WIDGET (words)))
      ante_bubble_text_make_selectable (words);
    else
      ante_bubble_text_select (words, 0, 0);
  }
  show_words_bar (self);
}

static gboolean
look_for_words_cb (gpointer data)
{
  AnteThreadList *self = data;

  self->words_look = 0;
  show_words_bar (self);
  return G_SOURCE_REMOVE;
}

/* The label selects after everybody else has heard of it, and has the drag for itself. */
static gboolean
event_cb (AnteThreadList *self, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE ||
      gdk_event_get_event_type (event) == GDK_TOUCH_END) {
    g_clear_handle_id (&self->words_look, g_source_remove);
    self->words_look = g_idle_add (look_for_words_cb, self);
  }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
is_of_word (const char *text, int at)
{
  gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (text, at));

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* A drag begins and ends within words; what is kept does not. */
static void
snap_to_words (const char *text, int *start, int *end)
{
  int length = (int) g_utf8_strlen (text, -1);

  while (*start > 0 && is_of_word (text, *start) && is_of_word (text, *start - 1))
    (*start)--;
  while (*end < length && is_of_word (text, *end - 1) && is_of_word (text, *end))
    (*end)++;
}

static void
chosen_cb (AnteThreadList *self, int kind, const char *type)
{
  int start = 0;
  int end = 0;
  AnteShownRow *row = find_selected (self, &start, &end);
  AnteBubbleText *text = row != NULL ? ante_message_row_get_text (row->widget) : NULL;
  g_autofree char *words = NULL;

  if (text == NULL)
    return;
  snap_to_words (ante_bubble_text_get_text (text), &start, &end);
  words = g_utf8_substring (ante_bubble_text_get_text (text), start, end);
  ante_bubble_text_select (text, 0, 0);
  show_words_bar (self);
  g_signal_emit (self, signals[NOTED], 0, kind, type, words, row->message, (guint) start,
                 (guint) end);
}

gboolean
ante_thread_list_ask_words (AnteThreadList *self)
{
  int start = 0;
  int end = 0;

  /* Who has no pointer has gone to the message: all of it is meant. */
  if (find_selected (self, &start, &end) == NULL && self->marked != NULL &&
      ante_message_row_get_text (self->marked) != NULL)
    ante_bubble_text_select (ante_message_row_get_text (self->marked), 0, -1);
  show_words_bar (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->words)))
    return FALSE;
  ante_words_bar_ask (self->words);
  return TRUE;
}

gint64
ante_thread_list_take_chosen (AnteThreadList *self)
{
  int start = 0;
  int end = 0;
  AnteShownRow *row = find_selected (self, &start, &end);

  if (row == NULL)
    return 0;
  ante_bubble_text_select (ante_message_row_get_text (row->widget), 0, 0);
  hide_words_bar (self);
  return row->message;
}

gint64
ante_thread_list_find_message (AnteThreadList *self, GtkWidget *at)
{
  GHashTableIter iter;
  gpointer value = NULL;

  ante_shown_rows_iterate (self->shown, &iter);
  while (at != NULL && g_hash_table_iter_next (&iter, NULL, &value)) {
    AnteShownRow *row = value;

    if (row->message != 0 && (at == row->widget || gtk_widget_is_ancestor (at, row->widget)))
      return row->message;
  }
  return 0;
}

/* --- the message that was gone to ----------------------------------------------------------- */

static void
unmark (AnteThreadList *self)
{
  if (self->marked != NULL)
    ante_message_row_unmark (self->marked);
  g_clear_weak_pointer (&self->marked);
}

/* TRUE when the row is there; one that was made anew meanwhile is marked again. */
static gboolean
mark_found (AnteThreadList *self)
{
  g_autofree char *key = g_strconcat ("message ", self->found, NULL);
  AnteShownRow *row = self->found != NULL ? ante_shown_rows_find (self->shown, key) : NULL;

  if (row == NULL)
    return FALSE;
  if (row->widget == self->marked && !self->going)
    return TRUE;
  unmark (self);
  g_set_weak_pointer (&self->marked, row->widget);
  ante_message_row_mark (row->widget, self->found_start, self->found_end);
  if (self->going)
    ante_anchored_view_show_row (self->view, row->widget);
  self->going = FALSE;
  return TRUE;
}

static void
begin_day (AnteThreadList *self, Showing *showing, gint64 at)
{
  if (showing->before == 0 || !ante_words_is_same_day (showing->before, at))
    show_day (self, at, showing->now);
  showing->before = at;
}

/* Those that were written before @at. */
static void
show_notes (AnteThreadList *self, Showing *showing, gint64 at)
{
  while (showing->note < showing->notes->len) {
    const AnteNote *note = showing->notes->pdata[showing->note];

    if (note->at >= at)
      return;
    begin_day (self, showing, note->at);
    show_note (self, note);
    showing->note++;
  }
}

/* They stand among messages that are not shown now. */
static void
pass_notes (Showing *showing, gint64 at)
{
  while (showing->note < showing->notes->len &&
         ((AnteNote *) showing->notes->pdata[showing->note])->at < at)
    showing->note++;
}

static void
show_messages (AnteThreadList *self, Showing *showing, AnteLead *lead, gint64 seen_at)
{
  const AnteMessagePage *page = showing->page;
  gboolean divided = seen_at == 0;

  for (guint i = 0; i < page->messages->len; i++) {
    AnteMessage *message = page->messages->pdata[i];

    if (i == 0 && page->more_before)
      pass_notes (showing, message->at);
    while (showing->gap < page->gaps->len &&
           g_array_index (page->gaps, AnteGap, showing->gap).before_at <= message->at)
      show_gap (self, &g_array_index (page->gaps, AnteGap, showing->gap++));
    show_notes (self, showing, message->at);
    begin_day (self, showing, message->at);
    if (!divided && message->at > seen_at && !ante_party_is_us (message->author)) {
      if (!ante_shown_rows_reuse (self->shown, "new", ""))
        ante_shown_rows_put (self->shown, "new", "", ante_message_row_new_divider (_ ("New")));
      divided = TRUE;
    }
    show_message (self, message, showing, lead);
  }
}

void
ante_thread_list_show (AnteThreadList *self,
                       AnteWorkspace *workspace,
                       AnteLead *lead,
                       const AnteMessagePage *page,
                       GPtrArray *items,
                       GPtrArray *notes,
                       gint64 seen_at)
{
  Showing showing = { .now = ante_workspace_now (workspace),
                      .page = page,
                      .notes = notes,
                      .media = ante_workspace_get_media (workspace) };

  ante_shown_rows_begin (self->shown);
  self->older = page->more_before;
  self->newer = page->more_after;
  if (self->newer)
    ante_anchored_view_set_at_end (self->view, FALSE);
  self->asked = FALSE;

  show_messages (self, &showing, lead, seen_at);
  if (!page->more_after)
    show_notes (self, &showing, G_MAXINT64);
  for (guint i = 0; !page->more_after && items != NULL && i < items->len; i++) {
    AnteOutboxItem *item = items->pdata[i];

    if (ante_outbox_item_is_open (item))
      show_item (self, workspace, item, page->messages);
  }
  ante_shown_rows_end (self->shown);
  mark_found (self);
  look_around (self);
}

gboolean
ante_thread_list_show_message (AnteThreadList *self, const char *mid, guint start, guint end)
{
  unmark (self);
  g_free (self->found);
  self->found = g_strdup (mid);
  self->found_start = start;
  self->found_end = end;
  self->going = TRUE;
  return mark_found (self);
}

void
ante_thread_list_clear (AnteThreadList *self)
{
  g_clear_pointer (&self->found, g_free);
  g_clear_weak_pointer (&self->marked);
  ante_shown_rows_begin (self->shown);
  ante_shown_rows_end (self->shown);
  ante_anchored_view_set_at_end (self->view, TRUE);
  self->older = FALSE;
  self->newer = FALSE;
  gtk_widget_set_visible (self->to_end, FALSE);
  hide_words_bar (self);
}

void
ante_thread_list_show_end (AnteThreadList *self)
{
  ante_anchored_view_set_at_end (self->view, TRUE);
  if (self->newer)
    g_signal_emit (self, signals[NEWEST_WANTED], 0);
}

static void
ante_thread_list_dispose (GObject *object)
{
  g_clear_handle_id (&ANTE_THREAD_LIST (object)->look, g_source_remove);
  g_clear_handle_id (&ANTE_THREAD_LIST (object)->words_look, g_source_remove);
  g_clear_weak_pointer (&ANTE_THREAD_LIST (object)->marked);
  g_clear_weak_pointer (&ANTE_THREAD_LIST (object)->focus_before);
  G_OBJECT_CLASS (ante_thread_list_parent_class)->dispose (object);
}

static void
ante_thread_list_finalize (GObject *object)
{
  ante_shown_rows_free (ANTE_THREAD_LIST (object)->shown);
  g_free (ANTE_THREAD_LIST (object)->found);
  G_OBJECT_CLASS (ante_thread_list_parent_class)->finalize (object);
}

static void
ante_thread_list_class_init (AnteThreadListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_thread_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_thread_list_finalize;
  g_type_ensure (ANTE_TYPE_ANCHORED_VIEW);
  signals[OLDER_WANTED] = g_signal_new ("older-wanted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEWER_WANTED] = g_signal_new ("newer-wanted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEWEST_WANTED] = g_signal_new ("newest-wanted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDONE] = g_signal_new ("undone", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ANTE_TYPE_OUTBOX_ITEM);
  signals[NOTED] = g_signal_new ("noted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 6, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING,
                                 G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
  g_type_ensure (ANTE_TYPE_WORDS_BAR);
  signals[NOTE_EDIT_WANTED] =
    g_signal_new ("note-edit-wanted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[NOTE_DELETE_WANTED] =
    g_signal_new ("note-delete-wanted", ANTE_TYPE_THREAD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-thread-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteThreadList, words);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadList, rows);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadList, view);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadList, to_end);
  gtk_widget_class_bind_template_callback (widget_class, ante_thread_list_show_end);
  gtk_widget_class_bind_template_callback (widget_class, look_around);
}

static void
ante_thread_list_init (AnteThreadList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ante_toast_room_keep (GTK_WIDGET (self->rows));
  self->shown = ante_shown_rows_new (self->rows);
  ante_anchored_view_set_rows (self->view, GTK_WIDGET (self->rows));
}

GtkWidget *
ante_thread_list_new (void)
{
  return g_object_new (ANTE_TYPE_THREAD_LIST, NULL);
}
