#define G_LOG_DOMAIN "ante-app"

#include "config.h"

#include "app/board/ante-drag-escape.h"

#ifdef ANTE_HAVE_X11
#include <X11/extensions/XInput2.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

static void
let_through (GdkDisplay *display, GdkDevice *keyboard)
{
  Display *xdisplay = gdk_x11_display_get_xdisplay (display);
  XIGrabModifiers plain = { .modifiers = 0 };

  gdk_x11_display_error_trap_push (display);
  XIUngrabKeycode (xdisplay, gdk_x11_device_get_id (keyboard),
                   XKeysymToKeycode (xdisplay, XK_Escape),
                   gdk_x11_display_get_xrootwindow (display), 1, &plain);
  gdk_x11_display_error_trap_pop_ignored (display);
}
#endif

void
ante_drag_escape_let_through (GdkDrag *drag)
{
#ifdef ANTE_HAVE_X11
  GdkDisplay *display = gdk_drag_get_display (drag);

  if (GDK_IS_X11_DISPLAY (display))
    let_through (display, gdk_seat_get_keyboard (gdk_display_get_default_seat (display)));
#endif
}
