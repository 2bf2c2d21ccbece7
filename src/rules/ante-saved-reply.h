#pragma once

#include "model/ante-records.h"

G_BEGIN_DECLS

#define ANTE_REPLY_MAX_NAME 60
#define ANTE_REPLY_MAX_TEXT 4000
/* A link, or a name. */
#define ANTE_REPLY_MAX_WORDS 300

/**
 * AnteReplyWords:
 * @first_name: (nullable): of the lead
 * @handle: (nullable): of the lead, without @
 * @booking_link: (nullable): the coach's
 * @my_name: (nullable): of whoever answers
 *
 * What stands in a message for {first_name}, {handle}, {booking_link} and {my_name}; "" and %NULL:
 * it is not known.
 */
typedef struct {
  const char *first_name;
  const char *handle;
  const char *booking_link;
  const char *my_name;
} AnteReplyWords;

char *ante_saved_reply_fill (const char *text, const AnteReplyWords *words);
gboolean ante_saved_reply_find_gap (const char *text, const char **start, const char **end);
char *ante_saved_reply_find_unknown (const char *text);
char *ante_saved_reply_first_name (const char *name);
int ante_saved_reply_rank (const AnteReply *reply, const char *query, AnteSourceKind source);

G_END_DECLS
