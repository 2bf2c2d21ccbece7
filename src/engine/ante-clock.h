#pragma once

#include "instagram/ante-instagram.h"

G_BEGIN_DECLS

/* The time by Instagram's clock, ms; by ours as long as it has not been heard. @client: (nullable).
 */
gint64 ante_clock_now (AnteInstagram *client);

G_END_DECLS
