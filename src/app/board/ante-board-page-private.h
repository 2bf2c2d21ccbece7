#pragma once

#include "app/board/ante-board-grid.h"
#include "app/board/ante-board-lift.h"
#include "app/board/ante-board-page.h"
#include "app/board/ante-board-scroll.h"
#include "app/board/ante-filter-bar.h"
#include "app/board/ante-mark-bar.h"
#include "app/shared/ante-lead-actions.h"

G_BEGIN_DECLS

struct _AnteBoardPage {
  AdwBin parent_instance;

  AnteFilterBar *filter;
  AnteBoardGrid *grid;
  GtkScrolledWindow *scroller;
  AnteBoardScroll scroll;
  AnteBoardLift lift;
  AnteBoardLanes lanes; /* wanted; the grid has them when it is known which there are */
  AnteCardSelection *selection;
  AdwFlap *flap;
  AdwBin *beside;
  AnteMarkBar *mark_bar;
  GtkLabel *count; /* how many the filter lets through */
  GtkLabel *status;
  GtkStack *stack;
  AdwStatusPage *no_match;
  AdwStatusPage *empty;
  GtkWidget *connect;
  GtkWidget *open_sandbox;
  GtkWidget *sync;

  AnteWorkspace *workspace;
  AnteLeadActions *actions;
  gint64 landing;                 /* a lead on its way, until it stands where the order has it */
  AnteBoardColumn *landing_column; /* weak, to compare */
  char *landing_title;
  gint64 announced;
  AnteBoardColumn *announced_column; /* weak, to compare */
  AnteLead *held;                    /* what the actions concern */
  gint64 focused;                    /* the lead whose card had the keyboard last */
  AnteBoardColumn *focused_column;   /* weak, to compare */
  gboolean returning; /* the keyboard goes back to that card when the list has it again */
  gboolean rebuilt;   /* its column went from under it: whoever got the keyboard gives it back */
  GtkRevealer *past_bar;
  GtkLabel *past_words;
  GtkWidget *tools; /* of the board as it is */
  guint past_wish;
  gint64 past_at; /* the board as it was then; 0: as it is */
  guint tick;
  guint pruning;     /* marks of leads that are on no card any more */
  guint waking;      /* the columns out of view */
  gboolean prepared; /* all columns were read once */
  guint n_shown;     /* said to be let through by the filter; G_MAXUINT: nothing was said */
  guint n_leads;
  guint count_source;
  guint fading; /* what was said last */
};

/* ante-board-page.c */
void ante_board_page_hold (AnteBoardPage *self, gint64 lead);
/* Letters are letters then. */
gboolean ante_board_is_writing (AnteBoardPage *self);

/* ante-board-moves.c: cards from place to place. Optimistic: at once on the screen; the store then
 * says the same, or puts it back with a word. */

/* @before: the lead before which they come, 0 for the end. @keeps_order: no place was chosen, the
 * column's order decides. */
void ante_board_move (
  AnteBoardPage *self, GArray *leads, AnteBoardColumn *to, gint64 before, gboolean keeps_order);
/* The list of @model is what the store says: whoever was moved there has a place now. */
void ante_board_land (AnteBoardPage *self, AnteLeadModel *model);
/* It was not moved, or not here. */
void ante_board_forget_landing (AnteBoardPage *self);
/* To the column beside, without lifting. */
void ante_board_shift (AnteBoardPage *self, gint64 lead, int by);
/* Up or down within its column. */
void ante_board_nudge (AnteBoardPage *self, gint64 lead, int by);
void ante_board_lift (AnteBoardPage *self, gint64 lead);
void ante_board_step_lift (AnteBoardPage *self, int beside, int within);
void ante_board_drop_lift (AnteBoardPage *self);
/* Puts it back; FALSE when nothing was lifted. */
gboolean ante_board_cancel_lift (AnteBoardPage *self);

/* ante-board-commands.c: what the palette offers while the board is shown. */
void ante_board_install_commands (GtkWidgetClass *widget_class);

/* ante-board-empty.c: what can be done where there are no leads at all, and the bar that has
 * nothing to filter then. */
void ante_board_show_empty (AnteBoardPage *self);
void ante_board_show_tools (AnteBoardPage *self, gboolean has_leads);

/* ante-board-status.c: says what just happened, on the board and to a screen reader, for as long as
 * it takes to read it. Empty: nothing. */
void ante_board_say (AnteBoardPage *self, const char *words);
/* To a screen reader alone: what is to be seen anyway. */
void ante_board_tell (AnteBoardPage *self, const char *words);

/* ante-board-focus.c: where the keyboard is on the board. Of those that give it to a card: FALSE
 * where there is none. */
GtkWidget *ante_board_get_focus (AnteBoardPage *self);
gboolean ante_board_focus_first_card (AnteBoardPage *self);
/* To the card that had it last, wherever that one is by now. */
gboolean ante_board_return_to_card (AnteBoardPage *self);
/* It is on a card, or nobody has taken it since its card has gone. */
gboolean ante_board_is_free (AnteBoardPage *self);
/* To the card after the one that one is through with. */
void ante_board_focus_next (AnteBoardPage *self);

/* ante-board-waking.c: columns that cannot be seen have no cards yet. */
void ante_board_wake_seen (AnteBoardPage *self);
/* Makes the cards that will be seen first, before the board is shown; FALSE as long as not all
 * columns are read. */
gboolean ante_board_prepare (AnteBoardPage *self);

/* ante-board-lanes.c: which lanes there are. */
void ante_board_update_lanes (AnteBoardPage *self);

/* ante-board-past.c: the board as it was. */
void ante_board_ask_past (AnteBoardPage *self);
void ante_board_show_past (AnteBoardPage *self, gint64 at);
void ante_board_leave_past (AnteBoardPage *self);

/* ante-board-keys.c: what a key does to the card that has the keyboard. */
gboolean ante_board_press (AnteBoardPage *self, guint keyval, GdkModifierType state);

G_END_DECLS
