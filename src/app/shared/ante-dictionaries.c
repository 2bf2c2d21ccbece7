#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-dictionaries.h"

#ifdef ANTE_HAVE_ENCHANT

#include <enchant.h>

#define MOST_LANGUAGES 4

struct _AnteDictionaries {
  EnchantBroker *broker;
  GPtrArray *each; /* EnchantDict */
};

static void
add_language (AnteDictionaries *self, GHashTable *seen, const char *language)
{
  EnchantDict *dict = NULL;

  if (self->each->len == MOST_LANGUAGES || !g_hash_table_add (seen, g_strdup (language)) ||
      !enchant_broker_dict_exists (self->broker, language))
    return;
  dict = enchant_broker_request_dict (self->broker, language);
  if (dict != NULL)
    g_ptr_array_add (self->each, dict);
}

/* "de_AT" brings "de" along, which is the same dictionary or a wider one. */
static AnteDictionaries *
open_all (void)
{
  AnteDictionaries *self = g_new0 (AnteDictionaries, 1);
  const char *const *names = g_get_language_names ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->broker = enchant_broker_init ();
  self->each = g_ptr_array_new ();
  for (guint i = 0; names[i] != NULL; i++) {
    if (strchr (names[i], '.') == NULL && !g_str_equal (names[i], "C"))
      add_language (self, seen, names[i]);
  }
  if (self->each->len == 0)
    add_language (self, seen, "en_US");
  if (self->each->len == 0)
    add_language (self, seen, "en");
  return self;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static AnteDictionaries *opened = NULL;

  if (g_once_init_enter (&opened))
    g_once_init_leave (&opened, open_all ());
  g_task_return_pointer (task, opened->each->len > 0 ? opened : NULL, NULL);
}

gboolean
ante_dictionaries_knows (AnteDictionaries *self, const char *word)
{
  for (guint i = 0; i < self->each->len; i++) {
    if (enchant_dict_check (self->each->pdata[i], word, -1) <= 0)
      return TRUE; /* below 0 it could not be looked up, which is no reason to mark it */
  }
  return FALSE;
}

GStrv
ante_dictionaries_suggest (AnteDictionaries *self, const char *word, guint most)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  guint left = most;

  for (guint i = 0; i < self->each->len; i++) {
    gsize n = 0;
    char **words = enchant_dict_suggest (self->each->pdata[i], word, -1, &n);

    for (gsize k = 0; k < n && left > 0; k++, left--)
      g_strv_builder_add (found, words[k]);
    if (words != NULL)
      enchant_dict_free_string_list (self->each->pdata[i], words);
  }
  return g_strv_builder_end (found);
}

void
ante_dictionaries_add (AnteDictionaries *self, const char *word)
{
  enchant_dict_add (self->each->pdata[0], word, -1);
}

#else

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, NULL, NULL);
}

gboolean
ante_dictionaries_knows (AnteDictionaries *self, const char *word)
{
  return TRUE;
}

GStrv
ante_dictionaries_suggest (AnteDictionaries *self, const char *word, guint most)
{
  return g_new0 (char *, 1);
}

void
ante_dictionaries_add (AnteDictionaries *self, const char *word)
{
}

#endif

void
ante_dictionaries_open_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_run_in_thread (task, open_in_thread);
}

AnteDictionaries *
ante_dictionaries_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
