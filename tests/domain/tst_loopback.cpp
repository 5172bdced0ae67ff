// SPDX-License-Identifier: MIT
#include "domain/loopback.h"

#include <QTest>
#include <QUrl>

using namespace textback;
using namespace Qt::StringLiterals;

class TestLoopback : public QObject {
    Q_OBJECT

private slots:
    void urls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("loopback");
        QTest::newRow("127.0.0.1") << u"http://127.0.0.1:8080/x"_s << true;
        QTest::newRow("127.1.2.3") << u"http://127.1.2.3"_s << true;
        QTest::newRow("localhost") << u"https://LocalHost/"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]:99"_s << true;
        QTest::newRow("IPv6 in full") << u"http://[0:0:0:0:0:0:0:1]/"_s << true;
        QTest::newRow("a name that begins like it") << u"http://127.0.0.1.example.com"_s << false;
        QTest::newRow("a name that ends like it") << u"http://localhost.example.com"_s << false;
        QTest::newRow("user name in front") << u"http://127.0.0.1@example.com/"_s << false;
        QTest::newRow("all interfaces") << u"http://0.0.0.0/"_s << false;
        QTest::newRow("this network") << u"http://10.0.0.1/"_s << false;
        QTest::newRow("Twilio") << u"https://api.twilio.com"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void urls()
    {
        QFETCH(QString, url);
        QFETCH(bool, loopback);
        QCOMPARE(isLoopback(QUrl(url)), loopback);
    }
};

QTEST_GUILESS_MAIN(TestLoopback)
#include "tst_loopback.moc"
