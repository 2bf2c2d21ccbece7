#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-brief-view.h"

#include <glib/gi18n.h>

/* Names of lines stand in a column of this width, in letters. */
#define LABEL_CHARS 14
/* The day of a source is not parted. */
#define SOURCE_CHARS 8

struct _AnteBriefView {
  AdwBin parent_instance;

  AnteBrief *brief;
  gboolean all; /* those that were left out, too */
};

enum {
  OPEN_MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteBriefView, ante_brief_view, ADW_TYPE_BIN)

static void show (AnteBriefView *self);

static guint
count_shown (AnteBriefView *self)
{
  return self->all ? self->brief->lines->len : self->brief->shown;
}

/* --- a line --------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a mark means, in words. */
static const char *
explain_marks (const AnteBriefLine *line)
{
  if ((line->marks & ANTE_BRIEF_BY_AI) == 0)
    return _ ("Not confirmed by anyone yet");
  return (line->marks & ANTE_BRIEF_UNCONFIRMED) != 0
           ? _ ("Found by AI, not confirmed by anyone yet")
           : _ ("Found by AI");
}

static void
append_mark (GtkBox *box, const AnteBriefLine *line)
{
  const char *words = (line->marks & ANTE_BRIEF_BY_AI) == 0         ? _ ("unconfirmed")
                      : (line->marks & ANTE_BRIEF_UNCONFIRMED) != 0 ? _ ("AI, unconfirmed")
                                                                    : _ ("AI");
  GtkWidget *mark = NULL;

  if (line->marks == 0)
    return;
  mark = make_label (words, "caption");
  gtk_label_set_wrap (GTK_LABEL (mark), FALSE);
  gtk_widget_add_css_class (mark, "chip");
  gtk_widget_set_tooltip_text (mark, explain_marks (line));
  gtk_box_append (box, mark);
}

static void
append_name (GtkBox *box, const AnteBriefLine *line)
{
  GtkWidget *name = make_label (line->label, "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (name), LABEL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), LABEL_CHARS);
  gtk_box_append (box, name);
}

static GtkWidget *
make_line (const AnteBriefLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *text = ante_brief_line_dup_text (line);
  g_autofree char *source = ante_brief_line_dup_source (line);
  GtkWidget *words = make_label (text, line->part == ANTE_BRIEF_WHY ? "title-3" : NULL);

  if (line->part != ANTE_BRIEF_WHY)
    append_name (GTK_BOX (box), line);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  append_mark (GTK_BOX (box), line);
  if (source != NULL) {
    GtkWidget *from = make_label (source, "caption");

    gtk_widget_add_css_class (from, "dim-label");
    gtk_label_set_wrap_mode (GTK_LABEL (from), PANGO_WRAP_WORD);
    gtk_label_set_width_chars (GTK_LABEL (from), SOURCE_CHARS);
    gtk_label_set_max_width_chars (GTK_LABEL (from), LABEL_CHARS);
    gtk_label_set_xalign (GTK_LABEL (from), 1);
    gtk_box_append (GTK_BOX (box), from);
  }
  return box;
}

/* (transfer full): all of it as one is told by a screen reader. */
static char *
describe_line (const AnteBriefLine *line)
{
  g_autofree char *text = ante_brief_line_dup_text (line);
  g_autofree char *source = ante_brief_line_dup_source (line);
  GString *all = g_string_new (line->label);

  if (line->label != NULL)
    g_string_append (all, ": ");
  g_string_append (all, text);
  if (source != NULL)
    g_string_append_printf (all, ", %s", source);
  if (line->marks != 0)
    g_string_append_printf (all, ", %s", explain_marks (line));
  return g_string_free (all, FALSE);
}

/* What rests on a message leads to it. */
static GtkWidget *
make_row (AnteBriefView *self, guint i)
{
  const AnteBriefLine *line = self->brief->lines->pdata[i];
  GtkWidget *content = make_line (line);
  GtkWidget *row = content;

  if (line->message_id != 0 && line->mid != NULL && line->at != 0) {
    g_autofree char *told = describe_line (line);

    row = gtk_button_new ();
    gtk_button_set_child (GTK_BUTTON (row), content);
    gtk_widget_add_css_class (row, "flat");
    gtk_widget_set_tooltip_text (row, _ ("Show the message"));
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", i);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "brief-view.open");
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  }
  gtk_widget_add_css_class (row, "brief-line");
  return row;
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteBriefView *self = ANTE_BRIEF_VIEW (widget);
  guint i = g_variant_get_uint32 (parameter);
  const AnteBriefLine *line = NULL;

  if (self->brief == NULL || i >= self->brief->lines->len)
    return;
  line = self->brief->lines->pdata[i];
  g_signal_emit (self, signals[OPEN_MESSAGE], 0, line->message_id, line->mid, line->at);
}

/* --- all of them ---------------------------------------------------------------------------- */

static void
append_head (AnteBriefView *self, GtkBox *box)
{
  const AnteBrief *brief = self->brief;
  g_autofree char *reading = ante_brief_dup_reading_time (brief, count_shown (self));
  g_autofree char *known = g_strdup_printf (_ ("known: %s"), brief->completeness);
  g_autofree char *about = brief->handle != NULL ? g_strdup_printf ("\u2068%s\u2069 · %s · %s",
                                                                    brief->handle, known, reading)
                                                 : g_strdup_printf ("%s · %s", known, reading);

  gtk_box_append (box, make_label (brief->name, "title-2"));
  if (brief->call != NULL)
    gtk_box_append (box, make_label (brief->call, "heading"));
  if (brief->call_link != NULL)
    gtk_box_append (box, make_label (brief->call_link, NULL));
  gtk_box_append (box, make_label (about, "dim-label"));
}

static void
append_title (AnteBriefView *self, GtkBox *box, AnteBriefPart part)
{
  GtkWidget *title = make_label (ante_brief_get_title (self->brief, part), "heading");

  gtk_widget_set_margin_top (title, 12);
  gtk_box_append (box, title);
}

static void
more_cb (GtkButton *button, AnteBriefView *self)
{
  self->all = TRUE;
  show (self);
}

static void
append_more (AnteBriefView *self, GtkBox *box)
{
  guint n = self->brief->lines->len - count_shown (self);
  g_autofree char *text = NULL;
  GtkWidget *button = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (NULL, "Show %u More Line", "Show %u More Lines", n), n);
  button = gtk_button_new_with_label (text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect (button, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (box, button);
}

static void
show (AnteBriefView *self)
{
  GtkWidget *box = NULL;
  int part = -1;

  if (self->brief == NULL) {
    adw_bin_set_child (ADW_BIN (self), NULL);
    return;
  }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  append_head (self, GTK_BOX (box));
  for (guint i = 0; i < self->brief->lines->len; i++) {
    const AnteBriefLine *line = self->brief->lines->pdata[i];

    if (!ante_brief_line_is_shown (line, count_shown (self)))
      continue;
    if ((int) line->part != part)
      append_title (self, GTK_BOX (box), line->part);
    part = (int) line->part;
    gtk_box_append (GTK_BOX (box), make_row (self, i));
  }
  append_more (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
ante_brief_view_take_brief (AnteBriefView *self, AnteBrief *brief)
{
  gboolean is_other =
    self->brief == NULL || brief == NULL || self->brief->lead_id != brief->lead_id;

  g_clear_pointer (&self->brief, ante_brief_free);
  self->brief = brief;
  self->all = self->all && !is_other;
  show (self);
}

const AnteBrief *
ante_brief_view_get_brief (AnteBriefView *self)
{
  return self->brief;
}

static void
ante_brief_view_finalize (GObject *object)
{
  g_clear_pointer (&ANTE_BRIEF_VIEW (object)->brief, ante_brief_free);
  G_OBJECT_CLASS (ante_brief_view_parent_class)->finalize (object);
}

static void
ante_brief_view_class_init (AnteBriefViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_brief_view_finalize;
  signals[OPEN_MESSAGE] =
    g_signal_new ("open-message", ANTE_TYPE_BRIEF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_INT64);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "brief-view.open", "u", open_action);
}

static void
ante_brief_view_init (AnteBriefView *self)
{
}

GtkWidget *
ante_brief_view_new (void)
{
  return g_object_new (ANTE_TYPE_BRIEF_VIEW, NULL);
}
