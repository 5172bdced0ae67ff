# SPDX-License-Identifier: MIT
"""Wrong use: one clear line on stderr that names what is wrong, nothing on stdout, exit code 2; and never a display."""
import json
import os

import harness

SID = "AC" + "0123456789abcdef" * 2
TOKEN = "0123456789abcdef0123456789abcdef"
ACCOUNT = {"provider": "twilio", "accountSid": SID}


def settings(**more):
    return {"business": {"name": "Motor City Towing"}, "account": dict(ACCOUNT), **more}


def with_account(**more):
    return settings(account={**ACCOUNT, **more})


# name, content of the settings file, what the line must name
FILES = [
    ("not JSON", "{", []),
    ("no object", "[]", []),
    ("unknown key", settings(busines={}), ["busines"]),
    ("unknown key inside", settings(rules={"mod": "on"}), ["rules.mod"]),
    ("later key: accounts", settings(accounts=[]), ["accounts"]),
    ("hours that overlap", settings(hours={"mon": [["08:00", "12:00"], ["11:00", "13:00"]]}), ["hours", "overlap"]),
    ("no such time", settings(hours={"mon": [["8", "12"]]}), ["hours.mon[0]"]),
    ("a text with words that carriers filter", settings(rules={"templates": {"closed": "{biz}: free vodka"}}),
     ["rules.templates.closed", "vodka"]),
    ("blocked short code", settings(people={"blocked": ["32665"]}), ["people.blocked[0]"]),
    ("price below zero", settings(limits={"pricePerSegment": -1}), ["limits.pricePerSegment"]),
    ("wrong type", settings(rules={"maxAgeMinutes": "10"}), ["rules.maxAgeMinutes"]),
    ("not whole", settings(rules={"cooldownHours": 1.5}), ["rules.cooldownHours"]),
    ("out of range", settings(rules={"sendDelaySeconds": 121}), ["rules.sendDelaySeconds"]),
    ("bad mode", settings(rules={"mode": "maybe"}), ["rules.mode"]),
    ("bad zone", settings(business={"name": "M", "timeZone": "America/Detriot"}), ["business.timeZone"]),
    ("bad country", settings(business={"name": "M", "country": "USA"}), ["business.country"]),
    ("bad trade", settings(business={"name": "M", "trade": "plumber"}), ["business.trade"]),
    ("http link", settings(business={"name": "M", "bookingLink": "http://example.com"}), ["business.bookingLink"]),
    ("bad number", settings(lines=[{"number": "+1313"}]), ["lines[0].number"]),
    ("invalid area code", settings(lines=[{"number": "+13132230100"}, {"number": "+15558675310"}]), ["lines[1].number"]),
    ("bad rings", settings(lines=[{"number": "+13132230100", "minRings": 0}]), ["lines[0].minRings"]),
    ("lines no list", settings(lines={}), ["lines"]),
    ("http to a foreign host", with_account(apiBaseUrl="http://api.twilio.com"), ["account.apiBaseUrl"]),
    ("http to a lookalike of loopback", with_account(apiBaseUrl="http://127.0.0.1.example.com"), ["account.apiBaseUrl"]),
    ("no URL", with_account(apiBaseUrl="twilio"), ["account.apiBaseUrl"]),
    ("secret by name", with_account(authToken=TOKEN), ["account.authToken"]),
    ("secret of the other kind", with_account(apiSecret="x" * 32), ["account.apiSecret"]),
    ("secret in another place", settings(business={"name": TOKEN, "authToken": "x"}), ["business."]),
    ("bad SID", with_account(accountSid="SK" + "0" * 32), ["account.accountSid"]),
    ("unknown provider", settings(account={"provider": "acme"}), ["account.provider"]),
    ("bad poll", with_account(pollSeconds=0), ["account.pollSeconds"]),
    ("twice the same key", '{"business": {"name": "a", "name": "b"}, "account": ' + json.dumps(ACCOUNT) + "}", ["business.name"]),
]

ARGUMENTS = [
    (["--nonsense"], "--nonsense"),
    (["stray"], "stray"),
    (["--headless", "--headless"], "--headless"),
    (["--setup"], "--setup"),
    (["--demo", "--simulate"], "--simulate"),
    (["--demo", "--data-dir", "/tmp/x"], "--data-dir"),
    (["--for", "5"], "--for"),
    (["--demo", "--for", "5"], "--for"),
    (["--demo", "--headless", "--for", "soon"], "--for"),
    (["--calls-per-minute", "3"], "--calls-per-minute"),
    (["--simulate", "--calls-per-minute", "lots"], "--calls-per-minute"),
    (["--replay"], "--replay"),
    (["--replay", "rules.json", "--headless"], "--replay"),
    (["--headless", "--export-setup", "x"], "--export-setup"),
]


class WrongUse(harness.ProcessTest):
    def refused(self, run, *parts):
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertEqual(run.stdout, "")
        self.assert_one_line(run.stderr, *parts)
        self.assertNotIn(TOKEN, run.stderr)

    def test_arguments(self):
        for arguments, named in ARGUMENTS:
            with self.subTest(arguments=arguments):
                self.refused(self.run_program(*arguments), named)

    def test_settings_files(self):
        for name, content, named in FILES:
            with self.subTest(name):
                file = self.write("setup.json", content)
                self.refused(self.run_program("--headless", "--data-dir", self.path("data"), "--setup", file), file, *named)

    def test_files_that_cannot_be_read(self):
        for file in (self.path("absent.json"), self.folder):
            with self.subTest(file):
                self.refused(self.run_program("--headless", "--data-dir", self.path("data"), "--setup", file), "--setup", file)
        with open(self.path("huge.json"), "w", encoding="utf-8") as huge:
            huge.write(" " * 2_000_000)
        self.refused(self.run_program("--headless", "--data-dir", self.path("data"), "--setup", self.path("huge.json")), "1 MB")

    def test_a_refused_file_changes_nothing(self):
        good = self.write("good.json", settings(rules={"mode": "watch", "maxAgeMinutes": 7}))
        out = self.path("out.json")
        self.assertEqual(self.run_program("--data-dir", self.path("data"), "--setup", good, "--export-setup", out).returncode, 0)
        bad = self.write("bad.json", settings(rules={"maxAgeMinutes": 9, "cooldownHours": 0}))
        self.refused(self.run_program("--data-dir", self.path("data"), "--setup", bad, "--export-setup", self.path("not.json")),
                     "rules.cooldownHours")
        self.assertFalse(os.path.exists(self.path("not.json")))
        self.assertEqual(self.run_program("--data-dir", self.path("data"), "--export-setup", out).returncode, 0)
        with open(out, encoding="utf-8") as file:
            self.assertEqual(json.load(file)["rules"]["maxAgeMinutes"], 7)

    def test_words_that_are_not_refused_are_warned_of(self):
        texts = {"open": "{biz}: we call you in 10 minutes", "closed": "{biz}: Llámenos mañana, por favor. Ahora no hay nadie aquí",
                 "holding": "{biz}: " + "a" * 140}
        file = self.write("setup.json", settings(rules={"templates": texts}, lines=[
            {"number": "+13132230100", "templates": {"storm": "{biz}: see https://example.com/storm"}}]))
        run = self.run_program("--data-dir", self.path("data"), "--setup", file, "--export-setup", "-")
        self.assertEqual(run.returncode, 0, run.stderr)
        lines = run.stderr.splitlines()
        expected = [("rules.templates.closed", '"á", "í"', "instead of 1 text", "Llamenos mañana"),
                    ("rules.templates.holding", "2 texts", "shorten"),
                    ("rules.templates.open", "in 10 minutes", "nobody watches"),
                    ("lines[0].templates.storm", "https://example.com/storm", "carriers")]
        self.assertEqual(len(lines), len(expected), run.stderr)
        for line, (key, *parts) in zip(lines, expected):
            self.assert_one_line(line, f"textback: --setup: {file}: warning: {key}: ", *parts)
        # All of it is kept as it was written, and stdout has nothing else.
        self.assertEqual({name: text for name, text in json.loads(run.stdout)["rules"]["templates"].items() if text}, texts)
        # It is said where the file is read, and only there.
        run = self.run_program("--data-dir", self.path("data"), "--export-setup", "-")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        run = self.run_program("--headless", "--data-dir", self.path("data"), "--setup", file)  # ends for want of a secret
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertEqual(run.stderr.splitlines()[:4], lines)

    def test_headless_without_account_or_secret(self):
        self.refused(self.run_program("--headless", "--data-dir", self.path("data")), "account", "--setup")
        file = self.write("setup.json", settings())
        self.refused(self.run_program("--headless", "--data-dir", self.path("data"), "--setup", file), "TEXTBACK_TWILIO_AUTH_TOKEN")

    def test_window_without_display(self):
        run = self.run_program("--data-dir", self.path("data"))
        self.assertEqual(run.returncode, 1)
        self.assert_one_line(run.stderr, "display", "--headless")

    def test_help_and_version(self):
        run = self.run_program("--help")
        self.assertEqual(run.returncode, 0)
        self.assertIn("--export-setup", run.stdout)
        run = self.run_program("--version")
        self.assertEqual(run.returncode, 0)
        self.assertRegex(run.stdout, r"^textback \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    harness.main()
