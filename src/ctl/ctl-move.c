#define G_LOG_DOMAIN "anteroomctl"

#include "config.h"

#include "ctl/ctl.h"

#include "rules/ante-gate.h"
#include "rules/ante-when.h"

/* When a person begins to look, on a day that is given without an hour. */
#define MORNING "10:00:00"

static const struct {
  const char *word;
  const char *name;
  const char *how;
} needs[] = {
  { "goal", "a goal", "--goal …" },
  { "problem", "a problem", "--problem …" },
  { "bottleneck", "a bottleneck", "--bottleneck …" },
  { "fit", "a sign that they fit", "--fit …" },
  { "objection", "an objection", "--objection …" },
  { "offer", "an offer", "--offer …" },
  { "budget", "a budget", "--budget …" },
  { "timeline", "a timeline", "--timeline …" },
  { ANTE_GATE_NEXT_STEP, "a next step with a date to come", "--next-step … --due …" },
  { ANTE_GATE_REASON, "a reason", "--why …" },
};

static void
append (GString *list, const char *text, const char *between)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? between : "", text);
}

/* Exit 1, and one line: what is missing, and how it is given. */
static void
set_incomplete (AnteLead *lead, AnteStage *stage, GPtrArray *missing, GError **error)
{
  const AnteMissing *lack = missing->pdata[0];
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) how = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++) {
    if (!g_strv_contains ((const char *const *) lack->words, needs[i].word))
      continue;
    append (names, needs[i].name, ", ");
    append (how, needs[i].how, " ");
    n++;
  }
  g_set_error (error, CTL_ERROR, CTL_ERROR_NO,
               "%s cannot go to “%s” yet: %s %s missing; give %s with %s%s", lead->handle,
               stage->key, names->str, n == 1 ? "is" : "are", n == 1 ? "it" : "them", how->str,
               g_str_equal (lack->words[0], ANTE_GATE_REASON) ? "" : ", or --anyway --why …");
}

gint64
ctl_parse_when (const char *text, gint64 now)
{
  static const char *const ends[] = { "", ":00", "T" MORNING };
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *whole = g_strconcat (text, ends[i], NULL);
    g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (whole, zone);

    if (time != NULL)
      return g_date_time_to_unix (time) * 1000;
  }
  return ante_when_parse (text, now, zone);
}

/* What is told of the lead with the move, as it was typed. */
typedef struct {
  char *why;
  gboolean anyway;
  char *action;
  char *due;
  char *facts[ANTE_FACT_FREE + 1];
} Told;

static void
told_clear (Told *told)
{
  g_free (told->why);
  g_free (told->action);
  g_free (told->due);
  for (guint i = 0; i < G_N_ELEMENTS (told->facts); i++)
    g_free (told->facts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static void
take_told (Told *told, GPtrArray *args)
{
  const char *const *words = ante_gate_get_words ();

  told->why = ctl_take_option (args, "--why");
  told->anyway = ctl_take_flag (args, "--anyway");
  told->action = ctl_take_option (args, "--next-step");
  told->due = ctl_take_option (args, "--due");
  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *option = g_strconcat ("--", words[i], NULL);
    AnteFactKind kind = ANTE_FACT_FREE;

    if (ante_fact_kind_from_nick (words[i], &kind) && told->facts[kind] == NULL)
      told->facts[kind] = ctl_take_option (args, option);
  }
}

/* NULL with USAGE where the words do not fit. */
static AnteMove *
make_move (const Told *told, AnteLead *lead, AnteStage *stage, gint64 now, GError **error)
{
  g_autoptr (AnteMove) move = ante_move_new (stage->key, 0);
  gint64 due = told->due != NULL ? ctl_parse_when (told->due, now) : 0;

  if (told->anyway && told->why == NULL)
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "--anyway needs a reason, which is kept: --anyway --why …");
  else if (told->due != NULL && due <= 0)
    g_set_error (
      error, CTL_ERROR, CTL_ERROR_USAGE,
      "%s is no day; say for instance 2026-03-12, '2026-03-12 15:00', 'fri 4pm', 'in 2 weeks'",
      told->due);
  else if (due > 0 && told->action == NULL && !ante_lead_has_next_step (lead))
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE,
                         "--due says when; say what as well, with --next-step …");
  if (error != NULL && *error != NULL)
    return NULL;

  ante_move_add_lead (move, lead->id);
  for (guint i = 0; i < G_N_ELEMENTS (told->facts); i++) {
    if (told->facts[i] != NULL)
      ante_move_add_fact (move, lead->id, (AnteFactKind) i, told->facts[i]);
  }
  ante_move_set_next_step (move, lead->id, told->action, due);
  ante_move_set_why (move, told->why, told->anyway);
  return g_steal_pointer (&move);
}

static JsonNode *
do_move (Ctl *ctl, AnteMove *move, AnteLead *lead, AnteStage *stage, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *move_error = NULL;
  JsonNode *node = NULL;

  CTL_CALL (result, ante_command_move_prepared_async, ctl->workspace, move);
  node = ctl_tell_act (ctl, result, lead->id, &move_error);
  if (g_error_matches (move_error, ANTE_STORE_ERROR, ANTE_STORE_ERROR_INCOMPLETE)) {
    set_incomplete (lead, stage, ante_command_get_missing (result), error);
    g_error_free (move_error);
  } else if (move_error != NULL) {
    g_propagate_error (error, move_error);
  }
  return node;
}

JsonNode *
ctl_move (Ctl *ctl, GPtrArray *args, GError **error)
{
  g_auto (Told) told = { 0 };
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (AnteLead) lead = NULL;
  g_autoptr (AnteMove) move = NULL;
  AnteStage *stage = NULL;

  take_told (&told, args);
  if (!ctl_check_args (args, 2, 2,
                       "move HANDLE STAGE [--why W]; anteroomctl move --help tells more", error) ||
      (lead = ctl_find_lead (ctl, ctl_arg (args, 0), error)) == NULL ||
      (stages = ctl_list_stages (ctl, error)) == NULL ||
      (stage = ctl_find_stage (stages, ctl_arg (args, 1), error)) == NULL ||
      (move = make_move (&told, lead, stage, ante_workspace_now (ctl->workspace), error)) == NULL)
    return NULL;
  return do_move (ctl, move, lead, stage, error);
}
