#!/usr/bin/python3
"""Walks through the program as a coach would, on the sandbox account, and leaves numbered pictures.

tour.py BUILD PICTURES      inside a virtual display and a session bus, as "./run tour" gives them
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lib'))
from uidrive import DriveError, Program  # noqa: E402

LEAD = 'Lena Krüger'
ARRIVES = 'Can we talk this week? I am ready to start.'
ANSWER = 'Yes! Does Thursday at 10 suit you?'


class Tour:
    def __init__(self, build, pictures):
        self.build = os.path.abspath(build)
        self.pictures = os.path.abspath(pictures)
        self.data = tempfile.mkdtemp(prefix='anteroom-tour-')
        self.count = 0

    def open(self, *options, **env):
        env = dict(env, GSETTINGS_SCHEMA_DIR=os.path.join(self.build, 'data'), ANTEROOM_DATA=self.data)
        return Program([os.path.join(self.build, 'src', 'app', 'anteroom'), *options], env=env,
                       shots=self.pictures, log=os.path.join(self.pictures, 'program.log'))

    def shot(self, app, name):
        self.count += 1
        app.shot('%02d-%s.png' % (self.count, name))
        print('%02d  %s' % (self.count, name.replace('-', ' ')), flush=True)

    def newcomer(self):
        with self.open() as app:
            app.wait('list item', 'Open the Sandbox')
            self.shot(app, 'three-doors')

    def inbox(self, app):
        app.wait('label', LEAD, within=('list', 'Conversations'))
        app.wait('label', re.compile('^Last synced'))
        self.shot(app, 'inbox-after-the-first-sync')
        app.click('label', LEAD, within=('list', 'Conversations'))
        app.wait('label', re.compile('angebot'), within=('list', 'Messages'))
        self.shot(app, 'a-thread')

    def message_arrives(self, app):
        app.key('ctrl+shift+i')
        simulator = app.wait('frame', 'Simulator')
        app.fill('text', 'Handle, known or new', 'lena_k', within=simulator)
        app.fill('text', 'What they write', ARRIVES, within=simulator)
        self.shot(app, 'playing-a-lead-in-the-simulator')
        app.click('push button', 'Play', within=simulator)
        app.key('Escape')
        app.wait_gone('frame', 'Simulator')
        app.wait('label', ARRIVES, within=('list', 'Messages'), deadline=30)
        self.shot(app, 'the-message-has-arrived')

    def answer(self, app):
        app.click('text', 'Answer')
        app.type(ANSWER)
        self.shot(app, 'an-answer-is-written')
        app.key('ctrl+Return')
        app.wait('label', ANSWER, within=('list', 'Messages'))
        self.shot(app, 'it-waits-and-can-be-undone')
        app.wait_gone('push button', 'Undo', within=('list', 'Messages'), deadline=30)
        self.shot(app, 'it-was-sent')

    def board(self, app):
        app.key('ctrl+3')
        app.wait('list item', LEAD, within=('list', 'New inbound'))
        self.shot(app, 'board')
        # Her messages in the inbox behind bear her name as well.
        app.drag(app.wait('list item', LEAD, within=('list', 'New inbound')), ('list', 'Qualifying'),
                 while_held=lambda: self.shot(app, 'a-card-is-carried'))
        app.wait('list item', LEAD, within=('list', 'Qualifying'))
        self.shot(app, 'the-card-has-moved')

    def call(self, app):
        app.click(app.wait('list item', LEAD, within=('list', 'Qualifying')), button=3)
        app.click('menu item', 'Book a Call…')
        dialog = app.wait('dialog', 'Book a Call')
        app.fill('text', 'When', 'in 2 hours', within=dialog)
        app.click('push button', 'Book', within=dialog)
        app.wait_gone('dialog', 'Book a Call')
        app.key('ctrl+5')
        app.wait('label', 'Why they booked')
        self.shot(app, 'a-call-and-its-brief')

    def today(self, app):
        app.key('ctrl+1')
        app.wait('list', 'What Today Asks For')
        app.wait('push button', re.compile('^Overdue: '))
        self.shot(app, 'today')

    def print_brief(self):
        brief = os.path.join(self.pictures, 'brief.pdf')
        subprocess.run([os.path.join(self.build, 'src', 'ctl', 'anteroomctl'), '--data',
                        os.path.join(self.data, 'sandbox'), 'brief', 'lena_k', '--pdf', brief], check=True,
                       stdout=subprocess.DEVNULL)
        print('    brief.pdf', flush=True)

    def places(self, app, look):
        app.key('ctrl+2')
        app.click('label', LEAD, within=('list', 'Conversations'))
        app.wait('label', ANSWER, within=('list', 'Messages'))
        self.shot(app, 'inbox-' + look)
        app.key('ctrl+3')
        app.wait('list item', LEAD, within=('list', 'Qualifying'))
        self.shot(app, 'board-' + look)

    def walk(self):
        self.newcomer()
        with self.open('--sandbox') as app:
            self.inbox(app)
            self.message_arrives(app)
            self.answer(app)
            self.board(app)
            self.call(app)
            self.today(app)
            app.resize(900, 700)
            self.places(app, '900-wide')
        with self.open('--sandbox', ADW_DEBUG_COLOR_SCHEME='prefer-dark') as app:
            app.wait('label', LEAD, within=('list', 'Conversations'))
            self.places(app, 'dark')
        self.print_brief()


def main(build, pictures):
    tour = Tour(build, pictures)
    os.makedirs(tour.pictures, exist_ok=True)
    try:
        tour.walk()
    except DriveError as error:
        print('The tour ended early: %s' % error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(tour.data, ignore_errors=True)
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
