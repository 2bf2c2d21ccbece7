#pragma once

#include "model/ante-calendar-event.h"

G_BEGIN_DECLS

/* A ref is so many characters of an alphabet without those that are taken for one another. */
#define ANTE_BOOKING_REF_LENGTH 6

/* A new one, which nobody guesses and which says nothing about the person. That no other link has
 * it is for the caller to see. */
char *ante_booking_ref_new (void);
/* As it is compared: in capitals; NULL for what is none. */
char *ante_booking_ref_normal (const char *text);

/**
 * ante_booking_link_add_ref:
 * @url: a booking link
 * @ref: of a lead
 *
 * Puts @ref where the service behind the link hands it back: Calendly keeps utm_content, Cal.com a
 * hidden question "ref" and metadata, others whatever stands in "ref". What is there already is
 * replaced, everything else of the link stays.
 *
 * Returns: (transfer full) (nullable): the link; %NULL when @url is no address of the web
 */
char *ante_booking_link_add_ref (const char *url, const char *ref);

/* (element-type utf8): all that may be a ref in @event, in normal form, once; which of them is one
 * is known by who gave it out. */
GPtrArray *ante_booking_ref_find (const AnteCalendarEvent *event);

G_END_DECLS
