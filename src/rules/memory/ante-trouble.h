#pragma once

#include "rules/memory/ante-reading.h"

G_BEGIN_DECLS

/* How many different words of a line tell of trouble of the lead's own (or of their family's), and
 * where the first of them stands. */
guint ante_trouble_count (const AnteReading *reading, guint line, AnteSpan *first);
/* Whether a line tells of what did not last or did not work. */
gboolean ante_trouble_is_failure (const AnteReading *reading, guint line, AnteSpan *span);

G_END_DECLS
