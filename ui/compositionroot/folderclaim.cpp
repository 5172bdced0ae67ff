// SPDX-License-Identifier: MIT
#include "ui/compositionroot/folderclaim.h"

#include "platform/datafolder.h"
#include "ui/dialogs/shelldialogs.h"
#include "ui/format/safetext.h"
#include "ui/format/startwords.h"
#include "ui/startup/linewriter.h"

#include <QPointer>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis retryEvery{100};
constexpr int mostTries = 50; // a process that was ended is gone within moments

} // namespace

FolderClaim::FolderClaim(Scheduler &scheduler, bool headless, Millis patience, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
    , m_headless(headless)
    , m_patience(patience)
{
}

FolderClaim::~FolderClaim() = default;

tl::expected<FolderClaim::State, QString> FolderClaim::take(const QString &path, bool raiseOther)
{
    const auto refusal = [](const QString &line, const QString &sentence = {}) {
        tellOnStderr(line);
        return tl::unexpected(sentence);
    };
    const Result<DataFolder> folder = DataFolder::prepare(path);
    if (!folder)
        return refusal(folder.error().detail,
                       StartWords::folderSentence(folder.error(), path.isEmpty() ? DataFolder::defaultPath() : path));
    m_path = folder->path();
    m_databasePath = folder->databasePath();
    m_instance = std::make_unique<SingleInstance>(m_path, m_patience);
    const SingleInstance::Outcome outcome = m_instance->acquire(raiseOther);
    const QString other = m_instance->otherPid() > 0 ? u" (process %1)"_s.arg(m_instance->otherPid()) : QString();
    switch (outcome) {
    case SingleInstance::Outcome::First:
        return State::Ours;
    case SingleInstance::Outcome::Raised:
        return State::Raised;
    case SingleInstance::Outcome::NoWindow:
        return refusal(u"another copy%1 works without a window on the data in %2: end it first"_s.arg(other, m_path),
                       StartWords::noWindowSentence(m_instance->otherPid()));
    case SingleInstance::Outcome::Busy:
        break;
    case SingleInstance::Outcome::NoAnswer: {
        const QString line =
            m_instance->otherHost().isEmpty()
                ? u"another copy%1 has the data in %2 but does not answer, it seems to be frozen: end that process, then start again"_s.arg(
                      other, m_path)
                : u"the computer %1 has the data in %2 in use: end Textback there, or, where the folder was copied or moved, remove "
                  "textback.lock from it, then start again"_s.arg(singleLine(m_instance->otherHost()), m_path);
        if (m_headless)
            return refusal(line);
        tellOnStderr(line);
        ask();
        return State::Asking;
    }
    case SingleInstance::Outcome::CannotLock:
        return refusal(u"%1: %2"_s.arg(m_path, m_instance->errorText()), StartWords::folderSentence({}, m_path));
    }
    return refusal(u"another copy%1 works on the data in %2: end it first"_s.arg(other, m_path));
}

void FolderClaim::ask()
{
    askToEndFrozenCopy(m_instance->otherPid(), m_instance->otherHost(), [that = QPointer(this)](bool end) {
        if (!that)
            return;
        SingleInstance &instance = *that->m_instance;
        if (!end)
            emit that->refused({});
        else if (instance.endOther())
            that->takeWhatWasLeft();
        else if (!instance.otherHost().isEmpty())
            that->refuse(u"the lock %1/textback.lock cannot be taken away: something has it open"_s.arg(that->m_path));
        else
            that->refuse(u"the other copy (process %1) cannot be ended from here"_s.arg(instance.otherPid()));
    });
}

void FolderClaim::refuse(const QString &sentence)
{
    tellOnStderr(sentence);
    emit refused(sentence);
}

/// The operating system takes a moment to clear a process away.
void FolderClaim::takeWhatWasLeft()
{
    if (m_instance->acquireNow())
        emit taken();
    else if (++m_tries < mostTries)
        m_retry = m_scheduler.callAfter(retryEvery, [this] { takeWhatWasLeft(); });
    else
        refuse(u"the other copy was ended, but the data in %1 is still locked"_s.arg(m_path));
}

} // namespace textback
