# SPDX-License-Identifier: MIT
"""How the program ends and begins again: while a text is on its way (faults.md F59), and after it crashed several times (F58)."""
import json
import os
import sqlite3
import time

import harness

FAILPOINTS = os.environ.get("TEXTBACK_FAILPOINTS") == "1"
CALLER = "+13132231142"
OTHER = "+13132231143"


class Endings(harness.ProcessTest):
    def setUp(self):
        super().setUp()
        self.line = self.started(harness.Line())
        self.line.order("setting", customersReply=False, timeScale=10)
        self.setup = self.write("setup.json", self.line.setup())

    def begin(self, *arguments, **environment):
        return self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", self.setup, *arguments],
                                            dict(self.line.environment(), **environment)))

    def call(self, caller=CALLER):
        """Takes some seconds, so that it ends later than the whole second in which the program began to watch."""
        self.line.order("call", scenario="A5", **{"from": caller}, ringSeconds=25, outcome="no-answer")

    def posts(self, caller=CALLER):
        found = [entry for entry in self.line.ask("/control/posts")["posts"] if entry["to"] == caller]
        return (found[0]["received"], found[0]["accepted"]) if found else (0, 0)

    def wait_for_post(self):
        until = time.monotonic() + harness.PATIENCE
        while self.posts()[0] == 0:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.02)

    def state(self):
        connection = sqlite3.connect(f"file:{self.path('data', 'textback.db')}?mode=ro", uri=True)
        try:
            return connection.execute("SELECT state FROM outbox").fetchall()
        finally:
            connection.close()

    def in_flight(self, answered_after):
        program = self.begin()
        program.wait_event("ready")
        self.line.order("fault", kind="hang-after", method="POST", path="Messages", value=str(answered_after))
        self.call()
        self.wait_for_post()
        return program

    def test_f59_the_end_waits_for_an_answer_that_comes(self):
        program = self.in_flight(2)
        self.assertEqual(program.end(), 0)
        self.assertEqual(self.state(), [("accepted",)])
        self.assertEqual(self.posts(), (1, 1))

    def test_f59_the_end_does_not_wait_for_ever(self):
        program = self.in_flight(25)
        began = time.monotonic()
        self.assertEqual(program.end(), 0)
        self.assertLess(time.monotonic() - began, 15)  # 5 s, and a busy machine; the answer would take 25
        self.assertEqual(self.state(), [("inflight",)])
        # The next start finds the text in the list and sends no second one.
        again = self.begin()
        again.wait_event("text")
        self.assertEqual(again.end(), 0)
        self.assertEqual(self.state(), [("accepted",)])
        self.assertEqual(self.posts(), (1, 1))

    def crash(self):
        if FAILPOINTS:
            program = self.begin(TEXTBACK_FAILPOINT="at_start=kill")
            program.wait()
        else:
            program = self.begin()
            program.wait_event("ready")
        program.kill()

    def test_f58_three_crashes_lead_to_safe_mode(self):
        program = self.begin()
        program.wait_event("ready")  # from now on a missed call is texted
        self.assertEqual(program.end(), 0)
        for _ in range(3):
            self.crash()
        safe = self.begin()
        safe.wait_event("notice", reason="safe-mode")
        safe.wait_event("ready")
        self.call()
        decision = safe.wait_event("decision")  # detection goes on
        self.assertEqual(decision["verdict"], "send")
        # An orderly end does not lead out of it: nobody has looked yet.
        self.assertEqual(safe.end(), 0)
        safe = self.begin()
        safe.wait_event("notice", reason="safe-mode")
        safe.wait_event("ready")
        self.call(OTHER)
        safe.wait_event("decision", lastFour=OTHER[-4:])
        self.assertEqual(self.posts(), (0, 0))
        self.assertIn("--leave-safe-mode", "\n".join(safe.errors))
        self.assertEqual(safe.end(), 0)
        # A person goes on: what waited and is not too late is sent.
        program = self.begin("--leave-safe-mode")
        texted = {program.wait_event("text")["lastFour"], program.wait_event("text")["lastFour"]}
        self.assertEqual(texted, {CALLER[-4:], OTHER[-4:]})
        self.assertEqual(program.end(), 0)
        self.assertFalse([line for line in program.lines if json.loads(line).get("reason") == "safe-mode"])
        program = self.begin()
        program.wait_event("ready")
        self.assertEqual(program.end(), 0)
        self.assertFalse([line for line in program.lines if json.loads(line).get("reason") == "safe-mode"])
        self.assertEqual(self.posts(), (1, 1))
        self.assertEqual(self.posts(OTHER), (1, 1))

    def test_f58_orderly_ends_are_no_crashes(self):
        program = self.begin()
        program.wait_event("ready")
        self.assertEqual(program.end(), 0)
        self.assertFalse(os.path.exists(self.path("data", "run.json")))
        self.crash()
        self.crash()
        program = self.begin()
        program.wait_event("ready")
        self.assertEqual(program.end(), 0)
        self.crash()
        program = self.begin()
        program.wait_event("ready")
        self.assertEqual(program.end(), 0)
        self.assertFalse([line for line in program.lines if json.loads(line).get("reason") == "safe-mode"])


if __name__ == "__main__":
    harness.main()
