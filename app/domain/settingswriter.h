// SPDX-License-Identifier: MIT
#pragma once

#include "domain/evidence/isotime.h"
#include "domain/settings.h"
#include "domain/textbackrules.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1StringView>

#include <vector>

namespace textback {

/// Writes what settingsschema.h describes into a JSON object. A visitor.
class SettingsWriter {
public:
    const QJsonObject &object() const { return m_object; }

    template <typename Fill>
    void section(const char *key, Fill fill)
    {
        SettingsWriter inside;
        fill(inside);
        m_object.insert(QLatin1StringView(key), inside.m_object);
    }

    template <typename Entry, typename Fill>
    void list(const char *key, const std::vector<Entry> &entries, Fill fill)
    {
        QJsonArray array;
        for (const Entry &entry : entries) {
            SettingsWriter inside;
            fill(inside, entry);
            array.append(inside.m_object);
        }
        m_object.insert(QLatin1StringView(key), array);
    }

    template <typename Enum, typename FromText>
    void choice(const char *key, Enum value, FromText, const char *)
    {
        text(key, toString(value));
    }

    void text(const char *key, const QString &value) { m_object.insert(QLatin1StringView(key), value); }
    void whole(const char *key, int value, int, int) { m_object.insert(QLatin1StringView(key), value); }
    void flag(const char *key, bool value) { m_object.insert(QLatin1StringView(key), value); }
    void number(const char *key, const PhoneNumber &value);
    void week(const std::optional<WeeklyHours> &weekly);
    void plan(const char *key, const std::optional<WeeklyHours> &weekly);
    void date(const char *key, const Holiday &holiday) { text(key, holiday.dateText()); }
    void moment(const char *key, const std::optional<UtcTime> &value) { text(key, value ? isoTime(*value) : QString()); }
    void numbers(const char *key, const std::vector<PhoneNumber> &values);
    void trapKeys(const char *key, const QStringList &values)
    {
        m_object.insert(QLatin1StringView(key), QJsonArray::fromStringList(values));
    }
    void dollars(const char *key, MicroDollars value) { m_object.insert(QLatin1StringView(key), static_cast<double>(value) / 1e6); }
    void texts(const char *key, const QMap<QString, QString> &values, const QStringList &names);
    void provider(const char *key, const AccountSettings &account) { text(key, account.provider); }
    void fields(const AccountSettings &account);

private:
    QJsonObject m_object;
};

} // namespace textback
