#pragma once

#include <adwaita.h>

#include "engine/ante-view-commands.h"
#include "store/ante-store-views.h"

G_BEGIN_DECLS

/* Each asks over the window that @from is in, and does what it was told; what fails is said there.
 */

/* The view is kept, under @id. */
typedef void (*AnteViewSavedFunc) (GtkWidget *from, gint64 id);

/* @filter: what it asks for; see AnteView. */
void ante_view_dialog_save (GtkWidget *from,
                            AnteWorkspace *workspace,
                            AnteViewKind kind,
                            const char *filter,
                            AnteViewSavedFunc saved);
void ante_view_dialog_rename (GtkWidget *from,
                              AnteWorkspace *workspace,
                              AnteViewKind kind,
                              const AnteView *view);
void ante_view_dialog_delete (GtkWidget *from,
                              AnteWorkspace *workspace,
                              AnteViewKind kind,
                              const AnteView *view);

G_END_DECLS
