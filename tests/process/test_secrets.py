# SPDX-License-Identifier: MIT
"""Secrets in nothing that the program leaves behind: every file, its output and its log are searched for them in every usual spelling."""
import base64
import os
import signal
import sqlite3
import stat
import time
import urllib.parse

import harness

CALLER = "+13135550142"
WRONG_TOKEN = "f00dcanary/f00d+canaryf00dcanary00"  # letters that an encoding changes
API_SECRET = "apicanary+s3cret/0123456789abcde"


def spellings(secret):
    """How it could stand somewhere: as it is, percent-encoded, as UTF-16, and inside base64 at any place."""
    plain = secret.encode()
    found = {plain, urllib.parse.quote(secret, safe="").encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be"), plain[::-1], plain.hex().encode()}
    for before in range(3):
        whole = (before + len(plain)) // 3 * 3
        encoded = base64.b64encode((b"\0" * before + plain)[:whole])
        found.add(encoded[4 if before else 0:])
    found |= {each.replace(b"+", b"-").replace(b"/", b"_") for each in found}
    found |= {each.decode("latin-1").encode("utf-16-le") for each in found}
    return found


class Secrets(harness.ProcessTest):
    def assert_nowhere(self, secrets, *outputs):
        """In no file under the test's folder, save the settings file that the test itself wrote, and in no output."""
        places = {f"output {number}": "\n".join(lines).encode() for number, lines in enumerate(outputs)}
        for folder, _, files in os.walk(self.folder):
            for name in files:
                path = os.path.join(folder, name)
                if not stat.S_ISREG(os.stat(path).st_mode):
                    continue
                with open(path, "rb") as file:
                    places[path] = file.read()
        for place, content in places.items():
            for secret in secrets:
                for spelling in spellings(secret):
                    self.assertNotIn(spelling, content, f"{place}: {spelling!r}")
        return places

    def log(self):
        with open(self.path("data", "logs", "textback.log"), encoding="utf-8") as file:
            return file.read()

    def environment(self, token, **more):
        return harness.clean_environment(TEXTBACK_TWILIO_AUTH_TOKEN=token, HOME=self.path("home"), TMPDIR=self.path("home"), XDG_CONFIG_HOME=self.path("home"),
                                         XDG_CACHE_HOME=self.path("home"), QT_LOGGING_RULES="textback.*=true;qt.network*=true", **more)

    def setUp(self):
        super().setUp()
        os.mkdir(self.path("home"))

    def run_all(self, line, window):
        """Sign-in, a call and its text, a reply, a refused sign-in, a crash and a wrong token; returns everything that was said."""
        said = []
        setup = self.write("setup.json", line.setup())
        arguments = ["--data-dir", self.path("data")] + ([] if window else ["--headless"])
        more = {"QT_QPA_PLATFORM": "offscreen"} if window else {}

        def begin(token, *further, **environment):
            program = self.started(harness.Process(arguments + list(further), self.environment(token, **more, **environment)))
            said.append(program.lines)
            said.append(program.errors)
            return program

        program = begin(line.where["authToken"], "--setup", setup)
        self.wait(lambda: line.ask("/control/state") and os.path.exists(self.path("data", "textback.db")) and self.account_known())
        line.order("call", scenario="A1", **{"from": CALLER}, ringSeconds=1, outcome="no-answer", voicemail=False)
        self.wait(lambda: CALLER in str(line.ask("/control/posts")))
        line.order("reply", **{"from": CALLER, "to": line.where["number"], "body": "Yes please"})
        time.sleep(2)
        line.order("fault", kind="unauthorized", count=-1)
        time.sleep(3)
        program.popen.send_signal(signal.SIGKILL)
        program.wait()
        line.order("fault", kind="none")
        def begin_and_be_refused(*further):
            before = self.log().count("status 401")
            started = begin(WRONG_TOKEN, *further, TEXTBACK_TWILIO_API_SECRET=API_SECRET)
            self.wait(lambda: self.log().count("status 401") > before)
            return started

        self.assertEqual(begin_and_be_refused().end(), 0)
        # What is handed to somebody who helps, while the program runs.
        program = begin_and_be_refused()
        run = self.run_program("--data-dir", self.path("data"), "--diagnostics", self.path("diagnostics.txt"), environment=self.environment(WRONG_TOKEN))
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "", ""))
        self.assertEqual(program.end(), 0)
        # With the secret of a key, which goes before the token.
        keyed = line.setup()
        keyed["account"]["apiKeySid"] = "SK" + "0" * 32
        self.write("setup.json", keyed)
        self.assertEqual(begin_and_be_refused("--setup", setup).end(signal.SIGINT), 0)
        return said

    def wait(self, condition):
        until = time.monotonic() + harness.PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), until, "it did not come about")
            time.sleep(0.1)

    def account_known(self):
        try:
            with sqlite3.connect(f"file:{self.path('data', 'textback.db')}?mode=ro", uri=True) as database:
                return database.execute("SELECT count(*) FROM accounts WHERE watching_since IS NOT NULL").fetchone()[0] > 0
        except sqlite3.Error:
            return False

    def check(self, window):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        said = self.run_all(line, window)
        places = self.assert_nowhere([line.where["authToken"], WRONG_TOKEN, API_SECRET], *said)
        log = self.log()
        self.assertIn("POST 127.0.0.1", log)  # the log does tell of the requests
        self.assertEqual(stat.S_IMODE(os.stat(self.path("data", "logs", "textback.log")).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(self.path("data", "logs")).st_mode), 0o700)
        report = places[self.path("diagnostics.txt")].decode()
        self.assertEqual(stat.S_IMODE(os.stat(self.path("diagnostics.txt")).st_mode), 0o600)
        for part in ("connection: not at work", "calls: 1 rows", "POST 127.0.0.1", '"mode": "on"', "AC…" + line.where["accountSid"][-4:]):
            self.assertIn(part, report)
        self.assertNotIn("Motor City", report)
        # Numbers of people stand in the database, and nowhere else in full.
        for place, content in places.items():
            if "textback.db" in place or "/backups/" in place or place.endswith("setup.json"):
                continue
            for number in (CALLER, line.where["number"]):
                self.assertFalse(number[1:].encode() in content, f"{number} stands in {place}")
            self.assertFalse(b"Yes please" in content, f"a message stands in {place}")

    def test_f49_canary_without_a_window(self):
        self.check(window=False)

    def test_f49_canary_with_the_window(self):
        self.check(window=True)

    def test_f49_a_forced_crash_leaves_no_memory_image(self):
        if os.environ.get("TEXTBACK_CONFIG") not in ("Release", "RelWithDebInfo", "MinSizeRel"):
            self.skipTest("memory images are for developers' builds")
        line = self.started(harness.Line())
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(
            ["-c", 'ulimit -c unlimited; cd "$1" && shift && exec "$@"', "sh", self.folder, harness.PROGRAM, "--headless", "--data-dir", self.path("data"),
             "--setup", setup], self.environment(line.where["authToken"]), program=["sh"]))
        program.wait_event("ready")
        program.popen.send_signal(signal.SIGABRT)
        program.wait()
        self.assertEqual(program.popen.returncode, -signal.SIGABRT)
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith("core")], [])
        self.assert_nowhere([line.where["authToken"]], program.lines, program.errors)


if __name__ == "__main__":
    harness.main()
