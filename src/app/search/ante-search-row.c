#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/search/ante-search-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

struct _AnteSearchRow {
  AdwBin parent_instance;

  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *handle;
  GtkLabel *time;
  GtkLabel *author;
  GtkLabel *snippet;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (AnteSearchRow, ante_search_row, ADW_TYPE_BIN)

static void
add_bold (PangoAttrList *attributes, gsize from, gsize to)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint) from;
  bold->end_index = (guint) to;
  pango_attr_list_insert (attributes, bold);
}

/* One paragraph without the store's marks; what stood between them is bold in @attributes. */
static char *
read_marks (const char *snippet, PangoAttrList *attributes)
{
  g_autofree char *isolated = ante_text_isolate (snippet);
  GString *text = g_string_new (NULL);
  gsize from = 0;
  gboolean open = FALSE;

  for (const char *p = isolated; *p != '\0'; p++) {
    if (*p == '\x02' && !open) {
      from = text->len;
      open = TRUE;
    } else if (*p == '\x03' && open) {
      add_bold (attributes, from, text->len);
      open = FALSE;
    } else if (*p != '\x02' && *p != '\x03') {
      g_string_append_c (text, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
  }
  return g_string_free (text, FALSE);
}

static void
set_marked (GtkLabel *label, const char *marked)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = read_marks (marked, attributes);

  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

static void
show_lead (AnteSearchRow *self, AnteSearchItem *item, AnteSearchMatch *match)
{
  const AnteSearchHit *hit = ante_search_item_get_hit (item);
  gboolean has_name = hit->name != NULL && *hit->name != '\0';
  const char *title = has_name ? hit->name : hit->handle;
  g_autofree char *at = g_strconcat ("@", hit->handle, NULL);
  g_autofree char *name = NULL;
  g_autofree char *handle = NULL;

  if (ante_search_item_is_named (item)) {
    name = ante_search_match_mark (match, title, 0);
    handle = ante_search_match_mark (match, at, 0);
  } else {
    name = g_strdup (title);
    handle = g_strdup (at);
  }
  adw_avatar_set_text (self->avatar, title);
  set_marked (self->name, name);
  set_marked (self->handle, handle);
  gtk_widget_set_visible (GTK_WIDGET (self->handle), has_name);
}

static void
show_hit (AnteSearchRow *self, const AnteSearchHit *hit, gint64 now)
{
  g_autofree char *time = ante_words_ago (hit->at, now);
  g_autofree char *exact = ante_words_exact (hit->at);
  g_autofree char *author = ante_words_party (hit->author);

  gtk_label_set_text (self->time, time);
  ante_tooltip_set (GTK_WIDGET (self->time), exact);
  gtk_label_set_text (self->author, author);
  set_marked (self->snippet, *hit->snippet != '\0' ? hit->snippet : ante_words_kind (hit->kind));
}

void
ante_search_row_set_item (AnteSearchRow *self,
                          AnteSearchItem *item,
                          AnteSearchMatch *match,
                          gint64 now)
{
  static const char *const pages[] = { "lead", "hit", "more" };
  AnteSearchItemKind kind = ante_search_item_get_kind (item);
  guint n = ante_search_item_get_n (item);
  g_autofree char *more = NULL;

  gtk_stack_set_visible_child_name (self->stack, pages[kind]);
  if (kind == ANTE_SEARCH_ITEM_LEAD) {
    show_lead (self, item, match);
  } else if (kind == ANTE_SEARCH_ITEM_HIT) {
    show_hit (self, ante_search_item_get_hit (item), now);
  } else {
    more = g_strdup_printf (ngettext ("%u more message", "%u more messages", n), n);
    gtk_label_set_text (self->more, more);
  }
}

static void
ante_search_row_class_init (AnteSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/search/ante-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, more);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, name);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, handle);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, time);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, author);
  gtk_widget_class_bind_template_child (widget_class, AnteSearchRow, snippet);
}

static void
ante_search_row_init (AnteSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_search_row_new (void)
{
  return g_object_new (ANTE_TYPE_SEARCH_ROW, NULL);
}
