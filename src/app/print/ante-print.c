#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/print/ante-print.h"

#include <glib/gi18n.h>

#include "app/print/ante-print-settings.h"
#include "app/shared/ante-toasts.h"

/* --- setting the pages ---------------------------------------------------------------------- */

/* All of the sheet, but for what the printer cannot reach. */
static AntePaper
measure_paper (GtkPrintContext *context)
{
  AntePaper paper = ante_paper_new (ANTE_PAPER_A4);
  double top = 0;
  double bottom = 0;
  double left = 0;
  double right = 0;

  paper.width = gtk_print_context_get_width (context);
  paper.height = gtk_print_context_get_height (context);
  if (gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right)) {
    paper.top = MAX (paper.top, top);
    paper.bottom = MAX (paper.bottom, bottom);
    paper.left = MAX (paper.left, left);
    paper.right = MAX (paper.right, right);
  }
  paper.from_right = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  return paper;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  AntePaper paper = measure_paper (context);

  gtk_print_operation_set_n_pages (operation, (int) ante_sheets_paginate (data, &paper));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  ante_sheets_draw (data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
free_sheets (gpointer data, GClosure *closure)
{
  ante_sheets_free (data);
}

/* What a file is called that somebody prints to instead of a printer. */
static void
name_file (GtkPrintOperation *operation, const char *title)
{
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:*?\"<>|.", '-');

  gtk_print_settings_set (gtk_print_operation_get_print_settings (operation),
                          GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
}

GtkPrintOperation *
ante_print_operation_new (AnteSheets *sheets)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, ante_sheets_get_title (sheets));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  ante_print_settings_apply (operation);
  name_file (operation, ante_sheets_get_title (sheets));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), sheets);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_cb), sheets, free_sheets, 0);
  return operation;
}

/* --- printing ------------------------------------------------------------------------------- */

/* Where to say what came of it; whoever closed the window does not want to know. */
typedef struct {
  GtkWidget *from;
  GtkPrintOperation *operation;
} Job;

static void
say (GtkWidget *from, const char *text)
{
  if (gtk_widget_get_root (from) != NULL)
    ante_toast (from, text);
}

static void
say_failed (GtkWidget *from, const GError *error)
{
  g_autofree char *text =
    g_strdup_printf (_ ("It was not printed: %s. Choose another printer, or save it as PDF"),
                     error != NULL ? error->message : _ ("the printer did not take it"));

  say (from, text);
}

static void
status_cb (GtkPrintOperation *operation, Job *job)
{
  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    say_failed (job->from, NULL);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    say_failed (job->from, error);
  } else if (result == GTK_PRINT_OPERATION_RESULT_APPLY) {
    ante_print_settings_keep (operation);
  }
  g_signal_handlers_disconnect_by_data (operation, job);
  g_object_unref (job->operation);
  g_object_unref (job->from);
  g_free (job);
}

void
ante_print_run (GtkWidget *from, AnteSheets *sheets)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Job *job = NULL;

  if (root == NULL) {
    ante_sheets_free (sheets);
    return;
  }
  job = g_new0 (Job, 1);
  job->from = g_object_ref (from);
  job->operation = ante_print_operation_new (sheets);
  g_signal_connect (job->operation, "status-changed", G_CALLBACK (status_cb), job);
  g_signal_connect (job->operation, "done", G_CALLBACK (done_cb), job);
  /* What goes wrong comes with "done", which is also told when it goes wrong at once. */
  gtk_print_operation_run (job->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (root), NULL);
}
