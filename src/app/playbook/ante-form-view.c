#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-form-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/playbook/ante-form-row.h"

struct _AnteFormView {
  AdwBin parent_instance;

  GtkWidget *box;
  const AnteFormSection *section;
  AnteFormEdit edit;
  GHashTable *rows;   /* path to the row there, borrowed */
  GHashTable *opened; /* paths of entries that are open */
  guint reshaping;
};

enum {
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteFormView, ante_form_view, ADW_TYPE_BIN)

static void rebuild (AnteFormView *self);
static void fill_entries (AnteFormView *self,
                          const AnteFormField *list,
                          const char *path,
                          void (*add) (gpointer parent, GtkWidget *row),
                          gpointer parent);

static char *
join (const char *base, const char *name)
{
  return *base != '\0' ? g_strconcat (base, ".", name, NULL) : g_strdup (name);
}

static void
edited_cb (gpointer owner)
{
  g_signal_emit (owner, signals[EDITED], 0);
}

static gboolean
reshape_cb (gpointer data)
{
  AnteFormView *self = data;

  self->reshaping = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Later: what asks for it stands in a row itself. */
static void
reshape (gpointer owner)
{
  AnteFormView *self = owner;

  if (self->reshaping == 0)
    self->reshaping = g_idle_add (reshape_cb, self);
}

/* --- entries of a list ------------------------------------------------------------------------ */

/* Where an entry stands; it goes with the button. */
typedef struct {
  AnteFormView *view; /* borrowed: the button is in it */
  const AnteFormField *list;
  char *path; /* of the list */
  guint index;
  int step;
} Place;

static void
place_free (gpointer data, GClosure *closure)
{
  Place *place = data;

  g_free (place->path);
  g_free (place);
}

static Place *
place_new (AnteFormView *self, const AnteFormField *list, const char *path, guint index, int step)
{
  Place *place = g_new0 (Place, 1);

  place->view = self;
  place->list = list;
  place->path = g_strdup (path);
  place->index = index;
  place->step = step;
  return place;
}

/* What was open stays so by its place: after a change of places nobody could say which it was. */
static void
close_entries (AnteFormView *self, const char *path)
{
  GHashTableIter iter;
  gpointer opened = NULL;

  g_hash_table_iter_init (&iter, self->opened);
  while (g_hash_table_iter_next (&iter, &opened, NULL)) {
    if (g_str_has_prefix (opened, path))
      g_hash_table_iter_remove (&iter);
  }
}

static void
remove_cb (Place *place)
{
  AnteFormView *self = place->view;
  g_autofree char *entry = g_strdup_printf ("%s[%u]", place->path, place->index);

  ante_playbook_doc_remove (self->edit.doc, entry);
  close_entries (self, place->path);
  reshape (self);
  edited_cb (self);
}

static void
move_cb (Place *place)
{
  AnteFormView *self = place->view;

  ante_playbook_doc_move (self->edit.doc, place->path, place->index,
                          (guint) ((int) place->index + place->step));
  close_entries (self, place->path);
  reshape (self);
  edited_cb (self);
}

/* Entries that others are told by have a name of their own in the document. */
static gboolean
has_id (const char *path)
{
  static const char *const with[] = { "offers",        "criteria",
                                      "disqualifiers", "escalation_triggers",
                                      "human_review",  "openers",
                                      "saved_replies", NULL };
  const char *dot = strrchr (path, '.');

  return g_strv_contains (with, dot != NULL ? dot + 1 : path);
}

static char *
find_free_id (AnteFormView *self, const AnteFormField *list, const char *path)
{
  guint count = ante_playbook_doc_count (self->edit.doc, path);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *dot = strrchr (list->name, '.');

  for (guint i = 0; i < count; i++) {
    g_autofree char *at = g_strdup_printf ("%s[%u].id", path, i);
    char *id = ante_playbook_doc_dup_text (self->edit.doc, at);

    if (id != NULL)
      g_hash_table_add (taken, id);
  }
  for (guint n = count + 1;; n++) {
    char *id = g_strdup_printf ("%s-%u", dot != NULL ? dot + 1 : list->name, n);

    if (!g_hash_table_contains (taken, id))
      return id;
    g_free (id);
  }
}

/* What a choice shows from the start is told from the start. */
static void
fill_entry (AnteFormView *self, const AnteFormField *list, const char *entry)
{
  for (const AnteFormField *field = list->fields; field->name != NULL; field++) {
    g_autofree char *path = join (entry, field->name);

    if (field->kind == ANTE_FORM_CHOICE && field->only == NULL && *field->choices[0].nick != '\0')
      ante_playbook_doc_set_text (self->edit.doc, path, field->choices[0].nick);
    else if (field->kind == ANTE_FORM_TEXT && field == list->fields)
      ante_playbook_doc_set_text (self->edit.doc, path, "");
  }
}

static void
add_cb (Place *place)
{
  AnteFormView *self = place->view;
  guint count = ante_playbook_doc_count (self->edit.doc, place->path);
  g_autofree char *entry = g_strdup_printf ("%s[%u]", place->path, count);
  g_autofree char *id_path = join (entry, "id");

  if (has_id (place->path)) {
    g_autofree char *id = find_free_id (self, place->list, place->path);

    ante_playbook_doc_set_text (self->edit.doc, id_path, id);
  }
  fill_entry (self, place->list, entry);
  g_hash_table_add (self->opened, g_strdup (entry));
  reshape (self);
  edited_cb (self);
}

static GtkWidget *
build_button (Place *place, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", callback, place, place_free, G_CONNECT_SWAPPED);
  return button;
}

static const char *
find_title (const AnteFormChoice *choices, const char *nick)
{
  for (; choices != NULL && choices->nick != NULL; choices++) {
    if (g_str_equal (choices->nick, nick))
      return _ (choices->title);
  }
  return nick;
}

/* By what people tell it from the others; as little markup as possible is read into it. */
static char *
describe_entry (AnteFormView *self, const AnteFormField *list, const char *entry)
{
  g_autofree char *path = join (entry, list->label);
  g_autofree char *text = ante_playbook_doc_dup_text (self->edit.doc, path);
  const AnteFormField *field = list->fields;

  while (field->name != NULL && !g_str_equal (field->name, list->label))
    field++;
  if (ante_playbook_doc_get_type (self->edit.doc, path) == ANTE_DOC_NUMBER)
    text = g_strdup_printf ("%g", ante_playbook_doc_get_number (self->edit.doc, path, 0));
  if (text == NULL || *text == '\0')
    return g_strdup (_ (list->entry));
  return g_markup_escape_text (find_title (field->choices, text), -1);
}

static void
opened_cb (AdwExpanderRow *row, GParamSpec *pspec, AnteFormView *self)
{
  const char *path = g_object_get_data (G_OBJECT (row), "ante-path");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->opened, g_strdup (path));
  else
    g_hash_table_remove (self->opened, path);
}

static void
add_to_expander (gpointer parent, GtkWidget *row)
{
  adw_expander_row_add_row (parent, row);
}

static void
add_to_group (gpointer parent, GtkWidget *row)
{
  adw_preferences_group_add (parent, row);
}

/* "when=words" */
static gboolean
applies (AnteFormView *self, const AnteFormField *field, const char *entry)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;

  if (field->only == NULL)
    return TRUE;
  parts = g_strsplit (field->only, "=", 2);
  path = join (entry, parts[0]);
  said = ante_playbook_doc_dup_text (self->edit.doc, path);
  return g_strcmp0 (said, parts[1]) == 0;
}

static gboolean
decides (const AnteFormField *fields, const char *name)
{
  for (; fields->name != NULL; fields++) {
    if (fields->only != NULL && g_str_has_prefix (fields->only, name) &&
        fields->only[strlen (name)] == '=')
      return TRUE;
  }
  return FALSE;
}

static GtkWidget *
build_field (AnteFormView *self,
             const AnteFormField *fields,
             const AnteFormField *field,
             const char *base)
{
  g_autofree char *path = join (base, field->name);
  GtkWidget *row = ante_form_row_new (&self->edit, field, path, decides (fields, field->name));

  g_hash_table_insert (self->rows, g_strdup (path), row);
  return row;
}

/* Which comes first matters to what is asked, and to which of two replies is taken. */
static GtkWidget *
build_order (
  AnteFormView *self, const AnteFormField *list, const char *path, guint index, guint count)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *up = build_button (place_new (self, list, path, index, -1), "go-up-symbolic",
                                _ ("Move Up"), G_CALLBACK (move_cb));
  GtkWidget *down = build_button (place_new (self, list, path, index, 1), "go-down-symbolic",
                                  _ ("Move Down"), G_CALLBACK (move_cb));
  /* Translators: which one of how many an entry is. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), index + 1, count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Order"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_sensitive (up, index > 0);
  gtk_widget_set_sensitive (down, index + 1 < count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
  return row;
}

static GtkWidget *
build_entry (
  AnteFormView *self, const AnteFormField *list, const char *path, guint index, guint count)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *entry = g_strdup_printf ("%s[%u]", path, index);
  g_autofree char *title = describe_entry (self, list, entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               build_button (place_new (self, list, path, index, 0),
                                             "user-trash-symbolic", _ ("Remove"),
                                             G_CALLBACK (remove_cb)));
  for (const AnteFormField *field = list->fields; field->name != NULL; field++) {
    g_autofree char *member = join (entry, field->name);

    if (!applies (self, field, entry))
      continue;
    if (field->kind == ANTE_FORM_LIST)
      fill_entries (self, field, member, add_to_expander, row);
    else
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                build_field (self, list->fields, field, entry));
  }
  if (count > 1)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), build_order (self, list, path, index, count));
  g_object_set_data_full (G_OBJECT (row), "ante-path", g_strdup (entry), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->opened, entry));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (opened_cb), self);
  g_hash_table_insert (self->rows, g_steal_pointer (&entry), row);
  return row;
}

static void
fill_entries (AnteFormView *self,
              const AnteFormField *list,
              const char *path,
              void (*add) (gpointer parent, GtkWidget *row),
              gpointer parent)
{
  guint count = ante_playbook_doc_count (self->edit.doc, path);
  GtkWidget *last = adw_action_row_new ();
  /* Translators: what is added: "Add: Price". */
  g_autofree char *words = g_strdup_printf (_ ("Add: %s"), _ (list->entry));
  GtkWidget *button = build_button (place_new (self, list, path, count, 0), "list-add-symbolic",
                                    words, G_CALLBACK (add_cb));

  for (guint i = 0; i < count; i++)
    add (parent, build_entry (self, list, path, i, count));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (last), words);
  gtk_widget_add_css_class (last, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (last), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (last), button);
  add (parent, last);
}

/* --- the whole ------------------------------------------------------------------------------ */

static GtkWidget *
add_group (AnteFormView *self, const char *title, const char *help)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (help != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), help);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

/* The toolkit gives its lists no names, by which alone some people know where they are. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (ADW_IS_PREFERENCES_GROUP (widget) &&
      adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)) != NULL &&
      *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)) != '\0')
    name = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));
  else if (ADW_IS_EXPANDER_ROW (widget))
    name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
empty (AnteFormView *self)
{
  GtkWidget *child = NULL;

  g_hash_table_remove_all (self->rows);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
rebuild (AnteFormView *self)
{
  GtkWidget *group = NULL;

  empty (self);
  if (self->section == NULL || self->edit.doc == NULL)
    return;
  for (const AnteFormField *field = self->section->fields; field->name != NULL; field++) {
    if (field->kind == ANTE_FORM_LIST) {
      group = add_group (self, _ (field->title), field->help != NULL ? _ (field->help) : NULL);
      fill_entries (self, field, field->name, add_to_group, group);
      group = NULL;
      continue;
    }
    if (group == NULL)
      group = add_group (self, NULL, NULL);
    add_to_group (group, build_field (self, self->section->fields, field, ""));
  }
  name_lists (self->box, _ (self->section->title));
}

void
ante_form_view_show (AnteFormView *self, AntePlaybookDoc *doc, const AnteFormSection *section)
{
  g_clear_handle_id (&self->reshaping, g_source_remove);
  if (section != self->section)
    g_hash_table_remove_all (self->opened);
  self->edit.doc = doc;
  self->section = section;
  rebuild (self);
}

/* The row at @path, or that of what it stands in. */
static GtkWidget *
find_row (AnteFormView *self, const char *path)
{
  g_autofree char *up = g_strdup (path);

  while (*up != '\0') {
    GtkWidget *row = g_hash_table_lookup (self->rows, up);
    char *dot = strrchr (up, '.');
    char *bracket = strrchr (up, '[');

    if (row != NULL)
      return row;
    if (dot == NULL && bracket == NULL)
      return NULL;
    *MAX (dot, bracket) = '\0';
  }
  return NULL;
}

void
ante_form_view_mark (AnteFormView *self, GPtrArray *notes)
{
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row)) {
    gtk_widget_remove_css_class (row, "error");
    gtk_widget_remove_css_class (row, "warning");
  }
  for (guint i = 0; i < notes->len; i++) {
    const AntePlaybookNote *note = notes->pdata[i];

    if ((row = find_row (self, note->path)) != NULL)
      gtk_widget_add_css_class (row, note->wrong ? "error" : "warning");
  }
}

void
ante_form_view_go_to (AnteFormView *self, const char *path)
{
  GtkWidget *row = find_row (self, path);

  if (row == NULL)
    return;
  for (GtkWidget *up = row; up != NULL && up != GTK_WIDGET (self);
       up = gtk_widget_get_parent (up)) {
    if (ADW_IS_EXPANDER_ROW (up))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (up), TRUE);
  }
  gtk_widget_grab_focus (row);
}

static void
ante_form_view_dispose (GObject *object)
{
  AnteFormView *self = ANTE_FORM_VIEW (object);

  g_clear_handle_id (&self->reshaping, g_source_remove);
  G_OBJECT_CLASS (ante_form_view_parent_class)->dispose (object);
}

static void
ante_form_view_finalize (GObject *object)
{
  AnteFormView *self = ANTE_FORM_VIEW (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->opened);
  G_OBJECT_CLASS (ante_form_view_parent_class)->finalize (object);
}

static void
ante_form_view_class_init (AnteFormViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ante_form_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_form_view_finalize;
  signals[EDITED] = g_signal_new ("edited", ANTE_TYPE_FORM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
ante_form_view_init (AnteFormView *self)
{
  self->edit.edited = edited_cb;
  self->edit.reshape = reshape;
  self->edit.owner = self;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
ante_form_view_new (void)
{
  return g_object_new (ANTE_TYPE_FORM_VIEW, NULL);
}
