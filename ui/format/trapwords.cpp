// SPDX-License-Identifier: MIT
#include "ui/format/trapwords.h"

#include "ui/format/safetext.h"

#include <QStringList>

namespace textback {

QString TrapWords::sentence(const TrapFinding &finding, const QString &line)
{
    const QString name = singleLine(line);
    switch (finding.kind) {
    case TrapKind::CarrierVoicemail:
        return tr("%1: %n of %2 answered calls were picked up after %3 to %4 seconds and were over within a minute. Probably a cell "
                  "phone's "
                  "voicemail took them, and these callers got no text.",
                  nullptr, finding.calls)
            .arg(name, QString::number(finding.of), QString::number(finding.fromSeconds), QString::number(finding.toSeconds));
    case TrapKind::SilencedPhone:
        return tr("%1: %n of %2 answered calls were picked up at once and were over within a minute. Probably the phone is off, or it "
                  "sends "
                  "callers to its voicemail without ringing.",
                  nullptr, finding.calls)
            .arg(name, QString::number(finding.of));
    case TrapKind::UnconditionalForwarding:
        return tr("%1: %n calls within 24 hours were missed, none was answered, and no phone rang.", nullptr, finding.calls).arg(name);
    case TrapKind::RingsTooLong:
        return tr("%1: the phones ring for %2 seconds. A cell phone's voicemail picks up after 20 to 30 and takes the call.")
            .arg(name, QString::number(finding.toSeconds));
    case TrapKind::MinRingsTooMany:
        return tr("%1: callers who hang up before %2 rings are not counted as missed, but the phones never ring that long (%3 seconds at "
                  "most).")
            .arg(name, QString::number(finding.rings), QString::number(finding.toSeconds));
    case TrapKind::ElsewhereTexts:
        return tr("%1: in 7 days %n of %2 missed callers got a text from another program within a minute.", nullptr, finding.calls)
            .arg(name, QString::number(finding.of));
    case TrapKind::FlowFails:
        return tr("%1: in 7 days the phone set-up failed for %n calls. Callers heard an error, or no phone could be reached.", nullptr,
                  finding.calls)
            .arg(name);
    }
    return {};
}

QString TrapWords::advice(TrapAdvice advice, const TrapFinding &finding)
{
    switch (advice) {
    case TrapAdvice::ConfirmVoicemail:
        return tr("Was it a voicemail? Set voicemailAfterSeconds of this line to %1 with a settings file, and such calls count as missed.")
            .arg((finding.fromSeconds + finding.toSeconds) / 2);
    case TrapAdvice::RingFifteenToEighteen:
        return tr("Let the phones ring for 15 to 18 seconds in the provider's call set-up.");
    case TrapAdvice::CheckIphone:
        return tr(
            "On an iPhone, switch off Live Voicemail and Silence Unknown Callers in the settings of the phone app, then call the line "
            "from a number that the phone does not know.");
    case TrapAdvice::SwitchOffForwarding:
        return tr("See whether the phone forwards all calls: only those that nobody answers should be forwarded.");
    case TrapAdvice::FewerRings:
        return tr("Set the line to %n rings or fewer.", nullptr, finding.mostRings);
    case TrapAdvice::SwitchOffOther:
        return tr(
            "Two texts annoy callers: switch off the texts to missed callers in the other program or at the provider, or pause Textback.");
    case TrapAdvice::RepairFlow:
        return tr("Look into the error log of the provider, and call the line yourself.");
    }
    return {};
}

QString TrapWords::advice(const TrapFinding &finding)
{
    QStringList paragraphs;
    for (const TrapAdvice each : finding.advice)
        paragraphs << advice(each, finding);
    return paragraphs.join(QLatin1StringView("\n\n"));
}

} // namespace textback
