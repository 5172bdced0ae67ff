# SPDX-License-Identifier: MIT
"""--registration: the words for the carriers' registration and the voicemail greeting, from the stored settings (rules.md C19, C22)."""
import os

import harness

ACCOUNT = {"provider": "twilio", "accountSid": "AC" + "0123456789abcdef" * 2}
BUSINESS = {"name": "Motor City Towing", "trade": "towing", "website": "https://motorcity.example.com",
            "privacyLink": "https://motorcity.example.com/privacy", "termsLink": "https://motorcity.example.com/terms"}


class Registration(harness.ProcessTest):
    def set_up(self, **settings):
        file = self.write("setup.json", {"account": ACCOUNT, **settings})
        run = self.run_program("--data-dir", self.path("data"), "--setup", file, "--export-setup", self.path("out.json"))
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def registration(self):
        run = self.run_program("--data-dir", self.path("data"), "--registration")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout

    def test_c22_from_the_stored_settings(self):
        self.set_up(business=BUSINESS, lines=[{"number": "+13132230100"}], rules={"templates": {"open": "{biz}: sorry we missed you"}})
        text = self.registration()
        self.assertRegex(text.splitlines()[0], r"10DLC.*toll-free.*: Motor City Towing$")
        for part in ("Motor City Towing is a towing business", "the consumer dials (313) 223-0100", "https://motorcity.example.com/privacy",
                     "Motor City Towing: sorry we missed you. Reply STOP to opt out", "Message and data rates may apply.",
                     "HELP or INFO", "STOPALL"):
            self.assertIn(part, text)
        self.assertNotIn("Missing", text)
        self.assertNotIn("[", text)

    def test_c22_names_what_is_missing(self):
        self.set_up(business={"name": "Motor City Towing"}, rules={"mode": "watch"})
        missing = self.registration().split("\n\n")[1].splitlines()
        self.assertTrue(missing[0].startswith("Missing in the settings"), missing)
        self.assertEqual([line.split(": ")[0] for line in missing[1:]],
                         ["- lines[].number", "- business.privacyLink", "- business.termsLink"])

    def test_c19_greeting_and_the_accounts_numbers_while_it_works(self):
        line = self.started(harness.Line())
        setup = line.setup()
        setup["rules"]["language"] = "es"
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", self.write("setup.json", setup)],
                                               line.environment()))
        program.wait_event("ready")
        text = self.registration()
        self.assertNotIn("[business number]", text)
        greeting = text.rstrip().splitlines()[-1]
        self.assertTrue(greeting.startswith("Usted llamó a Motor City Towing."), greeting)
        self.assertEqual(program.end(), 0)

    def test_without_a_database_it_says_what_to_do(self):
        text = self.registration()
        self.assertIn("--setup", text.split("\n\n")[1])
        self.assertIn(self.path("data"), text)
        self.assertIn("[business name]", text)
        self.assertFalse(os.path.exists(self.path("data")))

    def test_a_database_that_is_none(self):
        os.mkdir(self.path("data"), 0o700)
        self.write("data/textback.db", "no database")
        run = self.run_program("--data-dir", self.path("data"), "--registration")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assert_one_line(run.stderr.splitlines()[-1], "--registration", self.path("data"))  # behind the log's line


if __name__ == "__main__":
    harness.main()
