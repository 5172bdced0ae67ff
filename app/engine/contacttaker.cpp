// SPDX-License-Identifier: MIT
#include "engine/contacttaker.h"

#include "domain/ports/inboxstore.h"
#include "domain/ports/store.h"
#include "engine/enginelog.h"

#include <algorithm>
#include <utility>

namespace textback {

namespace {

constexpr Millis breath = std::chrono::milliseconds(10); // for whatever else is due

} // namespace

ContactTaker::ContactTaker(Store &store, Scheduler &scheduler, Progressed progressed, Taken taken)
    : m_store(store)
    , m_scheduler(scheduler)
    , m_progressed(std::move(progressed))
    , m_taken(std::move(taken))
{
}

void ContactTaker::take(const QList<ImportedContact> &contacts, bool replaceNames)
{
    m_books.push_back({contacts, replaceNames, 0, {}});
    if (m_books.size() == 1)
        takeSlice();
}

void ContactTaker::stop()
{
    m_nextSlice.cancel();
    for (Book &book : std::exchange(m_books, {}))
        end(std::move(book));
}

void ContactTaker::takeSlice()
{
    Book &book = m_books.front();
    const qsizetype end = std::min(book.next + sliceLength, book.contacts.size());
    ContactsTaken taken = book.taken;
    const Result<void> done = m_store.transact([&]() -> Result<void> {
        for (qsizetype i = book.next; i < end; ++i) {
            if (const auto one = take(book.contacts[i], book.replaceNames, taken); !one)
                return one;
        }
        return {};
    });
    if (done) {
        book.taken = taken;
        book.next = end;
    } else {
        qCWarning(engineLog, "contacts could not be stored: %s", qPrintable(done.error().detail));
        book.taken.failed = true;
    }
    const bool isOver = !done || end == book.contacts.size();
    if (isOver) {
        Book over = std::move(book);
        m_books.pop_front();
        this->end(std::move(over));
    }
    if (!m_books.empty())
        m_nextSlice = m_scheduler.callAfter(breath, [this] { takeSlice(); });
    if (!isOver)
        m_progressed(int(end), int(m_books.front().contacts.size()));
}

Result<void> ContactTaker::take(const ImportedContact &contact, bool replaceNames, ContactsTaken &taken)
{
    const auto known = m_store.textRecipient(contact.number);
    if (!known)
        return tl::unexpected(known.error());
    if (known->name == contact.name || (!known->name.isEmpty() && !replaceNames)) {
        ++taken.kept;
        return {};
    }
    const auto conversation = m_store.ensureConversation({CallerKind::Number, contact.number, contact.number.e164()});
    if (!conversation)
        return tl::unexpected(conversation.error());
    ++taken.named;
    return m_store.inbox().renameContact(*conversation, contact.name);
}

void ContactTaker::end(Book book)
{
    book.taken.left = int(book.contacts.size() - book.next);
    m_taken(book.taken);
}

} // namespace textback
