#pragma once

#include "app/approvals/ante-ai-pause.h"
#include "app/approvals/ante-approvals-page.h"
#include "app/approvals/ante-draft-editor.h"
#include "app/approvals/ante-exchange-view.h"
#include "app/approvals/ante-receipt-panel.h"
#include "engine/ante-draft-commands.h"

G_BEGIN_DECLS

/* Shared by the page and by what is done on it. */

struct _AnteApprovalsPage {
  AdwBin parent_instance;

  GtkLabel *figures;
  GtkButton *batch;
  AnteAiPause *pause;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListBox *queue;
  GtkBox *pair;
  GtkLabel *title;
  GtkLabel *about;
  AnteExchangeView *exchange;
  AnteDraftEditor *editor;
  AnteReceiptPanel *receipt;
  GtkWidget *approve;
  GtkMenuButton *reject;
  GtkLabel *hint;

  AnteWorkspace *workspace;
  GCancellable *cancellable;
  GPtrArray *drafts;
  AnteDraft *draft;      /* in hand; NULL for none */
  gint64 unsure;         /* of which one more key is needed; 0 for none */
  gboolean has_playbook; /* else nothing is drafted */
  gboolean filling;
  gboolean again; /* something changed while it was read */
  gboolean reading;
  guint tick;
};

/* @style: (nullable): "warning" or "error" */
void ante_approvals_say (AnteApprovalsPage *self, const char *words, const char *style);
void ante_approvals_read (AnteApprovalsPage *self);
gboolean ante_approvals_is_safe (AnteApprovalsPage *self, AnteDraft *draft);

/* ante-approvals-decide.c */
void ante_approvals_approve (AnteApprovalsPage *self);
void ante_approvals_install_acts (GtkWidgetClass *widget_class);

G_END_DECLS
