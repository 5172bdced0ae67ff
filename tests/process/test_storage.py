# SPDX-License-Identifier: MIT
"""The data on the disk: who can read it, folders that cannot be used, a damaged database, and going back to a backup."""
import glob
import json
import os
import shutil
import sqlite3
import stat

import harness


class Storage(harness.ProcessTest):
    def start(self, line, *arguments, umask=None):
        program = None
        if umask is not None:
            program = ["/bin/sh", "-c", f'umask {umask}; exec "$0" "$@"', harness.PROGRAM]
        return self.started(harness.Process(["--headless", "--data-dir", self.path("data"), *arguments], line.environment(), program))

    def wait_until(self, true, what):
        until = harness.time.monotonic() + harness.PATIENCE
        while not true():
            self.assertLess(harness.time.monotonic(), until, what)
            harness.time.sleep(0.02)

    def backups(self):
        return sorted(glob.glob(self.path("data", "backups", "*.db")))

    @staticmethod
    def posts(line):
        """How many texts the line was asked to send."""
        return json.dumps(line.ask("/control/posts")).count("+131322301")

    def assert_private(self):
        """Every file is the user's alone, every folder likewise."""
        seen = set()
        for folder, _, files in os.walk(self.path("data")):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
            for name in files:
                path = os.path.join(folder, name)
                try:
                    mode = stat.S_IMODE(os.lstat(path).st_mode)
                except FileNotFoundError:
                    continue  # a copy in the making was just named
                self.assertEqual(mode & 0o077, 0, f"{path} {mode:o}")
                seen.add(os.path.relpath(path, self.path("data")))
        return seen

    def damage(self):
        with open(self.path("data", "textback.db"), "r+b") as file:
            file.seek(100)
            file.write(b"\xff" * 2000)

    def prepared(self, line):
        """A run with one text sent, a backup from before it, and a clean end."""
        program = self.start(line, "--setup", self.write("setup.json", line.setup()))
        program.wait_event("ready")
        self.wait_until(self.backups, "a backup")
        self.assertEqual(program.end(), 0)

    def test_f43_everything_is_the_users_alone(self):
        for umask in ("000", "022"):
            with self.subTest(umask):
                shutil.rmtree(self.path("data"), ignore_errors=True)
                line = self.started(harness.Line())
                program = self.start(line, "--setup", self.write("setup.json", line.setup()), umask=umask)
                program.wait_event("ready")
                self.wait_until(self.backups, "a backup")
                seen = self.assert_private()
                self.assertTrue({"textback.db", "textback.db-wal", "textback.db-shm", "textback.lock"} <= seen, seen)
                self.assertEqual(program.end(), 0)
                self.assert_private()
                export = self.path("export.json")
                command = ["/bin/sh", "-c", f'umask {umask}; exec "$0" "$@"', harness.PROGRAM]
                run = self.run_program("--data-dir", self.path("data"), "--export-setup", export, program=command)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertEqual(stat.S_IMODE(os.stat(export).st_mode), 0o600)
                os.remove(export)
                # With a window: where it was is kept, too.
                environment = harness.clean_environment(QT_QPA_PLATFORM="offscreen", HOME=self.folder, TEXTBACK_TWILIO_AUTH_TOKEN=line.where["authToken"])
                window = self.started(harness.Process(["--data-dir", self.path("data"), "--restore-backup", "newest"], environment, command))
                self.wait_until(lambda: glob.glob(self.path("data", "textback.db.replaced-*")), "a restore")
                self.wait_until(lambda: os.path.exists(self.path("data", "textback.db-wal")), "an open database")
                harness.time.sleep(0.5)
                self.assertEqual(window.end(), 0, window.errors)
                self.assert_private()

    def test_f41_a_read_only_folder_is_refused_in_words(self):
        other = harness.as_other_user(self.folder)
        program = [harness.PROGRAM]
        if other:
            copy = self.path("textback")
            shutil.copy(harness.PROGRAM, copy)
            os.chmod(copy, 0o755)
            program = other + [copy]
        folder = self.path("ro")
        os.mkdir(folder)
        if other:
            os.chown(folder, 65534, 65534)
        os.chmod(folder, 0o500)
        run = self.run_program("--headless", "--data-dir", folder, program=program)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, folder, "cannot be written", "--data-dir")
        # Just then somebody wants to know what is wrong.
        run = self.run_program("--diagnostics", "-", "--data-dir", folder, program=program)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("the data folder cannot be used: cannot-write", run.stdout)
        os.chmod(folder, 0o700)

    def test_f41_a_sync_folder_is_refused_in_words(self):
        os.mkdir(self.path("Dropbox"))
        run = self.run_program("--headless", "--data-dir", self.path("Dropbox", "textback"))
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, "Dropbox", "--data-dir")

    def test_f40_a_damaged_database_is_replaced_without_a_question(self):
        line = self.started(harness.Line())
        self.prepared(line)
        self.damage()
        program = self.start(line)
        told = [program.wait_event("notice")["reason"] for _ in range(2)]
        self.assertEqual(told, ["restored", "importing"])
        program.wait_event("ready")
        self.assertEqual(len(glob.glob(self.path("data", "textback.db.damaged-*[0-9]"))), 1)
        self.assert_private()
        self.assertEqual(program.end(), 0)

    def test_f40_without_a_backup_it_stops_and_touches_nothing(self):
        line = self.started(harness.Line())
        self.prepared(line)
        shutil.rmtree(self.path("data", "backups"))
        self.damage()
        with open(self.path("data", "textback.db"), "rb") as file:
            before = file.read()
        run = self.run_program("--headless", "--data-dir", self.path("data"), environment=line.environment())
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("--restore-backup", [each for each in run.stderr.splitlines() if each.startswith("textback: ")][-1])
        with open(self.path("data", "textback.db"), "rb") as file:
            self.assertEqual(file.read(), before)

    def test_f45_a_restored_backup_texts_nobody_twice(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        self.prepared(line)
        program = self.start(line)
        program.wait_event("ready")
        for last in range(5):
            line.order("call", scenario="A1", **{"from": f"+1313223015{last}"}, ringSeconds=1, outcome="no-answer", voicemail=False)
        for _ in range(5):
            program.wait_event("text")
        self.assertEqual(program.end(), 0)
        posts = self.posts(line)
        program = self.start(line, "--restore-backup", "newest")
        self.assertEqual(program.wait_event("notice")["reason"], "importing")
        decided = [program.wait_event("decision") for _ in range(5)]
        self.assertEqual(len({decision["call"] for decision in decided}), 5)
        # The hold ends by itself after 30 s: a new caller's text shows it, and nobody else got one.
        line.order("call", scenario="A1", **{"from": "+13132230160"}, ringSeconds=1, outcome="no-answer", voicemail=False)
        program.wait_event("text", lastFour="0160", patience=120)
        self.assertEqual(self.posts(line), posts + 1)
        self.assertEqual(program.end(), 0)

    def test_f44_a_newer_database_is_refused(self):
        line = self.started(harness.Line())
        self.prepared(line)
        database = self.path("data", "textback.db")
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA user_version = 9999")
        connection.close()
        run = self.run_program("--headless", "--data-dir", self.path("data"), environment=line.environment())
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, "later version")

    def test_restore_backup_wrong_use(self):
        run = self.run_program("--headless", "--data-dir", self.path("data"), "--restore-backup", self.path("none.db"))
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assert_one_line(run.stderr, "--restore-backup", "none.db")
        run = self.run_program("--demo", "--restore-backup", "newest")
        self.assertEqual(run.returncode, 2, run.stderr)


if __name__ == "__main__":
    harness.main()
