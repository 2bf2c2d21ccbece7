#define G_LOG_DOMAIN "ante-store"

#include "config.h"

#include "store/ante-remember.h"

#include <string.h>

#include "model/ante-message.h"
#include "model/ante-party.h"
#include "rules/ante-text.h"
#include "rules/memory/ante-memory.h"
#include "store/ante-facts.h"
#include "store/ante-merge.h"
#include "store/ante-rows.h"
#include "store/ante-store-changes.h"

/* No post asks people to write more than this. */
#define MAX_KEYWORD 40

/* A conversation as the rules read it: the rows and ids of its lines are by their place. */
typedef struct {
  gint64 lead_id;
  gint64 via; /* row of the one of their conversations that it is, most often the lead's own */
  gint64 now;
  AnteTalk *talk;
  GArray *rows;    /* of gint64 */
  GPtrArray *mids; /* of char * */
  GArray *times;   /* of gint64 */
  AnteMessageKind first_kind;
} Conversation;

static void
conversation_init (Conversation *self, gint64 lead_id, gint64 via, gint64 now)
{
  self->lead_id = lead_id;
  self->via = via;
  self->now = now;
  self->talk = ante_talk_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->mids = g_ptr_array_new_with_free_func (g_free);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->first_kind = ANTE_MESSAGE_UNSUPPORTED;
}

static void
conversation_clear (Conversation *self)
{
  ante_talk_free (self->talk);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->mids);
  g_array_unref (self->times);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conversation, conversation_clear)

static gboolean
read_conversation (AnteDb *db, Conversation *self, GError **error)
{
  static const char sql[] = "SELECT id, mid, at, author, kind, coalesce (text, '') FROM"
                            " (SELECT * FROM message WHERE lead_id = ?1 AND via IS nullif (?3, ?1)"
                            "  ORDER BY at DESC, id DESC LIMIT ?2) ORDER BY at, id";
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (db, &read_error, sql, "iii", self->lead_id,
                                          (gint64) ANTE_TALK_MAX_LINES, self->via);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 row = sqlite3_column_int64 (stmt, 0);
    gint64 at = sqlite3_column_int64 (stmt, 2);

    if (self->rows->len == 0)
      ante_message_kind_from_nick ((const char *) sqlite3_column_text (stmt, 4), &self->first_kind);
    ante_talk_add (self->talk, !ante_party_is_us ((const char *) sqlite3_column_text (stmt, 3)),
                   (const char *) sqlite3_column_text (stmt, 5));
    g_array_append_val (self->rows, row);
    g_ptr_array_add (self->mids, ante_stmt_dup_text (stmt, 1));
    g_array_append_val (self->times, at);
  }
  if (read_error == NULL) {
    ante_talk_find_tongues (self->talk);
    return TRUE;
  }
  g_propagate_error (error, read_error);
  return FALSE;
}

/* --- facts ---------------------------------------------------------------------------------- */

/* What the state of a booking rests on is the whole message that shows it. */
static void
add_booking (const Conversation *self, AnteMemory *memory)
{
  const AnteMemoryState *booking = &memory->booking;
  AnteMemoryFact *fact = NULL;
  const AnteLine *line = NULL;

  if (booking->line < 0 || g_strcmp0 (booking->value, "none") == 0)
    return;
  line = ante_talk_line (self->talk, (guint) booking->line);
  if (*line->text == '\0')
    return;
  fact = g_new0 (AnteMemoryFact, 1);
  fact->kind = ANTE_FACT_BOOKING;
  fact->type = booking->value;
  fact->text = ante_text_clean_name (line->text, ANTE_FACT_MAX_CHARS);
  fact->line = (guint) booking->line;
  fact->span_end = (guint) g_utf8_strlen (line->text, -1);
  fact->confidence = 0.8;
  g_ptr_array_add (memory->facts, fact);
}

static gboolean
is_same (const Conversation *self, const AnteFact *known, const AnteMemoryFact *found)
{
  return known->kind == found->kind &&
         known->message_id == g_array_index (self->rows, gint64, found->line) &&
         g_strcmp0 (known->type, found->type) == 0 &&
         (g_str_equal (known->text, found->text) ||
          (known->span_start < found->span_end && found->span_start < known->span_end));
}

/* Whether it stands there already, in whatever state: what a person said no to, or replaced, is not
 * asked again. One that was withdrawn when the words seemed to be taken back may come again. */
static gboolean
is_known (const Conversation *self, GPtrArray *known, const AnteMemoryFact *found)
{
  for (guint i = 0; i < known->len; i++) {
    const AnteFact *fact = known->pdata[i];

    if (fact->state != ANTE_FACT_WITHDRAWN &&
        (fact->state != ANTE_FACT_SUPERSEDED || fact->party != NULL) && is_same (self, fact, found))
      return TRUE;
    /* Of what one holds at a time a person has said the very same. */
    if (fact->state == ANTE_FACT_CONFIRMED && fact->kind == found->kind &&
        g_str_equal (fact->text, found->text))
      return TRUE;
  }
  return FALSE;
}

/* What we told them is in our own words: nobody has to say yes to it. */
static gboolean
add_fact (AnteDb *db, const Conversation *self, const AnteMemoryFact *found, GError **error)
{
  static const char sql[] =
    "INSERT INTO fact (lead_id, kind, type, text, message_id, span_start, span_end, origin,"
    " confidence, state, at, via) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'rule', ?8, ?9, ?10,"
    " nullif (?11, ?1))";
  AnteFactState state =
    found->kind == ANTE_FACT_ALREADY_KNOWS ? ANTE_FACT_CONFIRMED : ANTE_FACT_SUGGESTED;

  return ante_db_run (db, error, sql, "isssiiidsii", self->lead_id,
                      ante_fact_kind_to_nick (found->kind), found->type, found->text,
                      g_array_index (self->rows, gint64, found->line), (gint64) found->span_start,
                      (gint64) found->span_end, found->confidence, ante_fact_state_to_nick (state),
                      self->now, self->via);
}

static gboolean
has_kind (const AnteMemory *memory, AnteFactKind kind)
{
  return ante_memory_find (memory, kind, NULL) != NULL;
}

/* To the word: what was edited since is another fact. */
static gboolean
is_found (const Conversation *self, const AnteMemory *memory, const AnteFact *fact)
{
  for (guint i = 0; i < memory->facts->len; i++) {
    const AnteMemoryFact *found = memory->facts->pdata[i];

    if (is_same (self, fact, found) && g_str_equal (fact->text, found->text) &&
        fact->span_start == found->span_start && fact->span_end == found->span_end)
      return TRUE;
  }
  return FALSE;
}

/* Of a long thread only the end is read: what was found before that still stands. */
static gboolean
is_before_what_was_read (const Conversation *self, const AnteFact *fact)
{
  return self->times->len == ANTE_TALK_MAX_LINES && !fact->is_gone && fact->said_at > 0 &&
         fact->said_at < g_array_index (self->times, gint64, 0);
}

/* Each conversation of a person is read by itself, and says nothing of what was found in another:
 * what contradicts it there stands beside it. */
static gboolean
is_of_conversation (
  AnteDb *db, const Conversation *self, const AnteFact *fact, gboolean *is_of, GError **error)
{
  static const char sql[] = "SELECT coalesce (via, ?1) = ?2 FROM fact WHERE id = ?3";
  gint64 same = 0;

  if (!ante_db_get_int (db, error, &same, sql, "iii", self->lead_id, self->via, fact->id))
    return FALSE;
  *is_of = same != 0;
  return TRUE;
}

/* Whether nobody but the machine stands behind it. */
static gboolean
is_of_machine (const AnteFact *fact)
{
  return fact->origin == ANTE_FACT_BY_RULE && fact->party == NULL &&
         (fact->state == ANTE_FACT_SUGGESTED || fact->state == ANTE_FACT_CONFIRMED);
}

/* What words do not show any more goes, superseded where others took its place. */
static gboolean
retire (AnteDb *db,
        const Conversation *self,
        GPtrArray *known,
        const AnteMemory *memory,
        gboolean *changed,
        GError **error)
{
  for (guint i = 0; i < known->len; i++) {
    AnteFact *fact = known->pdata[i];
    gboolean replaced = !ante_fact_kind_is_several (fact->kind) && has_kind (memory, fact->kind);
    gboolean is_of = TRUE;

    if (!is_of_machine (fact) || is_found (self, memory, fact) ||
        is_before_what_was_read (self, fact))
      continue;
    if (!is_of_conversation (db, self, fact, &is_of, error))
      return FALSE;
    if (!is_of)
      continue;
    fact->state = replaced ? ANTE_FACT_SUPERSEDED : ANTE_FACT_WITHDRAWN;
    *changed = TRUE;
    if (!ante_db_run (db, error, "UPDATE fact SET state = ?2 WHERE id = ?1", "is", fact->id,
                      ante_fact_state_to_nick (fact->state)))
      return FALSE;
  }
  return TRUE;
}

/* Without words to show for it, it is no fact. */
static gboolean
is_proved (const Conversation *self, const AnteMemoryFact *found)
{
  return found->line < self->rows->len && found->span_end > found->span_start &&
         *found->text != '\0' && g_utf8_strlen (found->text, -1) <= ANTE_FACT_MAX_CHARS;
}

/* The same link may have been sent thirty times. */
static gboolean
is_repeated (const AnteMemory *memory, guint position)
{
  const AnteMemoryFact *found = memory->facts->pdata[position];

  for (guint i = 0; i < position; i++) {
    const AnteMemoryFact *other = memory->facts->pdata[i];

    if (other->kind == found->kind && g_strcmp0 (other->type, found->type) == 0 &&
        g_str_equal (other->text, found->text))
      return TRUE;
  }
  return FALSE;
}

static gboolean
keep_facts (AnteDb *db,
            const Conversation *self,
            GPtrArray *known,
            AnteMemory *memory,
            gboolean *changed,
            GError **error)
{
  if (!retire (db, self, known, memory, changed, error))
    return FALSE;
  for (guint i = 0; i < memory->facts->len; i++) {
    const AnteMemoryFact *found = memory->facts->pdata[i];

    if (!is_proved (self, found) || is_known (self, known, found) || is_repeated (memory, i))
      continue;
    *changed = TRUE;
    if (!add_fact (db, self, found, error))
      return FALSE;
  }
  return TRUE;
}

/* --- the source ----------------------------------------------------------------------------- */

/* What words can prove; the rest is known from the wire, or not at all. */
static AnteSourceKind
source_of_words (const char *value)
{
  static const struct {
    const char *value;
    AnteSourceKind kind;
  } kinds[] = {
    { "reel_comment", ANTE_SOURCE_COMMENT }, { "dm_ad", ANTE_SOURCE_DM_AD },
    { "keyword", ANTE_SOURCE_KEYWORD },      { "referral", ANTE_SOURCE_REFERRAL },
    { "email", ANTE_SOURCE_EMAIL },          { "webinar", ANTE_SOURCE_EMAIL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_strcmp0 (kinds[i].value, value) == 0)
      return kinds[i].kind;
  }
  return ANTE_SOURCE_UNKNOWN;
}

/* (nullable): the word that a post asked for, where nothing else was written. */
static char *
dup_keyword (const Conversation *self, AnteSourceKind kind, guint line)
{
  g_autofree char *word = g_strstrip (g_strdup (ante_talk_line (self->talk, line)->text));

  if (kind != ANTE_SOURCE_KEYWORD || *word == '\0' || strpbrk (word, " \t\n") != NULL ||
      g_utf8_strlen (word, -1) > MAX_KEYWORD)
    return NULL;
  return g_steal_pointer (&word);
}

static gboolean
write_source (AnteDb *db, const Conversation *self, AnteSourceKind kind, guint line, GError **error)
{
  static const char touch[] = "INSERT INTO touch (lead_id, kind, at, evidence, origin, detail)"
                              " VALUES (?1, ?2, ?3, ?4, 'rule', ?5)";
  g_autofree char *keyword = dup_keyword (self, kind, line);
  AnteAct act = { .actor = ANTE_PARTY_SYSTEM, .now = self->now };
  g_autofree char *id = NULL;
  AnteEvent event = { .lead_id = self->lead_id,
                      .at = self->now,
                      .actor = (char *) ANTE_PARTY_SYSTEM,
                      .field = (char *) ANTE_FIELD_TOUCH };

  if ((act.act = ante_rows_next_act (db, error)) <= 0 ||
      !ante_db_run (db, error, touch, "isiss", self->lead_id, ante_source_kind_to_nick (kind),
                    g_array_index (self->times, gint64, line), self->mids->pdata[line], keyword))
    return FALSE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_last_insert_rowid (db->handle));
  event.group = act.act;
  event.to = id;
  return ante_rows_add_event (db, &event, error) >= 0 &&
         ante_fields_set (db, &act, self->lead_id, "source", ante_source_kind_to_nick (kind),
                          error) &&
         (keyword == NULL ||
          ante_fields_set (db, &act, self->lead_id, "source-detail", keyword, error));
}

/* Where nobody knows it yet: the first touch never changes, and what a person took back of this is
 * not said again. Where the beginning is missing, only who sent them is told by what came later. */
static gboolean
keep_source (
  AnteDb *db, const Conversation *self, const AnteMemory *memory, gboolean *changed, GError **error)
{
  static const char sql[] =
    "SELECT source = 'unknown' AND (has_gap = 0 OR ?2)"
    " AND NOT EXISTS (SELECT 1 FROM touch WHERE lead_id = lead.id) FROM lead WHERE id = ?1";
  AnteSourceKind kind = source_of_words (memory->source.value);
  gint64 open = 0;

  if (kind == ANTE_SOURCE_UNKNOWN || memory->source.line < 0 ||
      (guint) memory->source.line >= self->rows->len)
    return TRUE;
  if (!ante_db_get_int (db, error, &open, sql, "ii", self->lead_id,
                        (gint64) (kind == ANTE_SOURCE_REFERRAL)))
    return FALSE;
  if (open == 0)
    return TRUE;
  *changed = TRUE;
  return write_source (db, self, kind, (guint) memory->source.line, error);
}

/* Of each kind of objection one is found: a no to it must not hide the others. The types are those
 * of @known. */
static GArray *
list_refused (const Conversation *self, GPtrArray *known)
{
  GArray *refused = g_array_new (FALSE, FALSE, sizeof (AnteMemoryRefusal));

  for (guint i = 0; i < known->len; i++) {
    const AnteFact *fact = known->pdata[i];

    for (guint line = 0; line < self->rows->len; line++) {
      AnteMemoryRefusal refusal = { line, fact->type };

      if (fact->kind == ANTE_FACT_OBJECTION && fact->state == ANTE_FACT_REJECTED &&
          fact->message_id == g_array_index (self->rows, gint64, line))
        g_array_append_val (refused, refusal);
    }
  }
  return refused;
}

static gboolean
remember_conversation (
  AnteDb *db, gint64 lead_id, gint64 via, gint64 now, gboolean *changed, GError **error)
{
  g_auto (Conversation) self = { 0 };
  g_autoptr (AnteMemory) memory = NULL;
  g_autoptr (GPtrArray) known = ante_facts_read (db, lead_id, FALSE, error);
  g_autoptr (GArray) refused = NULL;
  AnteMemoryOrigin origin = { NULL, NULL, NULL };

  conversation_init (&self, lead_id, via, now);
  if (known == NULL || !read_conversation (db, &self, error))
    return FALSE;
  origin.refused = refused = list_refused (&self, known);
  if (self.first_kind == ANTE_MESSAGE_STORY_REPLY && self.rows->len < ANTE_TALK_MAX_LINES)
    origin.kind = "story_reply";
  memory = ante_memory_read (self.talk, &origin, NULL);
  add_booking (&self, memory);
  return keep_facts (db, &self, known, memory, changed, error) &&
         keep_source (db, &self, memory, changed, error);
}

/* (transfer full) (element-type gint64) */
static GArray *
list_conversations (AnteDb *db, gint64 lead_id, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *read_error = NULL;
  g_auto (AnteStmt) stmt = ante_db_query (
    db, &read_error, "SELECT id FROM lead WHERE id IN " ANTE_MERGE_PERSON " ORDER BY id", "i",
    lead_id);

  while (stmt != NULL && ante_db_next (db, stmt, &read_error)) {
    gint64 row = sqlite3_column_int64 (stmt, 0);

    g_array_append_val (rows, row);
  }
  if (read_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, read_error);
  return NULL;
}

gboolean
ante_remember_lead (AnteDb *db, gint64 lead_id, gint64 now, GError **error)
{
  g_autoptr (GArray) conversations = list_conversations (db, lead_id, error);
  gboolean changed = FALSE;

  for (guint i = 0; conversations != NULL && i < conversations->len; i++) {
    if (!remember_conversation (db, lead_id, g_array_index (conversations, gint64, i), now,
                                &changed, error))
      return FALSE;
  }
  if (conversations == NULL ||
      !ante_db_run (db, error, "UPDATE lead SET memory_due = 0 WHERE id = ?1", "i", lead_id))
    return FALSE;
  if (changed)
    ante_db_touch (db, ANTE_STORE_LEADS | ANTE_STORE_EVENTS, lead_id);
  return TRUE;
}
