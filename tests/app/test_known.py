#!/usr/bin/python3
"""What is known of a lead: suggested with its words, confirmed and refused, gone to, noted from words in a message."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import DriveError, Tap, run

BUILD = sys.argv[1]
GOAL = re.compile('^Goal: .*hate doing')
OBJECTION = re.compile('^Objection: .*quit one of the things')


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def facts():
            """by kind and state, with the words; of the one lead that is looked at"""
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(
                    'SELECT fact.kind, state, fact.text, origin, mid FROM fact JOIN lead ON lead.id = fact.lead_id '
                    "LEFT JOIN message ON message.id = message_id WHERE handle = 'nova.amsel'").fetchall()
            finally:
                connection.close()

        def touches():
            """kind, origin, and the words of the message that says so"""
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute(
                    'SELECT touch.kind, touch.origin, message.text FROM touch JOIN lead ON lead.id = touch.lead_id '
                    "LEFT JOIN message ON mid = evidence WHERE handle = 'nova.amsel' ORDER BY touch.id").fetchall()
            finally:
                connection.close()

        def state(kind, words):
            found = [fact[1] for fact in facts() if fact[0] == kind and words in fact[2]]
            return found[0] if len(found) == 1 else found

        with desk.open() as app:
            def row(pattern):
                return app.wait('list item', pattern, within=('list', 'Known'))

            def select(word):
                """by a double click, as one does; no hand comes in one leap"""
                label = app.wait('label', re.compile(word))
                x, y = app._settled_point(label)  # pylint: disable=protected-access
                run('xdotool', 'mousemove', str(x - 3), str(y))
                run('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', '2', '--delay', '80', '1')

            def suggested():
                """what the machine found stands there with its words, and what it did not find is told"""
                app.key('ctrl+2')
                app.click('label', 'Nova Amsel', within=('list', 'Conversations'))
                row(re.compile('^Goal: .*hate doing.*Suggested'))
                row(re.compile('^Objection: has failed before: .*Suggested'))
                app.wait('label', re.compile('^Not yet known: .*budget'))
                app.wait('push button', re.compile('^[1-5] of 7, .*timeline.* missing$'))
                assert state('goal', 'hate doing') == 'suggested', facts()

            def catch_up():
                """what was said since somebody looked last is told in three lines, each of which goes to its message"""
                app.wait('label', 'Since you last looked: 3 messages')
                app.wait('push button', re.compile('^Objection: has to think: .*let me check'))
                app.click('push button', re.compile('I checked'))
                app.until(lambda: ['The message that was looked for'] ==
                          [item.description for item in app.find('list item', within=('list', 'Messages')) if item.description],
                          'the message to be marked')
                app.click('push button', 'Close what is new')
                app.until(lambda: not app.find('label', re.compile('^Since you last looked')), 'the lines to go')

            def confirm():
                """a yes is kept with who said it, and taken back by Ctrl+Z"""
                app.click('push button', 'That is so', within=row(GOAL))
                app.until(lambda: state('goal', 'hate doing') == 'confirmed', 'the goal to be confirmed')
                app.wait('label', re.compile('^Goal of .*Nova Amsel.* is confirmed'))
                row(re.compile('^Goal: .*Confirmed by Coach'))
                app.key('ctrl+z')
                app.until(lambda: state('goal', 'hate doing') == 'suggested', 'the yes to be taken back')

            def go():
                """a click on it goes to the message, which says that it is the one"""
                app.click('label', re.compile('quit one of the things$'), within=row(OBJECTION))
                app.until(lambda: ['The message that was looked for'] ==
                          [item.description for item in app.find('list item', within=('list', 'Messages')) if item.description],
                          'the message to be marked')

            def by_keys():
                """Enter on the row says yes, Delete says no"""
                app.until(lambda: app.find('list item', OBJECTION, state='focused'), 'the row to have the keyboard')
                app.key('Return')
                app.until(lambda: state('objection', 'quit one') == 'confirmed', 'the objection to be confirmed')
                app.until(lambda: app.find('list item', OBJECTION, state='focused'), 'the row to keep the keyboard')
                app.key('Delete')
                app.until(lambda: state('objection', 'quit one') == 'rejected', 'the objection to be refused')
                app.wait_gone('list item', OBJECTION)

            def note_by_button():
                """words that are selected are noted with their message"""
                # By the hour at which this runs there is one day more between the messages.
                app.hover(app.wait('label', re.compile('^let me check and come back')))
                run('xdotool', 'click', '--repeat', '3', '--delay', '60', '4')
                for tries_left in (2, 1, 0):
                    # A list that was turned by the wheel takes the first press to stand still.
                    select('^hi vera, loved the podcast')
                    try:
                        app.wait('push button', 'Problem', deadline=5 if tries_left else None)
                        break
                    except DriveError:
                        if not tries_left:
                            raise
                app.click('push button', 'Problem')
                app.until(lambda: [f for f in facts() if f[0] == 'problem' and f[3] == 'person'], 'the words to be noted')
                said = [f for f in facts() if f[0] == 'problem' and f[3] == 'person'][0]
                assert said[1] == 'confirmed' and said[4] and said[2] in 'hi vera, loved the podcast with the two sisters. ' \
                    'how does one start with you?', said
                row(re.compile('^Problem: .*Noted by Coach'))

            def note_by_letter():
                """M and a letter do the same; without words it is all of the message that was gone to, or M says what it wants"""
                app.click('label', 'Nova Amsel', within=('list', 'Conversations'))
                app.key('m')
                app.wait('label', 'Bottleneck')
                app.key('b')
                app.until(lambda: [f for f in facts() if f[0] == 'bottleneck' and f[2].startswith('(I did quit')], 'all to be noted')
                app.click('label', 'Lena Krüger', within=('list', 'Conversations'))
                app.wait('push button', 'Owner: Coach')
                app.key('m')
                app.wait('label', 'Select the words in a message first, then press M')
                app.click('label', 'Nova Amsel', within=('list', 'Conversations'))
                select('^let me check and come back')
                app.wait('label', 'Note as')
                app.key('m')
                app.wait('label', 'Timeline')  # of a button in a button's list
                app.key('t')
                app.until(lambda: [f for f in facts() if f[0] == 'timeline' and f[3] == 'person'], 'the words to be noted')
                app.until(lambda: not app.find('label', 'Note as'), 'the bar to go')
                ring = app.wait('push button', re.compile('^[2-6] of 7, (?!.*timeline).* missing$'))
                app.click('push button', ring.name)
                app.wait('label', 'Budget: What they would spend')
                app.key('Escape')

            def handled():
                """an objection is answered with a click, stays there as answered, and stands open again after Ctrl+Z"""
                was = row(re.compile('^Objection: .*let me check.*'))
                x, y = app.point(('list', 'Known'), down=0.1)
                run('xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', '12', '--delay', '20', '5')
                app.click('push button', 'That is so', within=was)
                app.click('push button', 'Answered', within=row(re.compile('^Objection: .*let me check.*Confirmed')))
                row(re.compile('^Objection: .*let me check.*Answered'))
                app.key('ctrl+z')
                row(re.compile('^Objection: .*let me check.*Confirmed by Coach'))

            def where_from():
                """how they came is told by their words too: it is asked which way it was, and the message is kept"""
                select('^that I.m good at everything')
                app.wait('label', 'Note as')
                app.key('m')
                app.wait('label', 'Speaks against')  # of a button in a button's list
                app.key('x')
                app.until(lambda: [f for f in facts() if f[0] == 'fit' and f[3] == 'person'], 'the sign to be noted')
                row(re.compile('^Speaks against: .*Noted by Coach'))
                select('^that I.m good at everything')
                app.wait('label', 'Note as')
                app.key('m')
                app.wait('label', 'Source')
                app.key('s')
                dialog = app.wait('dialog', 'Source')
                assert app.text(('text', 'Detail of the source')).strip(), 'the words are not there'
                app.choose('Source', 'Down', 'Return', within=dialog)
                app.click('push button', 'Save')
                app.until(lambda: touches() and touches()[-1][2] == 'that I\'m good at everything I hate doing',
                          'the message to be kept')

            tap.run([suggested, catch_up, confirm, go, by_keys, note_by_button, note_by_letter, handled, where_from])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
