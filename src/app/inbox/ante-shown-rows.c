#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-shown-rows.h"

struct _AnteShownRows {
  GtkBox *box;
  GHashTable *by_key;
  GtkWidget *last; /* (nullable): of those that were shown this time */
};

static void
row_free (gpointer data)
{
  AnteShownRow *row = data;

  g_free (row->shown);
  g_free (row);
}

AnteShownRows *
ante_shown_rows_new (GtkBox *box)
{
  AnteShownRows *self = g_new0 (AnteShownRows, 1);

  self->box = box;
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  return self;
}

void
ante_shown_rows_free (AnteShownRows *self)
{
  g_hash_table_unref (self->by_key);
  g_free (self);
}

void
ante_shown_rows_begin (AnteShownRows *self)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    ((AnteShownRow *) row)->kept = FALSE;
  self->last = NULL;
}

static gboolean
drop_gone_cb (gpointer key, gpointer value, gpointer data)
{
  AnteShownRow *row = value;

  if (!row->kept)
    gtk_box_remove (data, row->widget);
  return !row->kept;
}

void
ante_shown_rows_end (AnteShownRows *self)
{
  g_hash_table_foreach_remove (self->by_key, drop_gone_cb, self->box);
}

gboolean
ante_shown_rows_reuse (AnteShownRows *self, const char *key, const char *shown)
{
  AnteShownRow *row = g_hash_table_lookup (self->by_key, key);

  if (row == NULL || !g_str_equal (row->shown, shown))
    return FALSE;
  row->kept = TRUE;
  gtk_box_reorder_child_after (self->box, row->widget, self->last);
  self->last = row->widget;
  return TRUE;
}

AnteShownRow *
ante_shown_rows_put (AnteShownRows *self, const char *key, const char *shown, GtkWidget *widget)
{
  AnteShownRow *old = g_hash_table_lookup (self->by_key, key);
  AnteShownRow *row = g_new0 (AnteShownRow, 1);

  if (old != NULL)
    gtk_box_remove (self->box, old->widget);
  row->widget = widget;
  row->shown = g_strdup (shown);
  row->kept = TRUE;
  gtk_box_insert_child_after (self->box, widget, self->last);
  g_hash_table_insert (self->by_key, g_strdup (key), row);
  self->last = widget;
  return row;
}

AnteShownRow *
ante_shown_rows_find (AnteShownRows *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

void
ante_shown_rows_iterate (AnteShownRows *self, GHashTableIter *iter)
{
  g_hash_table_iter_init (iter, self->by_key);
}
