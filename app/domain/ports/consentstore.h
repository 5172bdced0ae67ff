// SPDX-License-Identifier: MIT
#pragma once

#include "domain/phonenumber.h"
#include "domain/result.h"
#include "domain/textbackpolicy.h"
#include "domain/time.h"

#include <QString>

#include <optional>

namespace textback {

/// A consent change and where it came from.
struct ConsentChange {
    PhoneNumber number;
    bool optedOut = true;
    UtcTime at{};
    QString source;   ///< "text", "provider" (it refused to send), "manual"
    QString evidence; ///< the message's text or the provider's code
};

/// A message that may mean "no more texts" (rules.md C3): until a person has said what it means, nothing is sent to the number by itself.
struct OptOutDoubt {
    PhoneNumber number;
    UtcTime at{};     ///< of the message
    QString words;    ///< which of its words say so
    QString evidence; ///< the message's text

    bool operator==(const OptOutDoubt &) const = default;
};

/// Who must not be texted, and who cannot be: opt-outs with their proof, doubts about them, landlines. A part of the Store, with its manners.
/// The conversations' summary rows follow.
class ConsentStore {
public:
    virtual ~ConsentStore() = default;

    virtual Result<bool> isOptedOut(const PhoneNumber &number) = 0;
    virtual Result<void> recordConsent(const ConsentChange &change) = 0;
    /// Freezes automatic texts to the number. Nothing happens where it said a clear word (STOP, START) after this message.
    virtual Result<void> recordDoubt(const OptOutDoubt &doubt) = 0;
    /// The newest one that nobody answered. A clear word of the customer, and recordConsent() of whatever kind, answers them, too.
    virtual Result<std::optional<OptOutDoubt>> openDoubt(const PhoneNumber &number) = 0;
    /// A person says that texts may go on.
    virtual Result<void> dismissDoubts(const PhoneNumber &number, UtcTime at) = 0;
    virtual Result<void> rememberCapability(const PhoneNumber &number, NumberCapability capability, UtcTime until) = 0;
};

} // namespace textback
