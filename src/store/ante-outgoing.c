#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-outgoing.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "rules/ante-media-type.h"
#include "store/ante-rows.h"
#include "store/ante-store-private.h"

gboolean
ante_outgoing_put_in (
  AnteDb *db, gint64 outbox_id, gint64 lead_id, const AnteOutgoingFile *file, GError **error)
{
  static const char sql[] =
    "INSERT INTO outbox_file (outbox_id, file, name, kind, mime, size, width, height)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

  if (!ante_db_run (db, error, sql, "issssiii", outbox_id, file->file, file->name,
                    ante_message_kind_to_nick (file->kind), file->mime, file->size,
                    (gint64) file->width, (gint64) file->height) ||
      !ante_db_run (db, error, "DELETE FROM draft_file WHERE file = ?1", "s", file->file))
    return FALSE;
  if (sqlite3_changes (db->handle) > 0)
    ante_db_touch (db, ANTE_STORE_DRAFT_FILES, lead_id);
  return TRUE;
}

gboolean
ante_outgoing_note_begun (AnteDb *db, gint64 outbox_id, GError **error)
{
  return ante_db_run (db, error,
                      "UPDATE outbox_file SET after_id ="
                      " (SELECT coalesce (max (id), 0) FROM message) WHERE outbox_id = ?1",
                      "i", outbox_id);
}

gboolean
ante_outgoing_note_settled (
  AnteDb *db, AnteOutboxItem *item, AnteOutboxState from, AnteOutboxState to, GError **error)
{
  static const char back[] =
    "INSERT OR IGNORE INTO draft_file (lead_id, via, file, name, kind, mime, size, width, height)"
    " SELECT ?2, nullif (?3, 0), file, name, kind, mime, size, width, height FROM outbox_file"
    " WHERE outbox_id = ?1";

  if (to == ANTE_OUTBOX_QUEUED && from != ANTE_OUTBOX_SENDING)
    return ante_db_run (db, error, "UPDATE outbox_file SET upload_id = NULL WHERE outbox_id = ?1",
                        "i", item->id);
  if (to != ANTE_OUTBOX_CANCELLED || from != ANTE_OUTBOX_QUEUED)
    return TRUE;
  ante_db_touch (db, ANTE_STORE_DRAFT_FILES, item->lead_id);
  return ante_db_run (db, error, back, "iii", item->id, item->lead_id, item->via);
}

gboolean
ante_outgoing_attach (AnteDb *db, gint64 message_id, const AnteOutgoingFile *file, GError **error)
{
  static const char sql[] =
    "INSERT INTO attachment (message_id, position, kind, mime, title, width, height)"
    " VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6)";

  return ante_db_run (db, error, sql, "isssii", message_id, ante_message_kind_to_nick (file->kind),
                      file->mime, file->name, (gint64) file->width, (gint64) file->height);
}

void
ante_outgoing_keep (const char *data_dir, const AnteOutgoingFile *file, const char *mid)
{
  const char *ending = strrchr (file->file, '.');
  g_autofree char *name = ante_media_name_make (mid, 0, FALSE);
  g_autofree char *whole = g_strconcat (name, ending != NULL ? ending : "", NULL);
  g_autofree char *media = g_build_filename (data_dir, "media", NULL);
  g_autofree char *from = g_build_filename (data_dir, "outgoing", file->file, NULL);
  g_autofree char *to = g_build_filename (media, whole, NULL);

  if (g_mkdir_with_parents (media, 0700) != 0 || (link (from, to) != 0 && errno != EEXIST))
    g_debug ("a file that was sent is not shown from our copy: %s", g_strerror (errno));
}
