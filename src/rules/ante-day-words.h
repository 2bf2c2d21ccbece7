#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Days, months and numbers as people type them in a time. Words come in small letters, English or
 * in the reader's own language.
 */

/* 1 is Monday; 0: it is none. Three letters do. */
int ante_day_words_find_weekday (const char *word);
/* 1 is January; 0: it is none. Three letters do. */
int ante_day_words_find_month (const char *word);
/* @word (nullable). 'm'inutes, 'h'ours, 'd'ays, 'w'eeks, 'M'onths, 'y'ears; 0: it is none. */
char ante_day_words_find_unit (const char *word);
/* A number of at most four digits and what follows it, up to @rest. -1: it is none, or too long. */
int ante_day_words_take_number (const char *word, const char **rest);
/* What stands after the number of a day: "4.", "1st", "22nd". */
gboolean ante_day_words_is_ordinal (const char *rest);
/* The words of @text in small letters; %NULL for a text that is no time for its length alone. */
GStrv ante_day_words_split (const char *text);

G_END_DECLS
