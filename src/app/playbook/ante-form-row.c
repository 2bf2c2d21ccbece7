#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/playbook/ante-form-row.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What a row is about; it goes with it. */
typedef struct {
  const AnteFormEdit *edit;
  const AnteFormField *field;
  char *path;
  gboolean reshapes;
  gboolean filling;
} Bound;

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_free (bound->path);
  g_free (bound);
}

static Bound *
bind (GtkWidget *row,
      const AnteFormEdit *edit,
      const AnteFormField *field,
      const char *path,
      gboolean reshapes)
{
  Bound *bound = g_new0 (Bound, 1);

  bound->edit = edit;
  bound->field = field;
  bound->path = g_strdup (path);
  bound->reshapes = reshapes;
  g_object_set_data_full (G_OBJECT (row), "ante-bound", bound, bound_free);
  return bound;
}

static void
tell (Bound *bound)
{
  bound->edit->edited (bound->edit->owner);
  /* It may end the row. */
  if (bound->reshapes)
    bound->edit->reshape (bound->edit->owner);
}

/* --- a line, a number ----------------------------------------------------------------------- */

static char *
write_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE] = { 0 };

  return g_strdup (
    g_ascii_formatd (digits, sizeof digits, number == floor (number) ? "%.0f" : "%.10g", number));
}

/* "1,500" and "1.500" are one and a half to some, and fifteen hundred to others: neither is
 * guessed. */
static gboolean
is_ambiguous (const char *text)
{
  const char *mark = strpbrk (text, ",.");

  return mark != NULL && (strpbrk (mark + 1, ",.") != NULL || strlen (mark + 1) == 3);
}

static gboolean
read_number (const char *text, double *number)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;

  if (is_ambiguous (text))
    return FALSE;
  *number = g_ascii_strtod (g_strstrip (plain), &end);
  return end != plain && *end == '\0' && isfinite (*number);
}

/* What is no number stands as it was typed, so that the check can say so. */
static void
set_typed (Bound *bound, const char *text)
{
  AntePlaybookDoc *doc = bound->edit->doc;
  double number = 0;

  if (*text == '\0')
    ante_playbook_doc_remove (doc, bound->path);
  else if (bound->field->kind == ANTE_FORM_NUMBER && read_number (text, &number))
    ante_playbook_doc_set_number (doc, bound->path, number);
  else
    ante_playbook_doc_set_text (doc, bound->path, text);
}

static void
typed_cb (GtkEditable *editable, Bound *bound)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  set_typed (bound, text);
  tell (bound);
}

static GtkWidget *
build_line (const AnteFormEdit *edit, const AnteFormField *field, const char *path)
{
  GtkWidget *row = adw_entry_row_new ();
  Bound *bound = bind (row, edit, field, path, FALSE);
  g_autofree char *text = ante_playbook_doc_dup_text (edit->doc, path);

  if (text == NULL && ante_playbook_doc_get_type (edit->doc, path) == ANTE_DOC_NUMBER)
    text = write_number (ante_playbook_doc_get_number (edit->doc, path, 0));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  if (field->kind == ANTE_FORM_NUMBER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  if (field->help != NULL)
    gtk_widget_set_tooltip_text (row, _ (field->help));
  g_signal_connect (row, "changed", G_CALLBACK (typed_cb), bound);
  return row;
}

/* --- several lines -------------------------------------------------------------------------- */

static void
written_cb (GtkTextBuffer *buffer, Bound *bound)
{
  GtkTextIter start = { 0 };
  GtkTextIter end = { 0 };
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (bound->field->kind == ANTE_FORM_LONG) {
    set_typed (bound, g_strstrip (text));
  } else {
    g_autoptr (GPtrArray) lines = g_ptr_array_new ();
    g_auto (GStrv) all = g_strsplit (text, "\n", -1);

    for (guint i = 0; all[i] != NULL; i++) {
      if (*g_strstrip (all[i]) != '\0')
        g_ptr_array_add (lines, all[i]);
    }
    g_ptr_array_add (lines, NULL);
    ante_playbook_doc_set_texts (bound->edit->doc, bound->path, (const char *const *) lines->pdata);
  }
  tell (bound);
}

static char *
dup_lines (const AntePlaybookDoc *doc, const AnteFormField *field, const char *path)
{
  g_auto (GStrv) texts = NULL;

  if (field->kind == ANTE_FORM_LONG)
    return ante_playbook_doc_dup_text (doc, path);
  texts = ante_playbook_doc_dup_texts (doc, path);
  return texts != NULL ? g_strjoinv ("\n", texts) : NULL;
}

static GtkWidget *
build_view (const char *text, const char *name)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            text != NULL ? text : "", -1);
  gtk_widget_add_css_class (view, "form-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return view;
}

static GtkWidget *
build_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
build_lines (const AnteFormEdit *edit, const AnteFormField *field, const char *path)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *text = dup_lines (edit->doc, field, path);
  GtkWidget *view = build_view (text, _ (field->title));
  const char *help = field->help != NULL              ? _ (field->help)
                     : field->kind == ANTE_FORM_TEXTS ? _ ("One a line")
                                                      : NULL;
  Bound *bound = bind (row, edit, field, path, FALSE);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), build_label (_ (field->title), "heading"));
  if (help != NULL)
    gtk_box_append (GTK_BOX (box), build_label (help, "form-help"));
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                    G_CALLBACK (written_cb), bound);
  return row;
}

/* --- yes or no, one of several -------------------------------------------------------------- */

static void
switched_cb (GtkSwitch *toggle, GParamSpec *pspec, Bound *bound)
{
  ante_playbook_doc_set_flag (bound->edit->doc, bound->path, gtk_switch_get_active (toggle));
  tell (bound);
}

static GtkWidget *
build_flag (const AnteFormEdit *edit, const AnteFormField *field, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  Bound *bound = bind (row, edit, field, path, FALSE);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gtk_switch_set_active (GTK_SWITCH (toggle),
                         ante_playbook_doc_get_flag (edit->doc, path, field->yes));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (switched_cb), bound);
  return row;
}

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, Bound *bound)
{
  const char *nick = bound->field->choices[adw_combo_row_get_selected (row)].nick;

  set_typed (bound, nick);
  tell (bound);
}

static GtkWidget *
build_choice (const AnteFormEdit *edit,
              const AnteFormField *field,
              const char *path,
              gboolean reshapes)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkStringList *titles = gtk_string_list_new (NULL);
  Bound *bound = bind (row, edit, field, path, reshapes);
  g_autofree char *said = ante_playbook_doc_dup_text (edit->doc, path);
  guint selected = 0;

  for (guint i = 0; field->choices[i].nick != NULL; i++) {
    gtk_string_list_append (titles, _ (field->choices[i].title));
    if (g_strcmp0 (field->choices[i].nick, said) == 0)
      selected = i;
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_unref (titles);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), bound);
  return row;
}

/* --- any of several ------------------------------------------------------------------------- */

static gboolean
is_in (char **texts, const char *nick)
{
  return texts == NULL || g_strv_contains ((const char *const *) texts, nick);
}

static void
ticked_cb (GtkCheckButton *check, GParamSpec *pspec, GtkWidget *row)
{
  Bound *bound = g_object_get_data (G_OBJECT (row), "ante-bound");
  const char *which = g_object_get_data (G_OBJECT (check), "ante-nick");
  AntePlaybookDoc *doc = bound->edit->doc;
  g_auto (GStrv) before = ante_playbook_doc_get_type (doc, bound->path) == ANTE_DOC_LIST
                            ? ante_playbook_doc_dup_texts (doc, bound->path)
                            : NULL;
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  for (const AnteFormChoice *choice = bound->field->choices; choice->nick != NULL; choice++) {
    if (g_str_equal (choice->nick, which) ? gtk_check_button_get_active (check)
                                          : is_in (before, choice->nick))
      g_ptr_array_add (after, (gpointer) choice->nick);
  }
  g_ptr_array_add (after, NULL);
  ante_playbook_doc_set_texts (doc, bound->path, (const char *const *) after->pdata);
  tell (bound);
}

static GtkWidget *
build_set (const AnteFormEdit *edit, const AnteFormField *field, const char *path)
{
  GtkWidget *row = adw_expander_row_new ();
  g_auto (GStrv) said = ante_playbook_doc_get_type (edit->doc, path) == ANTE_DOC_LIST
                          ? ante_playbook_doc_dup_texts (edit->doc, path)
                          : NULL;

  bind (row, edit, field, path, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  if (field->help != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ (field->help));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  for (const AnteFormChoice *choice = field->choices; choice->nick != NULL; choice++) {
    GtkWidget *line = adw_action_row_new ();
    GtkWidget *check = gtk_check_button_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _ (choice->title));
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_in (said, choice->nick));
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (choice->title), -1);
    g_object_set_data (G_OBJECT (check), "ante-nick", (gpointer) choice->nick);
    adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
    g_signal_connect (check, "notify::active", G_CALLBACK (ticked_cb), row);
  }
  return row;
}

GtkWidget *
ante_form_row_new (const AnteFormEdit *edit,
                   const AnteFormField *field,
                   const char *path,
                   gboolean reshapes)
{
  switch (field->kind) {
  case ANTE_FORM_LONG:
  case ANTE_FORM_TEXTS:
    return build_lines (edit, field, path);
  case ANTE_FORM_FLAG:
    return build_flag (edit, field, path);
  case ANTE_FORM_CHOICE:
    return build_choice (edit, field, path, reshapes);
  case ANTE_FORM_SET:
    return build_set (edit, field, path);
  default:
    return build_line (edit, field, path);
  }
}
