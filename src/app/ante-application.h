#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ANTE_TYPE_APPLICATION (ante_application_get_type ())
G_DECLARE_FINAL_TYPE (AnteApplication, ante_application, ANTE, APPLICATION, AdwApplication)

AnteApplication *ante_application_new (void);

G_END_DECLS
