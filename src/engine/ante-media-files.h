#pragma once

#include <gio/gio.h>

#include "rules/ante-media-type.h"

G_BEGIN_DECLS

/*
 * What was fetched, in a folder: one file each, under a name that tells nothing. For a worker: all
 * of these read or write the disk, but the first. Private to the engine.
 */

/* @position: which of a message's attachments. @is_preview: the smaller picture that stands for it.
 */
char *ante_media_files_make_name (const char *mid, guint position, gboolean is_preview);
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
