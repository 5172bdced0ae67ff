// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/time.h"

#include <QMetaType>

#include <optional>

namespace textback {

/// Work that was agreed with a customer, as the owner notes it.
struct Job {
    JobId id;
    ConversationId conversation;
    UtcTime notedAt{};
    std::optional<UtcTime> bookedFor;  ///< nothing: no date yet
    std::optional<qint64> amountCents; ///< of US dollars, as far as it is known
    std::optional<UtcTime> doneAt;

    bool operator==(const Job &) const = default;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::Job)
