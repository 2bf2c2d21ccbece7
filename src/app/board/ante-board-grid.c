#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-board-grid.h"

#include <glib/gi18n.h>

#include "app/board/ante-column-head.h"
#include "app/shared/ante-owner.h"
#include "app/shared/ante-scroll-through.h"
#include "app/shared/ante-words.h"

#define SPACE 12

typedef struct {
  char *key; /* an owner or the nick of a source; NULL for the only one */
  GtkBox *box;
  GtkBox *row; /* of columns */
  GtkLabel *count;
} Lane;

struct _AnteBoardGrid {
  AdwBin parent_instance;

  GtkBox *heads;
  GtkScrolledWindow *scroller;
  GtkBox *lanes;

  AnteWorkspace *workspace;
  AnteBoardLanes kind;
  GStrv keys;
  GPtrArray *all;    /* stages */
  GPtrArray *stages; /* that are shown */
  GPtrArray *rows;   /* of Lane */
  GPtrArray *columns;
  AnteBoardFilterFunc filter_func;
  gpointer filter_data;
  gint64 past_at;
  GHashTable *past; /* stage id -> GArray of lead ids */
};

enum {
  COLUMN_ADDED,
  ROWS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteBoardGrid, ante_board_grid, ADW_TYPE_BIN)

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->key);
  g_free (lane);
}

/* --- which leads --- */

/* Valid as long as the stages and the lane are. */
static AnteLeadFilter
make_filter (AnteBoardGrid *self, const char *key, AnteStage *stage)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  AnteSourceKind source = ANTE_SOURCE_UNKNOWN;

  if (self->filter_func != NULL)
    self->filter_func (&filter, self->filter_data);
  filter.stage_id = stage->id;
  if (self->kind == ANTE_BOARD_LANES_OWNER)
    filter.owner = key;
  if (self->kind == ANTE_BOARD_LANES_SOURCE && ante_source_kind_from_nick (key, &source))
    filter.source = (int) source;
  return filter;
}

static Lane *
find_lane (AnteBoardGrid *self, AnteBoardColumn *column, guint *index)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (column));

  for (guint i = 0; i < self->rows->len; i++) {
    Lane *lane = self->rows->pdata[i];

    if (GTK_WIDGET (lane->row) != row)
      continue;
    if (index != NULL)
      *index = i;
    return lane;
  }
  return NULL;
}

void
ante_board_grid_filter_changed (AnteBoardGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++) {
    AnteBoardColumn *column = self->columns->pdata[i];
    Lane *lane = find_lane (self, column, NULL);
    AnteLeadFilter filter = make_filter (self, lane->key, ante_board_column_get_stage (column));

    ante_lead_model_set_filter (ante_board_column_get_model (column), &filter);
  }
}

/* --- what stands where --- */

static AnteBoardColumn *
find_in_row (GtkBox *row, gint64 stage_id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (row)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (ante_board_column_get_stage (ANTE_BOARD_COLUMN (child))->id == stage_id)
      return ANTE_BOARD_COLUMN (child);
  }
  return NULL;
}

/* How many of the lane, in all its columns. */
static void
count_lane (AnteBoardGrid *self, Lane *lane)
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (lane->row)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += g_list_model_get_n_items (
      G_LIST_MODEL (ante_board_column_get_model (ANTE_BOARD_COLUMN (child))));
  words = g_strdup_printf ("%'u", n);
  gtk_label_set_text (lane->count, words);
}

static void
count_lanes (AnteBoardGrid *self)
{
  for (guint i = 0; self->kind != ANTE_BOARD_LANES_NONE && i < self->rows->len; i++)
    count_lane (self, self->rows->pdata[i]);
}

static AnteLeadModel *
make_model (AnteBoardGrid *self, Lane *lane, AnteStage *stage)
{
  AnteStore *store = ante_workspace_get_store (self->workspace);
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;

  if (self->past_at != 0)
    return ante_lead_model_new_past (store, g_hash_table_lookup (self->past, &stage->id),
                                     self->past_at);
  filter = make_filter (self, lane->key, stage);
  return ante_lead_model_new (store, &filter, ANTE_LEAD_ORDER_BOARD);
}

static GtkWidget *
add_column (AnteBoardGrid *self, Lane *lane, AnteStage *stage)
{
  g_autoptr (AnteLeadModel) model = make_model (self, lane, stage);
  GtkWidget *column = ante_board_column_new (stage, model);

  ante_board_column_set_in_lane (ANTE_BOARD_COLUMN (column), self->kind != ANTE_BOARD_LANES_NONE);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (count_lanes), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (lane->row, column);
  g_signal_emit (self, signals[COLUMN_ADDED], 0, column);
  return column;
}

/* (transfer full): what a head is told of the stage: of the past, how many there were then. */
static AnteStage *
dup_shown (AnteBoardGrid *self, AnteStage *stage)
{
  GArray *leads = NULL;
  AnteStage *shown = NULL;

  if (self->past_at == 0)
    return g_object_ref (stage);
  leads = g_hash_table_lookup (self->past, &stage->id);
  shown = ante_stage_new ();
  shown->id = stage->id;
  shown->key = g_strdup (stage->key);
  shown->name = g_strdup (stage->name);
  shown->role = stage->role;
  shown->stale_days = stage->stale_days;
  shown->n_leads = leads != NULL ? leads->len : 0;
  return shown;
}

/* Columns that stay keep their widgets. */
static void
fill_row (AnteBoardGrid *self, Lane *lane)
{
  GtkWidget *last = NULL;
  GtkWidget *next = NULL;

  for (guint i = 0; i < self->stages->len; i++) {
    g_autoptr (AnteStage) stage = dup_shown (self, self->stages->pdata[i]);
    AnteBoardColumn *found = find_in_row (lane->row, stage->id);
    GtkWidget *column = found != NULL ? GTK_WIDGET (found) : add_column (self, lane, stage);

    if (found != NULL)
      ante_board_column_set_stage (found, stage);
    /* The past cannot be changed. */
    ante_board_column_set_board (ANTE_BOARD_COLUMN (column),
                                 self->past_at == 0 ? self->workspace : NULL, self->all);
    if (gtk_widget_get_prev_sibling (column) != last)
      gtk_box_reorder_child_after (lane->row, column, last);
    last = column;
  }
  while ((next = last != NULL ? gtk_widget_get_next_sibling (last)
                              : gtk_widget_get_first_child (GTK_WIDGET (lane->row))) != NULL)
    gtk_box_remove (lane->row, next);
}

static void
fill_heads (AnteBoardGrid *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->heads));

  gtk_widget_set_visible (GTK_WIDGET (self->heads), self->kind != ANTE_BOARD_LANES_NONE);
  for (guint i = 0; i < self->stages->len; i++) {
    AnteStage *stage = self->stages->pdata[i];

    if (head == NULL) {
      head = ante_column_head_new ();
      gtk_widget_add_css_class (head, "lane-head");
      gtk_box_append (self->heads, head);
    }
    ante_column_head_set_stage (ANTE_COLUMN_HEAD (head), stage);
    ante_column_head_set_board (ANTE_COLUMN_HEAD (head), self->workspace, self->all);
    ante_column_head_set_folded (ANTE_COLUMN_HEAD (head), stage->collapsed);
    head = gtk_widget_get_next_sibling (head);
  }
  while (head != NULL) {
    GtkWidget *next = gtk_widget_get_next_sibling (head);

    gtk_box_remove (self->heads, head);
    head = next;
  }
}

static void
collect_columns (AnteBoardGrid *self)
{
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < self->rows->len; i++) {
    Lane *lane = self->rows->pdata[i];

    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (lane->row)); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_ptr_array_add (self->columns, child);
  }
}

static void
fill (AnteBoardGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, self->rows->pdata[i]);
  fill_heads (self);
  collect_columns (self);
  count_lanes (self);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static char *
name_lane (AnteBoardGrid *self, const char *key)
{
  AnteSourceKind source = ANTE_SOURCE_UNKNOWN;

  if (self->kind == ANTE_BOARD_LANES_OWNER)
    return ante_words_party (key);
  ante_source_kind_from_nick (key, &source);
  return g_strdup (ante_words_source (source));
}

static void
add_lane_title (AnteBoardGrid *self, Lane *lane)
{
  g_autofree char *name = name_lane (self, lane->key);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);

  lane->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (lane->count), "dim-label");
  gtk_widget_add_css_class (title, "lane-title");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (self->kind == ANTE_BOARD_LANES_OWNER)
    ante_owner_mark (label, lane->key);
  gtk_box_append (GTK_BOX (title), label);
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (lane->count));
  gtk_box_append (lane->box, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lane->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static Lane *
lane_new (AnteBoardGrid *self, const char *key)
{
  Lane *lane = g_new0 (Lane, 1);

  lane->key = g_strdup (key);
  lane->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  lane->row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE));
  if (key != NULL)
    add_lane_title (self, lane);
  gtk_widget_set_vexpand (GTK_WIDGET (lane->row), key == NULL);
  gtk_box_append (lane->box, GTK_WIDGET (lane->row));
  gtk_box_append (self->lanes, GTK_WIDGET (lane->box));
  return lane;
}

static void
clear_lanes (AnteBoardGrid *self)
{
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (self->lanes, GTK_WIDGET (((Lane *) self->rows->pdata[i])->box));
  g_ptr_array_set_size (self->rows, 0);
}

static void
make_lanes (AnteBoardGrid *self)
{
  clear_lanes (self);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  self->kind == ANTE_BOARD_LANES_NONE ? GTK_POLICY_NEVER
                                                                      : GTK_POLICY_AUTOMATIC);
  if (self->kind == ANTE_BOARD_LANES_NONE)
    g_ptr_array_add (self->rows, lane_new (self, NULL));
  for (guint i = 0; self->kind != ANTE_BOARD_LANES_NONE && self->keys[i] != NULL; i++)
    g_ptr_array_add (self->rows, lane_new (self, self->keys[i]));
  fill (self);
}

void
ante_board_grid_set_lanes (AnteBoardGrid *self, AnteBoardLanes lanes, GStrv keys)
{
  static char *none[] = { NULL };
  const char *const *wanted = (const char *const *) (keys != NULL ? keys : none);

  if (self->kind == lanes && g_strv_equal ((const char *const *) self->keys, wanted))
    return;
  self->kind = lanes;
  g_strfreev (self->keys);
  self->keys = g_strdupv ((GStrv) wanted);
  make_lanes (self);
}

void
ante_board_grid_set_past (AnteBoardGrid *self, gint64 at, GHashTable *stages)
{
  self->past_at = at;
  g_clear_pointer (&self->past, g_hash_table_unref);
  if (at != 0)
    self->past = g_hash_table_ref (stages);
  self->kind = ANTE_BOARD_LANES_NONE;
  g_strfreev (self->keys);
  self->keys = g_new0 (char *, 1);
  make_lanes (self);
}

gboolean
ante_board_grid_has_lane (AnteBoardGrid *self, const char *key)
{
  return g_strv_contains ((const char *const *) self->keys, key);
}

void
ante_board_grid_set_stages (AnteBoardGrid *self, GPtrArray *stages)
{
  g_ptr_array_ref (stages);
  g_ptr_array_unref (self->all);
  self->all = stages;
  g_ptr_array_set_size (self->stages, 0);
  for (guint i = 0; i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (!stage->hidden)
      g_ptr_array_add (self->stages, g_object_ref (stage));
  }
  fill (self);
}

void
ante_board_grid_set_workspace (AnteBoardGrid *self, AnteWorkspace *workspace)
{
  g_ptr_array_set_size (self->stages, 0);
  g_set_object (&self->workspace, workspace);
  make_lanes (self);
}

void
ante_board_grid_set_filter_func (AnteBoardGrid *self, AnteBoardFilterFunc func, gpointer user_data)
{
  self->filter_func = func;
  self->filter_data = user_data;
}

/* --- asking --- */

void
ante_board_grid_set_now (AnteBoardGrid *self, gint64 now, gboolean human_agent)
{
  for (guint i = 0; i < self->columns->len; i++)
    ante_board_column_set_now (self->columns->pdata[i], now, human_agent);
  for (GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->heads)); head != NULL;
       head = gtk_widget_get_next_sibling (head))
    ante_column_head_set_now (ANTE_COLUMN_HEAD (head), now);
}

GPtrArray *
ante_board_grid_get_columns (AnteBoardGrid *self)
{
  return self->columns;
}

AnteBoardColumn *
ante_board_grid_find (AnteBoardGrid *self, gint64 lead)
{
  for (guint i = 0; lead != 0 && i < self->columns->len; i++) {
    AnteBoardColumn *column = self->columns->pdata[i];

    if (ante_lead_model_find (ante_board_column_get_model (column), lead) != G_MAXUINT)
      return column;
  }
  return NULL;
}

AnteBoardColumn *
ante_board_grid_get_beside (AnteBoardGrid *self, AnteBoardColumn *column, int by)
{
  GtkWidget *beside = GTK_WIDGET (column);

  for (; beside != NULL && by != 0; by += by > 0 ? -1 : 1)
    beside = by > 0 ? gtk_widget_get_next_sibling (beside) : gtk_widget_get_prev_sibling (beside);
  return beside != NULL ? ANTE_BOARD_COLUMN (beside) : NULL;
}

AnteBoardColumn *
ante_board_grid_get_below (AnteBoardGrid *self, AnteBoardColumn *column, int by)
{
  guint index = 0;
  Lane *lane = find_lane (self, column, &index);

  if (lane == NULL || (int) index + by < 0 || index + (guint) by >= self->rows->len)
    return NULL;
  lane = self->rows->pdata[(int) index + by];
  return find_in_row (lane->row, ante_board_column_get_stage (column)->id);
}

const char *
ante_board_grid_get_lane_owner (AnteBoardGrid *self, AnteBoardColumn *column)
{
  Lane *lane = self->kind == ANTE_BOARD_LANES_OWNER ? find_lane (self, column, NULL) : NULL;

  return lane != NULL ? lane->key : NULL;
}

GtkWidget *
ante_board_grid_get_row (AnteBoardGrid *self)
{
  if (self->kind != ANTE_BOARD_LANES_NONE)
    return GTK_WIDGET (self->heads);
  return GTK_WIDGET (((Lane *) self->rows->pdata[0])->row);
}

/* --- being a widget --- */

static void
ante_board_grid_dispose (GObject *object)
{
  AnteBoardGrid *self = ANTE_BOARD_GRID (object);

  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_board_grid_parent_class)->dispose (object);
}

static void
ante_board_grid_finalize (GObject *object)
{
  AnteBoardGrid *self = ANTE_BOARD_GRID (object);

  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_strfreev (self->keys);
  g_clear_pointer (&self->past, g_hash_table_unref);
  G_OBJECT_CLASS (ante_board_grid_parent_class)->finalize (object);
}

static void
ante_board_grid_class_init (AnteBoardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_board_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_board_grid_finalize;
  signals[COLUMN_ADDED] = g_signal_new ("column-added", ANTE_TYPE_BOARD_GRID, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, ANTE_TYPE_BOARD_COLUMN);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", ANTE_TYPE_BOARD_GRID, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-board-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteBoardGrid, heads);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteBoardGrid, lanes);
}

static void
ante_board_grid_init (AnteBoardGrid *self)
{
  self->all = g_ptr_array_new ();
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (lane_free);
  self->columns = g_ptr_array_new ();
  self->keys = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  ante_scroll_through (self->scroller);
  make_lanes (self);
}
