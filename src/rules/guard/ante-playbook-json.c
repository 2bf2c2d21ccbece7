#define G_LOG_DOMAIN "ante-rules"

#include "config.h"

#include "rules/guard/ante-playbook-json.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define MOST_BYTES (4 * 1024 * 1024)
#define DEEPEST 24
#define MOST_ITEMS 500
#define LONGEST_TEXT 4000

/* Where the reader is, for the errors: "offers[1].prices[0].amount". The first error stays. */
typedef struct {
  GString *path;
  GError **error;
  gboolean failed;
} Reader;

static void G_GNUC_PRINTF (3, 4) fail (Reader *reader, const char *name, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (reader->failed)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  reader->failed = TRUE;
  g_set_error (reader->error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_FIELD, "%s%s%s: %s",
               reader->path->str, reader->path->len > 0 && *name != '\0' ? "." : "", name, what);
}

static gsize
enter (Reader *reader, const char *name)
{
  gsize before = reader->path->len;

  if (before > 0)
    g_string_append_c (reader->path, '.');
  g_string_append (reader->path, name);
  return before;
}

static JsonNode *
member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static char *
read_text (Reader *reader, JsonObject *object, const char *name, gboolean needed)
{
  JsonNode *node = member (object, name);

  if (node == NULL) {
    if (needed)
      fail (reader, name, "is missing; it is a text");
    return NULL;
  }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
    fail (reader, name, "is no text");
    return NULL;
  }
  if (strlen (json_node_get_string (node)) > LONGEST_TEXT) {
    fail (reader, name, "is longer than %d bytes", LONGEST_TEXT);
    return NULL;
  }
  return json_node_dup_string (node);
}

static gboolean
read_number (Reader *reader, JsonObject *object, const char *name, gboolean needed, double *number)
{
  JsonNode *node = member (object, name);
  GType type =
    node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (node == NULL) {
    if (needed)
      fail (reader, name, "is missing; it is a number");
    return FALSE;
  }
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) {
    fail (reader, name, "is no number");
    return FALSE;
  }
  *number = json_node_get_double (node);
  if (!isfinite (*number) || *number < 0 || *number > 1e12) {
    fail (reader, name, "is out of range");
    return FALSE;
  }
  return TRUE;
}

static guint
read_count (Reader *reader, JsonObject *object, const char *name, gboolean needed, guint fallback)
{
  double number = 0;

  if (!read_number (reader, object, name, needed, &number))
    return fallback;
  if (number != floor (number) || number > 1e6) {
    fail (reader, name, "is no count");
    return fallback;
  }
  return (guint) number;
}

static gboolean
read_boolean (Reader *reader, JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN) {
    fail (reader, name, "is neither true nor false");
    return FALSE;
  }
  return json_node_get_boolean (node);
}

static int
read_day (Reader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = read_text (reader, object, name, FALSE);
  int day = 0;

  if (text == NULL)
    return 0;
  for (guint i = 0; i < 10; i++) {
    gboolean dash = i == 4 || i == 7;

    if (dash ? text[i] != '-' : !g_ascii_isdigit (text[i])) {
      fail (reader, name, "is no day such as 2027-01-31");
      return 0;
    }
    if (!dash)
      day = day * 10 + (text[i] - '0');
  }
  if ((text[10] != '\0' && text[10] != 'T') ||
      !g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                         (GDateYear) (day / 10000))) {
    fail (reader, name, "is no day such as 2027-01-31");
    return 0;
  }
  return day;
}

static JsonArray *
read_array (Reader *reader, JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    fail (reader, name, "is no list");
    return NULL;
  }
  if (json_array_get_length (json_node_get_array (node)) > MOST_ITEMS) {
    fail (reader, name, "has more than %d entries", MOST_ITEMS);
    return NULL;
  }
  return json_node_get_array (node);
}

/* Never NULL: a list that is not there is empty. */
static char **
read_texts (Reader *reader, JsonObject *object, const char *name)
{
  JsonArray *array = read_array (reader, object, name);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
        strlen (json_node_get_string (node)) > LONGEST_TEXT) {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);

      fail (reader, place, "is no text of bearable length");
      break;
    }
    g_ptr_array_add (texts, json_node_dup_string (node));
  }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

static JsonObject *
read_object (Reader *reader, JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    fail (reader, name, "is no object");
    return NULL;
  }
  return json_node_get_object (node);
}

typedef void (*ReadItem) (Reader *reader, JsonObject *item, gpointer data);

static void
read_items (Reader *reader, JsonObject *object, const char *name, ReadItem read_item, gpointer data)
{
  JsonArray *array = read_array (reader, object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array) && !reader->failed; i++) {
    JsonNode *node = json_array_get_element (array, i);
    g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
    gsize before = enter (reader, place);

    if (JSON_NODE_HOLDS_OBJECT (node))
      read_item (reader, json_node_get_object (node), data);
    else
      fail (reader, "", "is no object");
    g_string_truncate (reader->path, before);
  }
}

static char *
read_currency (Reader *reader, JsonObject *object, const char *name)
{
  g_autofree char *text = read_text (reader, object, name, TRUE);

  if (text == NULL)
    return NULL;
  if (strlen (text) != 3 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]) ||
      !g_ascii_isupper (text[2])) {
    fail (reader, name, "is no currency such as EUR");
    return NULL;
  }
  return g_steal_pointer (&text);
}

static void
read_price (Reader *reader, JsonObject *item, gpointer data)
{
  AnteOffer *offer = data;
  g_autofree char *kind = read_text (reader, item, "kind", TRUE);
  AntePrice *price = g_new0 (AntePrice, 1);
  double amount = 0;

  g_ptr_array_add (offer->prices, price);
  price->currency = read_currency (reader, item, "currency");
  if (read_number (reader, item, "amount", TRUE, &amount))
    price->minor = (gint64) llround (amount * 100);
  price->count = 1;
  if (g_strcmp0 (kind, "installments") == 0) {
    price->count = read_count (reader, item, "count", TRUE, 0);
    price->period = read_text (reader, item, "period", FALSE);
    if (price->count < 2 && !reader->failed)
      fail (reader, "count", "is less than 2 for a plan of payments");
  } else if (kind != NULL && g_strcmp0 (kind, "full") != 0) {
    fail (reader, "kind", "is neither full nor installments");
  }
}

static void
read_offer (Reader *reader, JsonObject *item, gpointer data)
{
  AntePlaybook *playbook = data;
  AnteOffer *offer = ante_offer_new ();
  JsonObject *duration = NULL;

  g_ptr_array_add (playbook->offers, offer);
  offer->id = read_text (reader, item, "id", FALSE);
  offer->name = read_text (reader, item, "name", TRUE);
  offer->aliases = read_texts (reader, item, "aliases");
  offer->includes = read_texts (reader, item, "includes");
  offer->valid_from = read_day (reader, item, "valid_from");
  offer->valid_until = read_day (reader, item, "valid_until");
  if ((duration = read_object (reader, item, "duration")) != NULL) {
    offer->duration = read_count (reader, duration, "value", TRUE, 0);
    offer->duration_unit = read_text (reader, duration, "unit", TRUE);
  }
  read_items (reader, item, "prices", read_price, offer);
}

static void
read_discount (Reader *reader, JsonObject *item, gpointer data)
{
  AntePlaybook *playbook = data;
  AnteDiscount *discount = g_new0 (AnteDiscount, 1);

  g_ptr_array_add (playbook->discounts, discount);
  discount->code = read_text (reader, item, "code", FALSE);
  read_number (reader, item, "percent", TRUE, &discount->percent);
  discount->requires_tag = read_text (reader, item, "requires_tag", FALSE);
  discount->valid_until = read_day (reader, item, "valid_until");
}

static void
read_url (Reader *reader, JsonObject *item, gpointer data)
{
  AntePlaybook *playbook = data;
  AnteAllowedUrl *url = g_new0 (AnteAllowedUrl, 1);

  g_ptr_array_add (playbook->urls, url);
  url->host = read_text (reader, item, "host", TRUE);
  url->path_prefix = read_text (reader, item, "path_prefix", FALSE);
}

static void
read_policies (Reader *reader, JsonObject *object, AntePlaybook *playbook)
{
  JsonObject *refund = read_object (reader, object, "refund_policy");
  JsonObject *scarcity = read_object (reader, object, "scarcity");
  gsize before = 0;

  if (refund != NULL) {
    before = enter (reader, "refund_policy");
    playbook->refund = g_new0 (AnteRefundPolicy, 1);
    playbook->refund->refundable = read_boolean (reader, refund, "refundable");
    playbook->refund->days = read_count (reader, refund, "days", FALSE, 0);
    playbook->refund->counted_from = read_text (reader, refund, "counted_from", FALSE);
    playbook->refund->text = read_text (reader, refund, "text", FALSE);
    g_string_truncate (reader->path, before);
  }
  if (scarcity != NULL) {
    before = enter (reader, "scarcity");
    playbook->scarcity = g_new0 (AnteScarcity, 1);
    playbook->scarcity->cohort_size = read_count (reader, scarcity, "cohort_size", FALSE, 0);
    playbook->scarcity->cohort_start = read_day (reader, scarcity, "cohort_start");
    playbook->scarcity->text = read_text (reader, scarcity, "text", FALSE);
    g_string_truncate (reader->path, before);
  }
}

static void
read_voice (Reader *reader, JsonObject *object, AnteVoice *voice)
{
  JsonObject *member_object = read_object (reader, object, "voice");
  gsize before = 0;

  *voice = (AnteVoice){ G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT, TRUE, NULL };
  if (member_object == NULL)
    return;
  before = enter (reader, "voice");
  voice->max_chars = read_count (reader, member_object, "max_chars", FALSE, G_MAXUINT);
  voice->max_emojis = read_count (reader, member_object, "max_emojis", FALSE, G_MAXUINT);
  voice->max_exclamations =
    read_count (reader, member_object, "max_exclamation_marks", FALSE, G_MAXUINT);
  voice->max_caps_words = read_count (reader, member_object, "max_caps_words", FALSE, G_MAXUINT);
  if (member (member_object, "hashtags") != NULL)
    voice->hashtags = read_boolean (reader, member_object, "hashtags");
  voice->banned = read_texts (reader, member_object, "banned_phrases");
  g_string_truncate (reader->path, before);
}

static void
read_disclosure (Reader *reader, JsonObject *object, AntePlaybook *playbook)
{
  static const char *const names[] = { "allowed", "after_qualified", "never_in_dm" };
  g_autofree char *text = read_text (reader, object, "price_disclosure", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_strcmp0 (text, names[i]) == 0) {
      playbook->disclosure = (AnteDisclosure) i;
      return;
    }
  }
  if (text != NULL)
    fail (reader, "price_disclosure", "is none of allowed, after_qualified, never_in_dm");
}

static void
read_playbook (Reader *reader, JsonObject *object, AntePlaybook *playbook)
{
  JsonObject *coach = read_object (reader, object, "coach");

  playbook->version = read_count (reader, object, "version", TRUE, 0);
  playbook->niche = read_text (reader, object, "niche", FALSE);
  if (coach != NULL) {
    gsize before = enter (reader, "coach");

    playbook->coach_name = read_text (reader, coach, "name", FALSE);
    playbook->coach_handle = read_text (reader, coach, "handle", FALSE);
    playbook->business = read_text (reader, coach, "business", FALSE);
    g_string_truncate (reader->path, before);
  }
  playbook->languages = read_texts (reader, object, "languages");
  if (playbook->languages[0] == NULL)
    fail (reader, "languages", "is missing or empty; it lists codes such as \"en\"");
  playbook->currency = read_currency (reader, object, "currency");
  playbook->delivery = read_text (reader, object, "delivery", FALSE);
  read_disclosure (reader, object, playbook);
  if (member (object, "offers") == NULL)
    fail (reader, "offers", "is missing; it is a list, which may be empty");
  read_items (reader, object, "offers", read_offer, playbook);
  playbook->free_offers = read_texts (reader, object, "free_offers");
  read_items (reader, object, "discounts", read_discount, playbook);
  read_policies (reader, object, playbook);
  playbook->guarantee = read_text (reader, object, "guarantee", FALSE);
  playbook->approved_claims = read_texts (reader, object, "approved_claims");
  read_items (reader, object, "allowed_urls", read_url, playbook);
  playbook->contacts = read_texts (reader, object, "allowed_contacts");
  playbook->payment_in_dm = read_boolean (reader, object, "payment_in_dm");
  read_voice (reader, object, &playbook->voice);
  playbook->escalates_all = member (object, "escalate_on") == NULL;
  playbook->escalate_on = read_texts (reader, object, "escalate_on");
}

static AntePlaybook *
read_root (JsonObject *object, const char *path, GError **error)
{
  g_autoptr (GString) where = g_string_new (path);
  g_autoptr (AntePlaybook) playbook = ante_playbook_new ();
  Reader reader = { where, error, FALSE };

  read_playbook (&reader, object, playbook);
  return reader.failed ? NULL : g_steal_pointer (&playbook);
}

/* The parser recurses: a file of brackets would overflow the stack. */
static gboolean
is_flat_enough (const char *text, gsize length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++) {
    if (in_string && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      in_string = !in_string;
    else if (!in_string && (text[i] == '{' || text[i] == '[') && ++depth > DEEPEST)
      return FALSE;
    else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
      depth--;
  }
  return TRUE;
}

static JsonObject *
parse_object (const char *json, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (json) : (gsize) length;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = NULL;

  if (size > MOST_BYTES || !g_utf8_validate (json, (gssize) size, NULL) ||
      !is_flat_enough (json, size)) {
    g_set_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_JSON,
                 "the playbook is too large, too deep or no UTF-8");
    return NULL;
  }
  if (!json_parser_load_from_data (parser, json, (gssize) size, error)) {
    g_prefix_error (error, "the playbook is no JSON: ");
    return NULL;
  }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error (error, ANTE_PLAYBOOK_ERROR, ANTE_PLAYBOOK_ERROR_JSON,
                 "the playbook is no JSON object");
    return NULL;
  }
  return json_object_ref (json_node_get_object (root));
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
  g_autoptr (JsonObject) object = parse_object (json, length, error);

  return object != NULL ? read_root (object, "", error) : NULL;
}

GHashTable *
ante_playbook_parse_all (const char *json, gssize length, GHashTable *broken, GError **error)
{
  g_autoptr (JsonObject) root = parse_object (json, length, error);
  JsonNode *node = root != NULL ? member (root, "profiles") : NULL;
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
