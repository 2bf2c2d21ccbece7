#!/usr/bin/python3
"""The driver's own hands: what it claims to have done is what the program felt."""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from uidrive import DriveError, Program, Tap  # noqa: E402


def main(binary):
    with Program([binary]) as app:
        def types():
            """typed text arrives whole, with letters that no keyboard has"""
            app.fill('text', 'New card', 'Ring Zoë — 日本語')
            app.click('push button', 'Add card')
            app.wait('label', 'Ring Zoë — 日本語', within=('list', 'To do'))

        def drags():
            """a drag with the pointer moves the card"""
            app.drag(('label', 'Ring Zoë — 日本語'), ('list', 'Done'))
            app.wait('label', 'Ring Zoë — 日本語', within=('list', 'Done'))
            app.wait_gone('label', 'Ring Zoë — 日本語', within=('list', 'To do'))

        def gives_up():
            """a card that is let go over nothing stays where it was"""
            app.drag(('label', 'Ring Zoë — 日本語'), ('text', 'New card'))
            app.wait('label', 'Ring Zoë — 日本語', within=('list', 'Done'))
            assert not app.find('label', 'Ring Zoë — 日本語', within=('list', 'To do'))

        def reaches_popovers():
            """a menu in a popover and the dialog that it opens can be reached"""
            app.click('push button', 'Main menu')
            app.click('menu item', 'Say hello')
            app.wait('push button', 'Close', within=('dialog', 'Hello'))
            app.key('Escape')
            app.wait_gone('dialog', 'Hello')

        def sees_nameless():
            """a button with a picture alone is told as nameless, and no other"""
            assert [role for role, _, _ in app.unnamed()] == ['push button'], app.unnamed()

        def resizes():
            """the window takes the width that was asked for"""
            app.resize(620, 480)

        def hears():
            """what the program's toolkit complains about is heard, and fails the run"""
            app.click('push button', 'Main menu')
            app.click('menu item', 'Complain')
            app.until(lambda: app.complaints, 'the complaint')
            try:
                app.__exit__(None, None, None)
            except DriveError as error:
                assert 'as a widget would' in str(error), error
                app.complaints.clear()
                return
            raise AssertionError('the run passed')

        def gives_deadline():
            """what never comes fails by its deadline"""
            try:
                app.wait('label', 'never', deadline=0.2)
            except DriveError:
                return
            raise AssertionError('the wait came back')

        Tap().run([types, drags, gives_up, reaches_popovers, sees_nameless, resizes, gives_deadline, hears])


if __name__ == '__main__':
    main(sys.argv[1])
