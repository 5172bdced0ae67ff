// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settingsdocument.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace textback {

/// The keys of the days of a week, Monday first.
inline constexpr std::array weekdayKeys = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/// Whether a key names a secret, whatever provider it belongs to.
bool speaksOfSecrets(const QString &key);

/// Reads what settingsschema.h describes from a JSON object: a visitor. Keys that are not there leave their value; the first problem is kept,
/// and everything after it is passed over. Ranges are not its business: checkSettings looks at values however they came.
class SettingsReader {
public:
    /// `providers` is null for the program's own storage, where unknown keys are passed over and values are not doubted. `settings` gives the
    /// country by which national numbers are read; it must outlive the reader.
    SettingsReader(const QJsonObject &document, const Settings &settings, const std::vector<ProviderDescriptor> *providers);

    const std::optional<SettingsProblem> &problem() const { return m_problem; }
    /// Looks over the whole document first, so that a secret is named as one wherever it stands.
    void refuseSecrets();
    /// Every key that nobody asked for is a problem.
    void refuseOthers();

    template <typename Fill>
    void section(const char *key, Fill fill)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (!value.isObject())
            return fail(path(key), QStringLiteral("must be an object: {...}"));
        inside(path(key), value.toObject(), fill);
    }

    template <typename Entry, typename Fill>
    void list(const char *key, std::vector<Entry> &entries, Fill fill)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (!value.isArray())
            return fail(path(key), QStringLiteral("must be a list: [...]"));
        entries.clear();
        const QJsonArray array = value.toArray();
        for (const QJsonValue item : array) {
            const QString where = QStringLiteral("%1[%2]").arg(path(key)).arg(entries.size());
            if (!item.isObject())
                return fail(where, QStringLiteral("must be an object: {...}"));
            Entry &entry = entries.emplace_back();
            inside(where, item.toObject(), [&](SettingsReader &in) { fill(in, entry); });
        }
    }

    template <typename Enum, typename FromText>
    void choice(const char *key, Enum &value, FromText fromText, const char *words)
    {
        QString spelled = toString(value);
        text(key, spelled);
        if (const std::optional<Enum> read = fromText(spelled))
            value = *read;
        else if (!isStored()) // what only a later version knows leaves this one at its own value
            fail(path(key), QStringLiteral("must be ") + QLatin1StringView(words));
    }

    void text(const char *key, QString &value);
    void whole(const char *key, int &value, int least, int most);
    void flag(const char *key, bool &value);
    void number(const char *key, PhoneNumber &value);
    void week(std::optional<WeeklyHours> &weekly);
    void plan(const char *key, std::optional<WeeklyHours> &weekly);
    void date(const char *key, Holiday &holiday);
    void numbers(const char *key, std::vector<PhoneNumber> &values);
    void trapKeys(const char *key, QStringList &values);
    void moment(const char *key, std::optional<UtcTime> &value);
    void dollars(const char *key, MicroDollars &value);
    void texts(const char *key, QMap<QString, QString> &values, const QStringList &names);
    void provider(const char *key, AccountSettings &account);
    void fields(AccountSettings &account);

private:
    bool isStored() const { return !m_providers; }
    QString path(const QString &key) const { return m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key; }
    QString path(const char *key) const { return path(QString::fromLatin1(key)); }
    /// The value of a key, which is known from now on.
    QJsonValue take(const QString &key);
    QJsonValue take(const char *key) { return take(QString::fromLatin1(key)); }
    void text(const QString &key, QString &value);
    /// The days of a week that stand in the object at hand; nothing where none does.
    std::optional<WeeklyHours> days();
    std::vector<OpenInterval> day(const QJsonValue &value, const QString &where);
    std::optional<PhoneNumber> numberFrom(const QString &where, const QString &spelled);
    void fail(const QString &key, const QString &sentence);
    void refuseSecretsIn(const QJsonValue &value, const QString &path);
    bool hasField(const QString &key, bool secret) const;

    template <typename Fill>
    void inside(const QString &where, const QJsonObject &object, Fill fill)
    {
        SettingsReader in(object, m_settings, m_providers);
        in.m_path = where;
        fill(in);
        in.refuseOthers();
        if (!m_problem)
            m_problem = in.m_problem;
    }

    QJsonObject m_object;
    QString m_path;
    QStringList m_known;
    const Settings &m_settings;
    const std::vector<ProviderDescriptor> *m_providers;
    std::optional<SettingsProblem> m_problem;
};

} // namespace textback
