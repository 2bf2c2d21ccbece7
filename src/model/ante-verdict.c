#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-verdict.h"

static void
finding_free (AnteFinding *finding)
{
  g_free (finding->rule);
  g_free (finding->why);
  g_free (finding);
}

/**
 * ante_verdict_new:
 *
 * Returns: (transfer full): a verdict that allows, with no finding yet
 */
AnteVerdict *
ante_verdict_new (void)
{
  AnteVerdict *self = g_new0 (AnteVerdict, 1);

  self->kind = ANTE_VERDICT_ALLOW;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  return self;
}

AnteVerdict *
ante_verdict_copy (const AnteVerdict *self)
{
  AnteVerdict *copy = ante_verdict_new ();

  for (guint i = 0; i < self->findings->len; i++) {
    const AnteFinding *finding = self->findings->pdata[i];

    ante_verdict_add (copy, finding->kind, finding->rule, finding->why);
  }
  return copy;
}

void
ante_verdict_free (AnteVerdict *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->findings);
  g_free (self);
}

/**
 * ante_verdict_add:
 * @kind: what the rule asks for; the verdict becomes no milder than this
 * @rule: id of the rule
 * @why: its reason
 */
void
ante_verdict_add (AnteVerdict *self, AnteVerdictKind kind, const char *rule, const char *why)
{
  AnteFinding *finding = g_new0 (AnteFinding, 1);

  finding->rule = g_strdup (rule);
  finding->kind = kind;
  finding->why = g_strdup (why);
  g_ptr_array_add (self->findings, finding);
  self->kind = MAX (self->kind, kind);
}

gboolean
ante_verdict_has (const AnteVerdict *self, const char *rule)
{
  for (guint i = 0; i < self->findings->len; i++) {
    if (g_str_equal (((AnteFinding *) self->findings->pdata[i])->rule, rule))
      return TRUE;
  }
  return FALSE;
}

/**
 * ante_verdict_to_text:
 *
 * The form in which a verdict is kept: its kind on the first line, then "kind rule why" a finding.
 */
char *
ante_verdict_to_text (const AnteVerdict *self)
{
  GString *text = g_string_new (ante_verdict_kind_to_nick (self->kind));

  for (guint i = 0; i < self->findings->len; i++) {
    const AnteFinding *finding = self->findings->pdata[i];

    g_string_append_printf (text, "\n%s %s %s", ante_verdict_kind_to_nick (finding->kind),
                            finding->rule, finding->why);
  }
  return g_string_free (text, FALSE);
}

/**
 * ante_verdict_from_text:
 * @text: (nullable): what ante_verdict_to_text() gave
 *
 * Returns: (transfer full): the verdict; one that blocks when @text cannot be read, since a verdict
 * that is not understood must not let anything leave
 */
AnteVerdict *
ante_verdict_from_text (const char *text)
{
  AnteVerdict *self = ante_verdict_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  AnteVerdictKind kind = ANTE_VERDICT_BLOCK;

  if (lines[0] == NULL || !ante_verdict_kind_from_nick (lines[0], &kind)) {
    ante_verdict_add (self, ANTE_VERDICT_BLOCK, "verdict.unreadable", "The record is damaged");
    return self;
  }

  for (guint i = 1; lines[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (lines[i], " ", 3);
    AnteVerdictKind found = ANTE_VERDICT_BLOCK;

    if (g_strv_length (parts) == 3 && ante_verdict_kind_from_nick (parts[0], &found))
      ante_verdict_add (self, found, parts[1], parts[2]);
    else
      ante_verdict_add (self, ANTE_VERDICT_BLOCK, "verdict.unreadable", "The record is damaged");
  }

  self->kind = MAX (self->kind, kind);
  return self;
}
