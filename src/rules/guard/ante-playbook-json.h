#pragma once

#include "rules/guard/ante-playbook.h"

G_BEGIN_DECLS

/* Empty ones, for the parser to fill. */
AntePlaybook *ante_playbook_new (void);
AnteOffer *ante_offer_new (void);

G_END_DECLS
