#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/shared/ante-settings.h"

#include "model/ante-party.h"

GSettings *
ante_settings_open (const char *const *keys)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, ANTE_APP_ID, TRUE) : NULL;

  for (guint i = 0; keys[i] != NULL; i++) {
    if (schema == NULL || !g_settings_schema_has_key (schema, keys[i]))
      return NULL;
  }
  return g_settings_new_full (schema, NULL, NULL);
}

gboolean
ante_settings_advances (void)
{
  static const char *const keys[] = { ANTE_SETTING_ADVANCE, NULL };
  g_autoptr (GSettings) settings = ante_settings_open (keys);

  return settings == NULL || g_settings_get_boolean (settings, ANTE_SETTING_ADVANCE);
}

gboolean
ante_settings_tells_words (void)
{
  const char *const keys[] = { ANTE_SETTING_TELLS_WORDS, NULL };
  g_autoptr (GSettings) settings = ante_settings_open (keys);

  return settings != NULL && g_settings_get_boolean (settings, ANTE_SETTING_TELLS_WORDS);
}

gboolean
ante_settings_writes_notes (void)
{
  const char *const keys[] = { ANTE_SETTING_WRITES_NOTES, NULL };
  g_autoptr (GSettings) settings = ante_settings_open (keys);

  return settings != NULL && g_settings_get_boolean (settings, ANTE_SETTING_WRITES_NOTES);
}

void
ante_settings_set_writes_notes (gboolean writes_notes)
{
  const char *const keys[] = { ANTE_SETTING_WRITES_NOTES, NULL };
  g_autoptr (GSettings) settings = ante_settings_open (keys);

  if (settings != NULL)
    g_settings_set_boolean (settings, ANTE_SETTING_WRITES_NOTES, writes_notes);
}

/* Settings are a file that anybody may have written. */
char *
ante_settings_dup_sitter (GSettings *settings)
{
  g_autofree char *party =
    settings != NULL ? g_settings_get_string (settings, ANTE_SETTING_SITS_HERE) : NULL;

  return ante_party_is_setter (party) ? g_steal_pointer (&party) : g_strdup (ANTE_PARTY_COACH);
}
