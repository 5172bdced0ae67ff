// SPDX-License-Identifier: MIT
#include "domain/phonenumber.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::NumberKind)
Q_DECLARE_METATYPE(textback::CallerKind)

class TestPhoneNumber : public QObject {
    Q_OBJECT

private slots:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("e164"); // empty: no number
        const QString us = u"US"_s;
        const QString one = u"+13132230100"_s;

        QTest::newRow("E.164") << u"+13132230100"_s << us << one;
        QTest::newRow("national") << u"(313) 223-0100"_s << us << one;
        QTest::newRow("dots") << u"313.223.0100"_s << us << one;
        QTest::newRow("digits") << u"3132230100"_s << us << one;
        QTest::newRow("leading 1") << u"1-313-223-0100"_s << us << one;
        QTest::newRow("spaces around") << u"  +1 313 223 0100\n"_s << us << one;
        QTest::newRow("tel URI") << u"tel:+1-313-223-0100"_s << us << one;
        QTest::newRow("extension") << u"+1 313 223 0100;ext=5"_s << us << one;
        QTest::newRow("full width plus") << u"＋1 313 223 0100"_s << us << one;
        QTest::newRow("full width digits") << u"３１３２２３０１００"_s << us << one;
        QTest::newRow("vanity") << u"1-800-FLOWERS"_s << us << u"+18003569377"_s;
        QTest::newRow("fictional") << u"+13135550142"_s << us << u"+13135550142"_s;
        QTest::newRow("United Kingdom") << u"+44 20 7946 0018"_s << us << u"+442079460018"_s;
        QTest::newRow("national in GB") << u"020 7946 0018"_s << u"GB"_s << u"+442079460018"_s;
        QTest::newRow("Mexico, old mobile prefix") << u"16674171961"_s << u"MX"_s << u"+526674171961"_s;
        QTest::newRow("Germany") << u"030 23125000"_s << u"DE"_s << u"+493023125000"_s;
        QTest::newRow("international free phone") << u"+80012345678"_s << us << u"+80012345678"_s;

        QTest::newRow("empty") << QString() << us << QString();
        QTest::newRow("word") << u"abc"_s << us << QString();
        QTest::newRow("area code 555") << u"+15558675310"_s << us << QString();
        QTest::newRow("local only") << u"555-1234"_s << us << QString();
        QTest::newRow("seven digits") << u"2015550"_s << us << QString();
        QTest::newRow("123-456-7890") << u"123-456-7890"_s << us << QString();
        QTest::newRow("nine digits") << u"+1313223010"_s << us << QString();
        QTest::newRow("eleven digits") << u"+131322301001"_s << us << QString();
        QTest::newRow("no such country") << u"+99912345678"_s << us << QString();
        QTest::newRow("national without region") << u"3132230100"_s << QString() << QString();
        QTest::newRow("international without region") << u"+13132230100"_s << QString() << one;
        QTest::newRow("short code") << u"32665"_s << us << QString();
        QTest::newRow("short code with country code") << u"+132665"_s << us << QString();
        QTest::newRow("911") << u"911"_s << us << QString();
        QTest::newRow("1234") << u"1234"_s << us << QString();
        QTest::newRow("sip") << u"sip:+13132230100@pbx.example.com"_s << us << QString();
        QTest::newRow("sip without scheme") << u"+13132230100@pbx.example.com"_s << us << QString();
        QTest::newRow("client") << u"client:3132230100"_s << us << QString();
        QTest::newRow("sentence") << u"call 313-223-0100 after six please"_s << us << QString();
        QTest::newRow("ANONYMOUS on the keys") << u"+266696687"_s << us << QString();
        // Valid in the German plan, and two digits longer than a number may be (E.164): it could not be read back from the database.
        QTest::newRow("longer than E.164 allows") << u"030 125456255514971"_s << u"DE"_s << QString();
        QTest::newRow("very long") << QString(500, u'3') << us << QString();
    }

    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QFETCH(QString, e164);
        const std::optional<PhoneNumber> number = PhoneNumber::parse(text, region);
        QCOMPARE(number.has_value(), !e164.isEmpty());
        if (number) {
            QCOMPARE(number->e164(), e164);
            QVERIFY(!number->isNull());
            QCOMPARE(*PhoneNumber::fromStored(e164), *number);
        }
    }

    void fromStored_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("taken");
        QTest::newRow("usual") << u"+13132230100"_s << true;
        QTest::newRow("not valid today, but stored once") << u"+15558675310"_s << true;
        QTest::newRow("7 digits") << u"+1234567"_s << true;
        QTest::newRow("15 digits") << u"+123456789012345"_s << true;
        QTest::newRow("6 digits") << u"+123456"_s << false;
        QTest::newRow("16 digits") << u"+1234567890123456"_s << false;
        QTest::newRow("no plus") << u"13132230100"_s << false;
        QTest::newRow("a letter") << u"+1313223010a"_s << false;
        QTest::newRow("full width digit") << u"+1313223010０"_s << false;
        QTest::newRow("withheld") << u"withheld"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void fromStored()
    {
        QFETCH(QString, text);
        QFETCH(bool, taken);
        const std::optional<PhoneNumber> number = PhoneNumber::fromStored(text);
        QCOMPARE(number.has_value(), taken);
        if (number)
            QCOMPARE(number->e164(), text);
    }

    void display()
    {
        const PhoneNumber detroit = *PhoneNumber::fromStored(u"+13132230100"_s);
        QCOMPARE(detroit.display(), u"(313) 223-0100"_s);
        QCOMPARE(detroit.display(u"CA"_s), u"(313) 223-0100"_s);
        QCOMPARE(detroit.display(u"GB"_s), u"+1 313-223-0100"_s);
        const PhoneNumber london = *PhoneNumber::fromStored(u"+442079460018"_s);
        QCOMPARE(london.display(), u"+44 20 7946 0018"_s);
        QCOMPARE(london.display(u"GB"_s), u"020 7946 0018"_s);
        QCOMPARE(detroit.lastFour(), u"0100"_s);
        QCOMPARE(PhoneNumber().display(), QString());
        QVERIFY(PhoneNumber().isNull());
    }

    void kind_data()
    {
        QTest::addColumn<QString>("e164");
        QTest::addColumn<NumberKind>("kind");
        QTest::addColumn<QString>("region");
        QTest::addColumn<int>("countryCode");
        QTest::addColumn<bool>("domesticInUs");
        QTest::newRow("Detroit") << u"+13132230100"_s << NumberKind::Ordinary << u"US"_s << 1 << true;
        QTest::newRow("Toronto") << u"+14162230100"_s << NumberKind::Ordinary << u"CA"_s << 1 << true;
        QTest::newRow("Puerto Rico") << u"+17872230100"_s << NumberKind::Ordinary << u"PR"_s << 1 << false;
        QTest::newRow("Jamaica") << u"+18769230100"_s << NumberKind::Ordinary << u"JM"_s << 1 << false;
        QTest::newRow("800") << u"+18003569377"_s << NumberKind::TollFree << u"US"_s << 1 << true;
        QTest::newRow("833") << u"+18332230100"_s << NumberKind::TollFree << u"US"_s << 1 << true;
        QTest::newRow("888") << u"+18882230100"_s << NumberKind::TollFree << u"US"_s << 1 << true;
        QTest::newRow("900") << u"+19002230100"_s << NumberKind::Premium << u"US"_s << 1 << true;
        QTest::newRow("976") << u"+13139761234"_s << NumberKind::Premium << u"US"_s << 1 << true;
        QTest::newRow("500") << u"+15002345678"_s << NumberKind::Personal << u"US"_s << 1 << true;
        QTest::newRow("London") << u"+442079460018"_s << NumberKind::Ordinary << u"GB"_s << 44 << false;
        QTest::newRow("Guernsey mobile") << u"+447911123456"_s << NumberKind::Ordinary << u"GG"_s << 44 << false;
        QTest::newRow("international free phone") << u"+80012345678"_s << NumberKind::TollFree << QString() << 800 << false;
    }

    void kind()
    {
        QFETCH(QString, e164);
        QFETCH(NumberKind, kind);
        QFETCH(QString, region);
        QFETCH(int, countryCode);
        QFETCH(bool, domesticInUs);
        const PhoneNumber number = *PhoneNumber::fromStored(e164);
        QCOMPARE(static_cast<int>(number.kind()), static_cast<int>(kind));
        QCOMPARE(number.region(), region);
        QCOMPARE(number.countryCode(), countryCode);
        QCOMPARE(number.isDomestic(u"US"_s), domesticInUs);
    }

    void domesticElsewhere()
    {
        const auto number = [](const QString &text) { return *PhoneNumber::fromStored(text); };
        QVERIFY(number(u"+447911123456"_s).isDomestic(u"GB"_s)); // region GG, country code alike
        QVERIFY(!number(u"+13132230100"_s).isDomestic(u"GB"_s));
        QVERIFY(number(u"+17872230100"_s).isDomestic(u"PR"_s));
        QVERIFY(number(u"+13132230100"_s).isDomestic(u"PR"_s));
        QVERIFY(number(u"+13132230100"_s).isDomestic(u"CA"_s));
        QVERIFY(!PhoneNumber().isDomestic(u"US"_s));
    }

    void fictional()
    {
        const auto fictional = [](const QString &text) { return PhoneNumber::fromStored(text)->isFictional(); };
        QVERIFY(fictional(u"+13135550100"_s));
        QVERIFY(fictional(u"+13135550199"_s));
        QVERIFY(!fictional(u"+13135550200"_s));
        QVERIFY(!fictional(u"+13135551212"_s));
        QVERIFY(!fictional(u"+13132230100"_s));
        QVERIFY(!fictional(u"+443135550100"_s));
        QVERIFY(!PhoneNumber().isFictional());
    }

    void caller_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CallerKind>("kind");
        QTest::addColumn<QString>("address");
        const QString withheld = u"withheld"_s;

        QTest::newRow("E.164") << u"+13132230100"_s << CallerKind::Number << u"+13132230100"_s;
        QTest::newRow("national") << u"(313) 223-0100"_s << CallerKind::Number << u"+13132230100"_s;
        QTest::newRow("fictional") << u"+13135550142"_s << CallerKind::Number << u"+13135550142"_s;
        QTest::newRow("toll-free") << u"+18005551212"_s << CallerKind::Number << u"+18005551212"_s;
        QTest::newRow("foreign") << u"+442079460018"_s << CallerKind::Number << u"+442079460018"_s;

        QTest::newRow("empty") << QString() << CallerKind::Withheld << withheld;
        QTest::newRow("space") << u" \t"_s << CallerKind::Withheld << withheld;
        QTest::newRow("anonymous") << u"anonymous"_s << CallerKind::Withheld << withheld;
        QTest::newRow("Anonymous") << u" Anonymous "_s << CallerKind::Withheld << withheld;
        QTest::newRow("unknown") << u"unknown"_s << CallerKind::Withheld << withheld;
        QTest::newRow("restricted") << u"RESTRICTED"_s << CallerKind::Withheld << withheld;
        QTest::newRow("unavailable") << u"unavailable"_s << CallerKind::Withheld << withheld;
        QTest::newRow("private") << u"private"_s << CallerKind::Withheld << withheld;
        QTest::newRow("blocked") << u"blocked"_s << CallerKind::Withheld << withheld;
        QTest::newRow("+266696687 is ANONYMOUS") << u"+266696687"_s << CallerKind::Withheld << withheld;
        QTest::newRow("+86282452253 is UNAVAILABLE") << u"+86282452253"_s << CallerKind::Withheld << withheld;
        QTest::newRow("+7378742833 is RESTRICTED") << u"+7378742833"_s << CallerKind::Withheld << withheld;
        QTest::newRow("+8656696 is UNKNOWN") << u"+8656696"_s << CallerKind::Withheld << withheld;
        QTest::newRow("+2562533 is BLOCKED") << u"+2562533"_s << CallerKind::Withheld << withheld;
        QTest::newRow("266696687 without plus") << u"266696687"_s << CallerKind::Withheld << withheld;
        QTest::newRow("sip anonymous") << u"sip:anonymous@anonymous.invalid"_s << CallerKind::Withheld << withheld;
        QTest::newRow("sip stand-in") << u"sip:+266696687@sip.example.com"_s << CallerKind::Withheld << withheld;

        QTest::newRow("5-digit code") << u"32665"_s << CallerKind::ShortCode << u"32665"_s;
        QTest::newRow("6-digit code") << u"732873"_s << CallerKind::ShortCode << u"732873"_s;
        QTest::newRow("code with country code") << u"+132665"_s << CallerKind::ShortCode << u"32665"_s;
        QTest::newRow("911") << u"911"_s << CallerKind::ShortCode << u"911"_s;
        QTest::newRow("112") << u"112"_s << CallerKind::ShortCode << u"112"_s;
        QTest::newRow("411") << u"411"_s << CallerKind::ShortCode << u"411"_s;
        QTest::newRow("1234") << u"1234"_s << CallerKind::ShortCode << u"1234"_s;

        QTest::newRow("client") << u"client:maria"_s << CallerKind::NotANumber << u"client:maria"_s;
        QTest::newRow("client with digits") << u"client:3132230100"_s << CallerKind::NotANumber << u"client:3132230100"_s;
        QTest::newRow("sip") << u"sip:desk@pbx.example.com"_s << CallerKind::NotANumber << u"sip:desk@pbx.example.com"_s;
        QTest::newRow("sip with number") << u"sip:+13132230100@pbx.example.com"_s << CallerKind::NotANumber
                                         << u"sip:+13132230100@pbx.example.com"_s;
        QTest::newRow("area code 555") << u"+15558675310"_s << CallerKind::NotANumber << u"+15558675310"_s;
        QTest::newRow("7 digits") << u"5551234"_s << CallerKind::NotANumber << u"5551234"_s;
        QTest::newRow("9 digits") << u"+1313223010"_s << CallerKind::NotANumber << u"+1313223010"_s;
        QTest::newRow("2 digits") << u"10"_s << CallerKind::NotANumber << u"10"_s;
        QTest::newRow("a name") << u"MARIA GARCIA"_s << CallerKind::NotANumber << u"MARIA GARCIA"_s;
    }

    void caller()
    {
        QFETCH(QString, text);
        QFETCH(CallerKind, kind);
        QFETCH(QString, address);
        const CallerIdentity identity = identifyCaller(text);
        QCOMPARE(static_cast<int>(identity.kind), static_cast<int>(kind));
        QCOMPARE(identity.address, address);
        QCOMPARE(!identity.number.isNull(), kind == CallerKind::Number);
    }

    void callerInAnotherCountry()
    {
        QCOMPARE(identifyCaller(u"020 7946 0018"_s, u"GB"_s).address, u"+442079460018"_s);
        QCOMPARE(static_cast<int>(identifyCaller(u"60789"_s, u"GB"_s).kind), static_cast<int>(CallerKind::ShortCode));
        // Five and six digits are ordinary numbers in some places.
        QCOMPARE(static_cast<int>(identifyCaller(u"030230"_s, u"DE"_s).kind), static_cast<int>(CallerKind::Number));
    }
};

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
