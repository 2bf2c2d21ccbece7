#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteAdvice:
 * @title: what happened, in a few words
 * @body: what it means and what to do, in plain words
 *
 * Words for a person about an error of any layer below; English, to be translated by the view (they
 * are marked with N_()). Static strings.
 */
typedef struct {
  const char *title;
  const char *body;
} AnteAdvice;

AnteAdvice ante_advice_for_error (const GError *error);
/* The same; @has_network: whether this computer has a way to anywhere. */
AnteAdvice ante_advice_for_error_on (const GError *error, gboolean has_network);
/* For the outbox's error nicks. */
AnteAdvice ante_advice_for_nick (const char *nick);
/* For a first pass that found no conversation. */
AnteAdvice ante_advice_for_empty_list (void);

G_END_DECLS
