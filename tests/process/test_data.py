# SPDX-License-Identifier: MIT
"""The data folder: one copy at a time, folders that cannot be used, and settings out and in again."""
import json
import os
import shutil
import stat

import harness


class Data(harness.ProcessTest):
    def running(self):
        line = self.started(harness.Line())
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], line.environment()))
        program.wait_event("ready")
        return line, program

    def test_a_second_copy_is_refused(self):
        line, program = self.running()
        pid = str(program.popen.pid)
        for arguments in (["--headless"], ["--export-setup", self.path("out.json")]):
            with self.subTest(arguments):
                run = self.run_program("--data-dir", self.path("data"), *arguments, environment=line.environment())
                self.assertEqual(run.returncode, 1, run.stderr)
                self.assert_one_line(run.stderr, "another copy")
        self.assertIn(pid, self.run_program("--headless", "--data-dir", self.path("data")).stderr)
        # A window cannot raise a copy that has none.
        self.told_in_a_window(["--data-dir", self.path("data")], "without a window")
        self.assertEqual(program.end(), 0)

    def told_in_a_window(self, arguments, part):
        """Whoever started it with an icon sees no stderr: the same is said in a window, which stays until it was read."""
        window = self.started(harness.Process(arguments, harness.clean_environment(QT_QPA_PLATFORM="offscreen")))
        until = harness.time.monotonic() + harness.PATIENCE
        while not any(line.startswith("textback: ") for line in window.errors) and harness.time.monotonic() < until:
            harness.time.sleep(0.02)
        self.assertEqual(window.end(), 0, window.errors)  # it was asked to; by itself it would have ended with 1
        self.assert_one_line("\n".join(line for line in window.errors if line.startswith("textback: ")), part)  # the toolkit grumbles

    def test_f41_a_folder_that_cannot_be_used_is_told_in_a_window(self):
        os.makedirs(self.path("Dropbox", "textback"))
        for folder, part in ((self.path("Dropbox", "textback"), "Dropbox"), (self.write("file", ""), "not a folder")):
            with self.subTest(folder):
                self.told_in_a_window(["--data-dir", folder], part)

    def test_f46_a_folder_copied_while_it_was_in_use(self):
        line, program = self.running()
        self.assertEqual(program.end(), 0)
        self.write("data/textback.lock", "1\ntextback\nfront-desk\n0123456789abcdef0123456789abcdef\n01234567-89ab-cdef-0123-456789abcdef\n")
        run = self.run_program("--headless", "--data-dir", self.path("data"), environment=line.environment())
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, "front-desk", "textback.lock", "start again")
        self.told_in_a_window(["--data-dir", self.path("data")], "front-desk")
        os.remove(self.path("data", "textback.lock"))
        again = self.started(harness.Process(["--headless", "--data-dir", self.path("data")], line.environment()))
        again.wait_event("ready")
        self.assertEqual(again.end(), 0)

    def test_a_second_start_raises_the_first_ones_window(self):
        environment = harness.clean_environment(QT_QPA_PLATFORM="offscreen", HOME=self.folder)
        first = self.started(harness.Process(["--data-dir", self.path("data")], environment))
        until = harness.time.monotonic() + harness.PATIENCE
        while not os.path.exists(self.path("data", "window.ini")) and not os.path.exists(self.path("data", "textback.db")):
            self.assertIsNone(first.popen.poll(), first.errors)
            self.assertLess(harness.time.monotonic(), until)
            harness.time.sleep(0.02)
        second = self.run_program("--data-dir", self.path("data"), environment=environment)
        self.assertEqual((second.returncode, second.stdout), (0, ""), second.stderr)
        # A settings file would silently not be applied.
        setup = self.write("setup.json", {"account": {"provider": "twilio", "accountSid": "AC" + "0" * 32}, "business": {"name": "M"}})
        third = self.run_program("--data-dir", self.path("data"), "--setup", setup, environment=environment)
        self.assertEqual(third.returncode, 1, third.stderr)
        self.assert_one_line(third.stderr, "another copy")
        self.assertIsNone(first.popen.poll())
        self.assertEqual(first.end(), 0)

    def test_folders_that_cannot_be_used(self):
        other = harness.as_other_user(self.folder)
        os.mkdir(self.path("ro"))
        os.chmod(self.path("ro"), 0o555)
        file = self.write("file", "")
        program = [harness.PROGRAM]
        if other:
            # The other user may not be able to reach the build folder.
            copy = self.path("textback")
            shutil.copy(harness.PROGRAM, copy)
            os.chmod(copy, 0o755)
            program = other + [copy]
        for folder, part in ((self.path("ro", "data"), "cannot be made"), (self.path("ro"), self.path("ro")), (file, "not a folder")):
            with self.subTest(folder):
                run = self.run_program("--headless", "--data-dir", folder, program=program)
                self.assertEqual(run.returncode, 1, run.stderr)
                self.assert_one_line(run.stderr, part, "--data-dir")
        if os.geteuid() != 0:
            os.chmod(self.path("ro"), 0o755)

    def test_somebody_elses_open_folder_is_left_alone(self):
        os.mkdir(self.path("shared"))
        os.chmod(self.path("shared"), 0o755)
        self.write("shared/holiday.txt", "x")
        run = self.run_program("--headless", "--data-dir", self.path("shared"))
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, "other files")
        self.assertEqual(stat.S_IMODE(os.stat(self.path("shared")).st_mode), 0o755)

    def test_settings_out_and_in_again(self):
        settings = {
            "business": {"name": "Motor City Towing", "timeZone": "America/Detroit", "country": "US", "trade": "towing",
                         "bookingLink": "https://example.com/book"},
            "account": {"provider": "twilio", "accountSid": "AC" + "0" * 32, "pollSeconds": 5},
            "lines": [{"number": "(313) 223-0100", "label": "Main", "city": "Detroit", "minRings": 3},
                      {"number": "+13132230101", "overflow": True, "textFrom": "+13132230100"}],
            "rules": {"mode": "watch", "maxAgeMinutes": 15, "cooldownHours": 48, "language": "both", "replyHours": "not-at-night"},
            "hours": {"mon": [["08:00", "12:00"], ["13:00", "18:00"]], "sat": [["22:00", "06:00"]],
                      "holidays": [{"date": "12-25", "name": "Christmas"}], "usFederalHolidays": True},
            "people": {"staff": [{"name": "Ana", "number": "+13132230110"}], "blocked": ["+13132230111"]},
            "limits": {"monthlyTexts": 500, "pricePerSegment": 0.0079, "carrier": "low-volume"},
            "followUps": {"count": 1, "firstAfterMinutes": 45},
        }
        first = self.path("first.json")
        run = self.run_program("--data-dir", self.path("a"), "--setup", self.write("in.json", settings), "--export-setup", first)
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "", ""))
        self.assertEqual(stat.S_IMODE(os.stat(first).st_mode), 0o600)
        with open(first, encoding="utf-8") as file:
            written = json.load(file)
        for part in ("business", "account", "rules", "hours", "people", "limits", "followUps"):
            for key, value in settings[part].items():
                self.assertEqual(written[part][key], value, key)
        self.assertEqual(written["rules"]["templates"]["open"], "")
        self.assertEqual(written["hours"]["tue"], [])
        self.assertEqual(written["lines"][0]["number"], "+13132230100")
        self.assertTrue(written["lines"][1]["overflow"])
        second = self.path("second.json")
        self.assertEqual(self.run_program("--data-dir", self.path("b"), "--setup", first, "--export-setup", second).returncode, 0)
        with open(first, "rb") as one, open(second, "rb") as two:
            self.assertEqual(one.read(), two.read())
        # Keys left out keep their value; lists are replaced whole.
        partial = self.write("partial.json", {"account": settings["account"], "rules": {"maxAgeMinutes": 20}, "lines": []})
        run = self.run_program("--data-dir", self.path("b"), "--setup", partial, "--export-setup", "-")
        self.assertEqual(run.returncode, 0, run.stderr)
        changed = json.loads(run.stdout)
        self.assertEqual(changed["rules"]["maxAgeMinutes"], 20)
        self.assertEqual(changed["rules"]["cooldownHours"], 48)
        self.assertEqual(changed.get("lines", []), [])

    def test_a_link_is_not_followed(self):
        """Somebody else may have put it there, where others can write too."""
        for option in ("--export-setup", "--diagnostics"):
            with self.subTest(option):
                victim = self.write("victim", "mine")
                link = self.path("link" + option)
                os.symlink(victim, link)
                run = self.run_program("--data-dir", self.path("a"), option, link)
                self.assertEqual(run.returncode, 1, run.stderr)
                self.assert_one_line(run.stderr, option, "is a link")
                with open(victim, encoding="utf-8") as file:
                    self.assertEqual(file.read(), "mine")

    def test_an_export_that_cannot_be_written(self):
        run = self.run_program("--data-dir", self.path("a"), "--export-setup", self.path("absent", "out.json"))
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, "--export-setup")


if __name__ == "__main__":
    harness.main()
