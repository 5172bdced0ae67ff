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
    const Result<QString> region = reader.homeRegion();
    if (!region)
        return tl::unexpected(unreadableData(u"--evidence"_s, folder, region.error()));
    const std::optional<PhoneNumber> number = PhoneNumber::parse(options.evidenceNumber, *region);
    if (!number)
        return tl::unexpected(RunFailure{ExitWrongUse, u"--evidence: %1 is no telephone number"_s.arg(options.evidenceNumber)});
    const Result<Evidence> evidence = reader.evidence(*number);
    if (!evidence)
        return tl::unexpected(unreadableData(u"--evidence"_s, folder, evidence.error()));
    return toEvidenceDocument(*evidence, SystemClock().utcNow());
}

} // namespace textback
