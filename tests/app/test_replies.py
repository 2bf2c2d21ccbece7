#!/usr/bin/python3
"""Saved replies: made from an answer, found by / and Ctrl+;, filled in, refused while something is missing, taken back."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
LINK = 'https://cal.example/vera'


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def ask(sql, *values):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(sql, values).fetchall()
            finally:
                connection.close()

        def kept():
            return [name for name, in ask('SELECT name FROM reply WHERE kept = 1 ORDER BY name')]

        with desk.open() as app:
            def answer():
                return app.text(('text', 'Answer'))

            def clear():
                app.key('ctrl+a', 'Delete')
                app.until(lambda: answer() == '', 'the answer to be empty')

            def replies():
                return [row for found in app.find('list', 'Saved replies') for row in app.find('list item', within=found)]

            def empty_list_explains_itself():
                """/ opens the list, which says what it is for; Escape leaves the slash; the answer is saved as a reply"""
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.wait('push button', 'Stage: New inbound')
                app.click('text', 'Answer')
                app.type('Hi {first_name|there}, book here: {booking_link}')
                app.type(' /')
                app.wait('label', re.compile('^No reply is saved yet'))
                app.key('Escape')
                app.wait_gone('label', re.compile('^No reply is saved yet'))
                assert answer().endswith('{booking_link} /'), answer()
                app.key('BackSpace', 'BackSpace', 'ctrl+semicolon')
                app.click('push button', re.compile('^Save This Text'))
                dialog = app.wait('dialog', 'New Saved Reply')
                assert app.text(('text', 'Text of the reply')) == 'Hi {first_name|there}, book here: {booking_link}'
                app.until(lambda: not app.find('push button', 'Save', within=dialog, state='sensitive'), 'a name to be asked for')
                app.fill('text', 'Name', 'Booking', within=dialog)
                app.click('push button', 'Save', within=dialog)
                app.until(lambda: kept() == ['Booking'], 'the reply to be kept')
                app.wait_closed('New Saved Reply')
                app.wait('label', re.compile('^Saved reply: .*Booking'))

            def gap_is_refused():
                """what could not be filled in is marked, named and not sent; typing goes in its place"""
                app.click('text', 'Answer')
                clear()
                app.key('ctrl+shift+l')
                app.wait('label', re.compile('^There is no booking link yet'))
                app.type('/boo')
                app.until(lambda: len(replies()) == 1, 'the reply to be offered')
                app.key('Return')
                app.until(lambda: answer() == 'Hi Kaja, book here: {booking_link}', 'the reply to stand in the answer')
                app.wait('label', 'Fill in {booking_link} first')
                before = ask('SELECT count(*) FROM outbox')
                app.click('push button', 'Send')
                app.until(lambda: len(app.find('label', 'Fill in {booking_link} first')) == 2, 'the reason to be told')
                assert ask('SELECT count(*) FROM outbox') == before, 'a gap was sent'
                app.type('tomorrow')
                app.until(lambda: answer() == 'Hi Kaja, book here: tomorrow', 'the words to stand in the place of the gap')
                app.until(lambda: len(app.find('label', 'Fill in {booking_link} first')) < 2, 'only the toast to be left of the reason')
                clear()

            def window():
                """the window of the menu keeps the link, makes, changes and deletes; Undo brings back"""
                app.key('F10')
                app.click('menu item', re.compile('^Saved R_?eplies'))
                dialog = app.wait('dialog', 'Saved Replies')
                app.fill('text', 'Booking link, for {booking_link}', LINK, within=dialog)
                app.key('Return')
                app.until(lambda: ask("SELECT value FROM setting WHERE key = 'booking-link'") == [(LINK,)], 'the link to be kept')
                app.click('push button', 'New Saved Reply', within=dialog)
                editor = app.wait('dialog', 'New Saved Reply')
                app.fill('text', 'Name', 'Story opener', within=editor)
                app.click('text', 'Text of the reply', within=editor)
                app.type('Thanks for the reply to my story, {firstname}')
                app.wait('alert', re.compile('^Nothing is known that could stand for {firstname}'))
                app.key('ctrl+Return')
                app.until(lambda: kept() == ['Booking', 'Story opener'], 'the second reply to be kept')
                app.wait_closed('New Saved Reply')
                app.wait('list item', re.compile('Story opener'), within=dialog)
                app.click('push button', 'Delete “Story opener”', within=dialog)
                app.until(lambda: kept() == ['Booking'], 'the reply to be deleted')
                app.key('ctrl+z')
                app.until(lambda: kept() == ['Booking', 'Story opener'], 'the reply to be back')
                app.key('Escape')
                app.wait_closed('Saved Replies')

            def several():
                """several go into one message, each at the cursor, by typing or by Ctrl+;, by keys or by the pointer"""
                app.click('text', 'Answer')
                app.type('Hello! /')
                app.until(lambda: len(replies()) == 2, 'both to be offered')
                app.key('Down', 'Up', 'Return')
                app.until(lambda: answer() == 'Hello! Hi Kaja, book here: ' + LINK, 'the first to stand in the answer')
                app.type(' and/or ')
                assert not replies(), 'a slash within a word opened the list'
                app.key('ctrl+semicolon')
                app.until(lambda: len(replies()) == 2, 'both to be offered again')
                app.type('story')
                app.until(lambda: len(replies()) == 1, 'one to be left')
                app.click('list item', re.compile('^Story opener'), within=('list', 'Saved replies'))
                app.until(lambda: answer() == 'Hello! Hi Kaja, book here: %s and/or Thanks for the reply to my story, {firstname}' % LINK,
                          'the second to stand in the answer')
                app.type('Kaja. 3 /  4')
                app.until(lambda: answer().endswith('my story, Kaja. 3 /  4'), 'words with a slash to be words')
                app.until(lambda: not replies(), 'the list to be closed')
                app.until(lambda: app.find('text', 'Answer', state='focused'), 'the answer to have the keyboard')
                clear()
                app.type('Here:')
                app.key('ctrl+shift+l')
                app.until(lambda: answer() == 'Here: ' + LINK, 'the link to stand where the cursor was')
                clear()

            def own_link():
                """a lead may have a booking link of their own"""
                app.click('push button', 'More for this lead')
                app.click('menu item', re.compile('^Booking Link'))
                app.fill('text', 'Booking link of this lead', LINK + '/kaja')
                app.key('Return')
                app.until(lambda: ask("SELECT booking_link FROM lead WHERE handle = 'kaja.lund'") == [(LINK + '/kaja',)],
                          'the link to be kept')
                app.wait('label', re.compile('has a booking link of their own$'))
                app.click('text', 'Answer')
                app.type('/boo')
                app.until(lambda: len(replies()) == 1, 'the reply to be offered')
                app.key('Tab')
                app.until(lambda: answer() == 'Hi Kaja, book here: %s/kaja' % LINK, 'their link to stand in the answer')
                clear()

            tap.run([empty_list_explains_itself, gap_is_refused, window, several, own_link])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
