#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/approvals/ante-receipt-panel.h"

#include <glib/gi18n.h>

struct _AnteReceiptPanel {
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (AnteReceiptPanel, ante_receipt_panel, ADW_TYPE_BIN)

const char *
ante_receipt_get_words (AnteVerdictKind kind)
{
  switch (kind) {
  case ANTE_VERDICT_ALLOW:
    return _ ("Every rule passed");
  case ANTE_VERDICT_HOLD:
    return _ ("A rule asks for you");
  default:
    return _ ("A rule forbids this");
  }
}

const char *
ante_receipt_get_style (AnteVerdictKind kind)
{
  return kind == ANTE_VERDICT_ALLOW ? "success" : kind == ANTE_VERDICT_HOLD ? "warning" : "error";
}

const char *
ante_receipt_get_icon (AnteVerdictKind kind)
{
  return kind == ANTE_VERDICT_ALLOW  ? "emblem-ok-symbolic"
         : kind == ANTE_VERDICT_HOLD ? "dialog-warning-symbolic"
                                     : "dialog-error-symbolic";
}

static GtkWidget *
build_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
build_head (AnteVerdictKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = build_label (ante_receipt_get_words (kind), "heading");

  gtk_widget_add_css_class (label, ante_receipt_get_style (kind));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (ante_receipt_get_icon (kind)));
  gtk_widget_add_css_class (gtk_widget_get_first_child (box), ante_receipt_get_style (kind));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* What was found: the sentence for people, the words, then the rule's name for whoever looks it up.
 */
static GtkWidget *
build_finding (const AnteReceiptLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name (ante_receipt_get_icon (line->kind));
  const char *what = line->what != NULL ? _ (line->what) : line->category;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "receipt-line");
  gtk_widget_add_css_class (sign, ante_receipt_get_style (line->kind));
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), sign);
  gtk_box_append (GTK_BOX (head), build_label (what, NULL));
  gtk_box_append (GTK_BOX (box), head);
  if (line->excerpt != NULL && *line->excerpt != '\0') {
    g_autofree char *whose = g_strdup_printf (
      g_strcmp0 (line->source, "lead") == 0 ? _ ("They wrote: “%s”") : _ ("In the draft: “%s”"),
      line->excerpt);

    gtk_box_append (GTK_BOX (box), build_label (whose, "caption"));
  }
  gtk_box_append (GTK_BOX (box), build_label (line->rule, "dim-label"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  return box;
}

static GtkWidget *
build_passed (const AnteReceiptView *view, guint passed)
{
  g_autofree char *count =
    g_strdup_printf (g_dngettext (NULL, "%u rule passed", "%u rules passed", passed), passed);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *expander = gtk_expander_new (count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, count,
                                  -1);
  for (guint i = 0; i < view->lines->len; i++) {
    const AnteReceiptLine *line = view->lines->pdata[i];

    if (line->kind == ANTE_VERDICT_ALLOW)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", line->rule);
  }
  gtk_expander_set_child (GTK_EXPANDER (expander), build_label (names->str, "caption"));
  return expander;
}

/* By which version, by which engine, and what it was made of: a receipt tells where it comes from.
 */
static void
append_origin (AnteReceiptPanel *self, const AnteReceiptView *view)
{
  g_autofree char *basis = g_strjoinv (", ", view->basis);
  g_autofree char *version = g_strdup_printf (_ ("Playbook version %d, rules %s"),
                                              (int) view->playbook_version, view->engine);

  if (*basis != '\0') {
    g_autofree char *made = g_strdup_printf (_ ("Made of: %s"), basis);

    gtk_box_append (GTK_BOX (self->box), build_label (made, "caption"));
  }
  if (view->why != NULL && *view->why != '\0')
    gtk_box_append (GTK_BOX (self->box), build_label (view->why, "caption"));
  gtk_box_append (GTK_BOX (self->box), build_label (version, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (self->box), "dim-label");
}

void
ante_receipt_panel_show (AnteReceiptPanel *self, AnteVerdictKind kind, const char *body)
{
  g_autoptr (AnteReceiptView) view = body != NULL ? ante_receipt_view_new (body) : NULL;
  GtkWidget *child = NULL;
  guint passed = 0;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (view == NULL) {
    gtk_box_append (GTK_BOX (self->box), build_label (_ ("Being checked…"), "dim-label"));
    return;
  }
  gtk_box_append (GTK_BOX (self->box), build_head (kind));
  for (guint i = 0; i < view->lines->len; i++) {
    const AnteReceiptLine *line = view->lines->pdata[i];

    if (line->kind == ANTE_VERDICT_ALLOW)
      passed++;
    else
      gtk_box_append (GTK_BOX (self->box), build_finding (line));
  }
  if (passed > 0)
    gtk_box_append (GTK_BOX (self->box), build_passed (view, passed));
  append_origin (self, view);
}

static void
ante_receipt_panel_class_init (AnteReceiptPanelClass *klass)
{
}

static void
ante_receipt_panel_init (AnteReceiptPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Receipt"), -1);
}

GtkWidget *
ante_receipt_panel_new (void)
{
  return g_object_new (ANTE_TYPE_RECEIPT_PANEL, NULL);
}
