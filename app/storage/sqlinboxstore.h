// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/inboxstore.h"
#include "storage/jobrepository.h"
#include "storage/personrepository.h"
#include "storage/storepart.h"

namespace textback {

class ConversationRepository;

/// InboxStore on the connection of SqlStore, which owns it.
class SqlInboxStore final : public InboxStore, private StorePart {
public:
    SqlInboxStore(SqlConnection &connection, ConversationRepository &conversations, Transact transact);

    Result<void> setDone(ConversationId conversation, bool done) override;
    Result<void> setSnoozed(ConversationId conversation, std::optional<UtcTime> until) override;
    Result<void> undoPutAway(ConversationId conversation) override;
    Result<void> markRead(ConversationId conversation) override;
    Result<void> renameContact(ConversationId conversation, const QString &name) override;
    Result<void> markUnread(ConversationId conversation) override;
    Result<std::vector<ConversationId>> wakeSnoozed(UtcTime now) override;
    Result<std::optional<UtcTime>> nextWake() override;

    Result<void> saveDraft(ConversationId conversation, const QString &body, UtcTime at) override;
    Result<void> saveNotes(ConversationId conversation, const QString &body, UtcTime at) override;
    Result<NoteId> saveThreadNote(ConversationId conversation, const ThreadNote &note) override;
    Result<void> removeThreadNote(ConversationId conversation, NoteId note) override;
    Result<void> setTags(ConversationId conversation, const QStringList &names) override;
    Result<void> renameTag(const QString &name, const QString &newName) override;

    Result<void> linkNumbers(ConversationId one, ConversationId other) override;
    Result<void> refuseLink(ConversationId one, ConversationId other) override;
    Result<void> withdrawRefusal(ConversationId one, ConversationId other) override;
    Result<void> separateNumber(ConversationId conversation) override;
    Result<std::vector<ConversationId>> numbersOf(ConversationId conversation) override;

    Result<JobId> addJob(const Job &job) override;
    Result<void> saveJob(const Job &job) override;
    Result<std::vector<Job>> jobs(ConversationId conversation) override;

    /// For the facts of decisions.
    const JobRepository &noted() const { return m_jobs; }

private:
    /// How a conversation stood before it was put away, and as what it was put.
    struct PutAway {
        ConversationId conversation;
        bool done = false;
        std::optional<UtcTime> snoozedUntil;
        bool doneBefore = false;
        std::optional<UtcTime> snoozedBefore;
        bool remindedBefore = false;
        int unread = 0;
        std::vector<MessageId> messages; ///< unread ones
        std::vector<CallId> calls;       ///< missed ones that nobody had seen
    };

    PutAway standing(ConversationId conversation);
    void put(ConversationId conversation, bool done, std::optional<UtcTime> snoozedUntil);
    void keepText(const QString &table, ConversationId conversation, const QString &body, UtcTime at);

    ConversationRepository &m_conversations;
    JobRepository m_jobs;
    PersonRepository m_people;
    std::optional<PutAway> m_last;
};

} // namespace textback
