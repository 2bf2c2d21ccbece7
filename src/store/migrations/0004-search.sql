/* The words of a name find its lead, whatever its accents. */
CREATE VIRTUAL TABLE lead_name USING fts5 (handle, name, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO lead_name (rowid, handle, name) SELECT id, handle, name FROM lead;

/*
 * Characters that are words of their own (Chinese, Japanese, Thai, …, and emoji), which message_text takes for one
 * long word or for none. Only messages that have some are in it; the program fills it.
 */
CREATE VIRTUAL TABLE message_signs USING fts5 (signs, content = '', tokenize = 'ascii');
/* The words of message_text in their order: nothing is stored. */
CREATE VIRTUAL TABLE message_word USING fts5vocab ('message_text', 'instance');
CREATE INDEX message_rich ON message (id) WHERE kind <> 'text' OR reactions IS NOT NULL;

/* A search under a name, as it was typed. */
CREATE TABLE search_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  position INTEGER NOT NULL DEFAULT 0,
  filter TEXT NOT NULL
) STRICT;
