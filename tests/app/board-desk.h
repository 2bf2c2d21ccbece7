#pragma once

#include <adwaita.h>

#include "app/board/ante-board-column.h"
#include "app/board/ante-board-page.h"
#include "engine/ante-workspace.h"
#include "store-fixture.h"
#include "widgets.h"

G_BEGIN_DECLS

#define N_LEADS 12

/* A board with so many leads in its first column. */
typedef struct {
  Fixture base; /* its store is the workspace's */
  AnteWorkspace *workspace;
  GtkWidget *page;
  GtkWindow *window;
} Desk;

GtkWidget *desk_find_widget (GtkWidget *root, GType type, const char *label);
AnteBoardColumn *desk_column (Desk *desk, guint n);
guint desk_count (Desk *desk, guint column);
gint64 desk_lead (Desk *desk, guint column, guint position);
gint64 desk_focused (Desk *desk, guint column);
void desk_focus (Desk *desk, guint column, gint64 lead);
GtkWidget *desk_filter (Desk *desk);
void desk_type_filter (Desk *desk, const char *words);
void desk_set_up (Desk *desk, gconstpointer data);
void desk_tear_down (Desk *desk, gconstpointer data);
GtkWidget *desk_scroller (Desk *desk);
GtkAdjustment *desk_sideways (Desk *desk);
void desk_drop (Desk *desk, guint column, gint64 lead);
gboolean desk_announces (Desk *desk, const char *words);
void desk_press (Desk *desk, guint keyval, GdkModifierType state);

G_END_DECLS
