#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

static void
find_cue (AnteGuard *guard, AnteCue cue, gboolean unless_denied, const char *detail)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, cue, 0, G_MAXUINT, &at)) != NULL) {
    if (!unless_denied || hit->firm || !ante_guard_is_denied (text, hit->first, hit->after))
      ante_guard_find_words (guard, text, hit->first, hit->after, "%s", detail);
  }
}

void
ante_guard_payment (AnteGuard *guard)
{
  if (!guard->playbook->payment_in_dm)
    find_cue (guard, ANTE_CUE_PAYMENT, TRUE, "no payment in messages");
}

/* Asked for, not warned of: "never send your card number here". */
void
ante_guard_sensitive (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_SENSITIVE, 0, G_MAXUINT, &at)) != NULL) {
    guint start = ante_line_sentence_start (text->line, hit->first);
    guint end = ante_line_sentence_end (text->line, hit->first);

    if (ante_guard_is_denied (text, hit->first, hit->after) ||
        ante_guard_range_has (text, start, hit->first, "never|forgot|reset|lost|remember"))
      continue;
    if (!ante_guard_range_has (
          text, start, end,
          "send|share|give|need|what|whats|tell|dm|text|drop|type|provide|confirm|read|forward|"
          "upload|show|enter|paste|reply|message|just|please|pop|your|me|have|manda|envia|dame|"
          "pasa|"
          "envoie|envoyez|donne|schick|sende|brauche|gib|mande|envie|preciso|necesito|besoin|and|"
          "write"))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after,
                           "asks for what is nobody's business");
  }
}

void
ante_guard_prompt_leak (AnteGuard *guard)
{
  find_cue (guard, ANTE_CUE_PROMPT_LEAK, FALSE, "tells of its instructions");
}

/* A plain "no" to "are you a bot?" denies as well. */
static gboolean
answers_no (const AnteGuardText *text)
{
  return ante_guard_word_is (text, 0,
                             "no|nope|nah|nein|non|nao|not|haha|definitely|ha|lol|never") &&
         ante_guard_range_has (text, 0, 3, "no|nope|nah|nein|non|nao|not|never") &&
         !ante_guard_range_has (text, 0, 12,
                                "person|human|personne|persona|pessoa|mensch|automated|"
                                "assistant|giulia|coach|but|ai");
}

/* Or a plain "yes" to "are you a real person?". */
static gboolean
confirms_person (const AnteGuard *guard)
{
  gboolean asked = FALSE;

  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];

    asked =
      asked ||
      (ante_guard_text_has (text, ANTE_CUE_BOT) &&
       ante_guard_range_has (text, 0, G_MAXUINT,
                             "real|human|person|persona|pessoa|personne|humain|mensch|"
                             "echt|humano|humana") &&
       !ante_guard_range_has (text, 0, G_MAXUINT, "bot|robot|ai|automated|machine|ki|ia|robo"));
  }
  return asked &&
         ante_guard_word_is (guard->draft, 0,
                             "yes|yep|yeah|yup|si|sim|oui|ja|sure|of|absolutely|"
                             "indeed|haha|100|definitely|claro|bien|naturlich") &&
         !ante_guard_range_has (
           guard->draft, 0, G_MAXUINT,
           "assistant|automated|ai|assistente|asistente|automatic|automatico|"
           "assistent|automatique|automatisch|bot|not|isnt|software|team|passed");
}

void
ante_guard_identity (AnteGuard *guard)
{
  gboolean asked = ante_guard_leads_have (guard, ANTE_CUE_BOT);

  find_cue (guard, ANTE_CUE_IDENTITY, FALSE, "claims to be a person");
  if (asked && (answers_no (guard->draft) || confirms_person (guard)))
    ante_guard_find_words (guard, guard->draft, 0, 1, "denies being software when asked");
}

void
ante_guard_abuse (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  while ((hit = ante_guard_next_hit (text, ANTE_CUE_ABUSE, 0, G_MAXUINT, &at)) != NULL) {
    guint start = ante_line_sentence_start (text->line, hit->first);
    guint end = ante_line_sentence_end (text->line, hit->first);

    if (ante_guard_is_denied (text, hit->first, ante_guard_n_words (text)) &&
        !ante_guard_range_has (text, hit->first, hit->after, "dont|never|nobody|no|nunca|nao"))
      continue;
    /* "You're not lazy" comforts. */
    if (ante_guard_range_has (text, hit->first, hit->after, "not|isnt|arent|nothing") ||
        (ante_guard_range_has (text, start, end, "myself|feel|feeling|sorry|felt") &&
         !ante_guard_range_has (text, start, end, "you|your|youre")))
      continue;
    ante_guard_find_words (guard, text, hit->first, hit->after, "insults, shames or threatens");
  }
}

/* "{name}", "[NAME]", "<first name>", "%NAME%", "{{…}}", "$name", "___". */
static void
find_placeholders (AnteGuard *guard)
{
  static const struct {
    const char *open;
    const char *close;
  } pairs[] = { { "{{", "}}" }, { "{", "}" },   { "[", "]" },  { "<", ">" },  { "%", "%" },
                { "<<", ">>" }, { "__", "__" }, { "${", "}" }, { "*|", "|*" } };
  const AnteGuardText *text = guard->draft;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    for (const char *p = strstr (text->plain, pairs[i].open); p != NULL;
         p = strstr (p + 1, pairs[i].open)) {
      const char *inner = p + strlen (pairs[i].open);
      const char *end = strstr (inner, pairs[i].close);
      gboolean letters = FALSE;
      gboolean fair = TRUE;

      if (end == NULL || end == inner || end - inner > 40)
        continue;
      for (const char *c = inner; c < end; c++) {
        letters = letters || g_ascii_isalpha (*c);
        fair = fair && *c != '\n' && *c != '(';
      }
      if (*pairs[i].open == '%' && memchr (inner, ' ', (gsize) (end - inner)) != NULL)
        continue;
      if (*pairs[i].open == '<' && (*inner == '3' || *inner == ' '))
        continue;
      if (letters && fair)
        ante_guard_find_bytes (guard, text, (guint) (p - text->plain),
                               (guint) (end + strlen (pairs[i].close) - text->plain),
                               "a placeholder that was not filled");
    }
  }
}

static void
find_model_signs (AnteGuard *guard)
{
  static const char *const marks[] = { "```",     "<|",      "|>",       "[INST]", "###", "---\n",
                                       "**Reply", "**Draft", "**Option", "\\n",    "</",  "<think",
                                       "<br",     "&nbsp;",  "&amp;",    NULL };
  const AnteGuardText *text = guard->draft;
  const char *original = text->original;
  gsize length = strlen (original);

  for (guint i = 0; marks[i] != NULL; i++) {
    const char *found = strstr (text->plain, marks[i]);

    if (found != NULL)
      ante_guard_find_bytes (guard, text, (guint) (found - text->plain),
                             (guint) (found - text->plain + (gssize) strlen (marks[i])),
                             "a sign of the model's");
  }
  /* The whole reply between quotation marks, or as JSON. */
  if (length > 20 && ((*original == '"' && original[length - 1] == '"' &&
                       strchr (original + 1, '"') == original + length - 1) ||
                      *original == '{'))
    ante_guard_find_bytes (guard, text, 0, (guint) strlen (text->plain), "a reply in a wrapper");
}

/* "Draft:", "Option 1:" before the reply. */
static void
find_labels (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  guint last = 0;

  for (guint at = 0; at < ante_guard_n_words (text); at = ante_line_sentence_end (text->line, at)) {
    if (!ante_guard_word_is (
          text, at,
          "draft|reply|response|assistant|output|answer|option|version|message|ai|"
          "bot|note|subject|translation|lead|user|system|coach|variant|final|dm|"
          "respuesta|resposta|reponse|antwort|borrador|rascunho|brouillon|entwurf"))
      continue;
    for (last = at; last < MIN (at + 3, ante_guard_n_words (text)); last++) {
      if (ante_line_word (text->line, last)->after == ':') {
        ante_guard_find_words (guard, text, at, last + 1, "a label before the reply");
        break;
      }
    }
  }
}

/* "Hi ,": a name was to stand there. */
static void
find_holes (AnteGuard *guard)
{
  static const char *const holes[] = { "Hi ,",       "Hey ,",        "Hello ,",   "Hi !",
                                       "Hola ,",     "Hey !",        "Oi ,",      "Hallo ,",
                                       "Hi null",    "Hi None",      "Dear ,",    "Hey null",
                                       "Hello null", "Hi undefined", "Hola null", NULL };

  for (guint i = 0; holes[i] != NULL; i++) {
    if (g_str_has_prefix (guard->draft->plain, holes[i]))
      ante_guard_find_bytes (guard, guard->draft, 0, (guint) strlen (holes[i]),
                             "a name that is missing");
  }
}

void
ante_guard_artifact (AnteGuard *guard)
{
  const AnteGuardText *text = guard->draft;
  gboolean blank = TRUE;

  for (const char *p = text->plain; *p != '\0'; p = g_utf8_next_char (p))
    blank = blank && !g_unichar_isgraph (g_utf8_get_char (p));
  if (blank) {
    ante_guard_find_state (guard, "nothing is written");
    return;
  }
  find_cue (guard, ANTE_CUE_ARTIFACT, FALSE, "words around a reply");
  find_placeholders (guard);
  find_model_signs (guard);
  find_holes (guard);
  find_labels (guard);
}

void
ante_guard_obfuscation (AnteGuard *guard)
{
  static const char *const names[] = {
    "characters that are not drawn",  "letters of another script", "styled letters or digits",
    "letters pulled apart",           "signs in place of letters", "an encoded text",
    "an address or a number in words"
  };
  const AnteGuardText *text = guard->draft;
  const AnteHit *hit = NULL;
  guint at = 0;

  for (guint i = 0; i < text->tricks->len; i++) {
    const AnteTrickSpan *span = &g_array_index (text->tricks, AnteTrickSpan, i);

    ante_guard_find_original (guard, text, span->start, span->end, "%s", names[span->trick]);
  }
  for (guint i = 0; i < guard->draft_decoded->len; i++) {
    const AnteGuardText *decoded = guard->draft_decoded->pdata[i];

    ante_guard_find_original (guard, text, decoded->from[0], decoded->to[0], "%s",
                              names[ANTE_TRICK_ENCODED]);
  }
  while ((hit = ante_guard_next_hit (text, ANTE_CUE_SPELLED, 0, G_MAXUINT, &at)) != NULL)
    ante_guard_find_words (guard, text, hit->first, hit->after, "%s", names[ANTE_TRICK_SPELLED]);
}

/* What is noted of the lead, or of others: told again in most of its words. */
static void
find_told (AnteGuard *guard, const char *fact, gboolean other)
{
  const AnteGuardText *text = guard->draft;
  guint n = ante_guard_n_words (text);

  for (guint at = 0; at < n;) {
    guint end = ante_line_sentence_end (text->line, at);
    guint total = 0;
    guint found = ante_guard_count_content (text, at, end, fact, &total);
    guint known = 0;

    /* What the lead has told themselves is no secret. */
    for (guint i = 0; i < guard->leads->len; i++)
      known = MAX (known, ante_guard_count_content (guard->leads->pdata[i], 0, G_MAXUINT, fact,
                                                    &(guint){ 0 }));
    if (total > 0 && found >= MIN (2, total) && found * 2 >= total &&
        (other || known * 2 < total) && (total > 1 || found == total))
      ante_guard_find_words (guard, text, at, end, other ? "of another lead" : "a private note");
    at = MAX (end, at + 1);
  }
}

static void
find_other_name (AnteGuard *guard, const char *name)
{
  const AnteGuardText *text = guard->draft;
  g_autoptr (GPtrArray) words = ante_guard_fold_words (name);
  guint first = 0;
  guint after = 0;
  gboolean named = ante_guard_find_name (text, name, 0, &first, &after);

  if (!named && words->len > 0 && strlen (words->pdata[0]) >= 3)
    named = ante_guard_find_name (text, words->pdata[0], 0, &first, &after) &&
            (g_unichar_isupper (
               g_utf8_get_char (text->plain + ante_line_word (text->line, first)->start)) ||
             words->len == 1);
  if (!named)
    return;
  /* A name that the lead brought up, or the coach's own. */
  for (guint i = 0; i < guard->leads->len; i++) {
    guint other = 0;

    if (ante_guard_find_name (guard->leads->pdata[i], ante_guard_word (text, first), 0, &other,
                              &other))
      return;
  }
  if (guard->playbook->coach_name != NULL) {
    g_autoptr (GPtrArray) coach = ante_guard_fold_words (guard->playbook->coach_name);

    for (guint i = 0; i < coach->len; i++) {
      if (g_str_equal (coach->pdata[i], ante_guard_word (text, first)))
        return;
    }
  }
  ante_guard_find_words (guard, text, first, after, "another lead's name");
}

void
ante_guard_private (AnteGuard *guard)
{
  const AnteGuardCase *guarded = guard->guarded;

  for (guint i = 0; guarded->private_notes != NULL && guarded->private_notes[i] != NULL; i++)
    find_told (guard, guarded->private_notes[i], FALSE);
  for (guint i = 0; i < guarded->n_others; i++) {
    const AnteOtherLead *other = &guarded->others[i];

    if (other->name != NULL)
      find_other_name (guard, other->name);
    if (other->handle != NULL && strlen (other->handle) > 3 &&
        strstr (guard->draft->plain, *other->handle == '@' ? other->handle + 1 : other->handle) !=
          NULL)
      ante_guard_find_state (guard, "another lead's handle");
    for (guint k = 0; other->facts != NULL && other->facts[k] != NULL; k++)
      find_told (guard, other->facts[k], TRUE);
  }
}
