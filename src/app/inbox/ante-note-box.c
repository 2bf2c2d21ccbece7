#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-note-box.h"

#include <glib/gi18n.h>

#include "app/shared/ante-spelling.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-commands.h"
#include "store/ante-store-notes.h"

#define SAVE_AFTER_MS 400

struct _AnteNoteBox {
  AdwBin parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
  GtkLabel *about;
  GtkWidget *cancel;
  GtkButton *save;

  AnteWorkspace *workspace;
  gint64 lead;
  gint64 note; /* whose place it takes; 0 for a new one */
  guint timer;
  gboolean loading;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteNoteBox, ante_note_box, ADW_TYPE_BIN)

static char *
dup_text (AnteNoteBox *self)
{
  char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);
  return text;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *rest = g_strstrip (g_strdup (text));

  return *rest == '\0';
}

static void
update (AnteNoteBox *self)
{
  g_autofree char *text = dup_text (self);
  gboolean too_long = g_utf8_strlen (text, -1) > ANTE_NOTE_MAX_CHARS;
  g_autofree char *limit =
    g_strdup_printf (_ ("Too long: %d characters at most"), ANTE_NOTE_MAX_CHARS);

  gtk_widget_set_visible (self->hint, *text == '\0');
  gtk_widget_set_visible (self->cancel, self->note != 0);
  gtk_button_set_label (self->save, self->note != 0 ? _ ("Save Change") : _ ("Save Note"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save),
                            self->lead != 0 && !is_blank (text) && !too_long);
  gtk_label_set_text (self->about, too_long          ? limit
                                   : self->note != 0 ? _ ("You are changing a note")
                                                     : _ ("Only you see it"));
}

static void
set_text (AnteNoteBox *self, gint64 note, const char *text)
{
  self->note = note;
  self->loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->loading = FALSE;
  update (self);
}

static void
keep_draft (AnteNoteBox *self)
{
  g_autofree char *text = dup_text (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->lead != 0)
    ante_store_set_note_draft_async (ante_workspace_get_store (self->workspace), self->lead,
                                     self->note, text, NULL, NULL, NULL);
}

static gboolean
timer_cb (gpointer data)
{
  AnteNoteBox *self = data;

  self->timer = 0;
  keep_draft (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AnteNoteBox *self)
{
  update (self);
  if (self->loading)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SAVE_AFTER_MS, timer_cb, self);
}

/* --- saving --------------------------------------------------------------------------------- */

/* A note on its way. */
typedef struct {
  AnteNoteBox *box;
  gint64 lead;
  gint64 note;
  char *text;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->box);
  g_free (saving->text);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* What was not saved stands in the box again, or in the draft of its lead. */
static void
give_back (const Saving *saving, gboolean is_gone)
{
  AnteNoteBox *self = saving->box;
  g_autofree char *present = dup_text (self);
  g_autofree char *both =
    is_blank (present) ? g_strdup (saving->text) : g_strconcat (saving->text, "\n", present, NULL);

  if (self->workspace == NULL)
    return;
  if (self->lead != saving->lead) {
    ante_store_set_note_draft_async (ante_workspace_get_store (self->workspace), saving->lead,
                                     is_gone ? 0 : saving->note, saving->text, NULL, NULL, NULL);
    return;
  }
  set_text (self, is_gone ? 0 : saving->note, both);
  keep_draft (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT)) {
    ante_toast (
      GTK_WIDGET (saving->box),
      _ ("That note was changed or deleted meanwhile. Your words stand here as a new one"));
    give_back (saving, TRUE);
  } else if (error != NULL) {
    ante_toast_error (GTK_WIDGET (saving->box), error);
    give_back (saving, FALSE);
  } else if (act > 0) {
    ante_toast_act (GTK_WIDGET (saving->box), ANTE_WORKSPACE (source), ANTE_ACT_NOTE, act,
                    &saving->lead, 1,
                    saving->note != 0 ? _ ("The note is changed") : _ ("The note is saved"));
  }
}

static void
save_cb (AnteNoteBox *self)
{
  g_autofree char *text = dup_text (self);
  Saving *saving = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  saving = g_new0 (Saving, 1);
  saving->box = g_object_ref (self);
  saving->lead = self->lead;
  saving->note = self->note;
  saving->text = g_strchomp (g_steal_pointer (&text));
  ante_command_note_async (self->workspace, saving->lead, saving->note, saving->text, saved_cb,
                           saving);
  set_text (self, 0, "");
  keep_draft (self);
  ante_note_box_focus (self);
}

/* The note stays as it was. */
static void
cancel_cb (AnteNoteBox *self)
{
  set_text (self, 0, "");
  keep_draft (self);
  ante_note_box_focus (self);
}

static gboolean
key_cb (AnteNoteBox *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Escape && modifiers == 0 && self->note != 0) {
    cancel_cb (self);
    return TRUE;
  }
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || modifiers != GDK_CONTROL_MASK)
    return FALSE;
  save_cb (self);
  return TRUE;
}

/* --- whose it is ---------------------------------------------------------------------------- */

static void
draft_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteNoteBox *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (AnteNote) draft = NULL;
  g_autofree char *typed = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  draft = ante_store_get_note_draft_finish (ANTE_STORE (source), result, NULL);
  if (draft == NULL)
    return;
  typed = dup_text (self);
  if (*typed == '\0') {
    set_text (self, draft->id, draft->text);
  } else if (*draft->text != '\0') {
    /* What was typed before it came stands after it. */
    g_autofree char *both = g_strconcat (draft->text, "\n", typed, NULL);

    set_text (self, draft->id, both);
    keep_draft (self);
  }
}

void
ante_note_box_set_lead (AnteNoteBox *self, gint64 lead)
{
  if (self->lead == lead)
    return;
  if (self->timer != 0)
    keep_draft (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->lead = lead;
  set_text (self, 0, "");
  if (lead != 0)
    ante_store_get_note_draft_async (ante_workspace_get_store (self->workspace), lead,
                                     self->cancellable, draft_cb, self);
}

void
ante_note_box_set_workspace (AnteNoteBox *self, AnteWorkspace *workspace)
{
  ante_note_box_set_lead (self, 0);
  g_set_object (&self->workspace, workspace);
}

gboolean
ante_note_box_edit (AnteNoteBox *self, const AnteNote *note)
{
  g_autofree char *text = dup_text (self);

  if (!is_blank (text) && self->note != note->id)
    return FALSE;
  if (self->note != note->id) {
    set_text (self, note->id, note->text);
    keep_draft (self);
  }
  return TRUE;
}

void
ante_note_box_focus (AnteNoteBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ante_note_box_unmap (GtkWidget *widget)
{
  AnteNoteBox *self = ANTE_NOTE_BOX (widget);

  if (self->timer != 0)
    keep_draft (self);
  GTK_WIDGET_CLASS (ante_note_box_parent_class)->unmap (widget);
}

static void
ante_note_box_dispose (GObject *object)
{
  AnteNoteBox *self = ANTE_NOTE_BOX (object);

  if (self->timer != 0)
    keep_draft (self);
  self->lead = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_note_box_parent_class)->dispose (object);
}

static void
ante_note_box_class_init (AnteNoteBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_note_box_dispose;
  widget_class->unmap = ante_note_box_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-note-box.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteNoteBox, view);
  gtk_widget_class_bind_template_child (widget_class, AnteNoteBox, hint);
  gtk_widget_class_bind_template_child (widget_class, AnteNoteBox, about);
  gtk_widget_class_bind_template_child (widget_class, AnteNoteBox, cancel);
  gtk_widget_class_bind_template_child (widget_class, AnteNoteBox, save);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_note_box_init (AnteNoteBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  ante_spelling_watch (self->view);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}

GtkWidget *
ante_note_box_new (void)
{
  return g_object_new (ANTE_TYPE_NOTE_BOX, NULL);
}
