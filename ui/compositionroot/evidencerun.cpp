// SPDX-License-Identifier: MIT
#include "ui/compositionroot/evidencerun.h"

#include "domain/evidence/evidencedocument.h"
#include "platform/datafolder.h"
#include "platform/systemclock.h"
#include "storage/sqlevidencereader.h"
#include "ui/startup/exitcode.h"

#include <QDir>

namespace textback {

using namespace Qt::StringLiterals;

tl::expected<QByteArray, RunFailure> runEvidence(const StartOptions &options)
{
    const QString folder = options.dataDir.isEmpty() ? DataFolder::defaultPath() : options.dataDir;
    SqlEvidenceReader reader(QDir(folder).filePath(u"textback.db"_s));
    const auto unreadable = [&folder](const Error &error) {
        const bool old = error.providerCode == "older-database"_L1;
        const QString line = old ? u"--evidence: an earlier version wrote the data in %1: start the program once first"_s.arg(folder)
                                 : u"--evidence: the data in %1 cannot be read: %2"_s.arg(folder, error.detail);
        return tl::unexpected(RunFailure{ExitStopped, line});
    };
    const Result<QString> region = reader.homeRegion();
    if (!region)
        return unreadable(region.error());
    const std::optional<PhoneNumber> number = PhoneNumber::parse(options.evidenceNumber, *region);
    if (!number)
        return tl::unexpected(RunFailure{ExitWrongUse, u"--evidence: %1 is no telephone number"_s.arg(options.evidenceNumber)});
    const Result<Evidence> evidence = reader.evidence(*number);
    if (!evidence)
        return unreadable(evidence.error());
    return toEvidenceDocument(*evidence, SystemClock().utcNow());
}

} // namespace textback
