#!/usr/bin/python3
"""What a stage asks for, on the real window: the dialog asks for what is missing and for nothing else."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import ISOLATES, Tap

BUILD = sys.argv[1]
LUCA, KAJA = "handle = 'luca_r0ssi'", "handle = 'kaja.lund'"
STAGE = 'SELECT key FROM stage JOIN lead ON stage_id = stage.id WHERE '
FACTS = "SELECT kind, text, state FROM fact WHERE origin = 'person' ORDER BY id"


def database(desk, mode):
    return sqlite3.connect('file:%s?mode=%s' % (os.path.join(desk.data, 'anteroom.db'), mode), uri=True)


def rows(desk, sql):
    connection = database(desk, 'ro')
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def require(desk, stage, words):
    """While no program holds the folder."""
    connection = database(desk, 'rw')
    connection.execute('UPDATE stage SET requirements = ? WHERE key = ?', (words, stage))
    connection.commit()
    connection.close()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        require(desk, 'qualifying', 'budget')
        with desk.open() as app:
            def dialog(title):
                return app.wait('dialog', title)

            def asked(within):
                return sorted(node.name.translate(ISOLATES) for role in ('text', 'combo box') for node in app.find(role, within=within))

            def is_in(lead, stage):
                app.until(lambda: rows(desk, STAGE + lead) == [(stage,)], 'the database to know')

            def drag_luca():
                app.drag(app.wait('list item', 'Luca Rossi'), app.wait('list', 'Qualifying'))
                return dialog('Move Luca Rossi to Qualifying')

            def asks():
                """a card dropped on a stage that asks for the budget is asked for the budget alone"""
                app.key('ctrl+3')
                app.wait('list', 'New inbound')
                gate = drag_luca()
                assert asked(gate) == ['Budget of Luca Rossi'], asked(gate)
                app.until(lambda: app.find('text', 'Budget of Luca Rossi', state='focused'), 'the keyboard to be on it')
                assert not app.wait('push button', 'Save and Move', within=gate).has('sensitive')
                assert not app.unnamed(), app.unnamed()

            def cancels():
                """Escape puts the card back, and the keyboard on it"""
                app.key('Escape')
                app.wait_gone('dialog', re.compile('^Move '))
                app.wait('list item', 'Luca Rossi', within=('list', 'New inbound'))
                app.focus()
                app.until(lambda: app.find('list item', 'Luca Rossi', state='focused'), 'the card to have the keyboard')
                assert rows(desk, STAGE + LUCA) == [('new-inbound',)]
                assert rows(desk, "SELECT * FROM event WHERE field = 'stage'") == []

            def cancels_by_button():
                """so does Cancel, and what was typed is forgotten"""
                gate = drag_luca()
                app.type('a fortune')
                app.click('push button', 'Cancel', within=gate)
                app.wait_gone('dialog', re.compile('^Move '))
                app.wait('list item', 'Luca Rossi', within=('list', 'New inbound'))
                assert rows(desk, FACTS) == []

            def saves():
                """Enter saves what was asked and moves the card in one act"""
                drag_luca()
                app.type('about 200')
                app.key('Return')
                app.wait_gone('dialog', re.compile('^Move '))
                app.wait('list item', 'Luca Rossi', within=('list', 'Qualifying'))
                is_in(LUCA, 'qualifying')
                assert rows(desk, FACTS) == [('budget', 'about 200', 'confirmed')], rows(desk, FACTS)
                app.until(lambda: app.find('list item', 'Luca Rossi', state='focused'), 'the card to have the keyboard')

            def is_known():
                """the lead's panel tells what is known, and who typed it"""
                app.key('ctrl+2')
                app.click('label', 'Luca Rossi', within=('list', 'Conversations'))
                app.wait('list item', re.compile('^Budget: .*about 200.*Noted by Coach'), within=('list', 'Known'))

            def is_found_out():
                """who is being qualified shows what is to be known before Qualified; it is written down in its place"""
                criteria = ('list', 'Before Qualified')
                app.wait('list item', 'Budget: about 200', within=criteria)
                app.click('list item', 'Goal: not yet known', within=criteria)
                app.until(lambda: app.find('text', 'Goal', state='focused'), 'the keyboard to be on it')
                app.type('Run 10 km')
                app.key('Escape')
                app.wait('list item', 'Goal: not yet known', within=criteria)
                app.key('Return')
                app.until(lambda: app.find('text', 'Goal', state='focused'), 'the keyboard to be on it')
                app.type('Sleep again')
                app.key('Return')
                app.wait('list item', 'Goal: Sleep again', within=criteria)
                app.wait('list item', re.compile('^Goal: .*Sleep again'), within=('list', 'Known'))
                app.until(lambda: app.find('list item', 'Goal: Sleep again', state='focused'), 'the line to have the keyboard')
                assert not app.unnamed(), app.unnamed()
                app.key('ctrl+z')
                app.wait('list item', 'Goal: not yet known', within=criteria)
                assert rows(desk, FACTS) == [('budget', 'about 200', 'confirmed'), ('goal', 'Sleep again', 'withdrawn')]

            def undoes():
                """undo takes back the move and the fact together; redo does both again"""
                app.key('ctrl+3')
                app.click('list item', 'Luca Rossi', within=('list', 'Qualifying'))
                app.key('ctrl+z')
                is_in(LUCA, 'new-inbound')
                assert ('budget', 'about 200', 'withdrawn') in rows(desk, FACTS), rows(desk, FACTS)
                app.wait('list item', 'Luca Rossi', within=('list', 'New inbound'))
                app.key('ctrl+2')
                app.wait_gone('list', 'Known')
                app.key('ctrl+3', 'ctrl+shift+z')
                is_in(LUCA, 'qualifying')
                assert ('budget', 'about 200', 'confirmed') in rows(desk, FACTS), rows(desk, FACTS)

            def does_not_ask_again():
                """what is known is not asked for again"""
                app.click('list item', 'Luca Rossi', within=('list', 'Qualifying'))
                app.key('ctrl+Left')
                is_in(LUCA, 'active')
                app.wait('list item', 'Luca Rossi', within=('list', 'Active conversation'))
                app.key('ctrl+Right')
                is_in(LUCA, 'qualifying')

            def moves_anyway():
                """Move Anyway asks for a reason first, and goes with it"""
                app.click('list item', 'Luca Rossi', within=('list', 'Qualifying'))
                app.key('s')
                app.click('menu item', 'Booked')
                gate = dialog('Move Luca Rossi to Booked')
                assert asked(gate) == ['Next step of Luca Rossi', 'When'], asked(gate)
                app.click('push button', 'Move Anyway…', within=gate)
                app.until(lambda: app.find('text', 'Reason', within=gate, state='focused'), 'a reason to be asked')
                assert not app.wait('push button', 'Move Anyway', within=gate).has('sensitive')
                app.key('Return')
                app.type('He is my brother')
                app.until(lambda: app.wait('push button', 'Move Anyway', within=gate).has('sensitive'), 'it to be enough')
                assert rows(desk, STAGE + LUCA) == [('qualifying',)]
                app.click('push button', 'Move Anyway', within=gate)
                app.wait_gone('dialog', re.compile('^Move '))
                is_in(LUCA, 'booked')

            def is_in_history():
                """the history tells the reason, and what was lacking"""
                app.key('ctrl+2')
                app.wait('label', 'Stage: Qualifying → Booked (He is my brother)', within=('list', 'History'))
                app.wait('label', 'Moved anyway, without: Next step', within=('list', 'History'))
                app.wait('label', 'Budget: about 200', within=('list', 'History'))

            def asks_from_the_thread():
                """from the thread it is the same: not a fit asks for the reason alone, and there is no way round it"""
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.wait('push button', 'Owner: Coach')
                app.key('s')
                app.click('menu item', 'Not a fit')
                gate = dialog('Move Kaja Lund to Not a fit')
                assert asked(gate) == ['Reason'], asked(gate)
                assert not app.find('push button', re.compile('Anyway'), within=gate)
                assert not app.wait('check box', 'Write a kind no into the answer box', within=gate).has('checked')
                app.type('Wants a dietitian')
                app.click('check box', 'Write a kind no into the answer box', within=gate)
                app.click('push button', 'Save and Move', within=gate)
                app.wait_gone('dialog', re.compile('^Move '))
                is_in(KAJA, 'not-a-fit')
                app.wait('label', re.compile(r'Not a fit \(Wants a dietitian\)$'), within=('list', 'History'))
                app.until(lambda: app.text(app.wait('text', 'Answer')).startswith('Hi Kaja, thank you'), 'the kind no to stand there')
                assert rows(desk, 'SELECT count(*) FROM outbox') == [(0,)], 'it was sent'

            def next_step():
                """a next step is asked with its date; both stand on the lead"""
                app.key('s')
                app.click('menu item', 'Booked')
                gate = dialog('Move Kaja Lund to Booked')
                app.type('Call her')
                app.click('push button', 'Save and Move', within=gate)
                app.wait_gone('dialog', re.compile('^Move '))
                is_in(KAJA, 'booked')
                action, due = rows(desk, 'SELECT next_action, next_due FROM lead WHERE ' + KAJA)[0]
                assert action == 'Call her' and due > 0, (action, due)

            def next_step_stays():
                """a live lead's next step cannot be emptied, which is said; and another one may lead it"""
                app.click('label', 'Call her', within=('list', 'About this lead'))
                dialog = app.wait('dialog', re.compile('^Next Step'))
                app.key('ctrl+a', 'BackSpace')
                app.wait(None, re.compile('^A lead that someone works on needs a next step'), within=dialog)
                assert not app.find('push button', 'Save', within=dialog, state='sensitive')
                app.type('Call again')
                app.wait_gone(None, re.compile('^A lead that someone works on'), within=dialog)
                app.choose('Led by', 'Down', 'Return', within=dialog)
                app.click('push button', 'Save', within=dialog)
                app.wait('label', re.compile('^Next step for .*Kaja Lund.* is saved$'))
                assert rows(desk, 'SELECT next_action, next_owner FROM lead WHERE ' + KAJA) == [('Call again', 'coach')]

            def is_found_out_beside_the_board():
                """a move to Qualifying shows it beside the board as well, at once; a move away takes it away"""
                app.key('ctrl+3')
                app.click('list item', 'Kaja Lund', within=('list', 'Booked'))
                app.key('Return')
                beside = app.wait('filler', 'AnteThreadBeside')
                app.wait('list', 'Messages', within=beside)
                assert not app.find('list', 'Before Qualified', within=beside)
                app.key('alt+s')
                app.click('menu item', 'Qualifying')
                dialog('Move Kaja Lund to Qualifying')
                app.type('about 100')
                app.key('Return')
                app.wait('list item', 'Budget: about 100', within=beside)
                app.click('list item', 'Timeline: not yet known', within=beside)
                app.until(lambda: app.find('text', 'Timeline', within=beside, state='focused'), 'the keyboard to be on it')
                app.key('Escape')
                app.until(lambda: app.find('list item', 'Timeline: not yet known', within=beside, state='focused'),
                          'the line to be closed, and not the thread')
                app.key('ctrl+z')
                app.wait_gone('list', 'Before Qualified', within=beside)

            tap.run([asks, cancels, cancels_by_button, saves, is_known, is_found_out, undoes, does_not_ask_again, moves_anyway,
                     is_in_history, asks_from_the_thread, next_step, next_step_stays,
                     is_found_out_beside_the_board])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
