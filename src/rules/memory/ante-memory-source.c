#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/memory/ante-reading.h"

#include <string.h>

/* The lead tells where they come from in their first words; later ones are about other things. */
#define FIRST_LINES 3
#define LONGEST_KEYWORD 20

typedef enum {
  COMMENT,
  AD,
  REFERRAL,
  EMAIL,
  WEBINAR,
  STORY,
  REACTIVATION,
  KEYWORD,
} Kind;

static const char *const kinds[] = {
  "reel_comment", "dm_ad", "referral", "email", "webinar", "story_reply", "reactivation", "keyword",
};

static const AntePhrase signs[] = {
  { EN, "said|says|swears ?that your|youre|you ?are the|who|why", REFERRAL },
  { EN, "told|telling me|us youre|you|your|u", REFERRAL },
  { EN,
    "said|says|told|suggested|suggests|thought|reckons|insisted ~ "
    "drop|hit|bug|ping|dm|text|message|write|ask|find|follow|contact|try ~ you|your|line",
    REFERRAL },
  { EN, "swears|swear by|on you|your", REFERRAL },
  { EN,
    "mentioned|name|named|tagged|suggested|forwarded ~ you|your ~ to|me|name|page|account|handle",
    REFERRAL },
  { EN,
    "wrote|typed|commented|put|dropped|left|posted ~ "
    "under|on|below|beneath ~ reel|post|video|clip|tiktok|carousel|photo|pic",
    COMMENT },
  { EN, "the|that|your|magic word|keyword|codeword ?_ ~ you|your|said|from|in|video|reel|post",
    KEYWORD },
  { EN,
    "sent|send|sending|dmed|dm|typing|type|write ~ you the|your|that|this ?magic word|keyword|code",
    KEYWORD },
  { EN, "your|ur ?last ?latest ?new ?_ ?_ story|stories", STORY },
  { EN, "saw|seen|watched|loved|caught ~ story|stories", STORY },
  { EN, "told|telling me|us ~ about|to you|your|write|message|contact|talk|follow", REFERRAL },
  { EN,
    "from my|our|the gym|work|team|office|class|choir|church|school|club|course|crossfit ~ "
    "says|said|told|is|loves|speaks|looks|swears|lost|got|has",
    REFERRAL },
  { EN, "lost|learned|learnt|ran|fixed|got|changed ~ with you|your", REFERRAL },
  { EN, "said|says youre|you ~ one|person|best|sorted|helped|fixed", REFERRAL },
  { EN, "told me you", REFERRAL },
  { EN, "said|says|thinks ~ should|to|could ~ write|message|contact|text|talk|ask|dm|reach|follow",
    REFERRAL },
  { EN, "sent|pointed|sends me ?over|here|to|your|$", REFERRAL },
  { EN, "sent|directed|pointed|referred me|us", REFERRAL },
  { EN, "recommended|recommends|recommend|referred|refers|recommendation", REFERRAL },
  { EN, "gave|passed me|us ~ your|handle|name|number|contact", REFERRAL },
  { EN, "heard ~ about you from|through|via", REFERRAL },
  { EN, "got ~ your name|handle|contact from", REFERRAL },
  { EN,
    "my @other|@partner ~ raves|swears|worked|works|loves|trains|talking|said|coached|did|is ~ "
    "you|your|about|with|by",
    REFERRAL },
  { EN, "you ~ coached|trained|helped|worked|fixed|saved my|a|with ~ @other|@partner", REFERRAL },
  { EN, "@other|@partner of mine ~ worked|works|did|recommended|is|was", REFERRAL },
  { EN, "commented", COMMENT },
  { EN, "left ~ comment", COMMENT },
  { EN, "your|from|the ~ email|newsletter|mail|emails", EMAIL },
  { EN, "replying|reply ~ email|newsletter", EMAIL },
  { EN, "email|newsletter ~ came|arrived|yesterday|today", EMAIL },
  { EN, "webinar|masterclass|workshop|bootcamp|livestream", WEBINAR },
  { EN,
    "your|the|last ~ talk|live|challenge|class|presentation|training ~ "
    "yesterday|last|tonight|on|about|today|was|this",
    WEBINAR },
  { EN, "in|at|on|from|watched|during your|the live|talk|training|session|summit", WEBINAR },
  { EN, "the|your|that session|talk|live about|on", WEBINAR },
  { EN, "your|the|saw|an|this ad|ads|advert|sponsored", AD },
  { EN, "replying|reply to your|the story", STORY },
  { EN, "found|came|here ~ through|via my|a @other", REFERRAL },
  { ES, "me ~ hablo|recomendo|recomendaron|paso|mando|conto ~ de|tu|te|sobre|contigo", REFERRAL },
  { ES, "me hablo|recomendo|conto", REFERRAL },
  { ES, "mi @other|prima|primo|hermana|madre ~ contigo", REFERRAL },
  { ES, "vengo|voy de parte", REFERRAL },
  { ES, "tu|tus|su|la historia|historias|story|stories", STORY },
  { ES, "escribi|puse|deje ~ en|bajo|debajo ~ reel|video|publicacion|post", COMMENT },
  { ES, "la palabra ~ que|del|de", KEYWORD },
  { ES, "paso|dio ~ contacto|perfil|cuenta|insta", REFERRAL },
  { ES, "recomendo|recomendaron|recomendada|recomendado|recomendacion", REFERRAL },
  { ES, "comente|comentado", COMMENT },
  { ES, "tu|el|su ~ correo|email|newsletter|boletin", EMAIL },
  { ES, "webinar|masterclass|taller|directo", WEBINAR },
  { ES, "tu|el anuncio", AD },
  { PT, "indicou|recomendou|indicacao", REFERRAL },
  { PT, "passou|deu|mandou ~ contato|perfil|insta|instagram|numero", REFERRAL },
  { PT, "minha|meu @other ~ contigo|voce", REFERRAL },
  { PT, "me ~ falou|mandou|contou ~ de|sobre voce", REFERRAL },
  { PT, "comentei", COMMENT },
  { PT, "teu|seu|tua|sua|teus|seus story|stories|storie", STORY },
  { PT, "escrevi|deixei|coloquei ~ no|embaixo|debaixo ~ reel|video|post|publicacao", COMMENT },
  { PT, "a palavra ~ que|do|da", KEYWORD },
  { PT, "seu|teu|o ~ email|newsletter", EMAIL },
  { PT, "webinar|webinario|masterclass|aula|live|workshop|aulao", WEBINAR },
  { PT, "seu|teu|o|um anuncio", AD },
  { FR, "recommande|recommandee|conseille", REFERRAL },
  { FR, "m a|ont parle|envoye|envoyee ~ de|vers vous|toi", REFERRAL },
  { FR, "de la part", REFERRAL },
  { FR, "donne ~ votre|ton contact|nom|compte|profil", REFERRAL },
  { FR, "commente", COMMENT },
  { FR, "jure|jurent ~ par toi|vous", REFERRAL },
  { FR, "ta|votre|tes|vos story|stories", STORY },
  { FR, "ecrit|mis|laisse ~ sous|sur ~ reel|video|post|publication", COMMENT },
  { FR, "le mot ~ que|de|du", KEYWORD },
  { FR, "votre|ton|la ~ email|mail|newsletter", EMAIL },
  { FR, "webinaire|webinar|masterclass|atelier|conference|live", WEBINAR },
  { FR, "votre|ta|la|une pub|publicite|annonce", AD },
  { DE, "empfohlen|empfehlung", REFERRAL },
  { DE, "hat ~ von dir|ihnen erzahlt", REFERRAL },
  { DE, "schickt mich", REFERRAL },
  { DE, "auf dich|sie|euch gekommen|aufmerksam", REFERRAL },
  { DE, "von dir|ihnen erzahlt|geschwarmt", REFERRAL },
  { DE, "kommentiert", COMMENT },
  { DE, "schwort|schworen auf dich|sie|euch", REFERRAL },
  { DE, "deine|deiner|ihre|eure story|stories|storys", STORY },
  { DE, "unter ~ reel|video|post|beitrag ~ geschrieben|kommentiert|hinterlassen", COMMENT },
  { DE, "geschrieben ~ unter ~ reel|video|post|beitrag", COMMENT },
  { DE, "das wort ~ aus|das", KEYWORD },
  { DE, "dein*|ihr*|eur*|der|die|den ~ email|mail|newsletter", EMAIL },
  { DE, "webinar|masterclass|workshop|vortrag", WEBINAR },
  { DE, "dein*|ihr*|die|eine werbung|anzeige|ad", AD },
};

/* We write to somebody because of what they did just now: a comment, a post of theirs. */
static const AntePhrase approaches[] = {
  { EN,
    "saw|noticed|loved|liked|enjoyed|read|spotted|left|thanks ~ "
    "comment|post|posts|story|clip|reel|profile|bio|like|follow|following|video|page|caption",
    0 },
  { EN, "your comment|post|story|clip|reel|profile|bio ~", 0 },
  { ES, "vi|leiste|gracias ~ comentario|post|perfil|historia|seguirme", 0 },
  { PT, "vi|obrigada|obrigado ~ comentario|post|perfil|story|seguir", 0 },
  { FR, "vu|merci ~ commentaire|post|profil|story|suivre|abonnement", 0 },
  { DE, "gesehen|danke ~ kommentar|beitrag|profil|story|folgen", 0 },
};

/* We write again to somebody we know. */
static const AntePhrase returns[] = {
  { EN, "back in|when", 0 },
  { EN, "you wanted|said|told|mentioned|had|booked|planned|stopped", 0 },
  { EN, "we ~ spoke|talked|chatted|met|last", 0 },
  { EN,
    "last "
    "year|time|month|spring|summer|autumn|winter|fall|january|february|march|april|may|june|july|"
    "august|september|october|november|december",
    0 },
  { EN, "a while|months|weeks ago", 0 },
  { EN, "in @month you|we", 0 },
  { EN, "its been|been a ~ while|months|year", 0 },
  { EN, "hows|how s|is|did that|it|the going|go|coming", 0 },
  { EN, "checking in|back", 0 },
  { EN, "still ~ want|looking|interested|true|thinking|on your", 0 },
  { EN, "long time", 0 },
  { ES, "hace ~ hablamos|meses|tiempo", 0 },
  { ES, "me dijiste|contaste|querias", 0 },
  { ES, "en @month ~ hablamos|dijiste|querias", 0 },
  { ES, "sigues|todavia", 0 },
  { PT, "faz ~ tempo|meses", 0 },
  { PT, "voce ~ disse|queria|falou|comentou que", 0 },
  { PT, "em @month", 0 },
  { PT, "ainda ~ quer|pensa|esta", 0 },
  { FR, "on s etait|est parle", 0 },
  { FR, "il y a ~ mois|temps", 0 },
  { FR, "vous|tu aviez|avais|vouliez|voulais", 0 },
  { FR, "toujours ~ envie|d actualite", 0 },
  { DE, "wir hatten|haben ~ gesprochen|geschrieben", 0 },
  { DE, "im @month ~ wolltest|du|wir|sie", 0 },
  { DE, "du wolltest|hattest|meintest", 0 },
  { DE, "vor ~ monaten|wochen", 0 },
};

static gboolean
is_known (const char *kind)
{
  static const char *const wire[] = { "story_reply", "reel_comment", "dm_ad", "keyword", NULL };

  return kind != NULL && g_strv_contains (wire, kind);
}

/* The constant of ours for what the wire said. */
static const char *
intern (const char *kind)
{
  return g_str_equal (kind, "story_reply")    ? "story_reply"
         : g_str_equal (kind, "reel_comment") ? "reel_comment"
         : g_str_equal (kind, "dm_ad")        ? "dm_ad"
                                              : "keyword";
}

/* One word in capitals and nothing else is what a post asked people to send. */
static gboolean
is_keyword (const AnteLine *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line->text));
  gsize length = strlen (text);

  if (ante_line_n_words (line) != 1 || length < 3 || length > LONGEST_KEYWORD)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  }
  return !ante_word_is (ante_line_word (line, 0), "info|hey|help|lol|omg|hello|hola|yes|stop");
}

static gboolean
read_words (AnteReading *reading)
{
  guint seen = 0;

  for (guint i = 0; i < reading->talk->lines->len && seen < FIRST_LINES; i++) {
    const AnteLine *line = ANTE_READING_LINE (reading, i);
    const AntePhrase *phrase = NULL;
    AnteSpan span = { 0, 0 };

    if (!line->from_lead)
      continue;
    /* After the first, only a name that was dropped still tells: "Ana sent me". */
    phrase = ANTE_PHRASES_FIND (reading->talk, line, signs, &span);
    if (phrase != NULL &&
        (seen == 0 || (phrase->value == REFERRAL &&
                       ante_phrase_find (line, span.first, span.after,
                                         "you|your|youre|me|us|tu|ti|te|voce|toi|vous|dir|dich|"
                                         "recommended|recomendo|indicou|recommande|empfohlen",
                                         NULL)))) {
      reading->memory->source = (AnteMemoryState){ kinds[phrase->value], (int) i };
      return TRUE;
    }
    seen++;
  }
  return FALSE;
}

/**
 * ante_memory_read_source:
 *
 * Where the talk came from: what the wire tells of its first message, else who wrote first, else
 * what the lead says of it.
 */
void
ante_memory_read_source (AnteReading *reading)
{
  const AnteLine *first = NULL;

  if (reading->talk->lines->len == 0)
    return;
  first = ANTE_READING_LINE (reading, 0);
  if (is_known (reading->origin->kind)) {
    reading->memory->source = (AnteMemoryState){ intern (reading->origin->kind), 0 };
  } else if (!first->from_lead) {
    gboolean again = ANTE_PHRASES_HAVE (reading->talk, first, returns) &&
                     !ANTE_PHRASES_HAVE (reading->talk, first, approaches);

    reading->memory->source = (AnteMemoryState){ again ? "reactivation" : "outbound", 0 };
  } else if (is_keyword (first)) {
    reading->memory->source = (AnteMemoryState){ "keyword", 0 };
  } else if (!read_words (reading)) {
    reading->memory->source = (AnteMemoryState){ "inbound", 0 };
  }
}
