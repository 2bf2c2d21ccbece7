#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/ante-judge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/ante-party.h"

static const struct {
  const char *category;
  const char *words;
} descriptions[] = {
  { "price_mismatch", N_ ("A price that no offer has") },
  { "price_disclosure", N_ ("A price, and prices are not told in messages") },
  { "price_too_early", N_ ("A price, before it is known that they fit") },
  { "discount", N_ ("A reduction that the playbook does not give") },
  { "stale_offer", N_ ("An offer that is over") },
  { "unauthorised_offer", N_ ("Something is given away that no offer includes") },
  { "never_promise", N_ ("Something that is never promised") },
  { "guarantee", N_ ("A guarantee") },
  { "refund_promise", N_ ("A refund other than the policy says") },
  { "outcome_claim", N_ ("A result is promised") },
  { "income_claim", N_ ("Money or clients are promised") },
  { "medical_claim", N_ ("Advice that a doctor gives") },
  { "unverified_claim", N_ ("A claim that is not among the approved ones") },
  { "false_urgency", N_ ("Scarcity or a deadline that the playbook does not have") },
  { "wrong_fact", N_ ("It contradicts the offer") },
  { "url_not_allowed", N_ ("A link that is not allowed") },
  { "contact_not_allowed", N_ ("A contact that is not allowed") },
  { "payment_instruction", N_ ("How to pay is told in a message") },
  { "sensitive_data_request", N_ ("It asks for data that nobody should send") },
  { "private_leak", N_ ("It tells what is private") },
  { "prompt_leak", N_ ("It talks about its own instructions") },
  { "deceptive_identity", N_ ("It claims to be a person") },
  { "abusive", N_ ("It is hurtful") },
  { "template_artifact", N_ ("Something in it is not filled in") },
  { "obfuscation", N_ ("It hides what it means") },
  { "window_closed", N_ ("The reply window is closed") },
  { "opt_out", N_ ("They asked not to be written to") },
  { "not_a_fit", N_ ("Something is sold to whoever is no fit") },
  { "sensitive_pitch", N_ ("Something is sold to whoever needs care") },
  { "injection_attempt", N_ ("They try to instruct the software") },
  { "crisis", N_ ("They may be in danger") },
  { "minor", N_ ("They are under 18") },
  { "medical_red_flag", N_ ("A health matter") },
  { "eating_disorder", N_ ("Signs of an eating disorder") },
  { "legal_threat", N_ ("They threaten with the law") },
  { "refund_request", N_ ("They want their money back") },
  { "existing_client", N_ ("They are a client") },
  { "angry_lead", N_ ("They are angry") },
  { "human_requested", N_ ("They ask for a person") },
  { "bot_question", N_ ("They ask whether this is automated") },
  { "harassment", N_ ("They harass") },
  { "language_unsupported", N_ ("They write in a language that is not served") },
  { "human_owner", N_ ("A person owns this lead") },
  { "double_reply", N_ ("The lead's last message has been answered already") },
  { "window_human_only", N_ ("More than 24 hours have passed; only a person may write now") },
  { "off_voice", N_ ("It does not sound like you") },
  { "language_mismatch", N_ ("It is in another language than theirs") },
  { "scheduling_commitment", N_ ("It agrees to a day and time") },
  { "guard_unsure", N_ ("It may promise something") },
  { "guard_unable", N_ ("It could not be judged") },
  { "no_playbook", N_ ("There is no playbook, so nothing leaves by itself") },
  { "daily_cap", N_ ("Enough automatic messages to them for a day") },
};

const char *
ante_judge_describe (const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++) {
    if (g_str_equal (descriptions[i].category, category))
      return descriptions[i].words;
  }
  return category;
}

const char *
ante_judge_get_status (AnteStageRole stage)
{
  static const char *const statuses[] = {
    "new inbound", "active conversation", "qualifying", "needs coach review", "qualified",
    "booked",      "no-show risk",        "nurture",    "not a fit",          "client",
  };

  g_return_val_if_fail ((guint) stage < G_N_ELEMENTS (statuses), statuses[0]);
  return statuses[stage];
}

static AnteChannel
find_channel (const AnteVerdict *state, gboolean automatic)
{
  if (ante_verdict_has (state, "window_closed"))
    return ANTE_CHANNEL_CLOSED;
  return automatic && ante_verdict_has (state, "window_human_only") ? ANTE_CHANNEL_HUMAN_AGENT
                                                                    : ANTE_CHANNEL_OPEN;
}

static AnteGuardResult *
run_guard (const AnteJudgeCase *judged, const AnteVerdict *state, gboolean automatic)
{
  AnteLead *lead = judged->send.lead;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (judged->send.now / 1000);
  AnteGuardCase guarded = {
    .playbook = judged->plan != NULL ? judged->plan->profile : NULL,
    .draft = judged->text,
    .draft_length = strlen (judged->text),
    .lead_messages = judged->lead_messages,
    .channel = find_channel (state, automatic),
    .now = now,
    .owner_is_human = automatic && g_strcmp0 (lead->owner, ANTE_PARTY_AI) != 0,
    .status = ante_judge_get_status (judged->stage),
    .is_client = lead->is_client,
    .tags = (const char *const *) lead->labels,
    .replied = automatic && judged->send.answered_since,
    .booking_start = judged->booking_start,
    .private_notes = judged->notes,
    .others = judged->others,
    .n_others = judged->n_others,
  };

  return ante_guard_check (&guarded);
}

/* Some signs pass with the moment: whoever asked for a person weeks ago, and got one, does not ask
 * any more. The grave ones stay as long as they can be read. */
static gboolean
has_passed (const AnteJudgeCase *judged, const AnteGuardFinding *finding)
{
  static const char *const passing[] = { "bot_question", "human_requested", "angry_lead",
                                         "language_unsupported", NULL };
  guint n = judged->lead_messages != NULL ? g_strv_length ((char **) judged->lead_messages) : 0;

  return finding->source == ANTE_GUARD_LEAD && finding->message + judged->n_burst < n &&
         g_strv_contains (passing, finding->category);
}

static void
forget_passed (const AnteJudgeCase *judged, AnteGuardResult *guard)
{
  guard->kind = ANTE_VERDICT_ALLOW;
  for (guint i = 0; i < guard->findings->len;) {
    const AnteGuardFinding *finding = guard->findings->pdata[i];

    if (has_passed (judged, finding)) {
      g_ptr_array_remove_index (guard->findings, i);
      continue;
    }
    guard->kind = MAX (guard->kind, finding->kind);
    i++;
  }
  for (guint i = 0; i < guard->runs->len; i++) {
    AnteGuardRun *run = &g_array_index (guard->runs, AnteGuardRun, i);

    run->passed = !ante_guard_result_has (guard, run->category);
  }
}

/* Of what was found, what whoever types is told: what they wrote, and to whom it must not go. That
 * a lead needs care is for automata to heed; a person is the care. */
static gboolean
concerns_person (const AnteGuardFinding *finding)
{
  static const char *const grave[] = { "opt_out", "not_a_fit", "sensitive_pitch", NULL };

  return finding->source == ANTE_GUARD_DRAFT || g_str_equal (finding->category, "off_voice") ||
         g_strv_contains (grave, finding->category);
}

static void
add_findings (AnteVerdict *verdict, const AnteGuardResult *guard, gboolean automatic)
{
  for (guint i = 0; i < guard->findings->len; i++) {
    const AnteGuardFinding *finding = guard->findings->pdata[i];

    if ((automatic || concerns_person (finding)) && !ante_verdict_has (verdict, finding->category))
      ante_verdict_add (verdict, finding->kind, finding->category,
                        ante_judge_describe (finding->category));
  }
}

/* What holds for automata beside the rules of state. */
static void
check_plan (const AnteJudgeCase *judged, AnteVerdict *state)
{
  const AntePlan *plan = judged->plan;

  if (plan == NULL) {
    ante_verdict_add (state, ANTE_VERDICT_HOLD, "no_playbook", ante_judge_describe ("no_playbook"));
    return;
  }
  if (judged->send.automatic_in_a_row >= plan->in_a_row &&
      !ante_verdict_has (state, "automation_cap"))
    ante_verdict_add (state, ANTE_VERDICT_HOLD, "automation_cap",
                      "Too many automatic messages in a row");
  if (plan->a_day > 0 && judged->automatic_today >= plan->a_day)
    ante_verdict_add (state, ANTE_VERDICT_HOLD, "daily_cap", ante_judge_describe ("daily_cap"));
}

static AnteReceipt *
make_receipt (const AnteJudgeCase *judged,
              const AnteVerdict *state,
              const AnteGuardResult *guard,
              gboolean automatic)
{
  AnteReceipt *receipt = ante_receipt_new ();

  receipt->lead_id = judged->send.lead->id;
  receipt->at = judged->send.now;
  receipt->kind = MAX (state->kind, guard != NULL ? guard->kind : ANTE_VERDICT_ALLOW);
  receipt->automatic = automatic;
  receipt->text = g_strdup (judged->text);
  receipt->playbook_id = judged->playbook_id;
  receipt->playbook_version = judged->playbook_version;
  receipt->engine = g_strdup (ANTE_GUARD_ENGINE);
  receipt->body = ante_receipt_write_body (judged, state, guard, receipt->kind);
  return receipt;
}

/**
 * ante_judge:
 *
 * The rules of state and the guard over one text. Pure: the same case has the same judgement.
 * Without a playbook there is nothing to hold a text against: a person's leaves as ever, an
 * automatic one is held.
 */
AnteJudgement *
ante_judge (const AnteJudgeCase *judged)
{
  AnteJudgement *self = g_new0 (AnteJudgement, 1);
  gboolean automatic = ante_party_is_automatic (judged->send.author);

  self->verdict = ante_send_rules_check (&judged->send, judged->text);
  if (automatic)
    check_plan (judged, self->verdict);
  /* A file has no words to be judged, and never leaves by itself. */
  if (!judged->send.has_file && (automatic || judged->plan != NULL)) {
    self->guard = run_guard (judged, self->verdict, automatic);
    forget_passed (judged, self->guard);
  }
  self->may_leave = self->verdict->kind == ANTE_VERDICT_ALLOW &&
                    (!automatic || self->guard->kind == ANTE_VERDICT_ALLOW);
  self->receipt = make_receipt (judged, self->verdict, self->guard, automatic);
  if (self->guard != NULL)
    add_findings (self->verdict, self->guard, automatic);
  return self;
}

void
ante_judgement_free (AnteJudgement *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->verdict, ante_verdict_free);
  g_clear_pointer (&self->guard, ante_guard_result_free);
  g_clear_pointer (&self->receipt, ante_receipt_free);
  g_free (self);
}
