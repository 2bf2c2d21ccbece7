#pragma once

#include "model/ante-thread.h"
#include "store/ante-db.h"
#include "store/ante-fields.h"

G_BEGIN_DECLS

/* Forgetting a person, and knowing later on that it was done. Private to the store. */

/**
 * AnteForgotten:
 * @until: what came before this is not taken in again, ms; 0: nobody was forgotten
 * @updated_at: what Instagram last said of when the conversation changed, ms
 */
typedef struct {
  gint64 until;
  gint64 updated_at;
} AnteForgotten;

/* @igsid, @thread_id: (nullable) */
gboolean ante_forget_find (
  AnteDb *db, const char *igsid, const char *thread_id, AnteForgotten *found, GError **error);
/* Whether @message, of a conversation of which that is known, is one that was forgotten. */
gboolean ante_forget_has_message (AnteDb *db,
                                  const AnteForgotten *forgotten,
                                  const AnteMessage *message,
                                  gboolean *has,
                                  GError **error);
/* The conversation has changed, and nothing of it was new. */
gboolean ante_forget_note_update (AnteDb *db, const AnteThread *thread, GError **error);

/* All rows about the person whom @lead_id is, whoever else they were merged with; what lies in
 * files is noted to be wiped. CONFLICT while something is being sent to them. */
gboolean ante_forget_lead (AnteDb *db, const AnteAct *act, gint64 lead_id, GError **error);

/* ante-wipe.c: outside a transaction. TRUE where no trace is left on the disk; what could not be
 * done is done at the next start. */
gboolean ante_wipe_is_due (AnteDb *db);
gboolean ante_wipe_run (AnteDb *db, const char *data_dir, GError **error);

G_END_DECLS
