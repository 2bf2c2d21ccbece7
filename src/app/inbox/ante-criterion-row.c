#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-criterion-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-tooltip.h"
#include "rules/ante-text.h"

struct _AnteCriterionRow {
  GtkListBoxRow parent_instance;

  GtkStack *stack;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *value;
  GtkEditable *entry;

  AnteFactKind kind;
  char *known;     /* "" for nothing */
  gboolean is_due; /* what was kept is on its way */
};

enum {
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteCriterionRow, ante_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_open (AnteCriterionRow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "entry");
}

static void
fold (AnteCriterionRow *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  self->is_due = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "value");
  if (focus != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_known (AnteCriterionRow *self)
{
  gboolean is_known = *self->known != '\0';
  const char *name = ante_fact_words_kind (self->kind);
  g_autofree char *text = is_known ? ante_text_isolate (self->known) : NULL;
  const char *value = text != NULL ? text : _ ("not yet known");
  /* Translators: what is to be found out about a lead, and what is known of it. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), name, value);

  gtk_image_set_from_icon_name (self->icon,
                                is_known ? "emblem-ok-symbolic" : "dialog-question-symbolic");
  gtk_label_set_text (self->value, value);
  ante_tooltip_set (GTK_WIDGET (self), is_known ? self->known : NULL);
  (is_known ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "known");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ante_criterion_row_show (AnteCriterionRow *self, GPtrArray *facts)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; facts != NULL && i < facts->len; i++) {
    const AnteFact *fact = facts->pdata[i];

    if (fact->kind == self->kind && fact->state == ANTE_FACT_CONFIRMED)
      g_string_append_printf (known, "%s%s", known->len > 0 ? " · " : "", fact->text);
  }
  g_free (self->known);
  self->known = g_string_free (g_steal_pointer (&known), FALSE);
  show_known (self);
  if (self->is_due)
    fold (self);
}

void
ante_criterion_row_end (AnteCriterionRow *self, gboolean is_new)
{
  if (is_new)
    self->is_due = TRUE;
  else
    fold (self);
}

AnteFactKind
ante_criterion_row_get_kind (AnteCriterionRow *self)
{
  return self->kind;
}

void
ante_criterion_row_open (AnteCriterionRow *self)
{
  if (is_open (self))
    return;
  /* Of which several hold, another is added. */
  gtk_editable_set_text (self->entry, ante_fact_kind_is_several (self->kind) ? "" : self->known);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
entered_cb (AnteCriterionRow *self)
{
  g_autofree char *clean = ante_text_clean (gtk_editable_get_text (self->entry), -1, 0);
  const char *text = g_strstrip (clean);

  if (*text == '\0' || g_str_equal (text, self->known))
    fold (self);
  else
    g_signal_emit (self, signals[SAID], 0, text);
}

/* Taken before a view takes it, which would close. */
static gboolean
key_cb (AnteCriterionRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !is_open (self))
    return FALSE;
  fold (self);
  return TRUE;
}

static void
ante_criterion_row_finalize (GObject *object)
{
  g_free (ANTE_CRITERION_ROW (object)->known);
  G_OBJECT_CLASS (ante_criterion_row_parent_class)->finalize (object);
}

static void
ante_criterion_row_class_init (AnteCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_criterion_row_finalize;
  signals[SAID] = g_signal_new ("said", ANTE_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteCriterionRow, stack);
  gtk_widget_class_bind_template_child (widget_class, AnteCriterionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AnteCriterionRow, name);
  gtk_widget_class_bind_template_child (widget_class, AnteCriterionRow, value);
  gtk_widget_class_bind_template_child (widget_class, AnteCriterionRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_criterion_row_init (AnteCriterionRow *self)
{
  self->known = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_criterion_row_new (AnteFactKind kind)
{
  AnteCriterionRow *self = g_object_new (ANTE_TYPE_CRITERION_ROW, NULL);
  const char *nick = ante_fact_kind_to_nick (kind);

  self->kind = kind;
  gtk_label_set_text (self->name, ante_fact_words_kind (kind));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), ante_fact_words_hint (nick));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), ANTE_FACT_MAX_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ante_fact_words_kind (kind), -1);
  show_known (self);
  return GTK_WIDGET (self);
}
