#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-reading.h"

/* The words of an answer that are kept; of a longer one its sentence with the wish. */
#define LONGEST_ANSWER 40
/* How much an answer to our question weighs. */
#define ASKED 4

/* What a lead says of what they want. The value is how surely. */
static const AntePhrase wishes[] = {
  { EN, "?my ?main ?biggest ?only ?big ?real goal|dream|aim|wish|target is|would|to", 3 },
  { EN, "my ~ goal|dream|aim|target is", 3 },
  { EN, "goal is|: to", 3 },
  { EN, "i|id|we want|wanna|love|like ?to", 2 },
  { EN, "i|we would love|like ?to", 2 },
  { EN, "i ?really|just|only|also|mostly need to|this", 2 },
  { EN,
    "im|i|we|were am|are|was ?thinking "
    "hoping|trying|looking|training|aiming|working|planning|saving|preparing ?to|for|towards|on",
    2 },
  { EN, "im|we|were|i ?am hoping|trying|training|aiming|planning|preparing ~ to|for", 2 },
  { EN, "im looking to", 2 },
  { EN, "i ?have|got|ve ?a half|full|# marathon|race|wedding|exam|interview ~ @month|in|on|coming",
    1 },
  { EN, "ive got a ~ @event|marathon ~ @month|in|on|coming", 1 },
  { EN,
    "want|wanna|trying|hoping to "
    "be|get|lose|stop|learn|build|run|speak|sleep|feel|have|find|save|quit|grow|gain",
    2 },
  { EN, "and|but|just|really|only|also|simply want|wanna to", 2 },
  { EN, "# days|weeks|months to|until|till|before", 2 },
  { EN,
    "^ ?so ?that id|ill|i would|could|finally ~ "
    "be|do|have|sleep|go|feel|know|take|finish|leave|stop|play|run|wear|eat|cook|speak",
    1 },
  { EN,
    "^ ?so ?that id ?finally "
    "be|do|have|sleep|go|feel|know|take|finish|leave|stop|play|run|wear|eat|cook|speak",
    1 },
  { EN, "so ?that i can", 1 },
  { EN, "^ lose|gain|save #", 1 },
  { EN, "^ help with|me", 0 },
  { EN, "im moving to", 1 },
  { EN, "i ?only ?just ?really ?honestly ?simply want|wanna|wanted", 2 },
  { EN, "id|i|would|ill|would happily|gladly ?settle be|for|take", 2 },
  { EN, "settle for", 2 },
  { EN, "can|could you ?please ?help|get|teach|make|show me|us|my|our ~ to", 1 },
  { EN, "i wish i|we|my|there", 2 },
  { ES, "?yo quiero|queremos|quisiera|querria|necesito", 2 },
  { ES, "me|nos gustaria|encantaria", 2 },
  { ES, "mi objetivo|meta|sueno ~ es", 3 },
  { ES, "sueno con", 2 },
  { ES, "busco|buscamos|intento|espero", 2 },
  { ES, "estoy intentando|buscando|tratando", 2 },
  { PT, "?eu quero|queremos|queria|gostaria|gostava|preciso|pretendo", 2 },
  { PT, "meu|minha objetivo|meta|sonho ~ e", 3 },
  { PT, "sonho em|com", 2 },
  { PT, "busco|procuro|tentando", 2 },
  { FR, "je|j ?n veux|voudrais|aimerais|souhaite|souhaiterais", 2 },
  { FR, "nous|on voudrions|voudrait|aimerait|souhaitons", 2 },
  { FR, "mon objectif|but|reve", 3 },
  { FR, "je reve|compte d|de", 2 },
  { FR, "je cherche|dois ?a apprendre|perdre|trouver|arreter", 2 },
  { FR, "j|je essaie|essaye de", 2 },
  { DE, "ich|wir will|mochte|wurde|mochten|wollen", 2 },
  { DE, "mein ziel|wunsch|traum", 3 },
  { DE, "ich|wir hatte|hatten gern|gerne", 2 },
  { DE, "ich suche|versuche|brauche", 2 },
};

/* Wishes that are about this talk, not about the lead's life. */
static const AntePhrase no_wishes[] = {
  { EN,
    "want|need|like|love|wanna|wanted ?to "
    "ask|book|hear|see|say|tell|check|apologize|thank|clarify|cancel|reschedule|subscribe "
    "?if|about|you|your|more|that",
    0 },
  { EN, "want|need|like|love|wanna ?to sleep on|over", 0 },
  { EN, "want|like|love to but|if|though", 0 },
  { EN,
    "want|need|like|love|wanna|wanted ?to know ?how "
    "?if|about|more|the|much|price|whether|your|cost",
    0 },
  { EN, "need|want|have to ask|book|discuss|think|check|tell", 0 },
  { EN, "need|want|like|love|wanna to talk|speak|chat|sign to|with|about|up", 0 },
  { EN, "love|like your|the|this|it|that|how|what|you", 0 },
  { EN, "like|love to ask|book|hear|see|join", 0 },
  { EN, "want|need you|someone|somebody|u ?to", 0 },
  { EN, "just like", 0 },
  { EN, "dont|didnt|doesnt|not want|need|like|looking", 0 },
  { EN, "dont|even know what i want", 0 },
  { EN, "looking for ?a|some info|information|price|prices", 0 },
  { EN, "looking at", 0 },
  { EN, "hoping you", 0 },
  { EN, "trying to reach", 0 },
  { EN, "want|wants|would|need from you", 0 },
  { EN, "need it|this done", 0 },
  { EN, "need it by", 0 },
  { EN, "want|need|wanted a|the|some discount|refund|link|price|info|information", 0 },
  { EN, "training for you", 0 },
  { ES, "quiero|quisiera|necesito|gustaria hablar con|de|contigo", 0 },
  { ES,
    "quiero|quisiera|necesito|gustaria "
    "saber|preguntar|pensar|pensarlo|reservar|ver|info|informacion|agendar|cancelar|que|consultar",
    0 },
  { ES, "no quiero|busco", 0 },
  { PT, "quero|queria|gostaria|preciso falar com|sobre", 0 },
  { PT,
    "quero|queria|gostaria|preciso "
    "saber|perguntar|pensar|marcar|ver|info|informacao|agendar|cancelar|que|de",
    0 },
  { FR, "veux|voudrais|aimerais|souhaite parler a|avec|de", 0 },
  { FR, "veux|voudrais|aimerais|souhaite savoir|demander|reserver|voir|reflechir|annuler|prendre",
    0 },
  { DE, "mochte|will|wurde|brauche ~ fragen|wissen|buchen|uberlegen|absagen", 0 },
  { DE, "mit ihnen|dir sprechen", 0 },
};

static AnteSpan
choose_words (const AnteTalk *talk, const AnteLine *line)
{
  AnteSpan span = ante_reading_whole (line);
  AnteSpan wish = { 0, 0 };

  if (span.after > LONGEST_ANSWER)
    span = ante_reading_sentence (
      line, ANTE_PHRASES_FIND (talk, line, wishes, &wish) != NULL ? wish.first : 0);
  ante_answer_trim (line, &span);
  return span;
}

/* An answer to "what would you want?" is a wish, unless it tells nothing or is another's. */
static gboolean
is_answer (AnteReading *reading, guint i)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  AnteSpan span = ante_reading_whole (line);

  return line->from_lead && reading->answers[i].ask == ANTE_ASK_GOAL &&
         !ante_answer_is_dodge (reading->talk, line) &&
         !ante_answer_asks_back (reading->talk, line) && ante_answer_trim (line, &span) &&
         !ante_answer_is_unreal (reading->talk, line, span.first) &&
         !ANTE_PHRASES_HAVE (reading->talk, line, no_wishes) &&
         ante_whose_is (reading, i, MIN (span.first + 2, span.after - 1)) != ANTE_WHOSE_OTHERS;
}

static gboolean
find_wish (AnteReading *reading, guint i, AnteSpan *span, int *weight)
{
  const AnteLine *line = ANTE_READING_LINE (reading, i);
  const AntePhrase *phrase = NULL;
  AnteSpan not = { 0, 0 };
  guint from = 0;
  guint n = ante_line_n_words (line);

  while (from < n && (phrase = ante_phrases_find (reading->talk, line, from, n, wishes,
                                                  G_N_ELEMENTS (wishes), span)) != NULL) {
    guint stop = ante_line_sentence_end (line, span->first);

    if (!ante_answer_is_unreal (reading->talk, line, span->first) &&
        !ante_answer_is_negated (reading->talk, line, span->first) &&
        ante_line_word (line, ante_reading_part (line, span->first).after - 1)->after != '?' &&
        ante_answer_has_content (line, span->after, stop) &&
        ante_phrases_find (reading->talk, line, span->first, stop, no_wishes,
                           G_N_ELEMENTS (no_wishes), &not ) == NULL &&
        ante_whose_is (reading, i, span->first) == ANTE_WHOSE_LEADS) {
      *weight = phrase->value;
      return TRUE;
    }
    from = span->first + 1;
  }
  return FALSE;
}

static gboolean
corrects (AnteReading *reading, guint i)
{
  return ante_answer_corrects (reading->talk, ANTE_READING_LINE (reading, i), NULL);
}

/* "62 not 72": the number in what they want was a slip. */
static void
find_put_right (AnteReading *reading, guint *goal_line, AnteSpan *goal)
{
  const AnteLine *wrong = ANTE_READING_LINE (reading, *goal_line);

  for (guint i = *goal_line + 1; i < reading->talk->lines->len; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);
    AnteSpan slip = { 0, 0 };

    if (!line->from_lead ||
        !ante_phrase_find (line, 0, ante_line_n_words (line), "# ?_ not|no|nao|pas|nicht #", &slip))
      continue;
    for (guint at = goal->first; at < goal->after; at++) {
      if (g_str_equal (ante_line_word (wrong, at)->text,
                       ante_line_word (line, slip.after - 1)->text)) {
        *goal_line = i;
        *goal = ante_reading_sentence (line, slip.first);
        return;
      }
    }
  }
}

/* The answer to our question counts most; without one, what was told unasked. What corrects an
 * earlier one takes its place. */
void
ante_memory_read_goal (AnteReading *reading)
{
  guint n = reading->talk->lines->len;
  int best = 0;
  guint best_line = 0;
  AnteSpan best_span = { 0, 0 };

  for (guint i = 0; i < n; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);
    AnteSpan span = { 0, 0 };
    int weight = 0;

    if (!line->from_lead)
      continue;
    if (reading->answers[i].is_first && is_answer (reading, i)) {
      weight = ASKED;
      span = choose_words (reading->talk, line);
    } else if (find_wish (reading, i, &span, &weight)) {
      span = ante_reading_sentence (line, span.first);
      /* "no, seriously": the first answer was play. */
      if (reading->answers[i].ask == ANTE_ASK_GOAL && best_line + 1 == i &&
          ante_phrase_find (line, 0, ante_line_n_words (line),
                            "seriously|serious|honestly|jk|kidding|real|really", NULL))
        weight = best + 1;
      if (best > 0 && corrects (reading, i))
        weight = best + 1;
      ante_answer_trim (line, &span);
    }
    /* Asked again, they say it better. */
    if ((weight > best || (weight == best && weight == ASKED)) && span.after > span.first) {
      best = weight;
      best_line = i;
      best_span = span;
    }
  }
  if (best == 0)
    return;
  find_put_right (reading, &best_line, &best_span);
  ante_reading_add (reading, ANTE_FACT_GOAL, best_line, best_span, best >= 3 ? 0.8 : 0.6);
}
