#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/palette/ante-palette-row.h"

struct _AntePaletteRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  AdwAvatar *avatar;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *key;

  AntePaletteEntry *entry;
};

G_DEFINE_FINAL_TYPE (AntePaletteRow, ante_palette_row, GTK_TYPE_LIST_BOX_ROW)

/* What stands before the key: "Move to Qualifying, Lena Krüger". */
static char *
dup_name (AntePaletteRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->detail)))
    return g_strdup (self->entry->title);
  return g_strdup_printf ("%s, %s", self->entry->title, self->entry->detail);
}

static void
show_key (AntePaletteRow *self)
{
  g_autofree char *words = NULL;
  guint keyval = 0;
  GdkModifierType state = 0;

  if (self->entry->key == NULL || !gtk_accelerator_parse (self->entry->key, &keyval, &state))
    return;
  words = gtk_accelerator_get_label (keyval, state);
  gtk_label_set_text (self->key, words);
  gtk_widget_set_visible (GTK_WIDGET (self->key), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, words, -1);
}

static void
show (AntePaletteRow *self, gboolean with_detail)
{
  AntePaletteEntry *entry = self->entry;
  g_autofree char *name = NULL;

  gtk_label_set_text (self->title, entry->title);
  gtk_label_set_text (self->detail, entry->detail != NULL ? entry->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), with_detail && entry->detail != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), entry->icon != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), entry->icon == NULL);
  if (entry->icon != NULL)
    gtk_image_set_from_icon_name (self->icon, entry->icon);
  else
    adw_avatar_set_text (self->avatar, ante_lead_get_title (entry->lead));
  name = dup_name (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_key (self);
}

AntePaletteEntry *
ante_palette_row_get_entry (AntePaletteRow *self)
{
  return self->entry;
}

char *
ante_palette_row_dup_words (AntePaletteRow *self)
{
  g_autofree char *name = dup_name (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->key)))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s, %s", name, gtk_label_get_text (self->key));
}

static void
ante_palette_row_finalize (GObject *object)
{
  g_clear_object (&ANTE_PALETTE_ROW (object)->entry);
  G_OBJECT_CLASS (ante_palette_row_parent_class)->finalize (object);
}

static void
ante_palette_row_class_init (AntePaletteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_palette_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/palette/ante-palette-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AntePaletteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AntePaletteRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, AntePaletteRow, title);
  gtk_widget_class_bind_template_child (widget_class, AntePaletteRow, detail);
  gtk_widget_class_bind_template_child (widget_class, AntePaletteRow, key);
}

static void
ante_palette_row_init (AntePaletteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_palette_row_new (AntePaletteEntry *entry, gboolean with_detail)
{
  AntePaletteRow *self = g_object_new (ANTE_TYPE_PALETTE_ROW, NULL);

  self->entry = g_object_ref (entry);
  show (self, with_detail);
  return GTK_WIDGET (self);
}
