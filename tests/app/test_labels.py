#!/usr/bin/python3
"""What one does to leads with one key, on one lead or several: labels, snoozes, stages, who is no lead; each taken back."""

import os
import re
import sqlite3
import sys
import tempfile

from desk import Desk
from uidrive import Tap, run

BUILD = sys.argv[1]
DAY = 24 * 3600


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def lead(handle, column):
            connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
            try:
                return connection.execute('SELECT %s FROM lead WHERE handle = ?' % column, (handle,)).fetchone()[0]
            finally:
                connection.close()

        def stage(handle):
            return lead(handle, '(SELECT key FROM stage WHERE id = stage_id)')

        with desk.open() as app:
            def card(name, column='New inbound'):
                return app.wait('list item', name, within=app.wait('list', column))

            def focus_card(name, column='New inbound'):
                app.click(card(name, column))
                app.until(lambda: app.find('list item', name, state='focused'), 'the card of %s to have the keyboard' % name)

            def rows(pattern):
                return app.find('list item', re.compile(pattern), within=('list', 'Conversations'))

            def label_card():
                """L begins a label by its name, and the card shows it"""
                app.key('ctrl+3')
                focus_card('Kaja Lund')
                app.key('l')
                app.wait('text', 'Label')
                app.type('hot')
                app.wait('list item', 'Create “hot”')
                app.key('Return')
                app.until(lambda: lead('kaja.lund', 'labels') == '\nhot\n', 'the label to be kept')
                app.wait('list item', 'hot, ticked')
                app.key('Escape')
                app.wait('label', 'hot', within=card('Kaja Lund'))
                app.until(lambda: app.find('list item', 'Kaja Lund', state='focused'), 'the card to have the keyboard again')

            def mark_several():
                """what is marked on the board is labelled, owned and moved as one, and taken back as one"""
                focus_card('Luca Rossi')
                app.key('x', 'Down')
                app.until(lambda: app.find('list item', 'Kaja Lund', state='focused'), 'the next card to have the keyboard')
                app.key('x', 'l')
                app.wait('list item', 'hot, ticked for some')
                app.key('Return')
                app.until(lambda: lead('luca_r0ssi', 'labels') == '\nhot\n', 'both to be labelled')
                app.key('Escape')
                app.until(lambda: app.find('list item', 'Kaja Lund', state='focused'), 'the card to have the keyboard again')
                app.key('s')
                app.wait('menu item', 'Nurture')
                app.key('r')  # the first letter of Nurture that no stage above it has
                app.wait('push button', 'Save and Move')
                app.key('Return')
                app.until(lambda: {stage('luca_r0ssi'), stage('kaja.lund')} == {'nurture'}, 'both to be in their stage')
                app.wait('label', '2 leads are in Nurture')
                app.key('ctrl+z')
                app.until(lambda: {stage('luca_r0ssi'), stage('kaja.lund')} == {'new-inbound'}, 'both to be back')
                app.key('ctrl+z')
                app.until(lambda: lead('luca_r0ssi', 'labels') == '', 'the label to be off again')
                assert lead('kaja.lund', 'labels') == '\nhot\n', 'what was labelled before lost its label'
                app.key('Escape')

            def collapse():
                """quick moves become one line, and its Undo takes all of them back"""
                handles = ['lena_k', 'luca_r0ssi', 'kaja.lund']
                focus_card('Lena Krüger')
                # As fast as a person, for a line is up for six seconds; from below, so that those above stand still.
                for x, y in [app.point(card(name)) for name in ('Kaja Lund', 'Luca Rossi', 'Lena Krüger')]:
                    run('xdotool', 'mousemove', str(x), str(y), 'click', '1', 'sleep', '0.3', 'key', 'ctrl+Right', 'sleep', '0.3')
                app.wait('label', '3 leads moved')
                assert [stage(handle) for handle in handles] == 3 * ['active'], [stage(handle) for handle in handles]
                app.click('push button', 'Undo')
                app.until(lambda: [stage(handle) for handle in handles] == 3 * ['new-inbound'], 'all to be back')

            def no_lead():
                """! and a letter takes somebody off the board, and Ctrl+Z brings them back"""
                focus_card('Luca Rossi')
                app.key('exclam')
                app.wait('menu item', 'Spam')
                app.key('s')
                app.until(lambda: lead('luca_r0ssi', 'not_a_lead') == 'spam', 'the lead to be spam')
                app.wait_gone('list item', 'Luca Rossi')
                app.key('ctrl+z')
                app.until(lambda: lead('luca_r0ssi', 'not_a_lead') is None, 'the lead to be one again')
                card('Luca Rossi')

            def source():
                """T and a letter say where somebody came from; a later touch, with its detail, leaves that as it is"""
                def touches():
                    connection = sqlite3.connect('file:%s?mode=ro' % os.path.join(desk.data, 'anteroom.db'), uri=True)
                    try:
                        return connection.execute('SELECT kind, detail FROM touch JOIN lead ON lead_id = lead.id WHERE '
                                                  "handle = 'kaja.lund' AND withdrawn = 0 ORDER BY touch.id").fetchall()
                    finally:
                        connection.close()

                focus_card('Kaja Lund')
                app.key('t')
                app.wait('menu item', 'Referral')
                app.key('r')
                app.until(lambda: lead('kaja.lund', 'source') == 'referral', 'the source to be kept')
                app.wait('label', re.compile('^Source of .*Kaja Lund.*: Referral$'))
                app.until(lambda: app.find('list item', 'Kaja Lund', state='focused'), 'the card to have the keyboard again')
                app.key('t')
                app.wait('menu item', re.compile('^With a Detail'))
                app.key('w')
                dialog = app.wait('dialog', 'Source')
                app.wait('label', re.compile('^What brought .*Kaja Lund.* back'), within=dialog)
                assert not app.find('push button', 'Save', within=dialog, state='sensitive'), 'a guess could be saved'
                app.choose('Source', 'Down', 'Down', 'Return', within=dialog)
                app.fill('text', 'Detail of the source', 'the May live', within=dialog)
                app.key('Return')
                app.until(lambda: touches() == [('referral', None), ('comment', 'the May live')], 'the touch to be kept')
                assert lead('kaja.lund', 'source') == 'referral', lead('kaja.lund', 'source')
                app.wait_gone('dialog', 'Source')
                app.key('ctrl+z', 'ctrl+z')
                app.until(lambda: touches() == [] and lead('kaja.lund', 'source') == 'unknown', 'nothing to be known')

            def snooze():
                """Z puts a lead off, and opens the next one"""
                app.key('ctrl+2')
                app.click('label', 'Lena Krüger', within=('list', 'Conversations'))
                app.wait('push button', 'Owner: Coach')
                app.key('z')
                app.wait('menu item', re.compile('Until They Reply'))
                app.key('t')
                app.until(lambda: lead('lena_k', 'snoozed_until') > 0, 'the lead to be put off')
                # Out of the list of those that are awake, or told of in one of all.
                app.until(lambda: not rows(r'^Lena Krüger, \w[\w ]*\. (?!Snoozed until)'), 'the row to say so, or to go')

            def wake():
                """the lead is back when its time has come"""
                desk.sandbox.control('clock', advance_seconds=2 * DAY)
                app.key('F5')
                app.key('F5')
                app.until(lambda: lead('lena_k', 'snoozed_until') == 0, 'the lead to be awake', deadline=60)
                app.until(lambda: rows(r'^Lena Krüger, \w[\w ]*\. (?!Snoozed until)'), 'the row to be back')

            def letters_in_text():
                """letters that are written do nothing else"""
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.wait('push button', 'Stage: New inbound')
                app.click('text', 'Answer')
                app.type('sozlefu!')
                app.until(lambda: app.text(app.wait('text', 'Answer')).strip() == 'sozlefu!', 'the letters to be written')
                assert not app.find('menu item', 'Nurture') or stage('kaja.lund') == 'new-inbound'
                app.key('ctrl+a', 'Delete')

            def stage_from_composer():
                """Alt+S and a letter moves the lead from within the answer, where the keyboard stays"""
                app.type('Half')
                app.key('alt+s')
                app.wait('menu item', 'Nurture')
                app.key('q')
                app.until(lambda: stage('kaja.lund') == 'qualifying', 'the lead to be in its stage')
                app.until(lambda: app.find('text', 'Answer', state='focused'), 'the answer to have the keyboard')
                app.type(' a thought')
                app.until(lambda: app.text(app.wait('text', 'Answer')).strip() == 'Half a thought', 'the words to go on')
                app.key('ctrl+a', 'Delete')

            def stage_from_thread():
                """S and a number moves the lead that is read"""
                app.click('label', 'Kaja Lund', within=('list', 'Conversations'))
                app.key('s')
                app.wait('menu item', 'Nurture')
                app.key('8')
                app.wait('push button', 'Save and Move')
                app.key('Return')
                app.until(lambda: stage('kaja.lund') == 'nurture', 'the lead to be in its stage')
                app.wait('push button', 'Stage: Nurture')

            tap.run([label_card, mark_several, collapse, no_lead, source, snooze, wake, letters_in_text, stage_from_composer,
                     stage_from_thread])

        with desk.open() as app:
            def after_restart():
                """undo and redo go on after a restart"""
                app.wait('label', 'Kaja Lund', deadline=20)
                app.key('ctrl+z')
                app.until(lambda: stage('kaja.lund') == 'qualifying', 'the move to be taken back')
                app.key('ctrl+shift+z')
                app.until(lambda: stage('kaja.lund') == 'nurture', 'the move to be done again')
            tap.run([after_restart])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
