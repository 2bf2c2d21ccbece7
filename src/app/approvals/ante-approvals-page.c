#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-approvals-private.h"

#include <glib/gi18n.h>

#include "app/approvals/ante-ai-pause.h"
#include "app/approvals/ante-draft-editor.h"
#include "app/approvals/ante-draft-row.h"
#include "app/approvals/ante-exchange-view.h"
#include "app/approvals/ante-receipt-panel.h"
#include "app/shared/ante-beside-layout.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "engine/ante-draft-commands.h"
#include "rules/ante-moment.h"
#include "rules/ante-text.h"
#include "store/ante-store-playbook.h"

/* As many as anybody goes through in one go; more come when these are decided. */
#define MAX_DRAFTS 300
/* The receipt stands beside the draft where that leaves room to read. */
#define RECEIPT_WIDTH 250
#define DRAFT_WIDTH 400
#define TICK_S 30

G_DEFINE_FINAL_TYPE (AnteApprovalsPage, ante_approvals_page, ADW_TYPE_BIN)

static gboolean
has_human_agent (AnteApprovalsPage *self)
{
  const AnteAccount *account = ante_workspace_get_account (self->workspace);

  return account != NULL && account->human_agent;
}

static AnteWindow
get_window (AnteApprovalsPage *self, AnteDraft *draft)
{
  return ante_window_compute (draft->last_lead_at, draft->ad_first_at, has_human_agent (self),
                              ante_workspace_now (self->workspace));
}

/* --- the one in hand ------------------------------------------------------------------------- */

void
ante_approvals_say (AnteApprovalsPage *self, const char *words, const char *style)
{
  static const char *const styles[] = { "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), styles[i]);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), style);
  gtk_label_set_text (self->hint, words);
}

/* Red is not approved; amber is, by one more key. */
static void
judged_cb (AnteApprovalsPage *self)
{
  AnteVerdictKind kind = ante_draft_editor_get_kind (self->editor);
  const char *receipt = ante_draft_editor_get_receipt (self->editor);

  self->unsure = 0;
  ante_receipt_panel_show (self->receipt, kind, receipt);
  gtk_widget_set_sensitive (self->approve, receipt != NULL && kind != ANTE_VERDICT_BLOCK);
  if (receipt == NULL)
    ante_approvals_say (self, "", NULL);
  else if (kind == ANTE_VERDICT_BLOCK)
    ante_approvals_say (self, _ ("A rule forbids this. Change the words, or answer yourself."),
                        "error");
  else if (kind == ANTE_VERDICT_HOLD)
    ante_approvals_say (self, _ ("A rule asks for you: approving takes a second Y."), "warning");
  else
    ante_approvals_say (self, "", NULL);
}

static void
show_draft (AnteApprovalsPage *self, AnteDraft *draft)
{
  gboolean same = draft != NULL && self->draft != NULL && draft->id == self->draft->id;
  g_autofree char *name = draft != NULL ? ante_text_isolate (draft->title) : NULL;
  AnteWindow window = { 0 };
  g_autofree char *about = NULL;
  g_autofree char *both = NULL;

  g_set_object (&self->draft, draft);
  gtk_stack_set_visible_child_name (self->stack, draft != NULL ? "queue" : "none");
  if (draft == NULL) {
    ante_draft_editor_show (self->editor, self->workspace, NULL);
    ante_exchange_view_show (self->exchange, NULL, 0);
    return;
  }
  window = get_window (self, draft);
  about = ante_draft_words_about (draft, &window, ante_workspace_now (self->workspace));
  both = *draft->why != '\0' ? g_strdup_printf ("%s\n%s", about, draft->why) : g_strdup (about);
  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->about, both);
  if (!same)
    ante_exchange_view_show (self->exchange, self->workspace, draft->lead_id);
  ante_draft_editor_show (self->editor, self->workspace, draft);
}

static void
selected_cb (AnteApprovalsPage *self, GtkListBoxRow *row)
{
  if (!self->filling && row != NULL)
    show_draft (self, ante_draft_row_get_draft (GTK_WIDGET (row)));
}

/* --- the queue -------------------------------------------------------------------------------- */

/* What is put off stays so, and what somebody is changing is theirs to send. */
gboolean
ante_approvals_is_safe (AnteApprovalsPage *self, AnteDraft *draft)
{
  g_autofree char *typed = self->draft != NULL && self->draft->id == draft->id
                             ? ante_draft_editor_dup_changed (self->editor)
                             : NULL;

  return draft->verdict == ANTE_VERDICT_ALLOW && draft->state == ANTE_DRAFT_WAITING &&
         typed == NULL;
}

static guint
count_safe (AnteApprovalsPage *self)
{
  guint count = 0;

  for (guint i = 0; self->drafts != NULL && i < self->drafts->len; i++)
    count += ante_approvals_is_safe (self, self->drafts->pdata[i]);
  return count;
}

static void
show_batch (AnteApprovalsPage *self)
{
  guint safe = count_safe (self);
  g_autofree char *words = g_strdup_printf (
    g_dngettext (NULL, "Approve %u All-Green", "Approve %u All-Green", safe), safe);

  gtk_button_set_label (self->batch, words);
  gtk_widget_set_visible (GTK_WIDGET (self->batch), safe > 1);
}

static void
show_empty (AnteApprovalsPage *self)
{
  adw_status_page_set_title (self->empty, self->has_playbook ? _ ("Nothing Waits for You")
                                                             : _ ("Nothing Is Drafted Yet"));
  adw_status_page_set_description (
    self->empty, self->has_playbook
                   ? _ ("What the machine would answer comes here first. It says nothing where "
                        "judgment is needed.")
                   : _ ("Fill in the playbook first: it says what may be said. Nothing leaves "
                        "without a person."));
}

static gboolean
holds (GPtrArray *drafts, gint64 id)
{
  for (guint i = 0; i < drafts->len; i++) {
    if (((AnteDraft *) drafts->pdata[i])->id == id)
      return TRUE;
  }
  return FALSE;
}

/* It can no longer leave; but what somebody made of it is not swept away with it. */
static gboolean
is_lost_in_hand (AnteApprovalsPage *self, GPtrArray *drafts)
{
  g_autofree char *typed = ante_draft_editor_dup_changed (self->editor);

  return self->draft != NULL && typed != NULL && !holds (drafts, self->draft->id);
}

static void
show_lost (AnteApprovalsPage *self)
{
  gtk_widget_set_sensitive (self->approve, FALSE);
  ante_approvals_say (
    self, _ ("The conversation has gone on. Copy your words, then choose a draft."), "warning");
}

static void
fill_rows (AnteApprovalsPage *self, GPtrArray *drafts)
{
  gint64 now = ante_workspace_now (self->workspace);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->queue))) != NULL)
    gtk_list_box_remove (self->queue, child);
  for (guint i = 0; i < drafts->len; i++) {
    AnteWindow window = get_window (self, drafts->pdata[i]);

    gtk_list_box_append (self->queue, ante_draft_row_new (drafts->pdata[i], &window, now));
  }
}

/* The one in hand stays in hand; when it is decided, the next one comes into its place, and the
 * keyboard leaves the words, which are another's now. */
static void
fill (AnteApprovalsPage *self, GPtrArray *drafts)
{
  GtkListBoxRow *before = gtk_list_box_get_selected_row (self->queue);
  int place = before != NULL ? gtk_list_box_row_get_index (before) : 0;
  gint64 held = self->draft != NULL ? self->draft->id : 0;
  gboolean lost = is_lost_in_hand (self, drafts);

  self->filling = TRUE;
  fill_rows (self, drafts);
  for (guint i = 0; i < drafts->len; i++)
    place = ((AnteDraft *) drafts->pdata[i])->id == held ? (int) i : place;
  place = MAX (MIN (place, (int) drafts->len - 1), 0);
  if (!lost)
    gtk_list_box_select_row (self->queue, gtk_list_box_get_row_at_index (self->queue, place));
  self->filling = FALSE;
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_ptr_array_ref (drafts);
  if (lost)
    show_lost (self);
  else
    show_draft (self, drafts->len > 0 ? drafts->pdata[place] : NULL);
  if (!lost && held != 0 && !holds (drafts, held) && ante_draft_editor_has_focus (self->editor))
    ante_approvals_page_focus (self);
  show_batch (self);
  show_empty (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteApprovalsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts =
    ante_store_list_drafts_finish (ANTE_STORE (source), result, &error);

  self->reading = FALSE;
  if (!ante_workspace_has_store (self->workspace, source))
    return;
  if (drafts == NULL)
    ante_toast_error (GTK_WIDGET (self), error);
  else
    fill (self, drafts);
  if (self->again)
    ante_approvals_read (self);
}

static void
figures_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteApprovalsPage) self = user_data;
  AnteDraftFigures *figures = ante_store_draft_figures_finish (ANTE_STORE (source), result, NULL);
  g_autofree char *words = NULL;

  if (figures != NULL && ante_workspace_has_store (self->workspace, source)) {
    words = ante_draft_words_figures (figures, ante_workspace_now (self->workspace));
    gtk_label_set_text (self->figures, words);
  }
  g_free (figures);
}

static void
playbook_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteApprovalsPage) self = user_data;
  g_autoptr (AntePlaybookVersion) version =
    ante_store_get_playbook_finish (ANTE_STORE (source), result, NULL);

  if (!ante_workspace_has_store (self->workspace, source))
    return;
  self->has_playbook = version != NULL;
  show_empty (self);
}

static gint64
find_midnight (AnteApprovalsPage *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return ante_moment_at (ante_workspace_now (self->workspace), zone, FALSE).day_start;
}

/* One reading at a time: a burst of changes is one more at the end. */
void
ante_approvals_read (AnteApprovalsPage *self)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);

  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  ante_store_list_drafts_async (store, 0, TRUE, MAX_DRAFTS, self->cancellable, listed_cb,
                                g_object_ref (self));
  ante_store_draft_figures_async (store, find_midnight (self), self->cancellable, figures_cb,
                                  g_object_ref (self));
  ante_store_get_playbook_async (store, 0, self->cancellable, playbook_cb, g_object_ref (self));
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteApprovalsPage *self)
{
  if ((topics & (ANTE_STORE_APPROVALS | ANTE_STORE_PLAYBOOK)) != 0)
    ante_approvals_read (self);
}

/* --- keys ---------------------------------------------------------------------------------------
 */

static void
step (AnteApprovalsPage *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->queue);
  int place = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->queue, MAX (place, 0));
  if (row != NULL)
    gtk_list_box_select_row (self->queue, row);
}

static gboolean
act_by_key (AnteApprovalsPage *self, guint keyval)
{
  static const struct {
    guint key;
    const char *action;
  } acts[] = {
    { GDK_KEY_e, "approvals.edit" },      { GDK_KEY_c, "approvals.take-over" },
    { GDK_KEY_h, "approvals.hold" },      { GDK_KEY_g, "approvals.open" },
    { GDK_KEY_space, "approvals.whole" }, { GDK_KEY_A, "approvals.approve-safe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    if (acts[i].key == keyval)
      return gtk_widget_activate_action (GTK_WIDGET (self), acts[i].action, NULL);
  }
  switch (keyval) {
  case GDK_KEY_y:
    ante_approvals_approve (self);
    return TRUE;
  case GDK_KEY_x:
    gtk_menu_button_popup (self->reject);
    return TRUE;
  case GDK_KEY_j:
  case GDK_KEY_k:
    step (self, keyval == GDK_KEY_j ? 1 : -1);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Letters are words while somebody writes. */
static gboolean
key_cb (AnteApprovalsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->workspace == NULL)
    return FALSE;
  if (ante_draft_editor_has_focus (self->editor)) {
    if (keyval != GDK_KEY_Escape)
      return FALSE;
    ante_approvals_page_focus (self);
    return TRUE;
  }
  return act_by_key (self, keyval);
}

/* The menu of reasons is a surface of its own, and takes the keyboard with it. */
static gboolean
reason_key_cb (AnteApprovalsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  const char *nick = NULL;

  if (keyval < GDK_KEY_1 || keyval > GDK_KEY_6)
    return FALSE;
  nick = ante_reject_reason_to_nick ((AnteRejectReason) (keyval - GDK_KEY_1));
  gtk_menu_button_popdown (self->reject);
  gtk_widget_activate_action (GTK_WIDGET (self), "approvals.reject", "s", nick);
  return TRUE;
}

/* --- the workspace
 * -------------------------------------------------------------------------------- */

static gboolean
tick_cb (gpointer data)
{
  AnteApprovalsPage *self = data;

  if (self->workspace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ante_approvals_read (self);
  return G_SOURCE_CONTINUE;
}

void
ante_approvals_page_set_workspace (AnteApprovalsPage *self, AnteWorkspace *workspace)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (ante_workspace_get_store (self->workspace), changed_cb,
                                          self);
  show_draft (self, NULL);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_set_object (&self->workspace, workspace);
  ante_ai_pause_set_workspace (self->pause, workspace);
  self->reading = FALSE;
  if (workspace == NULL)
    return;
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  ante_approvals_read (self);
}

void
ante_approvals_page_focus (AnteApprovalsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->queue);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
ante_approvals_page_dispose (GObject *object)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_approvals_page_parent_class)->dispose (object);
}

static void
ante_approvals_page_finalize (GObject *object)
{
  g_object_unref (ANTE_APPROVALS_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ante_approvals_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, batch);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, pause);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, queue);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, pair);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, about);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, exchange);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, editor);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, receipt);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, approve);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, reject);
  gtk_widget_class_bind_template_child (widget_class, AnteApprovalsPage, hint);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, judged_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "approve_cb",
                                                G_CALLBACK (ante_approvals_approve));
}

static void
ante_approvals_page_class_init (AnteApprovalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_approvals_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_approvals_page_finalize;
  g_type_ensure (ANTE_TYPE_AI_PAUSE);
  g_type_ensure (ANTE_TYPE_DRAFT_EDITOR);
  g_type_ensure (ANTE_TYPE_EXCHANGE_VIEW);
  g_type_ensure (ANTE_TYPE_RECEIPT_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, ANTE_APP_PATH
                                               "/ui/approvals/ante-approvals-page.ui");
  bind_template (widget_class);
  ante_approvals_install_acts (widget_class);
}

static void
ante_approvals_page_init (AnteApprovalsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->pair),
                                 ante_beside_layout_new (RECEIPT_WIDTH, DRAFT_WIDTH));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (reason_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_menu_button_get_popover (self->reject)), keys);
  self->tick = g_timeout_add_seconds (TICK_S, tick_cb, self);
}

GtkWidget *
ante_approvals_page_new (void)
{
  return g_object_new (ANTE_TYPE_APPROVALS_PAGE, NULL);
}
