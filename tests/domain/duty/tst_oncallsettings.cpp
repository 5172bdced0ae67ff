// SPDX-License-Identifier: MIT
#include "domain/exampleprovider.h"
#include "domain/settingsdocument.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

namespace {

const std::vector<ProviderDescriptor> providers = exampleProviders();

/// JSON is written here with single quotes, for reading's sake.
tl::expected<Settings, SettingsProblem> applied(const QByteArray &json)
{
    Settings settings;
    settings.business.name = u"Motor City Towing"_s;
    settings.account.fields.insert(u"accountSid"_s, u"AC"_s + QString(32, u'1'));
    settings.rules.mode = Mode::Watch;
    return applySettingsDocument(QByteArray(json).replace('\'', '"'), settings, providers);
}

tl::expected<Settings, SettingsProblem> withPlan(const QByteArray &plan)
{
    return applied("{'people': {'staff': [{'number': '+13132230110'" + plan + "}]}}");
}

} // namespace

/// The keys of the settings file that say when somebody is on call, and for what.
class TestOnCallSettings : public QObject {
    Q_OBJECT

private slots:
    void everyKey();
    void planThatIsLeftOutIsNever();
    void problems_data();
    void problems();
};

void TestOnCallSettings::everyKey()
{
    const auto read = applied("{'people': {'staff': [{'name': 'Ana', 'number': '(313) 223-0110', 'onCall': {'mon': [['18:00', '08:00']]}},"
                              "                      {'name': 'Bo', 'number': '+13132230115'}]},"
                              " 'onCall': {'urgentAlerts': false, 'replies': true, 'minutesBetween': 7}}");
    QVERIFY2(read, read ? "" : qPrintable(read.error().line()));
    WeeklyHours plan;
    plan[0] = {{1080, 1920}};
    QVERIFY(read->people.staff.at(0).onCall == plan);
    QVERIFY(!read->people.staff.at(1).onCall);
    QVERIFY((read->onCall == OnCall{false, true, 7}));
    QVERIFY(*readStoredSettings(toSettingsDocument(*read)) == *read);
    // As the defaults are documented.
    QVERIFY((applied("{}")->onCall == OnCall{true, false, 2}));
}

/// Nobody is on call by leaving something out; the whole week has to be said.
void TestOnCallSettings::planThatIsLeftOutIsNever()
{
    QVERIFY(!withPlan("")->people.staff.at(0).onCall);
    QVERIFY(!withPlan(", 'onCall': {}")->people.staff.at(0).onCall);
    QVERIFY(withPlan(", 'onCall': {'mon': []}")->people.staff.at(0).onCall == WeeklyHours());
    QByteArrayList days;
    for (const char *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
        days += QByteArray("'") + day + "': [['00:00', '24:00']]";
    const auto always = withPlan(", 'onCall': {" + days.join(", ") + "}");
    QVERIFY(always && always->people.staff.at(0).onCall);
    for (const auto &day : *always->people.staff.at(0).onCall)
        QVERIFY(day == (std::vector<OpenInterval>{{0, 1440}}));
    QVERIFY(readStoredSettings(toSettingsDocument(*always))->people == always->people);
}

void TestOnCallSettings::problems_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("sentence");
    const auto plan = [](const QByteArray &value) {
        return "{'people': {'staff': [{'number': '+13132230110', 'onCall': " + value + "}]}}";
    };
    QTest::newRow("list") << plan("[['18:00', '08:00']]") << u"people.staff[0].onCall"_s << u"must be an object"_s;
    QTest::newRow("time") << plan("{'mon': [['18:00', '25:00']]}") << u"people.staff[0].onCall.mon[0]"_s << u"must end with a time"_s;
    QTest::newRow("day") << plan("{'monday': []}") << u"people.staff[0].onCall.monday"_s << u"is not a known key"_s;
    QTest::newRow("overlap") << plan("{'mon': [['08:00', '12:00'], ['11:00', '13:00']]}") << u"people.staff[0].onCall"_s << u"overlap"_s;
    QTest::newRow("minutes") << QByteArray("{'onCall': {'minutesBetween': 61}}") << u"onCall.minutesBetween"_s << u"from 0 to 60"_s;
    QTest::newRow("key") << QByteArray("{'onCall': {'alerts': true}}") << u"onCall.alerts"_s << u"is not a known key"_s;
}

void TestOnCallSettings::problems()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const auto read = applied(json);
    QVERIFY(!read);
    QTEST(read.error().key, "key");
    QVERIFY2(read.error().sentence.contains(sentence), qPrintable(read.error().sentence));
}

QTEST_GUILESS_MAIN(TestOnCallSettings)
#include "tst_oncallsettings.moc"
