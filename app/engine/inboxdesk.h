// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/result.h"
#include "engine/contacttaker.h"
#include "engine/personeraser.h"
#include "engine/snoozeclock.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace textback {

class Clock;
class Scheduler;
class Store;

/// What people make of their conversations, kept as they wish it: done, snoozed, read, drafts, notes, tags, names, numbers of one
/// person, or all of it deleted. It needs no account and no connection. Engine thread.
class InboxDesk : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    InboxDesk(Store &store, Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    /// Wakes the snoozes that are due by now; from then on each in its time. Whether the deletion of somebody was not at its end yet.
    bool start()
    {
        m_snoozes.look();
        return m_eraser.start();
    }

public slots:
    void setDone(textback::ConversationId conversation, bool done);
    /// Nothing: not snoozed any more.
    void setSnoozed(textback::ConversationId conversation, std::optional<textback::UtcTime> until);
    /// Takes the last setDone() or setSnoozed() back, if it was about this conversation.
    void undoPutAway(textback::ConversationId conversation);
    void markUnread(textback::ConversationId conversation);
    void saveDraft(textback::ConversationId conversation, const QString &body);
    void saveNotes(textback::ConversationId conversation, const QString &body);
    /// Stores a note in the thread or changes one; a time that is not set is now. noteNotKept() gives it back where that fails.
    void saveThreadNote(textback::ConversationId conversation, const textback::ThreadNote &note);
    void removeThreadNote(textback::ConversationId conversation, textback::NoteId note);
    void setTags(textback::ConversationId conversation, const QStringList &names);
    void renameTag(const QString &name, const QString &newName);
    void renameContact(textback::ConversationId conversation, const QString &name);
    /// Two numbers are one person's.
    void linkNumbers(textback::ConversationId shown, textback::ConversationId other);
    /// They are two people's.
    void refuseLink(textback::ConversationId shown, textback::ConversationId other);
    /// That was a slip: it may be asked about again.
    void withdrawRefusal(textback::ConversationId shown, textback::ConversationId other);
    /// `other` is not this person's after all.
    void separateNumber(textback::ConversationId shown, textback::ConversationId other);
    /// Names out of an address book, a few at a time: contactsProgressed() tells how far it is, contactsTaken() how it went.
    void importContacts(const QList<textback::ImportedContact> &contacts, bool replaceNames);
    /// What is stored so far stays.
    void stopImport();
    /// Deletes everything about the other party: personErased(), or actionFailed() with one of the codes of ErasureStore.
    void erasePerson(textback::ConversationId conversation);
    void markRead(textback::ConversationId conversation);

signals:
    /// Rows of these conversations changed and are committed: read them again.
    void conversationsChanged(const QList<textback::ConversationId> &conversations);
    void actionFailed(textback::ConversationId conversation, const textback::Error &error);
    /// After actionFailed(): these words stand nowhere else.
    void noteNotKept(textback::ConversationId conversation, const textback::ThreadNote &note);
    /// The conversation is none any more.
    void personErased(textback::ConversationId conversation);
    void contactsProgressed(int looked, int all);
    void contactsTaken(const textback::ContactsTaken &taken);

private:
    void changed(ConversationId conversation, const Result<void> &done) { allChanged({conversation}, done); }
    /// The first is the one that was asked about.
    void allChanged(const QList<ConversationId> &conversations, const Result<void> &done);
    /// All numbers of the person, this one first.
    QList<ConversationId> personOf(ConversationId conversation);

    Store &m_store;
    Clock &m_clock;
    SnoozeClock m_snoozes;
    ContactTaker m_contacts;
    PersonEraser m_eraser;
};

} // namespace textback
