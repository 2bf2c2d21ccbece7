#pragma once

#include <glib-object.h>

#include "model/ante-types.h"

G_BEGIN_DECLS

#define ANTE_TYPE_LEAD (ante_lead_get_type ())
G_DECLARE_FINAL_TYPE (AnteLead, ante_lead, ANTE, LEAD, GObject)

/**
 * AnteLead:
 * @id: row id
 * @igsid: Instagram-scoped id; the lead's id on the wire and in JSON
 * @thread_id: (nullable): Instagram's conversation id
 * @handle: username without @; may change, and may be empty for a deleted account
 * @name: (nullable): display name as Instagram gave it, cleaned
 * @picture_url: (nullable): expiring address of the profile picture
 * @picture_path: (nullable): file under the media folder that holds it
 * @email: (nullable): as the lead gave it
 * @phone: (nullable): as the lead gave it
 * @time_zone: (nullable): Olson name
 * @language: (nullable): BCP 47 tag
 * @follows_us: 1 yes, 0 no, -1 not known
 * @stage_id: the stage the lead is in
 * @stage_since: when it came there, ms
 * @owner: who is responsible: see ante-party.h
 * @source: kind of the first touch
 * @source_detail: (nullable): story, media, ad, keyword, referrer or campaign of the first touch
 * @next_action: (nullable): what is to be done next, in the coach's words
 * @next_due: when, ms; 0 for no date
 * @next_owner: (nullable): who is to do it; %NULL means the owner
 * @board_rank: manual order in its column, lower first; 0 when ordered by due
 * @last_message_at: newest message of either side, ms; 0 for none
 * @last_text: (nullable): one line of that message
 * @last_author: (nullable): its author: see ante-party.h
 * @last_lead_at: newest message of the lead, ms; 0 for none: the reply window counts from it
 * @ad_first_at: first message after an ad click, ms; 0 where the thread did not begin at an ad
 * @first_message_at: oldest known message, ms; 0 for none
 * @owes_reply_since: oldest unanswered message of the lead, ms; 0 when nothing is owed
 * @unread: messages of the lead that nobody has looked at
 * @n_messages: messages known
 * @has_gap: the thread has a hole that Instagram no longer gives
 * @labels: (array zero-terminated=1): names of its labels, in the order of the alphabet
 * @label_colours: (array zero-terminated=1): the colour of each of them
 * @snoozed_until: out of the inbox's list until then, ms; 0 when it is not;
 * %ANTE_LEAD_UNTIL_REPLY until the lead writes again, which ends any other time too
 * @pinned: on top of the inbox
 * @touch_n: which touch in a row the follow-up is that is planned, from 1; 0 where none is
 * @sla_risk: when the agreement about it is at risk, ms; 0 where no clock runs
 * @sla_due: when it is broken, ms; 0 where no clock runs
 * @sla_breached: when one was broken, ms, until somebody of us acts; 0 otherwise
 * @booking: where its call stands
 * @booking_at: when that call is or was, or the link was sent, ms; 0 for neither
 * @booking_link: (nullable): what stands in answers to it instead of the coach's own
 * @also: (nullable): handles of who was merged into it, with a space between; "" for none
 * @no_automation: the coach asked that no automation touches this lead
 * @never_ai: nothing of them is ever sent to an AI provider
 * @is_client: coached already; not on the sales board
 * @not_a_lead: (nullable): "spam", "friend", "vendor": kept, but in no counter
 * @cannot_receive: Instagram said that this person cannot or will not receive messages
 * @created_at: when Anteroom first saw the lead, ms
 *
 * One person, as the store last knew them. A snapshot: see #AnteStage.
 */
struct _AnteLead {
  GObject parent_instance;

  gint64 id;
  char *igsid;
  char *thread_id;
  char *handle;
  char *name;
  char *picture_url;
  char *picture_path;
  char *email;
  char *phone;
  char *time_zone;
  char *language;
  int follows_us;

  gint64 stage_id;
  gint64 stage_since;
  char *owner;
  AnteSourceKind source;
  char *source_detail;
  char *next_action;
  gint64 next_due;
  char *next_owner;
  double board_rank;

  gint64 last_message_at;
  char *last_text;
  char *last_author;
  gint64 last_lead_at;
  gint64 ad_first_at;
  gint64 first_message_at;
  gint64 owes_reply_since;
  guint unread;
  guint n_messages;
  gboolean has_gap;

  char **labels;
  char **label_colours;
  gint64 snoozed_until;
  gboolean pinned;
  guint touch_n;
  gint64 sla_risk;
  gint64 sla_due;
  gint64 sla_breached;
  AnteBookingMark booking;
  gint64 booking_at;
  char *booking_link;
  char *also;
  gboolean no_automation;
  gboolean never_ai;
  gboolean is_client;
  char *not_a_lead;
  gboolean cannot_receive;
  gint64 created_at;
};

/* Later than any time: the last second of the year 9999, ms. */
#define ANTE_LEAD_UNTIL_REPLY G_GINT64_CONSTANT (253402300799000)

AnteLead *ante_lead_new (void);

const char *ante_lead_get_title (AnteLead *self);
gboolean ante_lead_has_next_step (AnteLead *self);
gboolean ante_lead_has_label (AnteLead *self, const char *name);

G_END_DECLS
