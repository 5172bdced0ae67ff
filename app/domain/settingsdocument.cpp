// SPDX-License-Identifier: MIT
#include "domain/settingsdocument.h"

#include "domain/jsonkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Keys that the design names and that come with a later version.
const QStringList laterKeys = {u"hours"_s, u"accounts"_s, u"lines[].account"_s, u"rules.templates.closed"_s, u"rules.templates.holiday"_s};

bool speaksOfSecrets(const QString &key)
{
    static const QRegularExpression words(u"token|secret|passw|passphrase|credential|private_?-?key|\\bpwd\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(key).hasMatch();
}

bool looksLikeSecret(const QString &value)
{
    // What an auth token or an API secret of the known providers looks like; their public ids begin with two letters.
    static const QRegularExpression token(u"^[0-9a-fA-F]{32}$"_s);
    return token.match(value.trimmed()).hasMatch();
}

/// Reads a document into settings. The first problem ends it: everything after it is passed over.
class Reader {
public:
    /// `providers` is null for the program's own storage, where unknown keys are passed over and values are not doubted.
    Reader(Settings &settings, const std::vector<ProviderDescriptor> *providers)
        : m_settings(settings)
        , m_providers(providers)
    {
    }

    std::optional<SettingsProblem> read(const QJsonObject &document)
    {
        if (!isStored())
            refuseSecrets(document, QString());
        section(document, u"business"_s, [this](const QJsonObject &object) { business(object); });
        section(document, u"account"_s, [this](const QJsonObject &object) { account(object); });
        lines(document);
        section(document, u"rules"_s, [this](const QJsonObject &object) { rules(object); });
        section(document, u"thisPc"_s, [this](const QJsonObject &object) { thisPc(object); });
        refuseOthers(document, QString(), {u"business"_s, u"account"_s, u"lines"_s, u"rules"_s, u"thisPc"_s});
        return m_problem;
    }

private:
    bool isStored() const { return !m_providers; }

    void fail(const QString &key, const QString &sentence)
    {
        if (!m_problem)
            m_problem = SettingsProblem{key, sentence};
    }

    static QString under(const QString &path, const QString &key) { return path.isEmpty() ? key : path + u'.' + key; }

    bool isSecretField(const QString &key) const
    {
        return std::any_of(m_providers->begin(), m_providers->end(), [&key](const ProviderDescriptor &provider) {
            return std::any_of(provider.fields.begin(), provider.fields.end(),
                               [&key](const ProviderField &field) { return field.secret && field.key == key; });
        });
    }

    bool isPublicField(const QString &key) const
    {
        return std::any_of(m_providers->begin(), m_providers->end(), [&key](const ProviderDescriptor &provider) {
            return std::any_of(provider.fields.begin(), provider.fields.end(),
                               [&key](const ProviderField &field) { return !field.secret && field.key == key; });
        });
    }

    /// Goes over the whole document before anything else, so that a secret is named as one wherever it stands.
    void refuseSecrets(const QJsonValue &value, const QString &path)
    {
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (isSecretField(it.key()) || (speaksOfSecrets(it.key()) && !isPublicField(it.key())))
                    fail(under(path, it.key()), secretSentence());
                refuseSecrets(it.value(), under(path, it.key()));
            }
        } else if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                refuseSecrets(array[i], u"%1[%2]"_s.arg(path).arg(i));
        } else if (value.isString() && looksLikeSecret(value.toString())) {
            fail(path, u"looks like a secret: "_s + secretPlace());
        }
    }

    static QString secretPlace() { return u"secrets belong into the keychain or the environment, never into a file"_s; }
    static QString secretSentence() { return u"is a secret: "_s + secretPlace(); }

    void refuseOthers(const QJsonObject &object, const QString &path, const QStringList &known)
    {
        if (isStored())
            return;
        for (const QString &key : object.keys()) {
            if (known.contains(key))
                continue;
            static const QRegularExpression index(u"\\[\\d+\\]"_s);
            const bool comesLater = laterKeys.contains(under(path, key).replace(index, u"[]"_s));
            fail(under(path, key), comesLater ? u"is not known yet in this version"_s : u"is not a known key"_s);
        }
    }

    void section(const QJsonObject &parent, const QString &key, const std::function<void(const QJsonObject &)> &read,
                 const QString &path = QString())
    {
        const QJsonValue value = parent.value(key);
        if (value.isUndefined())
            return;
        if (value.isObject())
            read(value.toObject());
        else
            fail(under(path, key), u"must be an object: {...}"_s);
    }

    void text(const QJsonObject &object, const QString &path, const QString &key, QString &target)
    {
        const QJsonValue value = object.value(key);
        if (value.isString())
            target = value.toString();
        else if (!value.isUndefined())
            fail(under(path, key), u"must be text in quotes"_s);
    }

    void whole(const QJsonObject &object, const QString &path, const QString &key, int &target)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return;
        const double number = value.toDouble();
        if (!value.isDouble() || number != std::floor(number))
            fail(under(path, key), u"must be a whole number"_s);
        else // what does not fit is out of every range
            target = static_cast<int>(std::clamp(number, -1e9, 1e9));
    }

    void flag(const QJsonObject &object, const QString &path, const QString &key, bool &target)
    {
        const QJsonValue value = object.value(key);
        if (value.isBool())
            target = value.toBool();
        else if (!value.isUndefined())
            fail(under(path, key), u"must be true or false"_s);
    }

    void number(const QJsonObject &object, const QString &path, const QString &key, PhoneNumber &target)
    {
        QString spelled;
        text(object, path, key, spelled);
        if (spelled.isEmpty())
            return;
        const std::optional<PhoneNumber> read =
            isStored() ? PhoneNumber::fromStored(spelled) : PhoneNumber::parse(spelled, m_settings.business.country);
        if (read)
            target = *read;
        else
            fail(under(path, key), u"is not a valid telephone number: use a form like \"+13132230100\""_s);
    }

    void business(const QJsonObject &object)
    {
        const QString path = u"business"_s;
        BusinessSettings &business = m_settings.business;
        text(object, path, u"name"_s, business.name);
        text(object, path, u"timeZone"_s, business.timeZone);
        text(object, path, u"country"_s, business.country);
        text(object, path, u"trade"_s, business.trade);
        text(object, path, u"bookingLink"_s, business.bookingLink);
        text(object, path, u"reviewLink"_s, business.reviewLink);
        refuseOthers(object, path, {u"name"_s, u"timeZone"_s, u"country"_s, u"trade"_s, u"bookingLink"_s, u"reviewLink"_s});
    }

    void account(const QJsonObject &object)
    {
        const QString path = u"account"_s;
        const QStringList common = {u"provider"_s, u"apiBaseUrl"_s, u"pollSeconds"_s, u"lookUpLineType"_s};
        AccountSettings &account = m_settings.account;
        const QString former = account.provider;
        text(object, path, u"provider"_s, account.provider);
        if (account.provider != former) {
            // Ids and addresses of one provider mean nothing at another.
            account.fields.clear();
            account.apiBaseUrl.clear();
        }
        text(object, path, u"apiBaseUrl"_s, account.apiBaseUrl);
        whole(object, path, u"pollSeconds"_s, account.pollSeconds);
        flag(object, path, u"lookUpLineType"_s, account.lookUpLineType);
        const QStringList fields = fieldKeys(object, common);
        for (const QString &key : fields) {
            QString value = account.fields.value(key);
            text(object, path, key, value);
            if (value.isEmpty())
                account.fields.remove(key);
            else
                account.fields.insert(key, value);
        }
        refuseOthers(object, path, common + fields);
    }

    QStringList fieldKeys(const QJsonObject &object, const QStringList &common) const
    {
        QStringList keys;
        if (isStored()) {
            for (const QString &key : object.keys()) {
                if (!common.contains(key) && object.value(key).isString())
                    keys += key;
            }
            return keys;
        }
        for (const ProviderDescriptor &provider : *m_providers) {
            for (const ProviderField &field : provider.fields) {
                if (provider.id == m_settings.account.provider && !field.secret)
                    keys += field.key;
            }
        }
        return keys;
    }

    void lines(const QJsonObject &document)
    {
        const QJsonValue value = document.value("lines"_L1);
        if (value.isUndefined())
            return;
        if (!value.isArray())
            return fail(u"lines"_s, u"must be a list: [...]"_s);
        m_settings.lines.clear();
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries) {
            const QString path = u"lines[%1]"_s.arg(m_settings.lines.size());
            if (!entry.isObject())
                return fail(path, u"must be an object: {...}"_s);
            m_settings.lines.push_back(line(entry.toObject(), path));
        }
    }

    Line line(const QJsonObject &object, const QString &path)
    {
        Line line;
        number(object, path, u"number"_s, line.number);
        text(object, path, u"label"_s, line.label);
        text(object, path, u"city"_s, line.city);
        flag(object, path, u"overflow"_s, line.overflow);
        whole(object, path, u"minRings"_s, line.minRings);
        number(object, path, u"textFrom"_s, line.textFrom);
        refuseOthers(object, path, {u"number"_s, u"label"_s, u"city"_s, u"overflow"_s, u"minRings"_s, u"textFrom"_s});
        return line;
    }

    void rules(const QJsonObject &object)
    {
        const QString path = u"rules"_s;
        RuleSettings &rules = m_settings.rules;
        QString mode = toString(rules.mode);
        text(object, path, u"mode"_s, mode);
        if (const std::optional<Mode> read = modeFromString(mode))
            rules.mode = *read;
        else if (!isStored()) // a mode that only a later version knows leaves this one at its default, which sends nothing
            fail(u"rules.mode"_s, u"must be \"on\", \"watch\" or \"off\""_s);
        whole(object, path, u"maxAgeMinutes"_s, rules.maxAgeMinutes);
        whole(object, path, u"cooldownHours"_s, rules.cooldownHours);
        whole(object, path, u"sendDelaySeconds"_s, rules.sendDelaySeconds);
        whole(object, path, u"humanSilenceMinutes"_s, rules.humanSilenceMinutes);
        section(
            object, u"templates"_s, [this](const QJsonObject &templates) { ownTemplates(templates); }, path);
        refuseOthers(object, path,
                     {u"mode"_s, u"maxAgeMinutes"_s, u"cooldownHours"_s, u"sendDelaySeconds"_s, u"humanSilenceMinutes"_s, u"templates"_s});
    }

    void thisPc(const QJsonObject &object)
    {
        const QString path = u"thisPc"_s;
        ThisPcSettings &pc = m_settings.thisPc;
        QString role = toString(pc.role);
        text(object, path, u"role"_s, role);
        if (const std::optional<DeviceRole> read = deviceRoleFromString(role))
            pc.role = *read;
        else if (isStored()) // a role that only a later version knows: the one that sends nothing is safe
            pc.role = DeviceRole::Viewer;
        else
            fail(u"thisPc.role"_s, u"must be \"sender\" or \"viewer\""_s);
        text(object, path, u"name"_s, pc.name);
        refuseOthers(object, path, {u"role"_s, u"name"_s});
    }

    void ownTemplates(const QJsonObject &object)
    {
        QString open = m_settings.rules.templates.value(u"open"_s);
        text(object, u"rules.templates"_s, u"open"_s, open);
        if (open.isEmpty())
            m_settings.rules.templates.remove(u"open"_s);
        else
            m_settings.rules.templates.insert(u"open"_s, open);
        refuseOthers(object, u"rules.templates"_s, {u"open"_s});
    }

    Settings &m_settings;
    const std::vector<ProviderDescriptor> *m_providers;
    std::optional<SettingsProblem> m_problem;
};

tl::expected<QJsonObject, SettingsProblem> parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype line = 1 + json.left(error.offset).count('\n');
        return tl::unexpected(SettingsProblem{QString(), u"is not valid JSON: %1 (line %2)"_s.arg(error.errorString()).arg(line)});
    }
    if (!document.isObject())
        return tl::unexpected(SettingsProblem{QString(), u"must be a JSON object: {...}"_s});
    if (const std::optional<QString> twice = firstDuplicateKey(json))
        return tl::unexpected(SettingsProblem{*twice, u"stands there twice"_s});
    return document.object();
}

QString firstSignInKey(const Settings &settings, const std::vector<ProviderDescriptor> &providers)
{
    for (const ProviderDescriptor &provider : providers) {
        for (const ProviderField &field : provider.fields) {
            if (provider.id == settings.account.provider && field.required && !field.secret)
                return u"account."_s + field.key;
        }
    }
    return u"account"_s;
}

QJsonObject lineObject(const Line &line)
{
    QJsonObject object{{u"number"_s, line.number.e164()},
                       {u"label"_s, line.label},
                       {u"city"_s, line.city},
                       {u"overflow"_s, line.overflow},
                       {u"minRings"_s, line.minRings}};
    if (!line.textFrom.isNull())
        object.insert(u"textFrom"_s, line.textFrom.e164());
    return object;
}

} // namespace

tl::expected<Settings, SettingsProblem> applySettingsDocument(const QByteArray &json, const Settings &current,
                                                              const std::vector<ProviderDescriptor> &providers)
{
    const tl::expected<QJsonObject, SettingsProblem> document = parsed(json);
    if (!document)
        return tl::unexpected(document.error());
    Settings settings = current;
    // The first sign-in by file switches on; who signed in before and chose to watch goes on watching.
    if (!current.hasAccount() && document->contains("account"_L1))
        settings.rules.mode = Mode::On;
    std::optional<SettingsProblem> problem = Reader(settings, &providers).read(*document);
    if (!problem)
        problem = checkSettings(settings, providers);
    if (!problem && !settings.hasAccount()) // a page may be saved before anybody signed in; a file has to say who does
        problem = SettingsProblem{document->contains("account"_L1) ? firstSignInKey(settings, providers) : u"account"_s, u"is required"_s};
    if (problem)
        return tl::unexpected(*problem);
    return settings;
}

QByteArray toSettingsDocument(const Settings &settings)
{
    QJsonObject account{{u"provider"_s, settings.account.provider},
                        {u"apiBaseUrl"_s, settings.account.apiBaseUrl},
                        {u"pollSeconds"_s, settings.account.pollSeconds},
                        {u"lookUpLineType"_s, settings.account.lookUpLineType}};
    for (auto it = settings.account.fields.begin(); it != settings.account.fields.end(); ++it) {
        if (!speaksOfSecrets(it.key()))
            account.insert(it.key(), it.value());
    }
    QJsonArray lines;
    for (const Line &line : settings.lines)
        lines.append(lineObject(line));
    const QJsonObject document{
        {u"business"_s, QJsonObject{{u"name"_s, settings.business.name},
                                    {u"timeZone"_s, settings.business.timeZone},
                                    {u"country"_s, settings.business.country},
                                    {u"trade"_s, settings.business.trade},
                                    {u"bookingLink"_s, settings.business.bookingLink},
                                    {u"reviewLink"_s, settings.business.reviewLink}}},
        {u"account"_s, account},
        {u"lines"_s, lines},
        {u"rules"_s, QJsonObject{{u"mode"_s, toString(settings.rules.mode)},
                                 {u"maxAgeMinutes"_s, settings.rules.maxAgeMinutes},
                                 {u"cooldownHours"_s, settings.rules.cooldownHours},
                                 {u"sendDelaySeconds"_s, settings.rules.sendDelaySeconds},
                                 {u"humanSilenceMinutes"_s, settings.rules.humanSilenceMinutes},
                                 {u"templates"_s, QJsonObject{{u"open"_s, settings.rules.templates.value(u"open"_s)}}}}},
        {u"thisPc"_s, QJsonObject{{u"role"_s, toString(settings.thisPc.role)}, {u"name"_s, settings.thisPc.name}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

tl::expected<Settings, SettingsProblem> readStoredSettings(const QByteArray &json)
{
    const tl::expected<QJsonObject, SettingsProblem> document = parsed(json);
    if (!document)
        return tl::unexpected(document.error());
    Settings settings;
    if (const std::optional<SettingsProblem> problem = Reader(settings, nullptr).read(*document))
        return tl::unexpected(*problem);
    return settings;
}

} // namespace textback
