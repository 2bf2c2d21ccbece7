#pragma once

#include "rules/guard/ante-guard.h"

/* Invented, as all names and prices here are. */
#define TEST_PLAYBOOK                                                                              \
  "{\"version\": 3, \"niche\": \"pottery\", \"coach\": {\"name\": \"Ola Brandt\", \"handle\": "    \
  "\"@kiln.ola\", \"business\": \"Kiln and Co\"}, \"languages\": [\"en\", \"es\"], \"currency\": " \
  "\"EUR\", \"delivery\": \"online\", \"price_disclosure\": \"%s\", \"offers\": [{\"id\": \"k\", " \
  "\"name\": \"Quiet Kiln\", \"aliases\": [\"the clay course\"], \"duration\": {\"value\": 6, "    \
  "\"unit\": \"week\"}, \"prices\": [{\"kind\": \"full\", \"amount\": 330, \"currency\": "         \
  "\"EUR\"}, "                                                                                     \
  "{\"kind\": \"installments\", \"count\": 3, \"amount\": 120, \"currency\": \"EUR\", "            \
  "\"period\": "                                                                                   \
  "\"month\"}], \"includes\": [\"one 50-minute call per week\", \"glaze notes\"], "                \
  "\"valid_from\": "                                                                               \
  "\"2026-01-01\", \"valid_until\": null}], \"free_offers\": [\"first look call (20 minutes)\"], " \
  "\"discounts\": [], \"refund_policy\": {\"refundable\": true, \"days\": 9, \"counted_from\": "   \
  "\"first call\", \"text\": \"refund within 9 days of the first call\"}, \"guarantee\": null, "   \
  "\"scarcity\": null, \"approved_claims\": [\"potter since 2009\"], \"allowed_urls\": "           \
  "[{\"host\": "                                                                                   \
  "\"kiln.example\", \"path_prefix\": \"/look\"}], \"allowed_contacts\": [\"@kiln.ola\"], "        \
  "\"payment_in_dm\": false, \"voice\": {\"max_chars\": 300, \"max_emojis\": 1, "                  \
  "\"max_exclamation_marks\": 1, \"max_caps_words\": 1, \"hashtags\": false, \"banned_phrases\": " \
  "[\"muddy buddy\"]}}"

/* What the guard says of @draft, an answer to @lead. */
static inline AnteGuardResult *
test_guard_check (const AntePlaybook *playbook, const char *lead, const char *draft, gsize length)
{
  const char *messages[] = { lead, NULL };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 20, 9, 0, 0);
  AnteGuardCase guarded = { .playbook = playbook,
                            .draft = draft,
                            .draft_length = length,
                            .lead_messages = messages,
                            .now = now,
                            .status = "qualifying" };

  return ante_guard_check (&guarded);
}

static inline AntePlaybook *
test_guard_playbook (const char *disclosure)
{
  g_autofree char *json = g_strdup_printf (TEST_PLAYBOOK, disclosure);
  g_autoptr (GError) error = NULL;
  AntePlaybook *playbook = ante_playbook_parse (json, -1, &error);

  g_assert_no_error (error);
  return playbook;
}
