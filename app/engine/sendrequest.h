// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/ports/messagechannel.h"

namespace textback {

/// What the channel is asked for one attempt of an item. An automatic text tells the provider to drop it when it cannot be sent in time.
SendRequest requestFor(const OutboxItem &item, UtcTime now);

} // namespace textback
