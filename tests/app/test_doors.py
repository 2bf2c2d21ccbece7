#!/usr/bin/python3
"""The doors on the real window: into the sandbox and out of it again, into an empty workspace, and back to where one
was. Nothing of the sandbox is ever seen in one's own data."""

import os
import re
import subprocess
import sys
import tempfile

import desk  # noqa: F401 (where the helpers lie)
from uidrive import Program, Tap

BUILD = sys.argv[1]
PROGRAM = os.path.join(BUILD, 'src', 'app', 'anteroom')
NOTICE = 'Sandbox account: nothing here reaches Instagram'
STAGES = ('New inbound', 'Active conversation', 'Qualifying', 'Needs coach review', 'Qualified', 'Booked', 'No-show risk',
          'Nurture', 'Not a fit')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, 'anteroom')
        env = dict(os.environ, ANTEROOM_SECRETS='file', XDG_DATA_HOME=folder)
        env.pop('ANTEROOM_DATA', None)

        with Program([PROGRAM], env=env) as app:
            def welcomes():
                """a first start shows three doors"""
                for door in ('Open the Sandbox', 'Connect Instagram', 'Start Empty'):
                    app.wait_seen('label', door)
                assert not app.unnamed(), app.unnamed()

            def cannot():
                """a sandbox that cannot be made says why, and there is a way back"""
                os.makedirs(data, exist_ok=True)
                with open(os.path.join(data, 'sandbox'), 'w', encoding='utf-8'):
                    pass
                app.click('label', 'Open the Sandbox')
                app.wait_seen('label', 'The data folder cannot be written')
                app.wait_seen('label', 'Data folder: ' + os.path.join(data, 'sandbox'))
                app.click('push button', 'Leave the Sandbox')
                os.unlink(os.path.join(data, 'sandbox'))

            def sandbox():
                """the first door leads into the sandbox, which says that it is one"""
                app.click('label', 'Open the Sandbox')
                app.wait_seen('label', NOTICE, deadline=20)
                app.click(app.wait_seen('label', 'Lena Krüger', deadline=20))
                app.click(app.wait_seen('text', 'Answer'))
                app.type('half a thought')

            def lived_in():
                """the sandbox begins in the middle of a business: there are cards in every column"""
                app.key('ctrl+3')
                for stage in STAGES:
                    app.until(lambda: app.find('list item', within=('list', stage)), 'a card in ' + stage)
                app.wait('push button', re.compile(r'^Client, collapsed, [1-9][0-9]* leads'))
                app.click(app.wait('list item', 'Lena Krüger', within=('list', 'New inbound')))
                app.key('ctrl+Right')
                app.wait('list item', 'Lena Krüger', within=('list', 'Active conversation'))

            def second_start():
                """a second start brings up the window that is there"""
                subprocess.run([PROGRAM], env=env, timeout=15, check=True)
                assert len(app._windows()) == 1, app._windows()

            def leaves():
                """leaving leads back to the doors, and the third one into an empty workspace"""
                app.click('push button', 'Leave the sandbox')
                app.click(app.wait_seen('label', 'Start Empty'))
                app.wait_seen('label', 'No account connected')
                assert not app.find('label', 'Lena Krüger', within=('list', 'Conversations'))
                assert not app.find('list item', 'Lena Krüger')

            tap.run([welcomes, cannot, sandbox, lived_in, second_start, leaves])

        with Program([PROGRAM], env=env) as app:
            def starts_within():
                """the next start shows the workspace and no doors; the way to an account is there"""
                app.wait_seen('label', 'No account connected')
                app.click('push button', 'Connect an Account')
                app.wait_seen('label', 'Access token')
                app.click('push button', 'Back')
                app.wait_seen('label', 'No Conversations Yet')

            def by_menu():
                """the menu leads into the sandbox, where all is as it was left"""
                app.key('F10')
                app.click(app.wait_seen('menu item', 'Open the Sandbox'))
                app.wait_seen('label', NOTICE, deadline=20)
                app.click(app.wait_seen('label', 'Lena Krüger', deadline=20))
                app.until(lambda: app.text(app.wait_seen('text', 'Answer')) == 'half a thought', 'the draft')

            def quits():
                """the program can be ended from the simulator"""
                app.key('ctrl+shift+i')
                app.until(lambda: len(app._windows()) == 2, 'the simulator to open')
                app.key('ctrl+q')
                assert app.process.wait(15) == 0

            tap.run([starts_within, by_menu, quits])

        with Program([PROGRAM, '--sandbox'], env=env) as app:
            def straight():
                """--sandbox opens the sandbox at once"""
                app.wait_seen('label', NOTICE, deadline=20)
                app.wait_seen('label', 'Lena Krüger', deadline=20)

            def as_left():
                """and it begins in the middle once: what was moved since stays where it is"""
                app.key('ctrl+3')
                app.wait('list item', 'Lena Krüger', within=('list', 'Active conversation'))
                assert not app.find('list item', 'Lena Krüger', within=('list', 'New inbound'))

            tap.run([straight, as_left])
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
