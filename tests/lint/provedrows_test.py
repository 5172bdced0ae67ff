#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows that provedrows.py finds what it is for: each tree differs in one thing from one that it accepts."""
import os
import subprocess
import sys
import tempfile
import unittest

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "provedrows.py")
SLOTS = "class TestX {\nprivate slots:\n    void f01KilledAfterTheAnswer();\n    void f01KilledAfterTheAnswer_data();\n};\n"
METHODS = "class Kills:\n    def test_f02_killed_before_the_post(self):\n        pass\n"
CELLS = {"F01": "`engine/tst_x.cpp` f01KilledAfterTheAnswer", "F02": "`process/test_x.py` test_f02_killed_before_the_post",
         "F27": "manual: `sleep.md`"}


def table(cells, rows=range(1, 61)):
    names = [f"F{number:02}" for number in rows] + [f"X{number:02}" for number in range(1, 23)] + [f"C{number:02}" for number in range(1, 38)]
    return "# Tests\n\n| row | promise | tests | level |\n|---|---|---|---|\n" + "".join(
        f"| {name} | a promise | {cells.get(name, 'open')} | x |\n" for name in names)


def tree(root, readme, slots=SLOTS, methods=METHODS):
    for path, text in {"tests/README.md": readme, "tests/engine/tst_x.cpp": slots, "tests/process/test_x.py": methods,
                       "tests/manual/sleep.md": "1. Close the lid.\n"}.items():
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        with open(os.path.join(root, path), "w", encoding="utf-8") as file:
            file.write(text)


class ProvedRows(unittest.TestCase):
    def run_on(self, *arguments, **parts):
        with tempfile.TemporaryDirectory() as root:
            tree(root, parts.pop("readme", table(CELLS)), **parts)
            done = subprocess.run([sys.executable, "-B", SCRIPT, *arguments, root], capture_output=True, text=True, check=False)
            with open(os.path.join(root, "tests/README.md"), encoding="utf-8") as file:
                return done.returncode, done.stdout, file.read()

    def finds(self, what, **parts):
        code, said, _ = self.run_on(**parts)
        self.assertEqual(code, 1, said)
        self.assertIn(what, said)

    def test_accepts_a_true_table_and_counts_what_is_open(self):
        code, said, _ = self.run_on()
        self.assertEqual(code, 0, said)
        self.assertIn("3 of 119 rows with proof, 2 tests, 116 open", said)

    def test_a_row_that_is_missing(self):
        self.finds("F60: stands 0 times", readme=table(CELLS, range(1, 60)))

    def test_a_row_that_stands_twice(self):
        self.finds("F60: stands 2 times", readme=table(CELLS, [*range(1, 61), 60]))

    def test_a_row_beyond_the_last(self):
        self.finds("F61: is no row", readme=table(CELLS, range(1, 62)))

    def test_a_test_that_is_not_there(self):
        self.finds("F03: f03Gone does not exist", readme=table({**CELLS, "F03": "`x` f03Gone"}))

    def test_a_test_in_the_row_of_another(self):
        self.finds("F03: f01KilledAfterTheAnswer belongs to F01", readme=table({**CELLS, "F03": "f01KilledAfterTheAnswer"}))

    def test_a_test_that_no_row_names(self):
        self.finds("F02: test_f02_killed_before_the_post of process/test_x.py is not named", readme=table({**CELLS, "F02": "open"}))

    def test_a_procedure_that_is_not_there(self):
        self.finds("F27: there is no tests/manual/nap.md", readme=table({**CELLS, "F27": "manual: `nap.md`"}))

    def test_a_row_that_says_nothing(self):
        self.finds("F27: neither", readme=table({**CELLS, "F27": ""}))

    def test_a_slot_that_ctest_does_not_see(self):
        self.finds("f01KilledAfterTheAnswer is not declared as", slots=SLOTS.replace("    void f01", "        void f01"))

    def test_fills_the_table(self):
        code, said, text = self.run_on("--fill", readme=table({"F27": "manual: `sleep.md`"}))
        self.assertEqual(code, 0, said)
        self.assertIn("| F01 | a promise | `engine/tst_x.cpp` f01KilledAfterTheAnswer | engine |", text)
        self.assertIn("| F02 | a promise | `process/test_x.py` test_f02_killed_before_the_post | process |", text)
        self.assertIn("| F27 | a promise | manual: `sleep.md` | by hand |", text)
        self.assertIn("| F60 | a promise | open |", text)


if __name__ == "__main__":
    unittest.main()
