#pragma once

#include "model/ante-draft.h"
#include "model/ante-outbox-item.h"
#include "store/ante-fields.h"
#include "store/ante-rows.h"

G_BEGIN_DECLS

/* What the machine proposes, as rows. Private to the store. */

/* Columns of a draft, in the order in which ante_drafts_read_row() takes them. */
#define ANTE_DRAFTS_COLUMNS                                                                        \
  "ai_draft.id, ai_draft.lead_id, lead.handle, coalesce (nullif (lead.name, ''), nullif "          \
  "(lead.handle, ''), lead.igsid), coalesce (message_id, 0), burst_at, intent, ai_draft.text, "    \
  "origin, provider, model, basis, ai_draft.playbook_id, playbook_version.version, coalesce "      \
  "(ai_draft.receipt_id, 0), receipt.kind, receipt.body, why, ai_draft.state, held_until, "        \
  "ai_draft.created_at, decided_at, decided_by, reason, edited_text, coalesce (outbox_id, 0), "    \
  "lead.last_lead_at, lead.ad_first_at"
#define ANTE_DRAFTS_FROM                                                                           \
  "ai_draft JOIN lead ON lead.id = ai_draft.lead_id"                                               \
  " JOIN playbook_version ON playbook_version.id = ai_draft.playbook_id"                           \
  " LEFT JOIN receipt ON receipt.id = ai_draft.receipt_id"
AnteDraft *ante_drafts_read_row (sqlite3_stmt *stmt);
/* NULL without an error when there is none. */
AnteDraft *ante_drafts_get (AnteDb *db, gint64 id, GError **error);

/* Every decision goes on record. */
gboolean ante_drafts_record (AnteDb *db,
                             const AnteDraft *draft,
                             const char *decision,
                             const char *party,
                             const char *reason,
                             gint64 at,
                             GError **error);
/* Where it stands from now on; what was decided before is forgotten unless @party decided. */
gboolean ante_drafts_set_state (AnteDb *db,
                                gint64 id,
                                AnteDraftState state,
                                const char *party,
                                const char *reason,
                                gint64 at,
                                GError **error);

/* What became of the outbox item that a draft is in. */
gboolean ante_drafts_follow_outbox (AnteDb *db,
                                    const AnteOutboxItem *item,
                                    AnteOutboxState state,
                                    const char *why,
                                    gint64 at,
                                    GError **error);

/* Takes back what @event, one of %ANTE_FIELD_DRAFT, tells; CONFLICT when it has left, or was
 * decided otherwise since. The event of that is the caller's matter. */
gboolean ante_drafts_flip (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error);

G_END_DECLS
