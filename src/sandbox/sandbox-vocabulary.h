#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SandboxLanguage:
 * @code: two letters
 * @weight: how many in a thousand leads write it
 * @firsts: first names
 * @lasts: last names
 * @topics: what they write about; stands for "%" in a phrase
 * @asks: what a lead opens with or asks
 * @tells: what a lead tells
 * @answers: what the coach says
 *
 * Each list ends with %NULL.
 */
typedef struct {
  const char *code;
  guint weight;
  const char *const *firsts;
  const char *const *lasts;
  const char *const *topics;
  const char *const *asks;
  const char *const *tells;
  const char *const *answers;
} SandboxLanguage;

extern const SandboxLanguage sandbox_languages[];
extern const guint sandbox_n_languages;
/* What a program must survive; ends with NULL. */
extern const char *const sandbox_hostile[];

G_END_DECLS
