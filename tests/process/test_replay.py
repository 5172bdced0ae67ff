# SPDX-License-Identifier: MIT
"""--replay FILE: what other rules would have done with the stored calls, beside the program at work, with nothing sent and nothing written."""
import contextlib
import os
import re
import sqlite3
import unittest

import harness

FIRST = "+13135550142"
SECOND = "+13135550187"


class Replay(harness.ProcessTest):
    def missed_calls(self, line, program):
        for caller in (FIRST, SECOND):
            line.order("call", scenario="A1", **{"from": caller}, ringSeconds=1, outcome="no-answer", voicemail=False)
            program.wait_event("text", lastFour=caller[-4:])

    def replay(self, settings, *arguments, name="rules.json", warning=None):
        run = self.run_program("--replay", self.write(name, settings), "--data-dir", self.path("data"), *arguments)
        self.assertEqual(run.returncode, 0, run.stderr)
        if warning:
            self.assert_one_line(run.stderr, "--replay", name, "warning", *warning)
        else:
            self.assertEqual(run.stderr, "")
        return run.stdout

    def sums(self, text, label):
        found = re.search(rf"^ *{re.escape(label)}  +(\S+)  +(\S+)$", text, re.MULTILINE)
        self.assertTrue(found, text)
        return found.groups()

    def contents(self):
        found = {}
        for folder, _, files in os.walk(self.path("data")):
            for name in files:
                if name.endswith(("-wal", "-shm")):
                    continue  # SQLite's own, empty
                with open(os.path.join(folder, name), "rb") as file:
                    found[os.path.join(folder, name)] = file.read()
        return found

    def test_other_rules_on_the_calls_of_a_program_at_work(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], line.environment()))
        program.wait_event("ready")
        self.missed_calls(line, program)
        sent = len(line.texts())

        # The same rules: nothing differs.
        same = self.replay({"rules": {"mode": "on"}})
        self.assertEqual(self.sums(same, "calls"), ("2", "2"))
        self.assertEqual(self.sums(same, "texted"), ("2", "2"))
        self.assertEqual(self.sums(same, "segments"), ("2", "2"))
        self.assertIn("Newly texted: 0. No longer texted: 0. Other words: 0. At another time: 0.", same)
        self.assertNotIn("->", same)

        # One of the two is blocked, the other gets other words.
        changed = self.replay({"people": {"blocked": [FIRST]}, "rules": {"templates": {"open": "{biz}: " + "we call you back soon. " * 8}}},
                              warning=("rules.templates.open", "2 texts"))
        self.assertEqual(self.sums(changed, "texted"), ("2", "1"))
        self.assertEqual(self.sums(changed, "segments"), ("2", "2"))
        self.assertEqual(self.sums(changed, "blocked"), ("0", "1"))
        self.assertIn("Newly texted: 0. No longer texted: 1. Other words: 1. At another time: 0.", changed)
        self.assertRegex(changed, r"\n  \w{3} \d{4}-\d\d-\d\d \d\d:\d\d  …0142  open at [\w: ]+, 1 segment -> no text \(blocked\)\n")
        self.assertRegex(changed, r"\n  .*  …0187  open at [\w: ]+, 1 segment -> open at [\w: ]+, 2 segments, other words\n")
        self.assertIn('1 x open: "Motor City Towing: we call you back soon. ', changed)
        self.assertIn("America/Detroit", changed)
        for caller in (FIRST, SECOND):
            self.assertNotIn(caller[2:], changed)

        off = self.replay({"rules": {"mode": "off"}})
        self.assertEqual(self.sums(off, "mode-off"), ("0", "2"))
        self.assertIn("No longer texted: 2.", off)

        # Nothing was sent, and the program works on with its own rules.
        self.assertEqual(len(line.texts()), sent)
        self.assertEqual(program.end(), 0)
        before = self.contents()
        self.assertEqual(self.replay({"rules": {"mode": "off"}}), off)
        self.assertEqual(self.contents(), before)

    def test_a_wrong_file(self):
        for content, part in (("{", "JSON"), ('{"rules": {"mode": "loud"}}', "rules.mode"), ('{"rulez": {}}', "rulez")):
            with self.subTest(content):
                run = self.run_program("--replay", self.write("rules.json", content), "--data-dir", self.path("data"))
                self.assertEqual((run.returncode, run.stdout), (2, ""), run.stderr)
                self.assert_one_line(run.stderr, "--replay", "rules.json", part)
        run = self.run_program("--replay", self.path("absent.json"), "--data-dir", self.path("data"))
        self.assertEqual((run.returncode, run.stdout), (2, ""), run.stderr)
        self.assert_one_line(run.stderr, "--replay", "absent.json")

    def test_no_history(self):
        settings = {"business": {"name": "Motor City Towing"}, "account": {"provider": "twilio", "accountSid": "AC" + "0" * 32}}
        self.assertIn("There are no calls yet.", self.replay(settings))
        self.assertFalse(os.path.exists(self.path("data")))
        run = self.run_program("--data-dir", self.path("data"), "--setup", self.write("setup.json", settings), "--export-setup", "-")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("There are no calls yet.", self.replay({"rules": {"mode": "on"}}))

    def test_data_that_is_not_this_versions(self):
        os.mkdir(self.path("data"), 0o700)
        database = self.path("data/textback.db")
        for statements, words in (
            (("PRAGMA user_version = 1",), "an earlier version of Textback wrote it: start this one once first"),
            (("CREATE TABLE accounts (id)", "CREATE TABLE settings (id)", "PRAGMA user_version = 9999"), "a later version of Textback wrote it"),
            (("DROP TABLE accounts",), "no database of Textback"),
        ):
            with self.subTest(words), contextlib.closing(sqlite3.connect(database)) as db:
                for statement in statements:
                    db.execute(statement)
                db.commit()
                for arguments in (("--replay", self.write("rules.json", {})), ("--registration",), ("--evidence", FIRST)):
                    run = self.run_program(*arguments, "--data-dir", self.path("data"))
                    self.assertEqual((run.returncode, run.stdout), (1, ""))
                    self.assertTrue(run.stderr.startswith(f"textback: {arguments[0]}: "), run.stderr)
                    self.assert_one_line(run.stderr, arguments[0], self.path("data"), words)

    @unittest.skipUnless(hasattr(os, "mkfifo"), "no pipes among the files")
    def test_a_pipe_is_not_waited_for(self):
        os.mkdir(self.path("data"), 0o700)
        os.mkfifo(self.path("data/textback.db"))
        run = self.run_program("--replay", self.write("rules.json", {}), "--data-dir", self.path("data"))
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assert_one_line(run.stderr, "--replay", self.path("data"), "it is no file")


if __name__ == "__main__":
    harness.main()
