#pragma once

#include <gtk/gtk.h>

#include "app/shared/ante-toasts.h"
#include "engine/ante-commands.h"
#include "model/ante-follow-up.h"
#include "model/ante-handoff.h"
#include "model/ante-lead.h"

G_BEGIN_DECLS

/*
 * Single things that are done to leads, one or several of them: one act, one undo, one line that
 * says so over @from. @leads: (element-type AnteLead). Leads to which it would do nothing are left
 * out.
 */

void
ante_lead_act_own (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, const char *owner);
void ante_lead_act_done (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads);
void ante_lead_act_unread (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads);
/* Nothing of them is sent to a provider of AI; or it may be. */
void ante_lead_act_never_ai (GtkWidget *from,
                             AnteWorkspace *workspace,
                             GPtrArray *leads,
                             gboolean never);
void ante_lead_act_pin (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, gboolean pin);
/* @until: see ante_command_snooze_async(); 0 wakes. */
void
ante_lead_act_snooze (GtkWidget *from, AnteWorkspace *workspace, GPtrArray *leads, gint64 until);
/* @kind: "spam", "friend", "vendor"; NULL: they are leads after all. */
void ante_lead_act_not_a_lead (GtkWidget *from,
                               AnteWorkspace *workspace,
                               GPtrArray *leads,
                               const char *kind);

/* All of @other comes under @lead: see ante_command_merge_async(). */
void
ante_lead_act_merge (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead, AnteLead *other);
/* @link: "" for none of its own. */
void ante_lead_act_booking_link (GtkWidget *from,
                                 AnteWorkspace *workspace,
                                 AnteLead *lead,
                                 const char *link);
/* @note: it is kept no more. */
void ante_lead_act_delete_note (GtkWidget *from, AnteWorkspace *workspace, const AnteNote *note);

/* @id: see ante_command_follow_up_async(). */
void ante_lead_act_follow_up (GtkWidget *from,
                              AnteWorkspace *workspace,
                              AnteLead *lead,
                              gint64 id,
                              const AnteFollowUp *follow_up);
/* @open is over: @state is done or skipped. */
void ante_lead_act_close_follow_up (GtkWidget *from,
                                    AnteWorkspace *workspace,
                                    AnteLead *lead,
                                    const AnteFollowUp *open,
                                    AnteFollowUpState state);
/* The next step of @lead, which is no follow-up, is done: there is none any more. */
void ante_lead_act_step_done (GtkWidget *from, AnteWorkspace *workspace, AnteLead *lead);
/* See ante_command_hand_off_async(). */
void ante_lead_act_hand_off (GtkWidget *from,
                             AnteWorkspace *workspace,
                             AnteLead *lead,
                             const AnteHandoff *handoff);

/* One more thing that brought them: where nothing was known, it is their source. @detail:
 * (nullable), and @message, row id of the one that says so or 0: of one lead alone. */
void ante_lead_act_touch (GtkWidget *from,
                          AnteWorkspace *workspace,
                          GPtrArray *leads,
                          AnteSourceKind kind,
                          const char *detail,
                          gint64 message);
/*
 * Puts label @name on @leads, or takes it off. @ended is called when that was done or could not be,
 * unless @cancellable is cancelled by then.
 */
void ante_lead_act_label (GtkWidget *from,
                          AnteWorkspace *workspace,
                          GPtrArray *leads,
                          const char *name,
                          gboolean add,
                          GCancellable *cancellable,
                          void (*ended) (gpointer data),
                          gpointer data);

/* Their conversation in Instagram itself, over the window that @from is in. */
void ante_lead_act_open_instagram (GtkWidget *from, AnteLead *lead);

G_END_DECLS
