#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-kind-no.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AnteKindNo {
  AdwBin parent_instance;

  GtkCheckButton *wanted; /* NULL: another answer is begun */
  char *text;
};

G_DEFINE_FINAL_TYPE (AnteKindNo, ante_kind_no, ADW_TYPE_BIN)

static gboolean
is_of_name (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == '-' || c == '\'' || c == 0x2019;
}

/* (transfer full) (nullable): as one would be spoken to; NULL where the first word is no name. */
static char *
dup_first_name (AnteLead *lead)
{
  const char *end = lead->name != NULL ? lead->name : "";
  const char *start = end;

  while (*end != '\0' && is_of_name (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end == start || (*end != '\0' && *end != ' '))
    return NULL;
  return g_strndup (start, (gsize) (end - start));
}

static char *
write_no (AnteLead *lead)
{
  g_autofree char *name = dup_first_name (lead);
  /* Translators: a first name. */
  g_autofree char *greeting =
    name != NULL ? g_strdup_printf (_ ("Hi %s,"), name) : g_strdup (_ ("Hi,"));

  /* Translators: what a coach writes to someone with whom they will not work; %s is "Hi Ana,". */
  return g_strdup_printf (
    _ ("%s thank you for being so open with me. I don't think I'm the right coach for this, and "
       "I'd rather say so now than take your time. I wish you all the best with it!"),
    greeting);
}

static void
add_offer (AnteKindNo *self, AdwActionRow *row)
{
  const char *title = _ ("Write a kind no into the answer box");
  g_autofree char *text = g_markup_escape_text (self->text, -1);

  self->wanted = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->wanted), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wanted), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->text, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, text);
  adw_action_row_add_prefix (row, GTK_WIDGET (self->wanted));
  adw_action_row_set_activatable_widget (row, GTK_WIDGET (self->wanted));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), _ ("To be read and sent by you"));
}

static void
add_refusal (AdwActionRow *row)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("An answer is begun already"));
  adw_action_row_set_subtitle (row, _ ("It stays as it is: no kind no is written over it."));
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("document-edit-symbolic"));
}

char *
ante_kind_no_dup_text (AnteKindNo *self)
{
  return self->wanted != NULL && gtk_check_button_get_active (self->wanted) ? g_strdup (self->text)
                                                                            : NULL;
}

static void
ante_kind_no_finalize (GObject *object)
{
  g_free (ANTE_KIND_NO (object)->text);
  G_OBJECT_CLASS (ante_kind_no_parent_class)->finalize (object);
}

static void
ante_kind_no_class_init (AnteKindNoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ante_kind_no_finalize;
}

static void
ante_kind_no_init (AnteKindNo *self)
{
}

GtkWidget *
ante_kind_no_new (AnteLead *lead, const char *draft)
{
  AnteKindNo *self = g_object_new (ANTE_TYPE_KIND_NO, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();

  self->text = write_no (lead);
  if (*draft == '\0')
    add_offer (self, ADW_ACTION_ROW (row));
  else
    add_refusal (ADW_ACTION_ROW (row));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Answer"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_bin_set_child (ADW_BIN (self), list);
  return GTK_WIDGET (self);
}
