// SPDX-License-Identifier: MIT
#include "domain/settingsdocument.h"

#include "domain/jsonkeys.h"
#include "domain/settingsreader.h"
#include "domain/settingsschema.h"
#include "domain/settingswriter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

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

/// Everything that the document has, into `settings`; the first problem where there is one.
std::optional<SettingsProblem> readInto(Settings &settings, const QJsonObject &document, const std::vector<ProviderDescriptor> *providers)
{
    SettingsReader reader(document, settings, providers);
    reader.refuseSecrets();
    visitSettings(reader, settings);
    reader.refuseOthers();
    return reader.problem();
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
    std::optional<SettingsProblem> problem = readInto(settings, *document, &providers);
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
    SettingsWriter writer;
    visitSettings(writer, settings);
    return QJsonDocument(writer.object()).toJson(QJsonDocument::Indented);
}

tl::expected<Settings, SettingsProblem> readStoredSettings(const QByteArray &json)
{
    const tl::expected<QJsonObject, SettingsProblem> document = parsed(json);
    if (!document)
        return tl::unexpected(document.error());
    Settings settings;
    if (const std::optional<SettingsProblem> problem = readInto(settings, *document, nullptr))
        return tl::unexpected(*problem);
    return settings;
}

} // namespace textback
