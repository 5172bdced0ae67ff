# SPDX-License-Identifier: MIT
"""Twilio's official JavaScript client lists and sends against the simulated line."""
import json
import os
import shutil

import harness

MODULES = os.environ.get("TEXTBACK_NODE_MODULES", "")
if not shutil.which("node"):
    harness.skip("no node")
if not os.path.isdir(os.path.join(MODULES, "twilio")):
    harness.skip("no npm package twilio (set TEXTBACK_NODE_MODULES to a node_modules folder that has it)")

SCRIPT = """
const [base, sid, token, number] = process.argv.slice(2);
const client = require(process.env.MODULES + '/twilio')(sid, token);
client.api.baseUrl = base;
(async () => {
  const sent = await client.messages.create({to: '+13135550142', from: number, body: 'Hello from node'});
  const listed = await client.messages.list({to: '+13135550142'});
  const calls = await client.calls.list({pageSize: 1});
  const numbers = await client.incomingPhoneNumbers.list();
  let refused = null;
  try { await client.messages.create({to: '+13135550142', from: number, body: ''}); } catch (error) { refused = error.code; }
  console.log(JSON.stringify({sent: sent.sid, listed: listed.map(m => m.sid), body: listed[0].body, calls: calls.map(c => c.from),
    numbers: numbers.map(n => n.phoneNumber), refused}));
})().catch(error => { console.error(error); process.exit(1); });
"""


class NodeTwilio(harness.ProcessTest):
    def test_sends_and_lists(self):
        line = self.started(harness.Line())
        for caller in ("+13135550150", "+13135550151", "+13135550152"):
            line.order("call", scenario="A1", **{"from": caller}, ringSeconds=1, outcome="no-answer", voicemail=False)
        script = self.write("client.js", SCRIPT)
        where = line.where
        run = self.run_program(script, line.base, where["accountSid"], where["authToken"], where["number"], program=["node"],
                               environment=harness.clean_environment(MODULES=os.path.abspath(MODULES)))
        self.assertEqual(run.returncode, 0, run.stderr)
        seen = json.loads(run.stdout)
        self.assertEqual(seen["listed"], [seen["sent"]])
        self.assertEqual(seen["body"], "Hello from node")
        self.assertLessEqual({"+13135550150", "+13135550151", "+13135550152"}, set(seen["calls"]))
        self.assertEqual(seen["numbers"], [where["number"]])
        self.assertIsInstance(seen["refused"], int)


if __name__ == "__main__":
    harness.main()
