#define G_LOG_DOMAIN "ante-booking"

#include "config.h"

#include "booking/ante-booking-match.h"

#include <string.h>

#include "booking/ante-booking-ref.h"
#include "booking/ante-booking-words.h"
#include "rules/ante-match.h"

/* Of one name there may be many; who reads so many of them does not choose any more. */
#define MOST_HINTS 20

/* A title has no more words than that in which a name is looked for. */
#define MOST_WORDS 30
#define MOST_NAME_WORDS 4

struct _AnteBookingPeople {
  GHashTable *by[ANTE_BOOKING_BY_NAME + 1]; /* word: GArray of lead ids */
  GHashTable *own_emails;
  char **questions;
};

static const char *const nicks[] = { "ref", "handle", "email", "like-email", "phone", "name" };

const char *
ante_booking_by_to_nick (AnteBookingBy by)
{
  g_return_val_if_fail ((guint) by < G_N_ELEMENTS (nicks), NULL);

  return nicks[by];
}

gboolean
ante_booking_by_from_nick (const char *nick, AnteBookingBy *by)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++) {
    if (g_strcmp0 (nick, nicks[i]) == 0) {
      *by = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* --- people -------------------------------------------------------------------------------- */

AnteBookingPeople *
ante_booking_people_new (const char *const *own_emails, const char *const *questions)
{
  AnteBookingPeople *self = g_new0 (AnteBookingPeople, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->by); i++)
    self->by[i] =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->own_emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; own_emails != NULL && own_emails[i] != NULL; i++)
    g_hash_table_add (self->own_emails, g_utf8_strdown (own_emails[i], -1));
  self->questions = g_strdupv ((char **) questions);
  return self;
}

void
ante_booking_people_free (AnteBookingPeople *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->by); i++)
    g_hash_table_unref (self->by[i]);
  g_hash_table_unref (self->own_emails);
  g_strfreev (self->questions);
  g_free (self);
}

/* Takes @word, which may be NULL. */
static void
index_word (AnteBookingPeople *self, AnteBookingBy by, char *word, gint64 lead_id)
{
  GArray *ids = NULL;

  if (word == NULL || *word == '\0') {
    g_free (word);
    return;
  }
  ids = g_hash_table_lookup (self->by[by], word);
  if (ids == NULL) {
    ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_hash_table_insert (self->by[by], word, ids);
  } else {
    g_free (word);
  }
  g_array_append_val (ids, lead_id);
}

void
ante_booking_people_add (AnteBookingPeople *self, const AnteBookingCandidate *candidate)
{
  gint64 id = candidate->lead_id;
  g_auto (GStrv) also = g_strsplit (candidate->also != NULL ? candidate->also : "", " ", -1);

  for (guint i = 0; candidate->refs != NULL && candidate->refs[i] != NULL; i++)
    index_word (self, ANTE_BOOKING_BY_REF, ante_booking_ref_normal (candidate->refs[i]), id);
  if (candidate->handle != NULL)
    index_word (self, ANTE_BOOKING_BY_HANDLE, g_ascii_strdown (candidate->handle, -1), id);
  for (guint i = 0; also[i] != NULL; i++)
    index_word (self, ANTE_BOOKING_BY_HANDLE, g_ascii_strdown (also[i], -1), id);
  if (candidate->email != NULL) {
    index_word (self, ANTE_BOOKING_BY_EMAIL, g_utf8_strdown (candidate->email, -1), id);
    index_word (self, ANTE_BOOKING_BY_LIKE_EMAIL, ante_booking_email_loose (candidate->email), id);
  }
  if (candidate->phone != NULL)
    index_word (self, ANTE_BOOKING_BY_PHONE, ante_booking_phone_normal (candidate->phone), id);
  if (candidate->name != NULL && !candidate->is_closed)
    index_word (self, ANTE_BOOKING_BY_NAME, ante_match_fold (candidate->name), id);
}

/* --- reasons ------------------------------------------------------------------------------- */

static void
hint_free (gpointer data)
{
  AnteBookingHint *hint = data;

  g_free (hint->evidence);
  g_free (hint);
}

static void
add_hint (GPtrArray *hints, gint64 lead_id, AnteBookingBy by, const char *evidence)
{
  AnteBookingHint *hint = NULL;

  for (guint i = 0; i < hints->len; i++) {
    hint = hints->pdata[i];
    if (hint->lead_id == lead_id && hint->by == by)
      return;
  }
  if (hints->len >= MOST_HINTS)
    return;
  hint = g_new0 (AnteBookingHint, 1);
  hint->lead_id = lead_id;
  hint->by = by;
  hint->evidence = g_strdup (evidence);
  g_ptr_array_add (hints, hint);
}

static void
look_up (const AnteBookingPeople *self,
         AnteBookingBy by,
         const char *word,
         const char *evidence,
         GPtrArray *hints)
{
  GArray *ids = word != NULL ? g_hash_table_lookup (self->by[by], word) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_hint (hints, g_array_index (ids, gint64, i), by, evidence);
}

/* Takes @words. */
static void
look_up_all (const AnteBookingPeople *self, AnteBookingBy by, GPtrArray *words, GPtrArray *hints)
{
  for (guint i = 0; i < words->len; i++)
    look_up (self, by, words->pdata[i], words->pdata[i], hints);
  g_ptr_array_unref (words);
}

/* Without those of the house, which stand in every event. */
static GPtrArray *
find_emails (const AnteBookingPeople *self, const AnteCalendarEvent *event)
{
  GPtrArray *emails = ante_booking_find_emails (event);

  for (guint i = emails->len; i > 0; i--) {
    if (g_hash_table_contains (self->own_emails, emails->pdata[i - 1]))
      g_ptr_array_remove_index (emails, i - 1);
  }
  return emails;
}

static void
look_for_loose_emails (const AnteBookingPeople *self, GPtrArray *emails, GPtrArray *hints)
{
  for (guint i = 0; i < emails->len; i++) {
    g_autofree char *loose = ante_booking_email_loose (emails->pdata[i]);

    look_up (self, ANTE_BOOKING_BY_LIKE_EMAIL, loose, emails->pdata[i], hints);
  }
}

/* Somebody's whole name as it stands in a title: "Intro call: Ana B". */
static void
look_for_names_in (const AnteBookingPeople *self, const char *text, GPtrArray *hints)
{
  g_autofree char *folded = ante_match_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", MOST_WORDS);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autoptr (GString) name = g_string_new (words[i]);

    for (guint k = i + 1; words[k] != NULL && k < i + MOST_NAME_WORDS; k++) {
      g_string_append_printf (name, " %s", words[k]);
      look_up (self, ANTE_BOOKING_BY_NAME, name->str, name->str, hints);
    }
  }
}

static void
look_for_names (const AnteBookingPeople *self, const AnteCalendarEvent *event, GPtrArray *hints)
{
  for (guint i = 0; i < event->attendees->len; i++) {
    const AnteCalendarPerson *person = event->attendees->pdata[i];
    g_autofree char *folded = ante_match_fold (person->name);

    if (person->is_thing ||
        (person->email != NULL && g_hash_table_contains (self->own_emails, person->email)))
      continue;
    look_up (self, ANTE_BOOKING_BY_NAME, folded, person->name, hints);
  }
  for (guint i = 0; i < event->answers->len; i++) {
    const AnteCalendarAnswer *answer = event->answers->pdata[i];
    g_autofree char *folded = ante_match_fold (answer->answer);

    look_up (self, ANTE_BOOKING_BY_NAME, folded, answer->answer, hints);
  }
  if (event->summary != NULL)
    look_for_names_in (self, event->summary, hints);
  if (event->description != NULL && event->attendees->len == 0)
    look_for_names_in (self, event->description, hints);
}

/* --- the answer ---------------------------------------------------------------------------- */

static gboolean
are_of_one (const GPtrArray *hints)
{
  for (guint i = 1; i < hints->len; i++) {
    if (((AnteBookingHint *) hints->pdata[i])->lead_id !=
        ((AnteBookingHint *) hints->pdata[0])->lead_id)
      return FALSE;
  }
  return hints->len > 0;
}

static void
decide (AnteBookingMatch *match)
{
  const AnteBookingHint *first = match->hints->len > 0 ? match->hints->pdata[0] : NULL;
  gboolean one = are_of_one (match->hints);

  if (first == NULL)
    return;
  match->by = first->by;
  match->lead_id = one ? first->lead_id : 0;
  match->is_sure = one && first->by <= ANTE_BOOKING_BY_EMAIL;
  match->is_conflict = !one && first->by <= ANTE_BOOKING_BY_EMAIL;
}

/**
 * ante_booking_match:
 *
 * A known ref, a handle that was given, or an e-mail address name somebody; two of them that name
 * different people are a conflict, in which nothing is decided: the link may have been passed on. A
 * weaker reason is looked for only where there is no strong one, and is always asked about.
 *
 * Returns: (transfer full): never %NULL
 */
AnteBookingMatch *
ante_booking_match (const AnteBookingPeople *self, const AnteCalendarEvent *event)
{
  AnteBookingMatch *match = g_new0 (AnteBookingMatch, 1);
  GPtrArray *hints = g_ptr_array_new_with_free_func (hint_free);
  g_autoptr (GPtrArray) emails = find_emails (self, event);

  match->hints = hints;
  look_up_all (self, ANTE_BOOKING_BY_REF, ante_booking_ref_find (event), hints);
  look_up_all (self, ANTE_BOOKING_BY_HANDLE,
               ante_booking_find_handles (event, (const char *const *) self->questions), hints);
  look_up_all (self, ANTE_BOOKING_BY_EMAIL, g_ptr_array_ref (emails), hints);
  if (hints->len == 0) {
    look_for_loose_emails (self, emails, hints);
    look_up_all (self, ANTE_BOOKING_BY_PHONE, ante_booking_find_phones (event), hints);
  }
  if (hints->len == 0)
    look_for_names (self, event, hints);
  decide (match);
  return match;
}

void
ante_booking_match_free (AnteBookingMatch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->hints);
  g_free (self);
}
