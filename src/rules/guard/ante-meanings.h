#pragma once

#include "rules/memory/ante-talk.h"

G_BEGIN_DECLS

#define ANTE_MEANING_BITS 6

/* What a word may mean: a bit for each sense, by its number. */
typedef struct {
  guint64 bits[ANTE_MEANING_BITS];
} AnteMeanings;

guint ante_meanings_find (const char *name);
gboolean ante_meanings_are_too_many (void);
gboolean ante_meanings_have (const AnteMeanings *self, guint sense);
AnteMeanings *ante_meanings_read (const AnteLine *line);

G_END_DECLS
