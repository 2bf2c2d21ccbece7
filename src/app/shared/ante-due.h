#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ANTE_TYPE_DUE (ante_due_get_type ())
G_DECLARE_FINAL_TYPE (AnteDue, ante_due, ANTE, DUE, AdwBin)

/**
 * ante_due_new:
 * @keep: the date that there is, ms, which is chosen first; 0 for none
 * @is_needed: there is no way to choose no date
 *
 * When something is to be done, in days from now.
 */
GtkWidget *ante_due_new (gint64 keep, gboolean is_needed);
/* -1 for no date, 0 for today; leaves the choice where the day is not offered. */
void ante_due_choose (AnteDue *self, int days);
/* What is chosen, as ante_due_choose() takes it; another number below 0 for the date that is kept.
 */
int ante_due_get_days (AnteDue *self);
/* The date chosen, ms; 0 for none. */
gint64 ante_due_get (AnteDue *self, gint64 now);

G_END_DECLS
