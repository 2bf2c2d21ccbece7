"""A program as a screen reader sees it: its tree on the accessibility bus, read whole at each look."""

import collections
import sys

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# A program that stands still for longer gives no answer; what waits asks again.
ANSWER_MS = 5000

ROOT, CACHE = '/org/a11y/atspi/accessible/root', '/org/a11y/atspi/cache'
ACCESSIBLE, ACTION, COMPONENT, TEXT = ('org.a11y.atspi.' + face for face in ('Accessible', 'Action', 'Component', 'Text'))
Box = collections.namedtuple('Box', 'x y width height')

# What there is to hear of a node that is no more.
GONE = (Gio.DBusError.UNKNOWN_OBJECT, Gio.DBusError.UNKNOWN_METHOD, Gio.DBusError.UNKNOWN_INTERFACE,
        Gio.DBusError.SERVICE_UNKNOWN, Gio.DBusError.NAME_HAS_NO_OWNER)

# How the cache tells of one node: itself, the program, what it stands in, its place there, how many it holds, its
# interfaces, name, role, description, states.
ITEM = GLib.VariantType.new('((so)(so)(so)iiassusau)')
Facts = collections.namedtuple('Facts', 'path above place count faces name role description states')


def split_array(array):
    """The serialized elements of an array whose elements differ in length and begin at multiples of four: ends of
    elements stand behind them, in as few bytes each as the whole length needs."""
    data = array.get_data_as_bytes().get_data() or b''
    if not data:
        return
    wide = 1 if len(data) < 1 << 8 else 2 if len(data) < 1 << 16 else 4
    first = int.from_bytes(data[-wide:], sys.byteorder)
    begin = 0
    for at in range(first, len(data), wide):
        end = int.from_bytes(data[at:at + wide], sys.byteorder)
        yield data[begin:end]
        begin = end + -end % 4


def read_item(raw):
    itself, _, above, place, count, faces, name, role, description, states = GLib.Variant.new_from_bytes(
        ITEM, GLib.Bytes.new(raw), True).unpack()
    return Facts(itself[1], above[1], place, count, faces, name, Atspi.role_get_name(role), description,
                 states[0] | states[1] << 32)


class Node:
    """A thing as a screen reader sees it: what it was when it was looked at, and what it answers now."""

    __slots__ = ('bus', 'owner', 'parent', 'children') + Facts._fields

    def __init__(self, bus, owner, facts):
        self.bus, self.owner = bus, owner
        (self.path, self.above, self.place, self.count, self.faces, self.name, self.role, self.description,
         self.states) = facts
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
        self.read = {}

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
        # To unpack a thousand items takes longer than to get them, and most are as they were at the last look.
        before, self.read = self.read, {}
        for raw in split_array(items):
            self.read[raw] = before.get(raw) or read_item(raw)
        return {facts.path: Node(self, owner, facts) for facts in self.read.values()}

    @staticmethod
    def _sort_by_parent(nodes):
        """The paths of each node's children, where their own places tell them. A stack has to be asked: to its pages,
        which are no widgets, it does not own up, and what they hold takes them for its parents."""
        known = collections.defaultdict(list)
        for node in nodes.values():
            known[node.above].append((node.place if COMPONENT in node.faces else -1, node.path))
        return {path: [child for _, child in sorted(places)] for path, places in known.items()
                if path in nodes and sorted(place for place, _ in places) == list(range(nodes[path].count))}

    def _go_down(self, owner, paths, nodes, asked):
        """Asks those of PATHS for their children, and these, where NODES lacks them, for theirs. Whether it lacked any."""
        lacked = False
        while paths:
            asked.update(dict.fromkeys(paths, ()), **self._ask_for_children(owner, paths))
            paths = [child for path in paths for child in asked[path] if child not in nodes and child not in asked]
            lacked = lacked or bool(paths)
        return lacked

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
            if not self._go_down(owner, new, nodes, asked):
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
