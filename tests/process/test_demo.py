# SPDX-License-Identifier: MIT
"""The demo without a display: plain sentences of the whole job, an end by itself, and nothing left behind."""
import os
import re

import harness


class Demo(harness.ProcessTest):
    def test_it_narrates_and_ends(self):
        temporary = self.path("tmp")
        os.mkdir(temporary)
        program = self.started(harness.Process(["--demo", "--headless", "--for", "55"],
                                               harness.clean_environment(TMPDIR=temporary, HOME=self.path("home"))))
        self.assertEqual(program.wait(55 + 30), 0, "\n".join(program.errors))
        told = "\n".join(program.lines)
        for pattern in (r"ready", r"Connected", r"reached nobody", r"Textback texted .* after the call: “.*Motor City Towing", r"answers: “",
                        r"The owner writes to", r"In all: \d+ missed calls?, [1-9]\d* texts? back"):
            self.assertRegex(told, pattern)
        for line in program.lines:
            self.assertTrue(re.match(r"\d\d:\d\d:\d\d  \S|In all", line), line)
        self.assertEqual(os.listdir(temporary), [])
        self.assertFalse(os.path.exists(self.path("home")))

    def test_without_a_display_it_narrates_unasked(self):
        program = self.started(harness.Process(["--demo"], harness.clean_environment()))
        program.wait_line(lambda line: "ready" in line)
        self.assertEqual(program.end(), 0)
        self.assertIn("no display", "\n".join(program.errors))


if __name__ == "__main__":
    harness.main()
