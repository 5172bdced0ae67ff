// SPDX-License-Identifier: MIT
#include "domain/exampleprovider.h"
#include "domain/settingsdocument.h"
#include "support/virtualtime.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

namespace {

const QString sid = u"AC"_s + QString(32, u'1');
const QString keySid = u"SK"_s + QString(32, u'2');

const std::vector<ProviderDescriptor> providers = exampleProviders();

/// JSON is written here with single quotes, for reading's sake.
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

/// Settings that are fine, on which the rows below change something.
Settings signedIn()
{
    Settings settings;
    settings.business.name = u"Motor City Towing"_s;
    settings.account.fields.insert(u"accountSid"_s, sid);
    settings.rules.mode = Mode::Watch;
    return settings;
}

QString problemOf(const tl::expected<Settings, SettingsProblem> &result)
{
    return result ? u"fine"_s : result.error().line();
}

} // namespace

class TestSettingsDocument : public QObject {
    Q_OBJECT

private slots:
    /// The whole form of design.md 9, without what comes later.
    void everyKey()
    {
        const QByteArray json =
            "{"
            "  'business': {'name': 'Motor City Towing', 'timeZone': 'America/Detroit', 'country': 'US', 'trade': 'towing',"
            "               'bookingLink': 'https://book.example.com/a', 'reviewLink': 'https://review.example.com/b'},"
            "  'account':  {'provider': 'twilio', 'apiBaseUrl': 'https://api.twilio.com', 'accountSid': '" +
            sid.toUtf8() + "', 'apiKeySid': '" + keySid.toUtf8() +
            "', 'pollSeconds': 5, 'lookUpLineType': true},"
            "  'lines':    [{'number': '+13132230100', 'label': 'Main', 'city': 'Detroit', 'overflow': false, 'minRings': 3, 'textFrom': "
            "'+13132230101'},"
            "               {'number': '(313) 223-0102', 'overflow': true}],"
            "  'rules':    {'mode': 'watch', 'maxAgeMinutes': 9, 'cooldownHours': 12, 'sendDelaySeconds': 0,"
            "               'humanSilenceMinutes': 45, 'storm': true, 'textKnownContacts': false, 'textVips': false, 'textForeign': true,"
            "               'holdOutPercent': 10, 'templates': {'open': '{biz}: book {link}'}},"
            "  'people':   {'staff': [{'name': 'Ana', 'number': '(313) 223-0110'}], 'blocked': ['(313) 223-0111'],"
            "               'neverText': ['+13132230112', '+13132230113'], 'vip': ['+13132230114']},"
            "  'limits':   {'monthlyTexts': 500, 'stopWhenUsedUp': true, 'textsPerDay': 50, 'pricePerSegment': 0.0079,"
            "               'costPerDay': 2.5, 'carrier': 'sole-proprietor'},"
            "  'thisPc':   {'role': 'viewer', 'name': 'Front desk'}}";
        const tl::expected<Settings, SettingsProblem> result = applySettingsDocument(quoted(json), Settings(), providers);
        QCOMPARE(problemOf(result), u"fine"_s);
        Settings expected;
        expected.business = {u"Motor City Towing"_s,           u"America/Detroit"_s, u"US"_s, u"towing"_s, u"https://book.example.com/a"_s,
                             u"https://review.example.com/b"_s};
        expected.account = {u"twilio"_s, u"https://api.twilio.com"_s, {{u"accountSid"_s, sid}, {u"apiKeySid"_s, keySid}}, 5, true};
        const auto number = [](const QString &text) { return *PhoneNumber::fromStored(text); };
        expected.lines = {Line{number(u"+13132230100"_s), u"Main"_s, u"Detroit"_s, false, 3, number(u"+13132230101"_s)},
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
        expected.rules.templates = {{u"open"_s, u"{biz}: book {link}"_s}};
        expected.people.staff = {{u"Ana"_s, number(u"+13132230110"_s)}};
        expected.people.blocked = {number(u"+13132230111"_s)};
        expected.people.neverText = {number(u"+13132230112"_s), number(u"+13132230113"_s)};
        expected.people.vip = {number(u"+13132230114"_s)};
        expected.limits = {500, true, 50, 7900, 2500000, CarrierTier::SoleProprietor};
        expected.thisPc = {DeviceRole::Viewer, u"Front desk"_s};
        QVERIFY(*result == expected);
        QVERIFY(*readStoredSettings(toSettingsDocument(expected)) == expected);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("words"); // part of the sentence
        const auto row = [](const char *name, const QByteArray &json, const char *key, const char *words) {
            QTest::newRow(name) << quoted(json) << QString::fromLatin1(key) << QString::fromLatin1(words);
        };

        row("empty file", "", "", "is not valid JSON");
        row("not JSON", "mode = on", "", "is not valid JSON");
        row("not JSON, line", "{\n'rules': {\n'mode': on}}", "", "(line 3)");
        row("comma at the end", "{'rules': {},}", "", "is not valid JSON");
        row("two documents", "{} {}", "", "is not valid JSON");
        row("a list", "[]", "", "must be a JSON object");
        row("duplicate key", "{'rules': {'mode': 'on', 'mode': 'off'}}", "rules.mode", "stands there twice");
        row("duplicate section", "{'rules': {}, 'rules': {}}", "rules", "stands there twice");
        row("duplicate key in a line", "{'lines': [{'label': 'a', 'label': 'b'}]}", "lines[0].label", "stands there twice");

        row("unknown key", "{'colour': 1}", "colour", "is not a known key");
        row("wrong case", "{'Rules': {}}", "Rules", "is not a known key");
        row("unknown business key", "{'business': {'phone': 'x'}}", "business.phone", "is not a known key");
        row("unknown account key", "{'account': {'sid': 'x'}}", "account.sid", "is not a known key");
        row("key of another provider", "{'account': {'user': 'x'}}", "account.user", "is not a known key");
        row("unknown line key", "{'lines': [{'number': '+13132230100'}, {'colour': 1}]}", "lines[1].colour", "is not a known key");
        row("unknown rule", "{'rules': {'maxAge': 1}}", "rules.maxAge", "is not a known key");
        row("unknown template", "{'rules': {'templates': {'second': 'x'}}}", "rules.templates.second", "is not a known key");
        row("hours", "{'hours': {'mon': []}}", "hours", "not known yet");
        row("accounts", "{'accounts': []}", "accounts", "not known yet");
        row("line of an account", "{'lines': [{'number': '+13132230100', 'account': 'a'}]}", "lines[0].account", "not known yet");
        row("closed text", "{'rules': {'templates': {'closed': 'x'}}}", "rules.templates.closed", "not known yet");
        row("holiday text", "{'rules': {'templates': {'holiday': 'x'}}}", "rules.templates.holiday", "not known yet");

        row("business is text", "{'business': 'x'}", "business", "must be an object");
        row("account is null", "{'account': null}", "account", "must be an object");
        row("lines is an object", "{'lines': {}}", "lines", "must be a list");
        row("a line is text", "{'lines': ['+13132230100']}", "lines[0]", "must be an object");
        row("unknown role", "{'thisPc': {'role': 'boss'}}", "thisPc.role", "must be \"sender\" or \"viewer\"");
        row("role is a flag", "{'thisPc': {'role': true}}", "thisPc.role", "must be text");
        row("PC name of two lines", "{'thisPc': {'name': 'a\\nb'}}", "thisPc.name", "must be one line");
        row("unknown key of the PC", "{'thisPc': {'token': 3}}", "thisPc.token", "is a secret");
        row("rules is a list", "{'rules': []}", "rules", "must be an object");
        row("templates is text", "{'rules': {'templates': 'x'}}", "rules.templates", "must be an object");
        row("name is a number", "{'business': {'name': 1}}", "business.name", "must be text");
        row("name is null", "{'business': {'name': null}}", "business.name", "must be text");
        row("overflow is text", "{'lines': [{'number': '+13132230100', 'overflow': 'yes'}]}", "lines[0].overflow", "true or false");
        row("look-up is a number", "{'account': {'lookUpLineType': 1}}", "account.lookUpLineType", "true or false");
        row("delay is text", "{'rules': {'sendDelaySeconds': '2'}}", "rules.sendDelaySeconds", "must be a whole number");
        row("delay is a fraction", "{'rules': {'sendDelaySeconds': 2.5}}", "rules.sendDelaySeconds", "must be a whole number");
        row("delay is true", "{'rules': {'sendDelaySeconds': true}}", "rules.sendDelaySeconds", "must be a whole number");

        row("delay below", "{'rules': {'sendDelaySeconds': -1}}", "rules.sendDelaySeconds", "from 0 to 120");
        row("delay above", "{'rules': {'sendDelaySeconds': 121}}", "rules.sendDelaySeconds", "from 0 to 120");
        row("delay far above", "{'rules': {'sendDelaySeconds': 1e300}}", "rules.sendDelaySeconds", "from 0 to 120");
        row("delay longer than the age limit", "{'rules': {'sendDelaySeconds': 60, 'maxAgeMinutes': 1}}", "rules.sendDelaySeconds",
            "shorter than");
        row("age below", "{'rules': {'maxAgeMinutes': 0}}", "rules.maxAgeMinutes", "from 1 to 60");
        row("age above", "{'rules': {'maxAgeMinutes': 61}}", "rules.maxAgeMinutes", "from 1 to 60");
        row("cool-down below", "{'rules': {'cooldownHours': 0}}", "rules.cooldownHours", "from 1 to 720");
        row("cool-down above", "{'rules': {'cooldownHours': 721}}", "rules.cooldownHours", "from 1 to 720");
        row("silence below", "{'rules': {'humanSilenceMinutes': -1}}", "rules.humanSilenceMinutes", "from 0 to 1440");
        row("silence above", "{'rules': {'humanSilenceMinutes': 1441}}", "rules.humanSilenceMinutes", "from 0 to 1440");
        row("poll below", "{'account': {'pollSeconds': 0}}", "account.pollSeconds", "from 1 to 60");
        row("poll above", "{'account': {'pollSeconds': 61}}", "account.pollSeconds", "from 1 to 60");
        row("poll below the provider's", "{'account': {'provider': 'other', 'user': 'u', 'pollSeconds': 4}}", "account.pollSeconds",
            "from 5 to 60");
        row("rings below", "{'lines': [{'number': '+13132230100', 'minRings': 0}]}", "lines[0].minRings", "from 1 to 10");
        row("rings above", "{'lines': [{'number': '+13132230100', 'minRings': 11}]}", "lines[0].minRings", "from 1 to 10");
        row("mode", "{'rules': {'mode': 'maybe'}}", "rules.mode", "\"watch\"");
        row("mode in capitals", "{'rules': {'mode': 'ON'}}", "rules.mode", "\"watch\"");

        row("zone", "{'business': {'timeZone': 'America/Motown'}}", "business.timeZone", "is not a time zone");
        row("country", "{'business': {'country': 'XX'}}", "business.country", "is not a country");
        row("country in small letters", "{'business': {'country': 'us'}}", "business.country", "is not a country");
        row("no country", "{'business': {'country': ''}}", "business.country", "is not a country");
        row("trade", "{'business': {'trade': 'bakery'}}", "business.trade", "towing");
        row("name for mode on", "{'business': {'name': ''}, 'rules': {'mode': 'on'}}", "business.name", "required for mode");
        row("blank name for mode on", "{'business': {'name': ' '}, 'rules': {'mode': 'on'}}", "business.name", "required for mode");
        row("name with a placeholder", "{'business': {'name': '{link} Towing'}}", "business.name", "{ or }");
        row("name with a brace", "{'business': {'name': 'Towing }'}}", "business.name", "{ or }");
        row("name on two lines", "{'business': {'name': 'a\\nb'}}", "business.name", "one line");
        row("booking link over http", "{'business': {'bookingLink': 'http://a.example.com'}}", "business.bookingLink", "https");
        row("booking link without scheme", "{'business': {'bookingLink': 'a.example.com'}}", "business.bookingLink", "https");
        row("review link is script", "{'business': {'reviewLink': 'javascript:alert(1)'}}", "business.reviewLink", "https");
        row("link with a password", "{'business': {'reviewLink': 'https://u:p@a.example.com'}}", "business.reviewLink", "password");

        row("number", "{'lines': [{'number': '+15558675310'}]}", "lines[0].number", "is not a valid telephone number");
        row("number is a short code", "{'lines': [{'number': '32665'}]}", "lines[0].number", "is not a valid telephone number");
        row("number missing", "{'lines': [{'label': 'Main'}]}", "lines[0].number", "is required");
        row("number empty", "{'lines': [{'number': ''}]}", "lines[0].number", "is required");
        row("number twice", "{'lines': [{'number': '+13132230100'}, {'number': '313-223-0100'}]}", "lines[1].number", "twice");
        row("number that texts", "{'lines': [{'number': '+13132230100', 'textFrom': '313'}]}", "lines[0].textFrom",
            "is not a valid telephone number");

        row("staff without a number", "{'people': {'staff': [{'name': 'Ana'}]}}", "people.staff[0].number", "is required");
        row("staff twice", "{'people': {'staff': [{'number': '+13132230100'}, {'number': '313-223-0100'}]}}", "people.staff[1].number",
            "twice");
        row("staff name of two lines", "{'people': {'staff': [{'number': '+13132230100', 'name': 'a\\nb'}]}}", "people.staff[0].name",
            "one line");
        row("unknown key of staff", "{'people': {'staff': [{'phone': '+13132230100'}]}}", "people.staff[0].phone", "is not a known key");
        row("blocked is text", "{'people': {'blocked': '+13132230100'}}", "people.blocked", "must be a list of telephone numbers");
        row("blocked is a number", "{'people': {'blocked': [3132230100]}}", "people.blocked[0]", "is not a valid telephone number");
        row("blocked short code", "{'people': {'blocked': ['+13132230100', '32665']}}", "people.blocked[1]",
            "is not a valid telephone number");
        row("VIP and blocked", "{'people': {'blocked': ['+13132230100'], 'vip': ['313-223-0100']}}", "people.vip[0]", "people.blocked");
        row("blocked twice", "{'people': {'blocked': ['+13132230100', '313-223-0100']}}", "people.blocked[1]", "twice");
        row("allowance of none", "{'limits': {'monthlyTexts': 0}}", "limits.monthlyTexts", "from 1 to");
        row("day's cap below", "{'limits': {'textsPerDay': -1}}", "limits.textsPerDay", "from 0 to");
        row("price is text", "{'limits': {'pricePerSegment': '0.01'}}", "limits.pricePerSegment", "amount in dollars");
        row("price below", "{'limits': {'pricePerSegment': -0.01}}", "limits.pricePerSegment", "amount in dollars");
        row("price without end", "{'limits': {'costPerDay': 1e300}}", "limits.costPerDay", "amount in dollars");
        row("cost above", "{'limits': {'costPerDay': 1000001}}", "limits.costPerDay", "from 0 to 1000000");
        row("carrier", "{'limits': {'carrier': 'tiny'}}", "limits.carrier", "low-volume");
        row("comparison group above", "{'rules': {'holdOutPercent': 51}}", "rules.holdOutPercent", "from 0 to 50");

        row("provider", "{'account': {'provider': 'pigeon'}}", "account.provider", "twilio, other");
        row("account SID", "{'account': {'accountSid': 'AC123'}}", "account.accountSid", "does not look like");
        row("key SID", "{'account': {'apiKeySid': 'AC123'}}", "account.apiKeySid", "does not look like");
        row("SID taken away", "{'account': {'accountSid': ''}}", "account.accountSid", "is required");
        row("sign-in of the new provider", "{'account': {'provider': 'other', 'pollSeconds': 5}}", "account.user", "is required");
        row("http to a foreign host", "{'account': {'apiBaseUrl': 'http://api.twilio.com'}}", "account.apiBaseUrl", "must be https");
        row("http to this network", "{'account': {'apiBaseUrl': 'http://10.0.0.7'}}", "account.apiBaseUrl", "must be https");
        row("http to a look-alike", "{'account': {'apiBaseUrl': 'http://localhost.example.com'}}", "account.apiBaseUrl", "must be https");
        row("other scheme", "{'account': {'apiBaseUrl': 'ftp://127.0.0.1'}}", "account.apiBaseUrl", "https://");
        row("no URL", "{'account': {'apiBaseUrl': 'api.twilio.com'}}", "account.apiBaseUrl", "is not a URL");
        row("URL with a query", "{'account': {'apiBaseUrl': 'https://a.example.com?x=1'}}", "account.apiBaseUrl", "query");
        row("URL with a password", "{'account': {'apiBaseUrl': 'https://u:p@a.example.com'}}", "account.apiBaseUrl", "password");

        row("auth token", "{'account': {'authToken': 'x'}}", "account.authToken", "is a secret");
        row("API secret", "{'account': {'apiSecret': ''}}", "account.apiSecret", "is a secret");
        row("secret of another provider", "{'account': {'pin': '1234'}}", "account.pin", "is a secret");
        row("secret at the top", "{'authToken': 'x'}", "authToken", "is a secret");
        row("secret by its name", "{'account': {'auth_token': 'x'}}", "account.auth_token", "is a secret");
        row("password", "{'account': {'password': 'x'}}", "account.password", "is a secret");
        row("password in a line", "{'lines': [{'number': '+13132230100', 'sipPassword': 'x'}]}", "lines[0].sipPassword", "is a secret");
        row("secret by its value", "{'account': {'apiKeySid': '0123456789abcdef0123456789abcdef'}}", "account.apiKeySid",
            "looks like a secret");
        row("secret in a name", "{'business': {'name': '0123456789abcdef0123456789abcdef'}}", "business.name", "looks like a secret");
        row("secret in a list", "{'lines': ['0123456789ABCDEF0123456789abcdef']}", "lines[0]", "looks like a secret");
        row("a secret is named before anything else", "{'colour': 1, 'account': {'authToken': 1}, 'zzz': 1}", "account.authToken",
            "is a secret");

        row("template with an unknown placeholder", "{'rules': {'templates': {'open': '{name}: hi'}}}", "rules.templates.open",
            "unknown placeholder");
        row("name that nobody sees", "{'business': {'name': ' \\u200d\\u200c'}, 'rules': {'mode': 'on'}}", "business.name", "required");
        row("name that turns the text around", "{'business': {'name': '\\u202egniwoT'}}", "business.name", "invisible");
        row("name with a soft hyphen", "{'business': {'name': 'To\\u00adwing'}}", "business.name", "invisible");
        row("link that hides something", "{'business': {'bookingLink': 'https://a.example/\\u202e'}}", "business.bookingLink", "invisible");
        row("template with a NUL", "{'rules': {'templates': {'open': '{biz}\\u0000 hi'}}}", "rules.templates.open", "control");
        row("template that turns the text around", "{'rules': {'templates': {'open': '{biz}\\u2066 hi'}}}", "rules.templates.open",
            "invisible");
        row("template with an open brace", "{'rules': {'templates': {'open': '{biz: hi'}}}", "rules.templates.open", "brace");
        row("blank template", "{'rules': {'templates': {'open': '  '}}}", "rules.templates.open", "blank");
        row("template with a link that is not set", "{'rules': {'templates': {'open': '{biz}: {link}'}}}", "rules.templates.open",
            "bookingLink");
        row("template with words that carriers filter", "{'rules': {'templates': {'open': '{biz}: free vodka'}}}", "rules.templates.open",
            "vodka");
        row("template with a shortener", "{'rules': {'templates': {'open': '{biz}: https://bit.ly/x'}}}", "rules.templates.open", "bit.ly");
        row("template of three texts", "{'rules': {'templates': {'open': '{biz}: " + QByteArray(300, 'a') + "'}}}", "rules.templates.open",
            "more than 2 texts");
        row("template too long", "{'rules': {'templates': {'open': '" + QByteArray(1601, 'a') + "'}}}", "rules.templates.open", "1600");
    }

    void refused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        QFETCH(QString, words);
        const tl::expected<Settings, SettingsProblem> result = applySettingsDocument(json, signedIn(), providers);
        QVERIFY(!result);
        QCOMPARE(result.error().key, key);
        QVERIFY2(result.error().sentence.contains(words), qPrintable(result.error().sentence));
        QCOMPARE(result.error().line(), key.isEmpty() ? result.error().sentence : key + u": "_s + result.error().sentence);
        QVERIFY(!result.error().sentence.contains(u"0123456789"_s)); // a secret is not repeated
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
        settings.rules.templates.insert(u"closed"_s, u"x"_s);
        QCOMPARE(checkSettings(settings, providers)->key, u"rules.templates.closed"_s);
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
            "                'lines': [{'number': '+15558675310', 'colour': 'red'}], 'rules': {'mode': 'half', 'templates': {'closed': "
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
        {u"{name}: hi"_s, u"unknown placeholder"_s},
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
