#pragma once

#include <json-glib/json-glib.h>

#include "rules/guard/ante-playbook.h"

G_BEGIN_DECLS

/**
 * AntePlaybookReader:
 * @path: where it is: "offers[1].prices[0]"
 * @problems: (element-type utf8): what is wrong, each beginning with its path
 *
 * Reads the members of a playbook. What is wrong is noted, and reading goes on with what is meant
 * by nothing: whoever mends a playbook is told of all at once. Shared by the files that read
 * playbooks.
 */
typedef struct {
  GString *path;
  GPtrArray *problems;
} AntePlaybookReader;

void ante_playbook_reader_init (AntePlaybookReader *self, const char *path);
void ante_playbook_reader_clear (AntePlaybookReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AntePlaybookReader, ante_playbook_reader_clear)
/* FALSE with the first problem in @error where there is any. */
gboolean ante_playbook_reader_finish (AntePlaybookReader *self, GError **error);

void ante_playbook_reader_fail (AntePlaybookReader *self, const char *name, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* Goes into a member; gives what the path is to be cut to again. */
gsize ante_playbook_reader_enter (AntePlaybookReader *self, const char *name);
void ante_playbook_reader_leave (AntePlaybookReader *self, gsize before);

/* NULL for what is not there, and for null. */
JsonNode *ante_playbook_member (JsonObject *object, const char *name);
char *ante_playbook_read_text (AntePlaybookReader *self,
                               JsonObject *object,
                               const char *name,
                               gboolean needed);
gboolean ante_playbook_read_number (
  AntePlaybookReader *self, JsonObject *object, const char *name, gboolean needed, double *number);
guint ante_playbook_read_count (
  AntePlaybookReader *self, JsonObject *object, const char *name, gboolean needed, guint fallback);
gboolean ante_playbook_read_boolean (AntePlaybookReader *self,
                                     JsonObject *object,
                                     const char *name,
                                     gboolean fallback);
/* yyyymmdd; 0 for none. */
int ante_playbook_read_day (AntePlaybookReader *self, JsonObject *object, const char *name);
/* The place of the word in @words; @fallback for none, and for one that is none of them. */
int ante_playbook_read_word (AntePlaybookReader *self,
                             JsonObject *object,
                             const char *name,
                             gboolean needed,
                             const char *const *words,
                             int fallback);
/* Never NULL: a list that is not there is empty. */
char **ante_playbook_read_texts (AntePlaybookReader *self, JsonObject *object, const char *name);
JsonObject *
ante_playbook_read_object (AntePlaybookReader *self, JsonObject *object, const char *name);

typedef void (*AntePlaybookReadItem) (AntePlaybookReader *self, JsonObject *item, gpointer data);

void ante_playbook_read_items (AntePlaybookReader *self,
                               JsonObject *object,
                               const char *name,
                               AntePlaybookReadItem read_item,
                               gpointer data);

/* One JSON object of bearable size and depth. */
JsonObject *ante_playbook_parse_object (const char *json, gssize length, GError **error);
/* ante-playbook-json.c: what the guard asks for; @playbook is an empty one. */
void
ante_playbook_read_profile (AntePlaybookReader *self, JsonObject *object, AntePlaybook *playbook);

G_END_DECLS
