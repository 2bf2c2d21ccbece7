#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnteFormKind:
 * @ANTE_FORM_TEXT: a line
 * @ANTE_FORM_LONG: a text of several lines
 * @ANTE_FORM_NUMBER: a number
 * @ANTE_FORM_FLAG: yes or no
 * @ANTE_FORM_CHOICE: one of #AnteFormField.choices
 * @ANTE_FORM_TEXTS: a list of texts, one a line
 * @ANTE_FORM_SET: any of #AnteFormField.choices; all of them where nothing is told
 * @ANTE_FORM_LIST: a list of entries with #AnteFormField.fields
 */
typedef enum {
  ANTE_FORM_TEXT,
  ANTE_FORM_LONG,
  ANTE_FORM_NUMBER,
  ANTE_FORM_FLAG,
  ANTE_FORM_CHOICE,
  ANTE_FORM_TEXTS,
  ANTE_FORM_SET,
  ANTE_FORM_LIST,
} AnteFormKind;

/* As the document says it, and as people do: marked with N_(). A nick of "" stands for nothing
 * told. */
typedef struct {
  const char *nick;
  const char *title;
} AnteFormChoice;

/**
 * AnteFormField:
 * @kind: how it is edited
 * @name: its member, from what it stands in: "voice.greeting"; %NULL ends the table
 * @title: marked with N_()
 * @help: (nullable): marked with N_(): what it is for, or its form
 * @choices: of a choice or a set; ends with a %NULL nick
 * @yes: of a flag that is not told
 * @fields: of a list: of each entry
 * @entry: of a list: what one is called, marked with N_()
 * @label: of a list: the member by which one is told from another
 * @only: (nullable): "when=words": not shown unless that member of the same entry says so
 */
typedef struct _AnteFormField AnteFormField;
struct _AnteFormField {
  AnteFormKind kind;
  const char *name;
  const char *title;
  const char *help;
  const AnteFormChoice *choices;
  gboolean yes;
  const AnteFormField *fields;
  const char *entry;
  const char *label;
  const char *only;
};

/**
 * AnteFormSection:
 * @name: its word in the interface; %NULL ends the table
 * @title: marked with N_()
 * @help: marked with N_(): what the section decides
 * @reviewed: (nullable): under what it stands in "last_reviewed"
 * @members: members of the document that it holds, with a space between
 *
 * A page of the playbook.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *help;
  const char *reviewed;
  const char *members;
  const AnteFormField *fields;
} AnteFormSection;

extern const AnteFormSection ante_form_sections[];

/* (transfer full): "Offers 2, Price 1, Amount" for "offers[1].prices[0].amount"; the path itself where
 * the form has no such field. */
char *ante_form_section_name_path (const AnteFormSection *section, const char *path);

/* Whether @path ("offers[1].prices[0].amount") stands in the section. */
gboolean ante_form_section_holds (const AnteFormSection *section, const char *path);

G_END_DECLS
