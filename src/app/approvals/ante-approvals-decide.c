#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-approvals-private.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "rules/ante-text.h"
#include "rules/ante-window.h"

/* What a person decides about the draft in hand. */

typedef struct {
  AnteApprovalsPage *page;
  AnteWorkspace *workspace;
  AnteDraft *draft;
  char *done; /* what to say of it */
} Deciding;

static Deciding *
deciding_new (AnteApprovalsPage *self, char *done)
{
  Deciding *deciding = g_new0 (Deciding, 1);

  deciding->page = g_object_ref (self);
  deciding->workspace = g_object_ref (self->workspace);
  deciding->draft = self->draft != NULL ? g_object_ref (self->draft) : NULL;
  deciding->done = done;
  return deciding;
}

static void
deciding_free (Deciding *deciding)
{
  g_object_unref (deciding->page);
  g_object_unref (deciding->workspace);
  g_clear_object (&deciding->draft);
  g_free (deciding->done);
  g_free (deciding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deciding, deciding_free)

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deciding) deciding = user_data;
  AnteApprovalsPage *self = deciding->page;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_draft_finish (ANTE_WORKSPACE (source), result, &error);

  if (g_error_matches (error, ANTE_DRAFT_ERROR, ANTE_DRAFT_ERROR_UNSURE)) {
    self->unsure = deciding->draft->id;
    ante_approvals_say (self, _ ("A rule asks for you. Y once more approves it all the same."),
                        "warning");
    return;
  }
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT)) {
    ante_toast (GTK_WIDGET (self),
                _ ("This draft is stale: the conversation has gone on. A new one is made."));
  } else if (error != NULL) {
    ante_toast_error (GTK_WIDGET (self), error);
  } else if (act > 0 && deciding->done != NULL) {
    if (deciding->draft != NULL)
      ante_draft_editor_forget (self->editor, deciding->draft->id);
    ante_toast_undo (GTK_WIDGET (self), deciding->done, deciding->workspace, act);
  }
  if (self->workspace == deciding->workspace)
    ante_approvals_read (self);
}

/* How many it were is only known afterwards. */
static void
approved_safe_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Deciding *deciding = user_data;
  guint count = ante_command_draft_get_count (result);

  deciding->done =
    g_strdup_printf (g_dngettext (NULL, "%u draft approved", "%u drafts approved", count), count);
  decided_cb (source, result, deciding);
}

static char *
dup_name (AnteApprovalsPage *self)
{
  return ante_text_isolate (self->draft->title);
}

void
ante_approvals_approve (AnteApprovalsPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gboolean anyway = FALSE;

  if (self->draft == NULL || !gtk_widget_get_sensitive (self->approve))
    return;
  name = dup_name (self);
  text = ante_draft_editor_dup_changed (self->editor);
  anyway = self->unsure == self->draft->id;
  ante_command_approve_draft_async (
    self->workspace, self->draft->id, text, anyway, decided_cb,
    deciding_new (self, g_strdup_printf (_ ("The answer to %s leaves in a moment"), name)));
}

static void
approve_safe_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (widget);
  g_autoptr (GArray) safe = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->drafts != NULL && i < self->drafts->len; i++) {
    AnteDraft *draft = self->drafts->pdata[i];

    if (ante_approvals_is_safe (self, draft))
      g_array_append_val (safe, draft->id);
  }
  if (safe->len > 0)
    ante_command_approve_safe_drafts_async (self->workspace, (const gint64 *) (gpointer) safe->data,
                                            safe->len, approved_safe_cb, deciding_new (self, NULL));
}

static void
reject_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (widget);
  AnteRejectReason reason = ANTE_REJECT_OTHER;
  g_autofree char *who = NULL;

  if (self->draft == NULL ||
      !ante_reject_reason_from_nick (g_variant_get_string (parameter, NULL), &reason))
    return;
  who = dup_name (self);
  ante_command_reject_draft_async (self->workspace, self->draft->id, reason, NULL, decided_cb,
                                   deciding_new (self, g_strdup_printf (_ ("Rejected: %s"), who)));
}

static void
take_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (widget);
  g_autofree char *who = NULL;
  gint64 lead = 0;

  if (self->draft == NULL)
    return;
  who = dup_name (self);
  lead = self->draft->lead_id;
  ante_command_take_over_async (self->workspace, self->draft->id, decided_cb,
                                deciding_new (self, g_strdup_printf (_ ("%s is yours"), who)));
  gtk_widget_activate_action (widget, "win.open-lead", "x", lead);
}

static void
hold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (widget);
  g_autofree char *who = NULL;

  if (self->draft == NULL)
    return;
  who = dup_name (self);
  ante_command_hold_draft_async (
    self->workspace, self->draft->id, ante_workspace_now (self->workspace) + ANTE_HOUR_MS,
    decided_cb, deciding_new (self, g_strdup_printf (_ ("Back in an hour: %s"), who)));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (widget);

  if (self->draft != NULL)
    ante_draft_editor_focus (self->editor);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteApprovalsPage *self = ANTE_APPROVALS_PAGE (widget);

  if (self->draft != NULL)
    gtk_widget_activate_action (widget, "win.open-lead", "x", self->draft->lead_id);
}

static void
whole_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_exchange_view_toggle (ANTE_APPROVALS_PAGE (widget)->exchange);
}

void
ante_approvals_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "approvals.approve-safe", NULL,
                                   approve_safe_action);
  gtk_widget_class_install_action (widget_class, "approvals.reject", "s", reject_action);
  gtk_widget_class_install_action (widget_class, "approvals.take-over", NULL, take_over_action);
  gtk_widget_class_install_action (widget_class, "approvals.hold", NULL, hold_action);
  gtk_widget_class_install_action (widget_class, "approvals.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "approvals.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "approvals.whole", NULL, whole_action);
}
