#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/print/ante-print-settings.h"

#include "app/shared/ante-settings.h"

#define PRINTER "printer"
#define PAPER "paper"
#define PRIVATE "brief-private"

static GSettings *
open_settings (void)
{
  static const char *const keys[] = { PRINTER, PAPER, PRIVATE, NULL };

  return ante_settings_open (keys);
}

/* (transfer full): the one that was chosen, or the one of the locale. */
static GtkPaperSize *
read_paper_size (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, PAPER) : NULL;

  return gtk_paper_size_new (name != NULL && *name != '\0' ? name : NULL);
}

void
ante_print_settings_apply (GtkPrintOperation *operation)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *printer = settings != NULL ? g_settings_get_string (settings, PRINTER) : NULL;
  g_autoptr (GtkPrintSettings) print = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = read_paper_size ();

  if (printer != NULL && *printer != '\0')
    gtk_print_settings_set_printer (print, printer);
  gtk_print_settings_set_paper_size (print, paper);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_print_settings (operation, print);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_paper_size_free (paper);
}

void
ante_print_settings_keep (GtkPrintOperation *operation)
{
  g_autoptr (GSettings) settings = open_settings ();
  GtkPrintSettings *print = gtk_print_operation_get_print_settings (operation);
  const char *printer = print != NULL ? gtk_print_settings_get_printer (print) : NULL;
  GtkPaperSize *paper = print != NULL ? gtk_print_settings_get_paper_size (print) : NULL;

  if (settings != NULL && printer != NULL)
    g_settings_set_string (settings, PRINTER, printer);
  if (settings != NULL && paper != NULL && !gtk_paper_size_is_custom (paper))
    g_settings_set_string (settings, PAPER, gtk_paper_size_get_name (paper));
  g_clear_pointer (&paper, gtk_paper_size_free);
}

AntePaper
ante_print_settings_get_paper (void)
{
  GtkPaperSize *size = read_paper_size ();
  AntePaper paper = ante_paper_new (
    g_str_equal (gtk_paper_size_get_name (size), GTK_PAPER_NAME_LETTER) ? ANTE_PAPER_LETTER
                                                                        : ANTE_PAPER_A4);

  paper.from_right = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  gtk_paper_size_free (size);
  return paper;
}

gboolean
ante_print_settings_is_private (void)
{
  g_autoptr (GSettings) settings = open_settings ();

  return settings != NULL && g_settings_get_boolean (settings, PRIVATE);
}

void
ante_print_settings_set_private (gboolean is_private)
{
  g_autoptr (GSettings) settings = open_settings ();

  if (settings != NULL)
    g_settings_set_boolean (settings, PRIVATE, is_private);
}
