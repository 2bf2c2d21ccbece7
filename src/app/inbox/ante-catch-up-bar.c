#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-catch-up-bar.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-words.h"
#include "rules/ante-catch-up.h"
#include "rules/ante-text.h"

#define LINE_CHARS 160

struct _AnteCatchUpBar {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkBox *lines;

  char *shown; /* what stands there: read again, it stays as it is */
  gboolean waved_off;
};

G_DEFINE_FINAL_TYPE (AnteCatchUpBar, ante_catch_up_bar, ADW_TYPE_BIN)

static char *
describe_many (AnteMessageKind kind, guint n)
{
  switch (kind) {
  case ANTE_MESSAGE_IMAGE:
    return g_strdup_printf (g_dngettext (NULL, "%u picture", "%u pictures", n), n);
  case ANTE_MESSAGE_VIDEO:
    return g_strdup_printf (g_dngettext (NULL, "%u video", "%u videos", n), n);
  case ANTE_MESSAGE_VOICE:
    return g_strdup_printf (g_dngettext (NULL, "%u voice message", "%u voice messages", n), n);
  case ANTE_MESSAGE_FILE:
    return g_strdup_printf (g_dngettext (NULL, "%u file", "%u files", n), n);
  case ANTE_MESSAGE_STICKER:
    return g_strdup_printf (g_dngettext (NULL, "%u sticker", "%u stickers", n), n);
  case ANTE_MESSAGE_SHARE:
    return g_strdup_printf (g_dngettext (NULL, "%u shared post", "%u shared posts", n), n);
  default:
    /* Translators: what kind of message, and how many of them. */
    return g_strdup_printf (_ ("%s (%u times)"), ante_words_kind (kind), n);
  }
}

static char *
describe_wordless (const AnteCatchUpLine *line)
{
  return line->n > 1 ? describe_many (line->message->kind, line->n)
                     : g_strdup (ante_words_kind (line->message->kind));
}

static char *
describe (const AnteCatchUpLine *line)
{
  const char *words = line->fact != NULL ? line->fact->text : line->text;
  g_autofree char *cut =
    words != NULL ? ante_text_one_line (words, LINE_CHARS) : describe_wordless (line);
  g_autofree char *text = ante_text_isolate (cut);
  const char *type =
    line->fact != NULL ? ante_fact_words_type (line->fact->kind, line->fact->type) : NULL;

  if (type != NULL)
    return g_strdup_printf ("%s: %s: %s", ante_fact_words_kind (line->fact->kind), type, text);
  if (line->fact != NULL)
    return g_strdup_printf ("%s: %s", ante_fact_words_kind (line->fact->kind), text);
  /* Translators: what a lead asks, in their own words. */
  return line->asks ? g_strdup_printf (_ ("Asks: %s"), text) : g_steal_pointer (&text);
}

static GtkWidget *
build_line (const AnteCatchUpLine *line)
{
  g_autofree char *words = describe (line);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Go to the message"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "thread.show-message");
  gtk_actionable_set_action_target (
    GTK_ACTIONABLE (button), "(sxuu)", line->message->mid, line->message->at,
    line->fact != NULL ? line->fact->span_start : 0, line->fact != NULL ? line->fact->span_end : 0);
  return button;
}

static char *
name_lines (GArray *lines, guint n_new)
{
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, "%u", n_new);
  for (guint i = 0; i < lines->len; i++) {
    const AnteCatchUpLine *line = &g_array_index (lines, AnteCatchUpLine, i);
    g_autofree char *words = describe (line);

    g_string_append_printf (name, "\n%s %s", line->message->mid, words);
  }
  return g_string_free (name, FALSE);
}

static void
fill (AnteCatchUpBar *self, GArray *lines, guint n_new)
{
  /* Translators: how many messages a lead has written since somebody looked last. */
  g_autofree char *title =
    g_strdup_printf (g_dngettext (NULL, "Since you last looked: %u message",
                                  "Since you last looked: %u messages", n_new),
                     n_new);
  GtkWidget *child = NULL;

  gtk_label_set_text (self->title, title);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->lines, build_line (&g_array_index (lines, AnteCatchUpLine, i)));
}

void
ante_catch_up_bar_show (
  AnteCatchUpBar *self, GPtrArray *messages, GPtrArray *facts, gint64 since, gint64 until)
{
  guint n_new = 0;
  g_autoptr (GArray) lines = since > 0 ? ante_catch_up_read (messages, facts, since, until, &n_new)
                                       : g_array_new (FALSE, FALSE, sizeof (AnteCatchUpLine));
  g_autofree char *name = name_lines (lines, n_new);

  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0 && !self->waved_off);
  if (g_strcmp0 (name, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&name);
  fill (self, lines, n_new);
}

void
ante_catch_up_bar_clear (AnteCatchUpBar *self)
{
  self->waved_off = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
closed_cb (AnteCatchUpBar *self)
{
  self->waved_off = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ante_catch_up_bar_finalize (GObject *object)
{
  g_free (ANTE_CATCH_UP_BAR (object)->shown);
  G_OBJECT_CLASS (ante_catch_up_bar_parent_class)->finalize (object);
}

static void
ante_catch_up_bar_class_init (AnteCatchUpBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_catch_up_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-catch-up-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteCatchUpBar, title);
  gtk_widget_class_bind_template_child (widget_class, AnteCatchUpBar, lines);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
ante_catch_up_bar_init (AnteCatchUpBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
