// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"
#include "domain/job.h"
#include "domain/result.h"
#include "domain/time.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace textback {

/// What people make of their conversations: put away, put off, read, names, drafts, notes, tags, jobs, which are one person's. A part of the
/// Store, with its manners. Each write keeps the conversation's summary row true.
class InboxStore {
public:
    virtual ~InboxStore() = default;

    /// Puts it away, with everything in it read, or takes it back. The next thing that comes in takes it back by itself.
    virtual Result<void> setDone(ConversationId conversation, bool done) = 0;
    /// Puts it off until then, with everything in it read; nothing: not any more. The next thing that comes in ends it.
    virtual Result<void> setSnoozed(ConversationId conversation, std::optional<UtcTime> until) = 0;
    /// Restores how this conversation stood before the last setDone() or setSnoozed(), what was unread in it too; nothing if that was about
    /// another one. What came in since stays as it is. Forgotten when the program ends.
    virtual Result<void> undoPutAway(ConversationId conversation) = 0;
    /// Nothing of this conversation up to now is unread any more.
    virtual Result<void> markRead(ConversationId conversation) = 0;
    /// Counts as unread until it is opened.
    virtual Result<void> markUnread(ConversationId conversation) = 0;
    /// Ends the snoozes whose time has come: these conversations need a reply again, and are unread.
    virtual Result<std::vector<ConversationId>> wakeSnoozed(UtcTime now) = 0;
    /// When the next snooze ends.
    virtual Result<std::optional<UtcTime>> nextWake() = 0;

    /// What stands unsent in the composer; an empty text: nothing.
    virtual Result<void> saveDraft(ConversationId conversation, const QString &body, UtcTime at) = 0;
    virtual Result<void> renameContact(ConversationId conversation, const QString &name) = 0;
    /// What the owner notes about the other party; an empty text: nothing.
    virtual Result<void> saveNotes(ConversationId conversation, const QString &body, UtcTime at) = 0;
    /// Puts a note into the thread, or gives the one with that id this body. One that was removed meanwhile is put in anew: no words are lost.
    virtual Result<NoteId> saveThreadNote(ConversationId conversation, const ThreadNote &note) = 0;
    virtual Result<void> removeThreadNote(ConversationId conversation, NoteId note) = 0;
    /// The names of its tags, which replace those it had.
    virtual Result<void> setTags(ConversationId conversation, const QStringList &names) = 0;
    /// A tag has another name now, or none (it is gone), in every conversation.
    virtual Result<void> renameTag(const QString &name, const QString &newName) = 0;

    /// Two numbers are one person's, and so are all that either is linked with. Nothing but what the window shows follows from it: the rules
    /// go by the number.
    virtual Result<void> linkNumbers(ConversationId one, ConversationId other) = 0;
    /// They are two people's: nobody is asked about them again.
    virtual Result<void> refuseLink(ConversationId one, ConversationId other) = 0;
    /// What was refused may be asked about again.
    virtual Result<void> withdrawRefusal(ConversationId one, ConversationId other) = 0;
    /// Takes one number out of its person. That may be asked about again.
    virtual Result<void> separateNumber(ConversationId conversation) = 0;
    /// All conversations of this person; itself alone where nothing is linked.
    virtual Result<std::vector<ConversationId>> numbersOf(ConversationId conversation) = 0;

    virtual Result<JobId> addJob(const Job &job) = 0;
    virtual Result<void> saveJob(const Job &job) = 0;
    virtual Result<std::vector<Job>> jobs(ConversationId conversation) = 0; ///< the newest first
};

} // namespace textback
