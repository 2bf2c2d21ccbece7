#!/usr/bin/python3
"""Message search on the real window: by keys alone and by the pointer, from the first letter to the thread."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
OLD = 'the first of all balloons'
HOSTILE = ['wobble' + 'x' * 10000, 'wobble a' + '\u0301' * 500, 'wobble \u202eleft\u202c and \u2066isolated',
           'wobble ' + 'deep ' * 4000, 'wobble <span size="99999">&amp;</span>\x02\x03']
QUESTION = 'is there a zeppelin course in january'
MARKS = 'zeppelins <b>& balloons</b>'


def people(sandbox):
    for handle, name, text in (('zeno.z', 'Zeno Zeppo', 'one more about kites'), ('lena_k', 'Lena Krüger', QUESTION),
                               ('kaja.lund', 'Kaja Lund', MARKS)):
        sandbox.control('message', **{'from': handle, 'name': name, 'text': text})


class Index:
    """The table that is searched, which can be away for a while."""

    def __init__(self, folder):
        self.database = os.path.join(folder, 'anteroom.db')

    def lengthen(self, handle, texts):
        """What was written before all that Instagram gives of a thread."""
        connection = sqlite3.connect(self.database)
        lead, at = connection.execute('SELECT id, last_message_at FROM lead WHERE handle = ?', (handle,)).fetchone()
        for number, text in enumerate(texts):
            row = connection.execute('INSERT INTO message (lead_id, mid, at, author, kind, text) VALUES (?, ?, ?, ?, ?, ?)',
                                     (lead, 'old-%d' % number, at - 60000 * (len(texts) - number), 'lead', 'text', text))
            connection.execute('INSERT INTO message_text (rowid, text) VALUES (?, ?)', (row.lastrowid, text))
        connection.commit()
        connection.close()

    def rename(self, before, after):
        connection = sqlite3.connect(self.database)
        connection.execute('ALTER TABLE %s RENAME TO %s' % (before, after))
        connection.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, '--leads', '2', '--messages', '10', before_sync=people)
        index = Index(desk.data)
        index.lengthen('zeno.z', HOSTILE + [OLD] + ['kites and more, number %d' % number for number in range(120)])
        with desk.open() as app:
            def dialog():
                return app.wait_seen('dialog', 'Search')

            def isolated(text):
                return '\u2068%s\u2069' % text

            def entry():
                return app.wait('entry', 'Search messages', within=dialog())

            def says(words):
                app.wait_seen(None, words, within=dialog())

            def finds(*texts):
                """Exactly those, from the top."""
                def found():
                    labels = app.find('label', re.compile('zeppelin'), within=('list', 'Messages found'))
                    return [label.name.strip('\u2068\u2069') for label in labels] == list(texts)
                app.until(found, 'the finds to be %r' % (texts,))

            def begin():
                app.key('ctrl+f')
                app.until(lambda: any(window.title == 'Search' for window in app._windows()), 'the search to open')

            def thread_with(text):
                app.wait_closed('Search')
                app.wait_seen('label', text, within=('list', 'Messages'))

            def starts():
                """Ctrl+F opens the search, which says what it searches"""
                app.wait_seen('label', 'Lena Krüger', deadline=20)
                begin()
                says('Search Messages')
                assert not app.unnamed(), app.unnamed()

            def by_prefix():
                """the beginning of a word finds every message with it, newest first, foreign marks as they are"""
                app.type('zeppel')
                says('2 messages · 2 leads')
                finds(MARKS, QUESTION)

            def narrows():
                """one more word finds fewer"""
                app.type(' cou')
                says('1 message · 1 lead')
                finds(QUESTION)

            def nothing():
                """words that nobody wrote find nothing, and that is said"""
                app.type('qqq')
                says('Nothing Found')
                says('No message has all of this. Try fewer words, or only how they begin.')

            def by_keys():
                """arrow and Enter open the thread of the find, and the search is away"""
                app.key('ctrl+a')
                app.type('zeppelin')
                says('2 messages · 2 leads')
                finds(MARKS, QUESTION)
                app.key('Down', 'Return')
                thread_with(QUESTION)

            def by_enter_at_once():
                """Enter before the finds are there opens the newest of them"""
                begin()
                app.type('balloon')
                app.key('Return')
                thread_with(MARKS)

            def by_pointer():
                """a click on a find opens its thread"""
                begin()
                app.type('zeppelin course')
                finds(QUESTION)
                app.click('label', QUESTION, within=('list', 'Messages found'))
                thread_with(QUESTION)

            def goes_to_an_old_message():
                """a find far back in a long thread is gone to, not only its thread, and pointed out"""
                begin()
                app.type('first balloons')
                says('1 message · 1 lead')
                app.key('Return')
                app.wait_closed('Search')
                app.wait_seen('label', OLD, within=('list', 'Messages'))

            def groups():
                """the messages of a lead stand under its name, a few of them until it is opened"""
                begin()
                app.type('kites')
                says('121 messages · 1 lead')
                app.wait_seen('label', isolated('Zeno Zeppo'), within=('list', 'Messages found'))
                app.wait_seen('label', '118 more messages', within=('list', 'Messages found'))
                app.key('Down', 'Down', 'Down', 'Return')
                app.wait_gone('label', '118 more messages', within=('list', 'Messages found'))
                app.wait_seen('label', isolated('kites and more, number 115'), within=('list', 'Messages found'))

            def by_name():
                """who is called so comes first, with the name marked, and Enter opens the thread"""
                app.key('ctrl+a')
                app.type('zepp')
                says('2 messages · 3 leads')
                names = [label.name for label in app.find('label', re.compile('Zeno|Lena|Kaja'),
                                                          within=('list', 'Messages found'))]
                assert names[0] == isolated('Zeno Zeppo'), names
                app.key('Return')
                app.wait_closed('Search')
                app.wait_seen('label', '@zeno.z', within=app.wait('frame'))

            def operators():
                """operators narrow, and what is not understood is told of while the rest is asked for"""
                begin()
                app.type('zeppelin from:us')
                says('Nothing Found')
                app.key('ctrl+a')
                app.type('zeppelin from:lena')
                finds(QUESTION)
                app.key('ctrl+a')
                app.type('zeppelin -course has:sock')
                finds(MARKS)
                says(re.compile('has:.*sock.* is left aside. has: takes link, picture, video'))
                app.key('ctrl+a')
                app.type('zeppelin before:2001-01-01')
                says('Nothing Found')

            def slips():
                """a slip of the hand is forgiven where nothing is found, and that is said"""
                app.key('ctrl+a')
                app.type('zepelin')
                says('No exact match. These are close.')
                finds(MARKS, QUESTION)

            def hostile():
                """words that no search engine likes make no error"""
                for words in ('"', '*', 'a OR (', 'from: to: has:', '\u202eabc', '"' + 'x' * 300, "'; DROP", 'NEAR('):
                    app.key('ctrl+a', 'BackSpace')
                    says('Search Messages')
                    app.type(words)
                    app.until(lambda: not app.find('label', 'The database could not be used', within=dialog()), 'no error')
                app.key('ctrl+a', 'BackSpace')
                says('Search Messages')

            def hostile_texts():
                """what would freeze a label or turn a row round is found and shown in its bounds"""
                app.type('wobble')
                says('5 messages · 1 lead')
                app.key('Down', 'Down', 'Down', 'Return')
                app.wait_gone('label', '2 more messages', within=('list', 'Messages found'))
                app.key('Down', 'Up')
                rows = [label for label in app.find('label', re.compile('wobble'), within=('list', 'Messages found'))]
                assert len(rows) == 5, rows
                assert all(row.box()[3] < 60 for row in rows), [row.box() for row in rows]
                app.key('ctrl+a', 'BackSpace')
                says('Search Messages')

            def shows_what_can_be_asked():
                """the empty search tells what can be asked for, and a click puts it in"""
                app.click('label', 'from:lead', within=dialog())
                app.until(lambda: app.text(entry()) == 'from:', 'the words to be put in')
                app.type('lead zeppelin')
                finds(MARKS, QUESTION)

            def keeps():
                """a search is kept under a name, and is there when nothing is searched"""
                app.click('push button', re.compile('Save Search'), within=dialog())
                app.until(lambda: any(window.title == 'Save This Search' for window in app._windows()), 'the question')
                app.type('Airships')
                app.key('Return')
                app.wait_closed('Save This Search')
                says(re.compile('Airships.*: .*messages'))
                app.wait('push button', 'Rename This Search', within=dialog())
                app.click('entry', 'Search messages', within=dialog())
                app.key('ctrl+a', 'BackSpace')
                says('Airships')
                says('from:lead zeppelin')

            def is_live():
                """a kept search finds what has come since"""
                desk.sandbox.control('message', **{'from': 'lena_k', 'text': 'my zeppelin has come'})
                app.key('Escape')
                app.wait_closed('Search')
                app.key('F5')
                app.wait_seen('label', re.compile('my zeppelin has come'), deadline=20)
                begin()
                app.click('label', 'Airships', within=dialog())
                app.until(lambda: app.text(entry()) == 'from:lead zeppelin', 'the words to be put in')
                app.wait_seen('label', isolated('my zeppelin has come'), within=('list', 'Messages found'), deadline=20)

            def updates_by_itself():
                """what comes while a kept search is open, from Ctrl+K, is found by itself"""
                app.key('Escape')
                app.wait_closed('Search')
                app.key('ctrl+k')
                app.type('airsh')
                app.wait('list item', re.compile('Airships'))
                app.key('Return')
                app.until(lambda: app.text(entry()) == 'from:lead zeppelin', 'the words to be put in')
                desk.sandbox.control('message', **{'from': 'kaja.lund', 'text': 'a second zeppelin'})
                app.click('push button', 'Sync now')
                app.wait_seen('label', isolated('a second zeppelin'), within=('list', 'Messages found'), deadline=30)

            def is_renamed_and_deleted():
                """a kept search gets another name, and goes when asked to"""
                app.click('entry', 'Search messages', within=dialog())
                app.key('ctrl+a', 'BackSpace')
                app.click('push button', re.compile('^Rename'), within=dialog())
                app.until(lambda: any(window.title == 'Rename Search' for window in app._windows()), 'the question')
                app.key('ctrl+a')
                app.type('Balloons')
                app.key('Return')
                app.wait_closed('Rename Search')
                says('Balloons')
                app.click('push button', re.compile('^Delete'), within=dialog())
                app.click('push button', re.compile('_Delete'))
                app.wait_gone('label', 'Balloons', within=dialog())
                app.key('Escape')
                app.wait_closed('Search')

            def fails():
                """a search that fails says so, and works again when it can"""
                index.rename('lead_name', 'away')
                begin()
                app.type('zeppel')
                says('The database could not be used')
                index.rename('away', 'lead_name')
                app.click('push button', 'Try Again', within=dialog())
                finds('a second zeppelin', MARKS, 'my zeppelin has come', QUESTION)

            def escape():
                """Esc closes the search, and quitting with it open ends well"""
                app.key('Escape')
                app.wait_closed('Search')
                begin()
                app.key('ctrl+q')
                assert app.process.wait(15) == 0

            tap.run([starts, by_prefix, narrows, nothing, by_keys, by_enter_at_once, by_pointer, goes_to_an_old_message, groups,
                     by_name, operators, slips, hostile, hostile_texts, shows_what_can_be_asked, keeps, is_live,
                     updates_by_itself, is_renamed_and_deleted, fails, escape])
        with desk.open() as app:
            def closes():
                """closing the main window ends the program, though the search stays hidden for its next use"""
                app.wait_seen('label', 'Lena Krüger', deadline=20)
                app.key('ctrl+f')
                app.until(lambda: any(window.title == 'Search' for window in app._windows()), 'the search to open')
                app.key('Escape')
                app.wait_closed('Search')
                app.click(app.wait_seen('push button', 'Close', within=app.wait('frame')))
                assert app.process.wait(15) == 0

            tap.run([closes])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
