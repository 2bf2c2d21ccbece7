#pragma once

#include <adwaita.h>

#include "app/playbook/ante-form-field.h"
#include "rules/playbook/ante-playbook-doc.h"

G_BEGIN_DECLS

/**
 * AnteFormEdit:
 * @doc: what is edited
 * @edited: called for @owner after each change
 *
 * Where rows put what is typed.
 */
typedef struct {
  AntePlaybookDoc *doc;
  void (*edited) (gpointer owner);
  void (*reshape) (gpointer owner);
  gpointer owner;
} AnteFormEdit;

/* A row for the member at @path, of any kind but a list. @edit stands as long as the row does.
 * @reshapes: what it says decides which other rows there are. */
GtkWidget *ante_form_row_new (const AnteFormEdit *edit,
                              const AnteFormField *field,
                              const char *path,
                              gboolean reshapes);

G_END_DECLS
