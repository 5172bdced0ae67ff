// SPDX-License-Identifier: MIT
#include "domain/textbackrules.h"

#include "domain/enumnames.h"
#include "domain/hours/opentime.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace textback {

namespace {

constexpr EnumName<Mode> modeNames[] = {
    {Mode::On, QLatin1StringView("on")},
    {Mode::Watch, QLatin1StringView("watch")},
    {Mode::Off, QLatin1StringView("off")},
};

} // namespace

QString toString(Mode mode)
{
    return enumToString(modeNames, mode);
}

std::optional<Mode> modeFromString(const QString &text)
{
    return enumFromString(modeNames, text);
}

const Line *TextBackRules::lineFor(const PhoneNumber &number) const
{
    if (number.isNull())
        return nullptr;
    const auto found = std::find_if(lines.begin(), lines.end(), [&number](const Line &line) { return line.number == number; });
    return found == lines.end() ? nullptr : &*found;
}

bool TextBackRules::isOwnLine(const PhoneNumber &number) const
{
    return std::any_of(lines.begin(), lines.end(), [&number](const Line &line) { return line.has(number); });
}

UtcTime TextBackRules::waitedUntil(UtcTime since) const
{
    return afterOpenTime(since, std::chrono::minutes(waiting.minutes), hours, timeZone);
}

const TemplateSet &TextBackRules::templatesFor(const PhoneNumber &line) const
{
    const auto own = lineTemplates.find(line);
    return own == lineTemplates.end() ? templates : own->second;
}

QString TextBackRules::version() const
{
    // A stream writes lengths before strings, so that no two different rule sets write the same bytes.
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    const auto span = [&out](Millis value) { out << static_cast<qint64>(value.count()); };
    out << toString(mode);
    for (const Millis value : {maxAge, coolDown, secondCallWindow, sendDelay, humanSilence})
        span(value);
    out << businessName << bookingLink << reviewLink << timeZone.id() << homeRegion << toString(language) << allowFictionalNumbers;
    const auto texts = [&out](const TemplateSet &set) {
        for (const SendRule rule : allSendRules)
            out << set.text(rule);
    };
    texts(templates);
    out << static_cast<quint32>(lineTemplates.size());
    for (const auto &[number, set] : lineTemplates) {
        out << number.e164();
        texts(set);
    }
    out << static_cast<quint32>(lines.size());
    for (const Line &line : lines)
        out << line.number.e164() << line.label << line.city << line.overflow << line.minRings << line.textFrom.e164()
            << line.voicemailAfter;
    out << detector.robotCallsAreMissed;
    span(detector.shortestTalk);
    out << textKnownContacts << textVips << textForeign << storm << holdOutPercent;
    const auto week = [&out](const std::optional<WeeklyHours> &weekly) {
        out << weekly.has_value();
        for (const std::vector<OpenInterval> &day : weekly.value_or(WeeklyHours())) {
            out << static_cast<quint32>(day.size());
            for (const OpenInterval &interval : day)
                out << interval.from << interval.until;
        }
    };
    week(hours.weekly);
    out << static_cast<int>(replyHours) << hours.usFederalHolidays;
    out << static_cast<quint32>(hours.holidays.size());
    for (const Holiday &holiday : hours.holidays)
        out << holiday.name << holiday.year << holiday.month << holiday.day;
    out << static_cast<quint32>(people.staff.size());
    for (const StaffMember &member : people.staff) {
        out << member.name << member.number.e164();
        week(member.onCall);
    }
    out << onCall.urgentAlerts << onCall.replies << onCall.minutesBetween;
    for (const std::vector<PhoneNumber> *numbers : {&people.blocked, &people.neverText, &people.vip}) {
        out << static_cast<quint32>(numbers->size());
        for (const PhoneNumber &number : *numbers)
            out << number.e164();
    }
    out << followUps.count << followUps.firstAfterMinutes << followUps.secondAfterHours << reviews.ask << reviews.afterHours;
    out << waiting.minutes << waiting.holdingText << waiting.climbMinutes;
    out << limits.monthlyTexts << limits.stopWhenUsedUp << limits.textsPerDay << limits.pricePerSegment << limits.costPerDay
        << toString(limits.carrier);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(12));
}

} // namespace textback
