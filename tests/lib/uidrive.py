"""Drives a program as a person would: real clicks, keys and drags on a virtual display, found by
the role and name that a screen reader would use.

    with Program(['build/src/app/anteroom', '--sandbox']) as app:
        app.click('push button', 'Sync now')
        app.drag(app.wait('label', 'Maya'), app.wait('list', 'Qualified'))
        app.shot('after.png')

Needs Xvfb with -noreset, a session bus, xdotool, xprop, xclip, ImageMagick and the system's own
Python (its gi sees the accessibility bus). Nothing here sleeps to wait for the program: each wait
looks for a condition until a deadline.
"""

import atexit
import os
import re
import signal
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# GTK begins a drag past a threshold and finds its target only with motions after that: under five
# in all, no drop ever arrives.
# A busy program may well stand still for as long as two looks at it take.
STILL_S = 0.3
DRAG_MOTIONS = 12

# No such thing stands inside another of its kind.
UNNESTED = ('list', 'list item', 'label', 'push button', 'text')

# A screen reader says the class of a nameless control, which is as good as nothing.
NAMELESS = re.compile(r'^$|^(Gtk|Adw|Ante)[A-Z]\w*$')
CONTROLS = {'push button', 'toggle button', 'text', 'password text', 'check box', 'radio button',
            'combo box', 'list', 'menu item', 'slider', 'spin button', 'switch'}


# Names are shown within marks that keep their direction to themselves; nobody hears those.
ISOLATES = dict.fromkeys(range(0x2066, 0x206a))


class DriveError(AssertionError):
    pass


def run(*command, must=True):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if must and done.returncode != 0:
        raise DriveError('%s: %s' % (' '.join(command[:3]), done.stderr.strip()))
    return done.stdout


def is_called(said, name):
    # GTK 4.8 says a button with an underlined letter twice: "_Close Close".
    return said == name or said.replace('_', '') == '%s %s' % (name, name)


class XWindow:
    """One of the program's windows on the display, and the shadow around its content."""

    def __init__(self, number):
        shape = run('xdotool', 'getwindowgeometry', '--shell', number, must=False)
        values = dict(line.split('=', 1) for line in shape.split() if '=' in line)
        self.number = number
        self.x, self.y = int(values.get('X', 0)), int(values.get('Y', 0))
        self.width, self.height = int(values.get('WIDTH', 0)), int(values.get('HEIGHT', 0))
        about = run('xprop', '-id', number, '_GTK_FRAME_EXTENTS', '_NET_WM_NAME',
                    '_NET_WM_WINDOW_TYPE', must=False)
        shadow = re.search(r'_GTK_FRAME_EXTENTS.*= (\d+), (\d+), (\d+), (\d+)', about)
        self.left, self.right, self.top, self.bottom = map(int, shadow.groups()) if shadow else (0,) * 4
        title = re.search(r'_NET_WM_NAME.*= "(.*)"', about)
        self.title = title.group(1) if title else None
        self.is_popup = re.search(r'_TYPE_(NORMAL|DIALOG|UTILITY)', about) is None

    def slack(self, width, height):
        """How much wider and higher the content is than something of that size."""
        return (self.width - self.left - self.right - width,
                self.height - self.top - self.bottom - height)


class Program:
    def __init__(self, argv, env=None, deadline=15, log=None, shots=None):
        self.deadline = deadline
        self.shots = shots
        surroundings = dict(os.environ, GTK_A11Y='atspi', GDK_BACKEND='x11')
        surroundings.setdefault('GSK_RENDERER', 'cairo')
        surroundings.pop('NO_AT_BRIDGE', None)
        surroundings.update(env or {})
        Atspi.init()
        self.log = open(log, 'w', encoding='utf-8') if log else None
        # Both of them: the program's own words belong beside the failure that they explain.
        self.process = subprocess.Popen(argv, env=surroundings, stdout=self.log or sys.stderr,
                                        stderr=subprocess.STDOUT if self.log else None)
        try:
            self.app = self.until(self._on_the_bus, 'the program on the accessibility bus')
            # GTK 4.8 does not keep libatspi's own copy of the tree fresh.
            self.app.set_cache_mask(Atspi.Cache.NONE)
            self.wait('frame')
            self.until(lambda: self._windows(), 'a window on the display')
        except Exception:
            self.close()
            raise

    # --- waiting -----------------------------------------------------------------------------------

    def until(self, condition, what, deadline=None):
        """The first true answer of CONDITION; a node that vanished meanwhile is no answer."""
        end = time.monotonic() + (deadline or self.deadline)
        while True:
            try:
                answer = condition()
            except GLib.Error:
                answer = None
            if answer:
                return answer
            if self.process.poll() is not None:
                raise DriveError('the program ended with %d while waiting for %s' % (self.process.returncode, what))
            if time.monotonic() > end:
                raise DriveError('timed out waiting for ' + what)
            time.sleep(0.02)

    def _on_the_bus(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            if app and app.get_process_id() == self.process.pid and app.get_child_count():
                return app
        return None

    # --- looking -----------------------------------------------------------------------------------

    def walk(self, node=None, above=None, hidden=True):
        """The tree from NODE down: nothing below a node of role ABOVE, nor, without HIDDEN, below a hidden one.

        Each question is a call on the bus, and a board of cards is long.
        """
        node = node or self.app
        yield node
        try:
            if above and node.get_role_name() == above:
                return
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except GLib.Error:
            return
        for child in children:
            if child and (hidden or self._shows(child)):
                yield from self.walk(child, above, hidden)

    @staticmethod
    def _shows(node):
        try:
            return node.get_state_set().contains(Atspi.StateType.VISIBLE)
        except GLib.Error:
            return False

    @staticmethod
    def _matches(node, role, name, state):
        try:
            if role and node.get_role_name() != role:
                return False
            said = (node.get_name() or '').translate(ISOLATES)
            if isinstance(name, re.Pattern):
                if not name.search(said):
                    return False
            elif name is not None and not is_called(said, name.translate(ISOLATES)):
                return False
            return state is None or node.get_state_set().contains(getattr(Atspi.StateType, state.upper()))
        except GLib.Error:
            return False

    def find(self, role=None, name=None, within=None, state='visible'):
        """Nodes of that role whose name is NAME (a word: equal; a compiled pattern: found in it)."""
        within = self.node(within) if within else None
        above = role if role in UNNESTED else None
        return [node for node in self.walk(within, above, hidden=state is None)
                if self._matches(node, role, name, state)]

    def node(self, what):
        return self.wait(*what) if isinstance(what, tuple) else what

    def wait(self, role=None, name=None, within=None, index=0, deadline=None):
        def found():
            nodes = self.find(role, name, within)
            return nodes[index] if len(nodes) > index else None
        return self.until(found, '%s %r' % (role, name), deadline)

    def wait_seen(self, role=None, name=None, within=None, deadline=None):
        """As wait, for what has a place in its window too. Nothing has one on a page that was never on top; that a
        page went away again GTK 4.8 does not tell."""
        def seen():
            above = role if role in UNNESTED else None
            for node in self.walk(self.node(within) if within else None, above, hidden=False):
                if self._matches(node, role, name, 'visible') and (box := self._box(node)) and box.width > 1:
                    return node
            return None
        return self.until(seen, '%s %r to be seen' % (role, name), deadline)

    def wait_closed(self, title):
        """One of the program's windows, which may be hidden for its next use, is off the display."""
        self.until(lambda: all(window.title != title for window in self._windows()), 'the window %r to close' % title)

    def wait_gone(self, role=None, name=None, within=None, deadline=None):
        self.until(lambda: not self.find(role, name, within), '%s %r to go' % (role, name), deadline)

    def text(self, what):
        node = self.node(what)
        face = node.get_text_iface()
        return face.get_text(0, face.get_character_count()) if face else node.get_name()

    def tree(self, node=None, depth=0):
        node = node or self.app
        lines = ['%s%s %r' % ('  ' * depth, node.get_role_name(), node.get_name())]
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child:
                lines.append(self.tree(child, depth + 1))
        return '\n'.join(lines)

    def unnamed(self):
        """Controls that a screen reader could not call by a name, as (role, said, where)."""
        found = []
        for node in self.find():
            try:
                box = self._box(node)
                if not box or box.width < 1:  # on a page that was never shown
                    continue
                role, said, parent = node.get_role_name(), node.get_name() or '', node.get_parent()
            except GLib.Error:
                continue
            # The button inside a drop-down is spoken for by the drop-down.
            if role in CONTROLS and NAMELESS.search(said) and parent.get_role_name() != 'combo box':
                found.append((role, said, parent.get_role_name() + ' ' + repr(parent.get_name())))
        return found

    # --- where things are --------------------------------------------------------------------------
    # GTK 4.8 answers extents relative to the surface that a widget is on, without its shadow, and
    # does not say which surface: so the X window is known by its size.

    def _windows(self):
        numbers = run('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), must=False).split()
        return [window for window in map(XWindow, numbers) if window.width >= 8]

    @staticmethod
    def _box(node):
        face = node.get_component_iface()
        return face.get_extents(Atspi.CoordType.WINDOW) if face else None

    @staticmethod
    def _upwards(node):
        chain = []
        while node and node.get_role_name() != 'application':
            chain.append(node)
            node = node.get_parent()
        return chain

    @staticmethod
    def _fit(window, box, is_toplevel):
        """(misfit, x and y of the surface's origin in the window), or nothing."""
        wider, higher = window.slack(box.width, box.height)
        if is_toplevel:
            if window.is_popup or not (0 <= wider <= 24 and 0 <= higher <= 24):
                return None
            return wider + higher, window.left + wider // 2, window.top + higher // 2
        if not window.is_popup or wider or not 0 <= higher <= 12:
            return None
        return higher, window.left, window.top + higher

    def surface(self, node):
        """The X window that NODE is on, and the screen's x and y of where its extents count from."""
        chain = self._upwards(node)
        windows = self._windows()
        for ancestor in chain:
            box = self._box(ancestor)
            if not box or box.width < 1:
                continue
            is_toplevel = ancestor is chain[-1]
            fits = [(window.title != chain[-1].get_name(),) + fit + (window,)
                    for window in windows
                    for fit in [self._fit(window, box, is_toplevel)] if fit]
            if fits:
                _, _, x, y, window = min(fits, key=lambda f: f[:2])
                return window, window.x + x - box.x, window.y + y - box.y
        raise DriveError('no window on the display for %s %r' % (node.get_role_name(), node.get_name()))

    def point(self, what, across=0.5, down=0.5):
        """Where on the screen a node is; an (x, y) of the screen stays as it is."""
        if isinstance(what, tuple) and isinstance(what[0], int):
            return what
        node = self.node(what)
        box = self._box(node)
        if not box or box.width < 1:
            raise DriveError('%s %r is not on the screen' % (node.get_role_name(), node.get_name()))
        _, x, y = self.surface(node)
        return x + box.x + int(box.width * across), y + box.y + int(box.height * down)

    def _settled_point(self, what, across=0.5, down=0.5):
        """Waits until the node stands still: a click on what still slides lands beside it."""
        seen = []

        def still():
            now, at = time.monotonic(), self.point(what, across, down)
            if not seen or seen[-1][1] != at:
                seen.append((now, at))
            return now - seen[-1][0] >= STILL_S
        self.until(still, 'it to stand still')
        return seen[-1][1]

    # --- acting ------------------------------------------------------------------------------------

    def focus(self, node=None):
        """With no window manager nobody else gives a window the keyboard."""
        def focused():
            tops = [n for n in map(self.app.get_child_at_index, range(self.app.get_child_count()))
                    if n and n.get_role_name() in ('frame', 'dialog', 'window')]
            shown = [n for n in tops if n.get_state_set().contains(Atspi.StateType.VISIBLE)]
            top = self._upwards(node)[-1] if node else (shown or tops)[-1]
            window, _, _ = self.surface(top)
            run('xdotool', 'windowfocus', '--sync', window.number, must=False)
            return True
        self.until(focused, 'a window to take the keyboard')

    def click(self, role, name=None, within=None, button=1, times=1, across=0.5, down=0.5):
        node = self.wait(role, name, within) if isinstance(role, str) else role
        x, y = self._settled_point(node, across, down)
        run('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(times), '--delay', '40', str(button))
        return node

    def hover(self, what):
        x, y = self._settled_point(what)
        run('xdotool', 'mousemove', str(x - 2), str(y), 'mousemove', str(x), str(y))

    def key(self, *keys):
        self.focus()
        run('xdotool', 'key', '--delay', '20', *keys)

    def type(self, text):
        """ASCII by keys; the rest is pasted, since xdotool borrows a spare key for each letter that
        the keyboard lacks and some of them get lost."""
        self.focus()
        if text.isascii():
            run('xdotool', 'type', '--delay', '8', text)
            return
        subprocess.run(['xclip', '-selection', 'clipboard', '-loops', '0'], input=text.encode(), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        run('xdotool', 'key', 'ctrl+v')

    def fill(self, role, name, text, within=None):
        """Puts TEXT in place of what an entry holds, and waits until it reads so."""
        node = self.click(role, name, within)
        self.key('ctrl+a', 'Delete')
        self.type(text)
        self.until(lambda: self.text(node) == text, 'the typed text %r' % text)
        return node

    def _pointer(self, button, down):
        run('xdotool', 'mousedown' if down else 'mouseup', str(button))

    def drag(self, source, target, across=0.5, down=0.5, while_held=None):
        """Carries SOURCE over TARGET and lets go; WHILE_HELD is called with the button down."""
        x0, y0 = self._settled_point(source)
        x1, y1 = self._settled_point(target, across, down)
        run('xdotool', 'mousemove', str(x0), str(y0), 'sleep', '0.03', 'mousedown', '1', 'sleep', '0.03')
        motions = []
        for step in range(1, DRAG_MOTIONS + 1):
            motions += ['mousemove', str(x0 + (x1 - x0) * step // DRAG_MOTIONS),
                        str(y0 + (y1 - y0) * step // DRAG_MOTIONS), 'sleep', '0.01']
        # Two nudges at the goal: the last target is asked only when the pointer moves again.
        motions += ['mousemove', str(x1), str(y1 + 1), 'sleep', '0.05', 'mousemove', str(x1), str(y1), 'sleep', '0.1']
        run('xdotool', *motions)
        if while_held:
            while_held()
        self._pointer(1, False)

    def act(self, what, action='click'):
        """The accessible action, as a screen reader would do it, with no pointer."""
        face = self.node(what).get_action_iface()
        for index in range(face.get_n_actions()):
            if face.get_action_name(index) == action:
                return face.do_action(index)
        raise DriveError('no action %r' % action)

    def resize(self, width, height):
        frame = self.wait('frame')
        window, _, _ = self.surface(frame)
        border, _ = window.slack(self._box(frame).width, self._box(frame).height)
        run('xdotool', 'windowsize', window.number, str(width + window.left + window.right),
            str(height + window.top + window.bottom))
        self.until(lambda: self._box(frame).width == width - border, 'a width of %d' % width)

    def shot(self, path):
        if self.shots and not os.path.isabs(path):
            path = os.path.join(self.shots, path)
        run('import', '-silent', '-window', 'root', path)
        return path

    # --- the end -----------------------------------------------------------------------------------

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self, seconds=8):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()
        if self.log:
            self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind and issubclass(kind, Exception):
            self._tell_failure()
        self.close()

    def _tell_failure(self):
        folder = self.shots or os.environ.get('UIDRIVE_FAILED') or '.'
        try:
            print('picture: ' + self.shot(os.path.join(os.path.abspath(folder), 'failed.png')), file=sys.stderr)
            print(self.tree(), file=sys.stderr)
        except Exception as error:  # the failure itself matters more than its picture
            print('no picture: %s' % error, file=sys.stderr)


class Tap:
    """Test Anything Protocol for a driven test: one line a step that held or did not, and at the
    end, however it comes, how many there were."""

    def __init__(self):
        self.count = self.failed = 0
        atexit.register(lambda: print('1..%d' % self.count, flush=True))

    def check(self, holds, name):
        self.count += 1
        self.failed += not holds
        print('%s %d - %s' % ('ok' if holds else 'not ok', self.count, name), flush=True)

    def skip(self, steps, why):
        for step in steps:
            self.check(True, '%s # SKIP %s' % (step.__doc__, why))

    def run(self, steps):
        """Calls each step, named by the first line of its docstring; a failed one ends the run."""
        for step in steps:
            name = (step.__doc__ or step.__name__).strip().split('\n')[0]
            begun = time.monotonic()
            try:
                step()
            except Exception as error:
                self.check(False, name)
                print('# %s: %s' % (type(error).__name__, str(error).replace('\n', '\n# ')))
                raise
            self.check(True, name)
            print('# %.1f s' % (time.monotonic() - begun), flush=True)
