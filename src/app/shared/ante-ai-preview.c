#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-ai-preview.h"

#include <glib/gi18n.h>

#include "app/shared/ante-problem.h"
#include "engine/ante-assist-commands.h"
#include "rules/ante-text.h"

struct _AnteAiPreviewWindow {
  AdwWindow parent_instance;

  GtkLabel *summary;
  AnteProblem *problem;
  GtkWidget *scrolled;
  GtkTextView *words;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteAiPreviewWindow, ante_ai_preview, ADW_TYPE_WINDOW)

static void
tell_summary (AnteAiPreviewWindow *self, const AnteAiPreview *preview)
{
  g_autofree char *size = g_format_size (preview->n_bytes);
  g_autofree char *words = NULL;

  if (!preview->is_on)
    words = g_strdup_printf (
      _ ("AI is off, so none of this is sent to anybody. With it on, this is what would be: %s."),
      size);
  else if (preview->host == NULL)
    words = g_strdup_printf (_ ("A draft for them is made of these words: %s. None of them leave "
                                "this program."),
                             size);
  else
    words = g_strdup_printf (_ ("When a draft for them is asked for, these words go to %s, and no "
                                "others: %s. Nothing was sent now."),
                             preview->host, size);
  gtk_label_set_text (self->summary, words);
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteAiPreviewWindow *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  g_autoptr (AnteAiPreview) preview =
    ante_command_preview_ai_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview == NULL) {
    AnteAdvice advice = ante_advice_for_error (error);

    if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_NOT_FOUND))
      advice = (AnteAdvice){ N_ ("There is no playbook yet"),
                             N_ ("Without one nothing is drafted, and nothing is sent to AI. Fill "
                                 "it in under Playbook.") };
    ante_problem_show (self->problem, &advice);
    gtk_widget_set_visible (self->scrolled, FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
    return;
  }
  tell_summary (self, preview);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), preview->text, -1);
}

static void
ante_ai_preview_dispose (GObject *object)
{
  AnteAiPreviewWindow *self = ANTE_AI_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ante_ai_preview_parent_class)->dispose (object);
}

static void
ante_ai_preview_class_init (AnteAiPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_ai_preview_dispose;
  g_type_ensure (ANTE_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/shared/ante-ai-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteAiPreviewWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPreviewWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPreviewWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AnteAiPreviewWindow, words);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_ai_preview_init (AnteAiPreviewWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ante_ai_preview_show (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  AnteAiPreviewWindow *self =
    g_object_new (ANTE_TYPE_AI_PREVIEW, "transient-for", gtk_widget_get_root (from), NULL);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  /* Translators: a lead's name. */
  g_autofree char *title = g_strdup_printf (_ ("What AI Would Be Sent · %s"), name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  ante_command_preview_ai_async (workspace, lead->id, self->cancellable, preview_cb, self);
  gtk_window_present (GTK_WINDOW (self));
}
