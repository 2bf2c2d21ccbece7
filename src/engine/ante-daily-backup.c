#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-daily-backup.h"

#include "store/ante-store-care.h"

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ante_store_auto_backup_finish (ANTE_STORE (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("the backup of the day was not made: %s", error->message);
}

void
ante_daily_backup (AnteStore *store, GCancellable *cancellable)
{
  ante_store_auto_backup_async (store, g_get_real_time () / 1000, cancellable, backed_up_cb, NULL);
}
