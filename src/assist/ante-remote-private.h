#pragma once

#include <json-glib/json-glib.h>

#include "assist/ante-denial.h"
#include "assist/ante-heard.h"
#include "assist/ante-lines.h"
#include "assist/ante-remote.h"

G_BEGIN_DECLS

/**
 * AnteAsking:
 *
 * What goes into one request for an answer.
 */
typedef struct {
  const AntePrompt *prompt;
  const char *model;
  guint max_output;
  double temperature;
  gboolean stream;
  const AnteCapability *can;
} AnteAsking;

/**
 * AnteRemoteClass:
 * @lines: what a stream is made of
 * @shapes: which shapes can be asked for, as bits
 * @needs_done: a stream without its last word was cut
 * @tries_v1: whether "/v1" belongs between address and path is found out
 * @complete_path: where an answer is asked for
 * @authorize: puts the key into a header
 * @models_path: (transfer full): of the list, after @after
 * @read_models: takes a page; TRUE when it is one. @after is set when there are more
 * @build: (transfer full): the body
 * @read_whole: takes an answer; FALSE when it is none
 * @read_piece: takes a piece of a stream; FALSE when it is none
 * @adapt: changes what is sent by what was refused; TRUE when it could
 * @runs_elsewhere: (nullable): a model that is known to run elsewhere, besides those whose name
 * says so
 *
 * What a wire has of its own. No function keeps anything about a single call.
 */
struct _AnteRemoteClass {
  AnteProviderClass parent_class;

  AnteLinesKind lines;
  guint shapes;
  gboolean needs_done;
  gboolean tries_v1;
  const char *complete_path;
  void (*authorize) (AnteRemote *self, AnteWireRequest *request, const char *key);
  char *(*models_path) (AnteRemote *self, const char *after);
  gboolean (*read_models) (AnteRemote *self, JsonObject *page, GPtrArray *models, char **after);
  JsonNode *(*build) (AnteRemote *self, const AnteAsking *asking);
  gboolean (*read_whole) (AnteRemote *self, JsonObject *answer, AnteHeard *heard);
  gboolean (*read_piece) (AnteRemote *self, JsonObject *piece, AnteHeard *heard);
  gboolean (*adapt) (AnteRemote *self, const AnteDenial *denial, AnteCapability *can);
  gboolean (*runs_elsewhere) (AnteRemote *self, const char *model);
};

gboolean ante_remote_set_up (AnteRemote *self, const AnteRemoteConfig *config, GError **error);
const char *ante_remote_get_base_url (AnteRemote *self);
void ante_remote_trim_v1 (AnteRemote *self);

/* What a call needs of its provider: ante-remote.c. */
AnteWire *ante_remote_get_wire (AnteRemote *self);
const AnteRemoteTimes *ante_remote_lend_times (AnteRemote *self);
char *ante_remote_build_url (AnteRemote *self, const char *path);
gboolean ante_remote_try_other_prefix (AnteRemote *self);
void ante_remote_keep_prefix (AnteRemote *self);
void ante_remote_authorize (AnteRemote *self, AnteWireRequest *request);
char *ante_remote_scrub (AnteRemote *self, const char *text);
gboolean ante_remote_check (AnteRemote *self, const char *model, GError **error);
gboolean ante_remote_may_leave (AnteRemote *self, const char *model, GError **error);
void ante_remote_note_end (AnteRemote *self, const GError *error);
void ante_remote_look_up (AnteRemote *self, const char *model, AnteCapability *can);
void
ante_remote_learn (AnteRemote *self, const char *model, const AnteCapability *can, gboolean is_new);
gint64 ante_remote_cost (AnteRemote *self,
                         const char *model,
                         const AntePrompt *prompt,
                         const AnteHeard *heard,
                         AnteCostKind *kind);
/* @model: (nullable): %NULL for the list of models. */
gboolean ante_remote_leaves (AnteRemote *self, const char *model);

/* One at a time here, two elsewhere. @task: returns TRUE when its turn has come. */
void ante_remote_wait_turn (AnteRemote *self, GTask *task);
void ante_remote_end_turn (AnteRemote *self);

/* ante-remote-call.c */
void ante_remote_call_list (AnteProvider *self, GTask *task);
void ante_remote_call_complete (AnteProvider *self,
                                const AntePrompt *prompt,
                                const AnteCompleteOptions *options,
                                GTask *task);

/* For the wires: the next shape that can be asked for; FALSE after the last. */
gboolean ante_remote_next_shape (AnteRemote *self, AnteCapability *can);

G_END_DECLS
