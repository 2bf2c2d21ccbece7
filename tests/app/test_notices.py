#!/usr/bin/python3
"""What the window says when Instagram cannot be read: each line comes and goes by itself, and says what to do."""

import json
import os
import re
import shutil
import sys
import tempfile
import urllib.parse

from desk import Desk
from harness import Sandbox
from uidrive import Tap

BUILD = sys.argv[1]
SHOTS = os.environ.get('SHOTS')
PEOPLE = 1000


def shot(app, name):
    if app.shots:
        app.shot(name + '.png')


class LittleDesk(Desk):
    """Connected, but nothing was read yet."""

    def run(self, *command, input=None):
        return '' if command == ('sync',) else super().run(*command, input=input)

    def count_leads(self):
        return len(super().run('leads').splitlines())


def first_reading(tap):
    with tempfile.TemporaryDirectory() as folder:
        desk = LittleDesk(BUILD, folder, '--leads', str(PEOPLE), '--messages', '2000')
        desk.sandbox.control('faults', spec='slow=1@reads')
        with desk.open(shots=SHOTS) as app:
            def progress():
                """a first reading that lasts says how far it is"""
                app.wait(None, 'Reading your conversations', deadline=20)
                app.wait('label', re.compile(r'^\d+ so far'))
                shot(app, 'reading')

            def cancel():
                """it can be stopped, and what was read stays"""
                app.wait('label', re.compile(r'^[1-9]\d+ so far'), deadline=30)
                app.click('push button', 'Cancel')
                app.wait(None, 'Reading was stopped')
                app.wait('label', re.compile(r'^\d+ conversations were read and are kept'))
                shot(app, 'stopped')

            def go_on():
                """it goes on where it was, and can be stopped once more"""
                app.click('push button', 'Go On')
                app.wait(None, 'Reading your conversations')
                app.click('push button', 'Cancel')
                app.wait(None, 'Reading was stopped')

            tap.run([progress, cancel, go_on])
        read = desk.count_leads()
        desk.sandbox.control('faults', spec='')
        with desk.open() as app:
            def resumed():
                """the next start reads the rest, and there is no line left"""
                assert 25 <= read < PEOPLE, read
                app.until(lambda: desk.count_leads() == PEOPLE, 'all to be read', deadline=60)
                app.wait_gone(None, 'Reading your conversations')
                app.wait_gone(None, 'Reading was stopped')
            tap.run([resumed])
        desk.close()


def trouble(tap):
    with tempfile.TemporaryDirectory() as folder:
        state = os.path.join(folder, 'instagram')
        desk = Desk(BUILD, folder, '--state', state)
        port = str(urllib.parse.urlsplit(desk.sandbox.url).port)
        api = {'ANTEROOM_API': desk.sandbox.url, 'ANTEROOM_TEST_FAST': '1'}
        with desk.open(env=api, shots=SHOTS) as app:
            def answer(text):
                app.click('label', 'Lena Krüger')
                app.fill('text', 'Answer', text)
                app.key('ctrl+Return')

            def offline():
                """without Instagram the window says so, and since when nothing was read"""
                app.wait('label', 'Lena Krüger', deadline=20)
                desk.close()
                app.key('F5')
                app.wait(None, 'Instagram cannot be reached', deadline=30)
                app.wait('label', re.compile(r'^Last synced at \d\d:\d\d\. .*waits here'))
                answer('Sent while away.')
                shot(app, 'offline')

            def back():
                """when it is back the line goes by itself, and what waited leaves once"""
                desk.sandbox = Sandbox(desk.ctl, '--rate', '0', '--state', state, '--port', port)
                app.wait_gone(None, 'Instagram cannot be reached', deadline=120)
                app.until(lambda: [s['text'] for s in desk.sandbox.sent()] == ['Sent while away.'],
                          'it to be sent once', deadline=120)

            def throttled():
                """a rate limit is told with its end, and offers no button that would lengthen it"""
                desk.sandbox.control('faults', spec='e613@reads')
                app.key('F5')
                app.wait(None, 'Instagram asks us to slow down', deadline=40)
                app.wait('label', re.compile(r'goes on by itself at \d\d:\d\d'))
                shot(app, 'throttled')
                assert not app.find('push button', 'Try Now')
                desk.sandbox.control('faults', spec='')
                app.wait_gone(None, 'Instagram asks us to slow down', deadline=150)

            def refused():
                """a token that ended asks for a new sign-in"""
                desk.sandbox.control('account', token_state='expired')
                app.key('F5')
                app.wait('alert', 'Sign in again', deadline=30)
                app.wait('push button', 'Sign In')
                desk.sandbox.control('account', token_state='ok')

            tap.run([offline, back, throttled, refused])

        shutil.rmtree(os.path.join(desk.data, 'secrets'))
        with desk.open(env=api, shots=SHOTS) as app:
            def no_token():
                """a folder without a token is not told that its token is refused"""
                app.wait(None, 'Not connected on this computer', deadline=20)
                assert not app.find(None, 'Sign in again')
                shot(app, 'no-token')

            def there_and_back():
                """connecting again can be left the way one came"""
                app.click('push button', 'Connect Again')
                app.wait('text', 'Access token')
                app.click('push button', 'Back')
                app.wait('label', 'Lena Krüger')

            def connected():
                """with a token the line goes"""
                app.click('push button', 'Connect Again')
                app.fill('text', 'Access token', desk.sandbox.token)
                app.key('Return')
                app.click('push button', 'Done')
                app.wait('label', 'Lena Krüger')
                app.wait_gone(None, 'Not connected on this computer')
                assert json.loads(desk.run('account'))['username'] == 'vera.coaches'

            tap.run([no_token, there_and_back, connected])
        desk.close()


def main():
    tap = Tap()
    first_reading(tap)
    trouble(tap)
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
