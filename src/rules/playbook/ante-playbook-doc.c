#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/playbook/ante-plan-json.h"
#include "rules/playbook/ante-playbook-tree.h"

static AntePlaybookDoc *
doc_new (JsonObject *root)
{
  AntePlaybookDoc *self = g_new0 (AntePlaybookDoc, 1);

  self->root = root;
  return self;
}

AntePlaybookDoc *
ante_playbook_doc_new (void)
{
  return doc_new (json_object_new ());
}

AntePlaybookDoc *
ante_playbook_doc_parse (const char *json, gssize length, GError **error)
{
  JsonObject *root = ante_playbook_parse_object (json, length, error);

  return root != NULL ? doc_new (root) : NULL;
}

/* By its own words: json-glib copies no tree deeply. */
AntePlaybookDoc *
ante_playbook_doc_copy (const AntePlaybookDoc *self)
{
  g_autofree char *text = ante_playbook_doc_write (self);

  return ante_playbook_doc_parse (text, -1, NULL);
}

void
ante_playbook_doc_free (AntePlaybookDoc *self)
{
  if (self == NULL)
    return;

  json_object_unref (self->root);
  g_free (self);
}

/* The number of a version is given out when it is kept; a document need not bring one. */
static void
number (JsonObject *root)
{
  if (ante_playbook_member (root, "version") == NULL)
    json_object_set_int_member (root, "version", 0);
}

AntePlan *
ante_playbook_doc_read (const AntePlaybookDoc *self, GError **error)
{
  g_auto (AntePlaybookReader) reader = { 0 };
  g_autoptr (AntePlan) plan = ante_plan_new ();

  ante_playbook_reader_init (&reader, "");
  number (self->root);
  ante_plan_read (&reader, self->root, plan);
  return ante_playbook_reader_finish (&reader, error) ? g_steal_pointer (&plan) : NULL;
}

/**
 * ante_plan_parse:
 * @json: a playbook; members that are not known are let be
 * @length: its bytes, or -1
 *
 * Returns: (transfer full) (nullable): what stands in it; the error names the member by its path
 */
AntePlan *
ante_plan_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (AntePlaybookDoc) doc = ante_playbook_doc_parse (json, length, error);

  return doc != NULL ? ante_playbook_doc_read (doc, error) : NULL;
}
