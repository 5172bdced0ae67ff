#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plants each mistake in a small tree and checks that lint.py finds it, and that the allowed twin of it is left alone."""
import os
import subprocess
import sys
import tempfile

TAG = "// SPDX-License-Identifier: MIT\n"
HERE = os.path.dirname(os.path.abspath(__file__))

# (file, content, part of the finding; None for "nothing to find")
CASES = [
    ("app/engine/a.cpp", TAG + '#include "storage/sqlstore.h"\n', "may not include storage/"),
    ("app/domain/a.cpp", TAG + '#include "engine/engine.h"\n', "may not include engine/"),
    ("app/engine/a.cpp", TAG + "#include <QNetworkReply>\n", "may not use QtNetwork"),
    ("app/engine/a.cpp", TAG + "#include <QtSql/QSqlQuery>\n", "may not use QtSql"),
    ("app/storage/a.cpp", TAG + "#include <QSqlQuery>\n", None),
    ("app/domain/a.cpp", TAG + "#include <QWidget>\n", "may not use QtWidgets"),
    ("app/platform/a.cpp", TAG + "#include <QLocalServer>\n", None),
    ("app/platform/a.cpp", TAG + "#include <QNetworkReply>\n", "may not use QNetworkReply"),
    ("ui/thread/a.cpp", TAG + '#include "providers/registry.h"\n', "may not include providers/"),
    ("ui/thread/a.cpp", TAG + "#include <QNetworkReply>\n", "may not use QtNetwork"),
    ("ui/compositionroot/enginehost.cpp", TAG + '#include "providers/registry.h"\n#include <QNetworkAccessManager>\n', None),
    ("ui/thread/a.cpp", TAG + '#include "../b.h"\n', "by the full path"),
    ("app/credentials/a.cpp", TAG + "#include <qt6keychain/keychain.h>\n", None),
    ("ui/settings/a.cpp", TAG + "#include <qt6keychain/keychain.h>\n", "QtKeychain"),
    ("app/engine/a.cpp", TAG + "auto t = QDateTime::currentDateTimeUtc();\n", "Clock"),
    ("app/platform/a.cpp", TAG + "auto t = QDateTime::currentDateTimeUtc();\n", None),
    ("ui/format/a.cpp", TAG + "QDateTime t(date, QTime(2, 30), zone);\n", "UTC to local"),
    ("ui/format/a.cpp", TAG + "auto t = QDateTime(date, QTime(2, 30)).toMSecsSinceEpoch();\n", "UTC to local"),
    ("ui/format/a.cpp", TAG + "auto t = local.toUTC();\n", "UTC to local"),
    ("app/domain/a.cpp", TAG + "QDateTime t(date, QTime(2, 30), QTimeZone::utc());\n", None),
    ("ui/format/a.cpp", TAG + "auto t = QDateTime::fromMSecsSinceEpoch(millis, zone).time();\n", None),
    ("app/engine/a.cpp", TAG + "// QTimer is not used here\n", None),
    ("app/engine/a.cpp", TAG + "QTimer::singleShot(0, f);\n", "Scheduler"),
    ("ui/thread/a.cpp", TAG + "QTimer m_timer;\n", None),
    ("app/engine/a.cpp", TAG + "int r = QRandomGenerator::global()->bounded(3);\n", "Random"),
    ("app/providers/a.cpp", TAG + "auto *m = new QNetworkAccessManager(this);\n", "passed in"),
    ("app/providers/a.cpp", TAG + "reply->ignoreSslErrors();\n", "TLS errors"),
    ("app/engine/a.h", TAG + "#pragma once\nstatic Engine &instance();\n", "singletons"),
    ("ui/thread/a.cpp", TAG + "auto *a = QCoreApplication::instance();\n", None),
    ("ui/thread/a.cpp", TAG + "QEventLoop loop;\n", "nested"),
    ("ui/thread/a.cpp", TAG + "auto *l = new QLabel(text);\n", "PlainLabel"),
    ("ui/widgets/plainlabel.cpp", TAG + "auto *l = new QLabel(text);\n", None),
    ("ui/thread/a.cpp", TAG + "button->setToolTip(name);\n", "setPlainToolTip"),
    ("ui/thread/a.cpp", TAG + 'button->setToolTip(tr("Send the text"));\n', None),
    ("ui/thread/a.cpp", TAG + "QMessageBox::warning(this, title, text);\n", "PlainMessageBox"),
    ("ui/thread/a.h", TAG + "#pragma once\nclass Nice : public QLabel {\n", "PlainLabel"),
    ("ui/thread/a.h", TAG + "#pragma once\nclass Nice final : public PlainLabel {\n", None),
    ("ui/thread/a.h", TAG + "#pragma once\nclass Ask : public QMessageBox {\n", "PlainMessageBox"),
    ("ui/thread/a.cpp", TAG + "QToolTip::showText(p, name, this);\n", "plainToolTip"),
    ("ui/thread/a.cpp", TAG + "QToolTip::showText(p, plainToolTip(name), this);\n", None),
    ("ui/thread/a.cpp", TAG + "button->setWhatsThis(name);\n", "help texts"),
    ("ui/thread/a.cpp", TAG + 'button->setWhatsThis(tr("Sends it"));\n', None),
    ("ui/thread/a.cpp", TAG + "action->setStatusTip(name);\n", "help texts"),
    ("ui/thread/a.cpp", TAG + "box->setDetailedText(answer);\n", "help texts"),
    ("ui/thread/a.cpp", TAG + "if (role == Qt::StatusTipRole)\n", "help texts"),
    ("ui/thread/a.cpp", TAG + "auto *b = new QTextBrowser(this);\n", "rich text"),
    ("ui/thread/a.cpp", TAG + "QErrorMessage box;\n", "rich text"),
    ("ui/thread/a.cpp", TAG + "QStaticText words(name);\n", "rich text"),
    ("ui/thread/a.cpp", TAG + "QTextDocument document;\n", "QPlainTextEdit"),
    ("ui/thread/a.cpp", TAG + "auto *edit = new QTextEdit(this);\n", "QPlainTextEdit"),
    ("ui/thread/a.cpp", TAG + "auto *edit = new QPlainTextEdit(this);\nedit->document()->size();\n", None),
    ("ui/thread/a.cpp", TAG + "m_text->setHtml(body);\n", "letter by letter"),
    ("ui/thread/a.cpp", TAG + "cursor.insertHtml(body);\n", "letter by letter"),
    ("ui/thread/a.cpp", TAG + "m_text->setMarkdown(body);\n", "letter by letter"),
    ("ui/thread/a.cpp", TAG + "label->setTextFormat(Qt::RichText);\n", "letter by letter"),
    ("ui/thread/a.cpp", TAG + "label->setTextFormat(format);\n", "letter by letter"),
    ("ui/thread/a.cpp", TAG + "label->setTextFormat(Qt::PlainText);\n", None),
    ("ui/thread/a.cpp", TAG + "label->setOpenExternalLinks(true);\n", "ask before"),
    ("ui/thread/a.cpp", TAG + "label->setTextInteractionFlags(Qt::LinksAccessibleByMouse);\n", "ask before"),
    ("ui/thread/a.cpp", TAG + "QDesktopServices::openUrl(url);\n", "openOutside"),
    ("ui/dialogs/outside.cpp", TAG + "return mayOpen(url) && QDesktopServices::openUrl(url);\n", None),
    ("ui/thread/a.cpp", TAG + "QProcess::startDetached(program);\n", "starts a program"),
    ("app/engine/a.cpp", TAG + "connect(&a, &A::changed, [this] { f(); });\n", "context"),
    ("app/engine/a.cpp", TAG + "connect(&a, &A::changed, this, [this] { f(); });\n", None),
    ("app/engine/a.cpp", TAG + "connect(a.get(), &A::changed, &b, [this] { f(); });\n", None),
    ("app/engine/a.cpp", TAG + "// TO" + "DO: later\n", "left for later"),
    ("app/engine/a.cpp", "int a;\n", "SPDX"),
    ("app/engine/CMakeLists.txt", "add_library(x)\n", "SPDX"),
    ("app/engine/a.cpp", TAG + "\n" * 600, "601 lines"),
    ("ui/mainwindow/mainwindow.cpp", TAG + "\n" * 400, "401 lines"),
    ("app/engine/a.h", TAG + "int a;\n", "#pragma once"),
    ("app/engine/Engine.cpp", TAG, "lower case"),
    ("app/engine/a.cpp", TAG + 'auto s = "QTimer currentDateTime(";\n', None),
]


def main():
    failed = 0
    for name, content, expected in CASES:
        with tempfile.TemporaryDirectory() as root:
            path = os.path.join(root, name)
            os.makedirs(os.path.dirname(path))
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
            run = subprocess.run([sys.executable, "-B", os.path.join(HERE, "lint.py"), "--qt-headers", sys.argv[1], root],
                                 capture_output=True, text=True, check=False)
            right = (run.returncode == 0) if expected is None else (run.returncode == 1 and expected in run.stdout)
            if not right:
                failed += 1
                print(f"FAIL {name}: {content.splitlines()[-1]!r}: expected {expected!r}, got {run.returncode}: {run.stdout}{run.stderr}")
    print(f"{len(CASES)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
