// SPDX-License-Identifier: MIT
#pragma once

#include "domain/consent/consentreading.h"
#include "domain/decision.h"
#include "domain/phonenumber.h"
#include "domain/time.h"

#include <QMultiHash>

#include <optional>

namespace textback {

/// Remembers who texted STOP, START or HELP of late, so that the provider's own answer to it is told from a text that somebody else sent.
class KeywordLog {
public:
    void note(const PhoneNumber &from, ConsentWord word, UtcTime at);
    /// Which answer an outgoing text that this program did not send is; nothing if it is none.
    std::optional<SendRule> answerTo(const PhoneNumber &to, UtcTime at, const QString &body) const;
    /// Forgets what is older than `before`.
    void forget(UtcTime before);

private:
    struct Entry {
        ConsentWord word;
        UtcTime at;
    };
    QMultiHash<PhoneNumber, Entry> m_entries;
};

} // namespace textback
