#pragma once

#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

/*
 * What stands in the words of an event that may say who it is. Nothing of it is believed: it must
 * belong to a lead.
 */

/* (element-type utf8): handles, in small letters, without "@", once: after a question about
 * Instagram, out of an address of Instagram, after a "@" that stands alone. @questions: (nullable)
 * (array zero-terminated=1): what the coach's forms call a handle besides. */
GPtrArray *ante_booking_find_handles (const AnteCalendarEvent *event, const char *const *questions);
/* (element-type utf8): e-mail addresses, in small letters, once: of people, and out of the words.
 */
GPtrArray *ante_booking_find_emails (const AnteCalendarEvent *event);
/* (element-type utf8): telephone numbers: their digits, without what stands before the last nine.
 */
GPtrArray *ante_booking_find_phones (const AnteCalendarEvent *event);
/* The same form; NULL for what is too short to be one. */
char *ante_booking_phone_normal (const char *text);
/* What is before "@" without the dots and "+tags" that some services do not look at; NULL for the
 * others. */
char *ante_booking_email_loose (const char *email);

G_END_DECLS
