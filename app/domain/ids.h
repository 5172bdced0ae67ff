// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace textback {

/// A database key that cannot be mixed up with the key of another table. 0 means "not stored yet".
template <typename Tag>
struct Id {
    qint64 value = 0;

    constexpr bool isNull() const { return value == 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using AccountId = Id<struct AccountTag>;
using CallId = Id<struct CallTag>;
using ConversationId = Id<struct ConversationTag>;
using JobId = Id<struct JobTag>;
using MessageId = Id<struct MessageTag>;
using NoteId = Id<struct NoteTag>;
using OutboxId = Id<struct OutboxTag>;

} // namespace textback

Q_DECLARE_METATYPE(textback::AccountId)
Q_DECLARE_METATYPE(textback::CallId)
Q_DECLARE_METATYPE(textback::ConversationId)
Q_DECLARE_METATYPE(textback::JobId)
Q_DECLARE_METATYPE(textback::MessageId)
Q_DECLARE_METATYPE(textback::NoteId)
Q_DECLARE_METATYPE(textback::OutboxId)
