#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-words-bar.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "model/ante-fact.h"

struct _AnteWordsBar {
  AdwBin parent_instance;

  GtkBox *usual;
  GtkMenuButton *more;
  GtkPopover *popover;
  GtkBox *all;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteWordsBar, ante_words_bar, ADW_TYPE_BIN)

typedef struct {
  int kind;
  guint letter;
  gboolean usual; /* one click away */
  const char *type;
} Choice;

static const Choice choices[] = {
  { ANTE_FACT_GOAL, GDK_KEY_g, TRUE, NULL },
  { ANTE_FACT_PROBLEM, GDK_KEY_p, TRUE, NULL },
  { ANTE_FACT_OBJECTION, GDK_KEY_o, TRUE, NULL },
  { ANTE_FACT_BOTTLENECK, GDK_KEY_b, FALSE, NULL },
  { ANTE_FACT_BUDGET, GDK_KEY_u, FALSE, NULL },
  { ANTE_FACT_TIMELINE, GDK_KEY_t, FALSE, NULL },
  { ANTE_FACT_OFFER, GDK_KEY_i, FALSE, NULL },
  { ANTE_FACT_FIT, GDK_KEY_f, FALSE, NULL },
  { ANTE_FACT_FIT, GDK_KEY_x, FALSE, ANTE_FACT_TYPE_AGAINST },
  { ANTE_FACT_NEXT_STEP, GDK_KEY_n, FALSE, NULL },
  { ANTE_WORDS_SOURCE, GDK_KEY_s, FALSE, NULL },
  { ANTE_FACT_FREE, GDK_KEY_a, FALSE, NULL },
};

static void
choose (AnteWordsBar *self, const Choice *choice)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, choice->kind, choice->type);
}

static void
clicked_cb (GtkWidget *button, gpointer choice)
{
  choose (ANTE_WORDS_BAR (gtk_widget_get_ancestor (button, ANTE_TYPE_WORDS_BAR)), choice);
}

static const char *
name_of (const Choice *choice)
{
  return choice->kind == ANTE_WORDS_SOURCE
           ? _ ("Source")
           : ante_fact_words_of ((AnteFactKind) choice->kind, choice->type);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint code,
        GdkModifierType state,
        AnteWordsBar *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    if (choices[i].letter == gdk_keyval_to_lower (keyval)) {
      choose (self, &choices[i]);
      return GDK_EVENT_STOP;
    }
  }
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
build_choice (const Choice *choice)
{
  g_autofree char *letter = g_strdup_printf ("%c", g_ascii_toupper ((char) choice->letter));
  const char *words = name_of (choice);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *name = gtk_label_new (words);
  GtkWidget *key = gtk_label_new (letter);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, letter, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), (gpointer) choice);
  return button;
}

static void
fill (AnteWordsBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    gtk_box_append (self->all, build_choice (&choices[i]));
    if (choices[i].usual) {
      GtkWidget *button = gtk_button_new_with_label (name_of (&choices[i]));

      /* The selection stays where it is. */
      gtk_widget_set_focus_on_click (button, FALSE);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), (gpointer) &choices[i]);
      gtk_box_append (self->usual, button);
    }
  }
}

void
ante_words_bar_ask (AnteWordsBar *self)
{
  gtk_menu_button_popup (self->more);
}

static void
ante_words_bar_class_init (AnteWordsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", ANTE_TYPE_WORDS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-words-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteWordsBar, usual);
  gtk_widget_class_bind_template_child (widget_class, AnteWordsBar, more);
  gtk_widget_class_bind_template_child (widget_class, AnteWordsBar, popover);
  gtk_widget_class_bind_template_child (widget_class, AnteWordsBar, all);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_words_bar_init (AnteWordsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}
