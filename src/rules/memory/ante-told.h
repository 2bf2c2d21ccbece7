#pragma once

#include "model/ante-fact.h"

G_BEGIN_DECLS

/**
 * ante_told_find:
 * @text: what is being written to a lead
 * @facts: (element-type AnteFact): what is known of them, oldest first
 *
 * Whether it tells a price, a link or a promise that the lead was told already.
 *
 * Returns: (transfer none) (nullable): the newest fact that says so
 */
const AnteFact *ante_told_find (const char *text, GPtrArray *facts);

G_END_DECLS
