#pragma once

#include "store/ante-fields.h"

G_BEGIN_DECLS

/*
 * What a person writes is never written over: its next version is a row of its own, one of them is
 * kept, and history holds the ids of both. Private to the store.
 */

/**
 * AnteKept:
 * @field: of the events
 * @count: SQL, how many rows of an id are kept
 * @set: SQL, that a row is kept, or is not
 * @changed: said where something else has taken the row's place
 *
 * A table of such rows.
 */
typedef struct {
  const char *field;
  const char *count;
  const char *set;
  const char *changed;
} AnteKept;

#define ANTE_KEPT(table, event_field, thing)                                                       \
  {                                                                                                \
    .field = event_field, .count = "SELECT count(*) FROM " table " WHERE id = ?1 AND kept = 1",    \
    .set = "UPDATE " table " SET kept = ?2 WHERE id = ?1",                                         \
    .changed = thing " was changed or deleted since"                                               \
  }

/* FALSE with ANTE_STORE_ERROR_CONFLICT where @id is kept no longer; 0 is fine. */
gboolean ante_kept_check (AnteDb *db, const AnteKept *self, gint64 id, GError **error);
/* @newer has been written and takes the place of @older; either may be 0. @lead_id 0: nobody's. */
gboolean ante_kept_replace (AnteDb *db,
                            const AnteKept *self,
                            const AnteAct *act,
                            gint64 lead_id,
                            gint64 older,
                            gint64 newer,
                            GError **error);
/* Takes @event back, unless what it brought has been changed since. */
gboolean ante_kept_flip (AnteDb *db, const AnteKept *self, const AnteEvent *event, GError **error);

G_END_DECLS
