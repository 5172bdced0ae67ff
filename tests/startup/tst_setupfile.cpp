// SPDX-License-Identifier: MIT
#include "ui/startup/setupfile.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestSetupFile : public QObject {
    Q_OBJECT

private slots:
    /// Which option, which file, which key: one line each.
    void warningsNameOptionFileAndKey()
    {
        Settings settings;
        settings.business.name = u"Motor City Towing"_s;
        QCOMPARE(warningLines(u"--setup"_s, u"a.json"_s, settings), QStringList());
        settings.rules.templates.insert(u"open"_s, u"{biz}: back in 5 minutes, 10% off"_s);
        const QStringList lines = warningLines(u"--setup"_s, u"a.json"_s, settings);
        QCOMPARE(lines.size(), 2);
        for (const QString &line : lines)
            QVERIFY2(line.startsWith(u"--setup: a.json: warning: rules.templates.open: "_s) && !line.contains(u'\n'), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestSetupFile)
#include "tst_setupfile.moc"
