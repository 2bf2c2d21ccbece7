#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-quoting.h"

#include <glib/gi18n.h>

#include "app/shared/ante-lead-popup.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"
#include "model/ante-party.h"
#include "rules/ante-reaction-list.h"
#include "rules/ante-text.h"

struct _AnteQuoting {
  GObject parent_instance;

  GtkWidget *view; /* borrowed, as the next two: they are of the view that owns us */
  AnteThreadList *list;
  AnteComposer *composer;
  AnteWorkspace *workspace;
  AnteThreadModel *model;
  AnteLead *lead;
};

/* What Instagram offers itself. */
static const struct {
  const char *emoji;
  const char *name;
} emojis[] = {
  { "❤", N_ ("Heart") },     { "😂", N_ ("Laughing") }, { "😮", N_ ("Surprised") },
  { "😢", N_ ("Sad") },       { "👏", N_ ("Applause") }, { "🔥", N_ ("Fire") },
  { "👍", N_ ("Thumbs Up") },
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

/* (nullable); @mid: (nullable) */
static AnteMessage *
find_by_mid (AnteQuoting *self, const char *mid)
{
  GPtrArray *messages = get_messages (self);

  for (guint i = 0; messages != NULL && mid != NULL && i < messages->len; i++) {
    if (g_str_equal (((AnteMessage *) messages->pdata[i])->mid, mid))
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

/* --- reactions ------------------------------------------------------------------------------ */

static void
reacted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) view = user_data;
  g_autoptr (GError) error = NULL;

  if (!ante_reactions_react_finish (ANTE_REACTIONS (source), result, &error))
    ante_toast_error (view, error);
}

static void
react_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AnteQuoting *self = user_data;
  const char *emoji = NULL;
  gint64 id = 0;

  g_variant_get (parameter, "(x&s)", &id, &emoji);
  if (self->workspace != NULL && can_answer (find_message (self, id)))
    ante_reactions_react_async (ante_workspace_get_reactions (self->workspace), id, emoji,
                                reacted_cb, g_object_ref (self->view));
}

/* Told once, where somebody looks. */
static void
failed_cb (AnteQuoting *self, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (self->view))
    return;
  /* Translators: what is wrong, then what to do. */
  text = g_strdup_printf (_ ("Your reaction did not reach Instagram and was taken off. %s: %s"),
                          _ (advice.title), _ (advice.body));
  ante_toast (self->view, text);
}

static void
append_reaction (GMenu *menu, const char *label, gint64 id, const char *emoji)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "message.react", "(xs)", id, emoji);
  g_menu_append_item (menu, item);
}

/* The heart is one click away; with what is there already it is taken off. */
static void
append_reactions (GMenu *menu, AnteMessage *message)
{
  g_autofree char *own = ante_reaction_list_dup_own (message->reactions);
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  if (*own != '\0') {
    g_autofree char *off = g_strdup_printf (_ ("Take %s Off"), own);

    append_reaction (section, off, message->id, "");
  }
  for (guint i = 0; i < G_N_ELEMENTS (emojis); i++) {
    /* Translators: an emoji and its name. */
    g_autofree char *label = g_strdup_printf (_ ("%s %s"), emojis[i].emoji, _ (emojis[i].name));

    if (!g_str_equal (own, emojis[i].emoji))
      append_reaction (i == 0 ? section : others, label, message->id, emojis[i].emoji);
  }
  g_menu_append_submenu (section, _ ("React With"), G_MENU_MODEL (others));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* --- another one ---------------------------------------------------------------------------- */

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
  AnteMessage *message = find_by_mid (self, item->reply_to);

  if (message != NULL && self->lead->id == item->lead_id)
    quote (self, message);
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
  append_reactions (menu, message);
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

/* By the keyboard: of the message that is quoted. */
static void
menu_cb (AnteQuoting *self)
{
  const char *mid = ante_quote_bar_get_mid (ante_composer_get_quote (self->composer));
  AnteMessage *message = find_by_mid (self, mid);

  if (can_answer (message))
    popup (self, message, gtk_widget_get_width (GTK_WIDGET (self->list)) / 3.0,
           gtk_widget_get_height (GTK_WIDGET (self->list)) / 2.0);
}

void
ante_quoting_set_workspace (AnteQuoting *self, AnteWorkspace *workspace)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_reactions (self->workspace), failed_cb,
                                          self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (ante_workspace_get_reactions (workspace), "failed",
                             G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
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

  g_clear_object (&self->workspace);
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
    { "react", react_cb, "(xs)", NULL, NULL },
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
  g_signal_connect_object (ante_composer_get_quote (composer), "menu", G_CALLBACK (menu_cb), self,
                           G_CONNECT_SWAPPED);
  watch_pointer (self);
  return self;
}
