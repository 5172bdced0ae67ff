// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/exampleprovider.h"
#include "domain/jsonkeys.h"
#include "domain/loopback.h"
#include "domain/settingsdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

qsizetype keysIn(const QJsonValue &value)
{
    qsizetype keys = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        keys = object.size();
        for (const QJsonValue member : object)
            keys += keysIn(member);
    }
    for (const QJsonValue entry : value.toArray())
        keys += keysIn(entry);
    return keys;
}

/// In well-formed JSON each key has one colon outside of all quotes.
qsizetype colonsIn(const QByteArray &json)
{
    qsizetype colons = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (quoted && json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            quoted = !quoted;
        else if (!quoted && json[i] == ':')
            ++colons;
    }
    return colons;
}

void checkDuplicates(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return;
    const QJsonValue top = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    FUZZ_PROMISE(firstDuplicateKey(json).has_value() == (keysIn(top) != colonsIn(json)));
}

void checkAccepted(const Settings &settings, const std::vector<ProviderDescriptor> &providers)
{
    FUZZ_PROMISE(!checkSettings(settings, providers));
    FUZZ_PROMISE(settings.hasAccount());
    const QUrl base(settings.account.apiBaseUrl);
    FUZZ_PROMISE(base.isEmpty() || base.scheme() == "https"_L1 || isLoopback(base));
    const QByteArray written = toSettingsDocument(settings);
    // No secret gets into the file that somebody passes on.
    static const QRegularExpression token(u"\"\\s*[0-9a-fA-F]{32}\\s*\""_s);
    FUZZ_PROMISE(!token.match(QString::fromUtf8(written)).hasMatch());
    const auto again = applySettingsDocument(written, Settings(), providers);
    FUZZ_PROMISE(again && *again == settings);
    const auto stored = readStoredSettings(written);
    FUZZ_PROMISE(stored && *stored == settings);
}

void checkRefused(const SettingsProblem &problem)
{
    FUZZ_PROMISE(!problem.sentence.isEmpty());
    // It goes to a terminal.
    for (const QChar c : problem.line())
        FUZZ_PROMISE(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
}

} // namespace

// Whatever the file holds, it is taken as a whole that can be written and read again, or refused with a line that may be shown.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::vector<ProviderDescriptor> providers = test::exampleProviders();
    const QByteArray json = fuzz::bytesOf(data, size);
    checkDuplicates(json);
    const auto applied = applySettingsDocument(json, Settings(), providers);
    if (applied)
        checkAccepted(*applied, providers);
    else
        checkRefused(applied.error());
    // What the database holds is taken without doubt, and never does more harm than not being readable.
    if (const auto stored = readStoredSettings(json))
        (void)toSettingsDocument(*stored);
    return 0;
}
