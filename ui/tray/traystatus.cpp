// SPDX-License-Identifier: MIT
#include "ui/tray/traystatus.h"

#include "ui/format/timewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::TrayStatus)
};

using Kind = ConnectionState::Kind;

/// What is wrong, in a few words; empty while all is well.
QString troubleWords(const TrayStatus &status)
{
    switch (status.connection.kind) {
    case Kind::Online:
    case Kind::Connecting:
    case Kind::RateLimited: // it goes on by itself within moments
        return status.safeMode ? Words::tr("nothing is texted after crashes") : QString();
    case Kind::NotSetUp:
        return Words::tr("phone provider not set up");
    case Kind::Offline:
        return Words::tr("no internet");
    case Kind::ProviderDown:
        return Words::tr("the phone provider has trouble");
    case Kind::Untrusted:
        return Words::tr("the connection is not secure, nothing is sent");
    case Kind::SignedOut:
        return Words::tr("sign in to the phone provider again");
    case Kind::Refused:
        return Words::tr("the phone provider refuses to send");
    case Kind::KeychainLocked:
        return Words::tr("waiting for the keychain");
    case Kind::StorageTrouble:
        return Words::tr("nothing can be saved");
    }
    return {};
}

/// "2:30 PM", "6:00 AM tomorrow".
QString pauseEnd(const TrayStatus &status, UtcTime now)
{
    return TimeWords(status.zone).moment(*status.pausedUntil, now);
}

QString modeWords(const TrayStatus &status, UtcTime now)
{
    if (status.mode == Mode::On && status.pausedUntil)
        return status.pausedUntil == untilResumed ? Words::tr("automatic texts paused")
                                                  : Words::tr("automatic texts paused until %1").arg(pauseEnd(status, now));
    switch (status.mode) {
    case Mode::On:
        return Words::tr("automatic texts on");
    case Mode::Watch:
        return Words::tr("watching only");
    case Mode::Off:
        return Words::tr("automatic texts off");
    }
    return {};
}

QString ago(Millis span)
{
    const int seconds = static_cast<int>(std::max<qint64>(0, span.count() / 1000));
    if (seconds < 60)
        return Words::tr("last check %1 s ago").arg(seconds);
    if (seconds < 3600)
        return Words::tr("last check %1 min ago").arg(seconds / 60);
    return Words::tr("last check %1 h ago").arg(seconds / 3600);
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

TrayState TrayStatus::state() const
{
    if (connection.kind == Kind::NotSetUp)
        return TrayState::Waiting;
    if (!troubleWords(*this).isEmpty())
        return TrayState::Problem;
    // News is never far from the next news; a pause that somebody forgot costs customers.
    if (mode == Mode::On && pausedUntil)
        return TrayState::Waiting;
    if (counts.unread > 0)
        return TrayState::New;
    return mode == Mode::On ? TrayState::Ok : TrayState::Waiting;
}

QString TrayStatus::toolTip(UtcTime now) const
{
    const QString name = business.isEmpty() ? QStringLiteral("Textback") : business;
    const QString inbox = counts.needsReply > 0 ? Words::tr("%n need a reply", nullptr, counts.needsReply) : Words::tr("all answered");
    const QString trouble = troubleWords(*this);
    return Words::tr("%1: %2, %3", "business: inbox, automatic texts")
        .arg(name, inbox, trouble.isEmpty() ? modeWords(*this, now) : trouble);
}

QString TrayStatus::line(UtcTime now) const
{
    if (const QString trouble = troubleWords(*this); !trouble.isEmpty())
        return capitalized(trouble);
    QString word;
    switch (mode) {
    case Mode::On:
        if (!pausedUntil)
            word = Words::tr("On", "automatic texts");
        else
            word = pausedUntil == untilResumed ? Words::tr("Paused", "automatic texts")
                                               : Words::tr("Paused until %1").arg(pauseEnd(*this, now));
        break;
    case Mode::Watch:
        word = Words::tr("Watching only");
        break;
    case Mode::Off:
        word = Words::tr("Off", "automatic texts");
        break;
    }
    if (!connection.lastSuccess.has_value())
        return Words::tr("%1 · connecting…").arg(word);
    return Words::tr("%1 · %2").arg(word, ago(now - *connection.lastSuccess));
}

} // namespace textback
