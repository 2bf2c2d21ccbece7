#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/board/ante-board-page-private.h"
#include "rules/ante-text.h"

/* (transfer full): the name of one, or how many. */
static char *
name_leads (AnteBoardPage *self, GArray *leads)
{
  gint64 first = g_array_index (leads, gint64, 0);
  AnteBoardColumn *column = ante_board_grid_find (self->grid, first);
  g_autoptr (AnteLead) lead = column != NULL ? ante_board_column_dup_lead (column, first) : NULL;

  if (leads->len > 1)
    return g_strdup_printf (g_dngettext (NULL, "%u lead", "%u leads", leads->len), leads->len);
  return g_strdup (lead != NULL ? ante_lead_get_title (lead) : "");
}

static void
announce (AnteBoardPage *self, AnteBoardColumn *column, gint64 lead, const char *title)
{
  AnteLeadModel *model = ante_board_column_get_model (column);
  g_autofree char *name = ante_text_isolate (title);
  /* Translators: a lead, its stage, its place in the column and how many there are. */
  g_autofree char *words = g_strdup_printf (
    _ ("%s, %s, %u of %u"), name, ante_board_column_get_stage (column)->name,
    ante_lead_model_find (model, lead) + 1, g_list_model_get_n_items (G_LIST_MODEL (model)));

  self->announced = lead;
  g_set_weak_pointer (&self->announced_column, column);
  /* A line with Undo says it to the eye. */
  ante_board_tell (self, words);
}

void
ante_board_forget_landing (AnteBoardPage *self)
{
  self->landing = 0;
  g_clear_weak_pointer (&self->landing_column);
}

void
ante_board_land (AnteBoardPage *self, AnteLeadModel *model)
{
  AnteBoardColumn *column = self->landing_column;
  gint64 lead = self->landing;

  if (lead == 0 || column == NULL || ante_board_column_get_model (column) != model ||
      ante_lead_model_find (model, lead) == G_MAXUINT || ante_board_lift_is_on (&self->lift))
    return;
  ante_board_forget_landing (self);
  /* Where the order has put it may be out of view. */
  if (self->focused == lead && ante_board_is_free (self))
    ante_board_column_focus_lead (column, lead);
  announce (self, column, lead, self->landing_title);
}

/* Both columns wait for all acts on it: one that is moved twice stays where it went last. */
static void
anticipate (AnteBoardPage *self, gint64 lead, AnteBoardColumn *to, guint place)
{
  AnteBoardColumn *from = ante_board_grid_find (self->grid, lead);
  AnteLeadModel *left = from != NULL ? ante_board_column_get_model (from) : NULL;
  guint n_acts = 1 + (left != NULL ? ante_lead_model_get_anticipated (left, lead) : 0);

  if (from != NULL && from != to)
    ante_lead_model_anticipate (left, lead, G_MAXUINT, n_acts);
  ante_lead_model_anticipate (ante_board_column_get_model (to), lead, place, n_acts);
}

static guint
find_place (AnteLeadModel *model, gint64 before, gboolean keeps_order)
{
  if (keeps_order)
    return 0;
  return before != 0 ? ante_lead_model_find (model, before)
                     : g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* What may still be asked about is not shown done: the card stays until it is answered. */
static gboolean
asks_for_more (AnteBoardPage *self, AnteBoardColumn *to, gint64 lead)
{
  AnteStage *stage = ante_board_column_get_stage (to);

  return stage->requirements != NULL && stage->requirements[0] != NULL &&
         ante_board_grid_find (self->grid, lead) != to;
}

/* A strip has no card that tells where the keyboard is. */
static void
give_keyboard (AnteBoardPage *self, AnteBoardColumn *column, gint64 lead)
{
  if (column == NULL)
    return;
  ante_board_column_focus_lead (column, lead);
  self->focused = lead;
  g_set_weak_pointer (&self->focused_column, column);
}

void
ante_board_move (
  AnteBoardPage *self, GArray *leads, AnteBoardColumn *to, gint64 before, gboolean keeps_order)
{
  AnteStage *stage = ante_board_column_get_stage (to);
  AnteLeadModel *model = ante_board_column_get_model (to);
  g_autofree char *title = name_leads (self, leads);
  gint64 first = g_array_index (leads, gint64, 0); /* the others come into view with it */

  if (self->past_at != 0)
    return;
  ante_lead_actions_move_all (GTK_WIDGET (self), self->workspace, leads, title, stage,
                              keeps_order   ? 0
                              : before != 0 ? before
                                            : -1,
                              ante_board_grid_get_lane_owner (self->grid, to));
  self->landing = first;
  g_free (self->landing_title);
  self->landing_title = g_strdup (title);
  g_set_weak_pointer (&self->landing_column, to);
  if (asks_for_more (self, to, first)) {
    give_keyboard (self, ante_board_grid_find (self->grid, first), first);
    return;
  }
  for (guint i = 0; i < leads->len; i++)
    anticipate (self, g_array_index (leads, gint64, i), to,
                find_place (model, before, keeps_order) + (keeps_order ? i : 0));
  give_keyboard (self, to, first);
  ante_board_scroll_show (&self->scroll, GTK_WIDGET (to));
}

void
ante_board_shift (AnteBoardPage *self, gint64 lead, int by)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead);
  AnteBoardColumn *beside =
    column != NULL ? ante_board_grid_get_beside (self->grid, column, by) : NULL;
  g_autoptr (GArray) leads = ante_card_selection_dup_with (self->selection, lead);

  if (beside != NULL)
    ante_board_move (self, leads, beside, 0, TRUE);
}

void
ante_board_nudge (AnteBoardPage *self, gint64 lead, int by)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead);
  AnteLeadModel *model = column != NULL ? ante_board_column_get_model (column) : NULL;
  guint position = model != NULL ? ante_lead_model_find (model, lead) : 0;
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (model == NULL || (by < 0 && position == 0) ||
      (by > 0 && position + 1 >= g_list_model_get_n_items (G_LIST_MODEL (model))))
    return;
  g_array_append_val (leads, lead);
  ante_board_move (self, leads, column,
                   ante_lead_model_get_id (model, by < 0 ? position - 1 : position + 2), FALSE);
}

/* --- in the keyboard's hand --- */

/* (transfer full): over which stage, and which place of it where one was chosen. */
static char *
describe_target (AnteBoardLift *lift)
{
  AnteLeadModel *model = ante_board_column_get_model (lift->column);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  const char *stage = ante_board_column_get_stage (lift->column)->name;

  if (!lift->is_placed && lift->column != lift->origin)
    return g_strdup (stage);
  return g_strdup_printf (_ ("%s, %u of %u"), stage, MIN (lift->place + 1, MAX (n, 1)), n);
}

static void
announce_lift (AnteBoardPage *self, gboolean begins)
{
  g_autofree char *title = name_leads (self, self->lift.leads);
  g_autofree char *name = ante_text_isolate (title);
  g_autofree char *target = describe_target (&self->lift);
  /* Translators: a lead, and the stage and place over which it is held. */
  g_autofree char *words =
    begins ? g_strdup_printf (_ ("Lifted %s: %s. Arrows move, Space drops, Escape cancels"), name,
                              target)
           : g_strdup_printf (_ ("%s over %s"), name, target);

  self->announced = 0;
  ante_board_say (self, words);
}

void
ante_board_lift (AnteBoardPage *self, gint64 lead)
{
  if (ante_board_lift_begin (&self->lift, lead))
    announce_lift (self, TRUE);
}

void
ante_board_step_lift (AnteBoardPage *self, int beside, int within)
{
  if (beside != 0)
    ante_board_lift_step_beside (&self->lift, beside);
  if (within != 0)
    ante_board_lift_step_within (&self->lift, within);
  if (!ante_board_lift_has_ground (&self->lift)) {
    ante_board_cancel_lift (self);
    return;
  }
  ante_board_scroll_show (&self->scroll, GTK_WIDGET (self->lift.column));
  announce_lift (self, FALSE);
}

void
ante_board_drop_lift (AnteBoardPage *self)
{
  g_autoptr (GArray) leads = g_array_ref (self->lift.leads);
  gboolean goes = ante_board_lift_goes_elsewhere (&self->lift);
  AnteBoardColumn *to = self->lift.column;
  gboolean keeps_order = !self->lift.is_placed;
  gint64 before = goes ? ante_board_lift_get_before (&self->lift) : 0;

  if (!goes) {
    ante_board_cancel_lift (self);
    return;
  }
  ante_board_lift_end (&self->lift);
  ante_board_move (self, leads, to, keeps_order ? 0 : before, keeps_order);
}

gboolean
ante_board_cancel_lift (AnteBoardPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (!ante_board_lift_is_on (&self->lift))
    return FALSE;
  title = name_leads (self, self->lift.leads);
  name = ante_text_isolate (title);
  words = g_strdup_printf (_ ("%s stays where it was"), name);
  ante_board_lift_end (&self->lift);
  ante_board_say (self, words);
  return TRUE;
}
