#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer than what anybody types or chooses: what is kept is never longer, so all of it is read. */
#define ANTE_FILTER_MAX_CHARS 4000

/**
 * AnteFilterKind:
 * @ANTE_FILTER_TEXT: words that name, handle or last line must hold, each of them
 * @ANTE_FILTER_OWNER: parties; %ANTE_PARTY_SETTER_PREFIX alone means any setter
 * @ANTE_FILTER_SOURCE: nicks of #AnteSourceKind
 * @ANTE_FILTER_LABEL: names of labels
 * @ANTE_FILTER_OFFER: names of offers
 * @ANTE_FILTER_DUE: nicks of #AnteDue
 * @ANTE_FILTER_WINDOW: nicks of #AnteReach
 */
typedef enum {
  ANTE_FILTER_TEXT,
  ANTE_FILTER_OWNER,
  ANTE_FILTER_SOURCE,
  ANTE_FILTER_LABEL,
  ANTE_FILTER_OFFER,
  ANTE_FILTER_DUE,
  ANTE_FILTER_WINDOW,
  ANTE_FILTER_N_KINDS,
} AnteFilterKind;

/**
 * AnteFilterWords:
 * @values: (nullable): what is asked for of each kind; %NULL for nothing
 *
 * What a person asks a list for. A lead fits when it has one of the values of each kind, and all
 * words of the text. Written as people type it: `owner:"Mia Lund" due:today maya`.
 */
typedef struct {
  char **values[ANTE_FILTER_N_KINDS];
} AnteFilterWords;

AnteFilterWords *ante_filter_words_new (void);
AnteFilterWords *ante_filter_words_copy (const AnteFilterWords *self);
void ante_filter_words_free (AnteFilterWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteFilterWords, ante_filter_words_free)

/* %NULL asks for nothing, as an empty one does. */
gboolean ante_filter_words_equal (const AnteFilterWords *a, const AnteFilterWords *b);
gboolean ante_filter_words_is_empty (const AnteFilterWords *self);
gboolean ante_filter_words_has (const AnteFilterWords *self, AnteFilterKind kind);
gboolean ante_filter_words_is_timed (const AnteFilterWords *self);
gboolean
ante_filter_words_contains (const AnteFilterWords *self, AnteFilterKind kind, const char *value);

void ante_filter_words_add (AnteFilterWords *self, AnteFilterKind kind, const char *value);
void ante_filter_words_remove (AnteFilterWords *self, AnteFilterKind kind, const char *value);
void ante_filter_words_clear (AnteFilterWords *self, AnteFilterKind kind);
void ante_filter_words_merge (AnteFilterWords *self, const AnteFilterWords *other);

AnteFilterWords *ante_filter_words_parse (const char *typed);
/* What the parts of it are read with, for who knows other prefixes, too. */
char *ante_filter_words_read (const char **cursor, gboolean *is_quoted);
gboolean
ante_filter_words_add_typed (AnteFilterWords *self, AnteFilterKind kind, const char *value);
char *ante_filter_words_format (const AnteFilterWords *self);
void
ante_filter_words_resolve (AnteFilterWords *self, AnteFilterKind kind, const char *const *known);

G_END_DECLS
