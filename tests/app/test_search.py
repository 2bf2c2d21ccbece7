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
QUESTION = 'is there a zeppelin course in january'
MARKS = 'zeppelins <b>& balloons</b>'


def people(sandbox):
    for handle, name, text in (('lena_k', 'Lena Krüger', QUESTION), ('kaja.lund', 'Kaja Lund', MARKS)):
        sandbox.control('message', **{'from': handle, 'name': name, 'text': text})


class Index:
    """The table that is searched, which can be away for a while."""

    def __init__(self, folder):
        self.database = os.path.join(folder, 'anteroom.db')

    def rename(self, before, after):
        connection = sqlite3.connect(self.database)
        connection.execute('ALTER TABLE %s RENAME TO %s' % (before, after))
        connection.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, '--leads', '2', '--messages', '10', before_sync=people)
        index = Index(desk.data)
        with desk.open() as app:
            def dialog():
                return app.wait_seen('dialog', 'Search')

            def says(words):
                app.wait_seen('label', words, within=dialog())

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
                says('2 messages')
                finds(MARKS, QUESTION)

            def narrows():
                """one more word finds fewer"""
                app.type(' cou')
                says('1 message')
                finds(QUESTION)

            def nothing():
                """words that nobody wrote find nothing, and that is said"""
                app.type('qqq')
                says('Nothing Found')
                says('No message has all of these words. Try fewer, or only how they begin.')

            def by_keys():
                """arrow and Enter open the thread of the find, and the search is away"""
                app.key('ctrl+a')
                app.type('zeppelin')
                says('2 messages')
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

            def fails():
                """a search that fails says so, and works again when it can"""
                index.rename('message_text', 'away')
                begin()
                app.type('zeppel')
                says('The database could not be used')
                index.rename('away', 'message_text')
                app.click('push button', 'Try Again', within=dialog())
                finds(MARKS, QUESTION)

            def escape():
                """Esc closes the search, and quitting with it open ends well"""
                app.key('Escape')
                app.wait_closed('Search')
                begin()
                app.key('ctrl+q')
                assert app.process.wait(15) == 0

            tap.run([starts, by_prefix, narrows, nothing, by_keys, by_enter_at_once, by_pointer, fails, escape])
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
