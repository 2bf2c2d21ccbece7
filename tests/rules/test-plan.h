#pragma once

#include "rules/playbook/ante-playbook-doc.h"

/* Invented, as all names and prices here are. The head of a document: more members may follow. */
#define TEST_PLAN_HEAD                                                                             \
  "{\"version\": 3, \"languages\": [\"en\"], \"currency\": \"EUR\", \"price_disclosure\": "        \
  "\"allowed\", \"allowed_urls\": [{\"host\": \"kiln.example\", \"path_prefix\": \"/look\"}], "    \
  "\"offers\": [{\"id\": \"k\", \"name\": \"Quiet Kiln\", \"prices\": [{\"kind\": \"full\", "      \
  "\"amount\": 330, \"currency\": \"EUR\"}], \"includes\": [\"glaze notes\"]}], \"voice\": "       \
  "{\"max_chars\": 300, \"banned_phrases\": [\"muddy buddy\"]}, \"escalate_on\": [\"crisis\", "    \
  "\"minor\", \"eating_disorder\", \"human_requested\"]"

static inline AntePlan *
test_plan (const char *more)
{
  g_autofree char *json = g_strconcat (TEST_PLAN_HEAD, *more != '\0' ? ", " : "", more, "}", NULL);
  g_autoptr (GError) error = NULL;
  AntePlan *plan = ante_plan_parse (json, -1, &error);

  g_assert_no_error (error);
  return plan;
}

static inline AntePlaybookDoc *
test_doc (const char *more)
{
  g_autofree char *json = g_strconcat (TEST_PLAN_HEAD, *more != '\0' ? ", " : "", more, "}", NULL);
  g_autoptr (GError) error = NULL;
  AntePlaybookDoc *doc = ante_playbook_doc_parse (json, -1, &error);

  g_assert_no_error (error);
  return doc;
}
