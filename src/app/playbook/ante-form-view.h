#pragma once

#include <adwaita.h>

#include "app/playbook/ante-form-field.h"
#include "rules/playbook/ante-playbook-doc.h"

G_BEGIN_DECLS

#define ANTE_TYPE_FORM_VIEW (ante_form_view_get_type ())
G_DECLARE_FINAL_TYPE (AnteFormView, ante_form_view, ANTE, FORM_VIEW, AdwBin)

/*
 * One section of a playbook as rows to fill in. What is typed is in the document at once; signal
 * "edited" says so.
 */
GtkWidget *ante_form_view_new (void);

/* @doc is the page's, and stands until another is shown; %NULL shows nothing. */
void ante_form_view_show (AnteFormView *self, AntePlaybookDoc *doc, const AnteFormSection *section);

/* Marks the rows at these paths, (element-type AntePlaybookNote). */
void ante_form_view_mark (AnteFormView *self, GPtrArray *notes);
/* Opens what the row at @path stands in, and gives it the keyboard. */
void ante_form_view_go_to (AnteFormView *self, const char *path);

G_END_DECLS
