#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-merge-popover.h"

#include <glib/gi18n.h>

#include "app/shared/ante-lead-acts.h"
#include "app/shared/ante-list-popup.h"
#include "rules/ante-text.h"
#include "store/ante-store-leads.h"

#define MOST_ROWS 8
#define HIGHEST 300

struct _AnteMergePopover {
  GtkPopover parent_instance;

  GtkLabel *question;
  GtkEditable *entry;
  GtkListBox *rows;
  GtkScrolledWindow *scroller;
  GtkLabel *hint;

  GtkWidget *from;
  AnteWorkspace *workspace;
  AnteLead *lead;
  GPtrArray *found; /* of AnteLead, one a row */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AnteMergePopover, ante_merge_popover, GTK_TYPE_POPOVER)

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (dim) {
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dim-label");
  }
  return label;
}

static GtkWidget *
make_row (AnteLead *lead)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *handle = g_strconcat ("@", lead->handle, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, handle);

  gtk_box_append (GTK_BOX (box), make_label (name, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (handle, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE); /* the keyboard stays in the entry */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
show_hint (AnteMergePopover *self, const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (self->hint), words != NULL);
  gtk_label_set_text (self->hint, words != NULL ? words : "");
}

static void
show_found (AnteMergePopover *self)
{
  gboolean typed = *gtk_editable_get_text (self->entry) != '\0';
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->rows, make_row (self->found->pdata[i]));
  ante_list_popup_select (self->scroller, self->rows,
                          gtk_list_box_get_row_at_index (self->rows, 0));
  ante_list_popup_fit (self->scroller, self->rows, HIGHEST);
  show_hint (self, self->found->len > 0 ? NULL
                   : typed              ? _ ("Nobody else is called so")
                                        : _ ("Type some letters of the name or the handle"));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AnteMergePopover *self = user_data; /* alive unless cancelled: dispose cancels */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (GArray) ids =
    ante_store_list_leads_finish (ANTE_STORE (source), result, &leads, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; ids != NULL && leads != NULL && i < leads->len; i++) {
    AnteLead *lead = leads->pdata[i];

    if (lead->id != self->lead->id && self->found->len < MOST_ROWS)
      g_ptr_array_add (self->found, g_object_ref (lead));
  }
  show_found (self);
  if (error != NULL)
    show_hint (self, _ ("The people could not be read. Type again"));
}

/* Before anything is typed: those of the same name, since that is how one comes to think of it. */
static void
find (AnteMergePopover *self)
{
  AnteLeadFilter filter = ANTE_LEAD_FILTER_ALL;
  const char *typed = gtk_editable_get_text (self->entry);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  filter.query = *typed == '@' ? typed + 1 : typed;
  if (*filter.query == '\0')
    filter.query = self->lead->name != NULL ? self->lead->name : "";
  filter.names = TRUE;
  filter.at_most = MOST_ROWS + 1;
  if (*filter.query != '\0') {
    ante_store_list_leads_async (ante_workspace_get_store (self->workspace), &filter,
                                 ANTE_LEAD_ORDER_NEWEST, MOST_ROWS + 1, self->cancellable, found_cb,
                                 self);
    return;
  }
  g_ptr_array_set_size (self->found, 0);
  show_found (self);
}

static void
typed_cb (AnteMergePopover *self)
{
  find (self);
}

static void
row_cb (AnteMergePopover *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (index >= self->found->len)
    return;
  ante_lead_act_merge (self->from, self->workspace, self->lead, self->found->pdata[index]);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
enter_cb (AnteMergePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row != NULL)
    row_cb (self, row);
}

/* The arrows move the mark; the keyboard stays in the text. */
static gboolean
key_cb (AnteMergePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = NULL;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;
  if (keyval == GDK_KEY_Down || index > 0)
    next = gtk_list_box_get_row_at_index (self->rows, index + (keyval == GDK_KEY_Down ? 1 : -1));
  if (next != NULL)
    ante_list_popup_select (self->scroller, self->rows, next);
  return TRUE;
}

static void
ante_merge_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ante_merge_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (ANTE_MERGE_POPOVER (widget)->entry));
}

static void
ante_merge_popover_dispose (GObject *object)
{
  AnteMergePopover *self = ANTE_MERGE_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->from);
  g_clear_object (&self->workspace);
  g_clear_object (&self->lead);
  G_OBJECT_CLASS (ante_merge_popover_parent_class)->dispose (object);
}

static void
ante_merge_popover_finalize (GObject *object)
{
  AnteMergePopover *self = ANTE_MERGE_POPOVER (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->found);
  G_OBJECT_CLASS (ante_merge_popover_parent_class)->finalize (object);
}

static void
ante_merge_popover_class_init (AnteMergePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_merge_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_merge_popover_finalize;
  widget_class->map = ante_merge_popover_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/shared/ante-merge-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteMergePopover, question);
  gtk_widget_class_bind_template_child (widget_class, AnteMergePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, AnteMergePopover, rows);
  gtk_widget_class_bind_template_child (widget_class, AnteMergePopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, AnteMergePopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_merge_popover_init (AnteMergePopover *self)
{
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_merge_popover_new (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead)
{
  AnteMergePopover *self = g_object_new (ANTE_TYPE_MERGE_POPOVER, NULL);
  g_autofree char *name = ante_text_isolate (ante_lead_get_title (lead));
  g_autofree char *question =
    g_strdup_printf (_ ("Who is the same person as %s? All of them comes here, and both "
                        "conversations go on."),
                     name);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->lead = g_object_ref (lead);
  gtk_label_set_text (self->question, question);
  find (self);
  return GTK_WIDGET (self);
}
