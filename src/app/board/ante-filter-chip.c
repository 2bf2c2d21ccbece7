#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-filter-chip.h"

#include <glib/gi18n.h>

#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-words.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

/* Longer words are cut off: see the template. */
#define MAX_CHARS 30

struct _AnteFilterChip {
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *words;
  GtkWidget *clear;
  GtkPopover *popover;
  GtkBox *rows;

  AnteFilterKind kind;
  char **values;      /* (nullable): asked for */
  char **choices;     /* (nullable): of the rows */
  GPtrArray *waiting; /* (nullable): choices that came while the popover was open */
  gboolean filling;
};

enum {
  OPENED,
  TOGGLED,
  CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteFilterChip, ante_filter_chip, ADW_TYPE_BIN)

/* --- words ---------------------------------------------------------------------------------- */

static const char *
get_title (AnteFilterKind kind)
{
  static const char *const titles[ANTE_FILTER_N_KINDS] = {
    NULL, N_ ("Owner"), N_ ("Source"), N_ ("Label"), N_ ("Offer"), N_ ("Due"), N_ ("Window"),
  };

  return _ (titles[kind]);
}

static const char *
get_clear_words (AnteFilterKind kind)
{
  static const char *const words[ANTE_FILTER_N_KINDS] = {
    NULL,
    N_ ("Any owner"),
    N_ ("Any source"),
    N_ ("Any label"),
    N_ ("Any offer"),
    N_ ("Any due date"),
    N_ ("Any reply window"),
  };

  return _ (words[kind]);
}

static char *
owner_words (const char *party)
{
  if (g_str_equal (party, ANTE_PARTY_SETTER_PREFIX))
    return g_strdup (_ ("Any setter"));
  if (ante_party_is_setter (party))
    return ante_text_isolate (ante_party_get_setter_name (party));
  return ante_words_party (party);
}

static char *
due_words (const char *nick)
{
  static const char *const words[ANTE_N_DUES] = {
    N_ ("Overdue"), N_ ("Today"), N_ ("Later"), N_ ("No date"), N_ ("No next step"),
  };
  AnteDue due = ANTE_DUE_NONE;

  ante_due_from_nick (nick, &due);
  return g_strdup (_ (words[due]));
}

static char *
window_words (const char *nick)
{
  static const char *const words[ANTE_N_REACHES] = {
    N_ ("Open"),
    N_ ("Closing soon"),
    N_ ("By hand only"),
    N_ ("Closed"),
  };
  AnteReach reach = ANTE_REACH_OPEN;

  ante_reach_from_nick (nick, &reach);
  return g_strdup (_ (words[reach]));
}

static char *
value_words (AnteFilterKind kind, const char *value)
{
  AnteSourceKind source = ANTE_SOURCE_UNKNOWN;

  switch (kind) {
  case ANTE_FILTER_OWNER:
    return owner_words (value);
  case ANTE_FILTER_SOURCE:
    ante_source_kind_from_nick (value, &source);
    return g_strdup (source == ANTE_SOURCE_UNKNOWN ? _ ("Unknown") : ante_words_source (source));
  case ANTE_FILTER_DUE:
    return due_words (value);
  case ANTE_FILTER_WINDOW:
    return window_words (value);
  default:
    return ante_text_isolate (value);
  }
}

/* "Owner: Maya, Coach". */
static char *
describe (AnteFilterChip *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *list = NULL;

  if (self->values == NULL)
    return g_strdup (get_title (self->kind));
  for (guint i = 0; self->values[i] != NULL; i++) {
    g_autofree char *value = value_words (self->kind, self->values[i]);

    g_strv_builder_add (builder, value);
  }
  words = g_strv_builder_end (builder);
  /* Translators: stands between the values of a filter. */
  list = g_strjoinv (_ (", "), words);
  /* Translators: a kind of filter, and what is asked for. */
  return g_strdup_printf (_ ("%s: %s"), get_title (self->kind), list);
}

static void
show (AnteFilterChip *self)
{
  g_autofree char *words = describe (self);

  gtk_label_set_text (self->words, words);
  ante_tooltip_set (GTK_WIDGET (self->button),
                    g_utf8_strlen (words, -1) > MAX_CHARS ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_visible (self->clear, self->values != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->values != NULL || self->choices != NULL);
  if (self->values != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set");
}

/* --- the popover ---------------------------------------------------------------------------- */

/* What a row stands for: they are in the order of the choices. */
static const char *
get_value (AnteFilterChip *self, GtkWidget *check)
{
  guint i = 0;

  while ((check = gtk_widget_get_prev_sibling (check)) != NULL)
    i++;
  return self->choices[i];
}

static void
toggled_cb (GtkCheckButton *check, AnteFilterChip *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[TOGGLED], 0, get_value (self, GTK_WIDGET (check)),
                   gtk_check_button_get_active (check));
}

static GtkWidget *
make_row (AnteFilterChip *self, const char *value)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = value_words (self->kind, value);
  GtkWidget *name = gtk_label_new (words);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 28);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  return check;
}

static const AnteFacet *
find_facet (GPtrArray *facets, const char *value)
{
  for (guint i = 0; i < facets->len; i++) {
    const AnteFacet *facet = facets->pdata[i];

    if (g_str_equal (facet->value, value))
      return facet;
  }
  return NULL;
}

static void
show_count (AnteFilterChip *self, GtkWidget *check, guint n)
{
  GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  g_autofree char *name = value_words (self->kind, get_value (self, check));
  g_autofree char *words = g_strdup_printf ("%u", n);
  g_autofree char *spoken = g_strdup_printf ("%s, %u", name, n);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

void
ante_filter_chip_set_counts (AnteFilterChip *self, GPtrArray *facets)
{
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); check != NULL;
       check = gtk_widget_get_next_sibling (check)) {
    const AnteFacet *facet = find_facet (facets, get_value (self, check));

    show_count (self, check, facet != NULL ? facet->n_leads : 0);
  }
}

static void
show_ticks (AnteFilterChip *self)
{
  self->filling = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); check != NULL;
       check = gtk_widget_get_next_sibling (check)) {
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      self->values != NULL &&
        g_strv_contains ((const char *const *) self->values, get_value (self, check)));
  }
  self->filling = FALSE;
}

static gboolean
is_same (char **a, char **b)
{
  return (a == NULL) == (b == NULL) &&
         (a == NULL || g_strv_equal ((const char *const *) a, (const char *const *) b));
}

/* The rows stay while their values do, and while somebody looks: the keyboard may be on one. */
void
ante_filter_chip_set_choices (AnteFilterChip *self, GPtrArray *facets)
{
  g_auto (GStrv) choices = facets->len > 0 ? g_new0 (char *, facets->len + 1) : NULL;
  GtkWidget *child = NULL;

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  for (guint i = 0; i < facets->len; i++)
    choices[i] = g_strdup (((AnteFacet *) facets->pdata[i])->value);
  if (is_same (choices, self->choices))
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover))) {
    self->waiting = g_ptr_array_ref (facets);
    return;
  }

  g_clear_pointer (&self->choices, g_strfreev);
  self->choices = g_steal_pointer (&choices);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; self->choices != NULL && self->choices[i] != NULL; i++)
    gtk_box_append (self->rows, make_row (self, self->choices[i]));
  ante_filter_chip_set_counts (self, facets);
  show_ticks (self);
  show (self);
}

static void
opened_cb (AnteFilterChip *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
closed_cb (AnteFilterChip *self)
{
  g_autoptr (GPtrArray) facets = g_steal_pointer (&self->waiting);

  if (facets != NULL)
    ante_filter_chip_set_choices (self, facets);
}

static void
clear_cb (AnteFilterChip *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  g_signal_emit (self, signals[CLEARED], 0);
}

/* --- the chip ------------------------------------------------------------------------------- */

AnteFilterKind
ante_filter_chip_get_kind (AnteFilterChip *self)
{
  return self->kind;
}

void
ante_filter_chip_set_words (AnteFilterChip *self, const AnteFilterWords *words)
{
  char **values = words->values[self->kind];

  if (is_same (values, self->values))
    return;
  g_strfreev (self->values);
  self->values = g_strdupv (values);
  show_ticks (self);
  show (self);
}

static void
ante_filter_chip_dispose (GObject *object)
{
  g_clear_pointer (&ANTE_FILTER_CHIP (object)->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (ante_filter_chip_parent_class)->dispose (object);
}

static void
ante_filter_chip_finalize (GObject *object)
{
  AnteFilterChip *self = ANTE_FILTER_CHIP (object);

  g_strfreev (self->values);
  g_strfreev (self->choices);
  G_OBJECT_CLASS (ante_filter_chip_parent_class)->finalize (object);
}

static void
ante_filter_chip_class_init (AnteFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ante_filter_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = ante_filter_chip_finalize;
  signals[OPENED] = g_signal_new ("opened", ANTE_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[TOGGLED] = g_signal_new ("toggled", ANTE_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[CLEARED] = g_signal_new ("cleared", ANTE_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/board/ante-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterChip, words);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterChip, clear);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterChip, popover);
  gtk_widget_class_bind_template_child (widget_class, AnteFilterChip, rows);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ante_filter_chip_init (AnteFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_filter_chip_new (AnteFilterKind kind)
{
  AnteFilterChip *self = g_object_new (ANTE_TYPE_FILTER_CHIP, NULL);

  self->kind = kind;
  ante_tooltip_set (self->clear, get_clear_words (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_clear_words (kind), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (kind), -1);
  show (self);
  return GTK_WIDGET (self);
}
