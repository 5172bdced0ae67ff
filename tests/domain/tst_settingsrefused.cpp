// SPDX-License-Identifier: MIT
#include "domain/settingsexample.h"

#include <QTest>

using namespace textback;
using namespace textback::test;

/// What a settings file must not hold: each row names the key and says why.
class TestSettingsRefused : public QObject {
    Q_OBJECT

private slots:
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
        row("hours are a list", "{'hours': []}", "hours", "must be an object");
        row("unknown day", "{'hours': {'monday': []}}", "hours.monday", "is not a known key");
        row("a day is text", "{'hours': {'mon': '8-17'}}", "hours.mon", "must be a list of times");
        row("one time alone", "{'hours': {'mon': [['08:00']]}}", "hours.mon[0]", "must be two times");
        row("times without a list", "{'hours': {'mon': ['08:00', '17:00']}}", "hours.mon[0]", "must be two times");
        row("no such time", "{'hours': {'mon': [['08:00', '17:00'], ['25:00', '26:00']]}}", "hours.mon[1]", "must be");
        row("the same time twice", "{'hours': {'tue': [['08:00', '08:00']]}}", "hours.tue[0]", "must");
        row("hours that overlap", "{'hours': {'mon': [['08:00', '12:00'], ['11:00', '13:00']]}}", "hours", "overlap");
        row("night shift into the next morning", "{'hours': {'mon': [['22:00', '09:00']], 'tue': [['08:00', '12:00']]}}", "hours",
            "overlap");
        row("holiday without a date", "{'hours': {'holidays': [{'name': 'Christmas'}]}}", "hours.holidays[0].date", "is required");
        row("no such date", "{'hours': {'holidays': [{'date': '2026-02-30'}]}}", "hours.holidays[0].date", "must be");
        row("unknown key of a holiday", "{'hours': {'holidays': [{'day': '2026-02-20'}]}}", "hours.holidays[0].day", "is not a known key");
        row("reply hours", "{'rules': {'replyHours': 'never'}}", "rules.replyHours", "around-the-clock");
        row("accounts", "{'accounts': []}", "accounts", "not known yet");
        row("line of an account", "{'lines': [{'number': '+13132230100', 'account': 'a'}]}", "lines[0].account", "not known yet");

        row("business is text", "{'business': 'x'}", "business", "must be an object");
        row("account is null", "{'account': null}", "account", "must be an object");
        row("lines is an object", "{'lines': {}}", "lines", "must be a list");
        row("a line is text", "{'lines': ['+13132230100']}", "lines[0]", "must be an object");
        row("unknown role", "{'thisPc': {'role': 'boss'}}", "thisPc.role", "must be \"sender\" or \"viewer\"");
        row("role is a flag", "{'thisPc': {'role': true}}", "thisPc.role", "must be text");
        row("PC name of two lines", "{'thisPc': {'name': 'a\\nb'}}", "thisPc.name", "must be one line");
        row("pause without a zone", "{'rules': {'pausedUntil': '2026-11-23T10:00:00'}}", "rules.pausedUntil", "a time with its zone");
        row("pause in words", "{'rules': {'pausedUntil': 'tomorrow'}}", "rules.pausedUntil", "a time with its zone");
        row("key that does what", "{'inbox': {'enter': 'shouts'}}", "inbox.enter", "must be \"sends\" or \"new-line\"");
        row("reply without a name", "{'inbox': {'replies': [{'text': 'x'}]}}", "inbox.replies[0].name", "must not be empty");
        row("reply without words", "{'inbox': {'replies': [{'name': 'x'}]}}", "inbox.replies[0].text", "must have 1 to 1600");
        row("two replies of a name", "{'inbox': {'replies': [{'name': 'x', 'text': 'a'}, {'name': 'X', 'text': 'b'}]}}",
            "inbox.replies[1].name", "is there already");
        row("tag of two lines", "{'inbox': {'tags': [{'name': 'a\\nb'}]}}", "inbox.tags[0].name", "must be one line");
        row("tag of no colour", "{'inbox': {'tags': [{'name': 'a', 'color': 'mauve'}]}}", "inbox.tags[0].color", "must be \"blue\"");
        row("tells of what", "{'notifications': {'show': 'some'}}", "notifications.show", "must be \"all\"");
        row("nags all day", "{'notifications': {'repeatMinutes': 61}}", "notifications.repeatMinutes", "from 0 to 60");
        row("tiny letters", "{'window': {'textPercent': 50}}", "window.textPercent", "from 90 to 150");
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
        row("website over http", "{'business': {'website': 'http://a.example.com'}}", "business.website", "https");
        row("privacy link without scheme", "{'business': {'privacyLink': 'a.example.com'}}", "business.privacyLink", "https");
        row("terms link is script", "{'business': {'termsLink': 'javascript:alert(1)'}}", "business.termsLink", "https");
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
        row("voicemail below", "{'lines': [{'number': '+13132230100', 'voicemailAfterSeconds': 9}]}", "lines[0].voicemailAfterSeconds",
            "0, or a number from 10 to 60");
        row("voicemail above", "{'lines': [{'number': '+13132230100', 'voicemailAfterSeconds': 61}]}", "lines[0].voicemailAfterSeconds",
            "from 0 to 60");
        row("talk above", "{'rules': {'shortestTalkSeconds': 61}}", "rules.shortestTalkSeconds", "from 0 to 60");
        row("trap unknown", "{'rules': {'settledTraps': ['nothing:+13132230100']}}", "rules.settledTraps", "list of findings");
        row("trap no list", "{'rules': {'settledTraps': 'ok'}}", "rules.settledTraps", "list of findings");
        row("comparison group above", "{'rules': {'holdOutPercent': 51}}", "rules.holdOutPercent", "from 0 to 50");

        row("three follow-ups", "{'followUps': {'count': 3}}", "followUps.count", "from 0 to 2");
        row("follow-up too soon", "{'followUps': {'firstAfterMinutes': 4}}", "followUps.firstAfterMinutes", "from 5 to 1440");
        row("second follow-up too late", "{'followUps': {'secondAfterHours': 169}}", "followUps.secondAfterHours", "from 1 to 168");
        row("reviews without a link", "{'reviews': {'ask': true}}", "reviews.ask", "reviewLink");
        row("waiting too long", "{'waitingCustomers': {'minutes': 241}}", "waitingCustomers.minutes", "from 0 to 240");
        row("climbs never", "{'waitingCustomers': {'climbMinutes': 0}}", "waitingCustomers.climbMinutes", "from 1 to 60");
        row("language", "{'rules': {'language': 'fr'}}", "rules.language", "\"both\"");
        row("trade of a line", "{'lines': [{'number': '+13132230100', 'trade': 'bakery'}]}", "lines[0].trade", "towing");
        row("text of a line", "{'lines': [{'number': '+13132230100', 'templates': {'open': '{biz: hi'}}]}", "lines[0].templates.open",
            "brace");
        row("unknown text of a line", "{'lines': [{'number': '+13132230100', 'templates': {'opened': 'x'}}]}", "lines[0].templates.opened",
            "is not a known key");
        row("review text with a gift",
            "{'business': {'reviewLink': 'https://a.example.com'}, 'rules': {'templates': {'review': '{biz}: leave a "
            "review {link} and get 10% off'}}}",
            "rules.templates.review", "filter or");
        row("name without a fallback", "{'rules': {'templates': {'open': '{biz}: hi {name}'}}}", "rules.templates.open", "{name|there}");

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

        row("template with an unknown placeholder", "{'rules': {'templates': {'open': '{who}: hi'}}}", "rules.templates.open",
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
};

QTEST_GUILESS_MAIN(TestSettingsRefused)
#include "tst_settingsrefused.moc"
