// SPDX-License-Identifier: MIT
#include "ui/startup/setupfile.h"

#include "domain/settingsdocument.h"
#include "domain/settingswarnings.h"
#include "ui/startup/linewriter.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1 << 20; // a thousand times what a full file needs

} // namespace

tl::expected<Settings, QString> readSetupFile(const QString &path, const Settings &current,
                                              const std::vector<ProviderDescriptor> &providers)
{
    return readSettingsFile(u"--setup"_s, path, current, providers);
}

tl::expected<Settings, QString> readSettingsFile(const QString &option, const QString &path, const Settings &current,
                                                 const std::vector<ProviderDescriptor> &providers)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return tl::unexpected(u"%1: %2 is a folder"_s.arg(option, path));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"%1: %2 cannot be read: %3"_s.arg(option, path, file.errorString()));
    const QByteArray json = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(u"%1: %2 cannot be read: %3"_s.arg(option, path, file.errorString()));
    if (json.size() > largestFile)
        return tl::unexpected(u"%1: %2 is no settings file: it is larger than 1 MB"_s.arg(option, path));
    tl::expected<Settings, SettingsProblem> settings = applySettingsDocument(json, current, providers);
    if (!settings)
        return tl::unexpected(u"%1: %2: %3"_s.arg(option, path, settings.error().line()));
    for (const QString &line : warningLines(option, path, *settings))
        tellOnStderr(line);
    return *std::move(settings);
}

QStringList warningLines(const QString &option, const QString &path, const Settings &settings)
{
    QStringList lines;
    for (const SettingsWarning &warning : settingsWarnings(settings))
        lines += u"%1: %2: warning: %3"_s.arg(option, path, warning.line());
    return lines;
}

tl::expected<void, QString> writeSetupFile(const QString &path, const Settings &settings)
{
    const tl::expected<void, QString> written = writePrivateFile(path, toSettingsDocument(settings));
    if (!written)
        return tl::unexpected(u"--export-setup: "_s + written.error());
    return {};
}

tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (path == "-"_L1) {
        QFile out;
        if (out.open(stdout, QIODevice::WriteOnly) && out.write(content) == content.size() && out.flush())
            return {};
        return tl::unexpected(u"stdout cannot be written: %1"_s.arg(out.errorString()));
    }
    // It would be written where the link leads: in a folder that others write into, such as /tmp, somebody else may have put it there.
    if (QFileInfo(path).isSymLink())
        return tl::unexpected(u"%1 is a link to another place: name the file itself"_s.arg(path));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(content) == content.size() && file.commit())
        return {};
    return tl::unexpected(u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
}

} // namespace textback
