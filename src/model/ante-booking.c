#define G_LOG_DOMAIN "ante-model"

#include "config.h"

#include "model/ante-booking.h"

static const char *const booking_state_nicks[] = { "booked", "cancelled", "held", "no-show" };
static const char *const call_outcome_nicks[] = { "",          "won",       "lost",
                                                  "follow-up", "not-a-fit", "no-show" };
static const char *const call_grade_nicks[] = { "", "useful", "partly", "useless" };

static int
find_nick (const char *const *nicks, guint n_nicks, const char *nick)
{
  for (guint i = 0; nick != NULL && i < n_nicks; i++) {
    if (g_str_equal (nicks[i], nick))
      return (int) i;
  }
  return -1;
}

#define ANTE_DEFINE_NICKS(Type, type)                                                              \
  const char *ante_##type##_to_nick (Type value)                                                   \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (type##_nicks), type##_nicks[0]);           \
    return type##_nicks[value];                                                                    \
  }                                                                                                \
                                                                                                   \
  gboolean ante_##type##_from_nick (const char *nick, Type *value)                                 \
  {                                                                                                \
    int found = find_nick (type##_nicks, G_N_ELEMENTS (type##_nicks), nick);                       \
                                                                                                   \
    if (found >= 0)                                                                                \
      *value = (Type) found;                                                                       \
    return found >= 0;                                                                             \
  }

ANTE_DEFINE_NICKS (AnteBookingState, booking_state)
ANTE_DEFINE_NICKS (AnteCallOutcome, call_outcome)
ANTE_DEFINE_NICKS (AnteCallGrade, call_grade)

AnteCallRecord *
ante_call_record_new (gint64 booking_id)
{
  AnteCallRecord *self = g_new0 (AnteCallRecord, 1);

  self->booking_id = booking_id;
  self->decision = g_strdup ("");
  self->notes = g_strdup ("");
  return self;
}

AnteCallRecord *
ante_call_record_copy (const AnteCallRecord *self)
{
  AnteCallRecord *copy = g_memdup2 (self, sizeof *self);

  copy->party = g_strdup (self->party);
  copy->decision = g_strdup (self->decision);
  copy->currency = g_strdup (self->currency);
  copy->notes = g_strdup (self->notes);
  return copy;
}

void
ante_call_record_free (AnteCallRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->party);
  g_free (self->decision);
  g_free (self->currency);
  g_free (self->notes);
  g_free (self);
}

AnteBooking *
ante_booking_new (gint64 start_at, gint64 end_at, const char *title)
{
  AnteBooking *self = g_new0 (AnteBooking, 1);

  self->start_at = start_at;
  self->end_at = end_at;
  self->title = g_strdup (title);
  self->uid = g_strdup ("");
  self->occurrence = g_strdup ("");
  self->matched_by = g_strdup ("");
  self->candidates = g_strdup ("");
  return self;
}

AnteBooking *
ante_booking_copy (const AnteBooking *self)
{
  AnteBooking *copy = g_memdup2 (self, sizeof *self);

  copy->lead_title = g_strdup (self->lead_title);
  copy->lead_handle = g_strdup (self->lead_handle);
  copy->uid = g_strdup (self->uid);
  copy->occurrence = g_strdup (self->occurrence);
  copy->zone = g_strdup (self->zone);
  copy->title = g_strdup (self->title);
  copy->place = g_strdup (self->place);
  copy->who_name = g_strdup (self->who_name);
  copy->who_email = g_strdup (self->who_email);
  copy->answers = g_strdup (self->answers);
  copy->matched_by = g_strdup (self->matched_by);
  copy->candidates = g_strdup (self->candidates);
  copy->call = self->call != NULL ? ante_call_record_copy (self->call) : NULL;
  return copy;
}

void
ante_booking_free (AnteBooking *self)
{
  if (self == NULL)
    return;

  g_free (self->lead_title);
  g_free (self->lead_handle);
  g_free (self->uid);
  g_free (self->occurrence);
  g_free (self->zone);
  g_free (self->title);
  g_free (self->place);
  g_free (self->who_name);
  g_free (self->who_email);
  g_free (self->answers);
  g_free (self->matched_by);
  g_free (self->candidates);
  ante_call_record_free (self->call);
  g_free (self);
}

gboolean
ante_booking_is_doubtful (const AnteBooking *self)
{
  return self->lead_id == 0 && self->candidates != NULL && *self->candidates != '\0' &&
         *self->candidates != '-';
}

AnteCalendarSource *
ante_calendar_source_new (const char *kind, const char *name, const char *host)
{
  AnteCalendarSource *self = g_new0 (AnteCalendarSource, 1);

  self->kind = g_strdup (kind);
  self->name = g_strdup (name);
  self->host = g_strdup (host);
  return self;
}

AnteCalendarSource *
ante_calendar_source_copy (const AnteCalendarSource *self)
{
  AnteCalendarSource *copy = g_memdup2 (self, sizeof *self);

  copy->kind = g_strdup (self->kind);
  copy->name = g_strdup (self->name);
  copy->host = g_strdup (self->host);
  copy->etag = g_strdup (self->etag);
  copy->modified = g_strdup (self->modified);
  copy->error = g_strdup (self->error);
  return copy;
}

void
ante_calendar_source_free (AnteCalendarSource *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->name);
  g_free (self->host);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->error);
  g_free (self);
}
