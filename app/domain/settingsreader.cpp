// SPDX-License-Identifier: MIT
#include "domain/settingsreader.h"

#include "domain/evidence/isotime.h"
#include "domain/hours/localtime.h"
#include "domain/traps/trapfinder.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Keys that the design names and that come with a later version.
const QStringList laterKeys = {u"accounts"_s, u"lines[].account"_s};

bool looksLikeSecret(const QString &value)
{
    // What an auth token or an API secret of the known providers looks like; their public ids begin with two letters.
    static const QRegularExpression token(QRegularExpression::anchoredPattern(u"[0-9a-fA-F]{32}"_s));
    return token.match(value.trimmed()).hasMatch();
}

constexpr QLatin1StringView secretPlace("secrets belong into the keychain or the environment, never into a file");

} // namespace

bool speaksOfSecrets(const QString &key)
{
    static const QRegularExpression words(u"token|secret|passw|passphrase|credential|private_?-?key|\\bpwd\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(key).hasMatch();
}

SettingsReader::SettingsReader(const QJsonObject &document, const Settings &settings, const std::vector<ProviderDescriptor> *providers)
    : m_object(document)
    , m_settings(settings)
    , m_providers(providers)
{
}

void SettingsReader::fail(const QString &key, const QString &sentence)
{
    if (!m_problem)
        m_problem = SettingsProblem{key, sentence};
}

QJsonValue SettingsReader::take(const QString &key)
{
    m_known += key;
    return m_object.value(key);
}

bool SettingsReader::hasField(const QString &key, bool secret) const
{
    return std::any_of(m_providers->begin(), m_providers->end(), [&](const ProviderDescriptor &provider) {
        return std::any_of(provider.fields.begin(), provider.fields.end(),
                           [&](const ProviderField &field) { return field.secret == secret && field.key == key; });
    });
}

void SettingsReader::refuseSecrets()
{
    if (!isStored())
        refuseSecretsIn(m_object, QString());
}

void SettingsReader::refuseSecretsIn(const QJsonValue &value, const QString &path)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString where = path.isEmpty() ? it.key() : path + u'.' + it.key();
            if (hasField(it.key(), true) || (speaksOfSecrets(it.key()) && !hasField(it.key(), false)))
                fail(where, u"is a secret: "_s + secretPlace);
            refuseSecretsIn(it.value(), where);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            refuseSecretsIn(array[i], u"%1[%2]"_s.arg(path).arg(i));
    } else if (value.isString() && looksLikeSecret(value.toString())) {
        fail(path, u"looks like a secret: "_s + secretPlace);
    }
}

void SettingsReader::refuseOthers()
{
    if (isStored())
        return;
    for (const QString &key : m_object.keys()) {
        if (m_known.contains(key))
            continue;
        static const QRegularExpression index(u"\\[\\d+\\]"_s);
        const bool comesLater = laterKeys.contains(path(key).replace(index, u"[]"_s));
        fail(path(key), comesLater ? u"is not known yet in this version"_s : u"is not a known key"_s);
    }
}

void SettingsReader::text(const QString &key, QString &value)
{
    const QJsonValue read = take(key);
    if (read.isString())
        value = read.toString();
    else if (!read.isUndefined())
        fail(path(key), u"must be text in quotes"_s);
}

void SettingsReader::text(const char *key, QString &value)
{
    text(QString::fromLatin1(key), value);
}

void SettingsReader::whole(const char *key, int &value, int, int)
{
    const QJsonValue read = take(key);
    if (read.isUndefined())
        return;
    const double number = read.toDouble();
    if (!read.isDouble() || number != std::floor(number))
        fail(path(key), u"must be a whole number"_s);
    else // what does not fit is out of every range
        value = static_cast<int>(std::clamp(number, -1e9, 1e9));
}

void SettingsReader::flag(const char *key, bool &value)
{
    const QJsonValue read = take(key);
    if (read.isBool())
        value = read.toBool();
    else if (!read.isUndefined())
        fail(path(key), u"must be true or false"_s);
}

void SettingsReader::number(const char *key, PhoneNumber &value)
{
    QString spelled;
    text(key, spelled);
    if (spelled.isEmpty())
        return;
    if (const std::optional<PhoneNumber> read = numberFrom(path(key), spelled))
        value = *read;
}

std::optional<PhoneNumber> SettingsReader::numberFrom(const QString &where, const QString &spelled)
{
    std::optional<PhoneNumber> read =
        isStored() ? PhoneNumber::fromStored(spelled) : PhoneNumber::parse(spelled, m_settings.business.country);
    if (!read)
        fail(where, u"is not a valid telephone number: use a form like \"+13132230100\""_s);
    return read;
}

std::vector<OpenInterval> SettingsReader::day(const QJsonValue &value, const QString &where)
{
    std::vector<OpenInterval> intervals;
    if (!value.isArray())
        fail(where, u"must be a list of times: [[\"08:00\", \"17:00\"]]"_s);
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array) {
        const QString place = u"%1[%2]"_s.arg(where).arg(intervals.size());
        const QJsonArray ends = item.toArray();
        if (ends.size() != 2 || !ends[0].isString() || !ends[1].isString()) {
            fail(place, u"must be two times: [\"08:00\", \"17:00\"]"_s);
            break;
        }
        const auto interval = intervalFrom(ends[0].toString(), ends[1].toString());
        if (!interval) {
            fail(place, interval.error());
            break;
        }
        intervals.push_back(*interval);
    }
    return intervals;
}

std::optional<WeeklyHours> SettingsReader::days()
{
    WeeklyHours read;
    bool any = false;
    for (size_t i = 0; i < weekdayKeys.size(); ++i) {
        const QJsonValue value = take(weekdayKeys[i]);
        if (value.isUndefined())
            continue;
        any = true;
        read[i] = day(value, path(weekdayKeys[i]));
    }
    return any ? std::optional(read) : std::nullopt;
}

void SettingsReader::week(std::optional<WeeklyHours> &weekly)
{
    const std::optional<WeeklyHours> read = days();
    if (!read)
        return;
    const std::vector<OpenInterval> wholeDay{{0, minutesPerDay}};
    const bool always = std::all_of(read->begin(), read->end(), [&wholeDay](const auto &day) { return day == wholeDay; });
    weekly = always ? std::nullopt : read;
}

void SettingsReader::plan(const char *key, std::optional<WeeklyHours> &weekly)
{
    section(key, [&weekly](SettingsReader &in) { weekly = in.days(); });
}

void SettingsReader::date(const char *key, Holiday &holiday)
{
    QString spelled;
    text(key, spelled);
    if (spelled.isEmpty())
        return;
    if (const auto read = holidayFrom(spelled, holiday.name))
        holiday = *read;
    else
        fail(path(key), read.error());
}

void SettingsReader::numbers(const char *key, std::vector<PhoneNumber> &values)
{
    const QJsonValue read = take(key);
    if (read.isUndefined())
        return;
    if (!read.isArray())
        return fail(path(key), u"must be a list of telephone numbers: [\"+13132230100\"]"_s);
    values.clear();
    const QJsonArray array = read.toArray();
    for (const QJsonValue item : array) {
        const QString where = u"%1[%2]"_s.arg(path(key)).arg(values.size());
        const std::optional<PhoneNumber> number = numberFrom(where, item.toString());
        if (!number)
            return;
        values.push_back(*number);
    }
}

void SettingsReader::trapKeys(const char *key, QStringList &values)
{
    const QJsonValue read = take(key);
    if (read.isUndefined())
        return;
    values.clear();
    bool good = read.isArray();
    const QJsonArray array = read.toArray();
    for (const QJsonValue item : array) {
        values += item.toString();
        good = good && isTrapKey(item.toString());
    }
    if (!good)
        fail(path(key), u"must be a list of findings, like [\"carrier-voicemail:+13132230100\"]"_s);
}

void SettingsReader::dollars(const char *key, MicroDollars &value)
{
    const QJsonValue read = take(key);
    if (read.isUndefined())
        return;
    const double micros = read.toDouble() * 1e6;
    if (read.isDouble() && std::abs(micros) < 1e15)
        value = std::llround(micros);
    else
        fail(path(key), u"must be an amount in dollars, like 0.0083"_s);
}

void SettingsReader::moment(const char *key, std::optional<UtcTime> &value)
{
    QString spelled = value ? isoTime(*value) : QString();
    text(key, spelled);
    const QDateTime read = QDateTime::fromString(spelled, Qt::ISODateWithMs);
    if (spelled.isEmpty())
        value.reset();
    else if (read.isValid() && read.timeSpec() != Qt::LocalTime)
        value = fromUnixMillis(read.toMSecsSinceEpoch());
    else
        fail(path(key), u"must be a time with its zone, like \"2026-11-23T15:00:00Z\", or empty"_s);
}

void SettingsReader::texts(const char *key, QMap<QString, QString> &values, const QStringList &names)
{
    section(key, [&](SettingsReader &in) {
        for (const QString &name : names) {
            QString value = values.value(name);
            in.text(name, value);
            if (value.isEmpty())
                values.remove(name);
            else
                values.insert(name, value);
        }
    });
}

void SettingsReader::provider(const char *key, AccountSettings &account)
{
    const QString former = account.provider;
    text(key, account.provider);
    if (account.provider == former)
        return;
    // Ids and addresses of one provider mean nothing at another.
    account.fields.clear();
    account.apiBaseUrl.clear();
}

void SettingsReader::fields(AccountSettings &account)
{
    QStringList keys;
    if (isStored()) {
        for (const QString &key : m_object.keys()) {
            if (!m_known.contains(key) && m_object.value(key).isString())
                keys += key;
        }
    } else {
        for (const ProviderDescriptor &provider : *m_providers) {
            for (const ProviderField &field : provider.fields) {
                if (provider.id == account.provider && !field.secret)
                    keys += field.key;
            }
        }
    }
    for (const QString &key : keys) {
        QString value = account.fields.value(key);
        text(key, value);
        if (value.isEmpty())
            account.fields.remove(key);
        else
            account.fields.insert(key, value);
    }
}

} // namespace textback
