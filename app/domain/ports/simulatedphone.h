// SPDX-License-Identifier: MIT
#pragma once

#include "domain/phonenumber.h"

#include <QString>
#include <QStringList>

namespace textback {

/// What a person can do with the simulated phone line of the demo: the "Simulated phone" panel speaks this, the simulator implements it.
/// GUI thread.
class SimulatedPhone {
public:
    virtual ~SimulatedPhone() = default;

    /// Names for the panel's list of callers ("Maria Garcia (313) 555-0142") by E.164, in a fixed order.
    virtual QList<std::pair<PhoneNumber, QString>> callers() const = 0;
    virtual void callAndHangUp(const PhoneNumber &caller) = 0; ///< rings about 14 s of simulated time, then gives up
    virtual void letItRingOut(const PhoneNumber &caller) = 0;
    virtual void leaveVoicemail(const PhoneNumber &caller) = 0;
    virtual void reply(const PhoneNumber &caller, const QString &text) = 0; ///< "STOP" opts out, as at the provider
    virtual QStringList repliesFor(const PhoneNumber &caller) const = 0;    ///< what this caller might say next
};

} // namespace textback
