#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-media-shelf.h"

typedef struct {
  char *key;
  AntePicture *picture;
  GList link; /* in the order of use */
} Entry;

struct _AnteMediaShelf {
  GHashTable *entries;
  GQueue order; /* the last asked for first */
  gsize max_bytes;
  gsize size;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  ante_picture_unref (entry->picture);
  g_free (entry->key);
  g_free (entry);
}

AnteMediaShelf *
ante_media_shelf_new (gsize max_bytes)
{
  AnteMediaShelf *self = g_new0 (AnteMediaShelf, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  self->max_bytes = max_bytes;
  return self;
}

void
ante_media_shelf_free (AnteMediaShelf *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

AntePicture *
ante_media_shelf_take (AnteMediaShelf *self, const char *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->order, &entry->link);
  g_queue_push_head_link (&self->order, &entry->link);
  return ante_picture_ref (entry->picture);
}

static void
drop (AnteMediaShelf *self, Entry *entry)
{
  self->size -= ante_picture_get_size (entry->picture);
  g_queue_unlink (&self->order, &entry->link);
  g_hash_table_remove (self->entries, entry->key);
}

void
ante_media_shelf_put (AnteMediaShelf *self, const char *key, AntePicture *picture)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);
  gsize size = ante_picture_get_size (picture);

  if (entry != NULL)
    drop (self, entry);
  if (size > self->max_bytes)
    return;
  while (self->size + size > self->max_bytes)
    drop (self, g_queue_peek_tail (&self->order));

  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  entry->picture = ante_picture_ref (picture);
  entry->link.data = entry;
  g_hash_table_insert (self->entries, entry->key, entry);
  g_queue_push_head_link (&self->order, &entry->link);
  self->size += size;
}

gsize
ante_media_shelf_get_size (AnteMediaShelf *self)
{
  return self->size;
}
