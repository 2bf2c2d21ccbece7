#pragma once

#include "store/ante-store.h"

G_BEGIN_DECLS

#define ANTE_VIEW_MAX_NAME 40

/**
 * AnteViewKind:
 * @ANTE_VIEW_BOARD: a filter of the board
 * @ANTE_VIEW_SEARCH: a search of messages
 */
typedef enum {
  ANTE_VIEW_BOARD,
  ANTE_VIEW_SEARCH,
  ANTE_VIEW_N_KINDS,
} AnteViewKind;

/**
 * AnteView:
 * @name: what the coach calls it: 1 to %ANTE_VIEW_MAX_NAME characters, no two of a kind alike
 * @filter: what it asks for: of the board as ante_filter_words_format() writes it, of a search as
 * it was typed
 *
 * Something that is asked for under a name.
 */
typedef struct {
  gint64 id;
  char *name;
  char *filter;
} AnteView;

void ante_view_free (AnteView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteView, ante_view_free)

/* In the order in which they were made: (element-type AnteView). */
void ante_store_list_views_async (AnteStore *self,
                                  AnteViewKind kind,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *ante_store_list_views_finish (AnteStore *self, GAsyncResult *result, GError **error);

/*
 * @id 0 makes a view; else its name or its filter are changed, where they are not %NULL. Gives its
 * id. INVALID for a name of no or too many characters, EXISTS where another has that name,
 * NOT_FOUND when it is gone.
 */
void ante_store_set_view_async (AnteStore *self,
                                AnteViewKind kind,
                                gint64 id,
                                const char *name,
                                const char *filter,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gint64 ante_store_set_view_finish (AnteStore *self, GAsyncResult *result, GError **error);

/* NOT_FOUND when it is gone already. */
void ante_store_delete_view_async (AnteStore *self,
                                   AnteViewKind kind,
                                   gint64 id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean ante_store_delete_view_finish (AnteStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
