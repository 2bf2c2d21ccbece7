#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-known-facts.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

struct _AnteKnownFacts {
  AdwBin parent_instance;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (AnteKnownFacts, ante_known_facts, ADW_TYPE_BIN)

static char *
describe_origin (const AnteFact *fact, gint64 now)
{
  g_autofree char *when = ante_words_ago (fact->at, now);
  g_autofree char *who = ante_words_party (fact->party);

  if (fact->origin == ANTE_FACT_BY_PERSON)
    /* Translators: who typed a fact about a lead, and when. */
    return g_strdup_printf (_ ("Typed by %s · %s"), who, when);
  return g_strdup_printf (
    fact->origin == ANTE_FACT_BY_AI ? _ ("Found by AI · %s") : _ ("Found by a rule · %s"), when);
}

/* Titles of rows are markup: what stands in them is escaped. */
static GtkWidget *
build_row (const AnteFact *fact, gint64 now)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = ante_text_isolate (fact->text);
  g_autofree char *title = g_strdup_printf ("%s: %s", ante_fact_words_kind (fact->kind), text);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *origin = describe_origin (fact, now);
  g_autofree char *origin_markup = g_markup_escape_text (origin, -1);
  g_autofree char *exact = ante_words_exact (fact->at);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin_markup);
  gtk_widget_set_tooltip_text (row, exact);
  return row;
}

void
ante_known_facts_show (AnteKnownFacts *self, GPtrArray *facts, gint64 now)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint kind = 0; kind <= ANTE_FACT_FREE; kind++) {
    for (guint i = 0; facts != NULL && i < facts->len; i++) {
      const AnteFact *fact = facts->pdata[i];

      if (fact->kind == kind && fact->state == ANTE_FACT_CONFIRMED)
        gtk_list_box_append (self->rows, build_row (fact, now));
    }
  }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
}

static void
ante_known_facts_class_init (AnteKnownFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-known-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteKnownFacts, rows);
}

static void
ante_known_facts_init (AnteKnownFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
