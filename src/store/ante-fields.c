#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-fields.h"

#include "store/ante-projection.h"
#include "store/ante-promises.h"
#include "store/ante-store-changes.h"

typedef struct {
  const char *name;
  const char *get;
  const char *set;
} Field;

#define PLAIN(name, column)                                                                        \
  {                                                                                                \
    name, "SELECT " column " FROM lead WHERE id = ?1",                                             \
      "UPDATE lead SET " column " = ?2 WHERE id = ?1"                                              \
  }
#define NUMBER(name, column)                                                                       \
  {                                                                                                \
    name, "SELECT " column " FROM lead WHERE id = ?1",                                             \
      "UPDATE lead SET " column " = coalesce (?2, 0) WHERE id = ?1"                                \
  }

static const Field fields[] = {
  { ANTE_FIELD_STAGE,
    "SELECT key FROM stage JOIN lead ON lead.stage_id = stage.id WHERE lead.id = ?1",
    "UPDATE lead SET stage_id = (SELECT id FROM stage WHERE key = ?2) WHERE id = ?1" },
  NUMBER ("stage-since", "stage_since"),
  PLAIN (ANTE_FIELD_OWNER, "owner"),
  PLAIN (ANTE_FIELD_NEXT_ACTION, "next_action"),
  NUMBER (ANTE_FIELD_NEXT_DUE, "next_due"),
  PLAIN (ANTE_FIELD_NEXT_OWNER, "next_owner"),
  NUMBER (ANTE_FIELD_BOARD_RANK, "board_rank"),
  NUMBER (ANTE_FIELD_CLIENT, "is_client"),
  PLAIN (ANTE_FIELD_NOT_A_LEAD, "not_a_lead"),
  NUMBER (ANTE_FIELD_NO_AUTOMATION, "no_automation"),
  NUMBER (ANTE_FIELD_OWES_REPLY, "done_at"),
  NUMBER (ANTE_FIELD_UNREAD, "read_at"),
  { ANTE_FIELD_LABELS, "SELECT labels FROM lead WHERE id = ?1",
    "UPDATE lead SET labels = coalesce (?2, '') WHERE id = ?1" },
  NUMBER (ANTE_FIELD_SNOOZED, "snoozed_until"),
  NUMBER (ANTE_FIELD_PINNED, "pinned"),
  NUMBER (ANTE_FIELD_NEVER_AI, "never_ai"),
  PLAIN (ANTE_FIELD_BOOKING_LINK, "booking_link"),
  PLAIN ("source", "source"),
  PLAIN ("source-detail", "source_detail"),
  NUMBER (ANTE_FIELD_AD_FIRST, "ad_first_at"),
};

static const Field *
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (g_str_equal (fields[i].name, name))
      return &fields[i];
  }
  return NULL;
}

gboolean
ante_fields_is_known (const char *field)
{
  return find_field (field) != NULL;
}

gboolean
ante_fields_get (AnteDb *db, gint64 lead_id, const char *field, char **value, GError **error)
{
  const Field *found = find_field (field);
  GError *read_error = NULL;

  g_return_val_if_fail (found != NULL, FALSE);

  *value = ante_db_get_text (db, &read_error, found->get, "i", lead_id);
  if (read_error != NULL)
    g_propagate_error (error, read_error);
  return read_error == NULL;
}

gboolean
ante_fields_write_event (AnteDb *db,
                         const AnteAct *act,
                         gint64 lead_id,
                         gint64 stage_id,
                         const char *field,
                         const char *old,
                         const char *new,
                         GError **error)
{
  static const char sql[] =
    "INSERT INTO event (act, lead_id, stage_id, at, actor, field, old, new, why, undoes, undone)"
    " VALUES (?1, nullif (?2, 0), nullif (?3, 0), ?4, ?5, ?6, ?7, ?8, ?9, nullif (?10, 0), ?11)";

  return ante_db_run (db, error, sql, "iiiisssssii", act->act, lead_id, stage_id, act->now,
                      act->actor, field, old, new, act->why, act->undoes, (gint64) act->is_redo);
}

gboolean
ante_fields_set (AnteDb *db,
                 const AnteAct *act,
                 gint64 lead_id,
                 const char *field,
                 const char *value,
                 GError **error)
{
  const Field *found = find_field (field);
  g_autofree char *old = NULL;

  if (!ante_fields_get (db, lead_id, field, &old, error))
    return FALSE;
  if (g_strcmp0 (old, value) == 0)
    return TRUE;

  return ante_db_run (db, error, found->set, "is", lead_id, value) &&
         ante_fields_write_event (db, act, lead_id, 0, field, old, value, error);
}

gboolean
ante_fields_settle (AnteDb *db, gint64 lead_id, GError **error)
{
  static const char sql[] = "UPDATE lead SET live = not_a_lead IS NULL AND is_client = 0"
                            " AND (SELECT role FROM stage WHERE id = stage_id) NOT IN "
                            "('not-a-fit', 'client') WHERE id = ?1";
  /* A place by hand that is brought back into a column which is in order by due. */
  static const char unrank[] = "UPDATE lead SET board_rank = 0 WHERE id = ?1 AND board_rank <> 0"
                               " AND (SELECT manual_order FROM stage WHERE id = stage_id) = 0";

  ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_ORDER | ANTE_STORE_STAGES | ANTE_STORE_EVENTS,
                 lead_id);
  return ante_db_run (db, error, sql, "i", lead_id) &&
         ante_db_run (db, error, unrank, "i", lead_id) &&
         ante_projection_update (db, lead_id, error) && ante_promises_settle (db, lead_id, error);
}
