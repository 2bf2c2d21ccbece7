#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-playbook-page.h"

#include <glib/gi18n.h>

#include "app/playbook/ante-form-view.h"
#include "app/playbook/ante-playbook-files.h"
#include "app/playbook/ante-playbook-review.h"
#include "app/playbook/ante-playbook-versions.h"
#include "app/shared/ante-toasts.h"
#include "engine/ante-playbook-commands.h"

#define CHECK_AFTER_MS 350

struct _AntePlaybookPage {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkBox *starters;
  GtkListBox *sections;
  GtkLabel *state;
  GtkWidget *discard;
  GtkWidget *keep;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *help;
  GtkWidget *reviewed_box;
  GtkLabel *reviewed;
  GtkBox *notes;
  AnteFormView *form;
  GtkWidget *versions;
  AntePlaybookVersions *list;

  AnteWorkspace *workspace;
  AntePlaybookEditing *editing;
  const AnteFormSection *section; /* NULL: the versions */
  GPtrArray *found;               /* AntePlaybookNote */
  guint check;
};

G_DEFINE_FINAL_TYPE (AntePlaybookPage, ante_playbook_page, ADW_TYPE_BIN)

static AntePlaybookDoc *
get_doc (AntePlaybookPage *self)
{
  return self->editing != NULL ? ante_playbook_editing_get_doc (self->editing) : NULL;
}

static gint64
get_now (AntePlaybookPage *self)
{
  return ante_workspace_now (self->workspace);
}

/* --- what is wrong, and what is new ------------------------------------------------------------
 */

static void
go_to_cb (GtkButton *button, AntePlaybookPage *self)
{
  ante_form_view_go_to (self->form, g_object_get_data (G_OBJECT (button), "ante-path"));
}

static GtkWidget *
build_note (AntePlaybookPage *self, const AntePlaybookNote *note)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *where = ante_form_section_name_path (self->section, note->path);
  g_autofree char *words = g_strdup_printf ("%s: %s", where, note->what);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (note->wrong ? "dialog-error-symbolic"
                                                            : "dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "playbook-note");
  gtk_widget_add_css_class (button, note->wrong ? "error" : "warning");
  g_object_set_data_full (G_OBJECT (button), "ante-path", g_strdup (note->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (go_to_cb), self);
  return button;
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static guint
count_notes (AntePlaybookPage *self, const AnteFormSection *section, gboolean wrong)
{
  guint count = 0;

  for (guint i = 0; self->found != NULL && i < self->found->len; i++) {
    const AntePlaybookNote *note = self->found->pdata[i];

    count +=
      note->wrong == wrong && (section == NULL || ante_form_section_holds (section, note->path));
  }
  return count;
}

/* A sign beside each part in which something is wrong, for those who do not see it said in words.
 */
static void
mark_sections (AntePlaybookPage *self)
{
  for (guint i = 0; ante_form_sections[i].name != NULL; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sections, (int) i);
    GtkWidget *sign = g_object_get_data (G_OBJECT (row), "ante-sign");
    guint wrong = count_notes (self, &ante_form_sections[i], TRUE);
    g_autofree char *words =
      g_strdup_printf (g_dngettext (NULL, "%s, %u thing to mend", "%s, %u things to mend", wrong),
                       _ (ante_form_sections[i].title), wrong);

    gtk_widget_set_visible (sign, wrong > 0);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    wrong > 0 ? words : _ (ante_form_sections[i].title), -1);
  }
}

static void
show_notes (AntePlaybookPage *self)
{
  empty_box (self->notes);
  for (guint i = 0; self->section != NULL && self->found != NULL && i < self->found->len; i++) {
    const AntePlaybookNote *note = self->found->pdata[i];

    if (ante_form_section_holds (self->section, note->path))
      gtk_box_append (self->notes, build_note (self, note));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->notes),
                          gtk_widget_get_first_child (GTK_WIDGET (self->notes)) != NULL);
  if (self->found != NULL)
    ante_form_view_mark (self->form, self->found);
  mark_sections (self);
}

static void
show_state (AntePlaybookPage *self)
{
  const AntePlaybookVersion *version = ante_playbook_editing_get_version (self->editing);
  g_autoptr (GPtrArray) lines = ante_playbook_editing_diff (self->editing);
  guint wrong = count_notes (self, NULL, TRUE);
  g_autofree char *held = version != NULL
                            ? g_strdup_printf (_ ("Version %d"), (int) version->version)
                            : g_strdup (_ ("Not kept yet"));
  g_autofree char *news =
    g_strdup_printf (g_dngettext (NULL, "%u change", "%u changes", lines->len), lines->len);
  g_autofree char *mend =
    g_strdup_printf (g_dngettext (NULL, "%u thing to mend", "%u things to mend", wrong), wrong);
  gboolean says_news = lines->len > 0 && version != NULL;
  g_autofree char *words = g_strconcat (held, says_news ? " · " : "", says_news ? news : "",
                                        wrong > 0 ? " · " : "", wrong > 0 ? mend : "", NULL);

  gtk_label_set_text (self->state, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "playbook.discard", lines->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "playbook.keep", lines->len > 0 && wrong == 0);
}

static gboolean
check_cb (gpointer data)
{
  AntePlaybookPage *self = data;

  self->check = 0;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (get_doc (self) != NULL)
    self->found = ante_playbook_doc_check (get_doc (self), get_now (self));
  show_notes (self);
  show_state (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (AntePlaybookPage *self)
{
  ante_playbook_editing_touch (self->editing);
  g_clear_handle_id (&self->check, g_source_remove);
  self->check = g_timeout_add (CHECK_AFTER_MS, check_cb, self);
}

/* --- parts --------------------------------------------------------------------------------------
 */

static void
show_reviewed (AntePlaybookPage *self)
{
  g_autoptr (AntePlan) plan = NULL;
  g_autofree char *words = NULL;
  int age = -1;

  gtk_widget_set_visible (self->reviewed_box,
                          self->section != NULL && self->section->reviewed != NULL);
  if (self->section == NULL || self->section->reviewed == NULL || get_doc (self) == NULL)
    return;
  plan = ante_playbook_doc_read (get_doc (self), NULL);
  if (plan != NULL)
    age = ante_plan_get_age (plan, self->section->reviewed, get_now (self));
  if (age < 0)
    words = g_strdup (_ ("Never looked over"));
  else if (age == 0)
    words = g_strdup (_ ("Looked over today"));
  else
    words = g_strdup_printf (
      g_dngettext (NULL, "Not looked over for %d day", "Not looked over for %d days", (gulong) age),
      age);
  gtk_label_set_text (self->reviewed, words);
  if (plan != NULL && age > (int) plan->review_days)
    gtk_widget_add_css_class (GTK_WIDGET (self->reviewed), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reviewed), "warning");
}

static void
show_section (AntePlaybookPage *self)
{
  gboolean versions = self->section == NULL;

  gtk_label_set_text (self->title, versions ? _ ("Versions") : _ (self->section->title));
  gtk_label_set_text (self->help,
                      versions ? _ ("Each one that was kept, and what was new in it. None is lost.")
                               : _ (self->section->help));
  ante_form_view_show (self->form, versions ? NULL : get_doc (self), self->section);
  gtk_widget_set_visible (GTK_WIDGET (self->form), !versions);
  gtk_widget_set_visible (self->versions, versions);
  ante_playbook_versions_show (self->list, versions ? self->workspace : NULL);
  show_reviewed (self);
  show_notes (self);
}

static void
section_cb (AntePlaybookPage *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  self->section = ante_form_sections[index].name != NULL ? &ante_form_sections[index] : NULL;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->editing != NULL)
    show_section (self);
}

static void
add_section (AntePlaybookPage *self, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (sign, "error");
  gtk_widget_set_visible (sign, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "ante-sign", sign);
  gtk_list_box_append (self->sections, row);
}

/* --- what can be done ------------------------------------------------------------------------ */

static void
take (AntePlaybookPage *self, const char *json)
{
  g_autoptr (GError) error = NULL;

  if (self->editing != NULL && !ante_playbook_editing_take (self->editing, json, &error))
    ante_toast_error (GTK_WIDGET (self), error);
}

static void
discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AntePlaybookPage *self = ANTE_PLAYBOOK_PAGE (widget);

  if (self->editing != NULL)
    ante_playbook_editing_discard (self->editing);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AntePlaybookPage *self = ANTE_PLAYBOOK_PAGE (widget);

  if (self->editing == NULL || get_doc (self) == NULL)
    return;
  if (self->check != 0) {
    g_clear_handle_id (&self->check, g_source_remove);
    check_cb (self);
  }
  if (count_notes (self, NULL, TRUE) == 0)
    ante_playbook_review_ask (widget, self->workspace, self->editing);
}

static void
reviewed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AntePlaybookPage *self = ANTE_PLAYBOOK_PAGE (widget);
  g_autoptr (GDateTime) today = NULL;
  g_autofree char *day = NULL;
  g_autofree char *path = NULL;

  if (get_doc (self) == NULL || self->section == NULL || self->section->reviewed == NULL)
    return;
  today = g_date_time_new_from_unix_local (get_now (self) / 1000);
  day = g_date_time_format (today, "%Y-%m-%d");
  path = g_strconcat ("last_reviewed.", self->section->reviewed, NULL);
  ante_playbook_doc_set_text (get_doc (self), path, day);
  show_reviewed (self);
  edited_cb (self);
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take (ANTE_PLAYBOOK_PAGE (widget),
        "{\"languages\":[\"en\"],\"currency\":\"EUR\",\"price_disclosure\":\"after_qualified\","
        "\"offers\":[],\"voice\":{},\"permissions\":{\"otherwise\":\"draft\"}}");
}

static void
starter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *json = ante_starters_get (g_variant_get_string (parameter, NULL));

  if (json != NULL)
    take (ANTE_PLAYBOOK_PAGE (widget), json);
}

static void
opened_cb (const char *json, gpointer data)
{
  take (data, json);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ante_playbook_files_open (widget, opened_cb, g_object_ref (widget), g_object_unref);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AntePlaybookPage *self = ANTE_PLAYBOOK_PAGE (widget);
  g_autofree char *json = get_doc (self) != NULL ? ante_playbook_doc_write (get_doc (self)) : NULL;

  if (json != NULL)
    ante_playbook_files_save (widget, json);
}

/* --- the workspace ------------------------------------------------------------------------------
 */

static void
changed_cb (AntePlaybookPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, get_doc (self) != NULL ? "forms" : "none");
  if (get_doc (self) == NULL) {
    ante_form_view_show (self->form, NULL, NULL);
    return;
  }
  show_section (self);
  g_clear_handle_id (&self->check, g_source_remove);
  check_cb (self);
}

static void
failed_cb (AntePlaybookPage *self, const GError *error)
{
  ante_toast_error (GTK_WIDGET (self), error);
}

void
ante_playbook_page_set_workspace (AntePlaybookPage *self, AnteWorkspace *workspace)
{
  g_clear_handle_id (&self->check, g_source_remove);
  ante_form_view_show (self->form, NULL, NULL);
  if (self->editing != NULL) {
    g_signal_handlers_disconnect_by_data (self->editing, self);
    g_object_run_dispose (G_OBJECT (self->editing));
  }
  g_clear_object (&self->editing);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  self->editing = ante_playbook_editing_new (workspace);
  g_signal_connect_swapped (self->editing, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->editing, "failed", G_CALLBACK (failed_cb), self);
}

void
ante_playbook_page_focus (AntePlaybookPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
taken_cb (AntePlaybookPage *self, const char *json)
{
  take (self, json);
  gtk_list_box_select_row (self->sections, gtk_list_box_get_row_at_index (self->sections, 0));
}

static void
ante_playbook_page_dispose (GObject *object)
{
  AntePlaybookPage *self = ANTE_PLAYBOOK_PAGE (object);

  g_clear_handle_id (&self->check, g_source_remove);
  if (self->editing != NULL)
    g_signal_handlers_disconnect_by_data (self->editing, self);
  g_clear_object (&self->editing);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_playbook_page_parent_class)->dispose (object);
}

static void
ante_playbook_page_class_init (AntePlaybookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_playbook_page_dispose;
  g_type_ensure (ANTE_TYPE_FORM_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/playbook/ante-playbook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, starters);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, sections);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, state);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, discard);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, keep);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, title);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, help);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, reviewed_box);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, reviewed);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, notes);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, form);
  gtk_widget_class_bind_template_child (widget_class, AntePlaybookPage, versions);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_install_action (widget_class, "playbook.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "playbook.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "playbook.reviewed", NULL, reviewed_action);
  gtk_widget_class_install_action (widget_class, "playbook.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "playbook.starter", "s", starter_action);
  gtk_widget_class_install_action (widget_class, "playbook.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "playbook.export", NULL, export_action);
}

static const char *
name_starter (const char *name)
{
  if (g_str_equal (name, "fitness"))
    return _ ("Start from a Fitness Coach’s Playbook");
  if (g_str_equal (name, "business"))
    return _ ("Start from a Business Coach’s Playbook");
  return name;
}

static void
ante_playbook_page_init (AntePlaybookPage *self)
{
  g_auto (GStrv) starters = ante_starters_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; starters[i] != NULL; i++) {
    GtkWidget *button = gtk_button_new_with_label (name_starter (starters[i]));

    gtk_widget_add_css_class (button, "pill");
    if (i == 0)
      gtk_widget_add_css_class (button, "suggested-action");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "playbook.starter");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", starters[i]);
    gtk_box_append (self->starters, button);
  }
  self->list = ANTE_PLAYBOOK_VERSIONS (ante_playbook_versions_new ());
  g_signal_connect_swapped (self->list, "taken", G_CALLBACK (taken_cb), self);
  gtk_box_append (GTK_BOX (self->versions), GTK_WIDGET (self->list));
  for (const AnteFormSection *section = ante_form_sections; section->name != NULL; section++)
    add_section (self, _ (section->title));
  add_section (self, _ ("Versions"));
  self->section = &ante_form_sections[0];
  gtk_list_box_select_row (self->sections, gtk_list_box_get_row_at_index (self->sections, 0));
}

GtkWidget *
ante_playbook_page_new (void)
{
  return g_object_new (ANTE_TYPE_PLAYBOOK_PAGE, NULL);
}
