// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/sameperson.h"
#include "domain/ids.h"
#include "domain/job.h"
#include "domain/result.h"
#include "domain/textbackpolicy.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace textback {

/// Where somebody's consent stands, and what proves it.
struct ContactConsent {
    bool optedOut = false;
    UtcTime since{};
    QString source;   ///< ConsentChange::source
    QString evidence; ///< of the newest change: the message's text, the provider's code, or how they said it

    bool operator==(const ContactConsent &) const = default;
};

/// Everything about one other party beside the entries of the thread.
struct ContactDetails {
    std::optional<UtcTime> firstCall;
    int calls = 0; ///< in both directions
    int missed = 0;
    int texts = 0; ///< in both directions, without those that were dropped or are only planned
    QString notes;
    QStringList tags;                      ///< by the alphabet
    std::vector<Job> jobs;                 ///< the newest first
    std::vector<NamedNumber> linked;       ///< this person's other numbers, the oldest conversation first
    std::vector<NamedNumber> maybeSame;    ///< may be this person's, too: a person is to be asked
    std::optional<ContactConsent> consent; ///< nothing: they never said anything about it
    PhoneNumber line;                      ///< which of ours they called last
    // What the rules would know about a call that comes now; OutlookInput has them. Of texts that others sent only those are known
    // that followed a missed call.
    CallerHistory history; ///< lastTextBack and lastSecondCallText: the newest automatic texts
    Usage usage;

    bool operator==(const ContactDetails &) const = default;
};

/// What the contact panel reads. The manners of ConversationReader: GUI thread, a read-only connection that never waits for a lock
/// (Error::Storage then: read again later).
class ContactReader {
public:
    virtual ~ContactReader() = default;

    /// Of a conversation that nobody knows (any more): nothing. `zone` is the business's: its days count for the limits.
    virtual Result<ContactDetails> details(ConversationId conversation, const QTimeZone &zone) = 0;
};

} // namespace textback
