#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-thread-view.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-catch-up-bar.h"
#include "app/inbox/ante-composer.h"
#include "app/inbox/ante-criteria-list.h"
#include "app/inbox/ante-note-box.h"
#include "app/inbox/ante-quoting.h"
#include "app/inbox/ante-stage-hint.h"
#include "app/inbox/ante-thread-list.h"
#include "app/inbox/ante-thread-model.h"
#include "app/inbox/ante-words-bar.h"
#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-lead-keys.h"
#include "app/shared/ante-owner.h"
#include "app/shared/ante-settings.h"
#include "app/shared/ante-source-dialog.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-window-mark.h"
#include "app/shared/ante-words.h"
#include "engine/ante-commands.h"
#include "model/ante-fact.h"
#include "rules/ante-text.h"
#include "store/ante-store-facts.h"
#include "store/ante-store-messages.h"

#define TICK_S 30

struct _AnteThreadView {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *handle;
  GtkImage *source;
  GtkMenuButton *stage;
  GtkMenuButton *owner;
  GtkWidget *panel_button;
  GtkMenuButton *more;
  GtkLabel *window;
  GtkWidget *criteria_place;
  AnteCriteriaList *criteria;
  AnteThreadList *list;
  AnteCatchUpBar *catch_up;
  AnteStageHint *hint;
  AnteComposer *composer;
  AnteNoteBox *notes;

  AnteWorkspace *workspace;
  AnteLeadActions *actions;
  AnteQuoting *quoting;
  gint64 lead_id;
  AnteThreadModel *model;
  AnteLead *lead;
  gint64 opened_until; /* the newest message of when it was opened */
  gint64 seen_at;
  gboolean seen_known;
  gint64 read_until;
  guint tick;
};

G_DEFINE_FINAL_TYPE (AnteThreadView, ante_thread_view, ADW_TYPE_BIN)

static void
show_window (AnteThreadView *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);
  gint64 now = ante_workspace_now (self->workspace);
  AnteWindow window = ante_window_at (self->lead, account != NULL && account->human_agent, now);
  g_autofree char *words = ante_words_window (&window, now);
  g_autofree char *exact = ante_words_window_exact (&window);

  gtk_label_set_text (self->window, words);
  ante_tooltip_set (GTK_WIDGET (self->window), exact);
  ante_window_mark (GTK_WIDGET (self->window), &window, now);
}

/* What there is to say changes with the hour, too. */
static void
show_hint (AnteThreadView *self)
{
  ante_stage_hint_set_lead (self->hint, self->lead, ante_lead_actions_get_stages (self->actions),
                            ante_workspace_now (self->workspace));
}

static void
show_head (AnteThreadView *self)
{
  g_autofree char *title = ante_text_isolate (ante_lead_get_title (self->lead));
  g_autofree char *handle = ante_words_handles (self->lead);
  g_autofree char *owner = ante_words_party (self->lead->owner);
  g_autofree char *source = NULL;
  g_autofree char *owner_name = NULL;
  g_autofree char *stage_name = NULL;
  AnteStage *stage = ante_lead_actions_find_stage (self->actions, self->lead->stage_id);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->handle, handle);
  gtk_menu_button_set_label (self->stage, stage != NULL ? stage->name : "");
  gtk_menu_button_set_label (self->owner, owner);
  ante_owner_mark (GTK_WIDGET (self->owner), self->lead->owner);
  /* What the button does and what it says, both of them. */
  owner_name = g_strdup_printf (_ ("Owner: %s"), owner);
  stage_name = g_strdup_printf (_ ("Stage: %s"), stage != NULL ? stage->name : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->owner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  owner_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stage), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage_name, -1);
  gtk_image_set_from_icon_name (self->source, ante_words_source_icon (self->lead->source));
  source = ante_words_lead_source (self->lead);
  ante_tooltip_set (GTK_WIDGET (self->source), source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->source), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  source, -1);
  ante_criteria_list_set_lead (self->criteria, self->lead,
                               ante_lead_actions_get_stages (self->actions));
  show_hint (self);
  show_window (self);
}

/* What the lead wrote is read when someone has it before their eyes; what was marked unread after
 * that stays unread until they write again or the thread is opened anew. */
static void
mark_read (AnteThreadView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->lead == NULL || self->lead->last_lead_at <= self->read_until || root == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || !gtk_window_is_active (GTK_WINDOW (root)))
    return;

  self->read_until = self->lead->last_lead_at;
  if (self->lead->unread > 0)
    ante_store_mark_read_async (ante_workspace_get_store (self->workspace), self->lead->id, NULL,
                                NULL, NULL);
}

/* Only what is on the screen is read anew all the time: several views share the one sync. */
static void
watch_thread (AnteThreadView *self)
{
  AnteSync *sync = self->workspace != NULL ? ante_workspace_get_sync (self->workspace) : NULL;

  if (sync != NULL && self->lead != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ante_sync_set_visible_thread (sync, self->lead->thread_id, self->lead->igsid);
}

static void
ante_thread_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ante_thread_view_parent_class)->map (widget);
  watch_thread (ANTE_THREAD_VIEW (widget));
  mark_read (ANTE_THREAD_VIEW (widget));
}

static void
unwatch_thread (AnteThreadView *self)
{
  AnteSync *sync = self->workspace != NULL ? ante_workspace_get_sync (self->workspace) : NULL;

  if (sync != NULL && self->lead != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ante_sync_set_visible_thread (sync, NULL, NULL);
}

static void
ante_thread_view_unmap (GtkWidget *widget)
{
  unwatch_thread (ANTE_THREAD_VIEW (widget));
  GTK_WIDGET_CLASS (ante_thread_view_parent_class)->unmap (widget);
}

/* Where the divider stands is settled when the thread is opened, and stays there until another is.
 */
static void
settle_divider (AnteThreadView *self)
{
  GPtrArray *messages = ante_thread_model_get_page (self->model)->messages;
  guint unread = self->lead->unread;

  if (self->seen_known)
    return;
  self->seen_known = TRUE;
  self->seen_at = 0;
  for (guint i = messages->len; unread > 0 && i-- > 0;) {
    AnteMessage *message = messages->pdata[i];

    if (g_str_equal (message->author, "lead") && --unread == 0)
      self->seen_at = message->at - 1;
  }
  /* More than is ever shown at once. */
  if (unread > 0 && messages->len > 0)
    self->seen_at = ((AnteMessage *) messages->pdata[0])->at - 1;
  self->opened_until =
    messages->len > 0 ? ((AnteMessage *) messages->pdata[messages->len - 1])->at : 0;
}

typedef struct {
  AnteThreadView *view;
  gint64 lead;
} CatchUp;

/* Another lead may be open by now; and what was let go of the stretch was told before. */
static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree CatchUp *catch_up = user_data;
  g_autoptr (AnteThreadView) self = catch_up->view;
  g_autoptr (GPtrArray) facts = ante_store_list_facts_finish (ANTE_STORE (source), result, NULL);
  const AnteMessagePage *page =
    self->model != NULL ? ante_thread_model_get_page (self->model) : NULL;

  if (facts != NULL && page != NULL && !page->more_after && self->lead_id == catch_up->lead)
    ante_catch_up_bar_show (self->catch_up, page->messages, facts, self->seen_at,
                            self->opened_until);
}

/* Only for who has something to catch up with. */
static void
catch_up (AnteThreadView *self)
{
  CatchUp *catch_up = NULL;

  if (self->seen_at == 0)
    return;
  catch_up = g_new0 (CatchUp, 1);
  catch_up->view = g_object_ref (self);
  catch_up->lead = self->lead_id;
  ante_store_list_facts_async (ante_workspace_get_store (self->workspace), self->lead_id, NULL,
                               facts_cb, catch_up);
}

static void
read_cb (AnteThreadView *self)
{
  g_set_object (&self->lead, ante_thread_model_get_lead (self->model));
  ante_lead_actions_set_lead (self->actions, self->lead);
  ante_composer_set_lead (self->composer, self->lead);
  ante_quoting_set_thread (self->quoting, self->model, self->lead);
  watch_thread (self);
  show_head (self);
  settle_divider (self);
  ante_thread_list_show (self->list, self->workspace, self->lead,
                         ante_thread_model_get_page (self->model),
                         ante_thread_model_get_items (self->model),
                         ante_thread_model_get_notes (self->model), self->seen_at);
  catch_up (self);
  gtk_stack_set_visible_child_name (self->stack, "thread");
  mark_read (self);
}

static void
gone_cb (AnteThreadView *self)
{
  ante_thread_view_set_lead (self, 0);
}

static void
failed_cb (AnteThreadView *self, const GError *error)
{
  if (self->lead == NULL)
    gtk_stack_set_visible_child_name (self->stack, "none");
  ante_toast_error (GTK_WIDGET (self), error);
}

static void
older_cb (AnteThreadView *self)
{
  ante_thread_model_read_older (self->model);
}

static void
newer_cb (AnteThreadView *self)
{
  ante_thread_model_read_newer (self->model);
}

static void
newest_cb (AnteThreadView *self)
{
  ante_thread_model_read_newest (self->model);
}

static void
sent_cb (AnteThreadView *self)
{
  ante_thread_list_show_end (self->list);
}

static void
undone_cb (AnteThreadView *self, AnteOutboxItem *item)
{
  ante_composer_take_back (self->composer, item);
  ante_quoting_take_back (self->quoting, item);
}

typedef struct {
  AnteThreadView *view;
  gint64 lead;
  char *words;
} Noting;

static void
noting_free (Noting *noting)
{
  g_object_unref (noting->view);
  g_free (noting->words);
  g_free (noting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Noting, noting_free)

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Noting) noting = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (noting->view->workspace == NULL)
    return; /* it was closed meanwhile */
  if (error != NULL)
    ante_toast_error (GTK_WIDGET (noting->view), error);
  else if (act > 0)
    ante_toast_act (GTK_WIDGET (noting->view), ANTE_WORKSPACE (source), ANTE_ACT_FACT, act,
                    &noting->lead, 1, noting->words);
  else
    ante_toast (GTK_WIDGET (noting->view), _ ("That is noted already"));
}

/* What is selected may be longer than a fact is. */
static void
noted_cb (AnteThreadView *self,
          int kind,
          const char *type,
          const char *words,
          gint64 message,
          guint start,
          guint end)
{
  g_autofree char *text = ante_text_clean_name (words, ANTE_FACT_MAX_CHARS);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (self->lead));
  Noting *noting = NULL;

  if (kind == ANTE_WORDS_SOURCE) {
    ante_source_dialog_ask (GTK_WIDGET (self), self->workspace, self->lead, message, text);
    return;
  }
  noting = g_new0 (Noting, 1);
  noting->view = g_object_ref (self);
  noting->lead = self->lead_id;
  noting->words =
    g_strdup_printf (_ ("%s of %s is noted"), ante_fact_words_of ((AnteFactKind) kind, type), name);
  ante_command_note_words_async (self->workspace, self->lead_id, (AnteFactKind) kind, type, text,
                                 message, start, end, kept_cb, noting);
}

/* --- answers and notes ---------------------------------------------------------------------- */

static gboolean
writes_note (AnteThreadView *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->notes));
}

static void
show_writing (AnteThreadView *self, gboolean note)
{
  gtk_widget_set_visible (GTK_WIDGET (self->notes), note);
  gtk_widget_set_visible (GTK_WIDGET (self->composer), !note);
}

/* Which of the two it was stands for the next lead, too. */
static void
choose_writing (AnteThreadView *self, gboolean note)
{
  if (writes_note (self) != note)
    ante_settings_set_writes_notes (note);
  show_writing (self, note);
}

void
ante_thread_view_focus_composer (AnteThreadView *self)
{
  ante_quoting_reply_chosen (self->quoting);
  choose_writing (self, FALSE);
  ante_composer_focus (self->composer);
}

void
ante_thread_view_write_note (AnteThreadView *self)
{
  choose_writing (self, TRUE);
  ante_note_box_focus (self->notes);
}

void
ante_thread_view_focus_writing (AnteThreadView *self)
{
  if (writes_note (self))
    ante_note_box_focus (self->notes);
  else
    ante_composer_focus (self->composer);
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_thread_view_focus_composer (ANTE_THREAD_VIEW (widget));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_thread_view_write_note (ANTE_THREAD_VIEW (widget));
}

static void
edit_note_cb (AnteThreadView *self, const AnteNote *note)
{
  if (ante_note_box_edit (self->notes, note))
    ante_thread_view_write_note (self);
  else
    ante_toast (GTK_WIDGET (self), _ ("Another note is begun below. Save it or clear it first"));
}

static void
delete_note_cb (AnteThreadView *self, const AnteNote *note)
{
  ante_lead_act_delete_note (GTK_WIDGET (self), self->workspace, note);
}

static void
stages_cb (AnteThreadView *self)
{
  if (self->lead != NULL)
    show_head (self);
}

static gboolean
tick_cb (gpointer data)
{
  AnteThreadView *self = data;

  if (self->lead != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))) {
    show_window (self);
    show_hint (self);
    ante_composer_refresh (self->composer);
  }
  return G_SOURCE_CONTINUE;
}

void
ante_thread_view_set_workspace (AnteThreadView *self, AnteWorkspace *workspace)
{
  ante_thread_view_set_lead (self, 0);
  g_set_object (&self->workspace, workspace);
  ante_lead_actions_set_workspace (self->actions, workspace);
  ante_criteria_list_set_workspace (self->criteria, workspace);
  ante_composer_set_workspace (self->composer, workspace);
  ante_quoting_set_workspace (self->quoting, workspace);
  ante_note_box_set_workspace (self->notes, workspace);
}

static void
drop_model (AnteThreadView *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
}

void
ante_thread_view_set_lead (AnteThreadView *self, gint64 lead)
{
  if (self->lead_id == lead)
    return;

  unwatch_thread (self);
  self->lead_id = lead;
  self->read_until = 0;
  self->seen_known = FALSE;
  self->seen_at = 0;
  g_clear_object (&self->lead);
  ante_quoting_set_thread (self->quoting, NULL, NULL);
  drop_model (self);
  ante_thread_list_clear (self->list);
  ante_catch_up_bar_clear (self->catch_up);
  ante_lead_actions_set_lead (self->actions, NULL);
  ante_criteria_list_set_lead (self->criteria, NULL, NULL);
  ante_composer_open (self->composer, lead);
  ante_note_box_set_lead (self->notes, lead);
  show_writing (self, ante_settings_writes_notes ());
  if (lead == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  if (lead == 0 || self->workspace == NULL)
    return;
  self->model = ante_thread_model_new (ante_workspace_get_store (self->workspace), lead);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (read_cb), self);
  g_signal_connect_swapped (self->model, "gone", G_CALLBACK (gone_cb), self);
  g_signal_connect_swapped (self->model, "failed", G_CALLBACK (failed_cb), self);
}

void
ante_thread_view_show_message (
  AnteThreadView *self, const char *mid, gint64 at, guint start, guint end)
{
  if (self->model != NULL && !ante_thread_list_show_message (self->list, mid, start, end))
    ante_thread_model_read_around (self->model, at);
}

void
ante_thread_view_offer_panel (AnteThreadView *self)
{
  gtk_widget_set_visible (self->panel_button, TRUE);
}

void
ante_thread_view_show_criteria (AnteThreadView *self, gboolean show)
{
  gtk_widget_set_visible (self->criteria_place, show);
}

gint64
ante_thread_view_get_lead (AnteThreadView *self)
{
  return self->lead_id;
}

AnteLeadActions *
ante_thread_view_get_lead_actions (AnteThreadView *self)
{
  return self->actions;
}

AnteLeadActions *
ante_thread_view_get_actions (AnteThreadView *self)
{
  return self->actions;
}

static gboolean
is_noting (AnteThreadView *self, guint keyval, GdkModifierType state)
{
  return gdk_keyval_to_lower (keyval) == GDK_KEY_m && self->lead != NULL &&
         (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
         !ante_lead_keys_is_writing (GTK_WIDGET (self));
}

gboolean
ante_thread_view_handle_key (AnteThreadView *self, guint keyval, GdkModifierType state)
{
  GtkWidget *at = gdk_keyval_to_lower (keyval) == GDK_KEY_s   ? GTK_WIDGET (self->stage)
                  : gdk_keyval_to_lower (keyval) == GDK_KEY_o ? GTK_WIDGET (self->owner)
                                                              : GTK_WIDGET (self->more);

  if (is_noting (self, keyval, state)) {
    if (!ante_thread_list_ask_words (self->list))
      ante_toast (GTK_WIDGET (self), _ ("Select the words in a message first, then press M"));
    return GDK_EVENT_STOP;
  }
  return ante_lead_keys_handle (self->actions, at, keyval, state);
}

static gboolean
key_cb (AnteThreadView *self, guint keyval, guint keycode, GdkModifierType state)
{
  return ante_thread_view_handle_key (self, keyval, state);
}

static void
active_cb (AnteThreadView *self)
{
  mark_read (self);
}

static void
root_cb (AnteThreadView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (active_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
ante_thread_view_dispose (GObject *object)
{
  AnteThreadView *self = ANTE_THREAD_VIEW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  drop_model (self);
  g_clear_object (&self->lead);
  g_clear_object (&self->quoting);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_thread_view_parent_class)->dispose (object);
}

static gboolean
accept_hint (GtkWidget *widget, GVariant *args, gpointer data)
{
  return ante_stage_hint_accept (ANTE_THREAD_VIEW (widget)->hint);
}

static void
show_message_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *mid = NULL;
  gint64 at = 0;
  guint start = 0;
  guint end = 0;

  g_variant_get (parameter, "(&sxuu)", &mid, &at, &start, &end);
  ante_thread_view_show_message (ANTE_THREAD_VIEW (widget), mid, at, start, end);
}

static void
ante_thread_view_class_init (AnteThreadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_thread_view_dispose;
  widget_class->map = ante_thread_view_map;
  widget_class->unmap = ante_thread_view_unmap;
  g_type_ensure (ANTE_TYPE_CATCH_UP_BAR);
  g_type_ensure (ANTE_TYPE_THREAD_LIST);
  g_type_ensure (ANTE_TYPE_COMPOSER);
  g_type_ensure (ANTE_TYPE_NOTE_BOX);
  g_type_ensure (ANTE_TYPE_CRITERIA_LIST);
  g_type_ensure (ANTE_TYPE_STAGE_HINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-thread-view.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, accept_hint, NULL);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, title);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, handle);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, source);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, stage);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, owner);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, panel_button);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, more);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, window);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, list);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, hint);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, composer);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, notes);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, criteria);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, criteria_place);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, older_cb);
  gtk_widget_class_bind_template_callback (widget_class, newer_cb);
  gtk_widget_class_bind_template_callback (widget_class, newest_cb);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
  gtk_widget_class_bind_template_callback (widget_class, undone_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
  gtk_widget_class_bind_template_child (widget_class, AnteThreadView, catch_up);
  gtk_widget_class_install_action (widget_class, "thread.show-message", "(sxuu)",
                                   show_message_action);
  gtk_widget_class_bind_template_callback (widget_class, edit_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_note_cb);
  gtk_widget_class_install_action (widget_class, "thread.answer", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "thread.note", NULL, note_action);
}

static void
ante_thread_view_init (AnteThreadView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = ante_lead_actions_new (GTK_WIDGET (self));
  self->quoting = ante_quoting_new (GTK_WIDGET (self), self->list, self->composer);
  ante_attach_strip_take_drops (ante_composer_get_files (self->composer), GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->stage, ante_lead_actions_get_stage_menu (self->actions));
  gtk_menu_button_set_menu_model (self->owner, ante_lead_actions_get_owner_menu (self->actions));
  gtk_menu_button_set_menu_model (self->more, ante_lead_actions_get_menu (self->actions));
  g_signal_connect_object (self->actions, "stages-changed", G_CALLBACK (stages_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "note-wanted", G_CALLBACK (ante_thread_view_write_note),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_cb), NULL);
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_thread_view_new (void)
{
  return g_object_new (ANTE_TYPE_THREAD_VIEW, NULL);
}
