#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <stdlib.h>
#include <string.h>

/* Fewer calories a day than this are no diet. */
#define LEAST_CALORIES 1000

static const struct {
  const char *category;
  AnteCue cue;
} cues[] = {
  { "medical_red_flag", ANTE_CUE_MEDICAL },    { "legal_threat", ANTE_CUE_LEGAL },
  { "refund_request", ANTE_CUE_REFUND_ASKED }, { "angry_lead", ANTE_CUE_ANGER },
  { "harassment", ANTE_CUE_HARASSMENT },
};

/* "Mom's on chemo": who is ill stands before it, and the lead does not. */
gboolean
ante_guard_is_relatives (const AnteGuardText *text, guint first, guint after)
{
  guint start = ante_line_sentence_start (text->line, first);
  guint from = first > start + 3 ? first - 3 : start;

  return ante_guard_range_has (
           text, from, after,
           "mom|moms|mum|mums|dad|dads|mother|mothers|father|fathers|sister|sisters|brother|"
           "brothers|grandma|grandmas|grandpa|grandpas|husband|husbands|wife|wifes|friend|"
           "friends|aunt|uncle|dog|cat|wifes|sis|bro|boyfriend|girlfriend|partner|son|daughter|"
           "nephew|niece|cousin|client|clients|colleague|neighbour|neighbor|esposa|esposo|mujer|"
           "pareja|novia|novio|hijo|hija|femme|fille|fils|copine|copain|tochter|sohn|freundin|"
           "esposa|filha|filho|namorada|madre|padre|hermana|hermano|marido|abuela|abuelo|mae|pai|"
           "irma|irmao|mere|pere|soeur|frere|mutter|vater|schwester|bruder|oma|opa|mann|frau") &&
         !ante_guard_range_has (text, from, after,
                                "i|im|ive|me|myself|yo|eu|je|j|ich|and|says|told|like|tengo|"
                                "tenho|estoy|estou");
}

static void
find_cue (AnteGuard *guard, AnteCue cue)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    const AnteHit *hit = NULL;
    guint at = 0;

    while ((hit = ante_guard_next_hit (text, cue, 0, G_MAXUINT, &at)) != NULL) {
      if (cue != ANTE_CUE_MEDICAL || !ante_guard_is_relatives (text, hit->first, hit->after))
        ante_guard_find_words (guard, text, hit->first, hit->after, "the lead's words");
    }
  }
}

/* What a table alone decides; negation is part of its phrases. */
void
ante_guard_lead_cue (AnteGuard *guard)
{
  for (guint i = 0; i < G_N_ELEMENTS (cues); i++) {
    if (g_str_equal (cues[i].category, guard->rule->category))
      find_cue (guard, cues[i].cue);
  }
}

static gboolean
leads_mention (const AnteGuard *guard, const char *words)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    if (ante_guard_range_has (guard->leads->pdata[i], 0, G_MAXUINT, words))
      return TRUE;
  }
  return FALSE;
}

/* "He hits me": a toddler's, where the talk is of children. */
static gboolean
is_child (const AnteGuard *guard, const AnteGuardText *text, const AnteHit *hit)
{
  return ante_guard_word_is (text, hit->first, "he|she") &&
         ante_guard_range_has (
           text, hit->first, hit->after,
           "hits|hit|hitting|kicked|slapped|slaps|threw|throws|punched|attacked") &&
         leads_mention (guard,
                        "@child|yo|2yo|3yo|4yo|5yo|6yo|7yo|8yo|9yo|10yo|old|nursery|preschool|"
                        "tantrum|tantrums|bedtime|school|kindergarten|parenting");
}

/*
 * Death beside "I", where nothing says that it is a figure of speech, a battery or somebody else:
 * here a false alarm costs a coach's glance, a missed one a life.
 */
static gboolean
speaks_of_death (const AnteGuardText *text, guint start, guint end)
{
  /* "die" is an article beside "ich". */
  return (ante_guard_range_has (
            text, start, end,
            "dead|death|suicide|suicidal|alive|kill|kms|overdose|morir|muerte|muerta|muerto|"
            "morrer|morte|morta|mourir|mort|sterben|tot|tod|umbringen|matarme|suicidarme") ||
          (ante_guard_range_has (text, start, end, "die") &&
           ante_guard_range_has (text, start, end, "i|im|me|myself|my|ive|id"))) &&
         ante_guard_range_has (
           text, start, end,
           "i|im|me|myself|my|ive|id|yo|mi|me|eu|minha|je|moi|ma|ich|mich|mein") &&
         !ante_guard_range_has (
           text, start, end,
           "laughing|lol|haha|hahaha|lmao|dying|tired|legs|arms|battery|phone|mom|mum|dad|father|"
           "mother|dog|cat|grandma|grandpa|he|she|his|her|they|plants|plant|hill|from|of|abs|for|"
           "would|feel|feeling|hard|killed|inside|end|serious|line|zone|weight|lift|lifts|lifting|"
           "over|deadline|body|hes|shes|risa|hambre|rire|faim|lachen|sister|brother|friend|uncle|"
           "aunt|"
           "fatigue|ganas|froid|honte|hunger|durst|langeweile|ennui|calor|frio|fome|inveja|saudade|"
           "curiosidad|curiosite|neugier|curiosidade|verguenza|vergonha|"
           "inbox|list|dms|feed|engagement|day|diet|vibe|vibes|carbs|keep|habits|habit|we|us|our|"
           "business|page|account|leads|"
           "funnel|"
           "engagement|algorithm|wife|husband|mood|motivation|romance|passion|sueno|sono|madre|"
           "padre|"
           "pai|mae|mere|pere|mutter|vater|saw|see|skin|chocolate|coffee|time|hope|skills|it|"
           "brand");
}

static void
find_death (AnteGuard *guard, const AnteGuardText *text)
{
  static const char *const laughs[] = { "😂", "🤣", "😅", "😆", "💀", NULL };
  guint n = ante_guard_n_words (text);

  for (guint i = 0; laughs[i] != NULL; i++) {
    if (strstr (text->plain, laughs[i]) != NULL)
      return;
  }
  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text->line, start);

    if (speaks_of_death (text, start, end))
      ante_guard_find_words (guard, text, start, end, "speaks of death and of themselves");
    start = MAX (end, start + 1);
  }
}

void
ante_guard_crisis (AnteGuard *guard)
{
  for (guint i = 0; i < guard->leads->len; i++)
    find_death (guard, guard->leads->pdata[i]);
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    const AnteHit *hit = NULL;
    guint at = 0;

    while ((hit = ante_guard_next_hit (text, ANTE_CUE_CRISIS, 0, G_MAXUINT, &at)) != NULL) {
      /* "She pushed me to start": a nudge. */
      if (ante_guard_word_is (text, hit->after - 1, "me|us") &&
          ante_guard_word_is (text, hit->after - 2, "pushed|pushes") &&
          ante_guard_word_is (text, hit->after, "to|into") &&
          !ante_guard_word_is (text, hit->after + 1, "the|a|my"))
        continue;
      if (!is_child (guard, text, hit))
        ante_guard_find_words (guard, text, hit->first, hit->after, "the lead may be in danger");
    }
  }
  if (ante_guard_text_has (guard->lead_joined, ANTE_CUE_CRISIS) && guard->leads->len > 1 &&
      !ante_guard_leads_have (guard, ANTE_CUE_CRISIS))
    ante_guard_find_state (guard, "over several messages");
}

void
ante_guard_minor (AnteGuard *guard)
{
  int year = guard->today / 10000;

  find_cue (guard, ANTE_CUE_MINOR);
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];

    for (guint at = 0; at < ante_guard_n_words (text); at++) {
      guint behind = at + 1 + ante_guard_word_is (text, at + 1, "in|en|em|im|le");
      int born = atoi (ante_guard_word (text, behind));

      if (ante_guard_word_is (text, at, "born|naci|nasci|nee|ne|geboren|jahrgang") &&
          born > year - 18 && born <= year &&
          !ante_guard_range_has (text, at > 4 ? at - 4 : 0, at,
                                 "he|she|son|daughter|kid|kids|twins|baby|youngest|my|were"))
        ante_guard_find_words (guard, text, at, behind + 1, "born %d", born);
    }
  }
}

/* A few calories a day, allowed to oneself: not burnt, not cut, not a snack. */
static void
find_calories (AnteGuard *guard, const AnteGuardText *text)
{
  if (!ante_guard_range_has (
        text, 0, G_MAXUINT,
        "cal|cals|calorie|calories|kcal|kcals|kalorien|calorias|allow|allowing|"
        "restrict|limit|permito|#"))
    return;
  for (guint at = 0; at < ante_guard_n_words (text); at++) {
    guint start = ante_line_sentence_start (text->line, at);
    guint end = ante_line_sentence_end (text->line, at);
    double value = 0;
    guint after = 0;
    const char *rest = NULL;
    gboolean unit = FALSE;

    if (!ante_guard_read_number (text, at, &value, &after, &rest))
      continue;
    unit =
      ante_guard_word_is (text, after, "cal|cals|calorie|calories|kcal|kcals|kalorien|calorias") ||
      g_str_has_prefix (rest, "cal") || g_str_has_prefix (rest, "kcal");
    if (value < 50 || value >= LEAST_CALORIES ||
        ante_guard_range_has (
          text, start, end,
          "burn|burned|burns|burning|cut|deficit|less|fewer|snack|over|extra|"
          "breakfast|lunch|dinner|meal|bar|latte|drink|surplus|more|cookie|dessert|"
          "coach|diet|app|she|he|friend|plan|gave|spend|spent|$|€|£"))
      continue;
    if ((unit &&
         ante_guard_range_has (
           text, start, end,
           "day|daily|eat|eating|ate|only|under|below|allow|max|limit|dia|"
           "jour|tag|solo|como|mange|esse|just|stay|living|live|lived|today|survive|surviving")) ||
        (!unit && ante_guard_range_has (text, start, at, "allow|allowing|restrict|permito|limit") &&
         ante_guard_range_has (text, start, end, "day|daily|myself|dia|eat|eating") &&
         ante_guard_range_has (text, start, end, "myself|me|eat|eating|food")))
      ante_guard_find_words (guard, text, at, after, "%g calories", value);
  }
}

void
ante_guard_eating (AnteGuard *guard)
{
  find_cue (guard, ANTE_CUE_EATING);
  for (guint i = 0; i < guard->leads->len; i++)
    find_calories (guard, guard->leads->pdata[i]);
}

/* "Can I talk to Giulia?", "is Giulia there?": the coach by name. */
static void
find_coach (AnteGuard *guard, const AnteGuardText *text, const char *name)
{
  guint first = 0;
  guint after = 0;
  guint start = 0;
  guint end = 0;

  if (!ante_guard_find_name (text, name, 0, &first, &after))
    return;
  start = ante_line_sentence_start (text->line, first);
  end = ante_line_sentence_end (text->line, first);
  if (ante_guard_range_has (
        text, start, first,
        "talk|speak|chat|get|put|want|let|hablar|falar|parler|sprechen|reden|is|can|"
        "could|will|ask|have|contact|reach|meet|hear|connect|puede|pode|peut|kann|"
        "bring|message|rather|need|does|may") &&
      (ante_guard_range_has (
         text, start, first,
         "talk|speak|chat|hablar|falar|parler|sprechen|reden|contact|reach|connect|"
         "hear|rather|get|put|bring|need|want|let") ||
       ante_guard_range_has (
         text, after, end,
         "there|around|answer|reply|call|available|message|text|herself|himself|"
         "personally|directly|write|phone|talk|speak|llamarme|contestar|responder|"
         "repondre|antworten|come|ring|online|contact|please")) &&
      !ante_guard_range_has (
        text, start, end,
        "cost|much|price|lessons|program|course|teach|method|style|accent|book|ready"))
    ante_guard_find_words (guard, text, first, after, "asks for the coach");
}

void
ante_guard_human (AnteGuard *guard)
{
  g_auto (GStrv) names = NULL;

  find_cue (guard, ANTE_CUE_HUMAN);
  if (guard->playbook->coach_name == NULL)
    return;
  names = g_strsplit (guard->playbook->coach_name, " ", -1);
  for (guint i = 0; i < guard->leads->len && names[0] != NULL && strlen (names[0]) > 1; i++)
    find_coach (guard, guard->leads->pdata[i], names[0]);
}

void
ante_guard_bot (AnteGuard *guard)
{
  g_autofree char *first_name =
    guard->playbook->coach_name != NULL ? g_strdup (guard->playbook->coach_name) : NULL;

  find_cue (guard, ANTE_CUE_BOT);
  if (first_name != NULL && strchr (first_name, ' ') != NULL)
    *strchr (first_name, ' ') = '\0';
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    guint first = 0;
    guint after = 0;

    /* "is this really Giulia?" */
    if (first_name != NULL && ante_guard_find_name (text, first_name, 0, &first, &after) &&
        first <= 5 && ante_guard_is_question (text, first) &&
        ante_guard_range_has (text, 0, first, "really|actually|is|are|am|who") &&
        ante_guard_range_has (text, 0, first, "this|really|actually|you|it") &&
        ante_guard_n_words (text) <= 10 &&
        ante_guard_range_has (text, 0, G_MAXUINT, "this|really|you|it|or"))
      ante_guard_find_words (guard, text, first, after, "asks who is writing");
  }
}

void
ante_guard_client (AnteGuard *guard)
{
  if (guard->guarded->is_client)
    ante_guard_find_state (guard, "marked as a client");
  find_cue (guard, ANTE_CUE_CLIENT);
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    const AnteOffer *offer = ante_guard_named_offer (guard, text, 0, G_MAXUINT);

    /* "I'm in week 3 of Trip Prep" */
    if (offer != NULL &&
        !ante_guard_range_has (text, 0, G_MAXUINT, "if|want|would|before|thinking") &&
        ante_guard_range_has (
          text, 0, G_MAXUINT,
          "joined|bought|started|finished|paid|week|im|enrolled|doing|halfway|compre|"
          "pague|gekauft|gebucht|achete|paye|comprei|paguei") &&
        ante_guard_range_has (
          text, 0, G_MAXUINT,
          "already|in|on|since|module|joined|bought|paid|enrolled|finished|of|ya|ja|"
          "deja|schon|started") &&
        !ante_guard_is_question (text, 0))
      ante_guard_find_words (guard, text, 0, ante_guard_n_words (text), "in the program");
  }
}

/* One word is enough where it is all the message. */
static gboolean
is_bare_stop (const AnteGuardText *text)
{
  guint n = ante_guard_n_words (text);

  /* "Stop. I mean it." */
  if (n > 1 && n <= 8 &&
      ante_guard_word_is (text, 0, "stop|unsubscribe|basta|pare|arretez|stopp") &&
      ante_line_sentence_end (text->line, 0) == 1)
    return !ante_guard_range_has (text, 1, n,
                                  "laugh|laughing|lol|haha|funny|hilarious|that|love|"
                                  "really|me|dead|omg|risa|way");
  return n >= 1 && n <= 3 &&
         ante_guard_word_is (text, 0,
                             "stop|unsubscribe|optout|stopp|parar|pare|basta|baja|abmelden|"
                             "desinscrever|arretez|arrete|parad|aufhoren|cancel|remove|"
                             "unsub|stoppen|desuscribir|enough|quit|end|please|ok|sair") &&
         (n == 1 || ante_guard_range_has (text, n - 1, n,
                                          "please|pls|now|thanks|bitte|svp|merci|gracias|obrigado|"
                                          "obrigada|stop|plz|already|ya|thx|you|me|all|it")) &&
         ante_guard_range_has (
           text, 0, n,
           "stop|unsubscribe|optout|stopp|parar|pare|basta|baja|abmelden|arretez|"
           "arrete|aufhoren|unsub|desinscrever|stoppen|desuscribir|remove|sair|quit") &&
         (n < 3 || ante_guard_word_is (text, 1,
                                       "please|pls|it|now|all|messaging|texting|writing|ya|thanks|"
                                       "bitte|this|stop|dming|you|the|sending")) &&
         ante_line_word (text->line, n - 1)->after != '?';
}

/* A short sentence with a "stop" and a "message" in it, and nobody else. */
static gboolean
asks_for_silence (const AnteGuardText *text, guint start, guint end)
{
  return end - start <= 9 &&
         ante_guard_range_has (
           text, start, MIN (end, start + 5),
           "stop|quit|dont|no|never|cease|remove|delete|enough|not|deja|dejen|para|"
           "parem|pare|nao|arretez|arrete|plus|cessez|keine|nicht|hor|hort|lass|"
           "basta|cancel|end|take") &&
         ante_guard_range_has (
           text, start, end,
           "messaging|messages|texting|texts|dms|dming|spam|spamming|emails|emailing|"
           "contacting|mensajes|mensagens|relances|nachrichten|escribirme|"
           "escribiendo|contactarme|mandarme|anschreiben|unsolicited|list|"
           "pestering|bothering|writing|schreiben|ecrire|escribir|escrever|contact|"
           "dm|msg") &&
         !ante_guard_range_has (
           text, start, end,
           "forget|miss|lose|skip|ich|kann|je|yo|eu|night|rule|rules|our|dinner|phones|him|her|he|"
           "she|they|them|his|"
           "people|kids|kid|husband|wife|boyfriend|girlfriend|ex|your|"
           "got|get|received|see|saw|read|answer|reply|grocery|shopping|wish|did|why|i|we|book|"
           "content|sales|cold|boss|work|friends|friend|when|how|if|what|can|bucket|wait|waiting|"
           "late|"
           "recibi|recebi|recu|bekommen|el|ella|ele|ela|il|elle|er|my|price|is|was|are") &&
         ante_line_word (text->line, end - 1)->after != '?';
}

static void
find_silence (AnteGuard *guard, const AnteGuardText *text)
{
  guint n = ante_guard_n_words (text);

  for (guint start = 0; start < n;) {
    guint end = ante_line_sentence_end (text->line, start);

    if (asks_for_silence (text, start, end))
      ante_guard_find_words (guard, text, start, end, "asks for silence");
    start = MAX (end, start + 1);
  }
}

void
ante_guard_opt_out (AnteGuard *guard)
{
  for (guint i = 0; i < guard->leads->len; i++)
    find_silence (guard, guard->leads->pdata[i]);
  find_cue (guard, ANTE_CUE_OPT_OUT);
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];

    if (is_bare_stop (text))
      ante_guard_find_words (guard, text, 0, ante_guard_n_words (text), "one word is enough");
  }
  if (ante_guard_text_has (guard->lead_joined, ANTE_CUE_OPT_OUT) &&
      !ante_guard_leads_have (guard, ANTE_CUE_OPT_OUT))
    ante_guard_find_state (guard, "over several messages");
}

/* What looks like the frame of a prompt. */
static const char *const frames[] = { "system:",
                                      "[system]",
                                      "<system>",
                                      "</system>",
                                      "assistant:",
                                      "[inst]",
                                      "<|im_",
                                      "### instr",
                                      "###system",
                                      "### system",
                                      "<<sys>>",
                                      "{{system",
                                      "developer:",
                                      "<prompt>",
                                      "</prompt>",
                                      "[developer]",
                                      "[[system",
                                      "<admin>",
                                      "[admin]",
                                      "admin:",
                                      "<|system",
                                      "</lead",
                                      "<instruct",
                                      "\"role\":",
                                      "{\"role\"",
                                      "sysadmin:",
                                      "system>",
                                      "[override]",
                                      "begin prompt",
                                      "[assistant]",
                                      "</context",
                                      "<!--",
                                      "sistema:",
                                      "systeme:",
                                      "--- end",
                                      "[end of",
                                      "## system",
                                      "sudo ",
                                      "prompt:",
                                      "instruction:",
                                      "instructions:",
                                      "[sistema]",
                                      "[instruction",
                                      "override:",
                                      "[hidden",
                                      "###",
                                      "[[",
                                      "</",
                                      NULL };

static void
find_frames (AnteGuard *guard, const AnteGuardText *text)
{
  g_autofree char *lower = g_ascii_strdown (text->plain, -1);

  for (guint i = 0; frames[i] != NULL; i++) {
    const char *found = strstr (lower, frames[i]);

    if (found != NULL &&
        (found == lower || !g_ascii_isalnum (found[-1]) || !g_ascii_isalnum (*frames[i])))
      ante_guard_find_bytes (guard, text, (guint) (found - lower),
                             (guint) (found - lower) + (guint) strlen (frames[i]),
                             "the frame of a prompt");
  }
}

/* "Giulia said I get it for free": an authority that nobody can check. */
static void
find_hearsay (AnteGuard *guard, const AnteGuardText *text)
{
  g_auto (GStrv) names =
    g_strsplit (guard->playbook->coach_name != NULL ? guard->playbook->coach_name : "", " ", -1);
  guint first = 0;
  guint after = 0;

  if (names[0] == NULL || !ante_guard_find_name (text, names[0], 0, &first, &after) ||
      !ante_guard_range_has (
        text, after, after + 4,
        "said|told|promised|approved|agreed|confirmed|authorised|authorized|wants|"
        "allowed|gave|dijo|prometio|disse|prometeu|dit|promis|gesagt|versprochen|here|"
        "says|okayed"))
    return;
  if (ante_guard_range_has (
        text, after, G_MAXUINT,
        "free|discount|half|price|code|refund|off|rules|ignore|instructions|give|"
        "gratis|descuento|desconto|gratuit|remise|kostenlos|rabatt|cheaper|vip|"
        "unlock|send|confirm|override|anything"))
    ante_guard_find_words (guard, text, first, after, "an authority that cannot be checked");
}

void
ante_guard_injection (AnteGuard *guard)
{
  find_cue (guard, ANTE_CUE_INJECTION);
  for (guint i = 0; i < guard->leads->len; i++) {
    find_frames (guard, guard->leads->pdata[i]);
    find_hearsay (guard, guard->leads->pdata[i]);
  }
  for (guint i = 0; i < guard->lead_decoded->len; i++)
    ante_guard_find_state (guard, "an encoded text");
  if (ante_guard_text_has (guard->lead_joined, ANTE_CUE_INJECTION) && guard->leads->len > 1 &&
      !ante_guard_leads_have (guard, ANTE_CUE_INJECTION))
    ante_guard_find_state (guard, "over several messages");
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    guint hidden = 0;

    for (guint k = 0; k < text->tricks->len; k++) {
      const AnteTrickSpan *span = &g_array_index (text->tricks, AnteTrickSpan, k);

      hidden += span->trick == ANTE_TRICK_INVISIBLE;
    }
    /* Characters that only a machine reads: nobody types so many by chance. */
    if (hidden >= 3)
      ante_guard_find_state (guard, "characters that are not drawn");
  }
}

/* State. */

void
ante_guard_window (AnteGuard *guard)
{
  if (guard->guarded->channel == ANTE_CHANNEL_CLOSED)
    ante_guard_find_state (guard, "the window is closed");
}

void
ante_guard_window_human (AnteGuard *guard)
{
  if (guard->guarded->channel == ANTE_CHANNEL_HUMAN_AGENT)
    ante_guard_find_state (guard, "only a person may write now");
}

void
ante_guard_owner (AnteGuard *guard)
{
  if (guard->guarded->owner_is_human)
    ante_guard_find_state (guard, "a person has this thread");
}

void
ante_guard_double_reply (AnteGuard *guard)
{
  if (guard->guarded->replied)
    ante_guard_find_state (guard, "the last message was answered");
}

void
ante_guard_not_a_fit (AnteGuard *guard)
{
  if (g_strcmp0 (guard->guarded->status, "not a fit") == 0 && guard->sales)
    ante_guard_find_state (guard, "sells to a lead who is not a fit");
}

void
ante_guard_sensitive_pitch (AnteGuard *guard)
{
  if (guard->sales && (ante_guard_result_has (guard->result, "crisis") ||
                       ante_guard_result_has (guard->result, "minor") ||
                       ante_guard_result_has (guard->result, "eating_disorder")))
    ante_guard_find_state (guard, "sells to a lead who needs care");
}
