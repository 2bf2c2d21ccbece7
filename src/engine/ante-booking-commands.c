#define G_LOG_DOMAIN "ante-engine"

#include "config.h"

#include "engine/ante-booking-commands.h"

#include "engine/ante-commands-private.h"
#include "model/ante-party.h"
#include "rules/ante-when.h"
#include "store/ante-store-stages.h"

static AnteChange *
change_of (const AnteBooking *booking, const char *field, const char *value)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, booking->id);

  return ante_change_new (booking->lead_id, field, value, id);
}

static void
apply_one (AnteWorkspace *workspace,
           AnteChange *change,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();

  g_ptr_array_add (changes, change);
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

void
ante_command_book_async (AnteWorkspace *workspace,
                         gint64 lead,
                         const AnteBooking *booking,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  AnteChange *change = ante_change_new (lead, ANTE_FIELD_BOOKING, NULL, NULL);

  change->booking = ante_booking_copy (booking);
  apply_one (workspace, change, callback, user_data);
}

void
ante_command_move_booking_async (AnteWorkspace *workspace,
                                 const AnteBooking *booking,
                                 gint64 start_at,
                                 gint64 end_at,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  AnteChange *change = change_of (booking, ANTE_FIELD_BOOKING_TIME, NULL);

  change->booking = ante_booking_copy (booking);
  change->booking->start_at = start_at;
  change->booking->end_at = end_at;
  apply_one (workspace, change, callback, user_data);
}

void
ante_command_give_booking_async (AnteWorkspace *workspace,
                                 const AnteBooking *booking,
                                 gint64 lead,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  AnteChange *change = change_of (booking, ANTE_FIELD_BOOKING_LEAD, NULL);

  change->lead_id = lead;
  apply_one (workspace, change, callback, user_data);
}

/* --- what follows ---------------------------------------------------------------------------- */

/* Today, while they remember; at once where the day has no hours left. */
static AnteFollowUp *
make_recovery (AnteWorkspace *workspace)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  gint64 now = ante_workspace_now (workspace);
  gint64 due = ante_when_choose (ANTE_WHEN_LATER_TODAY, now, here);

  if (due == 0)
    due = now;
  return ante_follow_up_new (ANTE_NO_SHOW_REASON, due, ANTE_PARTY_COACH);
}

/* Nobody's call has nobody to be written to. @follow_up: taken. */
static void
add_follow_up (GPtrArray *changes, gint64 lead, AnteFollowUp *follow_up)
{
  AnteChange *change = NULL;

  if (lead == 0) {
    ante_follow_up_free (follow_up);
    return;
  }
  change = ante_change_new (lead, ANTE_FIELD_FOLLOW_UP, NULL, NULL);
  change->follow_up = follow_up;
  g_ptr_array_add (changes, change);
}

void
ante_command_set_booking_state_async (AnteWorkspace *workspace,
                                      const AnteBooking *booking,
                                      AnteBookingState state,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GPtrArray *changes = ante_commands_new_changes ();

  g_ptr_array_add (
    changes, change_of (booking, ANTE_FIELD_BOOKING_STATE, ante_booking_state_to_nick (state)));
  if (state == ANTE_BOOKING_STATE_NO_SHOW && booking->state != ANTE_BOOKING_STATE_NO_SHOW)
    add_follow_up (changes, booking->lead_id, make_recovery (workspace));
  ante_commands_apply (workspace, changes, NULL, callback, user_data);
}

/* --- what came of a call --------------------------------------------------------------------- */

typedef struct {
  AnteWorkspace *workspace;
  GPtrArray *changes;
  gint64 lead;
  char *why;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Record;

static void
record_free (Record *self)
{
  g_object_unref (self->workspace);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self->why);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Record, record_free)

static void
apply_record (Record *self)
{
  ante_commands_apply (self->workspace, g_steal_pointer (&self->changes), self->why, self->callback,
                       self->user_data);
}

/* Where no column has clients, they are marked as such all the same. */
static void
stages_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Record) self = user_data;
  g_autoptr (GPtrArray) stages = ante_store_list_stages_finish (ANTE_STORE (source), result, NULL);
  AnteChange *change = NULL;

  for (guint i = 0; stages != NULL && change == NULL && i < stages->len; i++) {
    AnteStage *stage = stages->pdata[i];

    if (stage->role == ANTE_STAGE_CLIENT)
      change = ante_change_new (self->lead, ANTE_FIELD_STAGE, stage->key, NULL);
  }
  if (change == NULL)
    change = ante_change_new (self->lead, ANTE_FIELD_CLIENT, "1", NULL);
  g_ptr_array_add (self->changes, change);
  apply_record (self);
}

void
ante_command_record_call_async (AnteWorkspace *workspace,
                                const AnteBooking *booking,
                                const AnteCallRecord *call,
                                const AnteCallNext *next,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (Record) self = g_new0 (Record, 1);
  AnteChange *change = ante_change_new (booking->lead_id, ANTE_FIELD_CALL, NULL, NULL);
  gboolean is_no_show = call->outcome == ANTE_CALL_NO_SHOW &&
                        (booking->call == NULL || booking->call->outcome != ANTE_CALL_NO_SHOW) &&
                        booking->state != ANTE_BOOKING_STATE_NO_SHOW;

  self->workspace = g_object_ref (workspace);
  self->changes = ante_commands_new_changes ();
  self->lead = booking->lead_id;
  self->callback = callback;
  self->user_data = user_data;
  change->call = ante_call_record_copy (call);
  change->call->booking_id = booking->id;
  g_ptr_array_add (self->changes, change);
  if (next != NULL && next->follow_up != NULL)
    add_follow_up (self->changes, self->lead, ante_follow_up_copy (next->follow_up));
  else if (is_no_show)
    add_follow_up (self->changes, self->lead, make_recovery (workspace));
  if (next == NULL || !next->as_client || call->outcome != ANTE_CALL_WON || self->lead == 0) {
    apply_record (self);
    return;
  }
  self->why = g_strdup (call->decision);
  ante_store_list_stages_async (ante_workspace_get_store (workspace), NULL, stages_read_cb,
                                g_steal_pointer (&self));
}
