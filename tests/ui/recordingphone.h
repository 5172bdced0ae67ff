// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/simulatedphone.h"

#include <QStringList>

namespace textback::test {

/// Writes down what the panel asks of it.
class RecordingPhone final : public SimulatedPhone {
public:
    QList<std::pair<PhoneNumber, QString>> callers() const override
    {
        return {{*PhoneNumber::fromStored(QStringLiteral("+13135550142")), QStringLiteral("Maria Garcia (313) 555-0142")},
                {*PhoneNumber::fromStored(QStringLiteral("+13135550177")), QStringLiteral("<b>R. Banerjee</b> & Sons (313) 555-0177")}};
    }
    void callAndHangUp(const PhoneNumber &caller) override { done.append(QStringLiteral("hang up ") + caller.lastFour()); }
    void letItRingOut(const PhoneNumber &caller) override { done.append(QStringLiteral("ring out ") + caller.lastFour()); }
    void leaveVoicemail(const PhoneNumber &caller) override { done.append(QStringLiteral("voicemail ") + caller.lastFour()); }
    void reply(const PhoneNumber &caller, const QString &text) override
    {
        done.append(QStringLiteral("reply ") + caller.lastFour() + u' ' + text);
    }
    QStringList repliesFor(const PhoneNumber &caller) const override
    {
        return {QStringLiteral("My AC stopped cooling. Can someone come today?"), QStringLiteral("Thanks, ") + caller.lastFour()};
    }

    QStringList done;
};

} // namespace textback::test
