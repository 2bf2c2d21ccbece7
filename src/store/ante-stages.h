#pragma once

#include "model/ante-records.h"
#include "store/ante-fields.h"

G_BEGIN_DECLS

/*
 * The fields of a stage, each a raw value that the history keeps as text, as ante-fields.h has
 * those of a lead. Private to the store.
 */

/* The id of a stage that is not gone; 0 and NOT_FOUND when there is none. */
gint64 ante_stages_find (AnteDb *db, const char *key, GError **error);
/* TRUE with the raw value, which may be NULL; FALSE with @error set. */
gboolean
ante_stages_get (AnteDb *db, gint64 stage_id, const char *field, char **value, GError **error);

/**
 * ante_stages_set:
 * @value: (nullable): the raw value; for %ANTE_STAGE_FIELD_ORDER the ids of its leads with a space
 * between as they stand by hand, "" to keep them as they stand, %NULL for the order by due
 *
 * Writes it and its event, unless it is what it was.
 */
gboolean ante_stages_set (AnteDb *db,
                          const AnteAct *act,
                          gint64 stage_id,
                          const char *field,
                          const char *value,
                          GError **error);

/* Ranks its cards as they stand, with room between any two. No act: nothing is seen to move. */
gboolean ante_stages_rank (AnteDb *db, gint64 stage_id, GError **error);

/* Of a column in order by hand: ranks the cards that came since, and sees to it that one can be put
 * before @lead_id (0: at the end). Nothing is seen to move. */
gboolean ante_stages_make_room (AnteDb *db, gint64 stage_id, gint64 lead_id, GError **error);

/* Takes @event back, which has a stage; CONFLICT when it was changed again since. */
gboolean ante_stages_flip (AnteDb *db, const AnteAct *act, const AnteEvent *event, GError **error);

/* What must hold after any act: names are told apart, there are not too many, each lead has a
 * stage, and each role that leads cannot do without has one in sight. */
gboolean ante_stages_check (AnteDb *db, GError **error);

/* Distance between the ranks of two neighbours when a column is put in order by hand. */
#define ANTE_STAGES_RANK_STEP 1024.0

G_END_DECLS
