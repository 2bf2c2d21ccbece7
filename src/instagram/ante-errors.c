#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-errors.h"

#include <string.h>

#include "rules/ante-json.h"

#define ANY G_MININT

#define BAD_PARAMETER 100
#define MEDIA_TIME_OUT 2018294

typedef struct {
  int code;
  int subcode;
  AnteInstagramError meaning;
} Row;

/* From the particular to the general: the first row that fits decides. */
static const Row rows[] = {
  { 1, 99, ANTE_INSTAGRAM_ERROR_PERMISSION },
  { 10, 1893063, ANTE_INSTAGRAM_ERROR_RESTRICTED },
  { 10, 2018108, ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE },
  { 10, 2018278, ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED },
  { 10, 2534022, ANTE_INSTAGRAM_ERROR_WINDOW_CLOSED },
  { 10, 2534077, ANTE_INSTAGRAM_ERROR_ROLE },
  { 100, 33, ANTE_INSTAGRAM_ERROR_GONE },
  { 100, 2018001, ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE },
  { 100, 2534014, ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE },
  { 100, 2534025, ANTE_INSTAGRAM_ERROR_COMMENT_USED },
  { 100, 2534029, ANTE_INSTAGRAM_ERROR_RESTRICTED },
  { 200, 1545041, ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE },
  { 200, 2534041, ANTE_INSTAGRAM_ERROR_ACCESS_OFF },
  { 613, 1996, ANTE_INSTAGRAM_ERROR_RESTRICTED },
  { 613, 2018338, ANTE_INSTAGRAM_ERROR_RESTRICTED },
  { ANY, 2018047, ANTE_INSTAGRAM_ERROR_FILE_REFUSED },
  { ANY, 2018109, ANTE_INSTAGRAM_ERROR_FILE_REFUSED },
  { ANY, 2018300, ANTE_INSTAGRAM_ERROR_OTHER_APP },
  { ANY, 2534001, ANTE_INSTAGRAM_ERROR_GONE },
  { ANY, 2534037, ANTE_INSTAGRAM_ERROR_OTHER_APP },
  { -2, ANY, ANTE_INSTAGRAM_ERROR_BUSY },
  { -1, ANY, ANTE_INSTAGRAM_ERROR_BUSY },
  { 1, ANY, ANTE_INSTAGRAM_ERROR_BUSY },
  { 2, ANY, ANTE_INSTAGRAM_ERROR_BUSY },
  { 3, ANY, ANTE_INSTAGRAM_ERROR_ROLE },
  { 4, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 10, ANY, ANTE_INSTAGRAM_ERROR_PERMISSION },
  { 17, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 32, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 102, ANY, ANTE_INSTAGRAM_ERROR_TOKEN },
  { 190, ANY, ANTE_INSTAGRAM_ERROR_TOKEN },
  { 230, ANY, ANTE_INSTAGRAM_ERROR_NO_CONSENT },
  { 341, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 368, ANY, ANTE_INSTAGRAM_ERROR_RESTRICTED },
  { 551, ANY, ANTE_INSTAGRAM_ERROR_CANNOT_RECEIVE },
  { 613, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 36103, ANY, ANTE_INSTAGRAM_ERROR_NOT_ELIGIBLE },
  { 80002, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 80006, ANY, ANTE_INSTAGRAM_ERROR_THROTTLED },
  { 2534001, ANY, ANTE_INSTAGRAM_ERROR_GONE },
  { 9000001, ANY, ANTE_INSTAGRAM_ERROR_GONE },
};

static gboolean
is_send (AnteAsk ask)
{
  return ask == ANTE_ASK_SEND || ask == ANTE_ASK_TAGGED_SEND;
}

static void
copy_trace (AnteRefusal *self, const char *trace)
{
  gsize length = 0;

  for (; trace != NULL && *trace != '\0' && length < sizeof self->trace - 1; trace++) {
    if (g_ascii_isalnum (*trace) || *trace == '-' || *trace == '_')
      self->trace[length++] = *trace;
  }
  self->trace[length] = '\0';
}

/* @answer: (nullable): the object that came. */
void
ante_refusal_read (AnteRefusal *self, JsonObject *answer)
{
  JsonObject *object = ante_json_object (answer, "error");
  const char *message = ante_json_string (object, "message");

  memset (self, 0, sizeof *self);
  if (object == NULL)
    return;

  self->told = TRUE;
  self->code = ante_json_int (object, "code", 0);
  self->subcode = ante_json_int (object, "error_subcode", 0);
  self->transient = ante_json_yes_no (object, "is_transient") == 1;
  self->unsupported =
    message != NULL && g_ascii_strncasecmp (message, "unsupported request", 19) == 0;
  copy_trace (self, ante_json_string (object, "fbtrace_id"));
}

/* Whether asking for fewer fields may help. */
gboolean
ante_refusal_is_unknown_field (const AnteRefusal *self)
{
  return self->told && self->code == BAD_PARAMETER && self->subcode == 0 && !self->unsupported;
}

static AnteInstagramError
look_up (const AnteRefusal *refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if ((rows[i].code == ANY || rows[i].code == refusal->code) &&
        (rows[i].subcode == ANY || rows[i].subcode == refusal->subcode))
      return rows[i].meaning;
  }
  if (refusal->code >= 200 && refusal->code <= 299)
    return ANTE_INSTAGRAM_ERROR_PERMISSION;
  return refusal->transient ? ANTE_INSTAGRAM_ERROR_BUSY : ANTE_INSTAGRAM_ERROR_REJECTED;
}

/*
 * A bad parameter is all that an account without a role hears. Its words are looked at as well,
 * though they may be translated: only where they are does this say less than it could.
 */
static gboolean
lacks_role (const AnteRefusal *refusal, AnteAsk ask)
{
  return refusal->code == BAD_PARAMETER && refusal->subcode == 0 &&
         (refusal->unsupported || ask == ANTE_ASK_ACCOUNT);
}

static AnteInstagramError
meaning_for_read (const AnteRefusal *refusal, guint status, AnteAsk ask)
{
  if (refusal->told)
    return lacks_role (refusal, ask) ? ANTE_INSTAGRAM_ERROR_ROLE : look_up (refusal);
  if (status == 429)
    return ANTE_INSTAGRAM_ERROR_THROTTLED;
  return status >= 500 ? ANTE_INSTAGRAM_ERROR_BUSY : ANTE_INSTAGRAM_ERROR_BAD_ANSWER;
}

static gboolean
is_surely_refused (const AnteRefusal *refusal, guint status)
{
  return status >= 400 && status < 500 && status != 408 &&
         !(refusal->told && (refusal->code == 1 || refusal->code == 2 || refusal->code == -1 ||
                             refusal->code == -2));
}

static AnteInstagramError
meaning_for_send (const AnteRefusal *refusal, guint status, AnteAsk ask)
{
  AnteInstagramError meaning = ANTE_INSTAGRAM_ERROR_REJECTED;

  if (!is_surely_refused (refusal, status))
    return ANTE_INSTAGRAM_ERROR_UNKNOWN_OUTCOME;
  if (!refusal->told)
    return status == 429 ? ANTE_INSTAGRAM_ERROR_THROTTLED : ANTE_INSTAGRAM_ERROR_REJECTED;

  meaning = lacks_role (refusal, ask) ? ANTE_INSTAGRAM_ERROR_ROLE : look_up (refusal);
  if (meaning == ANTE_INSTAGRAM_ERROR_PERMISSION && ask == ANTE_ASK_TAGGED_SEND)
    return ANTE_INSTAGRAM_ERROR_TAG_REFUSED; /* the same account sends without the tag */
  if (meaning == ANTE_INSTAGRAM_ERROR_BUSY)
    return ANTE_INSTAGRAM_ERROR_REJECTED; /* "transient" is a hint for reads alone */
  return meaning;
}

/* That the call itself is refused, and not the file: it is not known there, or wants an address
 * that Instagram can fetch from. */
static AnteInstagramError
meaning_for_upload (const AnteRefusal *refusal, guint status)
{
  AnteInstagramError meaning = 0;

  if (!refusal->told && status == 413)
    return ANTE_INSTAGRAM_ERROR_FILE_REFUSED;
  if (!refusal->told && (status == 404 || status == 405 || status == 415 || status == 501))
    return ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED;
  if (refusal->code == BAD_PARAMETER && refusal->subcode == MEDIA_TIME_OUT)
    return ANTE_INSTAGRAM_ERROR_BUSY;
  meaning = meaning_for_read (refusal, status, ANTE_ASK_UPLOAD);
  if (meaning == ANTE_INSTAGRAM_ERROR_REJECTED || meaning == ANTE_INSTAGRAM_ERROR_ROLE ||
      meaning == ANTE_INSTAGRAM_ERROR_GONE)
    return ANTE_INSTAGRAM_ERROR_UPLOAD_REFUSED;
  return meaning;
}

/**
 * ante_errors_check:
 * @refusal: what ante_refusal_read() found
 * @status: HTTP status, which counts only where there is no code, and for sends: 4xx alone means
 * that nothing was done
 *
 * Returns: %FALSE, and @error by the catalogue of codes, unless the answer is a success
 */
gboolean
ante_errors_check (
  const AnteRefusal *refusal, guint status, AnteAsk ask, const char *label, GError **error)
{
  AnteInstagramError meaning = 0;

  if (!refusal->told && status == 200)
    return TRUE;

  meaning = is_send (ask)            ? meaning_for_send (refusal, status, ask)
            : ask == ANTE_ASK_UPLOAD ? meaning_for_upload (refusal, status)
                                     : meaning_for_read (refusal, status, ask);
  if (refusal->told)
    g_set_error (error, ANTE_INSTAGRAM_ERROR, meaning,
                 "%s: code %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ", HTTP %u, trace %s", label,
                 refusal->code, refusal->subcode, status,
                 refusal->trace[0] != '\0' ? refusal->trace : "none");
  else
    g_set_error (error, ANTE_INSTAGRAM_ERROR, meaning, "%s: HTTP %u", label, status);
  return FALSE;
}
