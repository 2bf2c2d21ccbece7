#!/usr/bin/python3
"""What the window says when it cannot do its work, and that all is there and nothing is doubled when it can again."""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile

from desk import Desk, SmallDisk
from uidrive import Tap

BUILD = sys.argv[1]


def set_version(database, version):
    connection = sqlite3.connect(database)
    before, = connection.execute('PRAGMA user_version').fetchone()
    connection.execute('PRAGMA user_version = %d' % version)
    connection.close()
    return before


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def says(app, title, body, folder):
    """The page in place of everything: what happened, what to do, and the folder that it is about."""
    app.wait_seen('label', title)
    app.wait_seen('label', body)
    app.wait_seen('label', 'Data folder: ' + folder)


def try_again(app):
    app.click('push button', 'Try Again')
    app.wait_seen('label', 'Lena Krüger', deadline=20)


def data_that_cannot_be_opened(tap, desk, folder):
    database = os.path.join(desk.data, 'anteroom.db')
    copy = os.path.join(folder, 'copy.db')
    desk.run('backup', copy)

    def second_program():
        """while another program holds the folder it says so, and opens it when that one has ended"""
        shell = subprocess.Popen([desk.ctl, 'shell'], env=desk.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 text=True)
        shell.stdin.write('account\n')
        shell.stdin.flush()
        assert 'username' in shell.stdout.readline()
        with desk.open() as app:
            says(app, 'Anteroom is open already',
                 'Another program holds the data folder. Use it, or close it first.', desk.data)
            shell.communicate(timeout=20)
            try_again(app)

    def second_window():
        """a second window on the same folder says so, and the first goes on"""
        with desk.open() as first:
            first.wait_seen('label', 'Lena Krüger', deadline=20)
            with desk.open() as second:
                says(second, 'Anteroom is open already',
                     'Another program holds the data folder. Use it, or close it first.', desk.data)
            desk.sandbox.write_as('lena_k', 'are you there?')
            first.key('F5')
            first.wait_seen('label', 'are you there?', deadline=20)

    def later_version():
        """data of a later version is refused and left as it is"""
        version = set_version(database, 9999)
        before = read(database)
        with desk.open() as app:
            says(app, 'This data is from a later Anteroom', 'Update Anteroom to open it. Nothing was changed.', desk.data)
            assert read(database) == before
            set_version(database, version)
            try_again(app)

    def damaged():
        """a damaged database is refused and left as it is, and the advice that is given helps"""
        with open(database, 'wb') as file:
            file.write(b'not a database ' * 400)
        before = read(database)
        with desk.open() as app:
            says(app, 'The database is damaged',
                 'It was left as it is. Put one of the copies under backups in its place with: anteroomctl restore'
                 ' FILE. The damaged file is kept.', desk.data)
            assert read(database) == before
            desk.run('restore', copy)
            try_again(app)

    def no_folder():
        """a file where the folder should be is no folder that can be written"""
        path = os.path.join(folder, 'file')
        with open(path, 'w', encoding='utf-8'):
            pass
        with desk.open(env={'ANTEROOM_DATA': path}) as app:
            says(app, 'The data folder cannot be written',
                 'Check its permissions and whether the disk is mounted read-only. Nothing is sent meanwhile.', path)

    tap.run([second_program, second_window, later_version, damaged, no_folder])


def disk_that_cannot_be_written(tap, desk, disk):
    def read_only():
        """a folder that cannot be written is told, and opened when it can be"""
        disk.set_read_only(True)
        with desk.open() as app:
            says(app, 'The data folder cannot be written',
                 'Check its permissions and whether the disk is mounted read-only. Nothing is sent meanwhile.', desk.data)
            disk.set_read_only(False)
            try_again(app)

    def full():
        """on a full disk nothing leaves and nothing that was typed is lost; with room again it goes out once"""
        with desk.open() as app:
            app.click(app.wait_seen('label', 'Lena Krüger', deadline=20))
            app.click(app.wait_seen('text', 'Answer'))
            app.type('January is open.')
            disk.fill()
            app.key('ctrl+Return')
            app.key('F5')
            app.wait_seen('alert', 'The disk is full', deadline=30)
            app.wait_seen('label', re.compile('Make room on it[.] Until then nothing new is kept and nothing is sent'))
            app.until(lambda: app.text(app.wait('text', 'Answer')) == 'January is open.', 'the words to be back')
            assert not desk.sandbox.sent(), desk.sandbox.sent()

            disk.make_room()
            app.click(app.wait_seen('text', 'Answer'))
            app.key('ctrl+Return')
            app.until(lambda: [sent['text'] for sent in desk.sandbox.sent()] == ['January is open.'],
                      'it to go out once', deadline=40)
            app.until(lambda: app.text(app.wait('text', 'Answer')) == '', 'the composer to be empty')

    steps = [read_only, full]
    if disk.is_there:
        tap.run(steps)
    else:
        tap.skip(steps, 'mounting a disk needs root')


def refused_token(tap, desk):
    with desk.open() as app:
        def refused():
            """a refused token is told above everything, and what was answered meanwhile waits"""
            app.click(app.wait_seen('label', 'Lena Krüger', deadline=20))
            desk.sandbox.control('faults', spec='e190')
            app.click(app.wait_seen('text', 'Answer'))
            app.type('I will look it up.')
            app.key('ctrl+Return', 'F5')
            app.wait_seen('label', 'Sign in again')
            app.wait_seen('push button', 'Sign In')

        def looks_and_goes_back():
            """the button leads to where a token is pasted, and back leads back"""
            app.click('push button', 'Sign In')
            app.wait_seen('label', 'Connect Instagram')
            app.click('push button', 'Back')
            app.click('push button', 'Sign In')

        def signs_in():
            """a token that is refused is told there; with a good one what waited goes out once"""
            app.type('wrong')
            app.key('Return')
            app.wait_seen('label', re.compile('no longer accepts the access token'))
            desk.sandbox.control('faults', spec='')
            app.key('ctrl+a')
            app.type(desk.sandbox.token)
            app.key('Return')
            app.click('push button', 'Done')
            app.until(lambda: [sent['text'] for sent in desk.sandbox.sent()] == ['I will look it up.'],
                      'it to go out once', deadline=40)

        tap.run([refused, looks_and_goes_back, signs_in])


def tricks(tap, desk):
    with desk.open() as app:
        def harmless():
            """a name and a text that turn the line around or are markup stand there as plain words"""
            desk.sandbox.control('message', **{'from': 'eve.trick', 'name': '\u202eexe.gnp <b>Eve</b> & Co\u2067',
                                               'text': '\u202e<i>hello</i> %s \ufffd'})
            app.key('F5')
            app.wait_seen('label', '<i>hello</i> %s \ufffd', deadline=20)
            app.wait_seen('label', 'exe.gnp <b>Eve</b> & Co', deadline=20)
            app.click('label', 'exe.gnp <b>Eve</b> & Co')
            app.wait_seen('label', '<i>hello</i> %s \ufffd', within=('list', 'Messages'))

        tap.run([harmless])


def few_people(folder):
    """A desk with little on it, which is quicker to look over."""
    def write(sandbox):
        sandbox.control('message', **{'from': 'lena_k', 'name': 'Lena Krüger', 'text': 'Is January open?'})
    return Desk(BUILD, folder, '--leads', '2', '--messages', '10', before_sync=write)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = few_people(folder)
        data_that_cannot_be_opened(tap, desk, folder)
        refused_token(tap, desk)
        tricks(tap, desk)
        desk.close()

        disk = SmallDisk(os.path.join(folder, 'disk'))
        try:
            desk = few_people(disk.folder)
            disk_that_cannot_be_written(tap, desk, disk)
            desk.close()
        finally:
            disk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
