#pragma once

#include "app/ante-places.h"
#include "app/palette/ante-palette-entry.h"

G_BEGIN_DECLS

/**
 * ante_palette_commands:
 * @probe: a #GtkActionable in the window, which nobody sees: it becomes sensitive where an action
 * can be done
 * @place: (nullable): the place that is shown, if one is
 * @page: (nullable): its page
 * @lead: (nullable): what can be done to the lead in hand there
 *
 * What can be done now: to the lead, then the places, then the rest. Keys are those of the
 * application and of ante_lead_keys.
 *
 * Returns: (transfer full) (element-type AntePaletteEntry)
 */
GPtrArray *ante_palette_commands (GtkWidget *probe,
                                  const AntePlace *place,
                                  GtkWidget *page,
                                  AnteLeadActions *lead);

G_END_DECLS
