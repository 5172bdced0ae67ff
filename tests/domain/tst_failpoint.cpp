// SPDX-License-Identifier: MIT
#include "domain/failpoint.h"

#include <QTest>

using namespace textback;

using Action = FailpointOrder::Action;

/// The orders that a test gives to a program under test. What they do to a running one is seen in tests/process.
class TestFailpoint : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void nothingIsOrderedHere();
};

void TestFailpoint::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FailpointOrder>("order");
    const auto row = [](const char *text, const FailpointOrder &order) { QTest::newRow(text) << QByteArray(text) << order; };
    row("before_post=kill", {"before_post", 1, Action::Kill, Millis(0)});
    row("before_commit:17=kill", {"before_commit", 17, Action::Kill, Millis(0)});
    row("after_commit=sleep:250", {"after_commit", 1, Action::Sleep, Millis(250)});
    row("before_commit:2=full", {"before_commit", 2, Action::Full, Millis(0)});
}

void TestFailpoint::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(FailpointOrder, order);
    QVERIFY(FailpointOrder::parse(text) == order);
}

void TestFailpoint::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "before_post", "=kill", ":1=kill", "before_post:0=kill", "before_post:x=kill", "before_post:1:2=kill",
                             "before_post=", "before_post=explode", "before_post=sleep", "before_post=sleep:-1", "before_post=sleep:x",
                             "before_post=kill:1", "a=kill=kill"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void TestFailpoint::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!FailpointOrder::parse(text));
}

void TestFailpoint::nothingIsOrderedHere()
{
    QVERIFY(!TEXTBACK_FAILPOINT("nowhere"));
}

QTEST_GUILESS_MAIN(TestFailpoint)
#include "tst_failpoint.moc"
