#!/usr/bin/python3
"""The palette on the real window: places, leads and commands by typing, and the keyboard back where it was."""

import json
import os
import re
import sys
import tempfile

from browser import Browser
from desk import Desk
from uidrive import ACCESSIBLE, ISOLATES, Program, Tap

BUILD = sys.argv[1]
PROGRAM = os.path.join(BUILD, 'src', 'app', 'anteroom')
# To a screen reader it is a dialog; to the display one of the main window's popups.
FIND = ('entry', 'Find a lead, a place or a command')
FOUND = ('list', 'What was found')
LONG_NAME = '<b>Ö</b> & %s'


def people(sandbox):
    for handle, name in (('lena_k', 'Lena Krüger'), ('kaja.lund', 'Kaja Lund'), ('markup', LONG_NAME)):
        sandbox.control('message', **{'from': handle, 'name': name, 'text': 'is there a place in january'})


def lead(desk, handle):
    return next(lead for lead in map(json.loads, desk.run('leads').splitlines()) if lead['handle'] == handle)


class Palette:
    def __init__(self, app):
        self.app = app

    def is_open(self):
        return bool(self.app.find('dialog', 'Palette')) and any(window.is_popup for window in self.app._windows())

    def begin(self, typed=''):
        self.app.key('ctrl+k')
        self.app.until(self.is_open, 'the palette to open')
        self.app.type(typed)

    def closed(self):
        """All of it: what is left of a popup takes the next click for itself."""
        self.app.until(lambda: not self.app.find('dialog', 'Palette')
                       and not any(window.is_popup for window in self.app._windows()), 'the palette to be away')

    def rows(self):
        return [node.name.translate(ISOLATES) for node in self.app.find('list item', within=FOUND)]

    def finds(self, *names):
        self.app.until(lambda: self.rows() == list(names), 'the finds to be %r' % (names,))

    def offers(self, *names):
        self.app.until(lambda: set(names) <= set(self.rows()), 'among the finds %r' % (names,))

    def says(self, words):
        """What a screen reader is told of the row that Enter would run."""
        self.app.until(lambda: self.app.find('status bar', re.compile(words)), 'it to say %r' % words)

    def run(self, typed, first):
        self.begin(typed)
        self.app.until(lambda: self.rows()[:1] == [first], 'the first find to be %r' % first)
        self.app.key('Return')
        self.closed()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, '--leads', '2', '--messages', '10', before_sync=people)
        browser = Browser(folder)
        with desk.open(env=browser.env) as app:
            palette = Palette(app)

            def focused(role, name):
                app.until(lambda: app.find(role, name, state='focused'), '%s %r to have the keyboard' % (role, name))

            def lists():
                """Ctrl+K lists places and commands with their keys, and every control has a name"""
                app.wait_seen('label', 'Lena Krüger', deadline=20)
                palette.begin()
                app.until(lambda: palette.rows()[:7] == ['Today', 'Inbox', 'Board', 'Approvals', 'Calls', 'Playbook', 'Search Messages…'], 'places, then commands')
                palette.says(r'^Today, Ctrl\+1, 1 of ')
                assert 'Leave the Sandbox' not in palette.rows() and 'Simulator' not in palette.rows(), palette.rows()
                described = [node.get(ACCESSIBLE, 'Description')
                             for node in app.find('list item', 'Board', within=FOUND)]
                assert described == ['Ctrl+3'], described
                assert not app.unnamed(), app.unnamed()

            def toggles():
                """Ctrl+K again takes it away"""
                app.key('ctrl+k')
                palette.closed()

            def place():
                """the beginning of a place and Enter go there"""
                palette.run('boa', first='Board')
                app.wait_seen('list', 'New inbound')
                focused('list item', re.compile('.'))

            def nothing():
                """words that nothing bears find nothing, and that is said; Esc gives back the keyboard"""
                # A click that comes while the popup's grab ends is the popup's.
                app.until(lambda: app.find('list item', 'Kaja Lund', state='focused')
                          or not app.click('list item', 'Kaja Lund'), 'the card to have the keyboard')
                palette.begin('qzx')
                app.wait_seen('label', 'Nothing Found')
                app.key('Escape')
                palette.closed()
                focused('list item', 'Kaja Lund')

            def letters_stay():
                """letters and arrows typed there do nothing to the card behind"""
                before = lead(desk, 'kaja.lund')
                palette.begin('eufsoi')
                app.key('Down', 'Up', 'Escape')
                palette.closed()
                focused('list item', 'Kaja Lund')
                app.key('ctrl+Right')
                app.until(lambda: lead(desk, 'kaja.lund')['stage'] == 'active', 'the card to move by its own key')
                now = lead(desk, 'kaja.lund')
                assert before['owner'] == now['owner'] and before['unread'] == now['unread'], (before, now)
                assert not browser.opened(), browser.opened()

            def in_hand():
                """the card under the ring is in hand: its actions come first, under its name"""
                palette.begin()
                app.wait_seen('label', 'Kaja Lund', within=FOUND)
                app.until(lambda: palette.rows()[:2] == ['Follow Up…', 'Next Step…'], 'the actions of the lead')
                palette.offers('Move to Qualifying', 'Owner: No Owner')
                assert 'Move to Active conversation' not in palette.rows() and 'Owner: Coach' not in palette.rows(), palette.rows()
                app.key('Escape')
                palette.closed()

            def moves():
                """Move to, words in any order, moves the card that is in hand, and the keyboard goes with it"""
                palette.run('qualifying move', first='Move to Qualifying, Kaja Lund')
                app.wait('list item', 'Kaja Lund', within=('list', 'Qualifying'))
                app.until(lambda: lead(desk, 'kaja.lund')['stage'] == 'qualifying', 'the database to know')
                focused('list item', 'Kaja Lund')

            def undoes():
                """a command takes it back"""
                palette.run('undo', first='Undo')
                app.wait('list item', 'Kaja Lund', within=('list', 'Active conversation'))

            def asks():
                """an action that asks opens its question, for that lead"""
                palette.run('next st', first='Next Step…, Kaja Lund')
                app.wait_seen('dialog')
                app.key('Escape')
                app.until(lambda: len(app._windows()) == 1, 'the question to close')

            def of_board():
                """on the board its own commands are there: lanes, mark, filter, a date"""
                palette.begin()
                palette.offers('Mark Card', 'Swim Lanes by Source', 'The Board as It Was on a Date…')
                assert 'Clear Filter' not in palette.rows() and 'No Swim Lanes' not in palette.rows(), palette.rows()
                app.key('Escape')
                palette.closed()
                palette.run('lanes by ow', first='Swim Lanes by Owner')
                app.wait('panel', 'Coach')
                palette.run('no swim', first='No Swim Lanes')
                app.wait_gone('panel', 'Coach')
                palette.run('expand', first='Expand Client')
                app.wait('push button', 'Menu of Client')
                app.focus()
                app.until(lambda: app.find('list item', state='focused'), 'a card to have the keyboard again')
                palette.run('collapse', first='Collapse Active conversation')
                app.wait_seen('push button', re.compile('^Active conversation, '))
                palette.run('expand', first='Expand Active conversation')
                app.wait('push button', 'Menu of Active conversation')
                palette.run('mark card', first='Mark Card')
                app.wait_seen('status bar', '1 marked')
                palette.run('unmark', first='Unmark Card')
                app.key('ctrl+f')
                app.type('lena')
                app.wait_seen('status bar', re.compile('^1 of [0-9]+ leads$'))
                palette.run('clear f', first='Clear Filter')
                app.wait_seen('list item', 'Kaja Lund')

            def beside():
                """on the board a lead that is found there is opened beside it"""
                palette.begin('lena')
                palette.finds('Lena Krüger, @lena_k')
                app.key('Return')
                palette.closed()
                app.wait_seen('label', 'is there a place in january', within=('list', 'Messages'))
                app.wait_seen('list', 'New inbound')
                app.key('Escape')
                focused('list item', 'Lena Krüger')

            def opens():
                """part of a lead's name, accents or none, finds it, and Enter opens the thread"""
                app.key('ctrl+2')
                palette.begin('lena')
                palette.finds('Lena Krüger, @lena_k')
                app.key('Return')
                palette.closed()
                app.wait_seen('push button', 'Stage: New inbound')
                app.wait_seen('label', 'is there a place in january', within=('list', 'Messages'))

            def in_thread():
                """the lead whose thread is open is in hand in the inbox"""
                palette.run('owner: no', first='Owner: No Owner, Lena Krüger')
                app.until(lambda: lead(desk, 'lena_k')['owner'] == 'none', 'the lead to have no owner')

            def arrows():
                """arrows and pages move along the finds and do not leave them"""
                palette.begin('s')
                app.until(lambda: len(palette.rows()) > 8, 'finds')
                n = len(palette.rows())
                app.key('Down')
                palette.says('^' + re.escape(palette.rows()[1]) + ', .*2 of %d$' % n)
                app.key(*['Page_Down'] * n)
                palette.says(', %d of %d$' % (n, n))
                app.key(*['Page_Up'] * n)
                palette.says(', 1 of %d$' % n)
                app.key('Escape')
                palette.closed()

            def pointer():
                """a click runs a find; a lead's name is shown as it is"""
                palette.begin('@markup')
                palette.finds(LONG_NAME + ', @markup')
                app.click('list item', LONG_NAME + ', @markup', within=FOUND)
                palette.closed()
                app.wait_seen('push button', 'Stage: New inbound')
                app.until(lambda: app.find('label', LONG_NAME), 'the name to be shown')

            def other_keys():
                """a key of the window does what it always does, and the palette is out of its way"""
                palette.begin('ka')
                app.key('ctrl+3')
                palette.closed()
                app.wait_seen('list', 'New inbound')
                focused('list item', re.compile('.'))

            def keeps_text():
                """what is written keeps the keyboard, and its words"""
                app.key('ctrl+f')
                app.type('kaja')
                palette.begin('zzz')
                app.key('Escape')
                palette.closed()
                app.type(' l')
                app.until(lambda: any(app.text(node) == 'kaja l' for node in app.find('entry')),
                          'the filter to have been written on')
                app.key('Escape')

            def sidebar():
                """F9 takes the places away where no other panel is, and brings them back"""
                width = app.wait('list', 'New inbound').box().x
                app.key('F9')
                app.wait_seen('push button', 'Show the sidebar')
                app.key('F9')
                app.until(lambda: app.wait('list', 'New inbound').box().x == width, 'the places to be back')

            def shortcuts():
                """Ctrl+? shows the keys that there are, and ? does where no text is written"""
                palette.begin('ka')
                app.key('ctrl+question')
                palette.closed()
                for title in ('Commands, places and leads', 'Search messages', 'Go to the board'):
                    app.wait_seen('label', title)
                app.key('Escape')
                app.until(lambda: len(app._windows()) == 1, 'the shortcuts to close')
                app.key('question')
                app.until(lambda: len(app._windows()) == 2, 'the shortcuts to be there again')
                app.key('Escape')
                app.until(lambda: len(app._windows()) == 1, 'the shortcuts to close once more')

            def quits():
                """Quit quits"""
                palette.begin('quit')
                palette.finds('Quit')
                app.key('Return')
                assert app.process.wait(15) == 0

            tap.run([lists, toggles, place, nothing, letters_stay, in_hand, moves, undoes, asks, of_board, beside, opens, in_thread, arrows,
                     pointer, other_keys, keeps_text, sidebar, shortcuts, quits])
        desk.close()

        env = dict(os.environ, ANTEROOM_SECRETS='file', XDG_DATA_HOME=os.path.join(folder, 'new'))
        with Program([PROGRAM], env=env) as app:
            palette = Palette(app)

            def works_at_the_doors():
                """at the first start it offers what works there, and no place"""
                app.wait_seen('label', 'Start Empty')
                palette.begin()
                palette.offers('Open the Sandbox', 'Connect Instagram…', 'Preferences', 'Keyboard Shortcuts', 'Quit')
                for none in ('Inbox', 'Board', 'Undo', 'Sync Now', 'Search Messages…', 'Simulator', 'Leave the Sandbox'):
                    assert none not in palette.rows(), palette.rows()
                app.type('sand')
                palette.finds('Open the Sandbox')
                app.key('Return')
                palette.closed()
                app.wait_seen('label', 'Lena Krüger', deadline=20)

            def works_in_the_sandbox():
                """in the sandbox it offers to play and to leave"""
                palette.begin()
                palette.offers('Inbox', 'Simulator', 'Leave the Sandbox')
                assert 'Open the Sandbox' not in palette.rows(), palette.rows()
                app.type('leave')
                palette.finds('Leave the Sandbox')
                app.key('Return')
                app.wait_seen('label', 'Start Empty')

            tap.run([works_at_the_doors, works_in_the_sandbox])
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
