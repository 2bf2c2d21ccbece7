#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-quoting.h"

#include <glib/gi18n.h>

#include "app/shared/ante-lead-popup.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

struct _AnteQuoting {
  GObject parent_instance;

  GtkWidget *view; /* borrowed, as the next two: they are of the view that owns us */
  AnteThreadList *list;
  AnteComposer *composer;
  AnteThreadModel *model;
  AnteLead *lead;
};

G_DEFINE_FINAL_TYPE (AnteQuoting, ante_quoting, G_TYPE_OBJECT)

/* (nullable): of what is shown. */
static GPtrArray *
get_messages (AnteQuoting *self)
{
  const AnteMessagePage *page =
    self->model != NULL ? ante_thread_model_get_page (self->model) : NULL;

  return page != NULL ? page->messages : NULL;
}

/* (nullable) */
static AnteMessage *
find_message (AnteQuoting *self, gint64 id)
{
  GPtrArray *messages = get_messages (self);

  for (guint i = 0; messages != NULL && id != 0 && i < messages->len; i++) {
    if (((AnteMessage *) messages->pdata[i])->id == id)
      return messages->pdata[i];
  }
  return NULL;
}

/* Nobody can see what a message that was taken back has said. */
static gboolean
can_answer (AnteMessage *message)
{
  return message != NULL && !message->unsent;
}

static void
quote (AnteQuoting *self, AnteMessage *message)
{
  g_autofree char *who = ante_party_is_us (message->author)
                           ? ante_words_party (message->author)
                           : ante_text_isolate (ante_lead_get_title (self->lead));

  ante_quote_bar_quote (ante_composer_get_quote (self->composer), message, who);
  ante_thread_list_show_message (self->list, message->mid, 0, 0);
}

static void
reply (AnteQuoting *self, AnteMessage *message)
{
  if (!can_answer (message))
    return;
  gtk_widget_activate_action (self->view, "thread.answer", NULL);
  quote (self, message);
}

static void
reply_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  reply (user_data, find_message (user_data, g_variant_get_int64 (parameter)));
}

static void
reply_chosen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (ANTE_QUOTING (user_data)->view, "thread.answer", NULL);
}

void
ante_quoting_reply_chosen (AnteQuoting *self)
{
  AnteMessage *message = find_message (self, ante_thread_list_take_chosen (self->list));

  if (can_answer (message))
    quote (self, message);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteQuoting *self = user_data;
  AnteMessage *message = find_message (self, g_variant_get_int64 (parameter));

  if (message != NULL && message->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (self->view), message->text);
}

/* The one before the one that is quoted, or after it; past the newest none is. */
static void
step_cb (AnteQuoting *self, int by)
{
  AnteQuoteBar *bar = ante_composer_get_quote (self->composer);
  const char *mid = ante_quote_bar_get_mid (bar);
  GPtrArray *messages = get_messages (self);
  int at = messages != NULL ? (int) messages->len : 0;

  for (guint i = 0; mid != NULL && messages != NULL && i < messages->len; i++) {
    if (g_str_equal (((AnteMessage *) messages->pdata[i])->mid, mid))
      at = (int) i;
  }
  for (at += by; messages != NULL && at >= 0 && at < (int) messages->len; at += by) {
    AnteMessage *message = messages->pdata[at];

    if (!can_answer (message))
      continue;
    quote (self, message);
    return;
  }
  if (by > 0)
    ante_quote_bar_clear (bar);
}

void
ante_quoting_take_back (AnteQuoting *self, AnteOutboxItem *item)
{
  GPtrArray *messages = get_messages (self);

  if (self->lead == NULL || self->lead->id != item->lead_id || item->reply_to == NULL)
    return;
  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    if (g_str_equal (((AnteMessage *) messages->pdata[i])->mid, item->reply_to))
      quote (self, messages->pdata[i]);
  }
}

/* --- the menu of a message ------------------------------------------------------------------ */

static void
append (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
closed_cb (gpointer owner)
{
}

static void
popup (AnteQuoting *self, AnteMessage *message, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  append (menu, _ ("Reply"), "message.reply", message->id);
  if (message->text != NULL && *message->text != '\0')
    append (menu, _ ("Copy Text"), "message.copy", message->id);
  ante_lead_popup_open (gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)),
                        GTK_WIDGET (self->list), &at, closed_cb, G_OBJECT (self));
}

static void
pressed_cb (AnteQuoting *self, int n, double x, double y, GtkGesture *gesture)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  AnteMessage *message = find_message (self, ante_thread_list_find_message (self->list, at));

  /* Words that are selected have a menu of their own, by which they are copied. */
  if (!can_answer (message) ||
      (GTK_IS_LABEL (at) && gtk_label_get_selection_bounds (GTK_LABEL (at), NULL, NULL)))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self, message, x, y);
}

void
ante_quoting_set_thread (AnteQuoting *self, AnteThreadModel *model, AnteLead *lead)
{
  g_set_object (&self->model, model);
  g_set_object (&self->lead, lead);
}

static void
ante_quoting_finalize (GObject *object)
{
  AnteQuoting *self = ANTE_QUOTING (object);

  g_clear_object (&self->model);
  g_clear_object (&self->lead);
  G_OBJECT_CLASS (ante_quoting_parent_class)->finalize (object);
}

static void
ante_quoting_class_init (AnteQuotingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_quoting_finalize;
}

static void
ante_quoting_init (AnteQuoting *self)
{
}

/* Before the label of a message, which would show its own. */
static void
watch_pointer (AnteQuoting *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (gesture));
}

AnteQuoting *
ante_quoting_new (GtkWidget *view, AnteThreadList *list, AnteComposer *composer)
{
  static const GActionEntry entries[] = {
    { "reply", reply_cb, "x", NULL, NULL },
    { "reply-chosen", reply_chosen_cb, NULL, NULL, NULL },
    { "copy", copy_cb, "x", NULL, NULL },
  };
  AnteQuoting *self = g_object_new (ANTE_TYPE_QUOTING, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->view = view;
  self->list = list;
  self->composer = composer;
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (view, "message", G_ACTION_GROUP (group));
  g_signal_connect_object (ante_composer_get_quote (composer), "step", G_CALLBACK (step_cb), self,
                           G_CONNECT_SWAPPED);
  watch_pointer (self);
  return self;
}
