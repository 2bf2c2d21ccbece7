#pragma once

#include <json-glib/json-glib.h>

#include "instagram/ante-instagram.h"

G_BEGIN_DECLS

AnteToken *ante_token_decode (JsonObject *answer, GError **error);

G_END_DECLS
