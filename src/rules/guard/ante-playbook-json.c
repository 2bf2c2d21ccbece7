#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-playbook-json.h"

#include "rules/guard/ante-playbook-reader.h"

#include <math.h>
#include <string.h>

static char *
read_currency (AntePlaybookReader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = ante_playbook_read_text (reader, object, name, TRUE);

  if (text == NULL)
    return NULL;
  if (strlen (text) != 3 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]) ||
      !g_ascii_isupper (text[2])) {
    ante_playbook_reader_fail (reader, name, "is no currency such as EUR");
    return NULL;
  }
  return g_steal_pointer (&text);
}

static void
read_price (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  AnteOffer *offer = data;
  g_autofree char *kind = ante_playbook_read_text (reader, item, "kind", TRUE);
  AntePrice *price = g_new0 (AntePrice, 1);
  double amount = 0;

  g_ptr_array_add (offer->prices, price);
  price->currency = read_currency (reader, item, "currency");
  if (ante_playbook_read_number (reader, item, "amount", TRUE, &amount))
    price->minor = (gint64) llround (amount * 100);
  price->count = 1;
  if (g_strcmp0 (kind, "installments") == 0) {
    price->count = ante_playbook_read_count (reader, item, "count", TRUE, 0);
    price->period = ante_playbook_read_text (reader, item, "period", FALSE);
    if (price->count < 2)
      ante_playbook_reader_fail (reader, "count", "is less than 2 for a plan of payments");
  } else if (kind != NULL && g_strcmp0 (kind, "full") != 0) {
    ante_playbook_reader_fail (reader, "kind", "is neither full nor installments");
  }
}

static void
read_offer (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  AntePlaybook *playbook = data;
  AnteOffer *offer = ante_offer_new ();
  JsonObject *duration = NULL;

  g_ptr_array_add (playbook->offers, offer);
  offer->id = ante_playbook_read_text (reader, item, "id", FALSE);
  offer->name = ante_playbook_read_text (reader, item, "name", TRUE);
  offer->aliases = ante_playbook_read_texts (reader, item, "aliases");
  offer->includes = ante_playbook_read_texts (reader, item, "includes");
  offer->never_promise = ante_playbook_read_texts (reader, item, "never_promise");
  offer->links = ante_playbook_read_texts (reader, item, "links");
  offer->example = ante_playbook_read_boolean (reader, item, "example", FALSE);
  offer->price_words = ante_playbook_read_text (reader, item, "price_words", FALSE);
  offer->valid_from = ante_playbook_read_day (reader, item, "valid_from");
  offer->valid_until = ante_playbook_read_day (reader, item, "valid_until");
  if ((duration = ante_playbook_read_object (reader, item, "duration")) != NULL) {
    offer->duration = ante_playbook_read_count (reader, duration, "value", TRUE, 0);
    offer->duration_unit = ante_playbook_read_text (reader, duration, "unit", TRUE);
  }
  ante_playbook_read_items (reader, item, "prices", read_price, offer);
}

static void
read_discount (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  AntePlaybook *playbook = data;
  AnteDiscount *discount = g_new0 (AnteDiscount, 1);

  g_ptr_array_add (playbook->discounts, discount);
  discount->code = ante_playbook_read_text (reader, item, "code", FALSE);
  ante_playbook_read_number (reader, item, "percent", TRUE, &discount->percent);
  discount->requires_tag = ante_playbook_read_text (reader, item, "requires_tag", FALSE);
  discount->valid_until = ante_playbook_read_day (reader, item, "valid_until");
}

static void
read_url (AntePlaybookReader *reader, JsonObject *item, gpointer data)
{
  AntePlaybook *playbook = data;
  AnteAllowedUrl *url = g_new0 (AnteAllowedUrl, 1);

  g_ptr_array_add (playbook->urls, url);
  url->host = ante_playbook_read_text (reader, item, "host", TRUE);
  url->path_prefix = ante_playbook_read_text (reader, item, "path_prefix", FALSE);
}

static void
read_policies (AntePlaybookReader *reader, JsonObject *object, AntePlaybook *playbook)
{
  JsonObject *refund = ante_playbook_read_object (reader, object, "refund_policy");
  JsonObject *scarcity = ante_playbook_read_object (reader, object, "scarcity");
  gsize before = 0;

  if (refund != NULL) {
    before = ante_playbook_reader_enter (reader, "refund_policy");
    playbook->refund = g_new0 (AnteRefundPolicy, 1);
    playbook->refund->refundable = ante_playbook_read_boolean (reader, refund, "refundable", FALSE);
    playbook->refund->days = ante_playbook_read_count (reader, refund, "days", FALSE, 0);
    playbook->refund->counted_from =
      ante_playbook_read_text (reader, refund, "counted_from", FALSE);
    playbook->refund->text = ante_playbook_read_text (reader, refund, "text", FALSE);
    ante_playbook_reader_leave (reader, before);
  }
  if (scarcity != NULL) {
    before = ante_playbook_reader_enter (reader, "scarcity");
    playbook->scarcity = g_new0 (AnteScarcity, 1);
    playbook->scarcity->cohort_size =
      ante_playbook_read_count (reader, scarcity, "cohort_size", FALSE, 0);
    playbook->scarcity->cohort_start = ante_playbook_read_day (reader, scarcity, "cohort_start");
    playbook->scarcity->text = ante_playbook_read_text (reader, scarcity, "text", FALSE);
    ante_playbook_reader_leave (reader, before);
  }
}

static void
read_voice (AntePlaybookReader *reader, JsonObject *object, AnteVoice *voice)
{
  JsonObject *member_object = ante_playbook_read_object (reader, object, "voice");
  gsize before = 0;

  *voice = (AnteVoice){ G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT, TRUE, NULL };
  if (member_object == NULL)
    return;
  before = ante_playbook_reader_enter (reader, "voice");
  voice->max_chars =
    ante_playbook_read_count (reader, member_object, "max_chars", FALSE, G_MAXUINT);
  voice->max_emojis =
    ante_playbook_read_count (reader, member_object, "max_emojis", FALSE, G_MAXUINT);
  voice->max_exclamations =
    ante_playbook_read_count (reader, member_object, "max_exclamation_marks", FALSE, G_MAXUINT);
  voice->max_caps_words =
    ante_playbook_read_count (reader, member_object, "max_caps_words", FALSE, G_MAXUINT);
  voice->hashtags = ante_playbook_read_boolean (reader, member_object, "hashtags", TRUE);
  voice->banned = ante_playbook_read_texts (reader, member_object, "banned_phrases");
  ante_playbook_reader_leave (reader, before);
}

void
ante_playbook_read_profile (AntePlaybookReader *reader, JsonObject *object, AntePlaybook *playbook)
{
  static const char *const disclosures[] = { "allowed", "after_qualified", "never_in_dm", NULL };
  JsonObject *coach = ante_playbook_read_object (reader, object, "coach");

  playbook->version = ante_playbook_read_count (reader, object, "version", TRUE, 0);
  playbook->niche = ante_playbook_read_text (reader, object, "niche", FALSE);
  if (coach != NULL) {
    gsize before = ante_playbook_reader_enter (reader, "coach");

    playbook->coach_name = ante_playbook_read_text (reader, coach, "name", FALSE);
    playbook->coach_handle = ante_playbook_read_text (reader, coach, "handle", FALSE);
    playbook->business = ante_playbook_read_text (reader, coach, "business", FALSE);
    ante_playbook_reader_leave (reader, before);
  }
  playbook->languages = ante_playbook_read_texts (reader, object, "languages");
  if (playbook->languages[0] == NULL)
    ante_playbook_reader_fail (reader, "languages",
                               "is missing or empty; it lists codes such as \"en\"");
  playbook->currency = read_currency (reader, object, "currency");
  playbook->delivery = ante_playbook_read_text (reader, object, "delivery", FALSE);
  playbook->disclosure = (AnteDisclosure) ante_playbook_read_word (
    reader, object, "price_disclosure", TRUE, disclosures, ANTE_DISCLOSE_NEVER_IN_DM);
  if (ante_playbook_member (object, "offers") == NULL)
    ante_playbook_reader_fail (reader, "offers", "is missing; it is a list, which may be empty");
  ante_playbook_read_items (reader, object, "offers", read_offer, playbook);
  playbook->free_offers = ante_playbook_read_texts (reader, object, "free_offers");
  ante_playbook_read_items (reader, object, "discounts", read_discount, playbook);
  read_policies (reader, object, playbook);
  playbook->guarantee = ante_playbook_read_text (reader, object, "guarantee", FALSE);
  playbook->approved_claims = ante_playbook_read_texts (reader, object, "approved_claims");
  ante_playbook_read_items (reader, object, "allowed_urls", read_url, playbook);
  playbook->contacts = ante_playbook_read_texts (reader, object, "allowed_contacts");
  playbook->payment_in_dm = ante_playbook_read_boolean (reader, object, "payment_in_dm", FALSE);
  read_voice (reader, object, &playbook->voice);
  playbook->escalates_all = ante_playbook_member (object, "escalate_on") == NULL;
  playbook->escalate_on = ante_playbook_read_texts (reader, object, "escalate_on");
}

static AntePlaybook *
read_root (JsonObject *object, const char *path, GError **error)
{
  g_auto (AntePlaybookReader) reader = { 0 };
  g_autoptr (AntePlaybook) playbook = ante_playbook_new ();

  ante_playbook_reader_init (&reader, path);
  ante_playbook_read_profile (&reader, object, playbook);
  return ante_playbook_reader_finish (&reader, error) ? g_steal_pointer (&playbook) : NULL;
}

/**
 * ante_playbook_parse:
 * @json: one playbook; members that are not known are let be
 * @length: its bytes, or -1
 *
 * Returns: (transfer full) (nullable): the playbook; the error names the member by its path
 */
AntePlaybook *
ante_playbook_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonObject) object = ante_playbook_parse_object (json, length, error);

  return object != NULL ? read_root (object, "", error) : NULL;
}

GHashTable *
ante_playbook_parse_all (const char *json, gssize length, GHashTable *broken, GError **error)
{
  g_autoptr (JsonObject) root = ante_playbook_parse_object (json, length, error);
  JsonNode *node = root != NULL ? ante_playbook_member (root, "profiles") : NULL;
  g_autoptr (GHashTable) all =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ante_playbook_free);
  g_autoptr (GList) names = NULL;

  if (root == NULL)
    return NULL;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)) {
    g_set_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_FIELD,
                 "profiles: is missing; it is an object with a playbook a name");
    return NULL;
  }
  names = json_object_get_members (json_node_get_object (node));
  for (GList *l = names; l != NULL; l = l->next) {
    JsonNode *one = json_object_get_member (json_node_get_object (node), l->data);
    g_autofree char *path = g_strdup_printf ("profiles.%s", (const char *) l->data);
    g_autoptr (GError) cause = NULL;
    AntePlaybook *playbook = NULL;

    if (JSON_NODE_HOLDS_OBJECT (one))
      playbook = read_root (json_node_get_object (one), path, &cause);
    if (playbook != NULL)
      g_hash_table_insert (all, g_strdup (l->data), playbook);
    else
      g_hash_table_insert (broken, g_strdup (l->data),
                           g_strdup (cause != NULL ? cause->message : "is no object"));
  }
  return g_steal_pointer (&all);
}
