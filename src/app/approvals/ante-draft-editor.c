#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-draft-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/shared/ante-spelling.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-draft-commands.h"

#define CHECK_AFTER_MS 250

struct _AnteDraftEditor {
  AdwBin parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *ours;
  GtkTextTag *wrong;

  AnteWorkspace *workspace;
  AnteDraft *draft;
  AnteVerdictKind kind;
  char *receipt;
  GHashTable *typed; /* id of a draft to what somebody made of it */
  GCancellable *cancellable;
  guint check;
  gboolean filling;
};

enum {
  JUDGED,
  SEND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean check_cb (gpointer data);

G_DEFINE_FINAL_TYPE (AnteDraftEditor, ante_draft_editor, ADW_TYPE_BIN)

static char *
dup_text (AnteDraftEditor *self)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
tag_bytes (AnteDraftEditor *self, const char *text, GtkTextTag *tag, gsize from, gsize to)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };
  gsize length = strlen (text);

  if (from >= to || to > length)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) g_utf8_pointer_to_offset (text, text + from));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      (int) g_utf8_pointer_to_offset (text, text + to));
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
}

/* Between what both begin with and what both end with. */
static void
mark_changes (AnteDraftEditor *self, const char *text)
{
  const char *before = self->draft->text;
  gsize length = strlen (text);
  gsize old = strlen (before);
  gsize head = 0;
  gsize tail = 0;

  while (head < MIN (length, old) && text[head] == before[head])
    head++;
  while (tail < MIN (length, old) - head && text[length - 1 - tail] == before[old - 1 - tail])
    tail++;
  while (head > 0 && (text[head] & 0xc0) == 0x80)
    head--;
  while (tail > 0 && (text[length - tail] & 0xc0) == 0x80)
    tail--;
  tag_bytes (self, text, self->ours, head, length - tail);
}

static void
mark_findings (AnteDraftEditor *self, const char *text)
{
  g_autoptr (AnteReceiptView) view =
    self->receipt != NULL ? ante_receipt_view_new (self->receipt) : NULL;

  for (guint i = 0; view != NULL && i < view->lines->len; i++) {
    const AnteReceiptLine *line = view->lines->pdata[i];

    if (line->kind != ANTE_VERDICT_ALLOW && g_strcmp0 (line->source, "draft") == 0 &&
        g_utf8_validate (text, line->start, NULL))
      tag_bytes (self, text, self->wrong, line->start, line->end);
  }
}

static void
mark (AnteDraftEditor *self)
{
  g_autofree char *text = dup_text (self);
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->ours, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->wrong, &start, &end);
  if (self->draft == NULL)
    return;
  mark_changes (self, text);
  mark_findings (self, text);
}

static void
take_verdict (AnteDraftEditor *self, AnteVerdictKind kind, const char *receipt)
{
  self->kind = kind;
  g_free (self->receipt);
  self->receipt = g_strdup (receipt);
  mark (self);
  g_signal_emit (self, signals[JUDGED], 0);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteDraftEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteJudged) judged =
    ante_command_check_text_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->draft == NULL)
    return;
  /* What could not be judged is not let out. */
  if (judged == NULL) {
    take_verdict (self, ANTE_VERDICT_HOLD, NULL);
    ante_toast_error (GTK_WIDGET (self), error);
  } else
    take_verdict (self, judged->judgement->receipt->kind, judged->judgement->receipt->body);
}

static void
stop_checking (AnteDraftEditor *self)
{
  g_clear_handle_id (&self->check, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static gboolean
check_cb (gpointer data)
{
  AnteDraftEditor *self = data;
  g_autofree char *text = dup_text (self);

  self->check = 0;
  ante_command_check_text_async (self->workspace, self->draft->lead_id, text, self->cancellable,
                                 checked_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AnteDraftEditor *self)
{
  if (self->filling || self->draft == NULL)
    return;
  stop_checking (self);
  g_clear_pointer (&self->receipt, g_free);
  mark (self);
  g_signal_emit (self, signals[JUDGED], 0);
  self->check = g_timeout_add (CHECK_AFTER_MS, check_cb, self);
}

static void
keep_typed (AnteDraftEditor *self)
{
  char *typed = ante_draft_editor_dup_changed (self);

  if (typed != NULL)
    g_hash_table_replace (self->typed, g_memdup2 (&self->draft->id, sizeof self->draft->id), typed);
  else if (self->draft != NULL)
    g_hash_table_remove (self->typed, &self->draft->id);
}

static void
set_words (AnteDraftEditor *self, const char *words)
{
  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, words, -1);
  self->filling = FALSE;
}

/* What somebody is changing, or only looking at with the cursor in it, is not taken from under
 * their hands; what they made of another one is there again when they come back. */
void
ante_draft_editor_show (AnteDraftEditor *self, AnteWorkspace *workspace, AnteDraft *draft)
{
  gboolean same = self->draft != NULL && draft != NULL && self->draft->id == draft->id;
  gboolean judged_anew = !same || g_strcmp0 (self->draft->receipt, draft->receipt) != 0;
  const char *typed = NULL;

  keep_typed (self);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->draft, draft);
  typed = draft != NULL ? g_hash_table_lookup (self->typed, &draft->id) : NULL;
  if (same && (typed != NULL || !judged_anew))
    return;
  stop_checking (self);
  set_words (self, typed != NULL ? typed : draft != NULL ? ante_draft_get_words (draft) : "");
  if (draft == NULL)
    return;
  take_verdict (self, draft->verdict, typed != NULL ? NULL : draft->receipt);
  if (typed != NULL)
    self->check = g_timeout_add (CHECK_AFTER_MS, check_cb, self);
}

/* It is decided: what was typed for it is of no more use. */
void
ante_draft_editor_forget (AnteDraftEditor *self, gint64 draft)
{
  g_hash_table_remove (self->typed, &draft);
  if (self->draft != NULL && self->draft->id == draft)
    g_clear_object (&self->draft);
}

void
ante_draft_editor_focus (AnteDraftEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

gboolean
ante_draft_editor_has_focus (AnteDraftEditor *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->view));
}

char *
ante_draft_editor_dup_changed (AnteDraftEditor *self)
{
  g_autofree char *text = g_strstrip (dup_text (self));

  return self->draft != NULL && !g_str_equal (text, self->draft->text) ? g_steal_pointer (&text)
                                                                       : NULL;
}

AnteVerdictKind
ante_draft_editor_get_kind (AnteDraftEditor *self)
{
  return self->kind;
}

const char *
ante_draft_editor_get_receipt (AnteDraftEditor *self)
{
  return self->receipt;
}

static gboolean
key_cb (AnteDraftEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  g_signal_emit (self, signals[SEND], 0);
  return TRUE;
}

static void
ante_draft_editor_dispose (GObject *object)
{
  AnteDraftEditor *self = ANTE_DRAFT_EDITOR (object);

  g_clear_handle_id (&self->check, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_draft_editor_parent_class)->dispose (object);
}

static void
ante_draft_editor_finalize (GObject *object)
{
  AnteDraftEditor *self = ANTE_DRAFT_EDITOR (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->typed);
  g_free (self->receipt);
  G_OBJECT_CLASS (ante_draft_editor_parent_class)->finalize (object);
}

static void
ante_draft_editor_class_init (AnteDraftEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_draft_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_draft_editor_finalize;
  signals[JUDGED] = g_signal_new ("judged", ANTE_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[SEND] = g_signal_new ("send", ANTE_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
ante_draft_editor_init (AnteDraftEditor *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  self->typed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->view = GTK_TEXT_VIEW (view);
  self->buffer = gtk_text_view_get_buffer (self->view);
  self->ours =
    gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->wrong = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                            "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_bottom_margin (self->view, 9);
  gtk_widget_add_css_class (view, "draft-words");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Draft"),
                                  -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (view, keys);
  ante_spelling_watch (self->view);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  adw_bin_set_child (ADW_BIN (self), view);
}

GtkWidget *
ante_draft_editor_new (void)
{
  return g_object_new (ANTE_TYPE_DRAFT_EDITOR, NULL);
}
