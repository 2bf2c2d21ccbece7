#include "config.h"

#include "widgets.h"

#include "app/inbox/ante-bubble-text.h"

void
test_app_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, ANTE_APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

GtkWidget *
test_find_widget (GtkWidget *root, const char *type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found =
      g_str_equal (G_OBJECT_TYPE_NAME (child), type) ? child : test_find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

const char *
test_get_words (GtkWidget *widget)
{
  if (ANTE_IS_BUBBLE_TEXT (widget))
    return ante_bubble_text_get_text (ANTE_BUBBLE_TEXT (widget));
  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
}

gboolean
test_shows_text (GtkWidget *root, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    const char *words = gtk_widget_get_mapped (child) ? test_get_words (child) : NULL;

    if (words != NULL && strstr (words, text) != NULL)
      return TRUE;
    if (test_shows_text (child, text))
      return TRUE;
  }
  return FALSE;
}
