#define G_LOG_DOMAIN "ante-instagram"

#include "config.h"

#include "instagram/ante-decode.h"

#include <string.h>

#include "rules/ante-json.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"

#define MAX_TITLE 300
#define MAX_MIME 100
#define MAX_EMOJI 16
#define MAX_PIXELS 100000

static gboolean
is_us (JsonObject *person, const AnteDecodeHints *hints)
{
  g_autofree char *id = ante_json_dup_id (person, "id");

  return id != NULL && g_str_equal (id, hints->user_id);
}

/*
 * Reads have no mark for our own messages, only the sender. Where even that is missing, one that
 * is addressed to somebody else is ours; what cannot be told counts as the lead's, so that it is
 * looked at.
 */
static const char *
find_author (JsonObject *object, const AnteDecodeHints *hints)
{
  JsonObject *from = ante_json_object (object, "from");
  JsonArray *to = ante_json_list (object, "to");

  if (is_us (from, hints))
    return ANTE_PARTY_ELSEWHERE;
  if (from != NULL || ante_json_length (to) == 0)
    return ANTE_PARTY_LEAD;
  for (guint i = 0; i < ante_json_length (to); i++) {
    if (is_us (ante_json_item (to, i), hints))
      return ANTE_PARTY_LEAD;
  }
  return ANTE_PARTY_ELSEWHERE;
}

static int
pixels (JsonObject *object, const char *name)
{
  return (int) CLAMP (ante_json_int (object, name, 0), 0, MAX_PIXELS);
}

static void
decode_visual (AnteAttachment *attachment, JsonObject *data)
{
  attachment->url = ante_json_dup_url (data, "animated_gif_url");
  if (attachment->url == NULL)
    attachment->url = ante_json_dup_url (data, "url");
  attachment->preview_url = ante_json_dup_url (data, "animated_gif_preview_url");
  if (attachment->preview_url == NULL)
    attachment->preview_url = ante_json_dup_url (data, "preview_url");
  attachment->width = pixels (data, "width");
  attachment->height = pixels (data, "height");
}

static AnteMessageKind
kind_of_mime (const char *mime)
{
  if (mime != NULL && g_str_has_prefix (mime, "audio/"))
    return ANTE_MESSAGE_VOICE;
  if (mime != NULL && g_str_has_prefix (mime, "image/"))
    return ANTE_MESSAGE_IMAGE;
  if (mime != NULL && g_str_has_prefix (mime, "video/"))
    return ANTE_MESSAGE_VIDEO;
  return ANTE_MESSAGE_FILE;
}

static AnteMessageKind
kind_of_attachment (JsonObject *object, const char *mime)
{
  JsonObject *image = ante_json_object (object, "image_data");

  if (image != NULL)
    return ante_json_yes_no (image, "render_as_sticker") == 1 ||
               ante_json_string (image, "animated_gif_url") != NULL
             ? ANTE_MESSAGE_STICKER
             : ANTE_MESSAGE_IMAGE;
  /* A voice note comes as a video without a picture in some answers; its media type tells. */
  if (ante_json_object (object, "video_data") != NULL)
    return kind_of_mime (mime) == ANTE_MESSAGE_VOICE ? ANTE_MESSAGE_VOICE : ANTE_MESSAGE_VIDEO;
  if (ante_json_object (object, "generic_template") != NULL)
    return ANTE_MESSAGE_SHARE;
  return kind_of_mime (mime);
}

static AnteAttachment *
decode_attachment (JsonObject *object)
{
  g_autofree char *mime = ante_json_dup_name (object, "mime_type", MAX_MIME);
  AnteAttachment *attachment = ante_attachment_new (kind_of_attachment (object, mime));
  JsonObject *visual = ante_json_object (object, "image_data");

  if (visual == NULL)
    visual = ante_json_object (object, "video_data");
  decode_visual (attachment, visual);
  if (attachment->url == NULL)
    attachment->url = ante_json_dup_url (object, "file_url");
  attachment->mime = g_steal_pointer (&mime);
  attachment->title = ante_json_dup_name (object, "name", MAX_TITLE);
  if (attachment->title == NULL)
    attachment->title =
      ante_json_dup_name (ante_json_object (object, "generic_template"), "title", MAX_TITLE);
  return attachment;
}

static AnteAttachment *
decode_share (JsonObject *object)
{
  AnteAttachment *attachment = ante_attachment_new (ANTE_MESSAGE_SHARE);

  attachment->url = ante_json_dup_url (object, "link");
  attachment->title = ante_json_dup_name (object, "name", MAX_TITLE);
  if (attachment->title == NULL)
    attachment->title = ante_json_dup_name (object, "description", MAX_TITLE);
  return attachment;
}

static void
take_attachments (AnteMessage *message,
                  JsonArray *array,
                  AnteAttachment *(*decode) (JsonObject *object))
{
  for (guint i = 0; i < ante_json_length (array); i++) {
    JsonObject *object = ante_json_item (array, i);

    if (message->attachments != NULL && message->attachments->len >= ANTE_DECODE_MAX_ATTACHMENTS)
      return;
    if (object != NULL)
      ante_message_take_attachment (message, decode (object));
  }
}

/* Three shapes: {"reply_to":{…}}, {"mention":{…}}, and the bare {"link","id"}. */
static gboolean
decode_story (AnteMessage *message, JsonObject *story)
{
  JsonObject *reply = ante_json_object (story, "reply_to");
  JsonObject *mention = ante_json_object (story, "mention");
  JsonObject *bare = reply != NULL ? reply : mention != NULL ? mention : story;

  message->story_id = ante_json_dup_id (bare, "id");
  message->story_url = ante_json_dup_url (bare, "link");
  if (message->story_id == NULL && message->story_url == NULL && reply == NULL && mention == NULL)
    return FALSE;

  if (mention != NULL || (reply == NULL && message->text == NULL))
    message->kind = ANTE_MESSAGE_STORY_MENTION;
  else
    message->kind = ANTE_MESSAGE_STORY_REPLY;
  return TRUE;
}

static const char *
emoji_of_word (const char *word)
{
  static const char *const words[][2] = {
    { "love", "❤" },    { "heart", "❤" }, { "smile", "😆" }, { "haha", "😆" },
    { "wow", "😮" },     { "sad", "😢" },   { "cry", "😢" },   { "angry", "😠" },
    { "dislike", "👎" }, { "like", "👍" },  { "fire", "🔥" },  { "clap", "👏" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_ascii_strcasecmp (word, words[i][0]) == 0)
      return words[i][1];
  }
  return word;
}

static char *
dup_emoji (JsonObject *reaction)
{
  char *emoji = ante_json_dup_name (reaction, "emoji", MAX_EMOJI);

  if (emoji == NULL) {
    g_autofree char *word = ante_json_dup_name (reaction, "reaction", MAX_EMOJI);

    emoji = word != NULL ? g_strdup (emoji_of_word (word)) : NULL;
  }
  /* These two divide the list of reactions. */
  return emoji != NULL ? g_strdelimit (emoji, "; ", '_') : NULL;
}

static void
add_reaction (GString *list, guint *n, const char *emoji, const char *party)
{
  if (*n >= ANTE_DECODE_MAX_REACTIONS)
    return;
  if (list->len > 0)
    g_string_append_c (list, ';');
  g_string_append_printf (list, "%s %s", emoji, party);
  (*n)++;
}

static char *
decode_reactions (JsonArray *array, const AnteDecodeHints *hints)
{
  GString *list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < ante_json_length (array) && n < ANTE_DECODE_MAX_REACTIONS; i++) {
    JsonObject *reaction = ante_json_item (array, i);
    JsonArray *users = ante_json_list (reaction, "users");
    g_autofree char *emoji = dup_emoji (reaction);

    if (emoji == NULL)
      continue;
    if (ante_json_length (users) == 0)
      add_reaction (list, &n, emoji, ANTE_PARTY_LEAD);
    for (guint j = 0; j < ante_json_length (users); j++)
      add_reaction (list, &n, emoji,
                    is_us (ante_json_item (users, j), hints) ? ANTE_PARTY_COACH : ANTE_PARTY_LEAD);
  }

  return g_string_free (list, list->len == 0);
}

static void
decide_kind (AnteMessage *message, JsonObject *object)
{
  gboolean has_attachment = message->attachments != NULL && message->attachments->len > 0;

  if (ante_json_yes_no (object, "is_unsupported") == 1)
    message->kind = ANTE_MESSAGE_UNSUPPORTED;
  else if (decode_story (message, ante_json_object (object, "story")))
    return;
  else if (has_attachment)
    message->kind = ((AnteAttachment *) message->attachments->pdata[0])->kind;
  else
    message->kind = message->text != NULL ? ANTE_MESSAGE_TEXT : ANTE_MESSAGE_UNSUPPORTED;
}

/**
 * ante_decode_message:
 * @object: (nullable): one message of a thread
 * @at: its time where it tells none, ms
 *
 * Returns: (transfer full) (nullable): the message; its author is "lead" or "elsewhere"
 */
AnteMessage *
ante_decode_message (JsonObject *object, const AnteDecodeHints *hints, gint64 at)
{
  g_autofree char *mid = ante_json_dup_id (object, "id");
  AnteMessage *message = NULL;

  if (mid == NULL)
    return NULL;

  message = ante_message_new ();
  message->mid = g_steal_pointer (&mid);
  message->at = ante_json_time (object, "created_time");
  if (message->at == 0)
    message->at = at;
  g_free (message->author);
  message->author = g_strdup (find_author (object, hints));
  message->text = ante_json_dup_text (object, "message", ANTE_DECODE_MAX_TEXT);
  message->reply_to = ante_json_dup_id (ante_json_object (object, "reply_to"), "mid");
  message->reactions = decode_reactions (ante_json_list (object, "reactions"), hints);
  take_attachments (message, ante_json_list (object, "attachments"), decode_attachment);
  take_attachments (message, ante_json_list (object, "shares"), decode_share);
  decide_kind (message, object);
  return message;
}
