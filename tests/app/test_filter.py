#!/usr/bin/python3
"""The board's filter bar on the real window: what is typed, chips, saved views, and what stands there after a restart."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
MAYAS = ('Kaja Lund', 'Lena Krüger', 'Luca Rossi')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        for handle in ('lena_k', 'luca_r0ssi', 'kaja.lund'):
            desk.run('own', handle, 'setter:Maya')
        desk.run('own', 'mara.runs', 'ai')

        def sql(statement):
            connection = sqlite3.connect(os.path.join(desk.data, 'anteroom.db'))
            with connection:
                rows = connection.execute(statement).fetchall()
            connection.close()
            return rows

        sql("UPDATE lead SET labels = char(10) || 'hot' || char(10) WHERE handle = 'lena_k'")
        total = sql('SELECT count(*) FROM lead')[0][0]

        def steps(app):
            def shown():
                return sorted(node.name for node in app.find('list item', within=('list', 'New inbound')) if node.name)

            def open_board():
                app.key('ctrl+3')
                app.wait_seen('list', 'New inbound')

            def says(shown_leads):
                app.wait_seen('status bar', '%d of %d leads' % (shown_leads, total))

            def types(words):
                app.key('ctrl+f')
                app.key('ctrl+a', 'Delete')
                app.type(words)

            def only(*names):
                app.until(lambda: shown() == sorted(names), 'only %r to be shown' % (names,))

            return shown, open_board, says, types, only

        with desk.open() as app:
            _, open_board, says, types, only = steps(app)

            def type_ahead():
                """typing narrows the columns, and the counts say how much is left"""
                app.wait('label', 'Lena Krüger', deadline=20)
                open_board()
                types('kr')
                app.type('üger')
                only('Lena Krüger')
                says(1)
                app.wait_seen('label', '1 of %d' % total)

            def named():
                """every control has a name for a screen reader"""
                assert not app.unnamed(), app.unnamed()

            def escape():
                """Esc takes away what was typed"""
                app.key('Escape')
                app.wait_seen('list item', 'Kaja Lund')
                app.wait_gone('status bar', re.compile(' of %d leads' % total))

            def owner_chip():
                """a chip offers its values with counts, and the chosen one narrows the board"""
                app.click('push button', 'Owner')
                app.wait_seen('check box', 'AI, 1')
                top = app.point(app.wait('list', 'New inbound'), down=0)[1]
                app.click('check box', 'Maya, 3')
                only(*MAYAS)
                says(3)
                app.wait('push button', 'Owner: Maya')
                assert app.point(app.wait('list', 'New inbound'), down=0)[1] == top, 'the board has moved'

            def two_values():
                """another value of the same kind widens it"""
                app.click('check box', 'AI, 1')
                says(4)
                app.key('Escape')
                app.wait('push button', 'Owner: Maya, AI')

            def two_kinds():
                """another kind narrows it, and its counts are of what is left"""
                app.click('push button', 'Label')
                app.click('check box', 'hot, 1')
                only('Lena Krüger')
                app.key('Escape')

            def clear_one():
                """the cross of a chip takes back that kind alone"""
                app.act(app.wait('push button', 'Any label'))  # it moves while the bar makes room
                says(4)

            def clear():
                """the broom takes back all"""
                app.click('push button', 'Clear all filters')
                app.wait_gone('status bar', re.compile(' of %d leads' % total))
                app.wait('push button', 'Owner')

            def typed_owner():
                """owner:setter typed shows exactly the three that are a setter's, and says it on the chip"""
                types('owner:setter')
                only(*MAYAS)
                says(3)
                app.wait('push button', 'Owner: Any setter')
                types('owner:va')
                only(*MAYAS)

            def chip_takes_over():
                """the cross of a chip takes away what was typed for it, too"""
                types('owner:ma label:hot')
                only('Lena Krüger')
                app.click('push button', 'Any label')
                only(*MAYAS)
                app.until(lambda: app.text(('entry', 'Filter cards')) == 'owner:ma', 'the words to go')

            def nothing():
                """what fits nobody says so, and offers to clear"""
                types('owner:ai zzzz')
                app.wait_seen('label', 'No Lead Matches These Filters')
                app.click(app.wait_seen('push button', 'Clear Filter'))
                app.wait_seen('list item', 'Kaja Lund')

            def save_view():
                """a filter is kept under a name, which no other may have"""
                types('owner:setter kaja')
                only('Kaja Lund')
                for name, taken in (('Mayas', False), ('mayas', True)):
                    app.click('push button', 'View: Mayas' if taken else 'Views')
                    app.click('menu item', 'Save This View…')
                    app.fill('text', 'Name of the view', name)
                    app.key('Return')
                    if taken:
                        app.wait_seen('label', 'Another view has that name. Choose a different one.')
                        app.key('Escape')
                    app.wait_closed('Save This View')
                    app.wait('push button', 'View: Mayas')
                assert sql('SELECT name, filter FROM board_view') == [('Mayas', 'kaja owner:setter')]

            def last_filter():
                """the last filter is there again after a restart"""
                types('lena')
                only('Lena Krüger')
                app.key('ctrl+q')
                assert app.process.wait(15) == 0

            tap.run([type_ahead, named, escape, owner_chip, two_values, two_kinds, clear_one, clear, typed_owner,
                     chip_takes_over, nothing, save_view, last_filter])

        with desk.open() as app:
            _, open_board, says, types, only = steps(app)

            def is_back():
                """the last filter stands there"""
                open_board()
                only('Lena Krüger')
                assert app.text(('entry', 'Filter cards')) == 'lena'

            def choose_view():
                """a saved view is chosen again"""
                app.click('push button', 'Views')
                app.click('menu item', 'Mayas')
                only('Kaja Lund')
                app.wait('push button', 'View: Mayas')
                app.wait('push button', 'Owner: Any setter')

            def update_view():
                """a view that was narrowed further is updated"""
                types('')
                only(*MAYAS)
                app.click('push button', 'View: Mayas')
                app.click('menu item', 'Update “Mayas”')
                app.until(lambda: sql('SELECT filter FROM board_view') == [('owner:setter',)], 'the view to change')

            def rename_view():
                """it is renamed"""
                app.click('push button', 'View: Mayas')
                app.click('menu item', 'Rename “Mayas”…')
                app.fill('text', 'Name of the view', 'Setters')
                app.key('Return')
                app.wait('push button', 'View: Setters')

            def delete_view():
                """it is deleted when that was asked for twice, and the filter stays"""
                app.click('push button', 'View: Setters')
                app.click('menu item', 'Delete “Setters”…')
                app.click('push button', 'Delete')
                app.wait('push button', 'Views')
                assert sql('SELECT * FROM board_view') == []
                only(*MAYAS)

            def inbox_lists():
                """the inbox hides who sleeps, and lists them and who is no lead apart"""
                app.click('push button', 'Clear all filters')
                sql("UPDATE lead SET snoozed_until = 32503680000000 WHERE handle = 'lena_k'")
                app.key('ctrl+2')
                app.wait_seen('label', 'Kaja Lund')
                for split, count in (('Snoozed', 1), ('Not leads', 0)):
                    app.pick(re.compile('^Showing: '), '%s, %d' % (split, count))
                    app.wait('push button', 'Showing: %s, %d' % (split, count))
                    app.until(lambda: len(app._windows()) == 1, 'the list of splits to close')
                app.pick(re.compile('^Showing: '), 'All, %d' % (total - 1))
                app.wait_gone('label', 'Lena Krüger', within=('list', 'Conversations'))

            tap.run([is_back, choose_view, update_view, rename_view, delete_view, inbox_lists])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
