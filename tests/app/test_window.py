#!/usr/bin/python3
"""The main job on the real window, by pointer and keys: a message comes in, cards move, answers go out and come back."""

import json
import os
import re
import sqlite3
import sys
import tempfile

from browser import Browser
from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
MOVES = "SELECT handle, new FROM event JOIN lead ON lead.id = lead_id WHERE field = 'stage' ORDER BY event.id"


def stage_of(desk, handle):
    for line in desk.run('leads').splitlines():
        lead = json.loads(line)
        if lead['handle'] == handle:
            return lead['stage']
    return None


def rows(desk, sql):
    connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        browser = Browser(folder)
        with desk.open(env=browser.env) as app:
            def cards_in(stage):
                return ('list', stage)

            def open_thread():
                return app.wait('list', 'Messages')

            def composer_says():
                return app.text(app.wait('text', 'Answer')).strip()

            def message_arrives():
                """an incoming message is seen without touching anything"""
                app.wait('label', 'Lena Krüger', deadline=20)
                desk.sandbox.write_as('lena_k', 'one more question about january')
                app.wait('label', 'one more question about january', deadline=30)

            def every_control_is_named():
                """every control has a name for a screen reader"""
                assert not app.unnamed(), app.unnamed()

            def drag():
                """a card that is dragged by the pointer stands in its new column"""
                app.key('ctrl+3')
                app.wait(*cards_in('New inbound'))
                app.drag(app.wait('list item', 'Luca Rossi'), app.wait(*cards_in('Qualifying')))
                app.wait('list item', 'Luca Rossi', within=app.wait(*cards_in('Qualifying')))
                app.until(lambda: stage_of(desk, 'luca_r0ssi') == 'qualifying', 'the database to know')

            def undo():
                """undo puts the card back"""
                app.key('ctrl+z')
                app.until(lambda: stage_of(desk, 'luca_r0ssi') == 'new-inbound', 'the card to be back')
                app.wait('list item', 'Luca Rossi', within=app.wait(*cards_in('New inbound')))

            def keyboard():
                """a card moves to the next column by keyboard and keeps the focus"""
                app.click(app.wait('list item', 'Kaja Lund'))
                app.key('ctrl+Right')
                app.wait('list item', 'Kaja Lund', within=app.wait(*cards_in('Active conversation')))
                app.until(lambda: stage_of(desk, 'kaja.lund') == 'active', 'the database to know')
                app.key('ctrl+Right')
                app.until(lambda: stage_of(desk, 'kaja.lund') == 'qualifying', 'the focused card to move on')

            def filter_cards():
                """Ctrl+F goes to the board's filter, and Esc from there back to the card"""
                app.click(app.wait('list item', 'Lena Krüger'))
                app.key('ctrl+f')
                app.type('zzzz')
                app.wait('push button', 'Clear Filter')
                assert all(window.title != 'Search' for window in app._windows()), 'the search of messages opened'
                app.key('Escape')
                app.until(lambda: app.find('list item', 'Lena Krüger', state='focused'), 'the card to have the keyboard')

            def moves_nothing(drag, stage):
                """Acts are written in their order: a move by that drag would be there before the one asked for after."""
                moves = rows(desk, MOVES)
                drag(app.wait('list item', 'Lena Krüger'))
                app.click(app.wait('list item', 'Luca Rossi'))
                app.key('ctrl+Right')
                app.until(lambda: stage_of(desk, 'luca_r0ssi') == stage, 'the card after it to move')
                assert rows(desk, MOVES) == moves + [('luca_r0ssi', stage)], rows(desk, MOVES)
                app.wait('list item', 'Lena Krüger', within=app.wait(*cards_in('New inbound')))

            def cancel_drag():
                """a drag that ends outside changes nothing"""
                moves_nothing(lambda card: app.drag(card, (400, 90)), 'active')

            def escape_drag():
                """Escape in the middle of a drag changes nothing"""
                moves_nothing(lambda card: app.drag(card, app.wait(*cards_in('Qualifying')),
                                                    while_held=lambda: app.key('Escape')), 'qualifying')

            def undo_send():
                """an answer that is taken back has its words in the composer again"""
                app.click(app.wait('list item', 'Lena Krüger'), times=2)
                app.wait('text', 'Answer')
                thread = open_thread()  # found first: there are ten seconds to undo
                app.type('Not this one')
                app.key('ctrl+Return')
                app.click('push button', 'Undo', within=thread)
                app.until(lambda: composer_says() == 'Not this one', 'the words to be back')

            def answer():
                """an answer goes out exactly once and stands in the thread; what was taken back before it does not"""
                app.key('ctrl+a')
                app.type('Yes, January is open.')
                app.key('ctrl+Return')
                app.until(lambda: [s['text'] for s in desk.sandbox.sent()] == ['Yes, January is open.'],
                          'the sandbox to have it once', deadline=30)
                app.wait('label', 'Yes, January is open.', within=open_thread())

            def ownerless():
                """a lead whose owner is taken away is counted in red until it has one again"""
                app.click('push button', 'Owner: Coach')
                app.click('menu item', 'No Owner')
                app.wait('push button', '1 lead has no owner')
                app.key('ctrl+z')
                app.wait_gone('push button', '1 lead has no owner')

            def stepless():
                """those without a next step or a source are counted beside it, and shown when that is chosen"""
                for what in ('next step', 'source'):
                    app.key('ctrl+3')
                    red = app.wait('push button', re.compile('^[0-9]+ leads have no %s$' % what))
                    app.click('push button', red.name)
                    app.click('push button', 'Showing: No %s, %s' % (what, red.name.split()[0]))
                    app.wait('list item', re.compile('^All, '))
                    app.key('Home', 'Return')
                    app.wait('push button', re.compile('^Showing: All, '))

            def half_written():
                """what is being written is kept"""
                app.key('ctrl+2')
                app.click('label', 'Lena Krüger', within=('list', 'Conversations'))
                app.click('text', 'Answer')
                app.type('Half a thought')
                app.until(lambda: rows(desk, 'SELECT text FROM draft') == [('Half a thought',)], 'the draft to be kept')

            def keys():
                """single keys act on the open lead: unread, done, stage, owner, Instagram; F9 takes the panel away"""
                def lead(column):
                    return rows(desk, "SELECT %s FROM lead WHERE handle = 'luca_r0ssi'" % column)[0][0]

                app.key('ctrl+2')
                app.click('label', 'Luca Rossi', within=('list', 'Conversations'))
                app.wait('push button', 'Owner: Coach')
                app.until(lambda: lead('unread') == 0, 'the lead to be read')
                app.key('u')
                app.until(lambda: lead('unread') > 0, 'the lead to be unread')
                app.key('s')
                app.click('menu item', 'Nurture')
                app.wait('push button', 'Save and Move')
                app.key('Return')  # what is proposed may do
                app.until(lambda: stage_of(desk, 'luca_r0ssi') == 'nurture', 'the lead to be in the stage')
                app.wait_gone('dialog', re.compile('^Move '))
                app.click('label', 'Luca Rossi', within=('list', 'Conversations'))
                app.key('o')
                app.click('menu item', 'No Owner')
                app.until(lambda: lead('owner') == 'none', 'the lead to have no owner')
                app.key('i')
                assert app.until(browser.opened, 'the browser to open') == 'https://ig.me/m/luca_r0ssi'
                done = lead('done_at')
                app.key('e')
                app.until(lambda: lead('done_at') > done, 'the lead to be done')
                app.wait_gone('push button', 'Owner: No owner')  # the next one is open by now

                width = open_thread().box().width
                app.key('F9')
                app.until(lambda: open_thread().box().width > width, 'the panel to give its place away')
                app.key('F9')
                app.until(lambda: open_thread().box().width == width, 'the panel to be back')

            tap.run([message_arrives, every_control_is_named, drag, undo, keyboard, filter_cards, cancel_drag, escape_drag,
                     undo_send, answer, ownerless, stepless, half_written, keys])

        with desk.open() as app:
            def draft():
                """what was being written is there after a restart"""
                app.wait('label', 'Lena Krüger', deadline=20)
                app.click('label', 'Lena Krüger')
                app.until(lambda: app.text(app.wait('text', 'Answer')).strip() == 'Half a thought', 'the draft')
            tap.run([draft])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
