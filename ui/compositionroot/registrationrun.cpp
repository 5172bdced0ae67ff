// SPDX-License-Identifier: MIT
#include "ui/compositionroot/registrationrun.h"

#include "domain/registrationfacts.h"
#include "platform/datafolder.h"
#include "storage/sqlreplayreader.h"
#include "ui/startup/registrationpage.h"

#include <QDir>
#include <QFileInfo>

namespace textback {

using namespace Qt::StringLiterals;

tl::expected<QByteArray, RunFailure> runRegistration(const StartOptions &options)
{
    // Not made, checked or tightened: nothing is written.
    const QString folder = options.dataDir.isEmpty() ? DataFolder::defaultPath() : options.dataDir;
    const QString database = QDir(folder).filePath(u"textback.db"_s);
    if (!QFileInfo::exists(database)) {
        const QString note =
            u"Nothing is set up yet in %1: enter your business in the window's Settings, or give a settings file with --setup, "
            "and ask again."_s.arg(folder);
        return registrationPage(registrationFacts(Settings(), {}), note).toUtf8();
    }
    SqlReplayReader reader(database); // which knows settings and numbers, whatever else it is for
    const Result<ReplayBasis> basis = reader.basis();
    if (!basis)
        return tl::unexpected(unreadableData(u"--registration"_s, folder, basis.error()));
    return registrationPage(registrationFacts(basis->settings, basis->numbers()), QString()).toUtf8();
}

} // namespace textback
