#pragma once

#include "model/ante-draft.h"
#include "model/ante-outbox-item.h"
#include "model/ante-receipt.h"
#include "store/ante-store.h"

G_BEGIN_DECLS

/* Changes are told as %ANTE_STORE_APPROVALS. */

/* Drafts: of a lead or of all (0); those that wait, in the order of the reply window's end and then
 * of age, or all, the newest first: (element-type AnteDraft). */
void ante_store_list_drafts_async (AnteStore *self,
                                   gint64 lead_id,
                                   gboolean only_open,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *ante_store_list_drafts_finish (AnteStore *self, GAsyncResult *result, GError **error);
/* NOT_FOUND when there is none. */
void ante_store_find_draft_async (AnteStore *self,
                                  gint64 id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteDraft *ante_store_find_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * ante_store_file_draft_async:
 * @draft: lead, burst, intent, text, origin, basis, playbook and why; the rest is ignored
 * @receipt: what was said of it
 * @item: (nullable): for one that leaves by itself: what goes into the outbox, with a receipt of
 * its own that allows it; INVALID for what a model has written
 *
 * Files a draft, and takes the place of one that waited. CONFLICT where the lead has written, or
 * somebody has answered, since: nothing is filed then. _finish gives its row id, -1 on error.
 */
void ante_store_file_draft_async (AnteStore *self,
                                  AnteDraft *draft,
                                  const AnteReceipt *receipt,
                                  AnteOutboxItem *item,
                                  gint64 now,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gint64 ante_store_file_draft_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteSilenceNote:
 * @burst_at: up to when the lead was heard, ms
 * @intent: what they were after
 * @kind: why nothing is said: a nick of #AnteSilence
 * @why: in English
 * @escalates: a person is called: the lead comes into the stage of those whom the coach looks at,
 * the AI is its owner no more, and what was about to leave by itself is withdrawn
 */
typedef struct {
  gint64 lead_id;
  gint64 burst_at;
  AnteIntent intent;
  const char *kind;
  const char *why;
  gboolean escalates;
} AnteSilenceNote;

void ante_store_note_silence_async (AnteStore *self,
                                    const AnteSilenceNote *note,
                                    gint64 now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean ante_store_note_silence_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteDraftDecision:
 * @draft_id: which
 * @state: approved, edited, rejected, held or withdrawn (taken over)
 * @text: (nullable): for edited: a person's words
 * @reason: (nullable): for rejected: a nick of #AnteRejectReason
 * @held_until: for held, ms
 * @item: (nullable): for approved and edited: what goes into the outbox, with its receipt
 */
typedef struct {
  gint64 draft_id;
  AnteDraftState state;
  char *text;
  char *reason;
  gint64 held_until;
  AnteOutboxItem *item;
} AnteDraftDecision;

AnteDraftDecision *ante_draft_decision_new (gint64 draft_id, AnteDraftState state);
void ante_draft_decision_free (AnteDraftDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteDraftDecision, ante_draft_decision_free)

/* @decisions: (element-type AnteDraftDecision): as one act of @actor. One that was decided already,
 * or whose lead has written since, is a CONFLICT; of several such ones are taken out of @decisions.
 * @why: (nullable). Whoever takes over owns the lead. _finish gives the act, -1 on error. */
void ante_store_decide_drafts_async (AnteStore *self,
                                     GPtrArray *decisions,
                                     const char *actor,
                                     const char *why,
                                     gint64 now,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gint64 ante_store_decide_drafts_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteDraftsDue:
 * @leads: (element-type gint64): who has finished writing and has no draft yet, the longest first
 * @next: when the next one will have, ms; 0 for nobody
 * @paused: a person holds all automation
 */
typedef struct {
  GArray *leads;
  gint64 next;
  gboolean paused;
} AnteDraftsDue;

void ante_drafts_due_free (AnteDraftsDue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteDraftsDue, ante_drafts_due_free)

/* Looks over what waits: what the lead has written since makes it expire, an answer of ours
 * withdraws it, and a hold that is over ends. Then: who is to be drafted for, having been quiet for
 * @quiet_ms. */
void ante_store_drafts_due_async (AnteStore *self,
                                  gint64 now,
                                  gint64 quiet_ms,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AnteDraftsDue *ante_store_drafts_due_finish (AnteStore *self, GAsyncResult *result, GError **error);

/**
 * AnteDraftFigures:
 * @waiting: how many wait for a person
 * @oldest: since when the oldest does, ms; 0 for none
 * @approved_today: said yes to since @since, edited ones among them
 * @rejected_today: said no to
 * @decided_ms: how long deciding took, on the average, ms
 * @stopped: how often the machine stopped for judgment since then
 */
typedef struct {
  guint waiting;
  gint64 oldest;
  guint approved_today;
  guint rejected_today;
  gint64 decided_ms;
  guint stopped;
} AnteDraftFigures;

void ante_store_draft_figures_async (AnteStore *self,
                                     gint64 since,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
AnteDraftFigures *
ante_store_draft_figures_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
