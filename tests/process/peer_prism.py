# SPDX-License-Identifier: MIT
"""The program works through a proxy that holds every request and every answer to the provider's official specification."""
import json
import os
import shutil
import socket

import harness

MODULES = os.environ.get("TEXTBACK_NODE_MODULES", "")
SPECS = os.environ.get("TEXTBACK_SPECS", os.path.join(os.path.dirname(harness.SOURCE), "shared", "specs"))
SPEC = os.path.join(SPECS, "twilio_api_v2010.pruned.json")
PRISM = os.path.join(MODULES, ".bin", "prism")
if not shutil.which("node"):
    harness.skip("no node")
if not os.path.exists(PRISM):
    harness.skip("no npm package @stoplight/prism-cli (set TEXTBACK_NODE_MODULES to a node_modules folder that has it)")
if not os.path.exists(SPEC):
    harness.skip(f"no specification at {SPEC} (set TEXTBACK_SPECS to the folder that has it)")

CALLER = "+13135550142"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Prism(harness.ProcessTest):
    def test_calls_texts_and_replies_break_no_rule(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        port = free_port()
        proxy = self.started(harness.Process(["proxy", "--errors", "-h", "127.0.0.1", "-p", str(port), SPEC, line.base],
                                             harness.clean_environment(), program=["node", os.path.realpath(PRISM)]))
        proxy.wait_line(lambda text: "listening on" in text, 90)
        setup = self.write("setup.json", line.setup(base=f"http://127.0.0.1:{port}"))
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], line.environment()))
        program.wait_event("connection", reason="online")
        line.order("call", scenario="A1", **{"from": CALLER}, ringSeconds=1, outcome="no-answer", voicemail=False)
        program.wait_event("text")
        line.order("call", scenario="E", **{"from": "+13135550143"}, ringSeconds=1, voicemail=True)
        line.order("call", scenario="A2", **{"from": "+13135550144"}, ringSeconds=1, talkSeconds=2)
        line.order("reply", **{"from": CALLER, "to": line.where["number"], "body": "Flat tyre"})
        program.wait_event("reply")
        program.wait_event("delivery", reason="delivered")
        self.assertEqual(program.end(), 0)
        begun = next(number for number, text in enumerate(proxy.lines) if "listening on" in text)
        proxied = proxy.lines[begun + 1:]
        self.assertEqual([text for text in proxied + proxy.errors if "violation" in text.lower() or " error " in text.lower()], [])
        trouble = [text for text in program.lines
                   if json.loads(text)["event"] == "error"
                   or (json.loads(text)["event"] == "connection" and json.loads(text).get("reason") not in ("connecting", "online"))]
        self.assertEqual(trouble, [])
        for request in ("get /2010-04-01/Accounts/{}/Calls.json", "get /2010-04-01/Accounts/{}/Messages.json",
                        "post /2010-04-01/Accounts/{}/Messages.json"):
            wanted = request.format(line.where["accountSid"])
            self.assertTrue(any(wanted in text for text in proxied), wanted + " did not go through the proxy")


if __name__ == "__main__":
    harness.main()
