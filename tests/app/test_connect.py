#!/usr/bin/python3
"""Connecting on the real window: by a token, and by a sign-in in the browser that goes wrong in each of its ways first."""

import os
import re
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, '..', 'lib'), os.path.join(HERE, '..', 'ctl')]

from browser import Browser  # noqa: E402
from harness import Sandbox  # noqa: E402
from uidrive import Program, Tap  # noqa: E402

BUILD = sys.argv[1]
REDIRECT = 'https://example.org/back'


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(os.path.join(BUILD, 'src', 'ctl', 'anteroomctl'), '--rate', '0')
        browser = Browser(folder)
        env = dict(os.environ, ANTEROOM_SECRETS='file', ANTEROOM_DATA=os.path.join(folder, 'data'),
                   ANTEROOM_API=sandbox.url, **browser.env)
        with Program([os.path.join(BUILD, 'src', 'app', 'anteroom')], env=env, shots=os.environ.get('SHOTS')) as app:
            def shot(name):
                if app.shots:
                    app.shot(name + '.png')

            def says(title):
                app.wait(None, title)
                shot(re.sub(r'\W+', '-', title.lower()))

            def paste(address):
                app.fill('text', 'Address from the browser', address)
                app.key('Return')

            def open_browser():
                app.click('push button', 'Open the Browser')
                address = app.until(browser.opened, 'the browser to open')
                return browser.land(address)

            def a_wrong_token():
                """a token that Instagram does not know is refused in words"""
                app.click('label', 'Connect Instagram')
                app.fill('text', 'Access token', 'IGAAwrong')
                shot('token')
                app.key('Return')
                says('Instagram does not accept this token')

            def a_wrong_redirect():
                """a redirect address that is not https is refused"""
                app.click('label', 'Sign in with the browser instead')
                app.fill('text', 'Instagram app id', '123456')
                app.fill('text', 'Instagram app secret', 's3cret')
                app.fill('text', re.compile('^Redirect address'), 'http://example.org/')
                shot('browser')
                app.click('push button', 'Open the Browser')
                says('The redirect address does not fit')
                app.fill('text', re.compile('^Redirect address'), REDIRECT)
                app.wait_gone(None, 'The redirect address does not fit')

            def the_right_page():
                """the browser is opened once, on the consent page of this app, and was not for the wrong address"""
                address = open_browser()
                assert address.startswith(REDIRECT + '?code='), address
                paste('https://example.org/back')
                says('This is not the whole address')

            def another_sign_in():
                """an answer to another question is refused"""
                paste(REDIRECT + '?code=sandbox-code&state=mine#_')
                says('This address belongs to another sign-in')

            def denied():
                """a refusal in the browser is told as one"""
                sandbox.control('account', consents=False)
                paste(open_browser())
                says('Access was refused in the browser')
                sandbox.control('account', consents=True)

            def expired():
                """a code that is too old is told as one, and the secret need not be typed again"""
                address = open_browser()
                sandbox.control('clock', advance_seconds=3700)
                paste(address)
                says('The code in this address has ended')

            def wrong_app():
                """an app that Instagram does not know is told as one"""
                app.fill('text', 'Instagram app id', 'my app')
                paste(open_browser())
                says('Instagram does not know this app id and secret')
                app.fill('text', 'Instagram app id', '123456')

            def connected():
                """the right address connects, shows whose account it is, and is forgotten"""
                paste(open_browser())
                app.wait('label', '@vera.coaches')
                shot('connected')
                app.click('push button', 'Done')
                app.wait('label', 'Lena Krüger', deadline=30)
                assert browser.opened() is None

            tap.run([a_wrong_token, a_wrong_redirect, the_right_page, another_sign_in, denied, expired, wrong_app,
                     connected])
        sandbox.stop()
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
