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
import collections
import os
import re
import signal
import subprocess
import sys
import threading
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# GTK begins a drag past a threshold and finds its target only with motions after that: under five
# in all, no drop ever arrives.
# A busy program may well stand still for as long as two looks at it take.
STILL_S = 0.3
DOUBT_S = 4.0  # after that long the places that nodes tell of themselves are checked
DRAG_MOTIONS = 12

# A program that stands still for longer gives no answer; what waits asks again.
ANSWER_MS = 5000

ROOT, CACHE = '/org/a11y/atspi/accessible/root', '/org/a11y/atspi/cache'
ACCESSIBLE, ACTION, COMPONENT, TEXT = ('org.a11y.atspi.' + face for face in ('Accessible', 'Action', 'Component', 'Text'))
Box = collections.namedtuple('Box', 'x y width height')

# What there is to hear of a node that is no more.
GONE = (Gio.DBusError.UNKNOWN_OBJECT, Gio.DBusError.UNKNOWN_METHOD, Gio.DBusError.UNKNOWN_INTERFACE,
        Gio.DBusError.SERVICE_UNKNOWN, Gio.DBusError.NAME_HAS_NO_OWNER)

# No such thing stands inside another of its kind.
UNNESTED = ('list', 'list item', 'label', 'push button', 'text')

# A screen reader says the class of a nameless control, which is as good as nothing.
NAMELESS = re.compile(r'^$|^(Gtk|Adw|Ante)[A-Z]\w*$')
CONTROLS = {'push button', 'toggle button', 'text', 'password text', 'check box', 'radio button',
            'combo box', 'list', 'menu item', 'slider', 'spin button', 'switch'}

# What no program should say of itself while it is used.
COMPLAINT = re.compile(r'^\(.*\): (Gtk|Gdk|Gsk|GLib|GLib-GObject|GLib-GIO|Pango|Adwaita|ante-app)-(WARNING|CRITICAL) ')
EXCUSED = re.compile(
    # GTK 4.8, of an entry whose window loses the keyboard to another: here xdotool gives it, for want of a window manager.
    r'GtkText - did not receive a focus-out event')

# Names are shown within marks that keep their direction to themselves; nobody hears those.
ISOLATES = dict.fromkeys(range(0x2066, 0x206a))


class DriveError(AssertionError):
    pass


class NotYet(DriveError):
    """What may well be otherwise in a moment: a menu is there before its window is."""


def run(*command, must=True):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if must and done.returncode != 0:
        raise DriveError('%s: %s' % (' '.join(command[:3]), done.stderr.strip()))
    return done.stdout


def is_called(said, name):
    # GTK 4.8 says a button with an underlined letter twice: "_Close Close".
    return said == name or said.replace('_', '') == '%s %s' % (name, name)


class Node:
    """A thing as a screen reader sees it: what it was when it was looked at, and what it answers now."""

    def __init__(self, bus, owner, item):
        # Field by field: to unpack whole items, of which there are a thousand a look, takes longer than to get them.
        field = item.get_child_value
        self.bus, self.owner = bus, owner
        self.path = field(0).get_child_value(1).get_string()
        self.above, self.place, self.count = (field(2).get_child_value(1).get_string(), field(3).get_int32(),
                                              field(4).get_int32())
        self.faces, self.name = field(5).get_strv(), field(6).get_string()
        self.role = Atspi.role_get_name(field(7).get_uint32())
        self.description = field(8).get_string()
        low, high = map(field(9).get_child_value, (0, 1))
        self.states = low.get_uint32() | high.get_uint32() << 32
        self.parent, self.children = None, []

    def all(self, above=None, hidden=True):
        """It and what is below it: nothing below a node of role ABOVE, nor, without HIDDEN, below a hidden one."""
        yield self
        if self.role != above:
            for child in self.children:
                if hidden or child.has('visible'):
                    yield from child.all(above, hidden)

    def has(self, state):
        return bool(self.states >> int(getattr(Atspi.StateType, state.upper())) & 1)

    def ask(self, face, method, kinds='()', *values):
        return self.bus.ask(self.owner, self.path, face, method, kinds, *values)

    def get(self, face, name):
        return self.ask('org.freedesktop.DBus.Properties', 'Get', '(ss)', face, name)

    def box(self):
        """Its x, y, width and height on its surface."""
        if COMPONENT not in self.faces:
            return None
        return Box(*self.ask(COMPONENT, 'GetExtents', '(u)', int(Atspi.CoordType.WINDOW)))


def upwards(node):
    """It and what it stands in, up to the topmost."""
    while node:
        yield node
        node = node.parent


class AccessibilityBus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                     Gio.DBusCallFlags.NONE, -1, None).unpack()
        kind = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, kind, None, None)

    def call(self, owner, path, face, method, kinds='()', *values):
        return self.connection.call_sync(owner, path, face, method, GLib.Variant(kinds, values), None,
                                         Gio.DBusCallFlags.NONE, ANSWER_MS, None)

    def ask(self, *call):
        answer = self.call(*call).unpack()
        return answer[0] if answer else None

    def owner_of(self, pid):
        """Under which name a program is on the bus, once it is."""
        for owner, _ in self.ask('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren'):
            if self.ask('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', '(s)',
                        owner) == pid:
                return owner
        return None

    def _ask_for_children(self, owner, paths):
        """At once, with one wait for all answers. What went meanwhile has none."""
        children, left, errors = {}, set(paths), []

        def answer_cb(connection, result, path):
            left.remove(path)
            try:
                children[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
            except GLib.Error as error:
                # Whoever stands still is not gone: what waits asks again.
                if not any(error.matches(Gio.dbus_error_quark(), kind) for kind in GONE):
                    errors.append(error)

        for path in paths:
            self.connection.call(owner, path, ACCESSIBLE, 'GetChildren', None, None, Gio.DBusCallFlags.NONE, ANSWER_MS,
                                 None, answer_cb, path)
        while left:
            GLib.MainContext.default().iteration(True)
        if errors:
            raise errors[0]
        return children

    def _list_nodes(self, owner):
        items = self.call(owner, CACHE, 'org.a11y.atspi.Cache', 'GetItems').get_child_value(0)
        nodes = (Node(self, owner, items.get_child_value(i)) for i in range(items.n_children()))
        return {node.path: node for node in nodes}

    @staticmethod
    def _sort_by_parent(nodes):
        """The paths of each node's children, where their own places tell them. A stack has to be asked: to its pages,
        which are no widgets, it does not own up, and what they hold takes them for its parents."""
        known = collections.defaultdict(list)
        for node in nodes.values():
            known[node.above].append((node.place if COMPONENT in node.faces else -1, node.path))
        return {path: [child for _, child in sorted(places)] for path, places in known.items()
                if path in nodes and sorted(place for place, _ in places) == list(range(nodes[path].count))}

    def look(self, owner, believe=True):
        """The program's topmost node, with all that is below it. Without BELIEVE each node is asked for its children.

        One call tells everything of all nodes; but it leaves out those that nobody has asked their parents for, which
        on a new page takes a round a level. Hidden ones are among them and do not say so: see standing.
        """
        asked = {}
        while True:
            nodes = self._list_nodes(owner)
            # One that was just shown may have the place of one that was hidden, which still stands among the others.
            children = self._sort_by_parent(nodes) if believe else {}
            # The topmost says that it has none.
            new = [path for path, node in nodes.items()
                   if (node.count or path == ROOT) and path not in asked and path not in children]
            asked.update(dict.fromkeys(new, ()), **self._ask_for_children(owner, new))
            if all(child in nodes for path in new for child in asked[path]):
                break
        children = {**asked, **children}
        left = [nodes[ROOT]]
        while left:
            node = left.pop()
            node.children = [nodes[path] for path in children.get(node.path, ()) if path in nodes]
            for child in node.children:
                child.parent = node
            left += node.children
        return nodes[ROOT]

    def standing(self, nodes):
        """Those of NODES that are shown as far as their parents know, which leave out what is hidden."""
        chains = [list(upwards(node)) for node in nodes]
        above = {node.parent for chain in chains for node in chain if node.parent}
        shown = self._ask_for_children(nodes[0].owner, [node.path for node in above]) if nodes else {}
        return [node for node, chain in zip(nodes, chains)
                if all(step.path in shown.get(step.parent.path, ()) for step in chain if step.parent)]


class XWindow:
    """One of the program's windows on the display, and the shadow around its content."""

    def __init__(self, number, shape):
        self.number = number
        self.shape = self.x, self.y, self.width, self.height = shape
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
        self.bus = AccessibilityBus()
        self.windows = []
        self.believes = True
        self.log = open(log, 'w', encoding='utf-8') if log else None
        self.complaints = []
        # Both of them: the program's own words belong beside the failure that they explain.
        self.process = subprocess.Popen(argv, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        encoding='utf-8', errors='replace')
        self.ear = threading.Thread(target=self._listen, daemon=True)
        self.ear.start()
        try:
            self.owner = self.until(lambda: self.bus.owner_of(self.process.pid), 'the program on the accessibility bus')
            self.wait('frame')
            self.until(lambda: self._windows(), 'a window on the display')
        except Exception:
            self.close()
            raise

    def _listen(self):
        for line in self.process.stdout:
            print(line, end='', file=self.log or sys.stderr, flush=True)
            if COMPLAINT.search(line) and not EXCUSED.search(line):
                self.complaints.append(line.strip())

    # --- waiting -----------------------------------------------------------------------------------

    def until(self, condition, what, deadline=None):
        """The first true answer of CONDITION; a node that vanished meanwhile is no answer."""
        end = time.monotonic() + (deadline or self.deadline)
        doubt = time.monotonic() + DOUBT_S
        while True:
            answer, why = None, ''
            self.believes = time.monotonic() < doubt
            if not self.believes:
                doubt = time.monotonic() + DOUBT_S
            try:
                answer = condition()
            except NotYet as error:
                why = ': %s' % error
            except GLib.Error:
                pass
            self.believes = True
            if answer:
                return answer
            if self.process.poll() is not None:
                raise DriveError('the program ended with %d while waiting for %s' % (self.process.returncode, what))
            if time.monotonic() > end:
                raise DriveError('timed out waiting for ' + what + why)
            time.sleep(0.02)

    # --- looking -----------------------------------------------------------------------------------

    def look(self):
        return self.bus.look(self.owner, self.believes)

    @staticmethod
    def _matches(node, role, name, state):
        if role and node.role != role or state and not node.has(state):
            return False
        said = node.name.translate(ISOLATES)
        if isinstance(name, re.Pattern):
            return name.search(said) is not None
        return name is None or is_called(said, name.translate(ISOLATES))

    def find(self, role=None, name=None, within=None, state='visible'):
        """Nodes of that role whose name is NAME (a word: equal; a compiled pattern: found in it)."""
        within = self.node(within) if within else None
        above = role if role in UNNESTED else None
        top = self.look()
        if within:
            top = next((node for node in top.all() if node.path == within.path), None)
        return self.bus.standing([node for node in (top.all(above, hidden=state is None) if top else ())
                                  if self._matches(node, role, name, state)])

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
            return next((node for node in self.find(role, name, within) if (box := node.box()) and box.width > 1), None)
        return self.until(seen, '%s %r to be seen' % (role, name), deadline)

    def wait_closed(self, title):
        """One of the program's windows, which may be hidden for its next use, is off the display."""
        self.until(lambda: all(window.title != title for window in self._windows()), 'the window %r to close' % title)

    def wait_gone(self, role=None, name=None, within=None, deadline=None):
        self.until(lambda: not self.find(role, name, within), '%s %r to go' % (role, name), deadline)

    def text(self, what):
        node = self.node(what)
        if TEXT not in node.faces:
            return node.name
        return node.ask(TEXT, 'GetText', '(ii)', 0, node.get(TEXT, 'CharacterCount'))

    def tree(self):
        return '\n'.join('%s%s %r' % ('  ' * (len(list(upwards(node))) - 1), node.role, node.name)
                         for node in self.find(state=None))

    def unnamed(self):
        """Controls that a screen reader could not call by a name, as (role, said, where)."""
        found = []
        for node in self.find():
            # The button inside a drop-down is spoken for by the drop-down; a toast's cross is the toolkit's own.
            if (node.role not in CONTROLS or not NAMELESS.search(node.name) or node.parent.role == 'combo box'
                    or node.parent.name == 'AdwToastWidget'):
                continue
            try:
                box = node.box()
            except GLib.Error:
                continue
            if box and box.width >= 1:  # else it is on a page that was never shown
                found.append((node.role, node.name, '%s %r' % (node.parent.role, node.parent.name)))
        return found

    # --- where things are --------------------------------------------------------------------------
    # GTK 4.8 answers extents relative to the surface that a widget is on, without its shadow, and
    # does not say which surface: so the X window is known by its size.

    def _windows(self):
        """Those on the display. The rest of what is known of a window changes with its shape at most."""
        numbers = run('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), must=False).split()
        asked = [word for number in numbers for word in ('getwindowgeometry', '--shell', number)]
        said = re.findall(r'WINDOW=(\d+)\nX=(-?\d+)\nY=(-?\d+)\nWIDTH=(\d+)\nHEIGHT=(\d+)',
                          run('xdotool', *asked, must=False) if asked else '')
        if len(said) < len(numbers):
            raise NotYet('a window went away')
        before = {(window.number, window.shape): window for window in self.windows if window.title}
        shapes = [(number, tuple(map(int, shape))) for number, *shape in said]
        self.windows = [before.get((number, shape)) or XWindow(number, shape)
                        for number, shape in shapes if shape[2] >= 8]
        return self.windows

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
        chain = [step for step in upwards(node) if step.parent]
        windows = self._windows()
        for ancestor in chain:
            box = ancestor.box()
            if not box or box.width < 1:
                continue
            is_toplevel = ancestor is chain[-1]
            fits = [(window.title != chain[-1].name,) + fit + (window,)
                    for window in windows
                    for fit in [self._fit(window, box, is_toplevel)] if fit]
            if fits:
                _, _, x, y, window = min(fits, key=lambda f: f[:2])
                return window, window.x + x - box.x, window.y + y - box.y
        raise NotYet('no window on the display for %s %r' % (node.role, node.name))

    def point(self, what, across=0.5, down=0.5):
        """Where on the screen a node is; an (x, y) of the screen stays as it is."""
        if isinstance(what, tuple) and isinstance(what[0], int):
            return what
        node = self.node(what)
        box = node.box()
        if not box or box.width < 1:
            raise NotYet('%s %r is not on the screen' % (node.role, node.name))
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
            tops = [n for n in self.look().children if n.role in ('frame', 'dialog', 'window')]
            shown = [n for n in tops if n.has('visible')]
            top = list(upwards(node))[-2] if node else (shown or tops)[-1]
            window, _, _ = self.surface(top)
            run('xdotool', 'windowfocus', '--sync', window.number, must=False)
            return True
        self.until(focused, 'a window to take the keyboard')

    def click(self, role, name=None, within=None, button=1, times=1, across=0.5, down=0.5):
        node = self.wait(role, name, within) if isinstance(role, str) else role
        x, y = self._settled_point(node, across, down)
        run('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(times), '--delay', '40', str(button))
        return node

    def choose(self, name, *keys, within=None):
        """Goes by KEYS through the list of a drop-down, from when that is open until it is closed."""
        def is_open():
            return any(window.is_popup for window in self._windows())

        self.click('combo box', name, within)
        self.until(is_open, 'the list of %s to open' % name)
        self.key(*keys)
        self.until(lambda: not is_open(), 'the list of %s to close' % name)

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
        node = self.node(what)
        for index in range(node.get(ACTION, 'NActions')):
            if node.ask(ACTION, 'GetName', '(i)', index) == action:
                return node.ask(ACTION, 'DoAction', '(i)', index)
        raise DriveError('no action %r' % action)

    def resize(self, width, height):
        frame = self.wait('frame')
        window, _, _ = self.surface(frame)
        border, _ = window.slack(*frame.box()[2:])
        run('xdotool', 'windowsize', window.number, str(width + window.left + window.right),
            str(height + window.top + window.bottom))
        self.until(lambda: frame.box().width == width - border, 'a width of %d' % width)

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
        # What it started may outlive it, and holds its output open.
        self.ear.join(2)
        if self.log and not self.ear.is_alive():
            self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind and issubclass(kind, Exception):
            self._tell_failure()
        self.close()
        if not kind and self.complaints:
            raise DriveError('the program complained: ' + '; '.join(self.complaints))

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
