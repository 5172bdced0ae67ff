// SPDX-License-Identifier: MIT
#include "providers/twilio/twiliofixtures.h"
#include "providers/twilio/twiliojson.h"
#include "support/virtualtime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// A great many broken answers: whatever is read of them is as it was sent.
class TwilioMutationsTest : public QObject {
    Q_OBJECT

private slots:
    void f25MutatedAnswersDoNoHarm();
};

void TwilioMutationsTest::f25MutatedAnswersDoNoHarm()
{
    // 100,000 answers, each with a few bytes changed, taken out, put in, or a piece moved. Whatever is read of them is either as it was sent or
    // left out: an id of other digits would be a call that never was.
    SeededRandom random(7);
    const QList<QByteArray> originals{
        page("calls", {CallRow().json(), CallRow().json()}, "/next"),
        page("messages", {MessageRow().json()}),
        page("incoming_phone_numbers", {numberJson(1, "+13132230100", "Main")}),
        accountJson(),
        MessageRow().json(),
        errorJson(21610, 400, "opted out"),
    };
    static constexpr char interesting[] = "\"{}[]:,0-9eE.\\nul\x00\xff tf";
    int read = 0;
    for (int i = 0; i < 100000; ++i) {
        QByteArray json = originals[i % originals.size()];
        for (quint32 change = random.below(4) + 1; change > 0; --change) {
            const auto at = static_cast<qsizetype>(random.below(static_cast<quint32>(json.size())));
            switch (random.below(4)) {
            case 0:
                json[at] = interesting[random.below(sizeof interesting - 1)];
                break;
            case 1:
                json.remove(at, 1);
                break;
            case 2:
                json.insert(at, json.mid(static_cast<qsizetype>(random.below(static_cast<quint32>(json.size()))),
                                         static_cast<qsizetype>(random.below(40))));
                break;
            default:
                json.insert(at, interesting[random.below(sizeof interesting - 1)]);
            }
        }
        const auto asSent = [&json](const QString &id) {
            return !id.isEmpty() &&
                   (id.contains(u'\\') || json.contains('"' + id.toUtf8() + '"') || json.contains('\\') || id.contains(QChar(0xfffd)));
        };
        // Each document by its own reader and by another's.
        const qsizetype kind = i % originals.size();
        if (kind == 0 || kind == 1) {
            for (const auto &row : parseTwilioCallPage(json).value_or(TwilioPage<TwilioCall>()).rows) {
                QVERIFY2(asSent(row.leg.providerCallId), json.constData());
                ++read;
            }
        }
        if (kind == 1 || kind == 2) {
            for (const auto &row : parseTwilioMessagePage(json).value_or(TwilioPage<TwilioMessage>()).rows)
                QVERIFY2(asSent(row.message.providerMessageId), json.constData());
        }
        if (kind == 2 || kind == 3) {
            for (const auto &row : parseTwilioNumberPage(json).value_or(TwilioPage<TwilioNumber>()).rows)
                QVERIFY(!row.phoneNumber.isEmpty());
        }
        if (kind >= 3) {
            if (const auto message = parseTwilioMessage(json))
                QVERIFY2(asSent(message->message.providerMessageId), json.constData());
        }
    }
    QVERIFY(read > 1000); // the most of it is read in spite of all
}

QTEST_GUILESS_MAIN(TwilioMutationsTest)
#include "tst_twiliomutations.moc"
