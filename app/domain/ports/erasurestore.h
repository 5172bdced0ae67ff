// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/result.h"
#include "domain/time.h"

#include <QString>

namespace textback {

/// Deletes everything about one other party. A part of the Store, with its manners.
///
/// What stays, and why:
/// - Consent with its proof (rules.md C9): who said STOP is not texted, whatever is deleted.
/// - The provider's ids of every leg and message that was known. The provider's lists are read again and again; a row with such an id is passed
///   over, so that nothing comes back and an old call gets no text. They are kept bare: they hold no number and no words, and whoever can look
///   one up at the provider sees the call there anyway, which a hash would not change.
/// - When the number got its last automatic texts, as long as a limit may ask (60 days): a text too many would be a doubled one. Not hashed
///   either: all phone numbers are hashed in a minute.
/// - The lists of people in the settings (blocked, never text), which the owner keeps.
///
/// What the provider did not tell of before the deletion is new: it begins another conversation.
///
/// Refused (kind Storage, nothing is changed), because something would be lost or could be doubled:
/// - "text-on-its-way": a text leaves just now, its end is not known yet, or a person's own text waits. What only waits for later (held by quiet
///   hours, a follow-up) goes with the rest, and is not sent.
/// - "call-going-on": a call is not over, or nobody has decided about it yet.
/// - "doubt-open": the owner has not said whether a message of theirs was an opt-out. Deleted, it would be forgotten.
class ErasureStore {
public:
    virtual ~ErasureStore() = default;

    /// All in one transaction. `now`: by the PC's clock.
    virtual Result<void> erase(ConversationId conversation, UtcTime now) = 0;
    enum class Wipe {
        Done,
        More,
        Busy, ///< somebody reads the file: again in a while
    };
    /// The next piece of what wipes the deleted words from the file itself (the search indexes and the log keep them for a while). Each piece takes
    /// milliseconds; how far it is stands in the database.
    virtual Result<Wipe> wipeSome() = 0;

    /// Whether this message of the provider's was deleted.
    virtual Result<bool> isErased(AccountId account, const QString &providerMessageId) = 0;
    /// Whether this outgoing text may be one whose end nobody knew when its number was deleted.
    virtual Result<bool> mayBeErased(const PhoneNumber &to, UtcTime at) = 0;
};

} // namespace textback
