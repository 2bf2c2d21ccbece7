#pragma once

#include "app/inbox/ante-composer.h"
#include "app/inbox/ante-thread-list.h"
#include "app/inbox/ante-thread-model.h"

G_BEGIN_DECLS

#define ANTE_TYPE_QUOTING (ante_quoting_get_type ())
G_DECLARE_FINAL_TYPE (AnteQuoting, ante_quoting, ANTE, QUOTING, GObject)

/*
 * What is done with one message of a thread: a right click on it opens a menu, by which it is
 * answered, copied or reacted to. It adds to @view the action group "message" with message.reply
 * (x: row id), message.reply-chosen, for the one in which words are selected, message.copy (x) and
 * message.react (xs: with an emoji, "" to take it off).
 */
AnteQuoting *ante_quoting_new (GtkWidget *view, AnteThreadList *list, AnteComposer *composer);
/* @workspace: (nullable) */
void ante_quoting_set_workspace (AnteQuoting *self, AnteWorkspace *workspace);
/* @model, @lead: (nullable): what @list shows. */
void ante_quoting_set_thread (AnteQuoting *self, AnteThreadModel *model, AnteLead *lead);
/* Answers the message in which words are selected, if there are some. */
void ante_quoting_reply_chosen (AnteQuoting *self);
/* An answer that was taken back answers what it did. */
void ante_quoting_take_back (AnteQuoting *self, AnteOutboxItem *item);

G_END_DECLS
