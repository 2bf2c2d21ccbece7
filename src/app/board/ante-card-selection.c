#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-card-selection.h"

struct _AnteCardSelection {
  GObject parent_instance;

  GArray *leads;
  GHashTable *set; /* of the same */
  gint64 anchor;
  GArray *held; /* NULL: nothing */
  gint64 open;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteCardSelection, ante_card_selection, G_TYPE_OBJECT)

static guint
find (GArray *leads, gint64 lead)
{
  for (guint i = 0; leads != NULL && i < leads->len; i++) {
    if (g_array_index (leads, gint64, i) == lead)
      return i;
  }
  return G_MAXUINT;
}

gboolean
ante_card_selection_contains (AnteCardSelection *self, gint64 lead)
{
  return g_hash_table_contains (self->set, &lead);
}

guint
ante_card_selection_get_size (AnteCardSelection *self)
{
  return self->leads->len;
}

GArray *
ante_card_selection_get_leads (AnteCardSelection *self)
{
  return self->leads;
}

static void
mark (AnteCardSelection *self, gint64 lead)
{
  g_array_append_val (self->leads, lead);
  g_hash_table_add (self->set, g_memdup2 (&lead, sizeof lead));
}

static gboolean
unmark (AnteCardSelection *self, gint64 lead)
{
  if (!g_hash_table_remove (self->set, &lead))
    return FALSE;
  g_array_remove_index (self->leads, find (self->leads, lead));
  return TRUE;
}

void
ante_card_selection_toggle (AnteCardSelection *self, gint64 lead)
{
  if (!unmark (self, lead))
    mark (self, lead);
  self->anchor = lead;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ante_card_selection_add (AnteCardSelection *self, const gint64 *leads, guint n_leads)
{
  for (guint i = 0; i < n_leads; i++) {
    if (!g_hash_table_contains (self->set, &leads[i]))
      mark (self, leads[i]);
  }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ante_card_selection_remove (AnteCardSelection *self, const gint64 *leads, guint n_leads)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < n_leads; i++)
    changed = unmark (self, leads[i]) || changed;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
ante_card_selection_clear (AnteCardSelection *self)
{
  self->anchor = 0;
  if (self->leads->len == 0)
    return;
  g_array_set_size (self->leads, 0);
  g_hash_table_remove_all (self->set);
  g_signal_emit (self, signals[CHANGED], 0);
}

gint64
ante_card_selection_get_anchor (AnteCardSelection *self)
{
  return self->anchor;
}

GArray *
ante_card_selection_dup_with (AnteCardSelection *self, gint64 lead)
{
  GArray *leads = NULL;

  if (ante_card_selection_contains (self, lead))
    return g_array_copy (self->leads);
  leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (leads, lead);
  return leads;
}

void
ante_card_selection_set_held (AnteCardSelection *self, GArray *leads)
{
  g_clear_pointer (&self->held, g_array_unref);
  self->held = leads != NULL ? g_array_ref (leads) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

GArray *
ante_card_selection_get_held (AnteCardSelection *self)
{
  return self->held;
}

void
ante_card_selection_set_open (AnteCardSelection *self, gint64 lead)
{
  if (self->open == lead)
    return;
  self->open = lead;
  g_signal_emit (self, signals[CHANGED], 0);
}

gint64
ante_card_selection_get_open (AnteCardSelection *self)
{
  return self->open;
}

gboolean
ante_card_selection_is_held (AnteCardSelection *self, gint64 lead)
{
  return find (self->held, lead) != G_MAXUINT;
}

static void
ante_card_selection_finalize (GObject *object)
{
  AnteCardSelection *self = ANTE_CARD_SELECTION (object);

  g_array_unref (self->leads);
  g_hash_table_unref (self->set);
  g_clear_pointer (&self->held, g_array_unref);
  G_OBJECT_CLASS (ante_card_selection_parent_class)->finalize (object);
}

static void
ante_card_selection_class_init (AnteCardSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_card_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_CARD_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ante_card_selection_init (AnteCardSelection *self)
{
  self->leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

AnteCardSelection *
ante_card_selection_new (void)
{
  return g_object_new (ANTE_TYPE_CARD_SELECTION, NULL);
}
