#include "sandbox/sandbox-faults.h"

#include <stdlib.h>
#include <string.h>

/*
 * A spec is a list of rules with commas between them: NAME[=NUMBER][@sends|@reads|@uploads][#N|xN].
 *
 *  - NUMBER up to 1 is the probability; above 1, or below 0, with a name that takes seconds, it is
 *    those ("accept-late=30", "skew=-3600"), and the rule always applies.
 *  - "@sends" are POSTs to .../messages, "@uploads" to .../message_attachments, "@reads" everything
 *    else.
 *  - "#3": only the third request that fits. "x3": only the first three that the rule befalls.
 *  - The first rule that applies counts. An own random source, seeded, draws.
 *
 * "drop-after@sendsx1" cuts the connection once, after a message was accepted;
 * "c368@sends" answers every send with error 368; "e613=0.05,slow=0.1@reads" is an ordinary bad
 * day.
 */

const char sandbox_faults_help[] =
  "Faults: NAME[=NUMBER][@sends|@reads|@uploads][#N|xN], comma separated. NUMBER up to 1 is\n"
  "the probability, otherwise seconds; #N: only the N-th that fits; xN: only N times. Names:\n"
  "  timeout-before timeout-after  no answer (for 90 s), without and with the effect\n"
  "  drop-before drop-after reset  the connection is cut before or after the effect, or reset\n"
  "  accept-late[=SECONDS]         as drop-after; the effect is to be seen 20 s later\n"
  "  e429 e613 e500 code2 e190     that error, without effect\n"
  "  cCODE[/SUBCODE]               any other error, as c368 or c10/2018108\n"
  "  truncate huge deep html200 wrongjson badutf8 noid   a spoilt answer, after the effect\n"
  "  slow[=SECONDS]                half of the answer at once, the rest 2 s later\n"
  "  skew=SECONDS                  a Date header that is off by so much\n"
  "  dup-page reorder              conversation pages with rows doubled or out of order\n";

#define ANY_SCOPE -1

typedef struct {
  SandboxFaultDraw draw;
  double probability;
  int scope; /* of SandboxFaultsScope, or any */
  int left;
  int only;
  int seen;
} Rule;

struct _SandboxFaults {
  GArray *rules;
  GRand *rand;
};

static const struct {
  const char *name;
  SandboxFaultDraw draw;
} names[] = {
  { "timeout-before", { SANDBOX_FAULT_TIMEOUT_BEFORE, 90 } },
  { "timeout-after", { SANDBOX_FAULT_TIMEOUT_AFTER, 90 } },
  { "drop-before", { SANDBOX_FAULT_DROP_BEFORE } },
  { "drop-after", { SANDBOX_FAULT_DROP_AFTER } },
  { "reset", { SANDBOX_FAULT_RESET } },
  { "accept-late", { SANDBOX_FAULT_ACCEPT_LATE, 20 } },
  { "e429", { SANDBOX_FAULT_ERROR, 0, 4, 0, 429 } },
  { "e613", { SANDBOX_FAULT_ERROR, 0, 613, 2534040, 0 } },
  { "e500", { SANDBOX_FAULT_ERROR, 0, 1, 0, 500 } },
  { "code2", { SANDBOX_FAULT_ERROR, 0, 2, 0, 500 } },
  { "e190", { SANDBOX_FAULT_ERROR, 0, 190, 463, 0 } },
  { "truncate", { SANDBOX_FAULT_TRUNCATE } },
  { "huge", { SANDBOX_FAULT_HUGE } },
  { "deep", { SANDBOX_FAULT_DEEP } },
  { "html200", { SANDBOX_FAULT_HTML200 } },
  { "wrongjson", { SANDBOX_FAULT_WRONGJSON } },
  { "badutf8", { SANDBOX_FAULT_BADUTF8 } },
  { "noid", { SANDBOX_FAULT_NO_ID } },
  { "slow", { SANDBOX_FAULT_SLOW, 2 } },
  { "skew", { SANDBOX_FAULT_SKEW, 3600 } },
  { "dup-page", { SANDBOX_FAULT_DUP_PAGE } },
  { "reorder", { SANDBOX_FAULT_REORDER } },
};

/* Cuts @text at the last @mark that has a number behind it; -1 when there is none. */
static int
take_count (char *text, char mark)
{
  char *at = strrchr (text, mark);
  char *end = NULL;
  long number = 0;

  if (at == NULL || !g_ascii_isdigit (at[1]))
    return -1;
  number = strtol (at + 1, &end, 10);
  if (*end != '\0' || number > G_MAXINT)
    return -1;
  *at = '\0';
  return (int) number;
}

static gboolean
take_scope (char *text, int *scope)
{
  static const char *const words[] = { "reads", "sends", "uploads" };
  char *at = strchr (text, '@');

  *scope = ANY_SCOPE;
  if (at == NULL)
    return TRUE;
  *at++ = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (at, words[i]))
      *scope = (int) i;
  }
  return *scope != ANY_SCOPE;
}

static gboolean
take_number (char *text, Rule *rule, gboolean *is_seconds)
{
  char *at = strchr (text, '=');
  char *end = NULL;
  double number = 0;

  *is_seconds = FALSE;
  if (at == NULL)
    return TRUE;
  *at++ = '\0';
  number = g_ascii_strtod (at, &end);
  if (end == at || *end != '\0' || !(number > -1e7 && number < 1e7))
    return FALSE;
  *is_seconds = number > 1 || number < 0;
  if (*is_seconds)
    rule->draw.seconds = (int) number;
  else
    rule->probability = number;
  return TRUE;
}

/* "c368", "c10/2018108" */
static gboolean
read_code (const char *name, SandboxFaultDraw *draw)
{
  char *end = NULL;

  if (*name != 'c' || (!g_ascii_isdigit (name[1]) && name[1] != '-'))
    return FALSE;
  draw->fault = SANDBOX_FAULT_ERROR;
  draw->code = (int) strtol (name + 1, &end, 10);
  if (*end == '/')
    draw->subcode = (int) strtol (end + 1, &end, 10);
  return *end == '\0';
}

static gboolean
read_name (const char *name, SandboxFaultDraw *draw)
{
  int seconds = draw->seconds;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (!g_str_equal (names[i].name, name))
      continue;
    *draw = names[i].draw;
    if (seconds != 0 && draw->seconds == 0)
      return FALSE;
    if (seconds != 0)
      draw->seconds = seconds;
    return TRUE;
  }
  return seconds == 0 && read_code (name, draw);
}

static gboolean
parse_rule (const char *text, Rule *rule)
{
  g_autofree char *name = g_strdup (text);
  gboolean is_seconds = FALSE;

  *rule = (Rule){ .probability = 1.0 };
  rule->only = take_count (name, '#');
  rule->left = take_count (name, 'x');
  return take_scope (name, &rule->scope) && take_number (name, rule, &is_seconds) &&
         read_name (name, &rule->draw);
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

static gboolean
applies (SandboxFaults *self, Rule *rule, SandboxFaultsScope what)
{
  if (rule->scope != ANY_SCOPE && rule->scope != (int) what)
    return FALSE;
  rule->seen++;
  if (rule->left == 0 || (rule->only > 0 && rule->seen != rule->only))
    return FALSE;
  if (rule->probability < 1.0 && g_rand_double (self->rand) >= rule->probability)
    return FALSE;
  if (rule->left > 0)
    rule->left--;
  return TRUE;
}

SandboxFaultDraw
sandbox_faults_draw (SandboxFaults *self, SandboxFaultsScope what)
{
  SandboxFaultDraw none = { SANDBOX_FAULT_NONE };

  for (guint i = 0; i < self->rules->len; i++) {
    Rule *rule = &g_array_index (self->rules, Rule, i);

    if (applies (self, rule, what))
      return rule->draw;
  }
  return none;
}
