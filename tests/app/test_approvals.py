#!/usr/bin/python3
"""The approval queue: what the machine proposes waits for a person, with its receipt, and nothing leaves by itself."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from test_assist import Imitation, openai
from uidrive import Tap

BUILD = sys.argv[1]
ASKS = 'hi! how much is it?'


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder, '--leads', '3', '--messages', '9')
        provider = Imitation(openai)

        def ask(sql, *values):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(sql, values).fetchone()[0]
            finally:
                connection.close()

        def sent():
            return [each['text'] for each in desk.sandbox.control('sent')['sent']]

        def state_of(who):
            return ask('SELECT state FROM ai_draft WHERE lead_id = (SELECT id FROM lead WHERE handle = ?)'
                       ' ORDER BY id DESC LIMIT 1', who)

        desk.run('playbook', 'import', '--starter', 'fitness')
        for who in ('ana.asks', 'bea.asks', 'cleo.asks', 'dora.asks'):
            desk.sandbox.control('message', **{'from': who, 'name': who.split('.')[0].title(), 'text': ASKS})
        desk.sandbox.control('message', **{'from': 'eve.asks', 'name': 'Eve', 'text': 'are you a real person?'})
        desk.run('sync')

        with desk.open() as app:
            def waits():
                """a draft for each who has asked stands in the queue, judged, and none has left"""
                app.key('ctrl+4')
                for name in ('Ana', 'Bea', 'Cleo', 'Dora'):
                    app.wait('list item', re.compile('^%s, .*Every rule passed$' % name), deadline=90)
                assert sent() == [], sent()
                app.wait('label', 'Every rule passed')
                assert not app.unnamed(), app.unnamed()

            def fits():
                """the receipt stands beside the draft where there is room, and below it where there is none"""
                def receipt():
                    return app.wait_seen('panel', 'Receipt').box()

                def draft():
                    return app.wait_seen('text', 'Draft').box()

                app.until(lambda: receipt().x >= draft().x + draft().width, 'the receipt beside')
                app.resize(900, 700)
                app.until(lambda: receipt().y >= draft().y + draft().height, 'the receipt below')
                app.resize(1240, 760)
                app.until(lambda: receipt().x >= draft().x + draft().width, 'the receipt beside again')

            def edits():
                """words that a rule forbids are named as they are typed, and cannot be approved"""
                app.click('list item', re.compile('^Ana, '), within=('list', 'Drafts That Wait'))
                app.key('e')
                app.until(lambda: app.find('text', 'Draft', state='focused'), 'the keyboard to be in the draft')
                app.key('ctrl+End')
                app.type(' It is guaranteed to work for you.')
                app.wait('label', 'A rule forbids this')
                app.until(lambda: not app.find('push button', 'Approve', state='sensitive'), 'it not to be approved')
                app.key('ctrl+Return')
                app.key('ctrl+a')
                app.type('Happy to tell you. What is your goal?')
                app.wait('label', 'Every rule passed')
                app.key('ctrl+Return')
                app.until(lambda: state_of('ana.asks') == 'edited', 'the edited draft to be approved')

            def asks_twice():
                """what a rule asks a person for takes a second Y"""
                app.click('list item', re.compile('^Eve, .*A rule asks for you'), within=('list', 'Drafts That Wait'))
                app.wait('label', 'A rule asks for you: approving takes a second Y.')
                app.key('y')
                app.wait('label', 'A rule asks for you. Y once more approves it all the same.')
                assert state_of('eve.asks') == 'waiting'
                app.key('y')
                app.until(lambda: state_of('eve.asks') == 'approved', 'it to be approved all the same')

            def keeps_words():
                """words for one draft are there again after another was looked at"""
                app.click('list item', re.compile('^Bea, '), within=('list', 'Drafts That Wait'))
                app.key('e')
                app.until(lambda: app.find('text', 'Draft', state='focused'), 'the keyboard to be in the draft')
                app.key('ctrl+a')
                app.type('What is your goal, Bea?')
                app.key('Escape')
                app.click('list item', re.compile('^Dora, '), within=('list', 'Drafts That Wait'))
                app.until(lambda: 'Bea' not in app.text(('text', 'Draft')), 'the other draft')
                app.click('list item', re.compile('^Bea, '), within=('list', 'Drafts That Wait'))
                app.until(lambda: app.text(('text', 'Draft')) == 'What is your goal, Bea?', 'the words to be there again')

            def rejects():
                """X and a number says no, and why; Ctrl+Z brings the draft back"""
                app.click('list item', re.compile('^Bea, '), within=('list', 'Drafts That Wait'))
                app.key('x')
                app.wait('menu item', re.compile('Wrong Fact'))
                app.key('2')
                app.until(lambda: state_of('bea.asks') == 'rejected', 'the draft to be rejected')
                assert ask("SELECT reason FROM ai_draft WHERE state = 'rejected'") == 'off-voice'
                app.key('ctrl+z')
                app.until(lambda: state_of('bea.asks') == 'waiting', 'the draft to be back')

            def stales():
                """who writes again gets another draft, and the old one can no longer leave"""
                before = ask("SELECT id FROM ai_draft WHERE state = 'waiting' AND lead_id ="
                             " (SELECT id FROM lead WHERE handle = 'cleo.asks')")
                desk.sandbox.control('message', **{'from': 'cleo.asks', 'text': 'and how long does it take?'})
                app.click('push button', 'Sync now')
                app.until(lambda: ask('SELECT state FROM ai_draft WHERE id = ?', before) == 'expired', 'it to be stale',
                          deadline=30)

            def approves_all():
                """Shift+A approves what is all green, and one undo brings all of it back"""
                app.click('list item', re.compile('^Dora, '), within=('list', 'Drafts That Wait'))
                count = ask("SELECT count(*) FROM ai_draft WHERE state = 'waiting'")
                app.key('shift+a')
                app.until(lambda: ask("SELECT count(*) FROM ai_draft WHERE state = 'waiting'") < count - 1,
                          'them to be approved')
                app.key('ctrl+z')
                app.until(lambda: ask("SELECT count(*) FROM ai_draft WHERE state = 'waiting'") == count,
                          'all of them to be back')

            def pauses():
                """Ctrl+Shift+P holds all automation, and says so wherever one is"""
                app.key('ctrl+shift+p')
                app.wait('push button', 'All AI is paused. Resume')
                assert ask("SELECT value FROM setting WHERE key = 'paused'") == '1'
                app.key('ctrl+2')
                app.click('push button', 'All AI is paused. Resume')
                app.until(lambda: ask("SELECT count(*) FROM setting WHERE key = 'paused'") == 0, 'it to go on')

            def sets_up_ai():
                """the preferences set up who is asked, try it out, and list all that has left"""
                app.key('ctrl+comma')
                app.click(app.wait_seen('page tab', 'AI'))
                app.wait('label', 'Nothing has left this computer')
                app.choose('Who is asked for drafts', 'Down', 'Return')
                app.wait_seen('label', re.compile('^AI is off until a model is chosen'))
                app.fill('text', re.compile('^Address'), provider.url + '/v1')
                app.key('Return')
                app.click('push button', 'List the Models')
                app.choose('Models that it has', 'Down', 'Return')
                app.wait('label', re.compile('^AI writes a draft where the playbook has no words'))
                assert '"model":"small-1"' in ask("SELECT value FROM setting WHERE key = 'ai'")
                app.click('push button', 'Test the Connection')
                app.wait('label', re.compile('^It works'))
                app.until(lambda: ask('SELECT count(*) FROM ai_ledger') == len(provider.seen) == 4, 'all in the ledger')
                app.wait('label', re.compile('^%s · small-1 · for a draft, .*answered$' % provider.url[7:]))
                app.key('Escape')
                app.wait_closed('Preferences')

            def takes_out():
                """a lead is taken out of AI, says so in its panel, and what would be sent can be read"""
                def command(words):
                    app.key('ctrl+k')
                    app.until(lambda: app.find('entry', state='focused'), 'the palette')
                    app.type(words)
                    app.key('Return')

                app.key('ctrl+2')
                app.click('list item', re.compile('^Dora'), within=('list', 'Conversations'))
                command('Would Be Sent')
                app.until(lambda: 'how much is it?' in app.text(('text', 'Every word that would be sent')), 'the words')
                app.key('Escape')
                app.wait_gone('text', 'Every word that would be sent')
                command('Never Send')
                app.wait_seen('label', 'Never sent to AI')
                assert ask("SELECT never_ai FROM lead WHERE handle = 'dora.asks'") == 1
                assert len(provider.seen) == 4, 'something left meanwhile'

            tap.run([waits, fits, edits, asks_twice, keeps_words, rejects, stales, approves_all, pauses, sets_up_ai,
                     takes_out])
        provider.stop()
        desk.close()


if __name__ == '__main__':
    main()
