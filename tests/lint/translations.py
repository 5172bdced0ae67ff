#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every sentence of the sources stands in the files of translations/, and nothing else does.

Usage: translations.py LUPDATE ROOT
Gathers the sentences into copies, as the target update-translations does, and prints what the files lack or have too much. That what stands in
them is translated is tests/ui/tst_translations.cpp's business. Ends with 1 if there is any finding.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

FILES = {"textback_es.ts": [], "textback_en.ts": ["-pluralonly"]}


def sentences(path):
    found = set()
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found.add((context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""))
    return found


def main():
    lupdate, root = sys.argv[1:]
    findings = 0
    for name, options in FILES.items():
        path = os.path.join(root, "translations", name)
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, name)
            shutil.copy(path, copy)
            subprocess.run([lupdate, "-silent", "-locations", "none", "-I", root, "-I", os.path.join(root, "app"), "-no-obsolete", *options,
                            os.path.join(root, "ui"), os.path.join(root, "app"), "-ts", copy], check=True, stdout=subprocess.DEVNULL)
            current = sentences(copy)
        stored = sentences(path)
        for what, difference in (("lacks", current - stored), ("has what nobody says any more", stored - current)):
            for context, source, _ in sorted(difference):
                print(f"{name} {what}: {context}: {source}")
                findings += 1
    print(f"{findings} findings{'; ninja update-translations gathers them' if findings else ''}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
