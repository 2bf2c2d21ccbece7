#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-message-row.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-side-layout.h"
#include "app/media/ante-media-view.h"
#include "app/shared/ante-link-button.h"
#include "app/shared/ante-source-words.h"
#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

/* More than this is seldom read, and the rest is a click away. What has no spaces, or stacks its
 * marks, takes many times as long to lay out: of that less is shown. */
#define SHOWN_CHARS 2000
#define SHOWN_LINES 30
#define LONGEST_WORD 300
#define MANY_CHARS 300
#define QUOTE_CHARS 80

static void
show_whole_cb (GtkButton *button, gpointer data)
{
  const char *text = data;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Whole Message"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 480);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
  gtk_window_present (GTK_WINDOW (window));
}

/* The first characters and lines of @text; NULL when all of it can be shown. */
static char *
cut (const char *text)
{
  const char *p = text;
  guint chars = 0;
  guint lines = 0;
  guint word = 0;
  guint marks = 0;

  for (; *p != '\0' && chars < SHOWN_CHARS && lines < SHOWN_LINES; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    chars++;
    lines += c == '\n';
    marks += g_unichar_ismark (c);
    word = g_unichar_isspace (c) || g_unichar_iswide (c) ? 0 : word + 1;
    if (word > LONGEST_WORD || (chars > MANY_CHARS && marks > chars / 2))
      break;
  }
  return *p != '\0' ? g_strdup_printf ("%.*s…", (int) (p - text), text) : NULL;
}

GtkWidget *
ante_message_row_build_text (const char *text)
{
  g_autofree char *shown = cut (text);
  GtkWidget *label = ante_bubble_text_new (shown != NULL ? shown : text);
  GtkWidget *box = NULL;
  GtkWidget *button = NULL;

  if (shown == NULL)
    return label;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  button = gtk_button_new_with_label (_ ("Show all"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_whole_cb), g_strdup (text),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
small_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
icon_line (const char *icon, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), small_label (text, "dim-label"));
  return box;
}

void
ante_message_row_append_quote (GtkBox *bubble, AnteMessage *quoted)
{
  g_autofree char *line = NULL;

  if (quoted == NULL || quoted->text == NULL)
    return;
  line = ante_text_one_line (quoted->text, QUOTE_CHARS);
  gtk_box_append (bubble, small_label (line, "quote"));
}

static void
append_context (GtkBox *bubble, AnteMessage *message, AnteMessage *quoted, gint64 now)
{
  g_autofree char *story = ante_source_words_story (message->at, now);
  g_autofree char *line = NULL;

  if (message->kind == ANTE_MESSAGE_STORY_REPLY)
    /* Translators: "story of 12 Nov" or "expired story, 12 Nov". */
    line = g_strdup_printf (_ ("Replied to your story: %s"), story);
  else if (message->kind == ANTE_MESSAGE_STORY_MENTION)
    line = g_strdup_printf (_ ("Mentioned you in a story: %s"), story);
  if (line != NULL)
    gtk_box_append (bubble, icon_line ("ante-source-story-reply-symbolic", line));

  ante_message_row_append_quote (bubble, quoted);
}

static void
append_media (
  GtkBox *bubble, AnteMessage *message, guint position, AnteMedia *media, const char *author)
{
  GtkWidget *view = ante_media_view_new ();

  ante_media_view_set (ANTE_MEDIA_VIEW (view), media, message, position, author);
  gtk_box_append (bubble, view);
}

/* Words that say so stand there already. */
static gboolean
tells_its_kind (AnteMessageKind kind)
{
  return kind == ANTE_MESSAGE_UNSUPPORTED || kind == ANTE_MESSAGE_STORY_REPLY ||
         kind == ANTE_MESSAGE_STORY_MENTION;
}

static GtkWidget *
build_unsupported (void)
{
  GtkWidget *label = small_label (
    _ ("Instagram does not show this kind of message here. Open it in Instagram."), "dim-label");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  return label;
}

static void
append_words (GtkBox *bubble, const char *text)
{
  GtkWidget *links = ante_link_buttons_new (text);

  gtk_box_append (bubble, ante_message_row_build_text (text));
  if (links != NULL)
    gtk_box_append (bubble, links);
}

static void
append_content (GtkBox *bubble, AnteMessage *message, AnteMedia *media, const char *author)
{
  if (message->unsent) {
    gtk_box_append (bubble, small_label (_ ("Message taken back"), "dim-label"));
    return;
  }
  if (message->kind == ANTE_MESSAGE_UNSUPPORTED)
    gtk_box_append (bubble, build_unsupported ());
  for (guint i = 0; message->attachments != NULL && i < message->attachments->len; i++)
    append_media (bubble, message, i, media, author);
  if (message->text != NULL && *message->text != '\0')
    append_words (bubble, message->text);
  else if ((message->attachments == NULL || message->attachments->len == 0) &&
           !tells_its_kind (message->kind))
    gtk_box_append (bubble, small_label (ante_words_kind (message->kind), "dim-label"));
}

/* "❤ lead;🔥 coach" as its emojis alone; who reacted stands in the tooltip. */
static GtkWidget *
build_reactions (const char *reactions)
{
  g_auto (GStrv) each = g_strsplit (reactions, ";", 8);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  for (guint i = 0; each[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (each[i], " ", 2);
    GtkWidget *label = NULL;

    if (parts[0] == NULL || *parts[0] == '\0')
      continue;
    label = gtk_label_new (parts[0]);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 8);
    gtk_widget_add_css_class (label, "reaction");
    if (parts[1] != NULL) {
      g_autofree char *who = ante_words_party (parts[1]);

      ante_tooltip_set (label, who);
    }
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}

static char *
build_footer (AnteMessage *message)
{
  g_autofree char *time = ante_words_clock (message->at);
  g_autofree char *who = NULL;

  if (!ante_party_is_us (message->author))
    return g_steal_pointer (&time);
  who = ante_words_party (message->author);
  return g_strdup_printf ("%s · %s", who, time);
}

GtkWidget *
ante_message_row_new (
  AnteMessage *message, AnteMessage *quoted, AnteMedia *media, const char *lead_title, gint64 now)
{
  gboolean from_us = ante_party_is_us (message->author);
  g_autofree char *author = from_us ? ante_words_party (message->author) : g_strdup (lead_title);
  GtkAlign side = from_us ? GTK_ALIGN_END : GTK_ALIGN_START;
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "layout-manager", ante_side_layout_new (side),
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *bubble = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *footer = build_footer (message);
  g_autofree char *exact = ante_words_exact (message->at);
  GtkWidget *label = small_label (footer, "dim-label");

  /* To the eye it is the side; nobody else could tell who says it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, author, -1);
  gtk_widget_add_css_class (row, "message");
  gtk_widget_add_css_class (bubble, "bubble");
  gtk_widget_add_css_class (bubble, from_us ? "ours" : "theirs");
  if (message->unsent)
    gtk_widget_add_css_class (bubble, "unsent");
  append_context (GTK_BOX (bubble), message, quoted, now);
  append_content (GTK_BOX (bubble), message, media, author);
  ante_tooltip_set (label, exact);

  gtk_box_append (GTK_BOX (row), bubble);
  if (message->reactions != NULL && *message->reactions != '\0')
    gtk_box_append (GTK_BOX (row), build_reactions (message->reactions));
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

AnteBubbleText *
ante_message_row_get_text (GtkWidget *widget)
{
  if (ANTE_IS_BUBBLE_TEXT (widget))
    return ANTE_BUBBLE_TEXT (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    AnteBubbleText *found = ante_message_row_get_text (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* A selection would go with the next click, and is a poor sign where the window has no focus. */
void
ante_message_row_mark (GtkWidget *row, guint start, guint end)
{
  AnteBubbleText *words = ante_message_row_get_text (row);
  PangoAttrList *attributes = NULL;
  const char *text = words != NULL ? ante_bubble_text_get_text (words) : "";
  glong length = g_utf8_strlen (text, -1);
  PangoAttribute *weight = NULL;
  PangoAttribute *line = NULL;

  gtk_widget_add_css_class (row, "found");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("The message that was looked for"), -1);
  if (start >= end || (glong) start >= length)
    return;
  attributes = pango_attr_list_new ();
  weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  weight->start_index = line->start_index = (guint) (g_utf8_offset_to_pointer (text, start) - text);
  weight->end_index = line->end_index =
    (guint) (g_utf8_offset_to_pointer (text, MIN ((glong) end, length)) - text);
  pango_attr_list_insert (attributes, weight);
  pango_attr_list_insert (attributes, line);
  ante_bubble_text_set_attributes (words, attributes);
  pango_attr_list_unref (attributes);
}

void
ante_message_row_unmark (GtkWidget *row)
{
  AnteBubbleText *words = ante_message_row_get_text (row);

  gtk_widget_remove_css_class (row, "found");
  gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (words != NULL)
    ante_bubble_text_set_attributes (words, NULL);
}

GtkWidget *
ante_message_row_new_day (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "day");
  return label;
}

GtkWidget *
ante_message_row_new_gap (const AnteGap *gap)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *words = NULL;
  GtkWidget *label = NULL;

  if (gap->missing > 0)
    words = g_strdup_printf (
      g_dngettext (NULL, "%u message here is missing: Instagram gives only the twenty newest.",
                   "%u messages here are missing: Instagram gives only the twenty newest.",
                   gap->missing),
      gap->missing);
  else if (gap->after_at == 0)
    words =
      g_strdup (_ ("Older messages are in Instagram alone: it gives only the twenty newest."));
  else
    words = g_strdup (_ ("Messages may be missing here: Instagram gives only the twenty newest."));

  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "gap");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("view-more-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

GtkWidget *
ante_message_row_new_divider (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *left = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *right = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_set_valign (left, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (right, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "accent");
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), right);
  gtk_widget_add_css_class (box, "new-divider");
  return box;
}
