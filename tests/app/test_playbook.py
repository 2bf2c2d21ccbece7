#!/usr/bin/python3
"""The playbook: begun from one that comes along, changed in its forms, kept as versions, and undone."""

import json
import os
import sys
import tempfile

from desk import Desk
from uidrive import Tap

BUILD = sys.argv[1]


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(BUILD, folder)

        def document():
            path = os.path.join(folder, 'playbook.json')
            desk.run('playbook', 'export', path)
            with open(path, encoding='utf-8') as file:
                said = json.load(file)
            os.unlink(path)
            return said

        def price():
            return document()['offers'][0]['prices'][0]['amount']

        def versions():
            return [each['version'] for each in map(json.loads, desk.run('playbook', 'versions').splitlines())]

        with desk.open() as app:
            def part(name):
                app.click('list item', name, within=('list', 'Parts of the Playbook'))

            def keep():
                app.click('push button', 'Keep…')
                app.wait('dialog', 'Keep This Playbook?')
                app.click('push button', 'Keep')
                app.wait('label', 'The playbook holds from now on')
                app.click('push button', 'Close', within=('alert', 'The playbook holds from now on'))

            def begins():
                """one that comes along is there to be read, and holds only once it is kept"""
                app.key('ctrl+8')
                app.wait('label', 'No Playbook Yet')
                app.click('push button', 'Start from a Fitness Coach’s Playbook')
                app.wait('list', 'Parts of the Playbook')
                assert versions() == []
                keep()
                app.until(lambda: versions() == [1], 'the first version')
                assert not app.unnamed(), app.unnamed()

            def changes():
                """a price is changed in the form; what would change is said before it is kept"""
                part('Offers')
                app.click('label', 'Reset')
                app.wait_seen('text', 'Name')
                app.click('label', '500')
                app.wait_seen('text', 'Amount')
                app.fill('text', 'Amount', '600')
                app.wait('label', 'Version 1 · 1 change')
                app.click('push button', 'Keep…')
                app.wait('label', 'Offer Reset: price 500 € → 600 €')
                app.fill('text', 'What for', 'A year has passed')
                app.click('push button', 'Keep')
                app.until(lambda: versions() == [2, 1], 'the second version')
                app.click('push button', 'Close', within=('alert', 'The playbook holds from now on'))
                assert price() == 600
                app.wait('label', 'Version 2')

            def refuses():
                """what is wrong is named where it is, and is not kept; what was typed survives a restart"""
                part('Voice')
                app.fill('text', 'Most Emoji', 'a few')
                app.wait('label', 'Most Emoji: is no number')
                app.wait('label', 'Version 2 · 1 change · 1 thing to mend')
                app.until(lambda: not app.find('push button', 'Keep…', state='sensitive'), 'it not to be kept')
                app.until(lambda: app.find('list item', 'Voice, 1 thing to mend'), 'the part to be marked')

            def undoes():
                """Ctrl+Z after it was kept brings the version before back"""
                app.click('push button', 'Discard')
                app.wait('label', 'Version 2')
                app.key('ctrl+z')
                app.wait('label', 'Version 1')
                app.until(lambda: price() == 500, 'the price to be the old one')

            def goes_back():
                """each version stays, with what was new in it, and can be gone on with"""
                part('Versions')
                app.wait('label', 'Version 2')
                app.click('push button', 'Go Back to This')
                app.wait('label', 'Version 1 · 1 change')

            tap.run([begins, changes, refuses, undoes, goes_back])
        desk.close()


if __name__ == '__main__':
    main()
