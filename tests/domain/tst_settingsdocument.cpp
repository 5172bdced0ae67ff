// SPDX-License-Identifier: MIT
#include "domain/settingsexample.h"
#include "support/virtualtime.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

class TestSettingsDocument : public QObject {
    Q_OBJECT

private slots:
    /// The whole form of design.md 9, without what comes later.
    void everyKey()
    {
        const QByteArray json =
            "{"
            "  'business': {'name': 'Motor City Towing', 'timeZone': 'America/Detroit', 'country': 'US', 'trade': 'towing',"
            "               'bookingLink': 'https://book.example.com/a', 'reviewLink': 'https://review.example.com/b',"
            "               'website': 'https://example.com', 'privacyLink': 'https://example.com/p', 'termsLink': "
            "'https://example.com/t'},"
            "  'account':  {'provider': 'twilio', 'apiBaseUrl': 'https://api.twilio.com', 'accountSid': '" +
            sid.toUtf8() + "', 'apiKeySid': '" + keySid.toUtf8() +
            "', 'pollSeconds': 5, 'lookUpLineType': true},"
            "  'lines':    [{'number': '+13132230100', 'label': 'Main', 'city': 'Detroit', 'overflow': false, 'minRings': 3, 'textFrom': "
            "'+13132230101', 'voicemailAfterSeconds': 24},"
            "               {'number': '(313) 223-0102', 'overflow': true, 'trade': 'hvac', 'templates': {'closed': '{biz}: back "
            "{open}'}}],"
            "  'rules':    {'mode': 'watch', 'maxAgeMinutes': 9, 'cooldownHours': 12, 'sendDelaySeconds': 0,"
            "               'humanSilenceMinutes': 45, 'replyHours': 'not-at-night', 'storm': true, 'textKnownContacts': false, "
            "'textVips': false, 'textForeign': true,"
            "               'robotCallsAreMissed': true, 'shortestTalkSeconds': 8, 'pausedUntil': '2026-11-23T10:00:00-05:00', "
            "'settledTraps': ['rings-too-long:+13132230100'],"
            "               'holdOutPercent': 10, 'language': 'both', 'templates': {'open': '{biz}: book {link}',"
            "               'follow-up-1': '{biz}: {name|there}, still need us?'}},"
            "  'hours':    {'mon': [['08:00', '12:00'], ['13:00', '18:00']], 'fri': [['22:00', '06:00']], 'sat': [],"
            "               'holidays': [{'date': '2026-12-25', 'name': 'Christmas'}, {'date': '07-04'}], 'usFederalHolidays': true},"
            "  'people':   {'staff': [{'name': 'Ana', 'number': '(313) 223-0110'}], 'blocked': ['(313) 223-0111'],"
            "               'neverText': ['+13132230112', '+13132230113'], 'vip': ['+13132230114']},"
            "  'followUps': {'count': 2, 'firstAfterMinutes': 30, 'secondAfterHours': 48}, 'reviews': {'ask': true, 'afterHours': 4},"
            "  'waitingCustomers': {'minutes': 15, 'holdingText': true, 'climbMinutes': 10},"
            "  'limits':   {'monthlyTexts': 500, 'stopWhenUsedUp': true, 'textsPerDay': 50, 'pricePerSegment': 0.0079,"
            "               'costPerDay': 2.5, 'carrier': 'sole-proprietor'},"
            "  'thisPc':   {'role': 'viewer', 'name': 'Front desk'},"
            "  'inbox':    {'enter': 'new-line', 'replies': [{'name': 'eta', 'text': 'Be there at'}],"
            "               'tags': [{'name': 'Fleet', 'color': 'green'}]},"
            "  'notifications': {'show': 'when-needed', 'privacy': 'name', 'repeatMinutes': 5},"
            "  'window':   {'colors': 'dark', 'textPercent': 120, 'closeToTray': false}}";
        const tl::expected<Settings, SettingsProblem> result = applySettingsDocument(quoted(json), Settings(), providers);
        QCOMPARE(problemOf(result), u"fine"_s);
        Settings expected;
        expected.business = {u"Motor City Towing"_s,
                             u"America/Detroit"_s,
                             u"US"_s,
                             u"towing"_s,
                             u"https://book.example.com/a"_s,
                             u"https://review.example.com/b"_s,
                             u"https://example.com"_s,
                             u"https://example.com/p"_s,
                             u"https://example.com/t"_s};
        expected.account = {u"twilio"_s, u"https://api.twilio.com"_s, {{u"accountSid"_s, sid}, {u"apiKeySid"_s, keySid}}, 5, true};
        const auto number = [](const QString &text) { return *PhoneNumber::fromStored(text); };
        expected.lines = {Line{number(u"+13132230100"_s), u"Main"_s, u"Detroit"_s, false, 3, number(u"+13132230101"_s), 24},
                          Line{number(u"+13132230102"_s), {}, {}, true, 2, {}}};
        expected.rules.mode = Mode::Watch;
        expected.rules.maxAgeMinutes = 9;
        expected.rules.cooldownHours = 12;
        expected.rules.sendDelaySeconds = 0;
        expected.rules.humanSilenceMinutes = 45;
        expected.rules.storm = true;
        expected.rules.textKnownContacts = false;
        expected.rules.textVips = false;
        expected.rules.textForeign = true;
        expected.rules.holdOutPercent = 10;
        expected.rules.robotCallsAreMissed = true;
        expected.rules.shortestTalkSeconds = 8;
        expected.rules.settledTraps = {u"rings-too-long:+13132230100"_s};
        expected.rules.templates = {{u"open"_s, u"{biz}: book {link}"_s}};
        expected.rules.replyHours = ReplyHoursChoice::NotAtNight;
        expected.hours.weekly = WeeklyHours();
        expected.hours.weekly->at(0) = {{480, 720}, {780, 1080}};
        expected.hours.weekly->at(4) = {{1320, 1800}};
        expected.hours.holidays = {Holiday{u"Christmas"_s, 2026, 12, 25}, Holiday{{}, 0, 7, 4}};
        expected.hours.usFederalHolidays = true;
        expected.people.staff = {{u"Ana"_s, number(u"+13132230110"_s)}};
        expected.people.blocked = {number(u"+13132230111"_s)};
        expected.people.neverText = {number(u"+13132230112"_s), number(u"+13132230113"_s)};
        expected.people.vip = {number(u"+13132230114"_s)};
        expected.followUps = {2, 30, 48};
        expected.reviews = {true, 4};
        expected.waiting = {15, true, 10};
        expected.rules.language = TemplateLanguage::Both;
        expected.rules.templates.insert(u"follow-up-1"_s, u"{biz}: {name|there}, still need us?"_s);
        expected.lines[1].trade = u"hvac"_s;
        expected.lines[1].templates = {{u"closed"_s, u"{biz}: back {open}"_s}};
        expected.limits = {500, true, 50, 7900, 2500000, CarrierTier::SoleProprietor};
        expected.thisPc = {DeviceRole::Viewer, u"Front desk"_s};
        expected.inbox = {EnterKey::NewLine, {{u"eta"_s, u"Be there at"_s}}, {{u"Fleet"_s, TagColor::Green}}};
        expected.notifications = {NotificationAmount::WhenNeeded, NotificationPrivacy::Name, 5};
        expected.window = {ColorMode::Dark, 120, false};
        expected.rules.pausedUntil = fromUnixMillis(1795446000000); // 2026-11-23 15:00 UTC
        QVERIFY(*result == expected);
        QVERIFY(*readStoredSettings(toSettingsDocument(expected)) == expected);
    }

    /// A week is taken as a whole: a day that is left out is closed. Without any day the week stays as it was.
    void weekIsTakenWhole()
    {
        const auto hoursAfter = [](const QByteArray &hours, const Settings &before) {
            const auto read = applySettingsDocument(quoted("{'hours': " + hours + "}"), before, providers);
            return read ? read->hours : BusinessHours{WeeklyHours(), {Holiday{u"refused"_s, 0, 1, 1}}, false};
        };
        Settings settings = signedIn();
        QVERIFY(!settings.hours.weekly); // always open
        settings.hours = hoursAfter("{'mon': [['08:00', '12:00']], 'tue': []}", settings);
        QVERIFY(settings.hours.weekly->at(0) == (std::vector<OpenInterval>{{480, 720}}));
        settings.hours = hoursAfter("{'wed': [['08:00', '12:00']]}", settings);
        QVERIFY(settings.hours.weekly->at(0).empty());
        const BusinessHours kept = settings.hours;
        QVERIFY(hoursAfter("{}", settings) == kept);
        settings.hours = hoursAfter("{'usFederalHolidays': true}", settings);
        QVERIFY(settings.hours.weekly == kept.weekly);
        const QByteArray day = "[['00:00', '24:00']]";
        QByteArray always = "{'mon': " + day;
        for (const char *name : {"tue", "wed", "thu", "fri", "sat", "sun"})
            always += ", '" + QByteArray(name) + "': " + day;
        QVERIFY(!hoursAfter(always + "}", settings).weekly);
    }

    void aProblemIsOneHarmlessLine()
    {
        // The keys are the file's own: they must not write over the terminal or forge a second line.
        const QByteArray json = "{\"a\\u001b[2J\\nb\": 1}";
        const tl::expected<Settings, SettingsProblem> result = applySettingsDocument(json, signedIn(), providers);
        QVERIFY(!result);
        QCOMPARE(result.error().line(), u"a\ufffd[2J\ufffdb: "_s + result.error().sentence);
        const QByteArray raw = "{\"x\n\u202e\": 1}";
        QCOMPARE(applySettingsDocument(raw, signedIn(), providers).error().line().section(u':', 0, 0), u"x\ufffd\ufffd"_s);
        const QByteArray longKey = "{\"" + QByteArray(5000, 'k') + "\": 1}";
        QVERIFY(applySettingsDocument(longKey, signedIn(), providers).error().line().size() < 400);
    }

    void accepted_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << quoted(json); };
        row("nothing", "{}");
        row("byte order mark", "\xef\xbb\xbf{}");
        row("empty sections", "{'business': {}, 'account': {}, 'lines': [], 'rules': {'templates': {}}}");
        row("http on loopback", "{'account': {'apiBaseUrl': 'http://127.0.0.1:4010'}}");
        row("http on localhost", "{'account': {'apiBaseUrl': 'http://localhost:4010/base'}}");
        row("http on IPv6 loopback", "{'account': {'apiBaseUrl': 'http://[::1]:4010'}}");
        row("https elsewhere", "{'account': {'apiBaseUrl': 'https://api.dublin.ie1.twilio.com'}}");
        row("whole number as 2.0", "{'rules': {'sendDelaySeconds': 2.0}}");
        row("least", "{'rules': {'sendDelaySeconds': 0, 'maxAgeMinutes': 1, 'cooldownHours': 1, 'humanSilenceMinutes': 0}}");
        row("most", "{'rules': {'sendDelaySeconds': 120, 'maxAgeMinutes': 60, 'cooldownHours': 720, 'humanSilenceMinutes': 1440}}");
        row("off without a name", "{'business': {'name': ''}, 'rules': {'mode': 'off'}}");
        row("fictional number", "{'lines': [{'number': '+13135550100'}]}");
        row("national number in the file's country", "{'business': {'country': 'GB'}, 'lines': [{'number': '020 7946 0018'}]}");
        row("UTC", "{'business': {'timeZone': 'UTC'}}");
        row("name with a joined emoji", "{'business': {'name': 'Bob \\ud83d\\udc68\\u200d\\ud83d\\udd27'}}");
        row("template of two lines", "{'rules': {'templates': {'open': '{biz}\\nhi'}}}");
        row("no zone", "{'business': {'timeZone': ''}}");
    }

    void accepted()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(problemOf(applySettingsDocument(json, signedIn(), providers)), u"fine"_s);
    }

    void f56TemplateNamesItsTrouble();
    void f57LinkIsHttpsAndKeptAsGiven();

    void keysLeftOutKeepTheirValue()
    {
        Settings current = signedIn();
        current.business.trade = u"towing"_s;
        current.account.pollSeconds = 9;
        current.account.fields.insert(u"apiKeySid"_s, keySid);
        current.lines = {Line{*PhoneNumber::fromStored(u"+13132230100"_s), u"Main"_s, {}, false, 5, {}}};
        current.rules.templates.insert(u"open"_s, u"{biz}: mine"_s);
        QVERIFY(*applySettingsDocument(quoted("{}"), current, providers) == current);

        Settings expected = current;
        expected.rules.sendDelaySeconds = 30;
        QVERIFY(*applySettingsDocument(quoted("{'rules': {'sendDelaySeconds': 30}}"), current, providers) == expected);

        // Lists are replaced whole, line values that are left out are the defaults.
        expected = current;
        expected.lines = {Line{*PhoneNumber::fromStored(u"+13132230100"_s), {}, {}, false, 2, {}}};
        QVERIFY(*applySettingsDocument(quoted("{'lines': [{'number': '+13132230100'}]}"), current, providers) == expected);
        expected.lines.clear();
        QVERIFY(*applySettingsDocument(quoted("{'lines': []}"), current, providers) == expected);

        // An empty text takes an optional value away.
        expected = current;
        expected.account.fields.remove(u"apiKeySid"_s);
        expected.rules.templates.clear();
        QVERIFY(*applySettingsDocument(quoted("{'account': {'apiKeySid': ''}, 'rules': {'templates': {'open': ''}}}"), current,
                                       providers) == expected);

        // What belongs to one provider means nothing at another.
        const Settings moved = *applySettingsDocument(quoted("{'account': {'provider': 'other', 'user': 'maria'}}"), current, providers);
        QVERIFY((moved.account.fields == QMap<QString, QString>{{u"user"_s, u"maria"_s}}));
    }

    void modeOfAFile()
    {
        const QByteArray account = "{'account': {'accountSid': '" + sid.toUtf8() + "'}, 'business': {'name': 'A'}";
        const auto modeAfter = [](const QByteArray &json, const Settings &current) {
            const tl::expected<Settings, SettingsProblem> result = applySettingsDocument(quoted(json), current, providers);
            return result ? toString(result->rules.mode) : result.error().line();
        };
        QCOMPARE(modeAfter(account + "}", Settings()), u"on"_s);
        QCOMPARE(modeAfter(account + ", 'rules': {'mode': 'watch'}}", Settings()), u"watch"_s);
        QCOMPARE(modeAfter(account + "}", signedIn()), u"watch"_s); // chosen with an account: kept
        QCOMPARE(modeAfter("{}", signedIn()), u"watch"_s);
        // "on" comes with the account, and so does its need for a name.
        QVERIFY(modeAfter("{'account': {'accountSid': '" + sid.toUtf8() + "'}}", Settings()).startsWith(u"business.name: "_s));
    }

    void aFileHasToNameAnAccount()
    {
        QCOMPARE(problemOf(applySettingsDocument(quoted("{}"), Settings(), providers)), u"account: is required"_s);
        QCOMPARE(problemOf(applySettingsDocument(quoted("{'account': {}, 'rules': {'mode': 'watch'}}"), Settings(), providers)),
                 u"account.accountSid: is required"_s);
        QVERIFY(!checkSettings(Settings(), providers)); // a page may be saved before
    }

    void checkOfAPage()
    {
        QVERIFY(!checkSettings(signedIn(), providers));
        Settings settings = signedIn();
        settings.rules.sendDelaySeconds = 121;
        QCOMPARE(checkSettings(settings, providers)->key, u"rules.sendDelaySeconds"_s);
        settings = signedIn();
        settings.account.fields.insert(u"authToken"_s, u"x"_s);
        QCOMPARE(checkSettings(settings, providers)->key, u"account.authToken"_s);
        settings = signedIn();
        settings.account.fields.insert(u"colour"_s, u"x"_s);
        QCOMPARE(checkSettings(settings, providers)->key, u"account.colour"_s);
        settings = signedIn();
        settings.rules.templates.insert(u"shut"_s, u"x"_s);
        QCOMPARE(checkSettings(settings, providers)->key, u"rules.templates.shut"_s);
        settings = signedIn();
        settings.lines.resize(1);
        QCOMPARE(checkSettings(settings, providers)->key, u"lines[0].number"_s);
    }

    void storedSettings()
    {
        QVERIFY(*readStoredSettings(quoted("{}")) == Settings());
        QVERIFY(*readStoredSettings(toSettingsDocument(Settings())) == Settings());
        // What a later version added is passed over; what it decided for itself does not make this one send.
        const tl::expected<Settings, SettingsProblem> later = readStoredSettings(quoted(
            "{'hours': {}, 'business': {'name': 'A', 'mascot': 1}, 'account': {'provider': 'twilio', 'accountSid': 'x', 'retries': 3},"
            "                'lines': [{'number': '+15558675310', 'colour': 'red'}], 'rules': {'mode': 'half', 'templates': {'shut': "
            "'x', 'open': 'y'}}}"));
        QVERIFY2(later.has_value(), qPrintable(problemOf(later)));
        QCOMPARE(later->business.name, u"A"_s);
        QCOMPARE(later->account.fields, (QMap<QString, QString>{{u"accountSid"_s, u"x"_s}}));
        QCOMPARE(later->lines.at(0).number.e164(), u"+15558675310"_s);
        QVERIFY(later->rules.mode == Mode::Watch);
        QCOMPARE(later->rules.templates, (QMap<QString, QString>{{u"open"_s, u"y"_s}}));
        QVERIFY(!readStoredSettings(quoted("nonsense")));
        QVERIFY(!readStoredSettings(quoted("[]")));
        QVERIFY(!readStoredSettings(quoted("{'lines': [{'number': 'x'}]}")));
    }

    void exportHoldsNoSecrets()
    {
        Settings settings = signedIn();
        settings.account.fields.insert(u"authToken"_s, u"hush"_s);
        settings.account.fields.insert(u"apiSecret"_s, u"hush"_s);
        const QByteArray json = toSettingsDocument(settings);
        QVERIFY(!json.contains("hush"));
        QVERIFY(json.contains(sid.toUtf8()));
    }

    /// Whatever can be set comes back from its own export, over defaults, over itself, and from the program's own storage.
    void roundTrip()
    {
        SeededRandom random(20261123);
        const auto pick = [&random](const QStringList &choices) { return choices[random.below(static_cast<quint32>(choices.size()))]; };
        const auto between = [&random](int least, int most) {
            return least + static_cast<int>(random.below(static_cast<quint32>(most - least + 1)));
        };
        const QStringList names = {u"Motor City Towing"_s, u"Joe’s \"24/7\" Towing \\ Söhne"_s, u"救援 🚗"_s, u"A"_s};
        const QStringList labels = names + QStringList{u"{biz}"_s}; // stand in no text
        for (int round = 0; round < 300; ++round) {
            Settings settings;
            settings.business = {pick(names),
                                 pick({QString(), u"America/Detroit"_s, u"UTC"_s, u"Asia/Kolkata"_s}),
                                 pick({u"US"_s, u"CA"_s, u"GB"_s}),
                                 pick(trades()),
                                 pick({QString(), u"https://a.example.com/b?c=d&e=%20f"_s}),
                                 pick({QString(), u"https://r.example.com"_s})};
            settings.thisPc = {random.below(2) ? DeviceRole::Viewer : DeviceRole::Sender, pick(names)};
            if (random.below(2))
                settings.rules.pausedUntil = random.below(2) ? untilResumed : fromUnixMillis(between(0, 2000000000));
            settings.inbox.enter = random.below(2) ? EnterKey::Sends : EnterKey::NewLine;
            if (random.below(2))
                settings.inbox.replies = {{pick(names), pick(labels)}};
            if (random.below(2))
                settings.inbox.tags = {{pick(names), random.below(2) ? TagColor::Red : TagColor::Grey}};
            settings.notifications.repeatMinutes = between(0, 60);
            settings.window.textPercent = between(90, 150);
            settings.account.apiBaseUrl = pick({QString(), u"https://api.twilio.com"_s, u"http://127.0.0.1:1234"_s});
            settings.account.fields.insert(u"accountSid"_s, sid);
            if (random.below(2))
                settings.account.fields.insert(u"apiKeySid"_s, keySid);
            settings.account.pollSeconds = between(1, 60);
            settings.account.lookUpLineType = random.below(2) != 0;
            for (int i = between(0, 4); i > 0; --i) {
                Line line{*PhoneNumber::fromStored(u"+1313223010%1"_s.arg(i)),
                          pick(labels),
                          pick(labels),
                          random.below(2) != 0,
                          between(1, 10),
                          {}};
                if (random.below(2))
                    line.textFrom = *PhoneNumber::fromStored(u"+442079460018"_s);
                settings.lines.push_back(line);
            }
            settings.rules.mode = *modeFromString(pick({u"on"_s, u"watch"_s, u"off"_s}));
            settings.rules.maxAgeMinutes = between(3, 60);
            settings.rules.cooldownHours = between(1, 720);
            settings.rules.sendDelaySeconds = between(0, 120);
            settings.rules.humanSilenceMinutes = between(0, 1440);
            if (random.below(2))
                settings.rules.templates.insert(u"open"_s, u"{biz}: “hi”\n{phone} "_s + pick(names.mid(0, 3)));
            QVERIFY2(!checkSettings(settings, providers),
                     qPrintable(checkSettings(settings, providers).value_or(SettingsProblem()).line()));

            const QByteArray json = toSettingsDocument(settings);
            Settings busy = signedIn();
            busy.lines.resize(3);
            busy.rules.templates.insert(u"open"_s, u"another"_s);
            for (const Settings &current : {Settings(), settings, busy}) {
                const tl::expected<Settings, SettingsProblem> read = applySettingsDocument(json, current, providers);
                QVERIFY2(read.has_value(), qPrintable(problemOf(read)));
                QVERIFY(*read == settings);
                QCOMPARE(toSettingsDocument(*read), json);
            }
            QVERIFY(*readStoredSettings(json) == settings);
        }
    }

    /// Damaged files are refused or read, never worse.
    void damagedFiles()
    {
        SeededRandom random(7);
        const QByteArray json = toSettingsDocument(signedIn());
        for (int round = 0; round < 2000; ++round) {
            QByteArray damaged = json;
            for (quint32 i = 0; i <= random.below(3); ++i)
                damaged[static_cast<qsizetype>(random.below(static_cast<quint32>(damaged.size())))] = static_cast<char>(random.below(256));
            const tl::expected<Settings, SettingsProblem> read = applySettingsDocument(damaged, Settings(), providers);
            QVERIFY(read.has_value() || !read.error().sentence.isEmpty());
            if (read)
                QVERIFY(!checkSettings(*read, providers));
        }
    }
};

/// Every template that cannot be used is refused with its key and what is wrong, in the file and by the check that the settings page asks.
void TestSettingsDocument::f56TemplateNamesItsTrouble()
{
    const QList<std::pair<QString, QString>> rows = {
        {u"{who}: hi"_s, u"unknown placeholder"_s},
        {u"{}: hi"_s, u"unknown placeholder"_s},
        {u"{biz: hi"_s, u"brace"_s},
        {u"  "_s, u"blank"_s},
        {u"{biz}: book {link}"_s, u"bookingLink"_s},
        {u"{biz}: "_s + QString(300, u'a'), u"more than 2 texts"_s},
        {u"{biz}: "_s + QString(1601, u'a'), u"1600"_s},
        {u"{biz}: we sell ammo"_s, u"ammo"_s},
        {u"{biz}: https://bit.ly/x"_s, u"bit.ly"_s},
        {u"{biz}: Reply CANCEL to move your visit"_s, u"CANCEL"_s},
    };
    for (const auto &[text, words] : rows) {
        const QJsonObject document{{u"rules"_s, QJsonObject{{u"templates"_s, QJsonObject{{u"open"_s, text}}}}}};
        const auto result = applySettingsDocument(QJsonDocument(document).toJson(), signedIn(), providers);
        QVERIFY2(!result, qPrintable(text));
        QCOMPARE(result.error().key, u"rules.templates.open"_s);
        QVERIFY2(result.error().sentence.contains(words), qPrintable(result.error().sentence));
        Settings entered = signedIn();
        entered.rules.templates.insert(u"open"_s, text);
        QCOMPARE(checkSettings(entered, providers)->key, u"rules.templates.open"_s);
    }
    Settings fine = signedIn();
    fine.business.bookingLink = u"https://bit.ly/x"_s;
    fine.rules.templates.insert(u"open"_s, u"{biz}: book {link} "_s + QString(200, u'a'));
    QVERIFY(!checkSettings(fine, providers)); // the owner's link is the owner's choice
}

void TestSettingsDocument::f57LinkIsHttpsAndKeptAsGiven()
{
    for (const char *link : {"http://a.example", "ftp://a.example", "javascript:alert(1)", "a.example", "https://",
                             "https://user@a.example/", "https://a.example/with space", "tel:+13135550131", "//a.example"}) {
        Settings entered = signedIn();
        entered.business.bookingLink = QString::fromLatin1(link);
        const auto problem = checkSettings(entered, providers);
        QVERIFY2(problem && problem->key == u"business.bookingLink"_s, link);
    }
    for (const char *link : {"https://a.example", "https://book.example.com/b?utm_source=text&ref=%7Bid%7D#now", "https://bit.ly/3xYz",
                             "https://EXAMPLE.com/Case/Stays"}) {
        const QJsonObject document{{u"business"_s, QJsonObject{{u"bookingLink"_s, QString::fromLatin1(link)}}}};
        const auto result = applySettingsDocument(QJsonDocument(document).toJson(), signedIn(), providers);
        QCOMPARE(problemOf(result), u"fine"_s);
        QCOMPARE(result->business.bookingLink, QString::fromLatin1(link));
        QCOMPARE(readStoredSettings(toSettingsDocument(*result))->business.bookingLink, QString::fromLatin1(link));
    }
}

QTEST_GUILESS_MAIN(TestSettingsDocument)
#include "tst_settingsdocument.moc"
