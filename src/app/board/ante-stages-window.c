#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-stages-window.h"

#include "app/board/ante-stage-acts.h"
#include "app/board/ante-stage-row.h"
#include "app/board/ante-stage-settings.h"
#include "app/shared/ante-toast-area.h"
#include "app/shared/ante-toasts.h"
#include "app/shared/ante-undo-below.h"

struct _AnteStagesWindow {
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;

  AnteWorkspace *workspace;
  GCancellable *loading;
  GPtrArray *stages;
  GPtrArray *rows; /* of AnteStageRow, borrowed */
  gint64 moved;    /* the stage that takes the keyboard with it, or 0 */
  guint moved_from;
  AnteStageRowWish wish;
};

G_DEFINE_FINAL_TYPE (AnteStagesWindow, ante_stages_window, ADW_TYPE_WINDOW)

static void
asked_cb (AnteStageRow *row, guint wish, AnteStagesWindow *self)
{
  AnteStage *stage = ante_stage_row_get_stage (row);
  GtkWidget *from = GTK_WIDGET (self->group);
  guint place = 0;

  g_ptr_array_find (self->rows, row, &place);
  self->moved = wish == ANTE_STAGE_ROW_UP || wish == ANTE_STAGE_ROW_DOWN ? stage->id : 0;
  self->moved_from = place;
  self->wish = wish;
  switch ((AnteStageRowWish) wish) {
  case ANTE_STAGE_ROW_UP:
    ante_stage_act_place (from, self->workspace, stage, (int) place - 1);
    break;
  case ANTE_STAGE_ROW_DOWN:
    ante_stage_act_place (from, self->workspace, stage, (int) place + 1);
    break;
  case ANTE_STAGE_ROW_SETTINGS:
    gtk_window_present (GTK_WINDOW (ante_stage_settings_new (from, self->workspace, stage)));
    break;
  case ANTE_STAGE_ROW_HIDE:
    if (stage->hidden)
      ante_stage_act_show (from, self->workspace, stage);
    else
      ante_stage_act_hide (from, self->workspace, stage);
    break;
  default:
    break;
  }
}

static void
add_cb (AnteStagesWindow *self)
{
  if (self->stages != NULL)
    ante_stage_act_add (GTK_WIDGET (self->group), self->workspace,
                        self->stages->pdata[self->stages->len - 1], self->stages);
}

static void
set_rows (AnteStagesWindow *self, guint n)
{
  while (self->rows->len < n) {
    GtkWidget *row = ante_stage_row_new ();

    g_signal_connect_object (row, "asked", G_CALLBACK (asked_cb), self, 0);
    adw_preferences_group_add (self->group, row);
    g_ptr_array_add (self->rows, row);
  }
  while (self->rows->len > n)
    adw_preferences_group_remove (self->group,
                                  g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

/* The keyboard goes with the stage, so that it can be moved on; unless it has gone elsewhere. */
static void
follow_moved (AnteStagesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint place = 0;

  while (place < self->stages->len && ((AnteStage *) self->stages->pdata[place])->id != self->moved)
    place++;
  if (place == self->moved_from)
    return; /* read before the move was written */
  if (place < self->stages->len && self->moved_from < self->rows->len && focus != NULL &&
      gtk_widget_is_ancestor (focus, self->rows->pdata[self->moved_from]))
    ante_stage_row_focus (self->rows->pdata[place], self->wish);
  self->moved = 0;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteStagesWindow *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  GPtrArray *stages = ante_store_list_stages_finish (ANTE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stages == NULL) {
    ante_toast_error (GTK_WIDGET (self->group), error);
    return;
  }
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  set_rows (self, stages->len);
  for (guint i = 0; i < stages->len; i++)
    ante_stage_row_set_stage (self->rows->pdata[i], stages->pdata[i], i, stages->len);
  if (self->moved != 0)
    follow_moved (self);
}

static void
load (AnteStagesWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  ante_store_list_stages_async (ante_workspace_get_store (self->workspace), self->loading,
                                loaded_cb, self);
}

static void
changed_cb (AnteStore *store, guint topics, GArray *lead_ids, AnteStagesWindow *self)
{
  if (topics & ANTE_STORE_STAGES)
    load (self);
}

static void
ante_stages_window_dispose (GObject *object)
{
  AnteStagesWindow *self = ANTE_STAGES_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_stages_window_parent_class)->dispose (object);
}

static void
ante_stages_window_finalize (GObject *object)
{
  g_ptr_array_unref (ANTE_STAGES_WINDOW (object)->rows);
  G_OBJECT_CLASS (ante_stages_window_parent_class)->finalize (object);
}

static void
ante_stages_window_class_init (AnteStagesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_stages_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_stages_window_finalize;
  g_type_ensure (ANTE_TYPE_TOAST_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-stages-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteStagesWindow, group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  ante_undo_below_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_stages_window_init (AnteStagesWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_stages_window_new (GtkWindow *parent, AnteWorkspace *workspace)
{
  AnteStagesWindow *self = g_object_new (ANTE_TYPE_STAGES_WINDOW, "transient-for", parent,
                                         "application", gtk_window_get_application (parent), NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (ante_workspace_get_store (workspace), "changed", G_CALLBACK (changed_cb),
                           self, 0);
  load (self);
  return GTK_WIDGET (self);
}
