#!/usr/bin/python3
"""Calls: what is booked with its brief, a no-show that is followed up, an outcome that asks why, whose a call is."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]
LIST = ('list', 'Calls')
CALENDAR = '''BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test
BEGIN:VEVENT
UID:intro-1@calendar.example
DTSTART:20301104T150000Z
DTEND:20301104T153000Z
SUMMARY:Intro call
ATTENDEE;CN=Luca Rossi:mailto:luca@mail.example
END:VEVENT
END:VCALENDAR
'''


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        desk.run('book', 'kaja.lund', 'in 2 hours', '--title', 'Strategy call')
        file = os.path.join(folder, 'calls.ics')
        with open(file, 'w', encoding='utf-8') as calendar:
            calendar.write(CALENDAR.replace('\n', '\r\n'))
        desk.run('import', 'calendar', file)

        def ask(sql, *values):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(sql, values).fetchall()
            finally:
                connection.close()

        def state():
            return ask("SELECT booking.state FROM booking JOIN lead ON lead.id = lead_id WHERE handle = 'kaja.lund'")

        with desk.open(env={'GSETTINGS_SCHEMA_DIR': os.path.join(BUILD, 'data')}) as app:
            def row(name):
                return app.wait('list item', re.compile('^%s, ' % re.escape(name)), within=LIST)

            def brief_stands_beside():
                """a booked call stands with how much is known of the lead, and its brief beside it"""
                app.key('ctrl+5')
                row('Kaja Lund')
                app.wait('label', re.compile('^[0-7] of 7'), within=LIST)
                app.wait('label', 'Why they booked')
                assert not app.find('push button', 'Keep What Came of It'), 'asked before the call'
                assert not app.unnamed(), app.unnamed()

            def whose_is_asked():
                """a call of somebody who is not known is asked about, and given by handle"""
                app.click(row('Luca Rossi'))
                app.wait('label', re.compile('booked this call. Which lead is that'))
                app.fill('text', 'Handle of the lead', '@luca_r0ssi')
                app.key('Return')
                app.until(lambda: ask("SELECT count(*) FROM booking JOIN lead ON lead.id = lead_id"
                                      " WHERE handle = 'luca_r0ssi'") == [(1,)], 'it to be his')
                app.wait('label', 'Why they booked')

            def no_show_is_followed_up():
                """2 says no-show, which plans a follow-up for today; undo takes both back"""
                desk.sandbox.control('clock', advance_seconds=3 * 3600)
                for _ in range(3):
                    app.click('push button', 'Sync now')
                    app.until(lambda: app.find('push button', 'Sync now', state='sensitive'), 'it to be read')
                app.click('push button', 'Past')
                app.click(row('Kaja Lund'))
                app.wait('push button', 'Keep What Came of It')
                app.key('2')
                app.until(lambda: state() == [('no-show',)], 'a no-show')
                assert ask("SELECT count(*) FROM follow_up WHERE kept = 1 AND state = 'open' AND reason LIKE '%no-show%'") == [(1,)]
                app.key('ctrl+z')
                app.until(lambda: state() == [('booked',)], 'it to be booked again')
                assert ask("SELECT count(*) FROM follow_up WHERE kept = 1 AND state = 'open'") == [(0,)]

            for_lost = 'Say why: it is counted, and the next call learns from it.'

            def lost_asks_why():
                """an outcome asks why before it is kept"""
                app.click('label', 'Outcome')
                app.click('label', 'Lost')
                app.wait('label', for_lost)
                assert not app.find('push button', 'Keep What Came of It', state='sensitive')
                app.fill('text', 'Why', 'Too expensive this year')
                app.click('push button', 'Keep What Came of It')
                app.until(lambda: ask('SELECT outcome, decision FROM call WHERE kept = 1') ==
                          [('lost', 'Too expensive this year')], 'it to be kept')

            tap.run([brief_stands_beside, whose_is_asked, no_show_is_followed_up, lost_asks_why])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
