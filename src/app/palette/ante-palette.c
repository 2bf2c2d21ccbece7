#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/palette/ante-palette.h"

#include <glib/gi18n.h>

#include "app/palette/ante-palette-commands.h"
#include "app/palette/ante-palette-model.h"
#include "app/palette/ante-palette-row.h"
#include "engine/ante-advice.h"

#define WIDTH 560
#define HEIGHT 460
#define MARGIN 24
#define PAGE 8

struct _AntePalette {
  GtkPopover parent_instance;

  GtkWidget *box;
  GtkEditable *entry;
  GtkStack *stack;
  GtkListBox *list;
  GtkAdjustment *scroll;
  GtkLabel *note;
  GtkLabel *place;
  GtkWidget *probe;

  GtkWindow *window; /* borrowed: it is our parent */
  AntePaletteModel *model;
  GtkWidget *before; /* weak: what had the keyboard */
  gboolean run_first;
};

G_DEFINE_FINAL_TYPE (AntePalette, ante_palette, GTK_TYPE_POPOVER)

static AntePaletteRow *
get_row (AntePalette *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  return row != NULL ? ANTE_PALETTE_ROW (row) : NULL;
}

/* --- the row that Enter runs --- */

/* With what stands over it, so that the first of a section shows its heading. */
static void
scroll_to (AntePalette *self, GtkListBoxRow *row)
{
  GtkWidget *header = gtk_list_box_row_get_header (row);
  GtkWidget *top = header != NULL ? header : GTK_WIDGET (row);
  graphene_rect_t first;
  graphene_rect_t last;

  if (gtk_widget_compute_bounds (top, GTK_WIDGET (self->list), &first) &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &last))
    gtk_adjustment_clamp_page (self->scroll, first.origin.y, last.origin.y + last.size.height);
}

/* A screen reader, whose keyboard is in the entry, reads the label when it changes. */
static void
say_place (AntePalette *self)
{
  guint n = g_list_model_get_n_items (ante_palette_model_get_entries (self->model));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  g_autofree char *heard = NULL;

  if (row == NULL) {
    gtk_label_set_text (self->place, "");
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, "",
                                    -1);
    return;
  }
  /* Translators: which one is chosen, and how many there are. */
  place = g_strdup_printf (_ ("%d of %u"), gtk_list_box_row_get_index (row) + 1, n);
  words = ante_palette_row_dup_words (ANTE_PALETTE_ROW (row));
  heard = g_strdup_printf ("%s, %s", words, place);
  gtk_label_set_text (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heard, -1);
}

static void
move_selection (AntePalette *self, int by)
{
  int n = (int) g_list_model_get_n_items (ante_palette_model_get_entries (self->model));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int position = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  if (n == 0)
    return;
  row = GTK_LIST_BOX_ROW (get_row (self, CLAMP (position, 0, n - 1)));
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

/* --- running --- */

static void
run (AntePalette *self, AntePaletteRow *row)
{
  g_autoptr (AntePaletteEntry) entry = g_object_ref (ante_palette_row_get_entry (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  ante_palette_entry_run (entry, GTK_WIDGET (self->window));
}

static void
activated_cb (AntePalette *self, GtkListBoxRow *row)
{
  run (self, ANTE_PALETTE_ROW (row));
}

/* Enter runs a find of the words that stand there, also when it comes before the find. */
static void
entered_cb (AntePalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    run (self, ANTE_PALETTE_ROW (row));
  else
    self->run_first = ante_palette_model_is_pending (self->model);
}

/* --- what is found --- */

static void
show_note (AntePalette *self)
{
  const GError *error = ante_palette_model_get_error (self->model);

  if (error != NULL) {
    AnteAdvice advice = ante_advice_for_error (error);
    g_autofree char *words =
      g_strdup_printf (_ ("No leads: %s. %s"), _ (advice.title), _ (advice.body));

    gtk_label_set_text (self->note, words);
  } else if (ante_palette_model_is_cut (self->model)) {
    gtk_label_set_text (self->note, _ ("The newest 20 leads. One more letter finds fewer."));
  } else {
    gtk_label_set_text (self->note, "");
  }
}

static void
changed_cb (AntePalette *self)
{
  guint n = g_list_model_get_n_items (ante_palette_model_get_entries (self->model));
  gboolean pending = ante_palette_model_is_pending (self->model);

  gtk_stack_set_visible_child_name (self->stack, n > 0 || pending ? "list" : "none");
  show_note (self);
  if (n > 0 && gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, 0)));
  say_place (self);
  if (self->run_first && !pending && n > 0)
    run (self, get_row (self, 0));
}

static void
typed_cb (AntePalette *self)
{
  self->run_first = FALSE;
  ante_palette_model_set_query (self->model, gtk_editable_get_text (self->entry));
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, 0)));
  gtk_adjustment_set_value (self->scroll, 0);
}

static void
close_cb (AntePalette *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  AntePalette *self = user_data;
  AntePaletteEntry *entry = item;

  return ante_palette_row_new (entry, entry->actions == NULL ||
                                        ante_palette_model_is_searching (self->model));
}

static const char *
get_heading (AntePalette *self, GtkListBoxRow *row)
{
  return ante_palette_model_get_heading (self->model,
                                         ante_palette_row_get_entry (ANTE_PALETTE_ROW (row)));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AntePalette *self = user_data;
  const char *heading = get_heading (self, row);
  GtkWidget *label = NULL;

  if (before != NULL && g_str_equal (heading, get_heading (self, before))) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

/* --- keys --- */

static gboolean
do_key (AntePalette *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    move_selection (self, 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    move_selection (self, -1);
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    move_selection (self, PAGE);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    move_selection (self, -PAGE);
    return TRUE;
  case GDK_KEY_Tab:
    return TRUE; /* there is nowhere else to go */
  default:
    return FALSE;
  }
}

/* What the window does at that key; a sign that is typed with Shift is named without it. */
static char *
find_action (AntePalette *self, guint keyval, GdkModifierType state)
{
  GtkApplication *application = gtk_window_get_application (self->window);
  gboolean is_sign = gdk_keyval_is_lower (keyval) && gdk_keyval_is_upper (keyval);
  GdkModifierType held = is_sign ? state & ~GDK_SHIFT_MASK : state;
  g_autofree char *accel = gtk_accelerator_name (gdk_keyval_to_lower (keyval), held);
  g_auto (GStrv) actions = NULL;

  if (application == NULL)
    return NULL;
  actions = gtk_application_get_actions_for_accel (application, accel);
  return g_strdup (actions[0]);
}

/* A key of the window does here what it does there, and the palette is out of its way: GTK keeps it
 * from the window while a popover is open. What is typed has an undo of its own. */
static gboolean
do_as_window (AntePalette *self, guint keyval, GdkModifierType state)
{
  g_autofree char *detailed = find_action (self, keyval, state);
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (detailed == NULL || g_str_equal (detailed, "win.undo") || g_str_equal (detailed, "win.redo"))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (!g_str_equal (detailed, "win.palette") &&
      g_action_parse_detailed_name (detailed, &action, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, target);
  return TRUE;
}

static gboolean
key_cb (AntePalette *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  return (held == 0 && do_key (self, keyval)) || do_as_window (self, keyval, held);
}

/* --- showing --- */

static void
closed_cb (AntePalette *self)
{
  GtkWidget *before = self->before;

  self->run_first = FALSE;
  if (before != NULL && !gtk_widget_get_mapped (before))
    before = NULL;
  /* What stands in a text would be selected, and the next letter replace it. */
  if (GTK_IS_TEXT (before))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (before));
  else
    gtk_window_set_focus (self->window, before);
  g_clear_weak_pointer (&self->before);
}

/* In the middle of the window's width, and rather high in it. */
static void
place_over_window (AntePalette *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->window));
  int height = gtk_widget_get_height (GTK_WIDGET (self->window));
  int own_height = MIN (HEIGHT, height - 4 * MARGIN);
  GdkRectangle at = { width / 2, (height - own_height) / 4, 1, 1 };

  gtk_widget_set_size_request (self->box, MIN (WIDTH, width - 2 * MARGIN), own_height);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
}

void
ante_palette_close (AntePalette *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
  ante_palette_model_begin (self->model, g_ptr_array_new_with_free_func (g_object_unref), NULL);
}

void
ante_palette_begin (AntePalette *self,
                    const AntePlace *place,
                    GtkWidget *page,
                    AnteLeadActions *lead,
                    AnteStore *store)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self))) {
    gtk_popover_popdown (GTK_POPOVER (self));
    return;
  }
  g_set_weak_pointer (&self->before, gtk_window_get_focus (self->window));
  gtk_editable_set_text (self->entry, "");
  ante_palette_model_begin (self->model, ante_palette_commands (self->probe, place, page, lead),
                            store);
  gtk_adjustment_set_value (self->scroll, 0);
  place_over_window (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
ante_palette_dispose (GObject *object)
{
  AntePalette *self = ANTE_PALETTE (object);

  g_clear_weak_pointer (&self->before);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ante_palette_parent_class)->dispose (object);
}

static void
ante_palette_class_init (AntePaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_palette_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/palette/ante-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, AntePalette, box);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, entry);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, stack);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, list);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, scroll);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, note);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, place);
  gtk_widget_class_bind_template_child (widget_class, AntePalette, probe);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, say_place);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
ante_palette_init (AntePalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = ante_palette_model_new ();
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_list_box_bind_model (self->list, ante_palette_model_get_entries (self->model), make_row, self,
                           NULL);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (changed_cb), self);
}

AntePalette *
ante_palette_new (GtkWindow *window)
{
  AntePalette *self = g_object_new (ANTE_TYPE_PALETTE, NULL);

  self->window = window;
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (window));
  return self;
}
