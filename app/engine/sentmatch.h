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
/// With `everSince` at any time after the item was queued: a restored backup does not know of later attempts.
bool maySameText(const ProviderMessage &message, const OutboxItem &item, bool everSince = false);

/// The items whose text may be in the provider's list without our knowing: in flight, unknown, unconfirmed.
/// After a restore of a backup (AccountContext::importSince) also those that wait: they may have been sent before the restore.
Result<std::vector<OutboxItem>> uncertainItems(const AccountContext &context);

/// Which of the items this row belongs to: the one whose attempt began nearest to its creation; nothing if none.
std::optional<OutboxItem> ownerOf(const ProviderMessage &message, const std::vector<OutboxItem> &items, bool everSince = false);

} // namespace textback
