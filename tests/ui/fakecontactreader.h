// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/contactreader.h"

#include <map>

namespace textback::test {

/// What the contact panel reads, as a test sets it; can be told to fail as a busy database does.
class FakeContactReader final : public ContactReader {
public:
    Result<ContactDetails> details(ConversationId conversation, const QTimeZone &) override
    {
        ++reads;
        if (failures > 0) {
            --failures;
            return tl::unexpected(Error{ErrorKind::Storage, QStringLiteral("locked"), {}, 0, {}});
        }
        return people[conversation];
    }

    std::map<ConversationId, ContactDetails> people;
    int failures = 0;
    int reads = 0;
};

/// Maria of fillSample(): two missed calls, notes, tags, a job.
inline ContactDetails mariasDetails(UtcTime now)
{
    using namespace std::chrono_literals;
    ContactDetails details;
    details.firstCall = now - 3 * 24h;
    details.calls = 3;
    details.missed = 2;
    details.texts = 7;
    details.notes = QStringLiteral("Gate code 4411. Unit on the roof. Prefers mornings.");
    details.tags = {QStringLiteral("AC repair"), QStringLiteral("New customer")};
    details.jobs = {Job{JobId{1}, ConversationId{1}, now - 1h, now + 19h, 48000, {}},
                    Job{JobId{2}, ConversationId{1}, now - 30 * 24h, {}, 12050, now - 25 * 24h}};
    details.history.lastTextBack = now - 20min;
    details.history.lastTextBackCallEnd = now - 21min;
    return details;
}

} // namespace textback::test
