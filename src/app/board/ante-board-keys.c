#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/board/ante-board-page-private.h"
#include "app/shared/ante-lead-keys.h"

/* To the card beside this one, in the next column that has any. */
static void
step_column (AnteBoardPage *self, gint64 lead, int by)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead);
  double height = column != NULL
                    ? ante_card_column_get_height_of (ante_board_column_get_cards (column), lead)
                    : 0;

  while (column != NULL) {
    gint64 beside = 0;

    column = ante_board_grid_get_beside (self->grid, column, by);
    beside = column != NULL
               ? ante_card_column_get_lead_at (ante_board_column_get_cards (column), height)
               : 0;
    if (beside != 0 && ante_board_column_focus_lead (column, beside))
      return;
  }
}

/* The keys that concern the lead under the ring, and those that are marked with it. */
static gboolean
act (AnteBoardPage *self, gint64 lead, guint keyval, GdkModifierType state)
{
  GtkWidget *card = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  ante_board_page_hold (self, lead);
  return ante_lead_keys_handle (self->actions, card, keyval, state);
}

/* While something is lifted, the keys are about it alone. */
static gboolean
press_lifted (AnteBoardPage *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Left:
    ante_board_step_lift (self, -1, 0);
    return TRUE;
  case GDK_KEY_Right:
    ante_board_step_lift (self, 1, 0);
    return TRUE;
  case GDK_KEY_Up:
    ante_board_step_lift (self, 0, -1);
    return TRUE;
  case GDK_KEY_Down:
    ante_board_step_lift (self, 0, 1);
    return TRUE;
  case GDK_KEY_space:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    ante_board_drop_lift (self);
    return TRUE;
  case GDK_KEY_Escape:
    return ante_board_cancel_lift (self);
  default:
    return keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab;
  }
}

static gboolean
press_with_control (AnteBoardPage *self, gint64 lead, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Left:
    ante_board_shift (self, lead, -1);
    return TRUE;
  case GDK_KEY_Right:
    ante_board_shift (self, lead, 1);
    return TRUE;
  case GDK_KEY_Up:
    ante_board_nudge (self, lead, -1);
    return TRUE;
  case GDK_KEY_Down:
    ante_board_nudge (self, lead, 1);
    return TRUE;
  default:
    return FALSE;
  }
}

/* From column to column: all that there is to do in the past, which cannot be changed. */
static gboolean
look_only (AnteBoardPage *self, gint64 lead, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Left:
    step_column (self, lead, -1);
    return TRUE;
  case GDK_KEY_Right:
    step_column (self, lead, 1);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Of what would change something it is said why it does not. */
static gboolean
press_past (AnteBoardPage *self, gint64 lead, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (look_only (self, lead, keyval))
    return TRUE;
  /* Letters that only go somewhere are the column's, and the window's. */
  if (keyval != GDK_KEY_Menu &&
      (letter == 0 || !g_unichar_isprint (letter) ||
       strchr ("jkr?", (char) g_ascii_tolower ((char) MIN (letter, 127)))))
    return FALSE;
  ante_board_say (self, _ ("The board as it was can be looked at, not changed"));
  return TRUE;
}

static gboolean
press_plain (AnteBoardPage *self, gint64 lead, guint keyval, GdkModifierType state)
{
  switch (keyval) {
  case GDK_KEY_space:
    ante_board_lift (self, lead);
    return TRUE;
  case GDK_KEY_x:
  case GDK_KEY_X: /* Caps Lock */
    ante_card_selection_toggle (self->selection, lead);
    return TRUE;
  case GDK_KEY_slash:
    ante_board_page_focus_filter (self);
    return TRUE;
  case GDK_KEY_Escape:
    if (ante_card_selection_get_size (self->selection) == 0)
      return FALSE;
    ante_card_selection_clear (self->selection);
    return TRUE;
  default:
    return look_only (self, lead, keyval) || act (self, lead, keyval, state);
  }
}

static gint64
get_focused (AnteBoardPage *self)
{
  GPtrArray *columns = ante_board_grid_get_columns (self->grid);
  gint64 lead = 0;

  for (guint i = 0; lead == 0 && i < columns->len; i++)
    lead = ante_board_column_get_focused (columns->pdata[i]);
  return lead;
}

/* As it is meant where one reads from the left: Left is to the stage before. */
static guint
mirror (AnteBoardPage *self, guint keyval)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return keyval;
  return keyval == GDK_KEY_Left ? GDK_KEY_Right : keyval == GDK_KEY_Right ? GDK_KEY_Left : keyval;
}

/* Nobody means a lead that they do not see: a key that would act brings it into view, and acts the
 * next time. */
static gboolean
shows_first (AnteBoardPage *self, gint64 lead, guint keyval)
{
  AnteBoardColumn *column = ante_board_grid_find (self->grid, lead);
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean acts =
    keyval == GDK_KEY_Menu || (letter != 0 && letter != '/' && g_unichar_isprint (letter));

  if (!acts || column == NULL || ante_board_column_get_stage (column)->collapsed ||
      ante_card_column_shows_focused (ante_board_column_get_cards (column)))
    return FALSE;
  return ante_board_column_focus_lead (column, lead);
}

/* On a button, a strip, or an empty board. */
static gboolean
press_on_none (AnteBoardPage *self, guint keyval, GdkModifierType state)
{
  if (keyval != GDK_KEY_slash || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      self->past_at != 0 || ante_board_is_writing (self))
    return FALSE;
  ante_board_page_focus_filter (self);
  return TRUE;
}

gboolean
ante_board_press (AnteBoardPage *self, guint keyval, GdkModifierType state)
{
  gint64 lead = get_focused (self);

  keyval = mirror (self, keyval);
  self->returning = FALSE;
  self->rebuilt = FALSE;
  if (lead == 0)
    return press_on_none (self, keyval, state);
  if ((state & GDK_CONTROL_MASK) == 0 && !ante_board_lift_is_on (&self->lift) &&
      shows_first (self, lead, keyval))
    return TRUE;
  if ((state & GDK_ALT_MASK) != 0)
    return self->past_at == 0 && !ante_board_lift_is_on (&self->lift) &&
           act (self, lead, keyval, state);
  if (self->past_at != 0)
    return (state & GDK_CONTROL_MASK) == 0 && press_past (self, lead, keyval);
  if ((state & GDK_CONTROL_MASK) != 0)
    return !ante_board_lift_is_on (&self->lift) && press_with_control (self, lead, keyval);
  return ante_board_lift_is_on (&self->lift) ? press_lifted (self, keyval)
                                             : press_plain (self, lead, keyval, state);
}
