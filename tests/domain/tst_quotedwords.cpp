// SPDX-License-Identifier: MIT
#include "domain/consent/consentreading.h"
#include "domain/quotedwords.h"
#include "domain/urgency.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// A first text as it leaves: with STOP and with 911.
const QString ours =
    u"Motor City Towing: sorry we missed you. Need a tow? Text location + vehicle and we'll reply with an ETA. In danger? Call 911. "
    "Reply STOP to opt out"_s;

} // namespace

/// Our own words that come back are nobody's: a tap on our text is no STOP, and no emergency (rules.md C4).
class TestQuotedWords : public QObject {
    Q_OBJECT

private slots:
    void c04OurOwnWordsComeBack_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("own");
        const auto row = [](const char *what, const QString &body, const QString &own) { QTest::newRow(what) << body << own; };
        row("liked", u"Liked \u201c"_s + ours + u'\u201d', QString());
        row("loved", u"Loved \""_s + ours + u'"', QString());
        row("taken back", u"Removed a like from \u201c"_s + ours + u'\u201d', QString());
        row("shortened", u"Emphasized \u201cMotor City Towing: sorry we missed you. Reply STOP\u2026\u201d"_s, QString());
        row("Spanish", u"Le gust\u00f3 \u201c"_s + ours + u'\u201d', QString());
        row("a sign", u"\U0001F44D to \u201c"_s + ours + u'\u201d', QString());
        row("a sign with a reaction", u"Reacted \u2764\ufe0f to \u201c"_s + ours + u'\u201d', QString());
        row("the hint alone", u"Got your text \"Reply STOP to opt out\" lol. Im at 5 Main St need tow"_s,
            u"Got your text \" \" lol. Im at 5 Main St need tow"_s);
        row("the hint in Spanish", u"Responda STOP para salir? estoy en 5 Main St"_s, u"? estoy en 5 Main St"_s);
        row("lines", u"> Motor City Towing: sorry\n> Reply STOP\nIm at 5 Main St"_s, u"Im at 5 Main St"_s);
    }

    void c04OurOwnWordsComeBack()
    {
        QFETCH(QString, body);
        QFETCH(QString, own);
        QCOMPARE(withoutQuotes(body).trimmed(), own);
        const ConsentReading reading = readConsent(body);
        QVERIFY2(reading.word == ConsentWord::None && !reading.doubt, qPrintable(reading.because));
        QVERIFY(!readUrgency(body));
    }

    void c03StillAnOptOut_data()
    {
        QTest::addColumn<QString>("body");
        for (const char16_t *body : {u"STOP", u"\"STOP\"", u"what part of \"stop texting me\" don't you understand", u">:( stop texting me",
                                     u">:( stop texting me\nI mean it", u">STOP",
                                     u"take me off your list. Motor City Towing: sorry we missed you. Reply STOP to opt out",
                                     u"> stop texting me", u"Liked \u201cMotor City Towing: sorry\u201d now stop texting me",
                                     u"\u201cstop texting me please\u201d", u"> hi\nstop texting me", u"Reply STOP to opt out\nSTOP",
                                     u"I liked \"the price\" but stop texting me", u"Loved it. Now stop texting me"})
            QTest::addRow("%s", qPrintable(QString::fromUtf16(body))) << QString::fromUtf16(body);
    }

    void c03StillAnOptOut()
    {
        QFETCH(QString, body);
        QVERIFY(readConsent(body).word == ConsentWord::OptOut);
    }

    /// Somebody who repeats all of our text is no opt-out.
    void c04EchoOfOurText()
    {
        QVERIFY(readConsent(ours).word == ConsentWord::None);
        QVERIFY(readConsent(ours + u"\nIm at 5 Main St"_s).word == ConsentWord::None);
    }

    void urgentWordsStay()
    {
        QVERIFY(readUrgency(u"I smell gas. "_s + ours));
        QVERIFY(readUrgency(u"Loved \u201c"_s + ours + u"\u201d but I smell gas"_s));
    }

    void reactionsAlone()
    {
        QVERIFY(!isReaction(u"Liked your work"_s));
        QVERIFY(!isReaction(u"my wife Loved \u201cit\u201d"_s));
        QVERIFY(!isReaction(QString()));
    }

    void endless()
    {
        QCOMPARE(withoutQuotes(u"\""_s.repeated(100000)).size(), 100000);
        QVERIFY(readConsent(u"stop texting me "_s + u"\"x\" "_s.repeated(50000)).word == ConsentWord::OptOut);
    }
};

QTEST_GUILESS_MAIN(TestQuotedWords)
#include "tst_quotedwords.moc"
