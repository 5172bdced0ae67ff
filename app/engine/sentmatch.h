// SPDX-License-Identifier: MIT
#pragma once

#include "domain/message.h"
#include "domain/ports/messagechannel.h"
#include "domain/result.h"

#include <optional>
#include <vector>

namespace textback {

struct AccountContext;

/// Whether a row of the provider's list may be the text of this item: outgoing, to the same number, the same words (as a provider may
/// store them: quotes and dashes made plain), created around the attempt (faults.md 5.3).
bool maySameText(const ProviderMessage &message, const OutboxItem &item);

/// The items whose text may be in the provider's list without our knowing: in flight, unknown, unconfirmed.
Result<std::vector<OutboxItem>> uncertainItems(const AccountContext &context);

/// Which of the items this row belongs to: the one whose attempt began nearest to its creation; nothing if none.
std::optional<OutboxItem> ownerOf(const ProviderMessage &message, const std::vector<OutboxItem> &items);

} // namespace textback
