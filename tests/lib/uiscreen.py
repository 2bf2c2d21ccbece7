"""The virtual display: a program's windows on it, and the pointer. One connection for all of it, since a test asks
where the windows are some hundred times."""

import time

from Xlib import X, display, error
from Xlib.ext import xtest

SETTLE_S = 0.03  # between the parts of a click: GTK takes what comes in one go for one


class XWindow:
    """One of the program's windows on the display, and the shadow around its content."""

    def __init__(self, window, shape, title, shadow, is_popup):
        self.window, self.number = window, str(window.id)
        self.shape = self.x, self.y, self.width, self.height = shape
        self.left, self.right, self.top, self.bottom = shadow
        self.title, self.is_popup = title, is_popup

    def slack(self, width, height):
        """How much wider and higher the content is than something of that size."""
        return (self.width - self.left - self.right - width,
                self.height - self.top - self.bottom - height)


class Screen:
    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.plain = {self.display.intern_atom('_NET_WM_WINDOW_TYPE_' + kind) for kind in ('NORMAL', 'DIALOG', 'UTILITY')}

    def _read(self, window, name):
        found = window.get_full_property(self.display.intern_atom(name), X.AnyPropertyType)
        return found.value if found else ()

    def _describe(self, window):
        shape = window.get_geometry()
        title = bytes(self._read(window, '_NET_WM_NAME')).decode() or None
        shadow = tuple(self._read(window, '_GTK_FRAME_EXTENTS')) or (0,) * 4
        is_popup = self.plain.isdisjoint(self._read(window, '_NET_WM_WINDOW_TYPE'))
        return XWindow(window, (shape.x, shape.y, shape.width, shape.height), title, shadow, is_popup)

    def windows(self, pid):
        """Those of a program that are on the display; there is no window manager that would put frames around them."""
        found = []
        for window in self.root.query_tree().children:
            try:
                if (window.get_attributes().map_state == X.IsViewable and list(self._read(window, '_NET_WM_PID')) == [pid]):
                    found.append(self._describe(window))
            except (error.BadWindow, error.BadDrawable):
                pass  # it went while it was looked at
        return [window for window in found if window.shape[2] >= 8]

    def move(self, x, y):
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        self.display.sync()

    def press(self, button, down=True):
        xtest.fake_input(self.display, X.ButtonPress if down else X.ButtonRelease, button)
        self.display.sync()

    def click(self, x, y, button=1, times=1):
        self.move(x, y)
        for _ in range(times):
            self.press(button)
            time.sleep(0.01)
            self.press(button, False)
            time.sleep(SETTLE_S)

    def focus(self, window):
        """With no window manager nobody else gives a window the keyboard."""
        window.window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.display.sync()

    def resize(self, window, width, height):
        window.window.configure(width=width, height=height)
        self.display.sync()
