#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-kept.h"

#include "store/ante-rows.h"

gboolean
ante_kept_check (AnteDb *db, const AnteKept *self, gint64 id, GError **error)
{
  gint64 n = 1;

  if (id != 0 && !ante_db_get_int (db, error, &n, self->count, "i", id))
    return FALSE;
  return n > 0 || ante_db_refuse (error, ANTE_STORE_ERROR_CONFLICT, self->changed);
}

static gboolean
set_kept (AnteDb *db, const AnteKept *self, gint64 id, gboolean kept, GError **error)
{
  return id == 0 || ante_db_run (db, error, self->set, "ii", id, (gint64) kept);
}

gboolean
ante_kept_replace (AnteDb *db,
                   const AnteKept *self,
                   const AnteAct *act,
                   gint64 lead_id,
                   gint64 older,
                   gint64 newer,
                   GError **error)
{
  g_autofree char *old = ante_rows_dup_number (older);
  g_autofree char *new = ante_rows_dup_number (newer);

  return set_kept (db, self, older, FALSE, error) &&
         ante_fields_write_event (db, act, lead_id, 0, self->field, old, new, error);
}

gboolean
ante_kept_flip (AnteDb *db, const AnteKept *self, const AnteEvent *event, GError **error)
{
  gint64 holds = ante_rows_parse_number (event->to);

  return ante_kept_check (db, self, holds, error) && set_kept (db, self, holds, FALSE, error) &&
         set_kept (db, self, ante_rows_parse_number (event->from), TRUE, error);
}
