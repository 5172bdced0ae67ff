# SPDX-License-Identifier: MIT
"""Twilio's official Python client lists and sends against the simulated line, as it would against Twilio."""
import harness

try:
    from twilio.base.exceptions import TwilioRestException
    from twilio.rest import Client
except ImportError:
    harness.skip("no python3-twilio in this Python (Debian: apt install python3-twilio)")

CALLER = "+13135550142"


class PythonTwilio(harness.ProcessTest):
    def setUp(self):
        super().setUp()
        self.line = self.started(harness.Line())
        self.client = self.client_for(self.line.where["authToken"])

    def client_for(self, token):
        client = Client(self.line.where["accountSid"], token)
        client.api.base_url = self.line.base
        return client

    def test_sends_and_lists_messages(self):
        sent = self.client.messages.create(to=CALLER, from_=self.line.where["number"], body="Hello from the official client")
        self.assertRegex(sent.sid, "^SM[0-9a-f]{32}$")
        listed = self.client.messages.list(to=CALLER)
        self.assertEqual([message.sid for message in listed], [sent.sid])
        self.assertEqual(self.client.messages(sent.sid).fetch().body, "Hello from the official client")

    def test_pages_through_calls(self):
        for number in range(5):
            self.line.order("call", scenario="A1", **{"from": f"+1313555015{number}"}, ringSeconds=1, outcome="no-answer", voicemail=False)
        calls = self.client.calls.list(page_size=2)
        self.assertGreaterEqual(len({call.sid for call in calls}), 5)
        self.assertIn("+13135550150", {call.from_ for call in calls})

    def test_reads_numbers_and_account(self):
        self.assertEqual([number.phone_number for number in self.client.incoming_phone_numbers.list()], [self.line.where["number"]])
        self.assertEqual(self.client.api.accounts(self.line.where["accountSid"]).fetch().status, "active")

    def test_errors_come_as_the_clients_own(self):
        with self.assertRaises(TwilioRestException) as caught:
            self.client_for("0" * 32).api.accounts(self.line.where["accountSid"]).fetch()
        self.assertEqual((caught.exception.status, caught.exception.code), (401, 20003))
        with self.assertRaises(TwilioRestException) as caught:
            self.client.messages.create(to="+1313", from_=self.line.where["number"], body="x")
        self.assertEqual(caught.exception.code, 21211)


if __name__ == "__main__":
    harness.main()
