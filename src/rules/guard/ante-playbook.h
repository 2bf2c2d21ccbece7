#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ANTE_PLAYBOOK_ERROR (ante_playbook_error_quark ())

typedef enum {
  ANTE_PLAYBOOK_ERROR_JSON,  /* no JSON, or of a shape that is not read */
  ANTE_PLAYBOOK_ERROR_FIELD, /* a member is missing or wrong; the message begins with its path */
} AntePlaybookError;

GQuark ante_playbook_error_quark (void);

/* When a price of ours may be told in a message. */
typedef enum {
  ANTE_DISCLOSE_ALLOWED,
  ANTE_DISCLOSE_AFTER_QUALIFIED,
  ANTE_DISCLOSE_NEVER_IN_DM,
} AnteDisclosure;

/**
 * AntePrice:
 * @count: how many payments; 1 for all at once
 * @minor: each of them, in hundredths
 * @currency: ISO 4217
 * @period: (nullable): what lies between them: "month", "week", "day"
 */
typedef struct {
  guint count;
  gint64 minor;
  char *currency;
  char *period;
} AntePrice;

/**
 * AnteOffer:
 * @duration_unit: (nullable): "day", "week", "month"
 * @valid_from: yyyymmdd; 0 for an open end, as in @valid_until
 * @never_promise: what is never said of it
 * @links: where it can be read about
 * @price_words: (nullable): how its price is told
 * @example: it came with a starter and is not the coach's yet
 */
typedef struct {
  char *id;
  char *name;
  char **aliases;
  guint duration;
  char *duration_unit;
  GPtrArray *prices; /* (element-type AntePrice) */
  char **includes;
  int valid_from;
  int valid_until;
  char **never_promise;
  char **links;
  char *price_words;
  gboolean example;
} AnteOffer;

typedef struct {
  char *code;
  double percent;
  char *requires_tag;
  int valid_until;
} AnteDiscount;

typedef struct {
  gboolean refundable;
  guint days;
  char *counted_from;
  char *text;
} AnteRefundPolicy;

typedef struct {
  guint cohort_size;
  int cohort_start;
  char *text;
} AnteScarcity;

typedef struct {
  char *host;
  char *path_prefix;
} AnteAllowedUrl;

/* 0 of a limit means none of that; a limit that is not given is G_MAXUINT. */
typedef struct {
  guint max_chars;
  guint max_emojis;
  guint max_exclamations;
  guint max_caps_words;
  gboolean hashtags;
  char **banned;
} AnteVoice;

/**
 * AntePlaybook:
 *
 * What a coach sells, may say and never says. Read once, never changed: an edit makes the next one.
 */
typedef struct {
  gint64 version;
  char *niche;
  char *coach_name;
  char *coach_handle;
  char *business;
  char **languages;
  char *currency;
  char *delivery;
  AnteDisclosure disclosure;
  GPtrArray *offers; /* (element-type AnteOffer) */
  char **free_offers;
  GPtrArray *discounts; /* (element-type AnteDiscount) */
  AnteRefundPolicy *refund;
  char *guarantee;
  AnteScarcity *scarcity;
  char **approved_claims;
  GPtrArray *urls; /* (element-type AnteAllowedUrl) */
  char **contacts;
  gboolean payment_in_dm;
  AnteVoice voice;
  char **escalate_on;
  gboolean escalates_all; /* "escalate_on" was not given */
} AntePlaybook;

AntePlaybook *ante_playbook_parse (const char *json, gssize length, GError **error);
/* {"profiles": {NAME: …}}: (element-type utf8 AntePlaybook), and those that cannot be read with the
 * reason in @broken (element-type utf8 utf8). */
GHashTable *
ante_playbook_parse_all (const char *json, gssize length, GHashTable *broken, GError **error);
void ante_playbook_free (AntePlaybook *self);

gboolean ante_offer_is_valid (const AnteOffer *offer, int day);
gboolean ante_playbook_escalates (const AntePlaybook *self, const char *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePlaybook, ante_playbook_free)

G_END_DECLS
