#pragma once

#include "instagram/ante-instagram.h"

G_BEGIN_DECLS

/* A client with the rate budget that its API bears: the sandbox on loopback has time for more than
 * Instagram has. */
AnteInstagram *ante_connect_make_client (const char *api_url, const char *token, GError **error);

/* Tests wait less for what is read back and for the next try: ANTEROOM_TEST_FAST=1, heard on
 * loopback alone. */
gboolean ante_connect_is_hurried (AnteInstagram *client);

/*
 * Is this token good for what we need? Asks who it belongs to and takes one look at the
 * conversations, so that each thing that can be wrong has its own error before anything is kept.
 * Private to the engine.
 */
void ante_connect_check_async (AnteInstagram *client,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AnteAccount *ante_connect_check_finish (GAsyncResult *result, GError **error);

/* Renews, and tries the new one before it is given, a token that we have had for a week, or for a
 * day where it is not known when it ends; %NULL without an error when it is not yet time. */
void ante_connect_renew_async (AnteInstagram *client,
                               const AnteAccount *account,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AnteToken *ante_connect_renew_finish (GAsyncResult *result, GError **error);

G_END_DECLS
