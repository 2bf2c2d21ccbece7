#!/usr/bin/python3
"""Two handles are one person, and somebody is forgotten."""

import glob
import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
GONE = 'luca_r0ssi'
FIRST, SECOND, SECOND_NAME = 'kaja.lund', 'victor.hugo.b', 'victor.hugo.b'


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def ask(sql, *values):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(sql, values).fetchone()[0]
            finally:
                connection.close()

        def traces(*words):
            found = []
            for file in glob.glob(os.path.join(desk.data, '*')):
                if os.path.isfile(file):
                    with open(file, 'rb') as opened:
                        content = opened.read().lower()
                    found += [(word, file) for word in words if word.lower().encode() in content]
            return found

        with desk.open() as app:
            def palette(words, entry):
                def is_open():
                    return bool(app.find('dialog', 'Palette')) and any(window.is_popup for window in app._windows())

                app.key('ctrl+k')
                app.until(is_open, 'the palette to open')
                app.type(words)
                app.until(lambda: app.find('list item', re.compile(entry), within=('list', 'What was found')), 'the find')
                app.key('Return')
                app.until(lambda: not is_open(), 'the palette to be away')

            def open_lead(name):
                app.click('label', name, within=('list', 'Conversations'))
                app.wait('push button', re.compile('^Stage: '))

            def forgets():
                """what goes is said; then the person is off every list, off the disk, and no sync brings them back"""
                words = ask('SELECT text FROM message JOIN lead ON lead.id = lead_id WHERE handle = ? AND length (text) > 12'
                            ' ORDER BY at LIMIT 1', GONE)
                n = ask('SELECT n_messages FROM lead WHERE handle = ?', GONE)
                assert traces(words, GONE)
                open_lead('Luca Rossi')
                app.click(app.wait_seen('text', 'Answer'))
                app.type('Pfefferkuchen')
                palette('forget', '^Forget This Person')
                app.wait('label', re.compile('^Forget .*Luca Rossi.*[?]$'))
                if os.environ.get('SHOTS'):
                    app.shot(os.path.join(os.environ['SHOTS'], 'forget.png'))
                app.wait('label', re.compile(r'• %d message(s, of both of you)?\n(.|\n)*cannot be taken back(.|\n)*Backups' % n))
                app.click('push button', 'Cancel')
                assert ask('SELECT count(*) FROM lead WHERE handle = ?', GONE) == 1
                palette('forget', '^Forget This Person')
                app.click('push button', 'Forget')
                app.wait('label', 'The person was forgotten')
                app.until(lambda: not app.find('label', 'Luca Rossi', within=('list', 'Conversations')), 'the row to go')
                assert not traces(words, GONE, 'Pfefferkuchen'), traces(words, GONE, 'Pfefferkuchen')
                synced = ask('SELECT last_synced_at FROM account')
                app.click('push button', 'Sync now')
                app.until(lambda: ask('SELECT last_synced_at FROM account') > synced, 'the next pass')
                assert ask('SELECT count(*) FROM lead WHERE handle = ?', GONE) == 0
                app.key('ctrl+z')
                app.key('ctrl+comma')
                app.wait('label', re.compile('^Somebody was forgotten: '))
                app.key('Escape')

            def merges():
                """two handles of one person are merged by name, from the palette; one undo takes them apart again"""
                def lists(name):
                    return app.find('label', name, within=('list', 'Conversations'))

                counts = [ask('SELECT n_messages FROM lead WHERE handle = ?', handle) for handle in (FIRST, SECOND)]
                open_lead('Kaja Lund')
                app.wait('label', '@' + FIRST)
                palette('merge', '^Merge with Another Person')
                app.until(lambda: app.find('text', re.compile('^The same person'), state='focused'), 'the question')
                app.type(SECOND[:5])
                app.wait('list item', re.compile('@' + SECOND + '$'), within=('list', 'People'))
                if os.environ.get('SHOTS'):
                    app.shot(os.path.join(os.environ['SHOTS'], 'merge.png'))
                app.key('Return')
                app.wait('label', re.compile('Kaja Lund.* and .* are one person now$'))
                app.wait('label', '@%s · @%s' % (FIRST, SECOND))
                app.until(lambda: not lists(SECOND_NAME), 'the other to be in no list')
                assert ask('SELECT n_messages FROM lead WHERE handle = ?', FIRST) == sum(counts)
                if os.environ.get('SHOTS'):
                    app.shot(os.path.join(os.environ['SHOTS'], 'merged.png'))
                app.key('ctrl+z')
                app.until(lambda: lists(SECOND_NAME), 'the other to be back')
                app.wait('label', '@' + FIRST)
                assert counts == [ask('SELECT n_messages FROM lead WHERE handle = ?', handle) for handle in (FIRST, SECOND)]

            tap.run([merges, forgets])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
