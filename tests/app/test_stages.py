#!/usr/bin/env python3
"""test_stages.py BUILD: the stages, shaped where they stand: by the menu over a column, the form, and the list of all."""

import json
import re
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def stage(key):
            for line in desk.run('stages').splitlines():
                found = json.loads(line)
                if found['key'] == key:
                    return found
            return None

        with desk.open() as app:
            def choose(name, *words):
                app.click('push button', 'Menu of ' + name)
                for word in words:
                    app.click('menu item', word)

            def column(name):
                return ('panel', re.compile('^%s($|,)' % name))

            def board_opens():
                """every control of the board is named, the menu of each column too"""
                app.wait('label', 'Lena Krüger', deadline=20)
                app.key('ctrl+3')
                app.wait('list', 'New inbound')
                app.wait('push button', 'Menu of New inbound')
                assert not app.unnamed(), app.unnamed()

            def settings():
                """a stage is renamed and given a limit by its menu; the limit is in the header"""
                choose('Qualifying', 'Stage Settings…')
                app.wait('text', 'Name')
                assert not app.unnamed(), app.unnamed()
                app.fill('text', 'Name', 'Warm leads')
                app.fill('spin button', 'Limit', '2')
                app.click('push button', 'Save')
                app.wait('label', '0 / 2')
                app.wait('list', 'Warm leads')
                app.until(lambda: (stage('qualifying')['name'], stage('qualifying')['limit']) == ('Warm leads', 2),
                          'the database to know')

            def limit():
                """a limit that is passed is a warning in words, and no card is refused"""
                for name in ('Lena Krüger', 'Luca Rossi', 'Kaja Lund'):
                    app.drag(app.wait('list item', name), app.wait('list', 'Warm leads'))
                    app.wait('list item', name, within=('list', 'Warm leads'))
                app.wait('label', '3 / 2')
                app.wait('panel', re.compile('^Warm leads, 3 leads, over the limit of 2'))

            def order():
                """cards from elsewhere keep the order by due; the one by hand has its sign and the way back"""
                assert not app.find('label', 'manual')
                app.click('list item', 'Lena Krüger', within=('list', 'Warm leads'))
                app.key('ctrl+Down')
                app.wait('label', 'manual', within=column('Warm leads'))
                choose('Warm leads', 'Order by Due')
                app.until(lambda: not stage('qualifying')['manual_order'], 'the column to be in order by due')
                app.wait_gone('label', 'manual')
                app.key('ctrl+z')
                app.wait('label', 'manual', within=column('Warm leads'))

            def strip():
                """a collapsed stage is a strip with a name that takes cards and opens by Enter"""
                choose('Warm leads', 'Collapse')
                name = 'Warm leads, collapsed, 3 leads, over the limit of 2'
                app.until(lambda: app.find('push button', name, state='focused'), 'the strip to have the keyboard')
                app.drag(app.wait('list item', within=('list', 'New inbound')), app.wait('push button', name))
                app.wait('push button', 'Warm leads, collapsed, 4 leads, over the limit of 2')
                app.key('Return')
                app.wait('label', '4 / 2')
                app.until(lambda: not stage('qualifying')['collapsed'], 'the database to know')
                assert app.find('list item', state='focused', within=('list', 'Warm leads')), 'no card has the keyboard'

            def carried():
                """a card goes into a strip and on again by keyboard"""
                choose('Active conversation', 'Collapse')
                app.wait('push button', 'Active conversation, collapsed, 0 leads')
                app.click(app.wait('list item', within=('list', 'New inbound')))
                app.key('ctrl+Right')
                app.until(lambda: app.find('push button', 'Active conversation, collapsed, 1 lead', state='focused'),
                          'the strip to have the card and the keyboard')
                app.key('ctrl+Right')
                app.wait('label', '5 / 2')
                app.click('push button', 'Active conversation, collapsed, 0 leads')
                app.wait('push button', 'Menu of Active conversation')

            def add():
                """a stage is added after another"""
                choose('Active conversation', 'Collapse')  # so that there is room to see it
                choose('Warm leads', 'Add Stage After…')
                app.wait('text', 'Name of the stage')
                app.type('Proposal sent')
                app.key('Return')
                app.wait('list', 'Proposal sent')
                app.until(lambda: stage('stage-1')['position'] == 3, 'the new stage to stand after it')

            def move():
                """a stage moves by its menu, and undo brings it back"""
                choose('Proposal sent', 'Move Left')
                app.until(lambda: stage('stage-1')['position'] == 2, 'the stage to have moved')
                app.key('ctrl+z')
                app.until(lambda: stage('stage-1')['position'] == 3, 'the stage to be back')

            def merge():
                """a merge says how many leads move, moves them, and is undone by one Ctrl+Z"""
                choose('Warm leads', 'Merge Into', 'Proposal sent')
                app.wait('label', re.compile('^5 leads move to Proposal sent'))
                app.click('push button', 'Merge')
                app.wait_gone('list', 'Warm leads')
                app.wait('list item', 'Luca Rossi', within=('list', 'Proposal sent'))
                app.key('ctrl+z')
                app.wait('list item', 'Luca Rossi', within=('list', 'Warm leads'))
                app.until(lambda: stage('qualifying')['leads'] == 5 and stage('stage-1')['leads'] == 0, 'all to be back')

            def hide():
                """a stage with leads says how many before it goes; the list of all shows it again"""
                choose('Warm leads', 'Hide')
                app.wait('label', re.compile('^5 leads are in it'))
                app.click('push button', 'Hide')
                app.wait_gone('list', 'Warm leads')
                assert stage('qualifying')['leads'] == 5
                choose('Proposal sent', 'All Stages…')
                app.wait('push button', 'Show Warm leads')
                assert not app.unnamed(), app.unnamed()
                app.click('push button', 'Show Warm leads')
                app.wait('push button', 'Hide Warm leads')
                app.click('push button', 'Move Warm leads down')
                app.until(lambda: stage('qualifying')['position'] == 3, 'the stage to have moved')
                app.until(lambda: app.find('push button', 'Move Warm leads down', state='focused'),
                          'the keyboard to go with it')
                app.click('push button', 'Undo', within=('dialog', 'Stages'))
                app.until(lambda: stage('qualifying')['position'] == 2, 'undo to reach over the list')
                app.click('push button', 'Close', within=('dialog', 'Stages'))
                app.wait_closed('Stages')
                app.wait('list item', 'Luca Rossi', within=('list', 'Warm leads'))

            def needed():
                """the last stage for new leads cannot be hidden, and it is said why"""
                choose('New inbound', 'Hide')
                app.click('push button', 'Hide')
                app.wait('label', re.compile('^The board needs this stage'))
                app.wait('list', 'New inbound')

            tap.run([board_opens, settings, limit, order, strip, carried, add, move, merge, hide, needed])

        with desk.open() as app:
            def restarted():
                """what was shaped is there after a restart, and can still be taken back"""
                app.wait('list', 'Conversations', deadline=20)
                app.key('ctrl+3')
                app.wait('list', 'Warm leads')
                app.wait('list', 'Proposal sent')
                app.key('ctrl+z')
                app.wait_gone('list', 'Warm leads')
            tap.run([restarted])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
