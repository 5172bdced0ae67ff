# SPDX-License-Identifier: MIT
"""The evidence about one number (rules.md C18): printed by a second process while the first one works."""
import hashlib
import json

import harness

CALLER = "+13135550142"


class Evidence(harness.ProcessTest):
    def evidence(self, number, folder="data"):
        return self.run_program("--data-dir", self.path(folder), "--evidence", number)

    def test_c18_everything_about_a_send(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], line.environment()))
        program.wait_event("ready")
        line.order("call", scenario="A1", **{"from": CALLER}, ringSeconds=2, outcome="no-answer", voicemail=False)
        program.wait_event("text")
        line.order("reply", **{"from": CALLER, "to": line.where["number"], "body": "STOP"})
        program.wait_event("opt-out", optedOut=True)

        run = self.evidence("(313) 555-0142")  # as people write it; the program is still at work
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertNotIn(line.where["authToken"], run.stdout)
        document = json.loads(run.stdout)
        self.assertEqual((document["number"], document["optedOut"]), (CALLER, True))
        entries = document["entries"]
        self.assertEqual(entries, sorted(entries, key=lambda entry: entry["at"]))
        call = next(entry for entry in entries if entry["kind"] == "call")
        self.assertEqual((call["missed"], call["result"], call["decision"]["verdict"]), (True, "no-answer", "send"))
        self.assertLess(call["legs"][0]["ringStart"], call["legs"][0]["ringEnd"])
        self.assertEqual(call["decision"]["inputs"]["optedOut"], False)
        text = next(entry for entry in entries if entry["kind"] == "text" and entry.get("callId") == call["callId"])
        self.assertEqual([(CALLER, text["body"])], [sent for sent in line.texts() if sent[1] == text["body"]])
        sending = text["sendings"][0]
        self.assertEqual((sending["from"], sending["to"], sending["state"]), (line.where["number"], CALLER, "accepted"))
        self.assertEqual(sending["bodySha256"], hashlib.sha256(text["body"].encode()).hexdigest())
        self.assertTrue(sending["providerMessageId"].startswith("SM"))
        self.assertEqual([step["event"] for step in sending["attempts"]], ["inflight", "accepted"])
        self.assertEqual([step["status"] for step in text["delivery"]][:3], ["queued", "sending", "sent"])
        self.assertEqual(document["rules"][sending["ruleVersion"]]["settings"]["rules"]["mode"], "on")
        consent = next(entry for entry in entries if entry["kind"] == "consent")
        self.assertEqual((consent["optedOut"], consent["source"], consent["proof"]), (True, "text", "STOP"))

        unknown = self.evidence("+13135550199")
        self.assertEqual(unknown.returncode, 0, unknown.stderr)
        document = json.loads(unknown.stdout)
        self.assertEqual((document["number"], document["entries"], document["rules"]), ("+13135550199", [], {}))
        for wrong in ("555-1234", "Maria"):
            run = self.evidence(wrong)
            self.assertEqual((run.returncode, run.stdout), (2, ""))
            self.assert_one_line(run.stderr, "--evidence", wrong)
        self.assertEqual(program.end(), 0)

    def test_without_a_database(self):
        run = self.evidence(CALLER, "nowhere")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assert_one_line(run.stderr, "--evidence", self.path("nowhere"))
        self.assertFalse(harness.os.path.exists(self.path("nowhere")))


if __name__ == "__main__":
    harness.main()
