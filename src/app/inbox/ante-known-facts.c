#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-known-facts.h"

#include <glib/gi18n.h>

#include "app/inbox/ante-fact-row.h"
#include "app/shared/ante-fact-words.h"
#include "rules/ante-known.h"

/* So many of a kind of which several hold; of what we told them there may be hundreds. */
#define MOST_OF_A_KIND 5

struct _AnteKnownFacts {
  AdwBin parent_instance;

  GtkListBox *rows;
  GtkLabel *missing;
};

enum {
  ANSWERED,
  HANDLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteKnownFacts, ante_known_facts, ADW_TYPE_BIN)

/* The order in which a call is prepared. */
static const AnteFactKind kinds[] = {
  ANTE_FACT_BOOKING,  ANTE_FACT_GOAL,      ANTE_FACT_PROBLEM,       ANTE_FACT_BOTTLENECK,
  ANTE_FACT_OFFER,    ANTE_FACT_OBJECTION, ANTE_FACT_ALREADY_KNOWS, ANTE_FACT_BUDGET,
  ANTE_FACT_TIMELINE, ANTE_FACT_FIT,       ANTE_FACT_NEXT_STEP,     ANTE_FACT_FREE,
};

static gboolean
is_shown (const AnteFact *fact)
{
  return fact->state == ANTE_FACT_CONFIRMED || fact->state == ANTE_FACT_SUGGESTED;
}

/* (nullable): what was known before @fact of a kind of which one holds. */
static const AnteFact *
find_before (GPtrArray *facts, const AnteFact *fact)
{
  const AnteFact *before = NULL;

  if (ante_fact_kind_is_several (fact->kind))
    return NULL;
  for (guint i = 0; i < facts->len; i++) {
    const AnteFact *other = facts->pdata[i];

    if (other->kind == fact->kind && other->id < fact->id && other->state == ANTE_FACT_SUPERSEDED &&
        !g_str_equal (other->text, fact->text))
      before = other;
  }
  return before;
}

static void
answered_cb (AnteFactRow *row, gboolean yes, AnteKnownFacts *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, ante_fact_row_get_id (row),
                 (guint) ante_fact_row_get_kind (row), yes);
}

static void
handled_cb (AnteFactRow *row, gboolean handled, AnteKnownFacts *self)
{
  g_signal_emit (self, signals[HANDLED], 0, ante_fact_row_get_id (row), handled);
}

/* The row at @position, made where there is none. */
static AnteFactRow *
get_row (AnteKnownFacts *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) position);

  if (row == NULL) {
    row = GTK_LIST_BOX_ROW (ante_fact_row_new ());
    g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
    g_signal_connect_object (row, "handled", G_CALLBACK (handled_cb), self, 0);
    gtk_list_box_append (self->rows, GTK_WIDGET (row));
  }
  return ANTE_FACT_ROW (row);
}

/* Newest first: of many the oldest are left out. */
static guint
show_kind (AnteKnownFacts *self, GPtrArray *facts, AnteFactKind kind, guint position, gint64 now)
{
  guint n = 0;

  for (guint i = facts->len; i-- > 0 && n < MOST_OF_A_KIND;) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->kind != kind || !is_shown (fact))
      continue;
    ante_fact_row_show (get_row (self, position + n), fact, find_before (facts, fact), now);
    n++;
  }
  return n;
}

static void
show_missing (AnteKnownFacts *self, GPtrArray *facts)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < ANTE_KNOWN_WANTED; i++) {
    g_autofree char *name = g_utf8_strdown (ante_fact_words_kind (ante_known_wanted[i]), -1);

    if (!ante_known_has (facts, ante_known_wanted[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  /* Translators: kinds of facts about a lead, "goal, budget". */
  words = g_strdup_printf (_ ("Not yet known: %s"), names->str);
  gtk_label_set_text (self->missing, words);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), names->len > 0);
}

/* The keyboard stays in the list when the row it was in has gone. */
static void
drop_rows (AnteKnownFacts *self, guint from)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->rows, (int) from)) != NULL) {
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
    GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
    GtkListBoxRow *before =
      from > 0 ? gtk_list_box_get_row_at_index (self->rows, (int) from - 1) : NULL;

    if (focus != NULL && before != NULL &&
        (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row))))
      gtk_widget_grab_focus (GTK_WIDGET (before));
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  }
}

void
ante_known_facts_show (AnteKnownFacts *self, GPtrArray *facts, gint64 now)
{
  guint position = 0;

  for (guint i = 0; facts != NULL && i < G_N_ELEMENTS (kinds); i++)
    position += show_kind (self, facts, kinds[i], position, now);
  drop_rows (self, position);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), position > 0);
  if (facts != NULL)
    show_missing (self, facts);
  gtk_widget_set_visible (GTK_WIDGET (self), facts != NULL);
}

static void
activated_cb (AnteKnownFacts *self, AnteFactRow *row)
{
  ante_fact_row_go (row);
}

static void
ante_known_facts_class_init (AnteKnownFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] =
    g_signal_new ("answered", ANTE_TYPE_KNOWN_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[HANDLED] = g_signal_new ("handled", ANTE_TYPE_KNOWN_FACTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-known-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteKnownFacts, rows);
  gtk_widget_class_bind_template_child (widget_class, AnteKnownFacts, missing);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ante_known_facts_init (AnteKnownFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
