# SPDX-License-Identifier: MIT
"""The headless program against the simulated line, each a process of its own: a missed call, its text, the reply, and a clean end."""
import json
import os
import re
import signal
import stat

import harness

CALLER = "+13135550142"


class Headless(harness.ProcessTest):
    def begin(self, line, *arguments):
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup, *arguments], line.environment()))
        program.wait_event("connection", reason="online")
        program.wait_event("ready")
        return program

    def test_a_missed_call_is_texted_once_and_the_reply_is_told(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        program = self.begin(line)
        line.order("call", scenario="A1", **{"from": CALLER}, ringSeconds=2, outcome="no-answer", voicemail=False)
        call = program.wait_event("call", missed=True)
        self.assertEqual(call["lastFour"], CALLER[-4:])
        decision = program.wait_event("decision")
        self.assertEqual(decision["verdict"], "send")
        text = program.wait_event("text")
        self.assertLess(text["millisecondsAfterCallEnd"], 30000)
        line.order("reply", **{"from": CALLER, "to": line.where["number"], "body": "Flat tyre on I-75 <b>please</b>"})
        reply = program.wait_event("reply")
        self.assertEqual(reply["lastFour"], CALLER[-4:])
        line.order("reply", **{"from": CALLER, "to": line.where["number"], "body": "STOP"})
        program.wait_event("opt-out", optedOut=True)
        posts = line.ask("/control/posts")
        self.assertEqual(json.dumps(posts).count(CALLER), 1, posts)
        self.assertEqual(program.end(), 0)
        self.check_output(program, line)
        self.check_files(line)

    def check_output(self, program, line):
        """Every line is one JSON object with time and event, and says nothing private; the log neither."""
        for text in program.lines:
            event = json.loads(text)
            self.assertRegex(event["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            self.assertIn(event["event"], {"ready", "call", "decision", "text", "reply", "delivery", "opt-out", "connection", "error"})
        for text in program.lines + program.errors:
            for private in (CALLER, CALLER[1:], line.where["number"], line.where["authToken"], "Flat tyre", "Motor City"):
                self.assertNotIn(private, text)

    def check_files(self, line):
        """Nobody else can read what is kept, and the secret is in none of it."""
        self.assertEqual(stat.S_IMODE(os.stat(self.path("data")).st_mode), 0o700)
        seen = 0
        for folder, _, files in os.walk(self.path("data")):
            for name in files:
                seen += 1
                path = os.path.join(folder, name)
                self.assertEqual(stat.S_IMODE(os.stat(path).st_mode) & 0o077, 0, path)
                with open(path, "rb") as file:
                    self.assertNotIn(line.where["authToken"].encode(), file.read(), path)
        self.assertGreater(seen, 0)

    def test_interrupt_ends_it_cleanly_and_a_restart_texts_nobody_again(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        program = self.begin(line)
        line.order("call", scenario="A1", **{"from": CALLER}, ringSeconds=1, outcome="no-answer", voicemail=False)
        program.wait_event("text")
        self.assertEqual(program.end(signal.SIGINT), 0)
        again = self.started(harness.Process(["--headless", "--data-dir", self.path("data")], line.environment()))
        again.wait_event("connection", reason="online")
        line.order("call", scenario="A1", **{"from": "+13135550143"}, ringSeconds=1, outcome="no-answer", voicemail=False)
        again.wait_event("text", lastFour="0143")
        self.assertEqual(again.end(), 0)
        posts = json.dumps(line.ask("/control/posts"))
        self.assertEqual(posts.count(CALLER), 1, posts)

    def test_a_wrong_token_is_told_and_kept_out_of_the_log(self):
        line = self.started(harness.Line())
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup],
                                               harness.clean_environment(TEXTBACK_TWILIO_AUTH_TOKEN="f00dcanaryf00dcanaryf00dcanary00")))
        program.wait_event("connection", reason="signed-out")
        self.assertEqual(program.end(), 0)
        self.assertIsNone(re.search("canary", "\n".join(program.lines + program.errors)))

    def test_the_simulated_line_ends_cleanly(self):
        line = self.started(harness.Line())
        self.assertEqual(set(line.where), {"port", "accountSid", "authToken", "number"})
        self.assertRegex(line.where["accountSid"], "^AC[0-9a-f]{32}$")
        self.assertEqual(line.end(), 0)
        self.assertEqual(len(line.lines), 1)


if __name__ == "__main__":
    harness.main()
