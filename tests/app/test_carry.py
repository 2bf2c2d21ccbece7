#!/usr/bin/python3
"""The board on the real window, by pointer and keys: several cards in one hand, the keyboard's hand, the edges, the
thread beside it, and what undo remembers over a restart."""

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

        def stages():
            return {lead['handle']: lead['stage'] for lead in map(json.loads, desk.run('leads').splitlines())}

        with desk.open() as app:
            def column(stage):
                return app.wait('list', stage)

            def card(name, stage=None):
                return app.wait('list item', name, within=column(stage) if stage else None)

            def focused(name):
                return lambda: app.find('list item', name, state='focused')

            def three_cards():
                """three marked cards are dragged together, and one Ctrl+Z takes all three back"""
                app.wait('label', 'Lena Krüger', deadline=20)
                app.key('ctrl+3')
                app.click('list item', 'Lena Krüger', within=column('New inbound'))
                app.key('x')
                app.key('Down')
                app.key('x')
                app.key('Down')
                app.key('x')
                app.drag(card('Lena Krüger'), column('Qualifying'))
                for name in ('Lena Krüger', 'Luca Rossi', 'Kaja Lund'):
                    card(name, 'Qualifying')
                app.until(lambda: list(stages().values()).count('qualifying') == 3, 'the database to know')
                app.key('ctrl+z')
                app.wait('label', 'Taken back: Stage · 3 leads')
                app.until(lambda: list(stages().values()).count('qualifying') == 0, 'all three to be back')
                app.key('Escape')

            def lift():
                """Space lifts a card, the arrows carry it, Space drops it, and it keeps the keyboard"""
                app.click('list item', 'Luca Rossi', within=column('New inbound'))
                app.key('space')
                app.wait(None, re.compile('^Lifted .*Luca Rossi.*: New inbound, 2 of .* Space drops'))
                app.key('Right', 'Right', 'space')
                app.until(lambda: stages()['luca_r0ssi'] == 'qualifying', 'the database to know')
                app.until(focused('Luca Rossi'), 'the card to have the keyboard')

            def put_back():
                """Escape puts a lifted card back"""
                app.key('space', 'Right', 'Escape')
                app.key('ctrl+Right')
                app.until(lambda: stages()['luca_r0ssi'] == 'coach-review', 'the next key to move it by one')

            def fade():
                """what was said goes when it has been read"""
                app.key('space', 'Escape')
                app.wait('status bar', re.compile('Luca Rossi.* stays where it was$'))
                app.wait_gone('status bar', re.compile('stays where it was$'), deadline=15)

            def edge():
                """a card that is held near the edge comes to a column that was out of view"""
                right = app.point(app.wait('frame', 'Anteroom'), across=0.985)

                def carry():
                    app.until(lambda: app.point(column('Nurture'))[0] < right[0] - 200, 'the column to come into view')
                    app.hover(column('Nurture'))
                app.drag(card('Kaja Lund', 'New inbound'), right, while_held=carry)
                app.wait('push button', 'Save and Move')
                app.key('Return')
                app.until(lambda: stages()['kaja.lund'] == 'nurture', 'the database to know')
                app.key('ctrl+z')
                app.until(lambda: stages()['kaja.lund'] == 'new-inbound', 'the card to be back')

            def beside():
                """Enter opens the thread beside the board, and Escape is back on the card"""
                app.key('Return')
                app.wait('list', 'Messages')
                assert app.find('list', 'Needs coach review'), 'the board is gone'
                app.key('Escape')
                app.until(focused('Luca Rossi'), 'the card to have the keyboard')

            def lanes():
                """swim lanes by owner hold the same cards"""
                app.click('push button', 'Swim lanes')
                app.click('menu item', 'By Owner')
                lane = app.wait('panel', 'Coach')
                app.wait('list item', 'Luca Rossi', within=lane)
                app.click('push button', 'Swim lanes')
                app.click('menu item', 'None')
                app.wait_gone('panel', 'Coach')

            def last_move():
                """a move is saved at once"""
                app.click('list item', 'Luca Rossi', within=column('Needs coach review'))
                app.key('ctrl+Right')
                app.until(lambda: stages()['luca_r0ssi'] == 'qualified', 'the database to know')

            tap.run([three_cards, edge, lift, put_back, fade, beside, lanes, last_move])

        with desk.open() as app:
            def undo():
                """after a restart Ctrl+Z takes the last move back, and Ctrl+Shift+Z does it again"""
                app.wait('label', 'Lena Krüger', deadline=20)
                app.key('ctrl+3')
                app.key('ctrl+z')
                app.until(lambda: stages()['luca_r0ssi'] == 'coach-review', 'the move to be taken back')
                app.key('ctrl+shift+z')
                app.until(lambda: stages()['luca_r0ssi'] == 'qualified', 'the move to be done again')
            tap.run([undo])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
