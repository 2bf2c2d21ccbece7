#pragma once

#include "rules/memory/ante-phrase.h"

G_BEGIN_DECLS

/* What an objection is about. */
typedef enum {
  ANTE_OBJECTION_PRICE,
  ANTE_OBJECTION_PARTNER,
  ANTE_OBJECTION_TRUST,
  ANTE_OBJECTION_TIMING,
  ANTE_OBJECTION_TIME,
  ANTE_OBJECTION_PAST_FAILURE,
  ANTE_OBJECTION_NEED_TO_THINK,
  ANTE_OBJECTION_COMMITMENT,
  ANTE_OBJECTION_FORMAT,
  ANTE_OBJECTION_SCHEDULE,
  ANTE_OBJECTION_LANGUAGE,
  ANTE_OBJECTION_FAMILY,
  N_ANTE_OBJECTIONS,
} AnteObjection;

const char *ante_objection_name (AnteObjection type);
/* (array length=n): each means an #AnteObjection. */
const AntePhrase *ante_objection_phrases (guint *n);

G_END_DECLS
