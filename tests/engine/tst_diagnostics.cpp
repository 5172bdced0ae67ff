// SPDX-License-Identifier: MIT
#include "engine/diagnostics.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestDiagnostics : public QObject {
    Q_OBJECT

private slots:
    void f49NothingPersonalStandsInIt();
    void tellsWhatHelps();
    void aDatabaseThatCannotBeRead();

private:
    static DiagnosticsFacts facts()
    {
        DiagnosticsFacts facts;
        facts.version = u"1.2.3"_s;
        facts.system = u"Debian"_s;
        facts.qt = u"6.4.2"_s;
        facts.time = fromUnixMillis(1795446000000);
        Settings settings;
        settings.business.name = u"Motor City Towing"_s;
        settings.business.bookingLink = u"https://motorcity.example/book"_s;
        settings.business.reviewLink = u"https://motorcity.example/review"_s;
        settings.business.website = u"https://motorcity.example"_s;
        settings.business.privacyLink = u"https://motorcity.example/privacy"_s;
        settings.business.termsLink = u"https://motorcity.example/terms"_s;
        settings.account.provider = u"twilio"_s;
        settings.account.fields.insert(u"accountSid"_s, u"AC0123456789abcdef0123456789abcdef"_s);
        settings.account.fields.insert(u"authToken"_s, u"canary-token-7731"_s); // is never there; and if it were
        settings.rules.cooldownHours = 48;
        for (const QString &name : RuleSettings::templateNames())
            settings.rules.templates.insert(name, u"Motor City here"_s);
        Line line;
        line.number = *PhoneNumber::parse(u"+13132230100"_s);
        line.label = u"Front desk of Maria"_s;
        line.city = u"Detroit"_s;
        settings.lines = {line};
        facts.settings = settings;
        ConnectionState state;
        state.kind = ConnectionState::Kind::Untrusted;
        state.error = Error{ErrorKind::Network,
                            u"api.twilio.com: tls-refused for AC0123456789abcdef0123456789abcdef, (313) 223-0142"_s,
                            {},
                            0,
                            tlsRefusedCode};
        state.lastSuccess = facts.time;
        facts.connection = state;
        Notice notice;
        notice.kind = Notice::Kind::Viewer;
        notice.text = u"Front desk PC"_s;
        facts.notices = {notice};
        TrapFinding trap;
        trap.kind = TrapKind::CarrierVoicemail;
        trap.line = line.number;
        trap.calls = 7;
        trap.of = 9;
        facts.traps = {trap};
        facts.schema = 1;
        facts.rows = {{u"calls"_s, 1234567}, {u"messages"_s, 3}};
        facts.log = {u"2026-11-23T15:00:00.000Z info textback.http: GET …"_s};
        return facts;
    }
};

void TestDiagnostics::f49NothingPersonalStandsInIt()
{
    const QString text = diagnosticsText(facts());
    for (const char *personal :
         {"Motor City", "motorcity", "canary", "AC0123456789", "3132230100", "223-0142", "Front desk", "Maria", "Detroit"})
        QVERIFY2(!text.contains(QLatin1StringView(personal)), qPrintable(text));
    QVERIFY2(text.contains(u"…0100"_s) && text.contains(u"AC…cdef"_s) && text.contains(u"…0142"_s), qPrintable(text));
}

void TestDiagnostics::tellsWhatHelps()
{
    const QString text = diagnosticsText(facts());
    for (const QString &part :
         {u"version: 1.2.3"_s, u"system: Debian"_s, u"Qt: 6.4.2"_s, u"2026-11-23T15:00:00Z"_s, u"connection: untrusted"_s, u"network tls"_s,
          u"notice: viewer"_s, u"\"cooldownHours\": 48"_s, u"\"name\": \"(set)\""_s, u"\"provider\": \"twilio\""_s, u"schema: 1"_s,
          u"set-up: carrier-voicemail, 7 of 9 calls"_s, u"calls: 1234567 rows"_s, u"messages: 3 rows"_s, u"info textback.http: GET …"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n"_s + text));
}

void TestDiagnostics::aDatabaseThatCannotBeRead()
{
    DiagnosticsFacts facts;
    facts.databaseTrouble = u"corrupt of +13132230100"_s;
    const QString text = diagnosticsText(facts);
    QVERIFY2(text.contains(u"cannot be read: corrupt of …0100"_s), qPrintable(text));
    QVERIFY(text.contains(u"connection: not at work"_s));
    QVERIFY(text.contains(u"(none)"_s));
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
