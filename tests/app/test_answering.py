#!/usr/bin/python3
"""One message of a thread is answered, and reacted to."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
WHO = 'rosa.b'
FIRST, SECOND = 'What does it cost', 'And how long does it take'


def people(sandbox):
    for text in (FIRST, SECOND):
        sandbox.control('message', **{'from': WHO, 'name': 'Rosa Bianchi', 'text': text})


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, '--leads', '2', '--messages', '10', before_sync=people)

        def ask(sql, *values):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return (connection.execute(sql, values).fetchone() or (None,))[0]
            finally:
                connection.close()

        def mid(text):
            return ask('SELECT mid FROM message WHERE text = ?', text)

        with desk.open() as app:
            def shot(name):
                if os.environ.get('SHOTS'):
                    app.shot(os.path.join(os.environ['SHOTS'], name))

            def quote(text):
                return app.find('status bar', re.compile('^Reply to .*Rosa Bianchi.*: %s$' % text)) or \
                    app.find('label', re.compile('^Reply to .*Rosa Bianchi.*: %s$' % text))

            def quoted(text):
                app.until(lambda: quote(text), 'the quote of %r' % text)

            def unquoted():
                app.until(lambda: not app.find('push button', 'Do Not Quote'), 'nothing to be quoted')

            def chooses():
                """Alt+Up takes the newest message, then the one before; Escape and the cross leave it"""
                app.click('label', 'Rosa Bianchi', within=('list', 'Conversations'))
                app.click(app.wait_seen('text', 'Answer'))
                app.key('alt+Up')
                quoted(SECOND)
                app.key('alt+Up')
                quoted(FIRST)
                app.key('alt+Down', 'alt+Down')
                unquoted()
                app.key('alt+Up')
                quoted(SECOND)
                app.key('Escape')
                unquoted()
                app.key('alt+Up')
                app.click('push button', 'Do Not Quote')
                unquoted()

            def answers():
                """the menu of a message answers it: the quote stands over the words, in the bubble, and at Instagram"""
                app.click(app.wait_seen('label', FIRST, within=('list', 'Messages')), button=3)
                app.click('menu item', 'Reply')
                quoted(FIRST)
                app.until(lambda: app.find('text', 'Answer', state='focused'), 'the keyboard to be in the answer')
                app.type('Two hundred a month')
                shot('quote.png')
                app.key('ctrl+Return')
                unquoted()
                app.until(lambda: len(app.find('label', FIRST, within=('list', 'Messages'))) == 2, 'the quote in the bubble')
                assert ask('SELECT reply_to FROM outbox') == mid(FIRST)

            def takes_back():
                """who takes it back in time has the quote again; sent, it is told to Instagram, once"""
                app.click('push button', 'Undo')
                quoted(FIRST)
                app.until(lambda: app.find('text', 'Answer', state='focused'), 'the keyboard to be in the answer')
                app.key('ctrl+Return')
                app.until(lambda: ask("SELECT count(*) FROM outbox WHERE state = 'sent'") == 1, 'it to be sent', deadline=25)
                assert ask("SELECT reply_to FROM message WHERE text = 'Two hundred a month'") == mid(FIRST)
                sent = [each for each in desk.sandbox.control('sent')['sent'] if 'Two hundred' in str(each)]
                assert [each.get('reply_to') for each in sent] == [mid(FIRST)], sent

            def puts_off():
                """an answer can wait until tomorrow, where it stands until then, and leave now after all"""
                app.click('push button', 'Close', within=('alert', re.compile('^Your reaction')))
                app.click(app.wait_seen('text', 'Answer'))
                app.type('Tomorrow I know more')
                app.key('ctrl+shift+Return')
                app.click('menu item', re.compile('^Tomorrow Morning'))
                app.wait('label', 'To be sent: tomorrow 09:00')
                app.until(lambda: not app.text(('text', 'Answer')), 'the answer to be out of the way')
                app.click('push button', 'Undo', within=('list', 'Messages'))
                app.until(lambda: app.text(('text', 'Answer')) == 'Tomorrow I know more', 'the words to be back')
                app.key('ctrl+shift+Return')
                app.click('menu item', 'Pick a Time…')
                app.fill('text', 'When', 'in 3 hours')
                app.key('Return')
                app.click('push button', 'Send Now')
                app.until(lambda: ask("SELECT count(*) FROM message WHERE text = 'Tomorrow I know more'") == 1, 'it to leave')

            def by_words():
                """R answers the message in which words are selected, once"""
                app.click('label', 'Rosa Bianchi', within=('list', 'Conversations'))
                words = app.wait_seen('label', SECOND, within=('list', 'Messages'))
                app.hover(words)  # no hand comes in one leap
                app.click(words, times=2)
                app.wait('push button', 'Reply to This Message')
                app.click('label', 'Rosa Bianchi', within=('list', 'Conversations'))
                app.key('r')
                quoted(SECOND)
                app.key('Escape')
                unquoted()
                app.click('label', 'Rosa Bianchi', within=('list', 'Conversations'))
                app.key('r')
                app.until(lambda: app.find('text', 'Answer', state='focused'), 'the keyboard to be in the answer')
                unquoted()

            def reacts():
                """a heart is there at once and then at Instagram; what Instagram refuses is taken off, and said"""
                def reactions():
                    return ask('SELECT reactions FROM message WHERE text = ?', FIRST)

                def menu(entry):
                    app.click(app.wait_seen('label', FIRST, within=('list', 'Messages')), button=3)
                    app.click('menu item', entry)

                app.click('label', 'Rosa Bianchi', within=('list', 'Conversations'))
                menu('❤ Heart')
                app.wait('label', '❤', within=('list', 'Messages'))
                app.until(lambda: ask('SELECT count(*) FROM reaction_wish') == 0, 'it to be at Instagram')
                assert reactions() == '❤ coach', reactions()
                app.click('push button', 'Sync now')
                shot('react.png')
                app.click(app.wait_seen('text', 'Answer'))
                app.key('alt+Up', 'alt+Up', 'alt+Up')  # past our own
                quoted(FIRST)
                app.key('alt+Return')
                app.click('menu item', 'Take ❤ Off')
                app.until(lambda: not app.find('label', '❤', within=('list', 'Messages')), 'the heart to go')
                app.until(lambda: ask('SELECT count(*) FROM reaction_wish') == 0, 'it to be off there')
                app.key('Escape')
                desk.sandbox.control('unsend', message_id=mid(FIRST))
                menu('❤ Heart')
                app.wait('label', re.compile('^Your reaction did not reach Instagram and was taken off'))
                app.until(lambda: not reactions(), 'the heart to be off again')

            tap.run([chooses, by_words, answers, takes_back, reacts, puts_off])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
