#pragma once

#include "store/ante-db.h"

G_BEGIN_DECLS

/*
 * The fields of a lead that acts change, each a raw value that the history keeps as text, so that
 * taking any of them back is the same three lines. Private to the store.
 */

/**
 * AnteAct:
 * @act: number that its events share
 * @actor: who
 * @why: (nullable): the reason given
 * @now: when, ms
 * @undoes: for an undo or redo: the event that it takes back; 0 otherwise
 * @is_redo: it takes back an undo
 */
typedef struct {
  gint64 act;
  const char *actor;
  const char *why;
  gint64 now;
  gint64 undoes;
  gboolean is_redo;
} AnteAct;

gboolean ante_fields_is_known (const char *field);
/* TRUE with the raw value, which may be NULL; FALSE with @error set. */
gboolean
ante_fields_get (AnteDb *db, gint64 lead_id, const char *field, char **value, GError **error);
/* Writes the raw value and its event, unless it is what it was. */
gboolean ante_fields_set (AnteDb *db,
                          const AnteAct *act,
                          gint64 lead_id,
                          const char *field,
                          const char *value,
                          GError **error);
/* What @act changed, of a lead or of a stage; the other is 0. */
gboolean ante_fields_write_event (AnteDb *db,
                                  const AnteAct *act,
                                  gint64 lead_id,
                                  gint64 stage_id,
                                  const char *field,
                                  const char *old,
                                  const char *new,
                                  GError **error);
/* After the last field of a lead: what follows from them. */
gboolean ante_fields_settle (AnteDb *db, gint64 lead_id, GError **error);

G_END_DECLS
