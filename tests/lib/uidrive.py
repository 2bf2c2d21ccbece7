"""Drives a program as a person would: real clicks, keys and drags on a virtual display, found by
the role and name that a screen reader would use.

    with Program(['build/src/app/anteroom', '--sandbox']) as app:
        app.click('push button', 'Sync now')
        app.drag(app.wait('label', 'Maya'), app.wait('list', 'Qualified'))
        app.shot('after.png')

Needs Xvfb with -noreset, a session bus, xdotool (for keys), xclip, ImageMagick and the system's own
Python (its gi sees the accessibility bus, its Xlib the display). Nothing here sleeps to wait for the program: each wait
looks for a condition until a deadline.
"""

import atexit
import os
import re
import signal
import subprocess
import sys
import threading
import time

from gi.repository import GLib

from uiscreen import Screen
from uitree import ACCESSIBLE, ACTION, TEXT, AccessibilityBus, upwards  # noqa: F401

# GTK begins a drag past a threshold and finds its target only with motions after that: under five
# in all, no drop ever arrives.
# A busy program may well stand still for as long as two looks at it take.
STILL_S = 0.3
DOUBT_S = 4.0  # after that long the places that nodes tell of themselves are checked
DRAG_MOTIONS = 12

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
    r'GtkText - did not receive a focus-out event'
    # GTK 4.8, of what goes while the pointer is pressed on it.
    r'|Broken accounting of active state for widget'
    # GLib, where no desktop takes notifications.
    r'|unable to send notifications through org.freedesktop.Notifications')

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


class Program:
    def __init__(self, argv, env=None, deadline=15, log=None, shots=None):
        self.deadline = deadline
        self.shots = shots
        surroundings = dict(os.environ, GTK_A11Y='atspi', GDK_BACKEND='x11')
        surroundings.setdefault('GSK_RENDERER', 'cairo')
        surroundings.pop('NO_AT_BRIDGE', None)
        surroundings.update(env or {})
        self.bus = AccessibilityBus()
        self.screen = Screen()
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
        return self.screen.windows(self.process.pid)

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
            # The toolkit's own choice of files calls itself a filler.
            tops = [n for n in self.look().children if n.role in ('frame', 'dialog', 'window', 'filler')]
            shown = [n for n in tops if n.has('visible')]
            top = list(upwards(node))[-2] if node else (shown or tops)[-1]
            window, _, _ = self.surface(top)
            self.screen.focus(window)
            return True
        self.until(focused, 'a window to take the keyboard')

    def click(self, role, name=None, within=None, button=1, times=1, across=0.5, down=0.5):
        node = self.wait(role, name, within) if isinstance(role, str) else role
        x, y = self._settled_point(node, across, down)
        self.screen.click(x, y, button, times)
        return node

    def choose(self, name, *keys, within=None):
        """Goes by KEYS through the list of a drop-down, from when that is open until it is closed."""
        def is_open():
            return any(window.is_popup for window in self._windows())

        # A menu that is about to go would be taken for the list.
        self.until(lambda: not is_open(), 'what is open to close')
        self.click('combo box', name, within)
        self.until(is_open, 'the list of %s to open' % name)
        self.key(*keys)
        self.until(lambda: not is_open(), 'the list of %s to close' % name)

    def hover(self, what):
        x, y = self._settled_point(what)
        self.screen.move(x - 2, y)
        self.screen.move(x, y)

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
        """Puts TEXT in place of what an entry holds, until it reads so: with no window manager the keyboard may be
        nobody's for a moment after a list has closed."""
        for tries_left in (2, 1, 0):
            node = self.click(role, name, within)
            self.key('ctrl+a', 'Delete')
            self.type(text)
            try:
                self.until(lambda: self.text(node) == text, 'the typed text %r' % text, None if not tries_left else 5)
                return node
            except DriveError:
                if not tries_left:
                    raise
        return None

    def pick(self, button, row):
        """Opens a list by a button, and chooses ROW in it. A press that comes while the list before it still goes may
        be lost."""
        for tries_left in (2, 1, 0):
            self.click('push button', button)
            try:
                found = self.wait_seen('list item', row, deadline=None if not tries_left else 5)
                break
            except DriveError:
                if not tries_left:
                    raise
        return self.click(found)

    def _pointer(self, button, down):
        self.screen.press(button, down)

    def drag(self, source, target, across=0.5, down=0.5, while_held=None):
        """Carries SOURCE over TARGET and lets go; WHILE_HELD is called with the button down."""
        x0, y0 = self._settled_point(source)
        x1, y1 = self._settled_point(target, across, down)
        self.screen.move(x0, y0)
        time.sleep(0.03)
        self._pointer(1, True)
        time.sleep(0.03)
        for step in range(1, DRAG_MOTIONS + 1):
            self.screen.move(x0 + (x1 - x0) * step // DRAG_MOTIONS, y0 + (y1 - y0) * step // DRAG_MOTIONS)
            time.sleep(0.01)
        # Two nudges at the goal: the last target is asked only when the pointer moves again.
        self.screen.move(x1, y1 + 1)
        time.sleep(0.05)
        self.screen.move(x1, y1)
        time.sleep(0.1)
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
        self.screen.resize(window, width + window.left + window.right, height + window.top + window.bottom)
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
