// SPDX-License-Identifier: MIT
#include "engine/inboxdesk.h"

#include "domain/ports/clock.h"
#include "domain/ports/inboxstore.h"
#include "domain/ports/store.h"

namespace textback {

InboxDesk::InboxDesk(Store &store, Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_snoozes(store, clock, scheduler, [this](const QList<ConversationId> &woken) { emit conversationsChanged(woken); })
    , m_contacts(
          store, scheduler, [this](int looked, int all) { emit contactsProgressed(looked, all); },
          [this](const ContactsTaken &taken) { emit contactsTaken(taken); })
    , m_eraser(store, clock, scheduler)
{
}

void InboxDesk::allChanged(const QList<ConversationId> &conversations, const Result<void> &done)
{
    if (done)
        emit conversationsChanged(conversations);
    else
        emit actionFailed(conversations.first(), done.error());
}

QList<ConversationId> InboxDesk::personOf(ConversationId conversation)
{
    QList<ConversationId> numbers{conversation};
    // Where it cannot be read, whoever shows one of the others reads again by itself.
    if (const auto linked = m_store.inbox().numbersOf(conversation)) {
        for (const ConversationId each : *linked) {
            if (each != conversation)
                numbers.append(each);
        }
    }
    return numbers;
}

void InboxDesk::setDone(ConversationId conversation, bool done)
{
    changed(conversation, m_store.inbox().setDone(conversation, done));
}

void InboxDesk::setSnoozed(ConversationId conversation, std::optional<UtcTime> until)
{
    changed(conversation, m_store.inbox().setSnoozed(conversation, until));
    m_snoozes.look();
}

void InboxDesk::undoPutAway(ConversationId conversation)
{
    changed(conversation, m_store.inbox().undoPutAway(conversation));
    m_snoozes.look();
}

void InboxDesk::markUnread(ConversationId conversation)
{
    changed(conversation, m_store.inbox().markUnread(conversation));
}

void InboxDesk::saveDraft(ConversationId conversation, const QString &body)
{
    changed(conversation, m_store.inbox().saveDraft(conversation, body, m_clock.utcNow()));
}

void InboxDesk::saveNotes(ConversationId conversation, const QString &body)
{
    changed(conversation, m_store.inbox().saveNotes(conversation, body, m_clock.utcNow()));
}

void InboxDesk::saveThreadNote(ConversationId conversation, const ThreadNote &note)
{
    ThreadNote kept = note;
    if (kept.at == UtcTime())
        kept.at = m_clock.utcNow();
    const auto saved = m_store.inbox().saveThreadNote(conversation, kept);
    changed(conversation, saved ? Result<void>() : tl::unexpected(saved.error()));
    if (!saved)
        emit noteNotKept(conversation, note);
}

void InboxDesk::removeThreadNote(ConversationId conversation, NoteId note)
{
    changed(conversation, m_store.inbox().removeThreadNote(conversation, note));
}

void InboxDesk::setTags(ConversationId conversation, const QStringList &names)
{
    changed(conversation, m_store.inbox().setTags(conversation, names));
}

void InboxDesk::renameTag(const QString &name, const QString &newName)
{
    changed({}, m_store.inbox().renameTag(name, newName));
}

void InboxDesk::renameContact(ConversationId conversation, const QString &name)
{
    changed(conversation, m_store.inbox().renameContact(conversation, name));
}

void InboxDesk::linkNumbers(ConversationId shown, ConversationId other)
{
    const auto linked = m_store.inbox().linkNumbers(shown, other);
    allChanged(personOf(shown), linked);
}

void InboxDesk::refuseLink(ConversationId shown, ConversationId other)
{
    allChanged({shown, other}, m_store.inbox().refuseLink(shown, other));
}

void InboxDesk::withdrawRefusal(ConversationId shown, ConversationId other)
{
    allChanged({shown, other}, m_store.inbox().withdrawRefusal(shown, other));
}

void InboxDesk::separateNumber(ConversationId shown, ConversationId other)
{
    const QList<ConversationId> before = personOf(shown);
    // Somebody may have separated it already and linked it with another.
    if (before.contains(other))
        allChanged(before, m_store.inbox().separateNumber(other));
    else
        emit conversationsChanged({shown, other});
}

void InboxDesk::importContacts(const QList<ImportedContact> &contacts, bool replaceNames)
{
    m_contacts.take(contacts, replaceNames);
}

void InboxDesk::stopImport()
{
    m_contacts.stop();
}

void InboxDesk::erasePerson(ConversationId conversation)
{
    const QList<ConversationId> before = personOf(conversation);
    const auto erased = m_eraser.erase(conversation);
    // First: whoever shows the conversation chooses another one before its row goes.
    if (erased)
        emit personErased(conversation);
    allChanged(before, erased);
}

void InboxDesk::markRead(ConversationId conversation)
{
    changed(conversation, m_store.inbox().markRead(conversation));
}

} // namespace textback
