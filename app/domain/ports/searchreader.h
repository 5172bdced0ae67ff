// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/ports/conversationreader.h"
#include "domain/result.h"
#include "domain/time.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace textback {

/// What a hit is, in the order in which they are shown.
enum class SearchGroup { Person, Message, Note };

/// One thing that a search found. What of it matches is marked where it is shown (SearchMatcher).
struct SearchHit {
    SearchGroup group = SearchGroup::Person;
    ConversationId conversation;
    QString name;       ///< what the contact is called; empty: show the number
    PhoneNumber number; ///< null where the address is no number
    QString address;
    UtcTime at{};      ///< of the message or note; of a person the newest activity
    QString excerpt;   ///< the part of the message or note that matches, line breaks as they came; empty for a person
    QString entryKey;  ///< where it stands in the thread (ThreadEntry::key()); empty where it does not stand there
    bool ours = false; ///< a message that went out from here

    bool operator==(const SearchHit &) const = default;
};

/// Where a search found something in one thread, the newest place first.
struct ThreadHits {
    std::vector<ThreadKey> places;
    bool more = false; ///< there may be others, which were stored before these
};

/// Search over everything. GUI thread, a read-only connection that never waits for a lock (Error::Storage then: read again later).
class SearchReader {
public:
    virtual ~SearchReader() = default;

    /// What matches every word of `text`, group by group, in each the newest first and at most `limit`. Digits match numbers in any spelling,
    /// accents are folded, the last letters of a word may be missing.
    virtual Result<std::vector<SearchHit>> search(const QString &text, int limit) = 0;
    /// The people with the newest activity: what stands there while nothing is asked.
    virtual Result<std::vector<SearchHit>> recent(int limit) = 0;
    /// Messages and notes of one conversation that match every word of `text`, the newest thousand of them.
    virtual Result<ThreadHits> inThread(ConversationId conversation, const QString &text) = 0;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::SearchHit)
