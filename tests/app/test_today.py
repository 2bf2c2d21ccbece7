#!/usr/bin/python3
"""Today: what cannot wait, each counter its own list; follow-ups are planned and done; a broken handoff comes back."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from notifications import Notifications
from uidrive import Tap

BUILD = sys.argv[1]
LIST = ('list', 'What Today Asks For')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        desktop = Notifications()

        def ask(sql, *values):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(sql, values).fetchall()
            finally:
                connection.close()

        def follow_ups():
            return ask("SELECT state, reason, led_by FROM follow_up JOIN lead ON lead.id = lead_id"
                       " WHERE kept = 1 AND handle = 'kaja.lund' ORDER BY follow_up.id")

        with desk.open(env={'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data')}) as app:
            def count(title):
                button = app.wait('push button', re.compile('^%s: ' % title))
                return int(button.name.rsplit(' ', 1)[1])

            def row(name):
                return app.wait('list item', re.compile('^%s, ' % re.escape(name)), within=LIST)

            def advance(hours, done, what):
                """Instagram's clock is believed when two answers agree."""
                desk.sandbox.control('clock', advance_seconds=hours * 3600)
                for _ in range(3):
                    app.click('push button', 'Sync now')
                    app.until(lambda: app.find('push button', 'Sync now', state='sensitive'), 'it to be read')
                app.until(done, what)

            def counter_is_its_list():
                """each counter shows just that list, and is as long as it"""
                app.key('ctrl+1')
                n = count('No Next Step')
                assert n == ask('SELECT count(*) FROM lead WHERE live = 1 AND next_action IS NULL')[0][0], n
                app.click('push button', re.compile('^No Next Step: '))
                app.until(lambda: len(app.find('list item', re.compile(', '), within=LIST)) == n, '%d rows' % n)
                row('Kaja Lund')

            def planning_lowers_it():
                """a follow-up asks for a reason, which is proposed, and for a time; saved, one less has no step"""
                n = count('No Next Step')
                app.click(row('Kaja Lund'))
                app.key('f')
                dialog = app.wait('dialog', 'Follow-Up')
                app.until(lambda: app.text(app.wait('text', 'Why', within=dialog)).startswith('They said: '),
                          'a reason to be proposed')
                assert not app.find('push button', 'Save', within=dialog, state='sensitive')
                app.type('in 2 hours')
                app.wait(None, re.compile('The reply window'), within=dialog)
                app.until(lambda: app.find('push button', 'Save', within=dialog, state='sensitive'), 'it can be saved')
                app.fill('text', 'Why', 'just checking in', within=dialog)
                app.wait('label', re.compile('^“Checking in” gives them nothing'), within=dialog)
                app.fill('text', 'Why', 'Her race is on Sunday', within=dialog)
                app.click('push button', 'Save', within=dialog)
                app.wait_gone('dialog', 'Follow-Up')
                app.until(lambda: follow_ups() == [('open', 'Her race is on Sunday', 'coach')], 'it to be kept')
                app.until(lambda: count('No Next Step') == n - 1, 'one less to lack a step')

            def overdue_is_done():
                """when its time has passed it is overdue; E says that it is done, and undo brings it back"""
                app.click('push button', re.compile('^No Next Step: '))
                advance(3, lambda: count('Overdue') == 1, 'it to be overdue')
                app.click(row('Kaja Lund'))
                app.wait('label', 'Follow-Ups')
                app.key('e')
                app.until(lambda: follow_ups()[0][0] == 'done', 'it to be done')
                app.until(lambda: count('Overdue') == 0, 'nothing to be overdue')
                app.key('ctrl+z')
                app.until(lambda: count('Overdue') == 1, 'it to be overdue again')

            def due_is_told():
                """what is due is told on the desktop, without anybody's words; Tomorrow puts it off"""
                told = app.until(lambda: desktop.find('Follow up with Kaja Lund'), 'a notification')
                assert told[2] == 'The next step is due.' and {'Open', 'Tomorrow'} <= set(told[3]), told
                desktop.press(told, 'Tomorrow')
                app.until(lambda: count('Overdue') == 0, 'it to be put off')
                assert follow_ups()[-1][:2] == ('open', 'Her race is on Sunday'), follow_ups()

            def handoff_runs():
                """a handoff lacks nothing; broken, it is the coach's again and stands first"""
                app.click(row('noor.haddad'))
                app.click(row('noor.haddad'), button=3)
                app.click('menu item', 'Hand Over…')
                dialog = app.wait('dialog', 'Hand Over')
                app.wait('label', 'Say who has the lead from now on.', within=dialog)
                app.choose('Owner', 'Down', 'Return', within=dialog)
                app.wait('label', 'Say what they are to do next.', within=dialog)
                app.fill('text', 'Next action', 'Ask about money', within=dialog)
                app.click('push button', 'Hand Over', within=dialog)
                app.wait_gone('dialog', 'Hand Over')
                app.wait('label', re.compile('^Handed to .*Coach'))
                advance(3, lambda: count('Handoffs at Risk') == 1, 'the handoff to be broken')
                app.wait('label', re.compile('did not act in time'))

            tap.run([counter_is_its_list, planning_lowers_it, overdue_is_done, due_is_told, handoff_runs])
        desktop.close()
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
