// SPDX-License-Identifier: MIT
#include "domain/settingswriter.h"

#include "domain/hours/localtime.h"
#include "domain/settingsreader.h"

namespace textback {

void SettingsWriter::number(const char *key, const PhoneNumber &value)
{
    if (!value.isNull())
        text(key, value.e164());
}

void SettingsWriter::week(const std::optional<WeeklyHours> &weekly)
{
    for (size_t day = 0; day < weekdayKeys.size(); ++day) {
        QJsonArray intervals;
        const std::vector<OpenInterval> wholeDay{{0, minutesPerDay}};
        for (const OpenInterval &interval : weekly ? weekly->at(day) : wholeDay) {
            const QStringList ends = toString(interval).split(u'-');
            intervals.append(QJsonArray{ends.value(0), ends.value(1)});
        }
        m_object.insert(QLatin1StringView(weekdayKeys[day]), intervals);
    }
}

void SettingsWriter::plan(const char *key, const std::optional<WeeklyHours> &weekly)
{
    if (weekly) // somebody without one is never on call
        section(key, [&weekly](SettingsWriter &in) { in.week(weekly); });
}

void SettingsWriter::numbers(const char *key, const std::vector<PhoneNumber> &values)
{
    QJsonArray array;
    for (const PhoneNumber &value : values)
        array.append(value.e164());
    m_object.insert(QLatin1StringView(key), array);
}

void SettingsWriter::texts(const char *key, const QMap<QString, QString> &values, const QStringList &names)
{
    // Also those that are not set, so that reading it back takes away what was set meanwhile.
    QJsonObject object;
    for (const QString &name : names)
        object.insert(name, values.value(name));
    m_object.insert(QLatin1StringView(key), object);
}

void SettingsWriter::fields(const AccountSettings &account)
{
    for (auto it = account.fields.begin(); it != account.fields.end(); ++it) {
        if (!speaksOfSecrets(it.key()))
            m_object.insert(it.key(), it.value());
    }
}

} // namespace textback
