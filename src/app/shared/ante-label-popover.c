#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-label-popover.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/shared/ante-label-chips.h"
#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-list-popup.h"
#include "rules/ante-label.h"
#include "rules/ante-text.h"
#include "store/ante-store-labels.h"
#include "store/ante-store-leads.h"

/* As many as anybody looks through; the rest is found by its letters. */
#define MOST_ROWS 60
#define HIGHEST 300

/* One label, as far as it concerns the leads in hand. */
typedef struct {
  char *name;
  char *colour;
  guint n_leads; /* that have it */
} Mark;

struct _AnteLabelPopover {
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkListBox *rows;
  GtkScrolledWindow *scroller;
  GtkWidget *hint;

  GtkWidget *from;
  AnteWorkspace *workspace;
  GPtrArray *leads;
  GPtrArray *marks;
  GPtrArray *shown; /* of the marks, one a row; not owned */
  gboolean is_read; /* else what is typed may be a label already */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteLabelPopover, ante_label_popover, GTK_TYPE_POPOVER)

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->name);
  g_free (mark->colour);
  g_free (mark);
}

static Mark *
find_mark (AnteLabelPopover *self, const char *name)
{
  for (guint i = 0; i < self->marks->len; i++) {
    Mark *mark = self->marks->pdata[i];

    if (ante_label_is_same (mark->name, name))
      return mark;
  }
  return NULL;
}

static Mark *
add_mark (AnteLabelPopover *self, const char *name, const char *colour)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->name = g_strdup (name);
  mark->colour = g_strdup (colour);
  for (guint i = 0; i < self->leads->len; i++)
    mark->n_leads += ante_lead_has_label (self->leads->pdata[i], name) ? 1 : 0;
  g_ptr_array_add (self->marks, mark);
  return mark;
}

/* --- rows ----------------------------------------------------------------------------------- */

static gboolean
matches (const Mark *mark, const char *folded)
{
  g_autofree char *name = g_utf8_casefold (mark->name, -1);

  return strstr (name, folded) != NULL;
}

static GtkWidget *
make_row (AnteLabelPopover *self, const Mark *mark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *chip = ante_label_chip_new (mark->name, mark->colour);
  gboolean all = mark->n_leads == self->leads->len;
  g_autofree char *spoken = g_strdup_printf (all                 ? _ ("%s, ticked")
                                             : mark->n_leads > 0 ? _ ("%s, ticked for some")
                                                                 : _ ("%s, not ticked"),
                                             mark->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), all);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), !all && mark->n_leads > 0);
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name,
                                  -1);
  gtk_label_set_max_width_chars (GTK_LABEL (chip), ANTE_LABEL_MAX_CHARS);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static GtkWidget *
make_new_row (const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *isolated = ante_text_isolate (name);
  g_autofree char *words = g_strdup_printf (_ ("Create “%s”"), isolated);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ANTE_LABEL_MAX_CHARS);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
add_rows (AnteLabelPopover *self, const char *name)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : g_strdup ("");
  Mark *same = name != NULL ? find_mark (self, name) : NULL;

  /* What was typed whole comes first, for Enter. */
  if (same != NULL)
    g_ptr_array_add (self->shown, same);
  for (guint i = 0; i < self->marks->len && self->shown->len < MOST_ROWS; i++) {
    if (self->marks->pdata[i] != same && matches (self->marks->pdata[i], folded))
      g_ptr_array_add (self->shown, self->marks->pdata[i]);
  }
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (self->rows, make_row (self, self->shown->pdata[i]));
  if (name != NULL && same == NULL && self->is_read)
    gtk_list_box_append (self->rows, make_new_row (name));
}

static void
refresh (AnteLabelPopover *self, int select)
{
  g_autofree char *name = ante_label_clean (gtk_editable_get_text (self->entry));
  GtkWidget *child = NULL;
  GtkListBoxRow *row = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  g_ptr_array_set_size (self->shown, 0);
  add_rows (self, name);

  row = gtk_list_box_get_row_at_index (self->rows, select);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->rows, 0);
  ante_list_popup_select (self->scroller, self->rows, row);
  gtk_widget_set_visible (self->hint, row == NULL && self->is_read);
  ante_list_popup_fit (self->scroller, self->rows, HIGHEST);
}

static void
typed_cb (AnteLabelPopover *self)
{
  refresh (self, 0);
}

/* --- what is chosen ------------------------------------------------------------------------- */

static void load (gpointer data);

static void
act (AnteLabelPopover *self, const char *name, gboolean add)
{
  ante_lead_act_label (self->from, self->workspace, self->leads, name, add, self->cancellable, load,
                       self);
}

static void
row_cb (AnteLabelPopover *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *name = ante_label_clean (gtk_editable_get_text (self->entry));
  Mark *mark = index < self->shown->len ? self->shown->pdata[index] : NULL;

  if (mark == NULL && name != NULL)
    mark = add_mark (self, name, "");
  if (mark == NULL)
    return;
  mark->n_leads = mark->n_leads < self->leads->len ? self->leads->len : 0;
  act (self, mark->name, mark->n_leads > 0);
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, ""); /* for the next one */
  else
    refresh (self, (int) index);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
enter_cb (AnteLabelPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row != NULL)
    row_cb (self, row);
}

/* The arrows move the mark; the keyboard stays in the text. */
static gboolean
key_cb (AnteLabelPopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = NULL;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;
  next = gtk_list_box_get_row_at_index (self->rows, index + (keyval == GDK_KEY_Down ? 1 : -1));
  if (next != NULL && (keyval == GDK_KEY_Down || index > 0))
    ante_list_popup_select (self->scroller, self->rows, next);
  return TRUE;
}

/* --- reading -------------------------------------------------------------------------------- */

static void
labels_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLabelPopover *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GPtrArray) labels = ante_store_list_labels_finish (ANTE_STORE (source), result, NULL);
  GtkListBoxRow *row = NULL;

  if (labels == NULL)
    return;
  self->is_read = TRUE;
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->marks, 0);
  for (guint i = 0; i < labels->len; i++) {
    const AnteLabel *label = labels->pdata[i];
    Mark *mark = find_mark (self, label->name);

    if (mark == NULL) {
      add_mark (self, label->name, label->colour);
      continue;
    }
    g_free (mark->colour);
    mark->colour = g_strdup (label->colour);
  }
  row = gtk_list_box_get_selected_row (self->rows);
  refresh (self, row != NULL ? gtk_list_box_row_get_index (row) : 0);
}

static void
leads_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteLabelPopover *self = user_data;
  g_autoptr (GPtrArray) leads = ante_store_get_leads_finish (ANTE_STORE (source), result, NULL);

  if (leads == NULL)
    return;
  if (leads->len == self->leads->len) {
    g_ptr_array_unref (self->leads);
    self->leads = g_ptr_array_ref (leads);
  }
  ante_store_list_labels_async (ANTE_STORE (source), self->cancellable, labels_cb, self);
}

/* What is true by now: a view's snapshots may be older than the last act. */
static void
load (gpointer data)
{
  AnteLabelPopover *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->leads->len; i++)
    g_array_append_val (ids, ((AnteLead *) self->leads->pdata[i])->id);
  ante_store_get_leads_async (ante_workspace_get_store (self->workspace),
                              (const gint64 *) (const void *) ids->data, ids->len,
                              self->cancellable, leads_cb, self);
}

static void
ante_label_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ante_label_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (ANTE_LABEL_POPOVER (widget)->entry));
}

static void
ante_label_popover_dispose (GObject *object)
{
  AnteLabelPopover *self = ANTE_LABEL_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->from);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_label_popover_parent_class)->dispose (object);
}

static void
ante_label_popover_finalize (GObject *object)
{
  AnteLabelPopover *self = ANTE_LABEL_POPOVER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->marks);
  G_OBJECT_CLASS (ante_label_popover_parent_class)->finalize (object);
}

static void
ante_label_popover_class_init (AnteLabelPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_label_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_label_popover_finalize;
  widget_class->map = ante_label_popover_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/shared/ante-label-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteLabelPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, AnteLabelPopover, rows);
  gtk_widget_class_bind_template_child (widget_class, AnteLabelPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteLabelPopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_label_popover_init (AnteLabelPopover *self)
{
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->shown = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_label_popover_new (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads)
{
  AnteLabelPopover *self = g_object_new (ANTE_TYPE_LABEL_POPOVER, NULL);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->leads = g_ptr_array_ref (leads);
  load (self);
  return GTK_WIDGET (self);
}
