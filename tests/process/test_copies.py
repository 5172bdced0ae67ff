# SPDX-License-Identifier: MIT
"""Several copies on one folder (faults.md F46): exactly one works; one that was killed or is frozen stops nobody for long."""
import signal
import time

import harness

COPIES = 20
ANSWERS_WITHIN = 5  # seconds: how long a second copy waits for the first one's answer


class Copies(harness.ProcessTest):
    def begin(self, line, *arguments):
        return self.started(harness.Process(["--headless", "--data-dir", self.path("data"), *arguments], line.environment()))

    def first(self):
        line = self.started(harness.Line())
        setup = self.write("setup.json", line.setup())
        program = self.begin(line, "--setup", setup)
        program.wait_event("ready")
        return line, program

    def test_f46_of_many_at_once_one_runs(self):
        line = self.started(harness.Line())
        setup = self.write("setup.json", line.setup())
        copies = [self.begin(line, "--setup", setup) for _ in range(COPIES)]
        losers = []
        until = time.monotonic() + 2 * harness.PATIENCE
        while len(losers) < COPIES - 1 and time.monotonic() < until:
            losers = [copy for copy in copies if copy.popen.poll() is not None]
            time.sleep(0.02)
        self.assertEqual([copy.popen.returncode for copy in losers], [1] * (COPIES - 1))
        winner = next(copy for copy in copies if copy.popen.poll() is None)
        for loser in losers:
            loser.wait()
            self.assert_one_line("\n".join(loser.errors), "another copy", str(winner.popen.pid))
        winner.wait_event("ready")
        self.assertEqual(winner.end(), 0)

    def test_f46_a_killed_copy_leaves_nothing_that_stops_the_next(self):
        line, program = self.first()
        program.kill()
        again = self.begin(line)
        again.wait_event("connection", reason="online")
        self.assertEqual(again.end(), 0)

    def test_f46_a_frozen_copy_is_named(self):
        line, frozen = self.first()
        frozen.popen.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        run = self.run_program("--headless", "--data-dir", self.path("data"), environment=line.environment())
        took = time.monotonic() - began
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assert_one_line(run.stderr, "does not answer", f"process {frozen.popen.pid}", "frozen", "start again")
        self.assertLess(took, ANSWERS_WITHIN + 15)  # a bound, not a measurement: machines are busy
        # With a window it asks, and goes on waiting for the answer.
        window = self.started(harness.Process(["--data-dir", self.path("data")], harness.clean_environment(QT_QPA_PLATFORM="offscreen")))
        until = time.monotonic() + harness.PATIENCE
        while not window.errors and time.monotonic() < until:
            time.sleep(0.05)
        self.assertIn("does not answer", "\n".join(window.errors))
        self.assertIsNone(window.popen.poll())
        self.assertEqual(window.end(), 0)
        # It thaws: nothing happened to it.
        frozen.popen.send_signal(signal.SIGCONT)
        self.assertEqual(frozen.end(), 0)


if __name__ == "__main__":
    harness.main()
