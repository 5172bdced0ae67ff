#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the tables of faults and of rules in tests/README.md against the tests that there are.

Usage: provedrows.py [--fill] ROOT
Every fault F01 to F60 and every rule X01 to X22 and C01 to C37 stands in its table once; every test that a row names exists and carries the row's number; every test whose name begins with
a row's number is named in that row; a row without a test says "manual:" with a file of tests/manual/, or "open", and those are counted.
--fill writes the tests and levels that the code has into the table (what a row says behind "manual:" stays). Prints one line per finding and ends
with 1 if there is any.
"""
import argparse
import os
import re
import sys

ROWS = [f"{kind}{number:02}" for kind, last in (("F", 60), ("X", 22), ("C", 37)) for number in range(1, last + 1)]
TABLE = "tests/README.md"
MANUAL = "tests/manual/"
ROW = re.compile(r"^\| ([FXC]\d\d) \|(.*)\|$")
NAME = re.compile(r"\b(?:test_[fxc]\d\d_\w+|[fxc]\d\d[A-Z]\w*)")
SLOT = re.compile(r"^( +)void ([fxc]\d\d[A-Z]\w*)\(\)", re.M)
METHOD = re.compile(r"^ +def (test_[fxc]\d\d_\w+)\(", re.M)
SKIPPED_FOLDERS = {"lint", "__pycache__", "manual"}
# The folder of a test says at which level it looks.
LEVELS = {"domain": "unit", "engine": "engine", "storage": "storage", "providers": "adapter", "credentials": "keychain", "platform": "platform",
          "simulator": "simulator", "startup": "window", "ui": "window", "process": "process", "threads": "unit", "fuzz": "fuzz"}


def number_of(name):
    """The row that a test's name begins with: F38 of f38Locked and of test_f38_locked."""
    return re.search(r"[fxc]\d\d", name).group(0).upper()


def tests_in(root, report):
    """Row -> list of (file below tests/, test), in order."""
    found = {}
    top = os.path.join(root, "tests")
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
        for file in sorted(files):
            if not file.endswith((".cpp", ".h", ".py")):
                continue
            path = os.path.relpath(os.path.join(folder, file), top).replace(os.sep, "/")
            with open(os.path.join(folder, file), encoding="utf-8") as opened:
                text = opened.read()
            names = []
            for match in SLOT.finditer(text):
                indent, name = match.groups()
                if name.endswith("_data"):
                    continue
                if len(indent) != 4:  # textback_fault_rows in packaging/cmake/TextbackTargets.cmake
                    report(f"tests/{path}", f"{name} is not declared as \"    void {name}()\": nobody finds it")
                names.append(name)
            names += METHOD.findall(text)
            for name in dict.fromkeys(names):
                found.setdefault(number_of(name), []).append((path, name))
    return found


def read_table(text):
    """Row -> list of (line number, cells) of the table."""
    rows = {}
    for number, line in enumerate(text.splitlines()):
        match = ROW.match(line)
        if match:
            rows.setdefault(match.group(1), []).append((number, [cell.strip() for cell in match.group(2).split("|")]))
    return rows


def manual_in(cell):
    return re.findall(r"manual: `?([\w./-]+)`?", cell)


def check_row(root, row, cell, tests, report):
    named = NAME.findall(cell)
    existing = {name for entries in tests.values() for _, name in entries}
    for name in named:
        if name not in existing:
            report(row, f"{name} does not exist")
        elif number_of(name) != row:
            report(row, f"{name} belongs to {number_of(name)}")
    for path, name in tests.get(row, []):
        if name not in named:
            report(row, f"{name} of {path} is not named")
    for file in manual_in(cell):
        if not os.path.isfile(os.path.join(root, MANUAL, file)):
            report(row, f"there is no {MANUAL}{file}")
    is_open = cell.strip() == "open"
    if not named and not manual_in(cell) and not is_open:
        report(row, "neither a test nor \"manual:\" nor \"open\"")
    return is_open


def filled(cells, tests):
    """The row's cells with what the code has."""
    promise, cell, _ = cells
    by_file = {}
    for path, name in tests:
        by_file.setdefault(path, []).append(name)
    parts = [f"`{path}` " + ", ".join(names) for path, names in by_file.items()]
    parts += [f"manual: `{file}`" for file in manual_in(cell)]
    levels = list(dict.fromkeys(LEVELS.get(path.split("/")[0], path.split("/")[0]) for path in by_file))
    return [promise, "; ".join(parts) or "open", ", ".join(levels + (["by hand"] if manual_in(cell) else []))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fill", action="store_true")
    parser.add_argument("root")
    arguments = parser.parse_args()
    findings = []

    def report(where, what):
        findings.append(f"{where}: {what}")

    path = os.path.join(arguments.root, TABLE)
    tests = tests_in(arguments.root, report)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if arguments.fill:
        lines = text.splitlines()
        for row, places in read_table(text).items():
            for number, cells in places:
                if len(cells) == 3:
                    lines[number] = "| " + " | ".join([row] + filled(cells, tests.get(row, []))) + " |"
        text = "\n".join(lines) + "\n"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    table = read_table(text)
    open_rows = []
    for row in ROWS:
        places = table.pop(row, [])
        if len(places) != 1:
            report(row, f"stands {len(places)} times in {TABLE}")
            continue
        cells = places[0][1]
        if len(cells) != 3:
            report(row, "has not four columns")
        elif check_row(arguments.root, row, cells[1], tests, report):
            open_rows.append(row)
    for row in list(table) + [row for row in tests if row not in ROWS]:
        report(row, "is no row of the table")
    for finding in findings:
        print(finding)
    names = sum(len(entries) for entries in tests.values())
    print(f"{len(ROWS) - len(open_rows)} of {len(ROWS)} rows with proof, {names} tests, {len(open_rows)} open{': ' if open_rows else ''}"
          f"{' '.join(open_rows)}, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
