#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/playbook/ante-form-field.h"

/* What the forms of the playbook hold: data/playbooks/README.md has the document. */

#define TEXT(name_, title_, help_)                                                                 \
  {                                                                                                \
    .kind = ANTE_FORM_TEXT, .name = name_, .title = title_, .help = help_                          \
  }
#define LONG(name_, title_, help_)                                                                 \
  {                                                                                                \
    .kind = ANTE_FORM_LONG, .name = name_, .title = title_, .help = help_                          \
  }
#define NUMBER(name_, title_, help_)                                                               \
  {                                                                                                \
    .kind = ANTE_FORM_NUMBER, .name = name_, .title = title_, .help = help_                        \
  }
#define TEXTS(name_, title_, help_)                                                                \
  {                                                                                                \
    .kind = ANTE_FORM_TEXTS, .name = name_, .title = title_, .help = help_                         \
  }
#define FLAG(name_, title_, yes_)                                                                  \
  {                                                                                                \
    .kind = ANTE_FORM_FLAG, .name = name_, .title = title_, .yes = yes_                            \
  }
#define CHOICE(name_, title_, choices_)                                                            \
  {                                                                                                \
    .kind = ANTE_FORM_CHOICE, .name = name_, .title = title_, .choices = choices_                  \
  }
#define LIST(name_, title_, help_, entry_, label_, fields_)                                        \
  {                                                                                                \
    .kind = ANTE_FORM_LIST, .name = name_, .title = title_, .help = help_, .entry = entry_,        \
    .label = label_, .fields = fields_                                                             \
  }
/* Which conversations an entry is about: all that is told must hold. */
#define SCOPE                                                                                      \
  CHOICE ("intent", N_ ("What They Are After"), intents),                                          \
    CHOICE ("source", N_ ("Where They Came From"), sources),                                       \
    CHOICE ("stage", N_ ("Stage"), stages),                                                        \
    TEXT ("offer", N_ ("Offer"), N_ ("Its short name in the document")),                           \
    TEXT ("person", N_ ("Handle"), NULL)
#define END                                                                                        \
  {                                                                                                \
    .name = NULL                                                                                   \
  }

static const AnteFormChoice intents[] = {
  { "", N_ ("Any") },
  { "greeting", N_ ("Says hello") },
  { "info", N_ ("Wants to know what is offered") },
  { "price", N_ ("Asks the price") },
  { "question", N_ ("Asks something else") },
  { "objection", N_ ("Raises an objection") },
  { "booking", N_ ("Wants to book") },
  { "answer", N_ ("Answers our question") },
  { "thanks", N_ ("Thanks") },
  { "follow-up", N_ ("We follow up") },
  { "complaint", N_ ("Complains") },
  { "judgment", N_ ("Needs judgment") },
  { NULL },
};

static const AnteFormChoice sources[] = {
  { "", N_ ("Any") },
  { "story-reply", N_ ("Story reply") },
  { "comment", N_ ("Comment") },
  { "dm-ad", N_ ("DM ad") },
  { "keyword", N_ ("Keyword") },
  { "outbound", N_ ("Outbound") },
  { "referral", N_ ("Referral") },
  { "reactivation", N_ ("Reactivation") },
  { "email", N_ ("Email or webinar") },
  { "organic", N_ ("Organic") },
  { "unknown", N_ ("Unknown") },
  { NULL },
};

static const AnteFormChoice stages[] = {
  { "", N_ ("Any") },
  { "new-inbound", N_ ("New inbound") },
  { "active", N_ ("Active conversation") },
  { "qualifying", N_ ("Qualifying") },
  { "coach-review", N_ ("Needs coach review") },
  { "qualified", N_ ("Qualified") },
  { "booked", N_ ("Booked") },
  { "no-show-risk", N_ ("No-show risk") },
  { "nurture", N_ ("Nurture") },
  { "not-a-fit", N_ ("Not a fit") },
  { "client", N_ ("Client") },
  { NULL },
};

static const AnteFormChoice autonomy[] = {
  { "", N_ ("As all others") },
  { "off", N_ ("Off") },
  { "draft", N_ ("Draft, for you to approve") },
  { "auto", N_ ("Leaves by itself") },
  { NULL },
};

static const AnteFormChoice at_most[] = {
  { "draft", N_ ("Draft, for you to approve") },
  { "off", N_ ("Off") },
  { NULL },
};

static const AnteFormChoice otherwise[] = {
  { "draft", N_ ("Draft, for you to approve") },
  { "off", N_ ("Off") },
  { "auto", N_ ("Leaves by itself") },
  { NULL },
};

static const AnteFormChoice price_disclosure[] = {
  { "allowed", N_ ("Any time") },
  { "after_qualified", N_ ("Once they are qualified") },
  { "never_in_dm", N_ ("Never in a message") },
  { NULL },
};

static const AnteFormChoice units[] = {
  { "day", N_ ("Days") },
  { "week", N_ ("Weeks") },
  { "month", N_ ("Months") },
  { "session", N_ ("Sessions") },
  { NULL },
};

static const AnteFormChoice price_kinds[] = {
  { "full", N_ ("At once") },
  { "installments", N_ ("In instalments") },
  { NULL },
};

static const AnteFormChoice periods[] = {
  { "week", N_ ("Every week") },
  { "month", N_ ("Every month") },
  { NULL },
};

static const AnteFormChoice comparisons[] = {
  { "", N_ ("As the sentence says") }, { "at-least", N_ ("At least") },
  { "at-most", N_ ("At most") },       { "above", N_ ("Above") },
  { "below", N_ ("Below") },           { NULL },
};

static const AnteFormChoice triggers[] = {
  { "words", N_ ("They use certain words") },
  { "intent", N_ ("They are after something") },
  { "person", N_ ("It is a certain person") },
  { "silence", N_ ("Nobody has answered for long") },
  { "low_confidence", N_ ("The machine is not sure") },
  { NULL },
};

static const AnteFormChoice leaders[] = {
  { "ai", N_ ("AI") },
  { "setter", N_ ("Setter") },
  { "coach", N_ ("Coach") },
  { NULL },
};

static const AnteFormChoice signs[] = {
  { "crisis", N_ ("Danger to themselves, or violence at home") },
  { "minor", N_ ("Under 18") },
  { "medical_red_flag", N_ ("A pregnancy, illness or medicine of their own") },
  { "eating_disorder", N_ ("Signs of an eating disorder") },
  { "legal_threat", N_ ("A lawyer, a chargeback, a public accusation") },
  { "refund_request", N_ ("Wants their money back") },
  { "existing_client", N_ ("Is a client already") },
  { "angry_lead", N_ ("Anger at us") },
  { "human_requested", N_ ("Asks for a person") },
  { "bot_question", N_ ("Asks whether this is automated") },
  { "harassment", N_ ("Harassment") },
  { "injection_attempt", N_ ("Tries to give the machine orders") },
  { "language_unsupported", N_ ("Writes in another language") },
  { NULL },
};

static const AnteFormField you[] = {
  TEXT ("coach.name", N_ ("Name"), NULL),
  TEXT ("coach.handle", N_ ("Instagram Handle"), NULL),
  TEXT ("coach.business", N_ ("Business"), NULL),
  TEXT ("niche", N_ ("Niche"), N_ ("“strength training for new mothers”")),
  TEXT ("delivery", N_ ("How You Work"), N_ ("“online, one to one”")),
  TEXT ("currency", N_ ("Currency"), N_ ("EUR, GBP, USD")),
  TEXTS ("languages", N_ ("Languages You Write In"), N_ ("Two letters each: en, es, pt, fr, de")),
  LIST ("disclosure",
        N_ ("Who Is Writing"),
        N_ ("The line that says that some replies are automated, by region"),
        N_ ("Line"),
        "region",
        ((const AnteFormField[]){
          TEXT ("region", N_ ("Region"), N_ ("US-CA, DE; * for everywhere else")),
          LONG ("text", N_ ("Line"), NULL),
          END,
        })),
  END,
};

static const AnteFormField voice[] = {
  TEXT ("voice.greeting", N_ ("Greeting"), N_ ("{first_name|there} stands for their name")),
  TEXTS ("voice.phrases", N_ ("Phrases You Like"), NULL),
  TEXTS ("voice.banned_phrases", N_ ("Words You Never Use"), NULL),
  NUMBER ("voice.max_chars", N_ ("Most Characters in a Reply"), NULL),
  NUMBER ("voice.max_emojis", N_ ("Most Emoji"), NULL),
  NUMBER ("voice.max_exclamation_marks", N_ ("Most Exclamation Marks"), NULL),
  NUMBER ("voice.max_caps_words", N_ ("Most Words in Capitals"), NULL),
  FLAG ("voice.hashtags", N_ ("Hashtags"), TRUE),
  END,
};

static const AnteFormField price[] = {
  CHOICE ("kind", N_ ("Paid"), price_kinds),
  NUMBER ("amount", N_ ("Amount"), NULL),
  TEXT ("currency", N_ ("Currency"), N_ ("EUR, GBP, USD")),
  { .kind = ANTE_FORM_NUMBER,
    .name = "count",
    .title = N_ ("How Many Payments"),
    .only = "kind=installments" },
  { .kind = ANTE_FORM_CHOICE,
    .name = "period",
    .title = N_ ("How Often"),
    .choices = periods,
    .only = "kind=installments" },
  END,
};

static const AnteFormField offer[] = {
  TEXT ("name", N_ ("Name"), NULL),
  LIST ("prices", N_ ("Price"), NULL, N_ ("Price"), "amount", price),
  TEXTS ("aliases", N_ ("Also Called"), NULL),
  NUMBER ("duration.value", N_ ("Lasts"), NULL),
  CHOICE ("duration.unit", N_ ("Counted In"), units),
  LONG ("price_words", N_ ("How You Say the Price"), NULL),
  TEXTS ("includes", N_ ("Includes"), NULL),
  TEXTS ("never_promise", N_ ("Never Promise"), NULL),
  TEXTS ("links", N_ ("Links"), NULL),
  TEXT ("valid_from", N_ ("From"), N_ ("2027-01-31; empty: from ever")),
  TEXT ("valid_until", N_ ("Until"), N_ ("2027-01-31; empty: open-ended")),
  FLAG ("example", N_ ("Only an Example"), FALSE),
  END,
};

static const AnteFormField offers[] = {
  CHOICE ("price_disclosure", N_ ("Prices May Be Told"), price_disclosure),
  TEXTS ("free_offers", N_ ("Given for Nothing"), NULL),
  LIST ("offers", N_ ("Offers"), NULL, N_ ("Offer"), "name", offer),
  LIST ("discounts",
        N_ ("Discounts"),
        N_ ("Whatever is not here is no discount that anyone may give"),
        N_ ("Discount"),
        "code",
        ((const AnteFormField[]){
          TEXT ("code", N_ ("Code"), NULL),
          NUMBER ("percent", N_ ("Percent"), NULL),
          TEXT ("requires_tag", N_ ("Only for Leads Labelled"), NULL),
          TEXT ("valid_until", N_ ("Until"), N_ ("2027-01-31; empty: open-ended")),
          END,
        })),
  END,
};

static const AnteFormField promises[] = {
  FLAG ("refund_policy.refundable", N_ ("Money Back"), FALSE),
  NUMBER ("refund_policy.days", N_ ("Within How Many Days"), NULL),
  TEXT ("refund_policy.counted_from", N_ ("Counted From"), N_ ("“first payment”")),
  LONG ("refund_policy.text", N_ ("How You Say It"), NULL),
  LONG ("guarantee", N_ ("Guarantee"), N_ ("Empty: none may be given")),
  TEXTS ("approved_claims",
         N_ ("What May Be Claimed"),
         N_ ("Figures, credentials, testimonials that are true and that you stand by")),
  NUMBER ("scarcity.cohort_size", N_ ("Places in a Group"), N_ ("Empty: no scarcity is claimed")),
  TEXT ("scarcity.cohort_start", N_ ("The Group Starts"), N_ ("2027-01-31")),
  LONG ("scarcity.text", N_ ("How You Say That Places Are Few"), NULL),
  END,
};

static const AnteFormField links[] = {
  TEXT ("booking.link", N_ ("Booking Link"), NULL),
  LONG ("booking.text", N_ ("What You Say with It"), N_ ("{booking_link} stands for the link")),
  FLAG ("payment_in_dm", N_ ("Payment May Be Arranged in Messages"), FALSE),
  TEXTS ("allowed_contacts",
         N_ ("Contacts That May Be Given"),
         N_ ("Phone numbers, e-mail addresses, handles")),
  LIST ("allowed_urls",
        N_ ("Links That May Be Sent"),
        N_ ("No other address leaves without you"),
        N_ ("Link"),
        "host",
        ((const AnteFormField[]){
          TEXT ("host", N_ ("Host"), N_ ("“calendly.com”")),
          TEXT ("path_prefix", N_ ("Begins With"), N_ ("“/your-name”")),
          END,
        })),
  END,
};

static const AnteFormField criterion[] = {
  TEXT ("rule", N_ ("Rule"), N_ ("“can train two or more times per week”")),
  TEXT ("question", N_ ("How You Ask"), NULL),
  FLAG ("must_have", N_ ("Must Be Met"), TRUE),
  NUMBER ("weight", N_ ("Weight"), NULL),
  TEXT ("field", N_ ("Field"), N_ ("budget, timeline; empty: as the sentence says")),
  CHOICE ("comparison", N_ ("Compared"), comparisons),
  NUMBER ("value", N_ ("With"), NULL),
  END,
};

static const AnteFormField qualification[] = {
  LIST ("qualification.criteria",
        N_ ("Who Is Qualified"),
        N_ ("In the order in which you ask"),
        N_ ("Criterion"),
        "rule",
        criterion),
  LIST ("qualification.disqualifiers",
        N_ ("Who Is Not a Fit"),
        N_ ("One of these is enough"),
        N_ ("Rule"),
        "rule",
        ((const AnteFormField[]){
          TEXT ("rule", N_ ("Rule"), N_ ("“younger than 18”")),
          END,
        })),
  END,
};

static const AnteFormField escalation[] = {
  { .kind = ANTE_FORM_SET,
    .name = "escalate_on",
    .title = N_ ("Signs That Bring You In"),
    .help = N_ ("The machine stops and the lead goes to Needs coach review"),
    .choices = signs },
  LIST (
    "escalation_triggers",
    N_ ("Triggers of Your Own"),
    NULL,
    N_ ("Trigger"),
    "why",
    ((const AnteFormField[]){
      TEXT ("why", N_ ("Why"), N_ ("“A health matter: you answer it yourself”")),
      CHOICE ("when", N_ ("When"), triggers),
      { .kind = ANTE_FORM_TEXTS, .name = "words", .title = N_ ("Words"), .only = "when=words" },
      { .kind = ANTE_FORM_CHOICE,
        .name = "intent",
        .title = N_ ("What"),
        .choices = intents + 1,
        .only = "when=intent" },
      { .kind = ANTE_FORM_TEXTS, .name = "people", .title = N_ ("Handles"), .only = "when=person" },
      { .kind = ANTE_FORM_NUMBER, .name = "hours", .title = N_ ("Hours"), .only = "when=silence" },
      { .kind = ANTE_FORM_NUMBER,
        .name = "confidence",
        .title = N_ ("Less Sure Than"),
        .help = N_ ("0 to 1"),
        .only = "when=low_confidence" },
      END,
    })),
  END,
};

static const AnteFormField review[] = {
  LIST ("human_review",
        N_ ("You Always Look First"),
        N_ ("Whatever else is allowed"),
        N_ ("Rule"),
        "why",
        ((const AnteFormField[]){
          TEXT ("why", N_ ("Why"), NULL),
          FLAG ("first_reply", N_ ("Only Our First Answer"), FALSE),
          SCOPE,
          END,
        })),
  END,
};

static const AnteFormField permissions[] = {
  CHOICE ("permissions.otherwise", N_ ("All Others"), otherwise),
  CHOICE ("permissions.intents.greeting", N_ ("Says hello"), autonomy),
  CHOICE ("permissions.intents.info", N_ ("Wants to know what is offered"), autonomy),
  CHOICE ("permissions.intents.price", N_ ("Asks the price"), autonomy),
  CHOICE ("permissions.intents.question", N_ ("Asks something else"), autonomy),
  CHOICE ("permissions.intents.objection", N_ ("Raises an objection"), autonomy),
  CHOICE ("permissions.intents.booking", N_ ("Wants to book"), autonomy),
  CHOICE ("permissions.intents.answer", N_ ("Answers our question"), autonomy),
  CHOICE ("permissions.intents.thanks", N_ ("Thanks"), autonomy),
  CHOICE ("permissions.intents.follow-up", N_ ("We follow up"), autonomy),
  CHOICE ("permissions.intents.complaint", N_ ("Complains"), autonomy),
  CHOICE ("permissions.intents.judgment", N_ ("Needs judgment"), autonomy),
  LIST ("permissions.narrow",
        N_ ("Less Than That"),
        N_ ("For some sources, stages, offers or people; nothing here allows more"),
        N_ ("Exception"),
        "why",
        ((const AnteFormField[]){
          TEXT ("why", N_ ("Why"), NULL),
          CHOICE ("at_most", N_ ("At Most"), at_most),
          SCOPE,
          END,
        })),
  END,
};

static const AnteFormField limits[] = {
  NUMBER ("caps.automatic_in_a_row", N_ ("Automatic Messages in a Row"), NULL),
  NUMBER ("caps.automatic_per_day", N_ ("Automatic Messages to One Lead a Day"), NULL),
  NUMBER ("caps.hold_minutes", N_ ("Minutes in Which You Can Take One Back"), NULL),
  NUMBER ("caps.wait_seconds", N_ ("Seconds Until They Have Finished Typing"), NULL),
  TEXT ("quiet_hours.from", N_ ("Quiet From"), N_ ("21:30")),
  TEXT ("quiet_hours.until", N_ ("Quiet Until"), N_ ("07:30")),
  TEXT ("quiet_hours.zone", N_ ("By Whose Clock"), N_ ("“lead”, or Europe/Vienna; empty: yours")),
  NUMBER ("review_after_days", N_ ("Remind Me to Look It Over After Days"), NULL),
  END,
};

static const AnteFormField replies[] = {
  LIST ("openers",
        N_ ("Openers"),
        N_ ("Our first answer, by where they came from"),
        N_ ("Opener"),
        "text",
        ((const AnteFormField[]){
          CHOICE ("source", N_ ("Where They Came From"), sources),
          LONG ("text", N_ ("Text"), N_ ("{first_name|there} stands for their name")),
          END,
        })),
  LIST ("saved_replies",
        N_ ("Replies"),
        N_ ("What the machine may draft with; words or what they are after decide when"),
        N_ ("Reply"),
        "name",
        ((const AnteFormField[]){
          TEXT ("name", N_ ("Name"), NULL),
          LONG ("text", N_ ("Text"), N_ ("{first_name|there}, {booking_link}")),
          CHOICE ("intent", N_ ("What They Are After"), intents),
          TEXTS ("words", N_ ("Words They Use"), NULL),
          CHOICE ("source", N_ ("Where They Came From"), sources),
          TEXT ("offer", N_ ("Offer"), N_ ("Its short name in the document")),
          END,
        })),
  END,
};

static const AnteFormField step[] = {
  TEXT ("reason", N_ ("Why"), N_ ("“They did not answer the last question”")),
  NUMBER ("after_days", N_ ("After Days"), NULL),
  CHOICE ("led_by", N_ ("Led By"), leaders),
  LONG ("text", N_ ("Text"), N_ ("Empty: whoever leads it writes it")),
  END,
};

static const AnteFormField follow_ups[] = {
  LIST ("follow_ups",
        N_ ("Sequences"),
        N_ ("What happens when a conversation goes quiet; an answer ends it"),
        N_ ("Sequence"),
        "stage",
        ((const AnteFormField[]){
          CHOICE ("stage", N_ ("Stage"), stages + 1),
          LIST ("steps", N_ ("Steps"), NULL, N_ ("Step"), "reason", step),
          END,
        })),
  END,
};

const AnteFormSection ante_form_sections[] = {
  { "you", N_ ("You"), N_ ("Who the replies are from, and in which languages."), NULL,
    "format version coach niche delivery currency languages disclosure", you },
  { "voice", N_ ("Voice"), N_ ("How you write. A reply that breaks this waits for you."), "voice",
    "voice", voice },
  { "offers", N_ ("Offers"),
    N_ ("What you sell, and for how much. A reply that says anything else is stopped."), "offers",
    "offers price_disclosure free_offers discounts", offers },
  { "promises", N_ ("Promises"),
    N_ ("What may be promised, claimed or given back. Everything else is stopped."), NULL,
    "refund_policy guarantee approved_claims scarcity", promises },
  { "links", N_ ("Links and Contacts"), N_ ("The only addresses and contacts that may be sent."),
    NULL, "booking payment_in_dm allowed_contacts allowed_urls", links },
  { "qualification", N_ ("Qualification"),
    N_ ("Who is a fit, and what to ask to find out. Memory is read against it."), "qualification",
    "qualification", qualification },
  { "escalation", N_ ("Escalation"), N_ ("What stops the machine and brings you in."), "escalation",
    "escalate_on escalation_triggers", escalation },
  { "review", N_ ("Human Review"), N_ ("Drafts that you look at, whatever is allowed."), "review",
    "human_review", review },
  { "permissions", N_ ("Permissions"),
    N_ ("What the machine may do, by what they are after. It begins with drafts alone."),
    "permissions", "permissions", permissions },
  { "limits", N_ ("Limits"), N_ ("How much, and when, may leave by itself."), NULL,
    "caps quiet_hours review_after_days last_reviewed", limits },
  { "replies", N_ ("Openers and Replies"), N_ ("The words that drafts are made of."),
    "saved_replies", "openers saved_replies", replies },
  { "follow_ups", N_ ("Follow-up"), N_ ("When a conversation goes quiet."), "follow_ups",
    "follow_ups", follow_ups },
  { NULL },
};

gboolean
ante_form_section_holds (const AnteFormSection *section, const char *path)
{
  g_auto (GStrv) members = g_strsplit (section->members, " ", -1);
  gsize length = strcspn (path, ".[");
  g_autofree char *first = g_strndup (path, length);

  return g_strv_contains ((const char *const *) members, first);
}

static const AnteFormField *
find_field (const AnteFormField *fields, const char *path)
{
  for (; fields->name != NULL; fields++) {
    gsize length = strlen (fields->name);

    if (strncmp (path, fields->name, length) == 0 && strchr (".[", path[length]) != NULL)
      return fields;
  }
  return NULL;
}

char *
ante_form_section_name_path (const AnteFormSection *section, const char *path)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const AnteFormField *fields = section->fields;
  const char *rest = path;

  while (fields != NULL && *rest != '\0') {
    const AnteFormField *field = find_field (fields, rest);
    char *after = NULL;
    guint64 index = 0;

    if (field == NULL)
      break;
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (field->title));
    rest += strlen (field->name);
    fields = field->fields;
    if (*rest != '[')
      continue;
    index = g_ascii_strtoull (rest + 1, &after, 10);
    g_string_append_printf (words, " %u", (guint) index + 1);
    rest = *after == ']' ? after + 1 : after;
    rest += *rest == '.';
  }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : g_strdup (path);
}
