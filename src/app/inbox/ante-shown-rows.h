#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a box that is shown anew now and then: what shows the same stays, the same widget. */
typedef struct _AnteShownRows AnteShownRows;

/* @shown: what it showed when it was made. @message: row id; 0: it is none. */
typedef struct {
  GtkWidget *widget;
  char *shown;
  gint64 message;
  gboolean kept;
} AnteShownRow;

/* @box: borrowed; it outlives this. */
AnteShownRows *ante_shown_rows_new (GtkBox *box);
void ante_shown_rows_free (AnteShownRows *self);

/* Showing begins: what is neither reused nor put until it ends is dropped then. */
void ante_shown_rows_begin (AnteShownRows *self);
void ante_shown_rows_end (AnteShownRows *self);
/* Puts the row for @key next if it shows the same; FALSE: it has to be made. */
gboolean ante_shown_rows_reuse (AnteShownRows *self, const char *key, const char *shown);
/* Puts @widget next, in the place of what stood for @key. */
AnteShownRow *
ante_shown_rows_put (AnteShownRows *self, const char *key, const char *shown, GtkWidget *widget);

/* (nullable) */
AnteShownRow *ante_shown_rows_find (AnteShownRows *self, const char *key);
/* In no order; AnteShownRow. */
void ante_shown_rows_iterate (AnteShownRows *self, GHashTableIter *iter);

G_END_DECLS
