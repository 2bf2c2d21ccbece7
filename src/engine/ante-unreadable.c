#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-unreadable.h"

#define MAX_FAILURES 10

static char *
dup_key (const AnteThread *thread)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, thread->id, thread->updated_at);
}

GHashTable *
ante_unreadable_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
ante_unreadable_count (GHashTable *self, const AnteThread *thread)
{
  char *key = dup_key (thread);
  guint failures = GPOINTER_TO_UINT (g_hash_table_lookup (self, key)) + 1;

  g_hash_table_replace (self, key, GUINT_TO_POINTER (failures));
}

void
ante_unreadable_forget (GHashTable *self, const AnteThread *thread)
{
  g_autofree char *key = dup_key (thread);

  g_hash_table_remove (self, key);
}

gboolean
ante_unreadable_is_given_up (GHashTable *self, const AnteThread *thread)
{
  g_autofree char *key = dup_key (thread);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self, key)) >= MAX_FAILURES;
}
