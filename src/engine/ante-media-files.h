#pragma once

#include <gio/gio.h>

#include "rules/ante-media-type.h"

G_BEGIN_DECLS

/*
 * What was fetched, in a folder: one file each, under the name of ante_media_name_make(). For a
 * worker: all of these read or write the disk. Private to the engine.
 */

/* (nullable): its path. */
char *ante_media_files_find (const char *dir, const char *name);
/* The whole file or none; (nullable): its path. */
char *ante_media_files_keep (
  const char *dir, const char *name, AnteMediaType type, GBytes *bytes, GError **error);
gboolean ante_media_files_has_any (const char *dir);
/* Deletes every file whose name (without its ending) is not in @wanted, a set. How many those were.
 */
guint ante_media_files_sweep (const char *dir, GHashTable *wanted);

G_END_DECLS
