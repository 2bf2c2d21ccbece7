#pragma once

#include <adwaita.h>

#include "engine/ante-workspace.h"

G_BEGIN_DECLS

#define ANTE_TYPE_BROWSER_SIGN_IN (ante_browser_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (AnteBrowserSignIn, ante_browser_sign_in, ANTE, BROWSER_SIGN_IN, AdwBin)

/*
 * The second way to connect: consent in the browser, and the address that it lands on pasted here.
 * Signals: "connected" when the account is there, "back" when the person wants none of it.
 */
void ante_browser_sign_in_set_workspace (AnteBrowserSignIn *self, AnteWorkspace *workspace);
/* Puts the keyboard where the next word is missing. */
void ante_browser_sign_in_begin (AnteBrowserSignIn *self);
/* Forgets the secret and what was begun. */
void ante_browser_sign_in_clear (AnteBrowserSignIn *self);

G_END_DECLS
