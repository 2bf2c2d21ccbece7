#!/usr/bin/python3
"""The wheel over the board on the real window: sideways by tilt and by Shift, and down the lanes."""

import sys
import tempfile

from desk import Desk
from uidrive import Tap, run

BUILD = sys.argv[1]
DOWN, LEFT, RIGHT = 5, 6, 7


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        for handle in ('lena_k', 'luca_r0ssi', 'kaja.lund'):
            desk.run('own', handle, 'setter:Maya')
        desk.run('own', 'mara.runs', 'ai')

        with desk.open() as app:
            def turn(button, times=3, *held):
                keys = [word for key in held for word in ('keydown', key)]
                release = [word for key in held for word in ('keyup', key)]
                run('xdotool', *keys, 'click', '--repeat', str(times), '--delay', '40', str(button), *release)

            def left_edge():
                return app.point(app.wait('list', 'New inbound'), across=0)[0]

            def moves(button, goes, *held):
                before = left_edge()
                turn(button, 3, *held)
                app.until(lambda: goes(left_edge() - before), 'the board to move sideways')

            def right(way):
                return way < -100

            def left(way):
                return way > 100

            def tilt():
                """a tilt of the wheel over a card moves the board, there and back"""
                app.wait('label', 'Lena Krüger', deadline=20)
                app.key('ctrl+3')
                card = app.wait_seen('list item', 'Lena Krüger')
                app.focus()
                app.hover(card)
                moves(RIGHT, right)
                moves(LEFT, left)

            def shift():
                """Shift turns the wheel"""
                moves(DOWN, right, 'shift')
                moves(LEFT, left)

            def head():
                """over the head of a column, too"""
                app.hover(app.wait_seen('label', 'Qualifying'))
                moves(RIGHT, right)
                moves(LEFT, left)

            def lanes():
                """where a lane's column has nothing to scroll the wheel moves the lanes"""
                app.click('push button', 'Swim lanes')
                app.click('menu item', 'By Owner')
                mine = app.wait_seen('list', 'Qualifying')
                app.focus()
                app.hover(mine)
                top = app.point(mine)[1]
                turn(DOWN)
                app.until(lambda: app.point(mine)[1] < top - 60, 'the lanes to move up')

            tap.run([tilt, shift, head, lanes])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
