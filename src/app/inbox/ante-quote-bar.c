#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-quote-bar.h"

#include <glib/gi18n.h>

#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

#define QUOTE_CHARS 120

struct _AnteQuoteBar {
  AdwBin parent_instance;

  GtkLabel *line;

  gint64 lead;
  GHashTable *quotes; /* row id of a lead -> AnteQuote */
};

enum {
  STEP,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteQuoteBar, ante_quote_bar, ADW_TYPE_BIN)

void
ante_quote_free (AnteQuote *self)
{
  if (self == NULL)
    return;

  g_free (self->mid);
  g_free (self->line);
  g_free (self);
}

static AnteQuote *
get_quote (AnteQuoteBar *self)
{
  return g_hash_table_lookup (self->quotes, &self->lead);
}

static void
show (AnteQuoteBar *self)
{
  const AnteQuote *quote = get_quote (self);

  gtk_label_set_text (self->line, quote != NULL ? quote->line : "");
  gtk_widget_set_visible (GTK_WIDGET (self), quote != NULL);
}

/* Takes @quote. */
static void
keep (AnteQuoteBar *self, gint64 lead, AnteQuote *quote)
{
  g_hash_table_replace (self->quotes, g_memdup2 (&lead, sizeof lead), quote);
  show (self);
}

void
ante_quote_bar_set_lead (AnteQuoteBar *self, gint64 lead)
{
  self->lead = lead;
  show (self);
}

static char *
describe (AnteMessage *message, const char *who)
{
  g_autofree char *said = message->text != NULL && *message->text != '\0'
                            ? ante_text_one_line (message->text, QUOTE_CHARS)
                            : g_strdup (ante_words_kind (message->kind));

  /* Translators: who said something, and what: it is answered. */
  return g_strdup_printf (_ ("Reply to %s: %s"), who, said);
}

void
ante_quote_bar_quote (AnteQuoteBar *self, AnteMessage *message, const char *who)
{
  AnteQuote *quote = g_new0 (AnteQuote, 1);

  quote->mid = g_strdup (message->mid);
  quote->line = describe (message, who);
  keep (self, self->lead, quote);
}

void
ante_quote_bar_clear (AnteQuoteBar *self)
{
  g_hash_table_remove (self->quotes, &self->lead);
  show (self);
}

const char *
ante_quote_bar_get_mid (AnteQuoteBar *self)
{
  const AnteQuote *quote = get_quote (self);

  return quote != NULL ? quote->mid : NULL;
}

AnteQuote *
ante_quote_bar_steal (AnteQuoteBar *self)
{
  gpointer key = NULL;
  gpointer quote = NULL;

  if (!g_hash_table_steal_extended (self->quotes, &self->lead, &key, &quote))
    return NULL;
  g_free (key);
  show (self);
  return quote;
}

void
ante_quote_bar_put_back (AnteQuoteBar *self, gint64 lead, AnteQuote *quote)
{
  if (quote == NULL)
    return;
  /* Another may have been chosen meanwhile. */
  if (g_hash_table_contains (self->quotes, &lead))
    ante_quote_free (quote);
  else
    keep (self, lead, quote);
}

gboolean
ante_quote_bar_handle_key (AnteQuoteBar *self, guint keyval, GdkModifierType state)
{
  guint mask = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Escape && mask == 0 && get_quote (self) != NULL) {
    ante_quote_bar_clear (self);
    return TRUE;
  }
  if (keyval == GDK_KEY_Return && mask == GDK_ALT_MASK && get_quote (self) != NULL) {
    g_signal_emit (self, signals[MENU], 0);
    return TRUE;
  }
  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_Down) || mask != GDK_ALT_MASK)
    return FALSE;
  g_signal_emit (self, signals[STEP], 0, keyval == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static void
ante_quote_bar_finalize (GObject *object)
{
  g_hash_table_unref (ANTE_QUOTE_BAR (object)->quotes);
  G_OBJECT_CLASS (ante_quote_bar_parent_class)->finalize (object);
}

static void
ante_quote_bar_class_init (AnteQuoteBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_quote_bar_finalize;
  signals[STEP] = g_signal_new ("step", ANTE_TYPE_QUOTE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", ANTE_TYPE_QUOTE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-quote-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteQuoteBar, line);
  gtk_widget_class_bind_template_callback (widget_class, ante_quote_bar_clear);
}

static void
ante_quote_bar_init (AnteQuoteBar *self)
{
  self->quotes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) (void (*) (void)) ante_quote_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_quote_bar_new (void)
{
  return g_object_new (ANTE_TYPE_QUOTE_BAR, NULL);
}
