#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-guard-cues.h"

#include "rules/guard/ante-guard-net.h"

#include <string.h>

static const AnteCueTable *const tables[] = {
  ante_words_care,  ante_words_contact, ante_words_tamper,  ante_words_client,
  ante_words_money, ante_words_gift,    ante_words_promise, ante_words_health,
  ante_words_proof, ante_words_form,    ante_words_call,
};

/* What people hide from filters, by its beginning. */
static const char *const hidden[] = {
  "guarant",  "garant",   "promis",  "refund", "discount", "free",    "price",   "percent",
  "whatsapp", "telegram", "paypal",  "venmo",  "zelle",    "cashapp", "bitcoin", "crypto",
  "dollar",   "money",    "risk",    "cure",   "heal",     "result",  "bonus",   "ignore",
  "previous", "instruct", "system",  "prompt", "rules",    "jailbr",  "suicid",  "kill",
  "myself",   "unaliv",   "overdos", "secret", "password", "offer",   "cheap",   "gratis",
  "gratuit",  "descuent", "descont", "rabatt", "remise",   "admin",   "overrid", "stop",
  "unsubscr", "medic",    "insulin", "fluent", "income",   "client",  "deal",    "trial",
  "weight",   "sale",     "code",    "link",   "email",    "gmail",   "signal",  "hate",
  "thirt",    "fort",     "fift",    "sixt",   "sevent",   "eight",   "ninet",   "hundred",
  "thousand", "pounds",   "euros",   "twent",  "scam",     "fraud",   "idiot",   "bitch",
  "fuck",     "shit",     "nudes",   "cash",
};

gboolean
ante_guard_cues_hide (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++) {
    if (g_str_has_prefix (word, hidden[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_of_side (AnteCue cue, AnteSide side)
{
  gboolean lead = cue <= ANTE_CUE_SPENDS;

  /* A question for a refund gives its meaning to our answer. */
  return side == ANTE_SIDE_LEAD ? lead || cue == ANTE_CUE_REFUND : !lead;
}

static gpointer
make_net (gpointer data)
{
  AnteSide side = (AnteSide) GPOINTER_TO_INT (data);
  AnteGuardNet *net = ante_guard_net_new ();

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++) {
    for (const AnteCueTable *table = tables[t]; table->rows != NULL; table++) {
      for (guint i = 0; is_of_side (table->cue, side) && table->rows[i] != NULL; i++) {
        const char *words = table->rows[i];
        AnteNetRow row = { table->cue, *words == '!', *words == '+' };

        ante_guard_net_add (net, &row, words + (row.excepts || row.firm ? 1 : 0));
      }
    }
  }
  ante_guard_net_finish (net);
  return net;
}

/* Made once and never changed, so that all threads may read it. */
static const AnteGuardNet *
get_net (AnteSide side)
{
  static GOnce once[ANTE_SIDE_NONE] = { G_ONCE_INIT, G_ONCE_INIT };

  return g_once (&once[side], make_net, GINT_TO_POINTER (side));
}

char *
ante_guard_cues_check (void)
{
  const char *wrong = ante_guard_net_wrong (get_net (ANTE_SIDE_LEAD));

  return g_strdup (wrong != NULL ? wrong : ante_guard_net_wrong (get_net (ANTE_SIDE_DRAFT)));
}

static gboolean
is_excepted (const AnteHit *hit, const GArray * not )
{
  for (guint i = 0; i < not ->len; i++) {
    const AnteHit *other = &g_array_index (not, AnteHit, i);

    if (other->cue == hit->cue && other->first < hit->after && hit->first < other->after)
      return TRUE;
  }
  return FALSE;
}

GArray *
ante_guard_cues_find (const AnteLine *line, AnteSide side)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AnteHit));
  g_autoptr (GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (AnteHit));
  guint kept = 0;

  if (side != ANTE_SIDE_NONE)
    ante_guard_net_walk (get_net (side), line, hits, exceptions);
  for (guint i = 0; i < hits->len; i++) {
    const AnteHit *hit = &g_array_index (hits, AnteHit, i);

    if (!is_excepted (hit, exceptions))
      g_array_index (hits, AnteHit, kept++) = *hit;
  }
  g_array_set_size (hits, kept);
  return hits;
}
