#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-gate-dialog.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-gate-row.h"
#include "app/shared/ante-kind-no.h"
#include "app/shared/ante-problem.h"
#include "app/shared/ante-toasts.h"
#include "rules/ante-gate.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"
#include "store/ante-store-messages.h"

/* Days after which who is not ready yet is written to again. */
#define NURTURE_DAYS 30

/* Nobody fills in a longer form on the way; there are other ways then, which it tells. */
#define MAX_LEADS 30

struct _AnteGateDialog {
  AdwWindow parent_instance;

  GtkLabel *heading;
  GtkLabel *body;
  AnteProblem *problem;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  AdwClamp *offer;
  GtkRevealer *revealer;
  GtkListBox *anyway_rows;
  GtkButton *anyway;
  GtkWidget *save;

  AnteKindNo *kind_no; /* borrowed: what @offer holds; NULL for nothing */
  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteMove *move; /* bare */
  AnteStage *stage;
  char *words;
  GPtrArray *missing;  /* what is to be asked now */
  GHashTable *lacking; /* leads that lacked something at any time */
  GPtrArray *rows;     /* borrowed AnteGateRow, in the order in which they stand */
  AnteGateRow *reason; /* borrowed: the one of them that asks why; NULL for none */
  AnteGateRow *excuse; /* borrowed: why it is done anyway */
  gint64 act;          /* that of the move, once it is done */
  gboolean too_many;
  gboolean is_saving;
  gboolean is_done;
};

static gboolean
is_one (AnteGateDialog *self)
{
  return ante_move_get_n_leads (self->move) == 1;
}

G_DEFINE_FINAL_TYPE (AnteGateDialog, ante_gate_dialog, ADW_TYPE_WINDOW)

static AnteGateRow *
find_empty (AnteGateDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    if (!ante_gate_row_is_filled (self->rows->pdata[i]))
      return self->rows->pdata[i];
  }
  return NULL;
}

static gboolean
is_excused (AnteGateDialog *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

static void
update (AnteGateDialog *self)
{
  gtk_widget_set_sensitive (self->save, !self->too_many && find_empty (self) == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->anyway),
                            !is_excused (self) || ante_gate_row_is_filled (self->excuse));
  ante_problem_hide (self->problem);
}

static void
close_with (AnteGateDialog *self, gboolean is_done)
{
  self->is_done = is_done;
  gtk_window_close (GTK_WINDOW (self));
}

static void show_missing (AnteGateDialog *self, GPtrArray *leads);

static void
leads_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteGateDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, &error);

  if (self->from == NULL)
    return;
  if (leads != NULL) {
    show_missing (self, leads);
  } else {
    AnteAdvice advice = ante_advice_for_error (error);

    ante_problem_show (self->problem, &advice);
  }
}

static void
read_leads (AnteStore *store, GPtrArray *missing, GAsyncReadyCallback callback, gpointer user_data)
{
  gint64 ids[MAX_LEADS];
  guint n = missing->len <= MAX_LEADS ? missing->len : 0;

  for (guint i = 0; i < n; i++)
    ids[i] = ((AnteMissing *) missing->pdata[i])->lead_id;
  ante_store_get_leads_async (store, ids, n, NULL, callback, user_data);
}

static void
tell_done (AnteGateDialog *self, const char *words)
{
  if (self->act > 0)
    ante_toast_act (self->from, self->workspace, ANTE_ACT_MOVE, self->act,
                    ante_move_get_leads (self->move), ante_move_get_n_leads (self->move), words);
  close_with (self, self->act > 0);
}

/* All in one line: a second one would take the place of the first. */
static char *
describe_begun (AnteGateDialog *self, const GError *error)
{
  if (error == NULL)
    /* Translators: "Ana is in Not a fit. A kind no is in the answer box; Undo leaves it there." */
    return g_strdup_printf (_ ("%s. A kind no is in the answer box; Undo leaves it there."),
                            self->words);
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT))
    return g_strdup_printf (_ ("%s. The answer box was left as it was."), self->words);
  g_message ("a kind no could not be saved: %s", error->message);
  return g_strdup_printf (_ ("%s. The kind no could not be saved: write to them by hand."),
                          self->words);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteGateDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  ante_store_begin_draft_finish (ANTE_STORE (source), result, &error);
  self->is_saving = FALSE;
  if (self->from == NULL)
    return;
  words = describe_begun (self, error);
  tell_done (self, words);
}

/* The lead is moved: what was begun beside it does not hold that up. */
static void
finish (AnteGateDialog *self)
{
  g_autofree char *text = self->kind_no != NULL ? ante_kind_no_dup_text (self->kind_no) : NULL;

  if (text == NULL || self->act <= 0) {
    tell_done (self, self->words);
    return;
  }
  self->is_saving = TRUE;
  ante_store_begin_draft_async (ante_workspace_get_store (self->workspace),
                                *ante_move_get_leads (self->move), text, NULL, begun_cb,
                                g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteGateDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);
  self->is_saving = FALSE;
  if (self->from == NULL)
    return; /* its window was closed over it */
  if (error == NULL) {
    finish (self);
    return;
  }

  /* What was known when it was asked is not any more: that is asked for as well, beside what was
   * typed. */
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE)) {
    g_ptr_array_unref (self->missing);
    self->missing = g_ptr_array_ref (ante_command_get_missing (result));
    read_leads (ante_workspace_get_store (self->workspace), self->missing, leads_again_cb,
                g_object_ref (self));
  } else {
    AnteAdvice advice = ante_advice_for_error (error);

    ante_problem_show (self->problem, &advice);
  }
}

/* Who moves anyway has not agreed to what was proposed: what they wrote themselves is told alone,
 * and the rest is kept as lacking. */
static void
send (AnteGateDialog *self, AnteGateRow *why_row, gboolean anyway)
{
  g_autoptr (AnteMove) move = ante_move_copy_bare (self->move);
  g_autofree char *why = why_row != NULL ? ante_gate_row_dup_text (why_row) : NULL;

  if (self->is_saving)
    return;
  self->is_saving = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    if (!anyway || ante_gate_row_is_changed (self->rows->pdata[i]))
      ante_gate_row_tell (self->rows->pdata[i], move, ante_workspace_now (self->workspace));
  }
  ante_move_set_why (move, why, anyway);
  ante_command_move_prepared_async (self->workspace, move, saved_cb, g_object_ref (self));
}

static void
save_cb (AnteGateDialog *self)
{
  AnteGateRow *empty = find_empty (self);

  if (self->too_many)
    return;
  if (empty != NULL)
    ante_gate_row_focus (empty);
  else
    send (self, self->reason, FALSE);
}

/* The first time it asks why, unless that is asked already. */
static void
anyway_cb (AnteGateDialog *self)
{
  AnteGateRow *why = self->reason != NULL ? self->reason : self->excuse;

  if (self->reason == NULL && !is_excused (self)) {
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
    gtk_revealer_set_reveal_child (self->revealer, TRUE);
    gtk_button_set_label (self->anyway, _ ("Move _Anyway"));
    update (self);
    ante_gate_row_focus (why);
  } else if (!ante_gate_row_is_filled (why)) {
    ante_gate_row_focus (why);
  } else {
    send (self, why, TRUE);
  }
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* --- what it shows --- */

/* Where no title is given, it is for the ear alone. */
static GtkListBox *
add_group (AnteGateDialog *self, const char *name, gboolean is_titled)
{
  GtkWidget *list = gtk_list_box_new ();

  if (is_titled) {
    GtkWidget *title = gtk_label_new (name);

    gtk_label_set_xalign (GTK_LABEL (title), 0);
    gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
    gtk_widget_add_css_class (title, "heading");
    gtk_box_append (self->groups, title);
  }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->groups, list);
  return GTK_LIST_BOX (list);
}

static gboolean
is_asked (AnteGateDialog *self, const char *word, gint64 lead)
{
  for (guint i = 0; i < self->rows->len; i++) {
    if (ante_gate_row_is_about (self->rows->pdata[i], word, lead))
      return TRUE;
  }
  return FALSE;
}

static AnteGateRow *
add_row (AnteGateDialog *self, GtkListBox *list, const char *word, AnteLead *lead)
{
  GtkWidget *row = ante_gate_row_new (word, lead, NULL, ante_workspace_now (self->workspace));

  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->rows, row);
  if (self->stage->role == ANTE_STAGE_NURTURE)
    ante_gate_row_propose (ANTE_GATE_ROW (row), _ ("Write again"), NURTURE_DAYS);
  return ANTE_GATE_ROW (row);
}

/* But why, which is one thing for all of them. */
static void
add_lead (AnteGateDialog *self, AnteLead *lead, char **words)
{
  g_autofree char *title = ante_text_isolate (ante_lead_get_title (lead));
  GtkListBox *list = NULL;

  for (guint i = 0; words[i] != NULL; i++) {
    if (g_str_equal (words[i], ANTE_GATE_REASON) || is_asked (self, words[i], lead->id))
      continue;
    if (list == NULL)
      list = add_group (self, title, !is_one (self));
    add_row (self, list, words[i], lead);
  }
}

static void
add_groups (AnteGateDialog *self, GPtrArray *leads)
{
  gboolean asks_why = FALSE;
  gboolean asks_more = self->rows->len > (self->reason != NULL ? 1 : 0);

  for (guint i = 0; i < self->missing->len; i++) {
    const AnteMissing *lack = self->missing->pdata[i];

    g_hash_table_add (self->lacking, g_memdup2 (&lack->lead_id, sizeof lack->lead_id));
    asks_why = asks_why || g_strv_contains ((const char *const *) lack->words, ANTE_GATE_REASON);
    asks_more = asks_more || !g_str_equal (lack->words[0], ANTE_GATE_REASON);
    for (guint k = 0; k < leads->len; k++) {
      AnteLead *lead = leads->pdata[k];

      if (lead->id == lack->lead_id)
        add_lead (self, lead, lack->words);
    }
  }
  if (asks_why && self->reason == NULL)
    self->reason = add_row (self, add_group (self, ante_fact_words_need (ANTE_GATE_REASON), FALSE),
                            ANTE_GATE_REASON, NULL);
  self->too_many = self->missing->len > MAX_LEADS && asks_more;
  gtk_widget_set_visible (GTK_WIDGET (self->anyway), asks_more);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), self->rows->len > 0);
}

static void
say (AnteGateDialog *self, GPtrArray *leads)
{
  g_autofree char *heading = NULL;
  g_autofree char *asks =
    g_strdup_printf (_ ("“%s” asks for this before a lead comes in."), self->stage->name);
  g_autofree char *body =
    self->too_many
      ? g_strdup_printf ("%s %s", asks,
                         _ ("That is too much to fill in here: move fewer leads at a time, or move "
                            "them anyway."))
      : g_strdup (asks);

  if (is_one (self) && leads->len == 1) {
    g_autofree char *name = ante_text_isolate (ante_lead_get_title (leads->pdata[0]));

    /* Translators: a lead and a stage: "Move Ana to Booked". */
    heading = g_strdup_printf (_ ("Move %s to %s"), name, self->stage->name);
  } else {
    heading = g_strdup_printf (
      g_dngettext (NULL, "%u of %u Leads Lacks Something", "%u of %u Leads Lack Something",
                   g_hash_table_size (self->lacking)),
      g_hash_table_size (self->lacking), ante_move_get_n_leads (self->move));
  }
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->body, body);
  gtk_window_set_title (GTK_WINDOW (self), heading);
}

static void
show_missing (AnteGateDialog *self, GPtrArray *leads)
{
  AnteGateRow *first = NULL;

  add_groups (self, leads);
  say (self, leads);
  update (self);
  /* What is filled in already may do: then Enter saves it. */
  if ((first = find_empty (self)) == NULL && self->rows->len > 0)
    first = self->rows->pdata[0];
  if (first != NULL)
    ante_gate_row_focus (first);
}

static gboolean
ante_gate_dialog_close_request (GtkWindow *window)
{
  AnteGateDialog *self = ANTE_GATE_DIALOG (window);

  if (self->is_saving)
    return TRUE; /* it cannot be called back any more, and ends in a moment */

  /* A board has shown them moved already: it shows what is true again. */
  if (!self->is_done)
    gtk_widget_activate_action (self->from, "board.reload", NULL);
  return GTK_WINDOW_CLASS (ante_gate_dialog_parent_class)->close_request (window);
}

static void
ante_gate_dialog_dispose (GObject *object)
{
  AnteGateDialog *self = ANTE_GATE_DIALOG (object);

  g_clear_object (&self->from);
  g_clear_object (&self->workspace);
  g_clear_object (&self->stage);
  g_clear_pointer (&self->move, ante_move_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->lacking, g_hash_table_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (ante_gate_dialog_parent_class)->dispose (object);
}

static void
ante_gate_dialog_class_init (AnteGateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_gate_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ante_gate_dialog_close_request;
  g_type_ensure (ANTE_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/shared/ante-gate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, body);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, offer);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, revealer);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, anyway_rows);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, anyway);
  gtk_widget_class_bind_template_child (widget_class, AnteGateDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, anyway_cb);
  gtk_widget_class_install_action (widget_class, "gate.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "gate.cancel", NULL);
}

static void
ante_gate_dialog_init (AnteGateDialog *self)
{
  GtkWidget *excuse = NULL;

  self->rows = g_ptr_array_new ();
  self->lacking = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  excuse = ante_gate_row_new (ANTE_GATE_REASON, NULL, _ ("Why they go there without it"), 0);
  g_signal_connect_object (excuse, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (excuse, "entered", G_CALLBACK (anyway_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->anyway_rows, excuse);
  self->excuse = ANTE_GATE_ROW (excuse);
}

static void
open (AnteGateDialog *self, GPtrArray *leads)
{
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (self->from)));
  show_missing (self, leads);
  gtk_window_present (GTK_WINDOW (self));
}

/* Its view was closed meanwhile, or nothing can be read: nothing is asked. */
static void
give_up (AnteGateDialog *self, const GError *error)
{
  if (error != NULL)
    ante_toast_error (self->from, error);
  gtk_widget_activate_action (self->from, "board.reload", NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

typedef struct {
  AnteGateDialog *dialog;
  GPtrArray *leads;
} Offer;

static void
offer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Offer *offer = user_data;
  g_autoptr (AnteGateDialog) self = offer->dialog;
  g_autoptr (GPtrArray) leads = offer->leads;
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = ante_store_get_draft_finish (ANTE_STORE (source), result, &error);

  if (error != NULL)
    g_message ("a kind no is not offered: %s", error->message);
  if (gtk_widget_get_root (self->from) == NULL) {
    give_up (self, NULL);
    return;
  }
  if (draft != NULL) { /* else nobody knows what it would be written over */
    self->kind_no = ANTE_KIND_NO (ante_kind_no_new (leads->pdata[0], draft));
    adw_clamp_set_child (self->offer, GTK_WIDGET (self->kind_no));
    gtk_widget_set_visible (GTK_WIDGET (self->offer), TRUE);
  }
  open (self, leads);
}

/* A no is written to one person. */
static void
read_offer (AnteGateDialog *self, GPtrArray *leads)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->dialog = g_object_ref (self);
  offer->leads = g_ptr_array_ref (leads);
  ante_store_get_draft_async (ante_workspace_get_store (self->workspace),
                              ((AnteLead *) leads->pdata[0])->id, NULL, offer_cb, offer);
}

static void
leads_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteGateDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, &error);

  if (leads == NULL || gtk_widget_get_root (self->from) == NULL)
    give_up (self, error);
  else if (self->stage->role == ANTE_STAGE_NOT_A_FIT && is_one (self) && leads->len == 1)
    read_offer (self, leads);
  else
    open (self, leads);
}

void
ante_gate_dialog_ask (GtkWidget *from,
                      AnteWorkspace *workspace,
                      const AnteMove *move,
                      AnteStage *stage,
                      const char *words,
                      GPtrArray *missing)
{
  AnteGateDialog *self = g_object_new (ANTE_TYPE_GATE_DIALOG, NULL);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->move = ante_move_copy_bare (move);
  self->stage = g_object_ref (stage);
  self->words = g_strdup (words);
  self->missing = g_ptr_array_ref (missing);
  read_leads (ante_workspace_get_store (workspace), missing, leads_cb, g_object_ref (self));
}
