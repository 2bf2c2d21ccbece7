#pragma once

#include "rules/draft/ante-drafter.h"

G_BEGIN_DECLS

/* Shared by the files that make a draft alone. */

/**
 * AnteDraftWork:
 * @talk: the messages that have words
 * @first: the first of the burst among them
 * @has_answered: we have written to them before
 * @invites: the words invite to a call
 * @unread: (nullable): what of the burst has no words: "a voice message"
 */
typedef struct {
  const AnteDraftCase *asked;
  AnteDrafted *drafted;
  AnteTalk *talk;
  guint first;
  AnteMemory *memory;
  gboolean has_answered;
  gboolean invites;
  const char *unread;
} AnteDraftWork;

/* The words, filled from memory; FALSE where something in them stays open. */
gboolean ante_draft_say (AnteDraftWork *work, const char *text);
void ante_draft_note (AnteDraftWork *work, const char *what, const char *id);
void ante_draft_be_silent (AnteDraftWork *work, AnteSilence silence, const char *why);

/* ante-draft-words.c: each finds words of one kind, or gives FALSE. */
gboolean ante_draft_opener (AnteDraftWork *work);
gboolean ante_draft_saved_reply (AnteDraftWork *work, gboolean by_words);
gboolean ante_draft_question (AnteDraftWork *work);
gboolean ante_draft_booking (AnteDraftWork *work);
gboolean ante_draft_price (AnteDraftWork *work);
gboolean ante_draft_disclosure (AnteDraftWork *work);

/* All that a lead must have is known and met. */
gboolean ante_draft_is_qualified (const AnteDraftWork *work);
/* (nullable): the offer that the burst names, or the only one there is. */
const AnteOffer *ante_draft_find_offer (const AnteDraftWork *work, gboolean *named);

G_END_DECLS
