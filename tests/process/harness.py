# SPDX-License-Identifier: MIT
"""Runs the real program for the process tests: starts it, reads its lines, speaks to the simulated line's control page, ends it."""
import base64
import json
import os
import queue
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

PROGRAM = os.environ.get("TEXTBACK_PROGRAM", "")
SOURCE = os.environ.get("TEXTBACK_SOURCE", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
SKIPPED = 77  # what CTest takes for "skipped"
PATIENCE = 60  # seconds until a wait counts as failed; sanitizers are slow


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(SKIPPED)


def clean_environment(**more):
    """No display, no keyring, no secrets of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH")
            if name in os.environ}
    kept.update(HOME=tempfile.gettempdir(), XDG_RUNTIME_DIR=os.environ.get("XDG_RUNTIME_DIR", ""), DBUS_SESSION_BUS_ADDRESS="disabled:", TZ="UTC")
    kept.update(more)
    return kept


class Process:
    """A running program whose lines on stdout can be waited for."""

    def __init__(self, arguments, environment=None, program=None):
        command = program if program is not None else [PROGRAM]
        self.popen = subprocess.Popen(command + list(arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                      env=environment or clean_environment())
        self.lines = []
        self.errors = []
        self._new = queue.Queue()
        self._readers = [threading.Thread(target=self._read, args=(self.popen.stdout, self.lines, True), daemon=True),
                         threading.Thread(target=self._read, args=(self.popen.stderr, self.errors, False), daemon=True)]
        for reader in self._readers:
            reader.start()

    def _read(self, stream, into, announce):
        for line in stream:
            text = line.decode("utf-8", "replace").rstrip("\n")
            into.append(text)
            if announce:
                self._new.put(text)
        if announce:
            self._new.put(None)

    def wait_line(self, wanted, patience=PATIENCE):
        """The next line for which wanted(line) is true."""
        until = time.monotonic() + patience
        while True:
            try:
                line = self._new.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                raise AssertionError("the awaited line did not come\nstdout:\n" + "\n".join(self.lines[-40:])
                                     + "\nstderr:\n" + "\n".join(self.errors[-40:]))
            if wanted(line):
                return line

    def wait_event(self, name, patience=PATIENCE, **values):
        """The next JSON event of this name with these values."""
        def wanted(line):
            event = json.loads(line)
            return event.get("event") == name and all(event.get(key) == value for key, value in values.items())
        return json.loads(self.wait_line(wanted, patience))

    def end(self, number=signal.SIGTERM, patience=30):
        if self.popen.poll() is None:
            self.popen.send_signal(number)
        return self.wait(patience)

    def wait(self, patience=PATIENCE):
        code = self.popen.wait(patience)
        for reader in self._readers:
            reader.join(5)
        return code

    def kill(self):
        if self.popen.poll() is None:
            self.popen.kill()
            self.popen.wait()
        self.popen.stdout.close()
        self.popen.stderr.close()


class Line(Process):
    """textback --simulate"""

    def __init__(self, *arguments):
        super().__init__(["--simulate", "--calls-per-minute", "0", *arguments])
        self.where = json.loads(self.wait_line(lambda line: True))
        self.port = self.where["port"]
        self.base = f"http://127.0.0.1:{self.port}"

    def ask(self, path):
        with urllib.request.urlopen(self.base + path, timeout=20) as answer:
            return json.load(answer)

    def order(self, what, **values):
        request = urllib.request.Request(f"{self.base}/control/{what}", json.dumps(values).encode(), {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"/control/{what} {values}: {error.code} {error.read().decode()}") from error

    def texts(self):
        """(to, body) of each text that the line took from the business, by its own list."""
        sid, token = self.where["accountSid"], self.where["authToken"]
        credentials = base64.b64encode(f"{sid}:{token}".encode()).decode()
        found = []
        page = f"/2010-04-01/Accounts/{sid}/Messages.json?PageSize=500"
        while page:
            request = urllib.request.Request(self.base + page, headers={"Authorization": f"Basic {credentials}"})
            with urllib.request.urlopen(request, timeout=20) as answer:
                content = json.load(answer)
            found += [(row["to"], row["body"]) for row in content["messages"] if row["direction"] != "inbound"]
            page = content["next_page_uri"]
        return found

    def setup(self, base=None, **more):
        """A settings file's content for this line."""
        settings = {"business": {"name": "Motor City Towing", "timeZone": "America/Detroit", "trade": "towing"},
                    "account": {"provider": "twilio", "apiBaseUrl": base or self.base, "accountSid": self.where["accountSid"], "pollSeconds": 1},
                    "rules": {"mode": "on", "sendDelaySeconds": 0}}
        for name, values in more.items():
            settings.setdefault(name, {}).update(values)
        return settings

    def environment(self):
        return clean_environment(TEXTBACK_TWILIO_AUTH_TOKEN=self.where["authToken"])


class ProcessTest(unittest.TestCase):
    """Ends whatever it started and removes its folder."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="textback-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def started(self, process):
        self.addCleanup(process.kill)
        return process

    def write(self, name, content):
        path = self.path(name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content if isinstance(content, str) else json.dumps(content))
        return path

    def run_program(self, *arguments, environment=None, program=None, patience=PATIENCE):
        command = program if program is not None else [PROGRAM]
        return subprocess.run(command + list(arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=patience, check=False,
                              env=environment or clean_environment())

    def assert_one_line(self, text, *parts):
        lines = text.splitlines()
        self.assertEqual(len(lines), 1, text)
        self.assertTrue(lines[0].startswith("textback: "), text)
        for part in parts:
            self.assertIn(part, lines[0])


def as_other_user(folder):
    """The command prefix that drops to a user who owns nothing; empty when we are not root (then we are such a user)."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        skip("running as root, and there is no setpriv to become another user")
    os.chmod(folder, stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]


def main():
    if not PROGRAM or not os.access(PROGRAM, os.X_OK):
        print(f"TEXTBACK_PROGRAM is not a program: {PROGRAM!r}")
        sys.exit(1)
    result = unittest.main(verbosity=2, exit=False).result
    if result.testsRun and result.testsRun == len(result.skipped):
        sys.exit(SKIPPED)
    sys.exit(0 if result.wasSuccessful() else 1)
