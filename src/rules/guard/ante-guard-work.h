#pragma once

#include "rules/guard/ante-guard-text.h"
#include "rules/guard/ante-guard.h"
#include "rules/learned/ante-learned.h"
#include "rules/memory/ante-phrase.h"

G_BEGIN_DECLS

/* The languages that are told apart. */
typedef enum {
  ANTE_SPEECH_UNSURE,
  ANTE_SPEECH_EN,
  ANTE_SPEECH_ES,
  ANTE_SPEECH_PT,
  ANTE_SPEECH_FR,
  ANTE_SPEECH_DE,
  ANTE_SPEECH_OTHER, /* none of these, for sure */
} AnteSpeech;

/* Whether a sum is a listed price; the greater the better. */
typedef enum {
  ANTE_MATCH_NONE,
  ANTE_MATCH_STALE, /* of an offer that is over, or has not begun */
  ANTE_MATCH_VALID,
} AnteMatch;

/* What a sum of money in a text turns out to be. */
typedef struct {
  double value;
  const char *currency; /* ISO 4217, "$" for any dollar, NULL where none is named */
  guint first;          /* in words, with its currency */
  guint after;
  guint count;        /* of payments; 0 where none is told */
  const char *period; /* between payments, or that it is counted down to */
  gboolean firm;      /* a currency or a plan stands beside it: it is money for sure */
  gboolean range;     /* one end of "500 to 600" */
  gboolean off;       /* "50 off": what is taken away */
  AnteMatch match;
} AnteSum;

typedef struct _AnteGuardRule AnteGuardRule;

/**
 * AnteGuard:
 *
 * One case while it is judged.
 */
typedef struct {
  const AnteGuardCase *guarded;
  const AntePlaybook *playbook;
  AnteGuardResult *result;
  const AnteGuardRule *rule; /* the one that runs */
  char *draft_original;
  AnteGuardText *draft;
  GPtrArray *leads;         /* (element-type AnteGuardText) */
  GPtrArray *draft_decoded; /* (element-type AnteGuardText): what stands encoded in it */
  GPtrArray *lead_decoded;  /* (element-type AnteGuardText) */
  AnteGuardText *lead_joined;
  char *lead_joined_text;
  GPtrArray *lead_sums; /* (element-type GArray of AnteSum): of each of the lead's messages */
  GArray *sums;         /* (element-type AnteSum): of the draft */
  int today;            /* yyyymmdd */
  gboolean sales;       /* the draft sells */
} AnteGuard;

struct _AnteGuardRule {
  const char *id;
  const char *category;
  AnteVerdictKind kind;
  void (*run) (AnteGuard *guard);
};

/* ante-guard.c: a finding of the rule that runs. */
void ante_guard_find_words (
  AnteGuard *guard, const AnteGuardText *text, guint first, guint after, const char *format, ...)
  G_GNUC_PRINTF (5, 6);
void ante_guard_find_bytes (
  AnteGuard *guard, const AnteGuardText *text, guint start, guint end, const char *format, ...)
  G_GNUC_PRINTF (5, 6);
void ante_guard_find_state (AnteGuard *guard, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* @start and @end are bytes of the original already. */
void ante_guard_find_original (
  AnteGuard *guard, const AnteGuardText *text, guint start, guint end, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/* ante-guard-scope.c: what a phrase means where it stands. */
const AnteHit *
ante_guard_next_hit (const AnteGuardText *text, AnteCue cue, guint from, guint to, guint *at);
gboolean ante_guard_has (const AnteGuardText *text, AnteCue cue, guint from, guint to);
gboolean ante_guard_text_has (const AnteGuardText *text, AnteCue cue);
gboolean ante_guard_leads_have (const AnteGuard *guard, AnteCue cue);
gboolean ante_guard_is_denied (const AnteGuardText *text, guint first, guint after);
gboolean ante_guard_is_question (const AnteGuardText *text, guint word);
void ante_guard_clause (const AnteGuardText *text, guint word, guint *first, guint *after);
const char *ante_guard_word (const AnteGuardText *text, guint index);
gboolean ante_guard_word_is (const AnteGuardText *text, guint index, const char *alternatives);
gboolean
ante_guard_range_has (const AnteGuardText *text, guint from, guint to, const char *alternatives);
guint ante_guard_n_words (const AnteGuardText *text);
/* Whether all words that tell something of @phrase stand between two words; how many of them. */
guint ante_guard_count_content (
  const AnteGuardText *text, guint from, guint to, const char *phrase, guint *total);
/* The words of @name, in their order and side by side. */
gboolean ante_guard_find_name (
  const AnteGuardText *text, const char *name, guint from, guint *first, guint *after);
/* (element-type utf8): the words of a text of the playbook, folded as ours are. */
GPtrArray *ante_guard_fold_words (const char *text);

/* ante-guard-number.c */
gboolean ante_guard_read_number (
  const AnteGuardText *text, guint at, double *value, guint *after, const char **rest);
/* ante-guard-sums.c */
GArray *ante_guard_read_sums (const AnteGuardText *text);
gboolean ante_guard_is_dollar (const char *currency);
/* ante-guard-offer.c: the offer that a text names last before @before, or first after it. */
const AnteOffer *
ante_guard_named_offer (const AnteGuard *guard, const AnteGuardText *text, guint from, guint to);
const AnteOffer *ante_guard_offer_near (const AnteGuard *guard,
                                        const AnteGuardText *text,
                                        guint word,
                                        gboolean *named);
/* ante-guard-language.c */
AnteSpeech ante_guard_speech (const AnteGuardText *text);
const char *ante_guard_speech_code (AnteSpeech speech);

/* ante-guard-refund.c, ante-guard-claims.c: whether the playbook says the same. */
gboolean ante_guard_says_policy (const AnteGuard *guard, guint word);
gboolean ante_guard_is_listed_guarantee (const AnteGuard *guard, guint word);
gboolean ante_guard_is_approved (const AnteGuard *guard, const AnteHit *hit);
gboolean ante_guard_is_listed_limit (const AnteGuard *guard, const AnteHit *hit);
/* ante-guard-offer.c, ante-guard-contacts.c */
gboolean ante_guard_is_listed_discount (const AnteGuard *guard, guint first);
gboolean ante_guard_is_listed_gift (const AnteGuard *guard, const AnteHit *hit);
gboolean ante_guard_names_contact (const AnteGuard *guard);

/* ante-guard-when.c: whether that day, yyyymmdd, is told between two words. */
gboolean ante_guard_tells_day (const AnteGuardText *text, guint start, guint end, int day);
gboolean ante_guard_tells_other_moment (const AnteGuard *guard, guint start, guint end);
void ante_guard_agreed_moment (AnteGuard *guard);

/* ante-guard-lead.c */
gboolean ante_guard_is_relatives (const AnteGuardText *text, guint first, guint after);

/* ante-guard-learned.c */
const GArray *ante_guard_text_learned (AnteGuardText *self);
gboolean ante_guard_learned_sells (AnteGuardText *draft);
gboolean ante_guard_learned_denies (AnteGuardText *text, const char *category);

/* The rules, a subject each. */
void ante_guard_price (AnteGuard *guard);
void ante_guard_price_disclosure (AnteGuard *guard);
void ante_guard_price_gate (AnteGuard *guard);
void ante_guard_stale (AnteGuard *guard);
void ante_guard_discount (AnteGuard *guard);
void ante_guard_gift (AnteGuard *guard);
void ante_guard_guarantee (AnteGuard *guard);
void ante_guard_refund (AnteGuard *guard);
void ante_guard_outcome (AnteGuard *guard);
void ante_guard_unsure (AnteGuard *guard);
void ante_guard_income (AnteGuard *guard);
void ante_guard_medical_claim (AnteGuard *guard);
void ante_guard_proof (AnteGuard *guard);
void ante_guard_urgency (AnteGuard *guard);
void ante_guard_facts (AnteGuard *guard);
void ante_guard_links (AnteGuard *guard);
void ante_guard_contacts (AnteGuard *guard);
void ante_guard_payment (AnteGuard *guard);
void ante_guard_sensitive (AnteGuard *guard);
void ante_guard_private (AnteGuard *guard);
void ante_guard_prompt_leak (AnteGuard *guard);
void ante_guard_identity (AnteGuard *guard);
void ante_guard_abuse (AnteGuard *guard);
void ante_guard_artifact (AnteGuard *guard);
void ante_guard_obfuscation (AnteGuard *guard);
void ante_guard_voice (AnteGuard *guard);
void ante_guard_never_promise (AnteGuard *guard);
void ante_guard_speech_mismatch (AnteGuard *guard);
void ante_guard_schedule (AnteGuard *guard);
void ante_guard_lead_cue (AnteGuard *guard);
void ante_guard_minor (AnteGuard *guard);
void ante_guard_eating (AnteGuard *guard);
void ante_guard_crisis (AnteGuard *guard);
void ante_guard_human (AnteGuard *guard);
void ante_guard_bot (AnteGuard *guard);
void ante_guard_client (AnteGuard *guard);
void ante_guard_opt_out (AnteGuard *guard);
void ante_guard_injection (AnteGuard *guard);
void ante_guard_lead_language (AnteGuard *guard);
void ante_guard_window (AnteGuard *guard);
void ante_guard_window_human (AnteGuard *guard);
void ante_guard_learned_lead (AnteGuard *guard);
void ante_guard_learned_draft (AnteGuard *guard);
void ante_guard_not_a_fit (AnteGuard *guard);
void ante_guard_sensitive_pitch (AnteGuard *guard);
void ante_guard_owner (AnteGuard *guard);
void ante_guard_double_reply (AnteGuard *guard);

G_END_DECLS
