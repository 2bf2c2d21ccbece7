#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/replies/ante-reply-editor.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toasts.h"
#include "app/shared/ante-words.h"
#include "engine/ante-advice.h"
#include "engine/ante-reply-commands.h"
#include "rules/ante-saved-reply.h"
#include "rules/ante-text.h"

struct _AnteReplyEditor {
  AdwWindow parent_instance;

  GtkWidget *save;
  AdwEntryRow *name;
  AdwComboRow *source;
  GtkTextView *text;
  GtkBox *places;
  GtkLabel *problem;

  GtkWidget *from;
  AnteWorkspace *workspace;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (AnteReplyEditor, ante_reply_editor, ADW_TYPE_WINDOW)

static char *
dup_text (AnteReplyEditor *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  return g_strstrip (text);
}

static void
show_problem (AnteReplyEditor *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

/* (transfer full) (nullable): what is wrong with it, or most likely is. */
static char *
describe_problem (const char *name, const char *text)
{
  g_autofree char *unknown = ante_saved_reply_find_unknown (text);

  if (g_utf8_strlen (name, -1) > ANTE_REPLY_MAX_NAME)
    return g_strdup_printf (_ ("The name has at most %d characters."), ANTE_REPLY_MAX_NAME);
  if (g_utf8_strlen (text, -1) > ANTE_REPLY_MAX_TEXT)
    return g_strdup_printf (_ ("The text has at most %d characters."), ANTE_REPLY_MAX_TEXT);
  if (unknown != NULL)
    /* Translators: something in braces, such as {price}. */
    return g_strdup_printf (_ ("Nothing is known that could stand for {%s}: you will fill it in by "
                               "hand each time."),
                            unknown);
  return NULL;
}

static void
check_cb (AnteReplyEditor *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *text = dup_text (self);
  g_autofree char *problem = describe_problem (name, text);

  show_problem (self, problem);
  gtk_widget_set_sensitive (self->save, *name != '\0' && *text != '\0' &&
                                          g_utf8_strlen (name, -1) <= ANTE_REPLY_MAX_NAME &&
                                          g_utf8_strlen (text, -1) <= ANTE_REPLY_MAX_TEXT);
}

static char *
describe_error (const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);

  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_EXISTS))
    return g_strdup (_ ("There is a saved reply of that name. Choose another one."));
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_TOO_MANY))
    return g_strdup (_ ("500 replies are saved already. Delete one that you do not use first."));
  if (g_error_matches (error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_CONFLICT))
    return g_strdup (_ ("This reply was changed or deleted meanwhile. Copy your text, close this "
                        "window, and look again."));
  return g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AnteReplyEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 act = ante_command_keep_reply_finish (ANTE_WORKSPACE (source), result, &error);

  if (self->from == NULL)
    return; /* closed with its window meanwhile */
  if (error != NULL) {
    g_autofree char *words = describe_error (error);

    show_problem (self, words);
    gtk_widget_set_sensitive (self->save, TRUE);
    return;
  }
  if (act > 0) {
    g_autofree char *name = ante_text_isolate (gtk_editable_get_text (GTK_EDITABLE (self->name)));
    g_autofree char *words = g_strdup_printf (_ ("Saved reply: %s"), name);

    ante_toast_undo (self->from, words, self->workspace, act);
  }
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (AnteReplyEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (AnteReply) reply =
    ante_reply_new (self->id, gtk_editable_get_text (GTK_EDITABLE (self->name)), text,
                    (AnteSourceKind) adw_combo_row_get_selected (self->source));

  gtk_widget_set_sensitive (self->save, FALSE);
  ante_command_keep_reply_async (self->workspace, self->id, reply, saved_cb, g_object_ref (self));
}

static gboolean
key_cb (AnteReplyEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return FALSE;
  if (gtk_widget_get_sensitive (self->save))
    save_cb (self);
  return TRUE;
}

static void
place_cb (AnteReplyEditor *self, GtkButton *button)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->text),
                                    gtk_button_get_label (button), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* What a press puts into the text; the words after the bar stand where nothing is known. */
static void
add_places (AnteReplyEditor *self)
{
  const char *const places[] = { _ ("{first_name|there}"), "{handle}", "{booking_link}",
                                 "{my_name}" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    GtkWidget *button = gtk_button_new_with_label (places[i]);
    g_autofree char *spoken = g_strdup_printf (_ ("Insert %s"), places[i]);

    gtk_widget_add_css_class (button, "small");
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
    g_signal_connect_object (button, "clicked", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->places, button);
  }
}

static void
add_sources (AnteReplyEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* In the place of the first kind, which is that nothing is known. */
  gtk_string_list_append (names, _ ("All leads"));
  for (int i = ANTE_SOURCE_UNKNOWN + 1; i <= ANTE_SOURCE_ORGANIC; i++)
    gtk_string_list_append (names, ante_words_source ((AnteSourceKind) i));
  adw_combo_row_set_model (self->source, G_LIST_MODEL (names));
}

static void
ante_reply_editor_dispose (GObject *object)
{
  AnteReplyEditor *self = ANTE_REPLY_EDITOR (object);

  g_clear_object (&self->from);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ante_reply_editor_parent_class)->dispose (object);
}

static void
ante_reply_editor_class_init (AnteReplyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_reply_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/replies/ante-reply-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteReplyEditor, save);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyEditor, name);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyEditor, source);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyEditor, text);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyEditor, places);
  gtk_widget_class_bind_template_child (widget_class, AnteReplyEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ante_reply_editor_init (AnteReplyEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_sources (self);
  add_places (self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (check_cb),
                            self);
}

GtkWidget *
ante_reply_editor_new (GtkWidget *from, AnteWorkspace *workspace, const AnteReply *reply)
{
  AnteReplyEditor *self =
    g_object_new (ANTE_TYPE_REPLY_EDITOR, "transient-for", gtk_widget_get_root (from), "title",
                  reply->id != 0 ? _ ("Edit Saved Reply") : _ ("New Saved Reply"), NULL);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->id = reply->id;
  gtk_editable_set_text (GTK_EDITABLE (self->name), reply->name);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), reply->text, -1);
  adw_combo_row_set_selected (self->source, reply->source);
  check_cb (self);
  return GTK_WIDGET (self);
}
