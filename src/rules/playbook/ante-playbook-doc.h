#pragma once

#include "rules/playbook/ante-plan.h"

G_BEGIN_DECLS

/**
 * AntePlaybookDoc:
 *
 * A playbook as it is edited: a tree in which each member has a path, such as
 * "offers[1].prices[0].amount". What is not known here is kept as it is. It need not be right; that
 * is what ante_playbook_doc_check() says.
 */
typedef struct _AntePlaybookDoc AntePlaybookDoc;

AntePlaybookDoc *ante_playbook_doc_new (void);
/* Any JSON object of bearable size. */
AntePlaybookDoc *ante_playbook_doc_parse (const char *json, gssize length, GError **error);
AntePlaybookDoc *ante_playbook_doc_copy (const AntePlaybookDoc *self);
void ante_playbook_doc_free (AntePlaybookDoc *self);

/* The one way in which a document is written: members in the order of the form, then those that are
 * not known by name. The same content has the same bytes. */
char *ante_playbook_doc_write (const AntePlaybookDoc *self);

/* (transfer full): what it says; NULL with the first problem in @error. */
AntePlan *ante_playbook_doc_read (const AntePlaybookDoc *self, GError **error);

/**
 * AntePlaybookNote:
 * @path: "offers[1].prices[0].amount"; "" for the whole
 * @what: in plain English words
 * @wrong: it has to be mended; otherwise it is worth a look
 */
typedef struct {
  char *path;
  char *what;
  gboolean wrong;
} AntePlaybookNote;

/* (element-type AntePlaybookNote): all that is wrong, then what is worth a look at @now (ms):
 * members that are not known, and openers, saved replies and steps that the guard would not let
 * out: with an old price, say. */
GPtrArray *ante_playbook_doc_check (const AntePlaybookDoc *self, gint64 now);

/* --- by path ------------------------------------------------------------------------------- */

typedef enum {
  ANTE_DOC_NOTHING,
  ANTE_DOC_TEXT,
  ANTE_DOC_NUMBER,
  ANTE_DOC_FLAG,
  ANTE_DOC_LIST,
  ANTE_DOC_OBJECT,
} AnteDocType;

/* null counts as nothing. */
AnteDocType ante_playbook_doc_get_type (const AntePlaybookDoc *self, const char *path);
/* (nullable): NULL for anything but a text. */
char *ante_playbook_doc_dup_text (const AntePlaybookDoc *self, const char *path);
double
ante_playbook_doc_get_number (const AntePlaybookDoc *self, const char *path, double fallback);
gboolean
ante_playbook_doc_get_flag (const AntePlaybookDoc *self, const char *path, gboolean fallback);
/* How many entries a list has; 0 for anything else. */
guint ante_playbook_doc_count (const AntePlaybookDoc *self, const char *path);
/* (transfer full): names of the members of an object, in their order. */
char **ante_playbook_doc_list_names (const AntePlaybookDoc *self, const char *path);
/* (transfer full): the texts of a list. */
char **ante_playbook_doc_dup_texts (const AntePlaybookDoc *self, const char *path);

/* What is missing on the way is made; FALSE where the path leads through something else, or past
 * the end of a list by more than one. */
gboolean ante_playbook_doc_set_text (AntePlaybookDoc *self, const char *path, const char *text);
gboolean ante_playbook_doc_set_number (AntePlaybookDoc *self, const char *path, double number);
gboolean ante_playbook_doc_set_flag (AntePlaybookDoc *self, const char *path, gboolean flag);
gboolean
ante_playbook_doc_set_texts (AntePlaybookDoc *self, const char *path, const char *const *texts);
/* A member, or one entry of a list. FALSE when it is not there. */
gboolean ante_playbook_doc_remove (AntePlaybookDoc *self, const char *path);
/* Within a list: entry @from comes to the place @to. */
gboolean ante_playbook_doc_move (AntePlaybookDoc *self, const char *path, guint from, guint to);

/* --- two of them --------------------------------------------------------------------------- */

/**
 * AntePlaybookDiffLine:
 * @section: "offers", "voice", …
 * @path: where it stands in the newer one (in the older one for what is gone)
 * @text: "Offer Reset: price 500 € → 600 €"
 */
typedef struct {
  char *section;
  char *path;
  char *text;
} AntePlaybookDiffLine;

/* (element-type AntePlaybookDiffLine): what changed from @before to @after, for people. */
GPtrArray *ante_playbook_doc_diff (const AntePlaybookDoc *before, const AntePlaybookDoc *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AntePlaybookDoc, ante_playbook_doc_free)

G_END_DECLS
