// SPDX-License-Identifier: MIT
#include "providers/twilio/twilioconnectionfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// Lists that are longer than usual, of one Twilio account behind a fake network in virtual time.
class TwilioPagesTest : public QObject, private TwilioConnectionFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void f45AListOfAnyLengthIsReadToItsEnd();
    void f45ALongListGoesOnWhereItBrokeOff();
    void aListThatBrokeOffEarlyOrForGoodBeginsAnew();
    void whatComesWhileALongListIsReadIsNotMissed();
};

namespace {

/// Page after page of a list of so many texts, newest first, as in the last seconds; a link names the id where the page begins, as Twilio's tokens do.
FakeAnswer longMessageList(const FakeRequest &request, int count)
{
    const QString token = request.parameter(u"PageToken"_s);
    const int size = request.parameter(u"PageSize"_s).toInt();
    const int from = token.isEmpty() ? count : token.toInt();
    QList<QByteArray> rows;
    MessageRow text;
    text.created = text.updated = "\"Mon, 23 Nov 2026 14:55:00 +0000\"";
    for (int id = from; id > from - size && id > 0; --id) {
        text.sid = sid("SM", id);
        rows.append(text.json());
    }
    const QByteArray link = "/more?PageSize=" + QByteArray::number(size) +
                            "&Page=" + QByteArray::number(request.parameter(u"Page"_s).toInt() + 1) +
                            "&PageToken=" + QByteArray::number(from - size);
    return FakeAnswer::json(page("messages", rows, from > size ? link : QByteArray()));
}

} // namespace

void TwilioPagesTest::init()
{
    begin();
    QVERIFY(m_connection);
}

void TwilioPagesTest::cleanup()
{
    end();
}

void TwilioPagesTest::f45AListOfAnyLengthIsReadToItsEnd()
{
    // The import after a restore reads everything since the backup; were it given up at some size, nothing would ever be sent again.
    m_network->setHandler([](const FakeRequest &request) { return longMessageList(request, 25050); });
    Result<MessageAnswer> result = tl::unexpected(Error());
    m_connection->messages().fetchMessages({m_since, {}}, [&](Result<MessageAnswer> answer) { result = std::move(answer); });
    m_time->advance(10min);
    QVERIFY(result);
    QCOMPARE(result->messages.size(), size_t(25050));
    QCOMPARE(m_network->requests.size(), 502); // 501 pages, and the first once more
}

void TwilioPagesTest::f45ALongListGoesOnWhereItBrokeOff()
{
    // Every 30th request is refused: whoever begins anew each time never sees the end of 100 pages.
    int asked = 0;
    bool calm = false;
    QStringList pages;
    m_network->setHandler([&](const FakeRequest &request) {
        if (!calm && ++asked % 30 == 0)
            return FakeAnswer::json(errorJson(20429, 429), 429);
        pages.append(request.parameter(u"Page"_s));
        return longMessageList(request, 5000);
    });
    int failures = 0;
    Result<MessageAnswer> answer = fetchMessages();
    for (; !answer && failures < 10; ++failures)
        answer = fetchMessages();
    QVERIFY(answer);
    QCOMPARE(failures, 3);
    QCOMPARE(answer->messages.size(), size_t(5000));
    QCOMPARE(pages.size(), 101); // each once, and the first at the end
    calm = true;                 // what is done is done: the next look is one of its own
    const auto next = fetchMessages();
    QVERIFY(next);
    QCOMPARE(next->messages.size(), size_t(5000));
    QCOMPARE(pages.size(), 202);
}

void TwilioPagesTest::aListThatBrokeOffEarlyOrForGoodBeginsAnew()
{
    int asked = 0;
    int failAt = 10;
    int status = 503;
    QStringList pages;
    m_network->setHandler([&](const FakeRequest &request) {
        if (++asked == failAt)
            return FakeAnswer::json(errorJson(20000 + status, status), status);
        pages.append(request.parameter(u"Page"_s));
        return longMessageList(request, 1500);
    });
    QVERIFY(!fetchMessages()); // a few pages are as well read again: they are younger
    failAt = 10 + 25;
    status = 404; // its links are no good any more
    QVERIFY(!fetchMessages());
    QVERIFY(fetchMessages());
    QCOMPARE(pages.count(QString()), 4); // the first page of each, and once more at the end
    QCOMPARE(pages.count(u"5"_s), 3);
}

void TwilioPagesTest::whatComesWhileALongListIsReadIsNotMissed()
{
    // 120 new texts while the second page is on its way: more than the first page holds at the end.
    int rows = 150;
    m_network->setHandler([&](const FakeRequest &request) {
        const FakeAnswer answer = longMessageList(request, rows);
        if (request.parameter(u"Page"_s) == u"1"_s)
            rows = 270;
        return answer;
    });
    const auto answer = fetchMessages();
    QVERIFY(answer);
    QCOMPARE(answer->messages.size(), size_t(270));
}

QTEST_GUILESS_MAIN(TwilioPagesTest)
#include "tst_twiliopages.moc"
