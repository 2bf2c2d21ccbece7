#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-split-button.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "model/ante-stage.h"

/* One of them. */
typedef struct {
  char *name;
  char *owner;
  AnteLeadFilter filter;
  gboolean heads_group;
} Split;

struct _AnteSplitButton {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *name;
  GtkLabel *count;
  GtkPopover *popover;
  GtkListBox *rows;

  AnteWorkspace *workspace;
  GPtrArray *splits;      /* one a row */
  GPtrArray *next_splits; /* those that are being counted */
  Split *chosen;
  GPtrArray *stages;
  guint n;
  GCancellable *cancellable;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteSplitButton, ante_split_button, ADW_TYPE_BIN)

static Split *
split_new (const char *name, const char *owner)
{
  Split *split = g_new0 (Split, 1);

  split->name = g_strdup (name);
  split->owner = g_strdup (owner);
  split->filter = (AnteLeadFilter) ANTE_LEAD_FILTER_ALL;
  split->filter.owner = split->owner;
  split->filter.sleep = ANTE_LEAD_SLEEP_AWAKE;
  return split;
}

static void
split_free (gpointer data)
{
  Split *split = data;

  g_free (split->name);
  g_free (split->owner);
  g_free (split);
}

static Split *
split_copy (const Split *split)
{
  Split *copy = split_new (split->name, split->owner);

  copy->filter = split->filter;
  copy->filter.owner = copy->owner;
  return copy;
}

static Split *
ownerless_new (void)
{
  Split *split = split_new (_ ("No owner"), ANTE_PARTY_NONE);

  split->filter.sleep = ANTE_LEAD_SLEEP_ANY; /* as they are counted in the sidebar */
  split->filter.live = TRUE;
  return split;
}

static Split *
stepless_new (void)
{
  Split *split = split_new (_ ("No next step"), NULL);

  split->filter.sleep = ANTE_LEAD_SLEEP_ANY;
  split->filter.no_next_step = TRUE;
  return split;
}

static Split *
sourceless_new (void)
{
  Split *split = split_new (_ ("No source"), NULL);

  split->filter.sleep = ANTE_LEAD_SLEEP_ANY;
  split->filter.live = TRUE;
  split->filter.source = ANTE_SOURCE_UNKNOWN;
  return split;
}

static Split *
snoozed_new (void)
{
  Split *split = split_new (_ ("Snoozed"), NULL);

  split->filter.sleep = ANTE_LEAD_SLEEP_SNOOZED;
  split->heads_group = TRUE;
  return split;
}

static Split *
no_leads_new (void)
{
  Split *split = split_new (_ ("Not leads"), NULL);

  split->filter.sleep = ANTE_LEAD_SLEEP_ANY;
  split->filter.not_a_lead = TRUE;
  return split;
}

static gboolean
is_same (const Split *a, const Split *b)
{
  return ante_lead_filter_equal (&a->filter, &b->filter);
}

static void
show_chosen (AnteSplitButton *self)
{
  g_autofree char *count = g_strdup_printf ("%u", self->n);
  /* Translators: what the list of conversations shows, and how many that are. */
  g_autofree char *words = g_strdup_printf (_ ("Showing: %s, %u"), self->chosen->name, self->n);

  gtk_label_set_text (self->name, self->chosen->name);
  gtk_label_set_text (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* Takes @split. */
static void
choose (AnteSplitButton *self, Split *split)
{
  gboolean other = !is_same (self->chosen, split);

  split_free (self->chosen);
  self->chosen = split;
  show_chosen (self);
  if (other)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the popover ---------------------------------------------------------------------------- */

static GPtrArray *
make_splits (GPtrArray *stages, GStrv setters)
{
  GPtrArray *splits = g_ptr_array_new_with_free_func (split_free);
  Split *owes = split_new (_ ("Owes a reply"), NULL);
  Split *unread = split_new (_ ("Unread"), NULL);

  owes->filter.owes_reply = TRUE;
  unread->filter.unread = TRUE;
  g_ptr_array_add (splits, split_new (_ ("All"), NULL));
  g_ptr_array_add (splits, owes);
  g_ptr_array_add (splits, unread);
  g_ptr_array_add (splits, stepless_new ());
  g_ptr_array_add (splits, sourceless_new ());

  g_ptr_array_add (splits, split_new (_ ("Mine"), ANTE_PARTY_COACH));
  ((Split *) splits->pdata[splits->len - 1])->heads_group = TRUE;
  if (setters != NULL && g_strv_length (setters) > 1)
    g_ptr_array_add (splits, split_new (_ ("Any setter"), ANTE_PARTY_SETTER_PREFIX));
  for (guint i = 0; setters != NULL && setters[i] != NULL; i++) {
    g_autofree char *name = ante_words_party (setters[i]);

    g_ptr_array_add (splits, split_new (name, setters[i]));
  }
  g_ptr_array_add (splits, ownerless_new ());

  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];
    Split *split = split_new (stage->name, NULL);

    split->filter.stage_id = stage->id;
    split->heads_group = i == 0;
    g_ptr_array_add (splits, split);
  }
  g_ptr_array_add (splits, snoozed_new ());
  g_ptr_array_add (splits, no_leads_new ());
  return splits;
}

static GtkWidget *
make_row (const Split *split, guint n, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *name = gtk_label_new (split->name);
  g_autofree char *words = g_strdup_printf ("%u", n);
  GtkWidget *count = gtk_label_new (words);
  g_autofree char *spoken = g_strdup_printf ("%s, %u", split->name, n);

  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 28);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
head_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AnteSplitButton *self = user_data;
  guint index = (guint) gtk_list_box_row_get_index (row);
  const Split *split = NULL;

  /* Asked for as rows go, too, when the splits have gone before them. */
  if (self->splits == NULL || index >= self->splits->len)
    return;
  split = self->splits->pdata[index];
  gtk_list_box_row_set_header (
    row, split->heads_group ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteSplitButton *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GArray) counts = ante_store_count_leads_finish (ANTE_STORE (source), result, NULL);
  GtkWidget *child = NULL;

  if (counts == NULL)
    return;
  g_clear_pointer (&self->splits, g_ptr_array_unref);
  self->splits = g_steal_pointer (&self->next_splits);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < self->splits->len; i++) {
    const Split *split = self->splits->pdata[i];
    gboolean chosen = is_same (split, self->chosen);
    GtkWidget *row = make_row (split, g_array_index (counts, guint, i), chosen);

    gtk_list_box_append (self->rows, row);
    if (chosen && gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
      gtk_widget_grab_focus (row);
  }
  gtk_list_box_invalidate_headers (self->rows);
}

static void
setters_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteSplitButton *self = user_data;
  g_auto (GStrv) setters = ante_store_list_setters_finish (ANTE_STORE (source), result, NULL);
  g_autofree AnteLeadFilter *filters = NULL;

  if (setters == NULL)
    return;
  g_clear_pointer (&self->next_splits, g_ptr_array_unref);
  self->next_splits = make_splits (self->stages, setters);
  filters = g_new0 (AnteLeadFilter, self->next_splits->len);
  for (guint i = 0; i < self->next_splits->len; i++) {
    filters[i] = ((Split *) self->next_splits->pdata[i])->filter;
    filters[i].moment.now = ante_workspace_now (self->workspace);
  }
  ante_store_count_leads_async (ANTE_STORE (source), filters, self->next_splits->len,
                                self->cancellable, counted_cb, self);
}

static void
stages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteSplitButton *self = user_data;
  GPtrArray *stages = ante_store_list_stages_finish (ANTE_STORE (source), result, NULL);

  if (stages == NULL)
    return;
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  ante_store_list_setters_async (ANTE_STORE (source), self->cancellable, setters_cb, self);
}

static void
stop_counting (AnteSplitButton *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
count_cb (AnteSplitButton *self)
{
  stop_counting (self);
  if (self->workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ante_store_list_stages_async (ante_workspace_get_store (self->workspace), self->cancellable,
                                stages_cb, self);
}

static void
row_cb (AnteSplitButton *self, GtkListBoxRow *row)
{
  const Split *split = self->splits->pdata[gtk_list_box_row_get_index (row)];

  gtk_popover_popdown (self->popover);
  choose (self, split_copy (split));
}

/* --- the button ----------------------------------------------------------------------------- */

void
ante_split_button_set_workspace (AnteSplitButton *self, AnteWorkspace *workspace)
{
  stop_counting (self);
  g_set_object (&self->workspace, workspace);
  ante_split_button_choose_all (self);
}

gboolean
ante_split_button_get_filter (AnteSplitButton *self, AnteLeadFilter *filter)
{
  const char *query = filter->query;
  Split all = { .filter = ANTE_LEAD_FILTER_ALL };

  all.filter.sleep = ANTE_LEAD_SLEEP_AWAKE;
  *filter = self->chosen->filter;
  filter->query = query;
  if (self->workspace != NULL)
    filter->moment.now = ante_workspace_now (self->workspace);
  return !is_same (self->chosen, &all);
}

void
ante_split_button_choose_all (AnteSplitButton *self)
{
  choose (self, split_new (_ ("All"), NULL));
}

void
ante_split_button_choose_lacking (AnteSplitButton *self, const char *what)
{
  if (g_str_equal (what, "owner"))
    choose (self, ownerless_new ());
  else if (g_str_equal (what, "step"))
    choose (self, stepless_new ());
  else
    choose (self, sourceless_new ());
}

void
ante_split_button_set_count (AnteSplitButton *self, guint count)
{
  if (self->n == count)
    return;
  self->n = count;
  show_chosen (self);
}

static void
ante_split_button_dispose (GObject *object)
{
  AnteSplitButton *self = ANTE_SPLIT_BUTTON (object);

  stop_counting (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->splits, g_ptr_array_unref);
  g_clear_pointer (&self->next_splits, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_split_button_parent_class)->dispose (object);
}

static void
ante_split_button_finalize (GObject *object)
{
  split_free (ANTE_SPLIT_BUTTON (object)->chosen);
  G_OBJECT_CLASS (ante_split_button_parent_class)->finalize (object);
}

static void
ante_split_button_class_init (AnteSplitButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_split_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_split_button_finalize;
  signals[CHANGED] = g_signal_new ("changed", ANTE_TYPE_SPLIT_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-split-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteSplitButton, button);
  gtk_widget_class_bind_template_child (widget_class, AnteSplitButton, name);
  gtk_widget_class_bind_template_child (widget_class, AnteSplitButton, count);
  gtk_widget_class_bind_template_child (widget_class, AnteSplitButton, popover);
  gtk_widget_class_bind_template_child (widget_class, AnteSplitButton, rows);
  gtk_widget_class_bind_template_callback (widget_class, count_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
}

static void
ante_split_button_init (AnteSplitButton *self)
{
  self->chosen = split_new (_ ("All"), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->rows, head_cb, self, NULL);
  show_chosen (self);
}

GtkWidget *
ante_split_button_new (void)
{
  return g_object_new (ANTE_TYPE_SPLIT_BUTTON, NULL);
}
