#!/usr/bin/python3
"""Pins on top of the inbox, what is unread, and what the inbox can be split by."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
PINNED = 'luca_r0ssi'


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def lead(handle, column):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute('SELECT %s FROM lead WHERE handle = ?' % column, (handle,)).fetchone()[0]
            finally:
                connection.close()

        with desk.open() as app:
            def rows(pattern):
                return app.find('list item', re.compile(pattern), within=('list', 'Conversations'))

            def is_first(name):
                return rows('')[0].name.translate(dict.fromkeys(range(0x2066, 0x206a))).startswith(name)

            def pin():
                """P puts a lead on top of the list, where it stays marked; P again takes it off, and so does Undo"""
                app.click('label', 'Luca Rossi', within=('list', 'Conversations'))
                app.wait('push button', 'Stage: New inbound')
                app.key('p')
                app.until(lambda: lead(PINNED, 'pinned') == 1, 'the lead to be pinned')
                app.until(lambda: is_first('Luca Rossi, pinned, '), 'the lead to stand on top')
                app.wait('label', re.compile('^.*Luca Rossi.* is pinned on top of the inbox$'))
                app.key('p')
                app.until(lambda: not is_first('Luca Rossi'), 'the lead to be in its place')
                app.key('ctrl+z')
                app.until(lambda: is_first('Luca Rossi, pinned, '), 'the lead to stand on top again')

            def unread():
                """who is read is still owed a reply; U marks them unread again"""
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.until(lambda: lead('kaja.lund', 'unread') == 0, 'the lead to be read')
                assert lead('kaja.lund', 'owes_reply_since') > 0, 'reading took the debt away'
                app.until(lambda: rows('^Kaja Lund, owes a reply'), 'the row to say so')
                app.key('u')
                app.until(lambda: lead('kaja.lund', 'unread') > 0, 'the lead to be unread')
                app.until(lambda: rows('^Kaja Lund, unread'), 'the row to say so')

            def splits():
                """the inbox is split by what is owed, unread, and whose it is, each with its count"""
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.key('o')
                app.click('menu item', re.compile('^New Setter'))
                app.fill('text', 'Name of the setter', 'Anna')
                app.key('Return')
                app.until(lambda: lead('kaja.lund', 'owner') == 'setter:Anna', 'the lead to be hers')
                app.click('label', 'Luca Rossi', within=('list', 'Conversations'))
                app.key('o')
                app.click('menu item', re.compile('^New Setter'))
                app.fill('text', 'Name of the setter', 'Ben')
                app.key('Return')
                app.until(lambda: lead('luca_r0ssi', 'owner') == 'setter:Ben', 'the lead to be his')
                for name in ('Owes a reply', 'Any setter', 'Ben', 'All'):
                    row = app.pick(re.compile('^Showing: '), re.compile(r'^%s( \(setter\))?, \d+$' % name))
                    if name == 'Any setter':
                        assert row.name == 'Any setter, 2', row.name
                    app.wait('push button', 'Showing: ' + row.name)
                    app.until(lambda: len(app._windows()) == 1, 'the list of splits to close')

            def on_board():
                """the card has the pin, too, and P takes it off there"""
                app.key('ctrl+3')
                card = app.wait('list item', 'Luca Rossi', within=('list', 'New inbound'))
                app.wait('image', 'Pinned', within=card)
                app.click(card)
                app.until(lambda: app.find('list item', 'Luca Rossi', state='focused'), 'the card to have the keyboard')
                app.key('p')
                app.until(lambda: not app.find('image', 'Pinned', within=app.wait('list', 'New inbound')), 'the pin to be off')

            tap.run([pin, unread, splits, on_board])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
