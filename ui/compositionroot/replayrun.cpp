// SPDX-License-Identifier: MIT
#include "ui/compositionroot/replayrun.h"

#include "domain/replay/replay.h"
#include "platform/datafolder.h"
#include "platform/eventloopscheduler.h"
#include "platform/systemclock.h"
#include "platform/systemrandom.h"
#include "providers/registry.h"
#include "storage/sqlreplayreader.h"
#include "ui/startup/exitcode.h"
#include "ui/startup/replaytext.h"
#include "ui/startup/setupfile.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

std::vector<ProviderDescriptor> providerDescriptors(Clock &clock)
{
    EventLoopScheduler scheduler(clock);
    SystemRandom random;
    QNetworkAccessManager network; // asks nobody
    return ProviderRegistry(network, network, clock, scheduler, random).descriptors();
}

} // namespace

tl::expected<QByteArray, RunFailure> runReplay(const StartOptions &options)
{
    SystemClock clock;
    // Not made, checked or tightened: nothing is written.
    const QString folder = options.dataDir.isEmpty() ? DataFolder::defaultPath() : options.dataDir;
    const QString database = QDir(folder).filePath(u"textback.db"_s);
    ReplayHistory history;
    if (QFileInfo::exists(database)) {
        SqlReplayReader reader(database);
        Result<ReplayHistory> read = readReplayHistory(reader, clock.utcNow());
        if (!read)
            return tl::unexpected(unreadableData(u"--replay"_s, folder, read.error()));
        history = *std::move(read);
    } else {
        history.until = clock.utcNow();
        history.from = history.until;
    }
    const Settings &stored = history.basis.settings;
    const tl::expected<Settings, QString> changed = readSettingsFile(u"--replay"_s, options.replayFile, stored, providerDescriptors(clock));
    if (!changed)
        return tl::unexpected(RunFailure{ExitWrongUse, changed.error()});
    const std::vector<Line> numbers = history.basis.numbers();
    const TextBackRules rules = rulesFrom(*changed, numbers);
    return replayText(replay(history, rulesFrom(stored, numbers), rules), rules.timeZone).toUtf8();
}

} // namespace textback
