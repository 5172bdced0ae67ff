// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactimport.h"
#include "domain/ports/scheduler.h"
#include "domain/result.h"

#include <QList>
#include <QMetaType>

#include <deque>
#include <functional>

namespace textback {

class Store;

/// What became of contacts out of an address book.
struct ContactsTaken {
    int named = 0;       ///< numbers that have this name now
    int kept = 0;        ///< numbers that had a name from a person, which stayed
    bool failed = false; ///< the database could not be written
    int left = 0;        ///< numbers that were not looked at, because it failed or was stopped

    bool operator==(const ContactsTaken &) const = default;
};

/// Gives numbers their names, out of address books of up to 50,000. A few at a time, each slice a transaction of its own with the event loop
/// between them, so that a missed call waits for one slice at most. What is stored stays when it fails, is stopped, or the program ends; taking
/// the same book again goes on from there. Engine thread.
class ContactTaker {
public:
    static constexpr int sliceLength = 100;

    using Progressed = std::function<void(int looked, int all)>;
    using Taken = std::function<void(const ContactsTaken &)>;

    /// Both outlive it. `progressed` is called after each slice but the last, `taken` once for each book.
    ContactTaker(Store &store, Scheduler &scheduler, Progressed progressed, Taken taken);

    /// The first slice at once, unless an earlier book is under way. A name that somebody gave stays, unless `replaceNames`.
    void take(const QList<ImportedContact> &contacts, bool replaceNames);
    /// Ends whatever is under way or waits.
    void stop();

private:
    struct Book {
        QList<ImportedContact> contacts;
        bool replaceNames = false;
        qsizetype next = 0;
        ContactsTaken taken;
    };

    void takeSlice();
    Result<void> take(const ImportedContact &contact, bool replaceNames, ContactsTaken &taken);
    void end(Book book);

    Store &m_store;
    Scheduler &m_scheduler;
    Progressed m_progressed;
    Taken m_taken;
    std::deque<Book> m_books;
    ScheduledCall m_nextSlice;
};

} // namespace textback

Q_DECLARE_METATYPE(textback::ContactsTaken)
