#!/usr/bin/python3
"""The brief of a lead: read in its window, gone from to the message, printed by Ctrl+P and saved as PDF."""

import os
import re
import subprocess
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)
        with desk.open() as app:
            def palette(words):
                app.key('ctrl+k')
                app.wait('dialog', 'Palette')
                app.type(words)

            def read():
                """the lead's menu and the palette open it; line one is their own words with the day"""
                app.key('ctrl+2')
                app.click('label', 'Nova Amsel', within=('list', 'Conversations'))
                app.wait('list item', re.compile('^Goal: .*hate doing'), within=('list', 'Known'))
                palette('brief')
                app.wait('list item', re.compile('^Brief'))
                app.key('Return')
                app.wait('dialog', 'Brief')
                app.wait('push button', re.compile('^“.*hate doing.*”, .*Not confirmed by anyone yet$'))
                app.wait('label', 'Objections')

            def hide():
                """surname and handle go at once, and stay gone on the next page"""
                app.click('check box', 'Hide surname and handle')
                app.wait('label', 'Nova', within=('dialog', 'Brief'))
                app.until(lambda: not app.find('label', re.compile('Amsel'), within=('dialog', 'Brief')), 'the surname to go')

            def save():
                """as a PDF, whose text can be searched"""
                path = os.path.join(folder, 'page.pdf')
                app.click('push button', 'Save as PDF…')
                app.wait(None, 'Save as PDF')
                app.key('ctrl+a')
                app.type(path)
                app.key('Return')
                app.wait('label', 'Saved as page.pdf')
                text = subprocess.run(['pdftotext', '-layout', path, '-'], stdout=subprocess.PIPE, text=True, check=True).stdout
                assert 'hate doing' in text and 'Amsel' not in text and text.count('\f') == 1, text

            def go():
                """a click on a line goes to its message"""
                app.click('push button', re.compile('^“.*hate doing'))
                app.wait_closed('Brief')
                app.until(lambda: ['The message that was looked for'] ==
                          [item.description for item in app.find('list item', within=('list', 'Messages')) if item.description],
                          'the message to be marked')

            def print_it():
                """Ctrl+P asks for a printer, wherever the lead is in sight"""
                for place in ('ctrl+2', 'ctrl+3'):
                    app.key(place)
                    if place == 'ctrl+3':
                        app.key('Home')
                    app.key('ctrl+p')
                    app.wait('push button', 'Preview')
                    app.key('Escape')
                    app.wait_gone('push button', 'Preview')

            tap.run([read, hide, save, go, print_it])
        desk.close()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
