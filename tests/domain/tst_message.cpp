// SPDX-License-Identifier: MIT
#include "domain/message.h"
#include "domain/spellings.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::DeliveryStatus)

class TestMessage : public QObject {
    Q_OBJECT

private slots:
    void spellings()
    {
        test::compareSpellings<DeliveryStatus>({u"queued"_s, u"sending"_s, u"unknown"_s, u"sent"_s, u"delivered"_s, u"undelivered"_s,
                                                u"failed"_s, u"cancelled"_s, u"received"_s},
                                               deliveryStatusFromString);
        test::compareSpellings<MessageOrigin>({u"customer"_s, u"automatic"_s, u"person"_s, u"elsewhere"_s}, messageOriginFromString);
        test::compareSpellings<OutboxPurpose>({u"text-back"_s, u"second-call"_s, u"follow-up-1"_s, u"follow-up-2"_s, u"review"_s,
                                               u"holding"_s, u"keyword-answer"_s, u"staff-alert"_s, u"staff-answer"_s, u"manual"_s},
                                              outboxPurposeFromString);
        test::compareSpellings<OutboxState>(
            {u"queued"_s, u"held"_s, u"inflight"_s, u"unknown"_s, u"unconfirmed"_s, u"accepted"_s, u"failed"_s, u"skipped"_s},
            outboxStateFromString);
        test::compareSpellings<UnknownCause>({u"none"_s, u"connection-ended"_s, u"gave-up-waiting"_s}, unknownCauseFromString);
    }

    void mayBecome_data()
    {
        QTest::addColumn<DeliveryStatus>("current");
        QTest::addColumn<QStringList>("allowed");
        const QStringList all = {u"sent"_s, u"delivered"_s, u"undelivered"_s, u"failed"_s};
        QTest::newRow("queued") << DeliveryStatus::Queued << all;
        QTest::newRow("sending") << DeliveryStatus::Sending << all;
        QTest::newRow("unknown") << DeliveryStatus::Unknown << all;
        QTest::newRow("sent") << DeliveryStatus::Sent << QStringList{u"delivered"_s, u"undelivered"_s, u"failed"_s};
        QTest::newRow("delivered") << DeliveryStatus::Delivered << QStringList{u"undelivered"_s, u"failed"_s};
        QTest::newRow("undelivered") << DeliveryStatus::Undelivered << QStringList{};
        QTest::newRow("failed") << DeliveryStatus::Failed << QStringList{};
        QTest::newRow("cancelled") << DeliveryStatus::Cancelled << QStringList{};
        QTest::newRow("received") << DeliveryStatus::Received << QStringList{};
    }

    void mayBecome()
    {
        QFETCH(DeliveryStatus, current);
        QFETCH(QStringList, allowed);
        for (int next = 0; next <= static_cast<int>(DeliveryStatus::Received); ++next) {
            const auto status = static_cast<DeliveryStatus>(next);
            QVERIFY2(textback::mayBecome(current, status) == allowed.contains(toString(status)), qPrintable(toString(status)));
        }
    }

    /// The reports of one message give the same last status in whatever order they come.
    void reportsMayArriveInAnyOrder()
    {
        for (const DeliveryStatus last : {DeliveryStatus::Delivered, DeliveryStatus::Undelivered, DeliveryStatus::Failed}) {
            std::vector<DeliveryStatus> reports = {DeliveryStatus::Sent, DeliveryStatus::Delivered, DeliveryStatus::Sent, last};
            std::sort(reports.begin(), reports.end());
            do {
                DeliveryStatus status = DeliveryStatus::Sending;
                for (const DeliveryStatus report : reports) {
                    if (textback::mayBecome(status, report))
                        status = report;
                }
                QCOMPARE(toString(status), toString(last));
            } while (std::next_permutation(reports.begin(), reports.end()));
        }
    }

    void mayMove_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("allowed");
        QTest::newRow("queued") << u"queued"_s << QStringList{u"held"_s, u"inflight"_s, u"skipped"_s, u"failed"_s};
        QTest::newRow("held") << u"held"_s << QStringList{u"queued"_s, u"skipped"_s};
        QTest::newRow("inflight") << u"inflight"_s << QStringList{u"accepted"_s, u"failed"_s, u"unknown"_s, u"queued"_s, u"skipped"_s};
        QTest::newRow("unknown") << u"unknown"_s << QStringList{u"accepted"_s, u"unconfirmed"_s, u"queued"_s};
        QTest::newRow("unconfirmed") << u"unconfirmed"_s << QStringList{u"accepted"_s};
        QTest::newRow("accepted") << u"accepted"_s << QStringList{};
        QTest::newRow("failed") << u"failed"_s << QStringList{};
        QTest::newRow("skipped") << u"skipped"_s << QStringList{};
    }

    void mayMove()
    {
        QFETCH(QString, from);
        QFETCH(QStringList, allowed);
        for (int to = 0; to <= static_cast<int>(OutboxState::Skipped); ++to) {
            const auto state = static_cast<OutboxState>(to);
            QVERIFY2(textback::mayMove(*outboxStateFromString(from), state) == allowed.contains(toString(state)),
                     qPrintable(toString(state)));
        }
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
