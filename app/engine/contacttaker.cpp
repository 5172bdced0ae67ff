// SPDX-License-Identifier: MIT
#include "engine/contacttaker.h"

#include "domain/ports/store.h"

namespace textback {

Result<ContactsTaken> takeContacts(Store &store, const QList<ImportedContact> &contacts, bool replaceNames)
{
    ContactsTaken taken;
    const Result<void> done = store.transact([&]() -> Result<void> {
        for (const ImportedContact &contact : contacts) {
            const auto known = store.textRecipient(contact.number);
            if (!known)
                return tl::unexpected(known.error());
            if (known->name == contact.name || (!known->name.isEmpty() && !replaceNames)) {
                ++taken.kept;
                continue;
            }
            const auto conversation = store.ensureConversation({CallerKind::Number, contact.number, contact.number.e164()});
            if (!conversation)
                return tl::unexpected(conversation.error());
            if (const auto renamed = store.renameContact(*conversation, contact.name); !renamed)
                return renamed;
            ++taken.named;
        }
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return taken;
}

} // namespace textback
