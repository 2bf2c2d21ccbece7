#include "sandbox/sandbox-faults.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
  SCOPE_ALL,
  SCOPE_SENDS,
  SCOPE_READS,
} Scope;

typedef struct {
  SandboxFault fault;
  double probability;
  Scope scope;
  int left;
} Rule;

struct _SandboxFaults {
  GArray *rules;
  GRand *rand;
};

const char sandbox_faults_help[] =
  "Faults: NAME[=PROBABILITY][@sends|@reads][xTIMES], comma separated. Names:\n"
  "  timeout-before timeout-after  no answer, without and with the effect\n"
  "  drop-before drop-after        the connection is cut before or after the effect\n"
  "  accept-late                   as drop-after; the effect is to be seen 20 s later\n"
  "  e429 e613 e500 code2 e190     that error\n"
  "  truncate huge deep html200 wrongjson badutf8 noid   a spoilt answer\n"
  "  slow                          an answer after 2 s\n"
  "  dup-page reorder              conversation pages with rows doubled or out of order\n";

static const struct {
  const char *name;
  SandboxFault fault;
} names[] = {
  { "timeout-before", SANDBOX_FAULT_TIMEOUT_BEFORE },
  { "timeout-after", SANDBOX_FAULT_TIMEOUT_AFTER },
  { "drop-before", SANDBOX_FAULT_DROP_BEFORE },
  { "drop-after", SANDBOX_FAULT_DROP_AFTER },
  { "accept-late", SANDBOX_FAULT_ACCEPT_LATE },
  { "e429", SANDBOX_FAULT_429 },
  { "e613", SANDBOX_FAULT_613 },
  { "e500", SANDBOX_FAULT_500 },
  { "code2", SANDBOX_FAULT_CODE2 },
  { "e190", SANDBOX_FAULT_190 },
  { "truncate", SANDBOX_FAULT_TRUNCATE },
  { "huge", SANDBOX_FAULT_HUGE },
  { "deep", SANDBOX_FAULT_DEEP },
  { "html200", SANDBOX_FAULT_HTML200 },
  { "wrongjson", SANDBOX_FAULT_WRONGJSON },
  { "badutf8", SANDBOX_FAULT_BADUTF8 },
  { "noid", SANDBOX_FAULT_NO_ID },
  { "slow", SANDBOX_FAULT_SLOW },
  { "dup-page", SANDBOX_FAULT_DUP_PAGE },
  { "reorder", SANDBOX_FAULT_REORDER },
};

static gboolean
parse_rule (const char *text, Rule *rule)
{
  g_autofree char *name = g_strdup (text);
  char *times = NULL;
  char *scope = strchr (name, '@');
  char *probability = NULL;

  *rule = (Rule){ SANDBOX_FAULT_NONE, 1.0, SCOPE_ALL, -1 };

  /* "x3" ends the rule; no name ends in x and a digit. */
  times = strrchr (name, 'x');
  if (times != NULL && g_ascii_isdigit (times[1])) {
    rule->left = atoi (times + 1);
    *times = '\0';
  }
  if (scope != NULL) {
    *scope++ = '\0';
    if (g_str_equal (scope, "sends"))
      rule->scope = SCOPE_SENDS;
    else if (g_str_equal (scope, "reads"))
      rule->scope = SCOPE_READS;
    else
      return FALSE;
  }
  probability = strchr (name, '=');
  if (probability != NULL) {
    *probability++ = '\0';
    rule->probability = g_ascii_strtod (probability, NULL);
  }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i].name, name))
      rule->fault = names[i].fault;
  }
  return rule->fault != SANDBOX_FAULT_NONE;
}

SandboxFaults *
sandbox_faults_new (const char *spec, guint32 seed)
{
  SandboxFaults *self = g_new0 (SandboxFaults, 1);
  g_auto (GStrv) parts = g_strsplit (spec != NULL ? spec : "", ",", -1);

  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->rand = g_rand_new_with_seed (seed);
  for (guint i = 0; parts[i] != NULL; i++) {
    Rule rule = { 0 };

    if (*g_strstrip (parts[i]) == '\0')
      continue;
    if (!parse_rule (parts[i], &rule)) {
      sandbox_faults_free (self);
      return NULL;
    }
    g_array_append_val (self->rules, rule);
  }
  return self;
}

void
sandbox_faults_free (SandboxFaults *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rules);
  g_rand_free (self->rand);
  g_free (self);
}

SandboxFault
sandbox_faults_draw (SandboxFaults *self, gboolean is_send)
{
  for (guint i = 0; i < self->rules->len; i++) {
    Rule *rule = &g_array_index (self->rules, Rule, i);

    if (rule->left == 0 || (rule->scope == SCOPE_SENDS && !is_send) ||
        (rule->scope == SCOPE_READS && is_send))
      continue;
    if (rule->probability < 1.0 && g_rand_double (self->rand) >= rule->probability)
      continue;
    if (rule->left > 0)
      rule->left--;
    return rule->fault;
  }
  return SANDBOX_FAULT_NONE;
}
