#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-toasts.h"

#include <glib/gi18n.h>

#include "app/shared/ante-toast-area.h"
#include "engine/ante-advice.h"

/* The acts that a line tells of, as long as it is up. */
typedef struct {
  AnteActKind kind;
  char *dir; /* of the data they were done to */
  GArray *acts;
  GHashTable *leads;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->dir);
  g_array_unref (told->acts);
  g_hash_table_unref (told->leads);
  g_free (told);
}

/* (nullable): the view, or its window, was closed before its work ended. */
static AnteToastArea *
find_area (GtkWidget *from)
{
  GtkWidget *area = gtk_widget_get_ancestor (from, ANTE_TYPE_TOAST_AREA);

  return area != NULL && gtk_widget_get_first_child (area) != NULL ? ANTE_TOAST_AREA (area) : NULL;
}

void
ante_toast (GtkWidget *from, const char *text)
{
  AnteToastArea *area = find_area (from);

  if (area != NULL)
    ante_toast_area_show (area, text, NULL, NULL);
}

gboolean
ante_toasts_have_focus (GtkWidget *from)
{
  AnteToastArea *area = find_area (from);

  return area != NULL && ante_toast_area_has_focus (area);
}

static char *
describe (AnteActKind kind, guint n)
{
  switch (kind) {
  case ANTE_ACT_MOVE:
    return g_strdup_printf (g_dngettext (NULL, "%u lead moved", "%u leads moved", n), n);
  case ANTE_ACT_OWN:
    return g_strdup_printf (
      g_dngettext (NULL, "%u lead has another owner", "%u leads have another owner", n), n);
  case ANTE_ACT_NEXT_STEP:
    return g_strdup_printf (g_dngettext (NULL, "%u next step saved", "%u next steps saved", n), n);
  case ANTE_ACT_FOLLOW_UP:
    return g_strdup_printf (g_dngettext (NULL, "%u follow-up changed", "%u follow-ups changed", n),
                            n);
  case ANTE_ACT_HAND_OFF:
    return g_strdup_printf (g_dngettext (NULL, "%u lead handed over", "%u leads handed over", n),
                            n);
  case ANTE_ACT_CALL:
    return g_strdup_printf (g_dngettext (NULL, "%u call changed", "%u calls changed", n), n);
  case ANTE_ACT_DONE:
    return g_strdup_printf (
      g_dngettext (NULL, "%u lead needs no reply", "%u leads need no reply", n), n);
  case ANTE_ACT_UNREAD:
    return g_strdup_printf (g_dngettext (NULL, "%u lead is unread", "%u leads are unread", n), n);
  case ANTE_ACT_LABEL:
    return g_strdup_printf (g_dngettext (NULL, "%u lead labelled", "%u leads labelled", n), n);
  case ANTE_ACT_SNOOZE:
    return g_strdup_printf (g_dngettext (NULL, "%u lead snoozed", "%u leads snoozed", n), n);
  case ANTE_ACT_WAKE:
    return g_strdup_printf (g_dngettext (NULL, "%u lead is awake", "%u leads are awake", n), n);
  case ANTE_ACT_NOT_A_LEAD:
    return g_strdup_printf (g_dngettext (NULL, "%u is no lead", "%u are no leads", n), n);
  case ANTE_ACT_IS_A_LEAD:
    return g_strdup_printf (g_dngettext (NULL, "%u is a lead again", "%u are leads again", n), n);
  case ANTE_ACT_SOURCE:
    return g_strdup_printf (
      g_dngettext (NULL, "Source of %u lead noted", "Source of %u leads noted", n), n);
  case ANTE_ACT_FACT:
    return g_strdup_printf (
      g_dngettext (NULL, "More is known of %u lead", "More is known of %u leads", n), n);
  case ANTE_ACT_NOTE:
    return g_strdup_printf (g_dngettext (NULL, "Notes of %u lead", "Notes of %u leads", n), n);
  case ANTE_ACT_BOOKING_LINK:
    return g_strdup_printf (
      g_dngettext (NULL, "Booking link of %u lead saved", "Booking links of %u leads saved", n), n);
  case ANTE_ACT_MERGE:
    return g_strdup_printf (g_dngettext (NULL, "%u lead merged", "%u leads merged", n), n);
  case ANTE_ACT_PIN:
    return g_strdup_printf (g_dngettext (NULL, "%u lead pinned", "%u leads pinned", n), n);
  case ANTE_ACT_UNPIN:
    return g_strdup_printf (g_dngettext (NULL, "%u lead unpinned", "%u leads unpinned", n), n);
  case ANTE_ACT_NEVER_AI:
    return g_strdup_printf (
      g_dngettext (NULL, "%u lead is never sent to AI", "%u leads are never sent to AI", n), n);
  case ANTE_ACT_MAY_AI:
    return g_strdup_printf (
      g_dngettext (NULL, "%u lead may be sent to AI again", "%u leads may be sent to AI again", n),
      n);
  default:
    return g_strdup ("");
  }
}

/* Done to the very same leads, it is another thing that was done: its Undo takes back that one. */
static gboolean
goes_on (const Told *told, AnteActKind kind, const char *dir, const gint64 *leads, guint n_leads)
{
  gboolean all = told != NULL && g_hash_table_size (told->leads) == n_leads;

  for (guint i = 0; all && i < n_leads; i++)
    all = g_hash_table_contains (told->leads, &leads[i]);
  return told != NULL && told->kind == kind && g_str_equal (told->dir, dir) && !all;
}

static Told *
told_new (AnteActKind kind, const char *dir)
{
  Told *told = g_new0 (Told, 1);

  told->kind = kind;
  told->dir = g_strdup (dir);
  told->acts = g_array_new (FALSE, FALSE, sizeof (gint64));
  told->leads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return told;
}

/* Acts are counted from 1 in each folder: the numbers alone would mean another one's acts too. */
static void
offer_undo (AnteToastArea *area, const Told *told)
{
  GVariant *acts = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, told->acts->data,
                                              told->acts->len, sizeof (gint64));

  ante_toast_area_offer (area, _ ("Undo"), "win.undo-acts",
                         g_variant_new ("(@axs)", acts, told->dir));
}

void
ante_toast_act (GtkWidget *from,
                AnteWorkspace *workspace,
                AnteActKind kind,
                gint64 act,
                const gint64 *leads,
                guint n_leads,
                const char *text)
{
  const char *dir = ante_store_get_data_dir (ante_workspace_get_store (workspace));
  AnteToastArea *area = find_area (from);
  Told *told = area != NULL ? ante_toast_area_steal_about (area) : NULL;
  gboolean more = goes_on (told, kind, dir, leads, n_leads);
  g_autofree char *together = NULL;

  if (area == NULL)
    return;
  if (!more) {
    g_clear_pointer (&told, told_free);
    told = told_new (kind, dir);
  }
  g_array_append_val (told->acts, act);
  for (guint i = 0; i < n_leads; i++)
    g_hash_table_add (told->leads, g_memdup2 (&leads[i], sizeof leads[i]));
  together = more ? describe (kind, g_hash_table_size (told->leads)) : NULL;
  ante_toast_area_show (area, together != NULL ? together : text, told, told_free);
  offer_undo (area, told);
}

void
ante_toast_undo (GtkWidget *from, const char *text, AnteWorkspace *workspace, gint64 act)
{
  ante_toast_act (from, workspace, ANTE_ACT_STAGE, act, NULL, 0, text);
}

void
ante_toast_error (GtkWidget *from, const GError *error)
{
  AnteAdvice advice = ante_advice_for_error (error);
  g_autofree char *text = g_strdup_printf ("%s. %s", _ (advice.title), _ (advice.body));

  ante_toast (from, text);
}
