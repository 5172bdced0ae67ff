#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the rules of the house that no compiler checks: who may include whom, which words may stand where, file length, licence tag.

Usage: lint.py [--qt-headers DIR] ROOT
Prints one line per finding (file:line: what) and ends with 1 if there is any.
"""
import argparse
import os
import re
import sys

SOURCE = (".cpp", ".h")
TAGGED = (".cpp", ".h", ".py", ".sh", ".js", ".mjs", ".cmake", "CMakeLists.txt", ".ci/run")
SKIPPED_FOLDERS = {"build", ".git", "node_modules", "__pycache__"}

ROOMS = ("domain", "engine", "storage", "providers", "credentials", "platform", "simulator")

# Room -> (rooms of ours that it may include, Qt modules beside QtCore)
MAY_INCLUDE = {
    "app/domain": ({"domain"}, set()),
    "app/engine": ({"domain", "engine"}, set()),
    "app/storage": ({"domain", "storage"}, {"QtSql"}),
    "app/providers": ({"domain", "providers"}, {"QtNetwork"}),
    "app/credentials": ({"domain", "credentials"}, {"QtDBus"}),
    "app/platform": ({"domain", "platform"}, {"QtNetwork"}),  # QLocalServer; QNetwork... is forbidden below
    "app/simulator": ({"domain", "simulator"}, {"QtNetwork"}),
    "ui": ({"domain", "engine", "ui"}, {"QtGui", "QtWidgets", "QtDBus"}),
}
# logind tells of sleep over D-Bus; the other systems have their own ways, in files of their own suffix.
MAY_INCLUDE_TOO = [(re.compile(r"^app/platform/\w+_linux\.(cpp|h)$"), {"QtDBus"}),
                   # Optional: voicemails are played in place where it is found.
                   (re.compile(r"^ui/thread/voicemailplayer_multimedia\.cpp$"), {"QtMultimedia"})]
# The only places that name concrete classes of several rooms.
COMPOSITION = re.compile(r"^ui/(main\.cpp$|compositionroot/)")

HEADLESS = ("app/",)
CODE = ("app/", "ui/")


class Word:
    """A pattern that may not stand in some folders, save in the files named."""

    def __init__(self, pattern, where, why, but=None):
        self.pattern = re.compile(pattern)
        self.where = where
        self.why = why
        self.but = re.compile(but) if but else None

    def applies(self, path):
        return path.startswith(self.where) and not (self.but and self.but.search(path))


WORDS = [
    Word(r"\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\s*\(", CODE, "time comes from Clock", r"^app/platform/"),
    Word(r"\b(system_clock|steady_clock)::now\b|\bQElapsedTimer\b", CODE, "time comes from Clock", r"^app/platform/"),
    Word(r"\bQTimer\b|\bstartTimer\s*\(", HEADLESS, "later comes from Scheduler", r"^app/platform/"),
    Word(r"\bQRandomGenerator\b|\bstd::(rand|random_device|mt19937)\b", CODE, "chance comes from Random", r"^app/platform/"),
    Word(r"\bnew QNetworkAccessManager\b|\bmake_unique<QNetworkAccessManager>|\bQNetworkAccessManager\s+\w+\s*[;{(]", CODE,
         "the network manager is passed in", COMPOSITION.pattern),
    Word(r"\bignoreSslErrors\b", CODE, "TLS errors are fatal"),
    Word(r"\bsetInsecureFallback\s*\(\s*true", CODE, "secrets are never kept in plain text"),
    Word(r"\bstatic\s+[\w:<>]+\s*[&*]\s*(\w+::)?(instance|self)\s*\(", CODE, "no singletons"),
    Word(r"\bQ_(GLOBAL|APPLICATION)_STATIC\b", CODE, "no mutable globals"),
    Word(r"\bQEventLoop\b|\bprocessEvents\s*\(", CODE, "no nested event loops"),
    Word(r"\b(QtConcurrent|QFuture|QPromise)\b", CODE, "jobs with signals instead"),
    Word(r"\b(QMutex|QReadWriteLock|QSemaphore|QWaitCondition|std::(mutex|condition_variable))\b", CODE, "values cross threads by queued signals"),
    Word(r"\bQSharedMemory\b", CODE, "it survives a crash"),
    Word(r"\bQSettings\b", HEADLESS, "settings are in the store"),
    Word(r"\bstd::(views|format|expected|jthread)\b", CODE, "not in both compilers of Debian 12"),
    Word(r"\bnew QLabel\b|\bmake_unique<QLabel>|\bQLabel\s+\w+\s*[;{(]|\bQLabel\s*\(", ("ui/",), "a QLabel guesses rich text: use PlainLabel",
         r"/plainlabel\.(cpp|h)$"),
    Word(r"\bsetToolTip\s*\((?!\s*(tr\s*\(\s*\"[^\"]*\"\s*\)|QString\s*\(\s*\)|\{\})\s*\))", ("ui/",),
         "a tool tip guesses rich text: use setPlainToolTip", r"/plaintooltip\.(cpp|h)$|^ui/tray/(tray|systemtray|traycontroller)\.(cpp|h)$"),  # the tray's are plain text everywhere
    Word(r"\bQt::ToolTipRole\b", ("ui/",), "a tool tip guesses rich text: escape it in plaintooltip", r"/plaintooltip\.(cpp|h)$"),
    Word(r"\bQMessageBox::(information|warning|critical|question|about)\s*\(|\bnew QMessageBox\b|\bQMessageBox\s+\w+\s*[;{(]", ("ui/",),
         "a message box guesses rich text: use PlainMessageBox", r"/plainmessagebox\.(cpp|h)$|/shelldialogs\.(cpp|h)$"),
    Word(r"\b(class|struct)\s+\w+\s*(final\s*)?:\s*(public\s+)?QLabel\b", ("ui/",), "a QLabel guesses rich text: use PlainLabel", r"/plainlabel\.h$"),
    Word(r"\b(class|struct)\s+\w+\s*(final\s*)?:\s*(public\s+)?QMessageBox\b", ("ui/",), "a message box guesses rich text: use PlainMessageBox",
         r"/plainmessagebox\.h$"),
    Word(r"\bQToolTip::showText\s*\((?![^;]*\bplainToolTip\s*\()", ("ui/",), "a tool tip guesses rich text: put the words through plainToolTip"),
    Word(r"\bset(WhatsThis|StatusTip|DetailedText)\s*\((?!\s*(tr\s*\(\s*\"[^\"]*\"\s*\)|QString\s*\(\s*\)|\{\})\s*\))", ("ui/",),
         "help texts guess rich text: words of our own only"),
    Word(r"\bQt::(WhatsThisRole|StatusTipRole)\b", ("ui/",), "help texts guess rich text"),
    Word(r"\bQ(ErrorMessage|WhatsThis|TextBrowser|TextDocumentFragment|StaticText|SplashScreen|GraphicsTextItem)\b", ("ui/",),
         "it reads rich text: text of others is shown letter by letter"),
    Word(r"\b(set|insert|append|to|from)(Html|Markdown)\s*\(|\bappendHtml\b|\bmightBeRichText\b|\bconvertFromPlainText\b", ("ui/",),
         "text of others is shown letter by letter"),
    Word(r"\bQ(TextEdit|TextDocument)\b", ("ui/",), "pasted and given text may be rich: use QPlainTextEdit"),
    Word(r"\bQt::(RichText|AutoText|MarkdownText)\b|\bQTextFormat::\w*Anchor\w*", ("ui/",), "text of others is shown letter by letter"),
    Word(r"\bsetTextFormat\s*\((?!\s*Qt::PlainText\b)", ("ui/",), "text of others is shown letter by letter"),
    Word(r"\bsetOpenExternalLinks\s*\(|\bLinksAccessibleBy(Mouse|Keyboard)\b|\bTextBrowserInteraction\b", ("ui/",), "links ask before they open"),
    Word(r"\bQDesktopServices\b", CODE, "the way out of the program is openOutside", r"^ui/dialogs/outside\.cpp$"),
    Word(r"\bQProcess\b|\b(system|popen|execl[pe]?|execvp?e?)\s*\(", ("ui/",), "nothing a stranger wrote starts a program"),
    Word(r"\bconnect\s*\([^,;{}]+,\s*&[\w:]+(?:<[^>]*>)?(?:::\w+)?\s*,\s*\[", CODE, "connect names a context object"),
    Word(r"\bQDateTime(\s+\w+)?\s*[({](?=[^;]*\bQTime\b)(?![^;]*(?:Qt::UTC|QTimeZone::utc\(\)))|\.(toUTC|startOfDay|endOfDay)\s*\(", CODE,
         "a time of day may not exist in a zone, or exist twice: go from UTC to local time only",
         r"/http/httpjob\.cpp$"),  # a certificate's dates are UTC
    Word(r"\b(SIGNAL|SLOT)\s*\(", CODE, "connect by function pointers",
         r"_linux\.cpp$"),  # QtDBus knows no other way
]
# Also in comments.
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
LENGTH = 600
LENGTHS = {"ui/mainwindow/mainwindow.cpp": 400, "ui/mainwindow.cpp": 400}


def without_comments(text):
    """The code with comments and the insides of string literals blanked, lines kept."""
    def blank(match):
        found = match.group(0)
        if found.startswith(("//", "/*")):
            return re.sub(r"[^\n]", " ", found)
        if found.startswith('R"'):
            return re.sub(r"[^\n]", " ", found)
        return found[0] + "_" * (len(found) - 2) + found[-1]
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, blank, text, flags=re.S)


def qt_modules(folder):
    """Header name -> module, from Qt's installed headers."""
    modules = {}
    if not folder or not os.path.isdir(folder):
        return modules
    for module in sorted(os.listdir(folder)):
        path = os.path.join(folder, module)
        if module.startswith("Qt") and os.path.isdir(path):
            for header in os.listdir(path):
                modules.setdefault(header, module)
    return modules


def room_of(path):
    parts = path.split("/")
    if parts[0] == "app" and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0] if parts[0] == "ui" else None


def check_includes(path, text, modules, report):
    room = room_of(path)
    if room not in MAY_INCLUDE or COMPOSITION.match(path):
        return
    ours, qt = MAY_INCLUDE[room]
    for pattern, more in MAY_INCLUDE_TOO:
        if pattern.match(path):
            qt = qt | more
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not found:
            continue
        quote, header = found.groups()
        if quote == '"':
            top = header.split("/")[0]
            if header.startswith("../") or "/../" in header:
                report(number, f"include by the full path, not {header}")
            elif top in ROOMS + ("ui", "tests", "support") and top not in ours:
                report(number, f"{room} may not include {top}/")
            elif "/" not in header and not header.endswith(".moc") and room != "app":
                report(number, f"include by the full path, not {header}")
            continue
        name = header.split("/")[-1]
        module = header.split("/")[0] if header.startswith("Qt") and "/" in header else modules.get(name)
        if module and module not in qt | {"QtCore"}:
            report(number, f"{room} may not use {module} ({name})")
        if "keychain" in header and room != "app/credentials":
            report(number, f"{room} may not use QtKeychain")
        if header.startswith("phonenumbers/") and room != "app/domain":
            report(number, "libphonenumber is used in app/domain only")
        if room == "app/platform" and name.startswith(("QNetwork", "QTcp", "QSsl", "QUdp")):
            report(number, f"app/platform may not use {name}")


def check_file(root, path, modules):
    findings = []

    def report(number, what):
        findings.append(f"{path}:{number}: {what}")

    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        text = file.read()
    if path.endswith(TAGGED):
        head = "\n".join(text.splitlines()[:4])
        if "SPDX-License-Identifier: MIT" not in head:
            report(1, "no SPDX licence tag")
    if path.startswith("tests/lint/"):
        return findings  # holds the words themselves
    for number, line in enumerate(text.splitlines(), 1):
        if path.endswith(TAGGED) and LATER.search(line):
            report(number, "left for later")
    if not path.endswith(SOURCE):
        return findings
    lines = text.count("\n")
    most = LENGTHS.get(path, LENGTH)
    if lines > most:
        report(lines, f"{lines} lines, at most {most}")
    if path.endswith(".h") and "#pragma once" not in text:
        report(1, "no #pragma once")
    if os.path.basename(path) != os.path.basename(path).lower():
        report(1, "file names are lower case")
    check_includes(path, text, modules, report)
    code = without_comments(text)
    for word in WORDS:
        if word.applies(path):
            for match in word.pattern.finditer(code):
                report(code.count("\n", 0, match.start()) + 1, f"{' '.join(match.group(0).split())[:60]}: {word.why}")
    return findings


def all_files(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qt-headers", default="")
    parser.add_argument("root")
    arguments = parser.parse_args()
    modules = qt_modules(arguments.qt_headers)
    findings = []
    count = 0
    for path in all_files(arguments.root):
        if path.startswith(("app/", "ui/", "tests/", "packaging/", "resources/", ".ci/")) or "/" not in path:
            count += 1
            findings += check_file(arguments.root, path, modules)
    for finding in findings:
        print(finding)
    print(f"{count} files, {len(findings)} findings")
    return 1 if findings or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
