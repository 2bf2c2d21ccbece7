#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-price.h"
#include "rules/guard/ante-guard-sense.h"
#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* Messages of the lead that are looked at; more of them are held. */
#define MOST_MESSAGES 100
#define MOST_FINDINGS 64
/* In words. */
#define SHORT_MESSAGE 10

#define BLOCK ANTE_VERDICT_BLOCK
#define HOLD ANTE_VERDICT_HOLD

/* In the order of the receipt. The lead's signals come first, since what may be sold hangs on them.
 */
static const AnteGuardRule rules[] = {
  { "window.closed", "window_closed", BLOCK, ante_guard_window },
  { "window.human_only", "window_human_only", HOLD, ante_guard_window_human },
  { "owner.human", "human_owner", HOLD, ante_guard_owner },
  { "reply.double", "double_reply", HOLD, ante_guard_double_reply },
  { "lead.opt_out", "opt_out", BLOCK, ante_guard_opt_out },
  { "lead.crisis", "crisis", HOLD, ante_guard_crisis },
  { "lead.minor", "minor", HOLD, ante_guard_minor },
  { "lead.medical", "medical_red_flag", HOLD, ante_guard_lead_cue },
  { "lead.eating", "eating_disorder", HOLD, ante_guard_eating },
  { "lead.legal", "legal_threat", HOLD, ante_guard_lead_cue },
  { "lead.refund", "refund_request", HOLD, ante_guard_lead_cue },
  { "lead.client", "existing_client", HOLD, ante_guard_client },
  { "lead.anger", "angry_lead", HOLD, ante_guard_lead_cue },
  { "lead.human", "human_requested", HOLD, ante_guard_human },
  { "lead.bot", "bot_question", HOLD, ante_guard_bot },
  { "lead.harassment", "harassment", HOLD, ante_guard_lead_cue },
  { "lead.injection", "injection_attempt", HOLD, ante_guard_injection },
  { "lead.language", "language_unsupported", HOLD, ante_guard_lead_language },
  { "price.listed", "price_mismatch", BLOCK, ante_guard_price },
  { "price.disclosure", "price_disclosure", BLOCK, ante_guard_price_disclosure },
  { "price.status_gate", "price_too_early", HOLD, ante_guard_price_gate },
  { "offer.stale", "stale_offer", BLOCK, ante_guard_stale },
  { "offer.discount", "discount", BLOCK, ante_guard_discount },
  { "offer.gift", "unauthorised_offer", BLOCK, ante_guard_gift },
  { "offer.facts", "wrong_fact", BLOCK, ante_guard_facts },
  { "offer.never", "never_promise", BLOCK, ante_guard_never_promise },
  { "claim.guarantee", "guarantee", BLOCK, ante_guard_guarantee },
  { "claim.refund", "refund_promise", BLOCK, ante_guard_refund },
  { "claim.outcome", "outcome_claim", BLOCK, ante_guard_outcome },
  { "claim.unsure", "guard_unsure", HOLD, ante_guard_unsure },
  { "claim.income", "income_claim", BLOCK, ante_guard_income },
  { "claim.medical", "medical_claim", BLOCK, ante_guard_medical_claim },
  { "claim.proof", "unverified_claim", BLOCK, ante_guard_proof },
  { "claim.urgency", "false_urgency", BLOCK, ante_guard_urgency },
  { "link.host", "url_not_allowed", BLOCK, ante_guard_links },
  { "contact.listed", "contact_not_allowed", BLOCK, ante_guard_contacts },
  { "payment.chat", "payment_instruction", BLOCK, ante_guard_payment },
  { "data.sensitive", "sensitive_data_request", BLOCK, ante_guard_sensitive },
  { "data.private", "private_leak", BLOCK, ante_guard_private },
  { "data.prompt", "prompt_leak", BLOCK, ante_guard_prompt_leak },
  { "identity.person", "deceptive_identity", BLOCK, ante_guard_identity },
  { "tone.abusive", "abusive", BLOCK, ante_guard_abuse },
  { "form.artifact", "template_artifact", BLOCK, ante_guard_artifact },
  { "form.obfuscation", "obfuscation", BLOCK, ante_guard_obfuscation },
  { "form.voice", "off_voice", HOLD, ante_guard_voice },
  { "form.language", "language_mismatch", HOLD, ante_guard_speech_mismatch },
  { "booking.moment", "scheduling_commitment", HOLD, ante_guard_schedule },
  { "learned.opt_out", "opt_out", BLOCK, ante_guard_learned_lead },
  { "learned.crisis", "crisis", HOLD, ante_guard_learned_lead },
  { "learned.minor", "minor", HOLD, ante_guard_learned_lead },
  { "learned.medical_red_flag", "medical_red_flag", HOLD, ante_guard_learned_lead },
  { "learned.eating_disorder", "eating_disorder", HOLD, ante_guard_learned_lead },
  { "learned.legal_threat", "legal_threat", HOLD, ante_guard_learned_lead },
  { "learned.refund_request", "refund_request", HOLD, ante_guard_learned_lead },
  { "learned.existing_client", "existing_client", HOLD, ante_guard_learned_lead },
  { "learned.angry_lead", "angry_lead", HOLD, ante_guard_learned_lead },
  { "learned.human_requested", "human_requested", HOLD, ante_guard_learned_lead },
  { "learned.bot_question", "bot_question", HOLD, ante_guard_learned_lead },
  { "learned.harassment", "harassment", HOLD, ante_guard_learned_lead },
  { "learned.injection_attempt", "injection_attempt", HOLD, ante_guard_learned_lead },
  { "learned.guarantee", "guarantee", BLOCK, ante_guard_learned_draft },
  { "learned.refund_promise", "refund_promise", BLOCK, ante_guard_learned_draft },
  { "learned.outcome_claim", "outcome_claim", BLOCK, ante_guard_learned_draft },
  { "learned.income_claim", "income_claim", BLOCK, ante_guard_learned_draft },
  { "learned.medical_claim", "medical_claim", BLOCK, ante_guard_learned_draft },
  { "learned.unverified_claim", "unverified_claim", BLOCK, ante_guard_learned_draft },
  { "learned.false_urgency", "false_urgency", BLOCK, ante_guard_learned_draft },
  { "learned.discount", "discount", BLOCK, ante_guard_learned_draft },
  { "learned.unauthorised_offer", "unauthorised_offer", BLOCK, ante_guard_learned_draft },
  { "learned.payment_instruction", "payment_instruction", BLOCK, ante_guard_learned_draft },
  { "learned.sensitive_data_request", "sensitive_data_request", BLOCK, ante_guard_learned_draft },
  { "learned.contact_not_allowed", "contact_not_allowed", BLOCK, ante_guard_learned_draft },
  { "learned.private_leak", "private_leak", BLOCK, ante_guard_learned_draft },
  { "learned.prompt_leak", "prompt_leak", BLOCK, ante_guard_learned_draft },
  { "learned.deceptive_identity", "deceptive_identity", BLOCK, ante_guard_learned_draft },
  { "learned.abusive", "abusive", BLOCK, ante_guard_learned_draft },
  { "learned.scheduling_commitment", "scheduling_commitment", HOLD, ante_guard_learned_draft },
  { "sales.not_a_fit", "not_a_fit", BLOCK, ante_guard_not_a_fit },
  { "sales.sensitive", "sensitive_pitch", BLOCK, ante_guard_sensitive_pitch },
};

/* When the guard itself cannot judge. */
static const AnteGuardRule unable = { "guard.unable", "guard_unable", HOLD, NULL };

static void
finding_free (AnteGuardFinding *self)
{
  g_free (self->excerpt);
  g_free (self->detail);
  g_free (self);
}

void
ante_guard_result_free (AnteGuardResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->findings);
  g_array_unref (self->runs);
  g_free (self);
}

gboolean
ante_guard_result_has (const AnteGuardResult *self, const char *category)
{
  for (guint i = 0; i < self->findings->len; i++) {
    if (g_str_equal (((AnteGuardFinding *) self->findings->pdata[i])->category, category))
      return TRUE;
  }
  return FALSE;
}

static void
add_finding (AnteGuardResult *result,
             const AnteGuardRule *rule,
             AnteGuardSource source,
             guint message,
             const char *original,
             guint start,
             guint end,
             char *detail)
{
  AnteGuardFinding *finding = g_new0 (AnteGuardFinding, 1);

  finding->category = rule->category;
  finding->rule = rule->id;
  finding->kind = rule->kind;
  finding->source = source;
  finding->message = message;
  finding->start = start;
  finding->end = end;
  finding->excerpt = original != NULL ? g_strndup (original + start, end - start) : NULL;
  finding->detail = detail;
  result->kind = MAX (result->kind, rule->kind);
  if (result->findings->len < MOST_FINDINGS || !ante_guard_result_has (result, rule->category))
    g_ptr_array_add (result->findings, finding);
  else
    finding_free (finding);
}

/* A lead's sign that the playbook does not escalate is no finding. */
static gboolean
is_active (const AnteGuard *guard)
{
  static const char *const optional[] = {
    "crisis",
    "minor",
    "medical_red_flag",
    "eating_disorder",
    "legal_threat",
    "refund_request",
    "existing_client",
    "angry_lead",
    "human_requested",
    "bot_question",
    "harassment",
    "injection_attempt",
    "language_unsupported",
    NULL,
  };

  return !g_strv_contains (optional, guard->rule->category) ||
         ante_playbook_escalates (guard->playbook, guard->rule->category);
}

static gboolean
find_message (const AnteGuard *guard, const AnteGuardText *text, guint *message)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    if (guard->leads->pdata[i] == text) {
      *message = i;
      return TRUE;
    }
  }
  return FALSE;
}

static void
add_original (AnteGuard *guard, const AnteGuardText *text, guint start, guint end, char *detail)
{
  guint message = 0;
  gboolean from_lead = find_message (guard, text, &message);
  const char *original = from_lead ? text->original : guard->draft_original;

  if (!is_active (guard) ||
      ante_guard_learned_denies ((AnteGuardText *) text, guard->rule->category)) {
    g_free (detail);
    return;
  }
  add_finding (guard->result, guard->rule, from_lead ? ANTE_GUARD_LEAD : ANTE_GUARD_DRAFT, message,
               original, start, MAX (start, end), detail);
}

void
ante_guard_find_original (
  AnteGuard *guard, const AnteGuardText *text, guint start, guint end, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add_original (guard, text, start, end, g_strdup_vprintf (format, args));
  va_end (args);
}

void
ante_guard_find_words (
  AnteGuard *guard, const AnteGuardText *text, guint first, guint after, const char *format, ...)
{
  guint start = 0;
  guint end = 0;
  va_list args;

  ante_guard_text_map_words (text, first, after, &start, &end);
  va_start (args, format);
  add_original (guard, text, start, end, g_strdup_vprintf (format, args));
  va_end (args);
}

void
ante_guard_find_bytes (
  AnteGuard *guard, const AnteGuardText *text, guint start, guint end, const char *format, ...)
{
  guint from = 0;
  guint to = 0;
  va_list args;

  ante_guard_text_map (text, start, end, &from, &to);
  va_start (args, format);
  add_original (guard, text, from, to, g_strdup_vprintf (format, args));
  va_end (args);
}

void
ante_guard_find_state (AnteGuard *guard, const char *format, ...)
{
  va_list args;

  if (!is_active (guard))
    return;
  va_start (args, format);
  add_finding (guard->result, guard->rule, ANTE_GUARD_STATE, 0, NULL, 0, 0,
               g_strdup_vprintf (format, args));
  va_end (args);
}

/* Offers by name, prices, booking links and invitations. */
static gboolean
draft_sells (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint first = 0;
  guint after = 0;
  guint at = 0;

  if (guard->sums->len > 0 || ante_guard_learned_sells (guard->draft) ||
      ante_guard_text_has (text, ANTE_CUE_PRICE_HINT) ||
      ante_guard_text_has (text, ANTE_CUE_PAYMENT) || ante_guard_text_has (text, ANTE_CUE_DISCOUNT))
    return TRUE;
  for (guint i = 0; i < guard->playbook->offers->len; i++) {
    const AnteOffer *offer = guard->playbook->offers->pdata[i];

    if (ante_guard_find_name (text, offer->name, 0, &first, &after))
      return TRUE;
    for (guint k = 0; offer->aliases[k] != NULL; k++) {
      if (ante_guard_find_name (text, offer->aliases[k], 0, &first, &after))
        return TRUE;
    }
  }
  for (guint i = 0; i < guard->playbook->urls->len; i++) {
    if (strstr (text->plain, ((AnteAllowedUrl *) guard->playbook->urls->pdata[i])->host) != NULL)
      return TRUE;
  }
  for (guint i = 0; guard->playbook->free_offers[i] != NULL; i++) {
    guint total = 0;

    if (ante_guard_count_content (text, 0, G_MAXUINT, guard->playbook->free_offers[i], &total) >= 2)
      return TRUE;
  }
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_INVITES, 0, G_MAXUINT, &at)) != NULL) {
    if (!ante_guard_is_denied (text, hit->first, hit->after))
      return TRUE;
  }
  return FALSE;
}

static char *
describe_inability (const AnteGuardCase *guarded)
{
  guint n = 0;

  if (guarded->playbook == NULL)
    return g_strdup ("the playbook cannot be read");
  if (guarded->now == NULL)
    return g_strdup ("the moment is not known");
  if (guarded->draft == NULL ||
      !g_utf8_validate (guarded->draft, (gssize) guarded->draft_length, NULL))
    return g_strdup ("the draft is no UTF-8");
  if (guarded->draft_length > ANTE_GUARD_MAX_BYTES)
    return g_strdup_printf ("the draft is longer than %d bytes", ANTE_GUARD_MAX_BYTES);
  for (; guarded->lead_messages != NULL && guarded->lead_messages[n] != NULL; n++) {
    if (!g_utf8_validate (guarded->lead_messages[n], -1, NULL))
      return g_strdup_printf ("message %u of the lead is no UTF-8", n);
    if (strlen (guarded->lead_messages[n]) > ANTE_GUARD_MAX_BYTES)
      return g_strdup_printf ("message %u of the lead is longer than %d bytes", n,
                              ANTE_GUARD_MAX_BYTES);
    if (n >= MOST_MESSAGES)
      return g_strdup_printf ("more than %d messages of the lead", MOST_MESSAGES);
  }
  return NULL;
}

/* A text whose words were too many to look at. */
static gboolean
is_cut (const AnteGuardText *text)
{
  return ante_guard_n_words (text) >= ANTE_TALK_MAX_WORDS;
}

static void
read_leads (AnteGuard *guard)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean cut = FALSE;

  for (guint i = 0;
       guard->guarded->lead_messages != NULL && guard->guarded->lead_messages[i] != NULL; i++) {
    AnteGuardText *text = ante_guard_text_new (guard->guarded->lead_messages[i], ANTE_SIDE_LEAD);
    g_autoptr (GPtrArray) decoded = ante_guard_text_decode (text);

    g_ptr_array_add (guard->leads, text);
    g_ptr_array_add (guard->lead_sums, ante_guard_read_sums (text));
    g_ptr_array_extend_and_steal (guard->lead_decoded, g_steal_pointer (&decoded));
    cut = cut || is_cut (text);
    /* What is spread over messages comes in short ones. */
    if (joined->len < ANTE_GUARD_MAX_BYTES / 2 && ante_guard_n_words (text) <= SHORT_MESSAGE) {
      g_string_append (joined, text->plain);
      /* Without the full stops: an order may be spread over messages. */
      while (joined->len > 0 && strchr (".!?\n ", joined->str[joined->len - 1]) != NULL)
        g_string_truncate (joined, joined->len - 1);
      g_string_append_c (joined, ' ');
    }
  }
  guard->lead_joined_text = g_strdup (joined->str);
  guard->lead_joined = ante_guard_text_new (guard->lead_joined_text, ANTE_SIDE_LEAD);
  if (cut)
    add_finding (guard->result, &unable, ANTE_GUARD_STATE, 0, NULL, 0, 0,
                 g_strdup ("a message of the lead has too many words"));
}

static int
day_of (GDateTime *when)
{
  return g_date_time_get_year (when) * 10000 + g_date_time_get_month (when) * 100 +
         g_date_time_get_day_of_month (when);
}

static void
run_rules (AnteGuard *guard)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    AnteGuardRun run = { rules[i].id, rules[i].category, TRUE };
    guint before = guard->result->findings->len;

    guard->rule = &rules[i];
    rules[i].run (guard);
    if (!g_str_has_prefix (rules[i].id, "learned."))
      ante_guard_sense (guard);
    run.passed = guard->result->findings->len == before;
    g_array_append_val (guard->result->runs, run);
  }
}

/* What is encoded in the draft is judged as if it stood there. */
static void
run_decoded (AnteGuard *guard)
{
  static void (*const claims[]) (AnteGuard *) = {
    ante_guard_price,   ante_guard_discount,      ante_guard_gift,   ante_guard_guarantee,
    ante_guard_outcome, ante_guard_medical_claim, ante_guard_income, ante_guard_urgency,
    ante_guard_links,   ante_guard_contacts,      ante_guard_abuse,  ante_guard_payment,
    ante_guard_proof,   ante_guard_refund,
  };
  AnteGuardText *draft = guard->draft;

  for (guint i = 0; i < guard->draft_decoded->len; i++) {
    guard->draft = guard->draft_decoded->pdata[i];
    g_array_set_size (guard->sums, 0);
    ante_guard_read_prices (guard);
    for (guint k = 0; k < G_N_ELEMENTS (rules); k++) {
      guard->rule = &rules[k];
      for (guint c = 0; c < G_N_ELEMENTS (claims); c++) {
        if (rules[k].run == claims[c])
          rules[k].run (guard);
      }
    }
  }
  guard->draft = draft;
}

static void
judge (AnteGuard *guard)
{
  guard->today = day_of (guard->guarded->now);
  guard->leads = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_guard_text_free);
  guard->lead_decoded = g_ptr_array_new_with_free_func ((GDestroyNotify) ante_guard_text_free);
  guard->lead_sums = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  read_leads (guard);
  guard->draft = ante_guard_text_new (guard->draft_original, ANTE_SIDE_DRAFT);
  guard->draft_decoded = ante_guard_text_decode (guard->draft);
  guard->sums = g_array_new (FALSE, FALSE, sizeof (AnteSum));
  if (is_cut (guard->draft))
    add_finding (guard->result, &unable, ANTE_GUARD_STATE, 0, NULL, 0, 0,
                 g_strdup ("the draft has too many words"));
  ante_guard_read_prices (guard);
  guard->sales = draft_sells (guard);
  run_rules (guard);
  run_decoded (guard);
  g_array_unref (guard->sums);
  ante_guard_text_free (guard->draft);
  ante_guard_text_free (guard->lead_joined);
  g_free (guard->lead_joined_text);
  g_ptr_array_unref (guard->draft_decoded);
  g_ptr_array_unref (guard->lead_sums);
  g_ptr_array_unref (guard->lead_decoded);
  g_ptr_array_unref (guard->leads);
}

/**
 * ante_guard_check:
 * @guarded: everything that the verdict depends on
 *
 * The same case has the same result, always: no clock, no network, no chance. What cannot be judged
 * is held.
 *
 * Returns: (transfer full): the verdict, its findings, and all rules that ran
 */
AnteGuardResult *
ante_guard_check (const AnteGuardCase *guarded)
{
  AnteGuardResult *result = g_new0 (AnteGuardResult, 1);
  AnteGuard guard = { .guarded = guarded, .playbook = guarded->playbook, .result = result };
  char *inability = describe_inability (guarded);
  AnteGuardRun run = { unable.id, unable.category, inability == NULL };

  result->kind = ANTE_VERDICT_ALLOW;
  result->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  result->runs = g_array_new (FALSE, FALSE, sizeof (AnteGuardRun));
  result->playbook_version = guarded->playbook != NULL ? guarded->playbook->version : 0;
  g_array_append_val (result->runs, run);
  if (inability != NULL) {
    add_finding (result, &unable, ANTE_GUARD_STATE, 0, NULL, 0, 0, inability);
    return result;
  }
  guard.draft_original = g_strndup (guarded->draft, guarded->draft_length);
  if (strlen (guard.draft_original) != guarded->draft_length)
    add_finding (result, &unable, ANTE_GUARD_STATE, 0, NULL, 0, 0,
                 g_strdup ("the draft holds a NUL"));
  judge (&guard);
  g_free (guard.draft_original);
  return result;
}
