#!/usr/bin/python3
"""Holds the source to the house: who may include whom, and a few habits that compile but must not be.

check-layers.py ROOT          reads ROOT/src, prints file:line and the broken rule, ends with 1 if any
check-layers.py --self-test   plants one breach of each rule in a scratch tree and expects it caught
"""

import os
import re
import sys
import tempfile

# A layer may use itself and what stands here. A file named after a colon is let through alone.
MAY_USE = {
    'model': set(),
    'rules': {'model'},
    'store': {'model', 'rules'},
    'instagram': {'model', 'rules'},
    # What strangers send is decoded in a program of its own, which is started and not linked.
    'decoder': {'model', 'rules'},
    'trainer': {'model', 'rules'},
    'assist': {'model', 'rules'},
    # Sheets to print, drawn without a display.
    'paper': {'model', 'rules'},
    'booking': {'model', 'rules'},
    'exchange': {'model', 'rules'},
    'engine': {'model', 'rules', 'store', 'instagram', 'assist', 'booking', 'exchange'},
    # The words of an error and of the sign-in are shown; the client itself is the engine's.
    'app': {'model', 'rules', 'store', 'engine', 'paper', 'instagram:ante-instagram-error.h',
            'instagram:ante-instagram-sign-in.h', 'instagram:ante-simulator.h', 'booking:ante-booking-error.h'},
    'ctl': {'model', 'rules', 'store', 'engine', 'paper', 'sandbox', 'instagram:ante-instagram-error.h',
            'instagram:ante-instagram-sign-in.h', 'instagram:ante-simulator.h', 'booking:ante-booking-error.h'},
    'sandbox': set(),
}

WIRE = {'instagram', 'assist', 'booking', 'exchange', 'sandbox'}

# Foreign headers by prefix, and the layers that may use them.
FOREIGN = [
    (('gtk/', 'gdk/', 'gsk/', 'adwaita', 'graphene'), {'app'}),
    (('pango/', 'cairo'), {'app', 'paper'}),
    (('libsoup/',), WIRE),
    (('json-glib/',), WIRE | {'rules', 'ctl'}),
    (('sqlite3',), {'store'}),
    (('libical/',), {'booking'}),
    (('libsecret/',), {'engine'}),
    (('gdk-pixbuf/',), {'decoder'}),
    (('linux/seccomp', 'linux/filter'), {'decoder'}),
]

# The ground floors reach nothing outside the process, so what they may include is listed whole.
PURE = {'model', 'rules'}
PURE_HEADERS = {'glib.h', 'glib-object.h', 'glib/gi18n.h', 'glib/gi18n-lib.h', 'math.h', 'string.h',
                'stdlib.h', 'stdarg.h', 'ctype.h', 'errno.h'}

# Files that may hand markup to a label: they escape what they are given.
MARKUP = {'app/widgets/ante-markup.c'}

# These speak to standard output because that is what they are for.
PRINTS = {'ctl', 'trainer'}
PRINTING_FILES = {'sandbox/sandbox-main.c', 'app/main.c', 'app/ante-application.c'}

LONGEST = 700

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
MARKUP_CALL = re.compile(r'\bgtk_label_(set_markup|set_markup_with_mnemonic|set_use_markup)\b')
PRINT_CALL = re.compile(r'\b(g_print|g_printerr|printf|puts|putchar)\s*\(')


def foreign_rule(layer, header):
    for prefixes, layers in FOREIGN:
        if header.startswith(prefixes) and layer not in layers:
            return '%s/ may not use <%s>: only %s may' % (layer, header, ', '.join(sorted(layers)))
    pure = header in PURE_HEADERS or (layer == 'rules' and header.startswith('json-glib/'))
    if layer in PURE and not pure:
        return '%s/ is pure and may not use <%s>' % (layer, header)
    return None


def own_rule(layer, header):
    """HEADER in quotes: of a layer, generated, or of the same folder by its bare name."""
    target, slash, rest = header.partition('/')
    if not slash:
        return None
    if target not in MAY_USE:
        return 'no layer is called %s/' % target
    if target == layer or target in MAY_USE[layer] or '%s:%s' % (target, rest) in MAY_USE[layer]:
        return None
    return '%s/ may not use %s/: the arrow points the wrong way' % (layer, target)


def include_rule(layer, kind, header):
    own = own_rule(layer, header) if kind == '"' else None
    return own or (foreign_rule(layer, header) if kind == '<' else None)


def habit_rule(layer, path, line):
    if MARKUP_CALL.search(line) and path not in MARKUP:
        return 'a label takes plain text: what a lead wrote is never markup'
    if PRINT_CALL.search(line) and layer not in PRINTS and path not in PRINTING_FILES:
        return 'a library does not print: use g_debug or g_message'
    return None


def check_file(root, path):
    layer = path.split('/')[0]
    where = 'src/' + path
    if layer not in MAY_USE:
        yield '%s:1: no layer is called %s/' % (where, layer)
        return
    with open(os.path.join(root, 'src', path), encoding='utf-8') as lines:
        number = 0
        for number, line in enumerate(lines, 1):
            include = INCLUDE.match(line)
            rule = include_rule(layer, *include.groups()) if include else habit_rule(layer, path, line)
            if rule:
                yield '%s:%d: %s' % (where, number, rule)
        if number > LONGEST:
            yield '%s:%d: longer than %d lines: split it by subject' % (where, number, LONGEST)


def sources(root):
    src = os.path.join(root, 'src')
    for folder, _, names in os.walk(src):
        for name in sorted(names):
            if name.endswith(('.c', '.h')):
                yield os.path.relpath(os.path.join(folder, name), src)


def check(root):
    return [breach for path in sorted(sources(root)) for breach in check_file(root, path)]


PLANTS = [
    # path, text, what the complaint must say; None: no complaint
    ('model/a.c', '#include <string.h>\n#include "model/b.h"\n', None),
    ('model/up.c', '#include "rules/r.h"\n', 'src/model/up.c:1: model/ may not use rules/'),
    ('model/gio.c', '\n#include <gio/gio.h>\n', 'src/model/gio.c:2: model/ is pure'),
    ('rules/file.c', '#include <fcntl.h>\n', 'src/rules/file.c:1: rules/ is pure'),
    ('rules/json.c', '#include <json-glib/json-glib.h>\n', None),
    ('store/wire.c', '#include "instagram/ante-instagram.h"\n', 'src/store/wire.c:1: store/ may not use instagram/'),
    ('instagram/sql.c', '#include <sqlite3.h>\n', 'src/instagram/sql.c:1: instagram/ may not use <sqlite3.h>'),
    ('engine/gtk.c', '#  include <gtk/gtk.h>\n', 'src/engine/gtk.c:1: engine/ may not use <gtk/gtk.h>'),
    ('engine/view.c', '#include "app/board/x.h"\n', 'src/engine/view.c:1: engine/ may not use app/'),
    ('app/net.c', '#include "instagram/ante-instagram.h"\n', 'src/app/net.c:1: app/ may not use instagram/'),
    ('app/word.c', '#include "instagram/ante-instagram-error.h"\n#include <adwaita.h>\n', None),
    ('app/soup.c', '#include <libsoup/soup.h>\n', 'src/app/soup.c:1: app/ may not use <libsoup/soup.h>'),
    ('app/host.c', '#include "sandbox/sandbox-main.h"\n', 'src/app/host.c:1: app/ may not use sandbox/'),
    ('app/label.c', '  gtk_label_set_markup (l, t);\n', 'src/app/label.c:1: a label takes plain text'),
    ('paper/page.c', '#include <pango/pangocairo.h>\n#include <cairo-pdf.h>\n#include "rules/r.h"\n', None),
    ('paper/gtk.c', '#include <gtk/gtk.h>\n', 'src/paper/gtk.c:1: paper/ may not use <gtk/gtk.h>'),
    ('paper/read.c', '#include "store/s.h"\n', 'src/paper/read.c:1: paper/ may not use store/'),
    ('engine/page.c', '#include "paper/p.h"\n', 'src/engine/page.c:1: engine/ may not use paper/'),
    ('app/pixbuf.c', '#include <gdk-pixbuf/gdk-pixbuf.h>\n', 'src/app/pixbuf.c:1: app/ may not use <gdk-pixbuf/gdk-pixbuf.h>'),
    ('ctl/host.c', '#include "sandbox/sandbox-main.h"\n  g_print ("x");\n', None),
    ('booking/ics.c', '#include <libical/ical.h>\n', None),
    ('engine/ics.c', '#include <libical/ical.h>\n', 'src/engine/ics.c:1: engine/ may not use <libical/ical.h>'),
    ('booking/sql.c', '#include "store/ante-store.h"\n', 'src/booking/sql.c:1: booking/ may not use store/'),
    ('sandbox/own.c', '#include "model/a.h"\n', 'src/sandbox/own.c:1: sandbox/ may not use model/'),
    ('store/say.c', '  g_print ("x");\n', 'src/store/say.c:1: a library does not print'),
    ('store/long.c', '\n' * 701, 'src/store/long.c:701: longer than 700 lines'),
    ('attic/a.c', '\n', 'src/attic/a.c:1: no layer is called attic/'),
]


def complaints_about(path, text):
    with tempfile.TemporaryDirectory() as root:
        whole = os.path.join(root, 'src', path)
        os.makedirs(os.path.dirname(whole))
        with open(whole, 'w', encoding='utf-8') as file:
            file.write(text)
        return check(root)


def self_test():
    failed = 0
    print('1..%d' % len(PLANTS))
    for number, (path, text, expected) in enumerate(PLANTS, 1):
        found = complaints_about(path, text)
        good = not found if expected is None else len(found) == 1 and found[0].startswith(expected)
        failed += not good
        print('%s %d - %s' % ('ok' if good else 'not ok', number, expected or path + ' is let through'))
        if not good:
            print('# found %r' % found)
    return failed


def main(arguments):
    if arguments == ['--self-test']:
        return 1 if self_test() else 0
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    breaches = check(arguments[0])
    count = sum(1 for _ in sources(arguments[0]))
    for breach in breaches:
        print(breach)
    print('%d files read, %d breaches' % (count, len(breaches)))
    return 1 if breaches or count == 0 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
