#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-objections.h"

#include "model/ante-party.h"
#include "store/ante-rows.h"

/* 0: of that lead no such objection holds. */
static gint64
find_objection (AnteDb *db, gint64 lead_id, const char *id, GError **error)
{
  static const char sql[] = "SELECT id FROM fact WHERE id = ?1 AND lead_id = ?2"
                            " AND kind = 'objection' AND state IN ('confirmed', 'suggested')";
  gint64 found = 0;

  if (!ante_db_get_int (db, error, &found, sql, "ii", ante_rows_parse_number (id), lead_id))
    return 0;
  return found;
}

gboolean
ante_objections_handle (AnteDb *db, const AnteAct *act, const AnteChange *change, GError **error)
{
  GError *failure = NULL;
  gint64 id = find_objection (db, change->lead_id, change->detail, &failure);
  gboolean handled = g_strcmp0 (change->value, "1") == 0;
  gint64 was = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  AnteEvent event = { .group = act->act,
                      .lead_id = change->lead_id,
                      .at = act->now,
                      .actor = (char *) act->actor,
                      .field = (char *) ANTE_FIELD_HANDLED,
                      .why = (char *) act->why };

  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (ante_party_is_automatic (act->actor))
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "that is a person's to say");
  if (!handled && g_strcmp0 (change->value, "0") != 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_INVALID, "the value has to be 0 or 1");
  if (id == 0)
    return ante_db_refuse (error, ANTE_STORE_ERROR_NOT_FOUND, "there is no such objection");
  if (!ante_db_get_int (db, error, &was, "SELECT handled_at FROM fact WHERE id = ?1", "i", id))
    return FALSE;
  if ((was > 0) == handled)
    return TRUE;

  event.from = from = g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, id, was);
  event.to = to =
    g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, id, handled ? act->now : 0);
  return ante_db_run (db, error, "UPDATE fact SET handled_at = ?2 WHERE id = ?1", "ii", id,
                      handled ? act->now : 0) &&
         ante_rows_add_event (db, &event, error) >= 0;
}

/* "ID:TIME"; FALSE for anything else. */
static gboolean
read_end (const char *end, gint64 *id, gint64 *at)
{
  g_auto (GStrv) parts = g_strsplit (end != NULL ? end : "", ":", 2);

  if (g_strv_length (parts) != 2)
    return FALSE;
  *id = g_ascii_strtoll (parts[0], NULL, 10);
  *at = g_ascii_strtoll (parts[1], NULL, 10);
  return *id > 0;
}

gboolean
ante_objections_flip (AnteDb *db, const AnteEvent *event, GError **error)
{
  gint64 id = 0;
  gint64 is = 0;
  gint64 was = 0;
  gint64 now = 0;

  if (!read_end (event->to, &id, &is) || !read_end (event->from, &id, &was))
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "what was said of it cannot be read");
  if (!ante_db_get_int (db, error, &now, "SELECT handled_at FROM fact WHERE id = ?1", "i", id))
    return error != NULL && *error != NULL
             ? FALSE
             : ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT,
                               "that objection is not there any more");
  if (now != is)
    return ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, "it is otherwise by now");
  return ante_db_run (db, error, "UPDATE fact SET handled_at = ?2 WHERE id = ?1", "ii", id, was);
}
