#!/usr/bin/python3
"""Notes: written from inbox, thread and board, told apart from messages, changed, deleted, taken back, never sent."""

import json
import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]


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

        def notes(handle='kaja.lund'):
            return [text for text, in ask('SELECT text FROM note JOIN lead ON lead_id = lead.id WHERE kept = 1 AND handle = ?'
                                          ' ORDER BY at, note.id', handle)]

        with desk.open(env={'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data')}) as app:
            def box():
                return app.wait('text', 'Note, only you see it')

            def writing(role):
                app.until(lambda: app.find('text', role, state='focused'), 'the box of the %s to have the keyboard' % role)

            def open_lead(name):
                app.click('label', name, within=('list', 'Conversations'))
                app.wait('push button', 'Stage: New inbound')

            def write():
                """N opens the note box; what is saved stands in the thread as a note, and nothing leaves"""
                open_lead('Kaja Lund')
                app.key('n')
                writing('Note, only you see it')
                assert not app.find('push button', 'Send'), 'a note could be sent'
                app.type('Asked twice about the price')
                app.key('ctrl+Return')
                app.until(lambda: notes() == ['Asked twice about the price'], 'the note to be kept')
                row = app.wait('list item', 'Note, only you see it')
                app.wait('label', 'Asked twice about the price', within=row)
                app.wait('label', re.compile(r'^Coach · \d\d:\d\d$'), within=row)
                app.until(lambda: app.text(box()) == '', 'the box to be empty again')
                assert ask('SELECT count(*) FROM outbox') == [(0,)]

            def draft_and_mode():
                """what is begun stays with its lead, and the next lead opens with the note box too"""
                app.type('Half a')
                app.until(lambda: app.text(box()) == 'Half a', 'the words to be written')
                open_lead('Luca Rossi')
                app.until(lambda: app.text(box()) == '', 'the box to be empty for another lead')
                open_lead('Kaja Lund')
                app.until(lambda: app.text(box()) == 'Half a', 'the words to stand there again')
                app.click('push button', 'Edit Note')
                app.wait('alert', re.compile('^Another note is begun below'))
                app.click(box())
                app.key('ctrl+a', 'Delete')

            def change():
                """a note is changed in its place, or left as it was"""
                app.click('push button', 'Edit Note')
                app.wait('push button', 'Save Change')
                app.type(' nothing')
                app.key('Escape')
                app.wait('push button', 'Save Note')
                app.until(lambda: app.text(box()) == '', 'the box to be empty again')
                app.click('push button', 'Edit Note')
                app.wait('push button', 'Save Change')
                writing('Note, only you see it')
                app.key('ctrl+End')
                app.type(', wants to pay in parts')
                app.click('push button', 'Save Change')
                app.until(lambda: notes() == ['Asked twice about the price, wants to pay in parts'], 'the change to be kept')
                app.wait('label', re.compile(r'^Coach · \d\d:\d\d · changed$'))

            def delete_and_undo():
                """a note is deleted, and comes back by Undo; a change is taken back, too"""
                app.click('push button', 'Delete Note')
                app.until(lambda: notes() == [], 'the note to be deleted')
                app.wait_gone('list item', 'Note, only you see it')
                app.click('push button', 'Undo')
                app.until(lambda: len(notes()) == 1, 'the note to be back')
                app.wait('list item', 'Note, only you see it')
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.key('ctrl+z')
                app.until(lambda: notes() == ['Asked twice about the price'], 'the change to be taken back')

            def answer_again():
                """R goes back to the answer, Alt+N from there to the note"""
                app.key('r')
                writing('Answer')
                app.wait('push button', 'Send')
                app.type('n is a letter here')
                app.until(lambda: app.text(('text', 'Answer')) == 'n is a letter here', 'the letters to be written')
                app.key('ctrl+a', 'Delete', 'alt+n')
                writing('Note, only you see it')
                app.click('push button', re.compile('Answer'))
                writing('Answer')

            def on_board():
                """N on a card opens its thread beside the board with the note box"""
                app.key('ctrl+3')
                app.click('list item', 'Luca Rossi', within=('list', 'New inbound'))
                app.until(lambda: app.find('list item', 'Luca Rossi', state='focused'), 'the card to have the keyboard')
                app.key('n')
                writing('Note, only you see it')
                app.type('From the board')
                app.key('ctrl+Return')
                app.until(lambda: notes('luca_r0ssi') == ['From the board'], 'the note to be kept')
                app.wait('label', 'From the board')

            tap.run([write, draft_and_mode, change, delete_and_undo, answer_again, on_board])

        def told():
            """anteroomctl tells the notes of a lead apart from the messages"""
            lead = json.loads(desk.run('lead', 'kaja.lund'))
            assert [(note['author'], note['text']) for note in lead['notes']] == [('coach', 'Asked twice about the price')], lead['notes']
            assert not any('Asked twice' in (message['text'] or '') for message in lead['messages'])

        tap.run([told])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
