#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-work.h"

#include <string.h>

/* Fewer signs than this may be chance. */
#define FEW 2

/*
 * Small words that one language has. What two share stands in both and decides nothing alone.
 */
static const struct {
  AnteSpeech speech;
  const char *words;
} signs[] = {
  { ANTE_SPEECH_EN,
    "the|i|im|my|you|your|youre|and|to|it|its|is|are|of|for|with|was|what|whats|yes|but|would|have|"
    "ive|dont|not|that|thats|this|at|just|how|much|want|need|can|about|or|from|week|id|ill|we|our|"
    "they|be|been|when|where|which|do|does|did|if|so|get|here|there|will|an|on|in|hi|hello|hey|"
    "thanks|"
    "thank|please|really|like|know|cant|could|who|why|me|hows|lets|still|than|then|too|some|any|"
    "has|"
    "had|were|out|up|first|sounds|makes|sorry|great|good|nice|ok|stop|price|cost" },
  { ANTE_SPEECH_ES,
    "el|los|las|que|y|mi|con|para|pero|muy|yo|estoy|tengo|quiero|gracias|hola|una|cuando|como|soy|"
    "mas|al|del|hay|puedo|es|lo|si|donde|cuanto|hasta|sin|le|ya|esta|mis|te|tu|tus|por|eso|esto|"
    "porque|hoy|ahora|bien|vale|claro|cual|cuales|son|ser|tiene|tienes|quieres|puedes|nada|todo|"
    "algo|mucho|semana|dias|noches|mensajes|no|me|se|un|en|de|la|a|buenas|buenos|favor|necesito|"
    "estamos|gusta|gustaria|clases|das|cuesta|precio|usted|cuentame|antes|cosa|has|algun|tambien" },
  { ANTE_SPEECH_PT,
    "eu|nao|voce|voces|uma|com|meu|minha|muito|sim|oi|ola|mas|estou|tenho|quero|obrigada|obrigado|"
    "pra|ao|os|as|do|da|dos|na|no|em|sou|fiz|isso|boa|bom|tambem|ate|vi|seu|sua|o|so|topo|queria|"
    "ja|"
    "que|e|um|para|por|como|quando|mais|se|me|te|de|a|vc|quanto|custa|tem|ta|tudo|bem|dia|esta|ser|"
    "semana|nada|dias|noites|obrigados|legal|entendo|sinto|qual|quais|vida|fazer|posso|gostaria|"
    "hoje|agora|preco|aula|aulas|foi|la|aqui|pode|gente|valeu|tudo|num|numa" },
  { ANTE_SPEECH_FR,
    "je|le|les|des|et|une|pas|pour|avec|mais|mon|ma|suis|est|oui|merci|bonjour|salut|vous|votre|c|"
    "j|"
    "ai|dans|sur|au|du|qui|ne|se|il|elle|plus|moi|trop|nous|sans|on|tu|ton|ta|tes|vos|que|qu|d|l|n|"
    "quand|comment|combien|ou|un|la|de|a|en|ca|cest|cette|ce|tres|bien|bonsoir|voudrais|veux|peux|"
    "pouvez|avez|etes|quel|quelle|prix|coute|y|si|me|te|sont|faire|aussi|jai|cours|semaine|m|t|s" },
  { ANTE_SPEECH_DE,
    "ich|und|der|das|ist|nicht|mit|ein|eine|einen|mir|mich|habe|hab|zu|auf|fur|aber|ja|hallo|danke|"
    "bin|wie|im|den|dem|mein|meine|noch|auch|sehr|gerne|bis|kann|sie|es|weil|nach|war|wir|von|du|"
    "dein|"
    "deine|was|wann|wenn|oder|nur|kein|keine|mal|schon|so|bei|um|aus|zum|zur|die|des|dich|dir|euch|"
    "ihr|wo|warum|welche|mochte|mochtest|viel|bitte|guten|tag|kostet|preis|sich|an|in|hast|bist|"
    "sind|"
    "haben|gibt|geht|wird|wurde|immer|jetzt|heute|deutsch" },
};

/* Small words of languages that are none of ours, so that they are known to be others. */
static const char other_words[] =
  "il|che|non|sono|ciao|vorrei|quanto|costa|grazie|perche|di|della|buongiorno|posso|ho|mio|mia|"
  "anche|questo|ma|gli|nella|sei|cosa|molto|per|piu|" /* Italian */
  "ik|het|een|niet|voor|maar|wat|hoe|mijn|jullie|dat|ben|bedankt|hoeveel|kost|graag|zijn|heb|van|"
  "wil|kan|ook|met|naar|geen|je|jij|" /* Dutch */
  "jag|och|att|det|inte|hej|tack|hur|mycket|som|mitt|vill|har|vad|er|jeg|ikke|og|hvad|koster|"
  "czy|jest|nie|jak|ile|dzien|dobry|chce|prosze|dziekuje|sie|"          /* Polish */
  "ne|bir|bu|ve|icin|merhaba|kadar|nasil|istiyorum|var|mi|tesekkurler|" /* Turkish */
  "saya|apa|berapa|yang|tidak|ini|untuk|terima|kasih|bisa|mau|"         /* Indonesian */
  "kolik|stoji|jsem|dobry|den|kako|koliko|hvala|sam|buna|cat|este|vreau|multumesc|"
  "mennyi|hogy|nem|vagyok|mina|tama|mita|kuinka|olen|onko|hei|haluaisin|paljonko|kiitos|haluan";

#define OTHER_BIT (1u << ANTE_SPEECH_OTHER)

static void
add_words (GHashTable *table, const char *words, guint bit)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (table, parts[i]));

    g_hash_table_insert (table, (gpointer) g_intern_string (parts[i]),
                         GUINT_TO_POINTER (bits | bit));
  }
}

static gpointer
make_table (gpointer data)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    add_words (table, signs[i].words, 1u << signs[i].speech);
  add_words (table, other_words, OTHER_BIT);
  return table;
}

/* A script that none of ours is written in, for most of the letters. */
static gboolean
is_foreign_script (const AnteGuardText *text)
{
  guint ours = 0;
  guint theirs = 0;

  for (const char *p = text->original != NULL ? text->original : text->plain; *p != '\0';
       p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_isalpha (c))
      continue;
    if (c < 0x80 || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN)
      ours++;
    else if (c < 0x1D400 && !(c >= 0xFF00 && c <= 0xFFEF))
      theirs++;
  }
  return theirs > 3 && theirs > 2 * ours;
}

/* Letters that only some languages write. */
static void
count_letters (const char *text, double *scores)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c < 0x80)
      continue;
    if (c == 0xBF || c == 0xA1 || c == 0xF1 || c == 0xD1)
      scores[ANTE_SPEECH_ES] += 1.5;
    else if (c == 0xE3 || c == 0xF5)
      scores[ANTE_SPEECH_PT] += 1.5;
    else if (c == 0xDF)
      scores[ANTE_SPEECH_DE] += 1.5;
    else if (c == 0x153 || c == 0xF9)
      scores[ANTE_SPEECH_FR] += 1;
    else if (c == 0xE4 || c == 0xFC)
      scores[ANTE_SPEECH_DE] += 0.25;
    else if (c == 0x142 || c == 0x119 || c == 0x105 || c == 0x11F || c == 0x15F || c == 0x159 ||
             c == 0x11B || c == 0x131 || c == 0x151 || c == 0xE5 || c == 0xF8 || c == 0x107)
      scores[ANTE_SPEECH_OTHER] += 1.5;
  }
}

/**
 * ante_guard_speech:
 *
 * Returns: the language of @text, unsure where little tells: "ok", a name, an emoji
 */
AnteSpeech
ante_guard_speech (const AnteGuardText *text)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *table = g_once (&once, make_table, NULL);
  double scores[ANTE_SPEECH_OTHER + 1] = { 0 };
  AnteSpeech best = ANTE_SPEECH_UNSURE;
  double second = 0;
  guint n = ante_guard_n_words (text);

  if (is_foreign_script (text))
    return ANTE_SPEECH_OTHER;
  for (guint i = 0; i < n; i++) {
    guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (table, ante_guard_word (text, i)));
    guint shared = 0;

    for (guint s = ANTE_SPEECH_EN; s <= ANTE_SPEECH_OTHER; s++)
      shared += (bits >> s) & 1u;
    for (guint s = ANTE_SPEECH_EN; shared > 0 && s <= ANTE_SPEECH_OTHER; s++)
      scores[s] += ((bits >> s) & 1u) * (shared == 1 ? 1.0 : shared == 2 ? 0.6 : 0.4);
  }
  count_letters (text->plain, scores);
  for (guint s = ANTE_SPEECH_EN; s <= ANTE_SPEECH_OTHER; s++) {
    if (best == ANTE_SPEECH_UNSURE || scores[s] > scores[best]) {
      second = best != ANTE_SPEECH_UNSURE ? scores[best] : 0;
      best = (AnteSpeech) s;
    } else {
      second = MAX (second, scores[s]);
    }
  }
  /* Another language is claimed only on clear signs: names and dishes come from everywhere. */
  if (best == ANTE_SPEECH_OTHER && (scores[best] < 2 || scores[best] < second * 1.6))
    return ANTE_SPEECH_UNSURE;
  if (scores[best] < 1 || scores[best] < second * 1.25)
    return ANTE_SPEECH_UNSURE;
  return scores[best] >= FEW || n <= 3 || (n <= 6 && scores[best] >= 1.5) ? best
                                                                          : ANTE_SPEECH_UNSURE;
}

const char *
ante_guard_speech_code (AnteSpeech speech)
{
  static const char *const codes[] = { "und", "en", "es", "pt", "fr", "de", "other" };

  return codes[speech];
}

static gboolean
is_spoken (const AnteGuard *guard, AnteSpeech speech)
{
  for (guint i = 0; guard->playbook->languages[i] != NULL; i++) {
    if (g_ascii_strncasecmp (guard->playbook->languages[i], ante_guard_speech_code (speech), 2) ==
        0)
      return TRUE;
  }
  /* A coach of a language that we cannot tell apart may well speak it. */
  if (speech == ANTE_SPEECH_OTHER) {
    for (guint i = 0; guard->playbook->languages[i] != NULL; i++) {
      if (strstr (" en es pt fr de ", guard->playbook->languages[i]) == NULL)
        return TRUE;
    }
  }
  return FALSE;
}

/* One word in a foreign tongue greets; a message in it is in that language. */
static gboolean
is_enough (const AnteGuardText *text)
{
  return ante_guard_n_words (text) >= 2 || strlen (text->plain) > 12;
}

void
ante_guard_lead_language (AnteGuard *guard)
{
  for (guint i = 0; i < guard->leads->len; i++) {
    const AnteGuardText *text = guard->leads->pdata[i];
    AnteSpeech speech = ante_guard_speech (text);

    if (speech != ANTE_SPEECH_UNSURE && is_enough (text) && !is_spoken (guard, speech))
      ante_guard_find_words (guard, text, 0, ante_guard_n_words (text), "language %s",
                             ante_guard_speech_code (speech));
  }
}

void
ante_guard_speech_mismatch (AnteGuard *guard)
{
  AnteSpeech ours = ante_guard_speech (guard->draft);
  AnteSpeech theirs = ANTE_SPEECH_UNSURE;

  for (guint i = guard->leads->len; i > 0 && theirs == ANTE_SPEECH_UNSURE; i--)
    theirs = ante_guard_speech (guard->leads->pdata[i - 1]);
  if (ours != ANTE_SPEECH_UNSURE && theirs != ANTE_SPEECH_UNSURE && ours != theirs)
    ante_guard_find_words (guard, guard->draft, 0, ante_guard_n_words (guard->draft),
                           "draft %s, lead %s", ante_guard_speech_code (ours),
                           ante_guard_speech_code (theirs));
}
