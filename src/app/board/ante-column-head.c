#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-column-head.h"

#include <glib/gi18n.h>

#include "app/board/ante-stage-acts.h"
#include "app/board/ante-stage-menu.h"
#include "app/board/ante-stage-settings.h"
#include "app/shared/ante-toast-area.h"
#include "app/shared/ante-tooltip.h"
#include "rules/ante-window.h"

struct _AnteColumnHead {
  AdwBin parent_instance;

  GtkWidget *open;
  GtkWidget *unfold;
  GtkLabel *name;
  GtkWidget *counter;
  GtkWidget *over;
  GtkLabel *count;
  GtkMenuButton *menu;
  GtkLabel *oldest;
  GtkWidget *manual;

  AnteStage *stage;
  AnteWorkspace *workspace;
  GPtrArray *stages;
  guint n_shown;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (AnteColumnHead, ante_column_head, ADW_TYPE_BIN)

/* A filter hides some of its cards: of the others' limit and age nothing is to be seen. */
static gboolean
is_filtered (AnteColumnHead *self)
{
  return self->n_shown < self->stage->n_leads;
}

gboolean
ante_column_head_is_over (AnteColumnHead *self)
{
  return !is_filtered (self) && self->stage->soft_limit > 0 &&
         self->stage->n_leads > (guint) self->stage->soft_limit;
}

/* (nullable): of a stage that holds more than it should. */
static char *
describe_limit (AnteColumnHead *self)
{
  guint n = self->stage->n_leads;

  if (!ante_column_head_is_over (self))
    return NULL;
  /* Translators: how many leads are in a stage, and its limit. */
  return g_strdup_printf (
    g_dngettext (NULL, "%u lead, over the limit of %d", "%u leads, over the limit of %d", n), n,
    self->stage->soft_limit);
}

/* "3 of 12" when a filter hides some, "7 / 5" where there is a limit. */
static void
show_count (AnteColumnHead *self)
{
  guint leads = self->stage->n_leads;
  guint shown = self->n_shown;
  gboolean over = ante_column_head_is_over (self);
  gboolean filtered = is_filtered (self);
  g_autofree char *limit = self->stage->soft_limit > 0 && !filtered
                             ? g_strdup_printf (" / %d", self->stage->soft_limit)
                             : g_strdup ("");
  g_autofree char *number = filtered ? g_strdup_printf (_ ("%'u of %'u"), shown, leads)
                                     : g_strdup_printf ("%'u", shown == G_MAXUINT ? leads : shown);
  g_autofree char *words = g_strconcat (number, limit, NULL);
  g_autofree char *tooltip = describe_limit (self);

  if (tooltip == NULL && self->stage->soft_limit > 0 && !filtered)
    tooltip = g_strdup_printf (_ ("At most %d should be here"), self->stage->soft_limit);
  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (self->over, over);
  ante_tooltip_set (self->counter, tooltip);
  if (over)
    gtk_widget_add_css_class (self->counter, "over");
  else
    gtk_widget_remove_css_class (self->counter, "over");
}

/* Days that the one who has waited here for longest has been in the stage; -1: nobody waits, or
 * whoever it is may not be shown. */
static int
count_days (AnteColumnHead *self)
{
  if (self->stage->oldest_since == 0 || self->now == 0 || is_filtered (self))
    return -1;
  return (int) MAX ((self->now - self->stage->oldest_since) / ANTE_DAY_MS, 0);
}

static void
show_oldest (AnteColumnHead *self)
{
  int days = count_days (self);
  g_autofree char *words = days < 0    ? g_strdup ("")
                           : days == 0 ? g_strdup (_ ("oldest today"))
                                       : g_strdup_printf (_ ("oldest %d d"), days);

  gtk_label_set_text (self->oldest, words);
}

/* (nullable) */
static char *
describe_oldest (AnteColumnHead *self)
{
  int days = count_days (self);

  if (days < 0)
    return NULL;
  if (days == 0)
    return g_strdup (_ ("oldest card from today"));
  return g_strdup_printf (g_dngettext (NULL, "oldest card here for %d day",
                                       "oldest card here for %d days", (gulong) days),
                          days);
}

static char *
join (const char *name, const char *first, const char *second)
{
  const char *parts[4] = { name };
  guint n = 1;

  if (first != NULL)
    parts[n++] = first;
  if (second != NULL)
    parts[n++] = second;
  return g_strjoinv (", ", (char **) parts);
}

char *
ante_column_head_describe (AnteColumnHead *self)
{
  g_autofree char *limit = describe_limit (self);
  g_autofree char *oldest = describe_oldest (self);

  return join (self->stage->name, limit, oldest);
}

char *
ante_column_head_describe_strip (AnteColumnHead *self)
{
  guint n = self->stage->n_leads;
  g_autofree char *limit = describe_limit (self);
  g_autofree char *leads = g_strdup_printf (g_dngettext (NULL, "%u lead", "%u leads", n), n);

  return join (self->stage->name, _ ("collapsed"), limit != NULL ? limit : leads);
}

/* A strip has room for some five figures: what is longer is rounded, or goes on below. */
char *
ante_column_head_count_strip (guint n, int limit)
{
  g_autofree char *words = n < 10000 ? g_strdup_printf ("%u", n)
                                     /* Translators: thousands, in as few letters as there are. */
                                     : g_strdup_printf (_ ("%uk"), n / 1000);
  g_autofree char *most = limit > 0 ? g_strdup_printf ("/ %d", limit) : NULL;
  gboolean fits = most == NULL || g_utf8_strlen (words, -1) + g_utf8_strlen (most, -1) <= 5;

  return most == NULL ? g_steal_pointer (&words)
                      : g_strconcat (words, fits ? " " : "\n", most, NULL);
}

void
ante_column_head_set_stage (AnteColumnHead *self, AnteStage *stage)
{
  /* Translators: %s is a stage. */
  g_autofree char *menu = g_strdup_printf (_ ("Menu of %s"), stage->name);

  g_set_object (&self->stage, stage);
  gtk_label_set_text (self->name, stage->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu,
                                  -1);
  gtk_widget_set_visible (self->manual, stage->manual_order);
  show_count (self);
  show_oldest (self);
}

void
ante_column_head_set_shown (AnteColumnHead *self, guint n_shown)
{
  self->n_shown = n_shown;
  if (self->stage == NULL)
    return;
  show_count (self);
  show_oldest (self);
}

void
ante_column_head_set_now (AnteColumnHead *self, gint64 now)
{
  self->now = now;
  if (self->stage != NULL)
    show_oldest (self);
}

/* --- the menu ------------------------------------------------------------------------------- */

/* What outlives the column, which may be hidden or merged: toasts are shown over it. */
static GtkWidget *
get_board (AnteColumnHead *self)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ANTE_TYPE_TOAST_AREA);

  return overlay != NULL ? overlay : GTK_WIDGET (self);
}

/* The sides are those of the screen. */
static int
find_neighbour (AnteColumnHead *self, int by)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    by = -by;
  return ante_stage_menu_find_neighbour (self->stage, self->stages, by);
}

static void
make_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  AnteColumnHead *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->workspace == NULL)
    return;
  menu = ante_stage_menu_new (self->stage, self->stages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.move-left",
                                 find_neighbour (self, -1) >= 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.move-right",
                                 find_neighbour (self, 1) >= 0);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
settings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);

  gtk_window_present (
    GTK_WINDOW (ante_stage_settings_new (get_board (self), self->workspace, self->stage)));
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);

  ante_stage_act_order_by_due (get_board (self), self->workspace, self->stage);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);
  int place = find_neighbour (self, g_str_equal (name, "stage.move-left") ? -1 : 1);

  if (place >= 0)
    ante_stage_act_place (get_board (self), self->workspace, self->stage, place);
}

static void
collapse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);

  ante_stage_act_collapse (get_board (self), self->workspace, self->stage, TRUE);
}

static void
unfold_cb (AnteColumnHead *self)
{
  if (self->workspace != NULL)
    ante_stage_act_collapse (get_board (self), self->workspace, self->stage, FALSE);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);

  ante_stage_act_add (get_board (self), self->workspace, self->stage, self->stages);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);
  AnteStage *into = ante_stage_find_key (self->stages, g_variant_get_string (parameter, NULL));

  if (into != NULL)
    ante_stage_act_merge (get_board (self), self->workspace, self->stage, into);
}

static void
hide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (widget);

  ante_stage_act_hide (get_board (self), self->workspace, self->stage);
}

void
ante_column_head_set_board (AnteColumnHead *self, AnteWorkspace *workspace, GPtrArray *stages)
{
  g_set_object (&self->workspace, workspace);
  g_ptr_array_ref (stages);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = stages;
  gtk_widget_set_visible (GTK_WIDGET (self->menu), workspace != NULL);
}

void
ante_column_head_set_folded (AnteColumnHead *self, gboolean folded)
{
  g_autofree char *name = ante_column_head_describe_strip (self);
  g_autofree char *count = ante_column_head_count_strip (self->stage->n_leads, 0);

  gtk_widget_set_visible (self->open, !folded);
  gtk_widget_set_visible (self->unfold, folded);
  gtk_button_set_label (GTK_BUTTON (self->unfold), count);
  ante_tooltip_set (self->unfold, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unfold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

void
ante_column_head_focus (AnteColumnHead *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->menu));
}

/* --- being a widget ------------------------------------------------------------------------- */

static void
ante_column_head_dispose (GObject *object)
{
  AnteColumnHead *self = ANTE_COLUMN_HEAD (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_column_head_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "stage.settings", NULL, settings_action);
  gtk_widget_class_install_action (widget_class, "stage.order-by-due", NULL, order_action);
  gtk_widget_class_install_action (widget_class, "stage.move-left", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "stage.move-right", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "stage.collapse", NULL, collapse_action);
  gtk_widget_class_install_action (widget_class, "stage.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "stage.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "stage.hide", NULL, hide_action);
}

static void
ante_column_head_class_init (AnteColumnHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_column_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, open);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, unfold);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, name);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, counter);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, over);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, count);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, menu);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, oldest);
  gtk_widget_class_bind_template_child (widget_class, AnteColumnHead, manual);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
  install_actions (widget_class);
}

static void
ante_column_head_init (AnteColumnHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, make_menu_cb, self, NULL);
  self->n_shown = G_MAXUINT;
}

GtkWidget *
ante_column_head_new (void)
{
  return g_object_new (ANTE_TYPE_COLUMN_HEAD, NULL);
}
