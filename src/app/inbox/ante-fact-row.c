#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/inbox/ante-fact-row.h"

#include <glib/gi18n.h>

#include "app/shared/ante-fact-words.h"
#include "app/shared/ante-tooltip.h"
#include "app/shared/ante-words.h"
#include "rules/ante-text.h"

#define DOUBLE_CLICK_US (300 * 1000)

struct _AnteFactRow {
  GtkListBoxRow parent_instance;

  GtkLabel *kind;
  GtkLabel *text;
  GtkLabel *before;
  GtkLabel *origin;
  GtkWidget *answers;
  GtkWidget *yes;
  GtkWidget *handle;
  GtkWidget *no;
  GtkWidget *jump;

  gint64 id;
  AnteFactKind fact_kind;
  gboolean suggested;
  gboolean handled;
  gint64 shown_at;   /* when it came to be that, µs */
  gboolean answered; /* another one stands here as soon as that is kept */
  char *mid;         /* (nullable): of the message that proves it, while it is there */
  gint64 said_at;
  guint span_start;
  guint span_end;
};

enum {
  ANSWERED,
  HANDLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnteFactRow, ante_fact_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe_kind (const AnteFact *fact)
{
  const char *type = ante_fact_words_type (fact->kind, fact->type);
  const char *kind = ante_fact_words_of (fact->kind, fact->type);

  return type != NULL ? g_strdup_printf ("%s: %s", kind, type) : g_strdup (kind);
}

static char *
describe_finder (const AnteFact *fact, const char *who)
{
  if (fact->origin == ANTE_FACT_BY_PERSON)
    /* Translators: who typed a fact about a lead. */
    return g_strdup_printf (_ ("Noted by %s"), who);
  if (fact->kind == ANTE_FACT_ALREADY_KNOWS)
    return g_strdup (_ ("From our own message"));
  if (fact->state == ANTE_FACT_SUGGESTED)
    return g_strdup (fact->origin == ANTE_FACT_BY_AI ? _ ("Suggested by AI") : _ ("Suggested"));
  /* Translators: who said yes to a fact that the machine had found. */
  return g_strdup_printf (_ ("Confirmed by %s"), who);
}

static char *
describe_origin (const AnteFact *fact, gint64 now)
{
  g_autofree char *handled = NULL;
  g_autofree char *who = ante_words_party (fact->party);
  g_autofree char *finder = describe_finder (fact, who);
  g_autofree char *when = ante_words_ago (fact->said_at > 0 ? fact->said_at : fact->at, now);

  if (fact->handled_at > 0) {
    handled = ante_words_ago (fact->handled_at, now);
    /* Translators: an objection, and when. */
    return g_strdup_printf (_ ("Answered · %s"), handled);
  }
  if (fact->is_gone)
    return g_strdup_printf (_ ("%s · the message was taken back since"), finder);
  return g_strdup_printf ("%s · %s", finder, when);
}

static void
show_before (AnteFactRow *self, const AnteFact *before, gint64 now)
{
  g_autofree char *text = before != NULL ? ante_text_isolate (before->text) : NULL;
  g_autofree char *when = before != NULL ? ante_words_ago (before->at, now) : NULL;
  /* Translators: what was known of a lead until a newer fact came, and since when. */
  g_autofree char *words =
    before != NULL ? g_strdup_printf (_ ("Before: %s (%s)"), text, when) : NULL;

  gtk_label_set_text (self->before, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->before), before != NULL);
}

static void
keep (AnteFactRow *self, const AnteFact *fact)
{
  gboolean suggested = fact->state == ANTE_FACT_SUGGESTED;
  gboolean handled = fact->handled_at > 0;

  if (self->id != fact->id || self->suggested != suggested || self->handled != handled)
    self->shown_at = g_get_monotonic_time ();
  self->id = fact->id;
  self->fact_kind = fact->kind;
  self->answered = FALSE;
  self->suggested = suggested;
  self->handled = handled;
  self->said_at = fact->said_at;
  self->span_start = fact->span_start;
  self->span_end = fact->span_end;
  g_free (self->mid);
  self->mid = fact->is_gone ? NULL : g_strdup (fact->mid);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Of an objection that holds: that it was answered, or is not. */
static void
show_handling (AnteFactRow *self)
{
  const char *words = self->handled ? _ ("Stands Open Again") : _ ("Answered");

  gtk_widget_set_visible (self->handle, !self->suggested && self->fact_kind == ANTE_FACT_OBJECTION);
  gtk_button_set_icon_name (GTK_BUTTON (self->handle),
                            self->handled ? "edit-undo-symbolic" : "object-select-symbolic");
  ante_tooltip_set (self->handle, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

void
ante_fact_row_show (AnteFactRow *self, const AnteFact *fact, const AnteFact *before, gint64 now)
{
  g_autofree char *kind = describe_kind (fact);
  g_autofree char *text = ante_text_isolate (fact->text);
  g_autofree char *origin = describe_origin (fact, now);
  g_autofree char *exact = ante_words_exact (fact->said_at > 0 ? fact->said_at : fact->at);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", kind, text, origin);
  GtkWidget *widget = GTK_WIDGET (self);

  keep (self, fact);
  gtk_label_set_text (self->kind, kind);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->origin, origin);
  ante_tooltip_set (GTK_WIDGET (self->origin), exact);
  show_before (self, before, now);
  gtk_widget_set_visible (self->yes, self->suggested);
  gtk_widget_set_visible (self->jump, !self->suggested && self->mid != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->mid != NULL);
  show_handling (self);
  set_class (widget, "suggested", self->suggested);
  set_class (GTK_WIDGET (self->text), "dim-label", self->handled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gint64
ante_fact_row_get_id (AnteFactRow *self)
{
  return self->id;
}

AnteFactKind
ante_fact_row_get_kind (AnteFactRow *self)
{
  return self->fact_kind;
}

void
ante_fact_row_go (AnteFactRow *self)
{
  if (self->mid != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "thread.show-message", "(sxuu)", self->mid,
                                self->said_at, self->span_start, self->span_end);
}

/* The second click of two was meant for what stood here before. */
static gboolean
is_too_soon (AnteFactRow *self)
{
  return self->answered || g_get_monotonic_time () - self->shown_at < DOUBLE_CLICK_US;
}

/* Once: a double click would answer the one that comes to stand here. */
static void
answer (AnteFactRow *self, gboolean yes)
{
  if (self->answered)
    return;
  self->answered = TRUE;
  g_signal_emit (self, signals[ANSWERED], 0, yes);
}

static void
yes_cb (AnteFactRow *self)
{
  if (!is_too_soon (self))
    answer (self, TRUE);
}

static void
no_cb (AnteFactRow *self)
{
  if (!is_too_soon (self))
    answer (self, FALSE);
}

static void
handle_cb (AnteFactRow *self)
{
  if (is_too_soon (self))
    return;
  self->answered = TRUE;
  g_signal_emit (self, signals[HANDLED], 0, !self->handled);
}

/* On the row itself; its buttons have their own keys. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint code,
        GdkModifierType state,
        AnteFactRow *self)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self)) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    answer (self, FALSE);
  else if (self->suggested && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    answer (self, TRUE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
ante_fact_row_finalize (GObject *object)
{
  g_free (ANTE_FACT_ROW (object)->mid);
  G_OBJECT_CLASS (ante_fact_row_parent_class)->finalize (object);
}

static void
ante_fact_row_class_init (AnteFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ante_fact_row_finalize;
  signals[ANSWERED] = g_signal_new ("answered", ANTE_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[HANDLED] = g_signal_new ("handled", ANTE_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ANTE_APP_PATH "/ui/inbox/ante-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, kind);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, text);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, before);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, origin);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, answers);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, yes);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, no);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, jump);
  gtk_widget_class_bind_template_child (widget_class, AnteFactRow, handle);
  gtk_widget_class_bind_template_callback (widget_class, handle_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
ante_fact_row_init (AnteFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ante_fact_row_new (void)
{
  return g_object_new (ANTE_TYPE_FACT_ROW, NULL);
}
