// SPDX-License-Identifier: MIT
#include "storage/jobrepository.h"

#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

JobId JobRepository::add(const Job &job)
{
    SqlStatement add(m_db, u"INSERT INTO jobs (conversation, noted_at, booked_for, amount_cents, done_at) "
                           "VALUES (:conversation, :notedAt, :bookedFor, :amount, :doneAt)"_s);
    add.bind("conversation"_L1, job.conversation).bind("notedAt"_L1, job.notedAt).bind("bookedFor"_L1, job.bookedFor);
    add.bind("amount"_L1, job.amountCents).bind("doneAt"_L1, job.doneAt).exec();
    return JobId{m_db.lastInsertId()};
}

void JobRepository::save(const Job &job)
{
    SqlStatement save(m_db, u"UPDATE jobs SET booked_for = :bookedFor, amount_cents = :amount, done_at = :doneAt WHERE id = :id"_s);
    save.bind("bookedFor"_L1, job.bookedFor).bind("amount"_L1, job.amountCents).bind("doneAt"_L1, job.doneAt).bind("id"_L1, job.id).exec();
}

std::vector<Job> JobRepository::of(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT id, noted_at, booked_for, amount_cents, done_at FROM jobs WHERE conversation = :conversation "
                            "ORDER BY noted_at DESC, id DESC"_s);
    find.bind("conversation"_L1, conversation);
    std::vector<Job> jobs;
    while (find.next()) {
        Job job{find.id<JobId>(0), conversation, find.time(1), find.optionalTime(2), {}, find.optionalTime(4)};
        if (!find.isNull(3))
            job.amountCents = find.integer(3);
        jobs.push_back(job);
    }
    return jobs;
}

std::optional<UtcTime> JobRepository::lastNoted(ConversationId conversation) const
{
    SqlStatement find(m_db, u"SELECT max(noted_at) FROM jobs WHERE conversation = :conversation"_s);
    return find.bind("conversation"_L1, conversation).next() ? find.optionalTime(0) : std::nullopt;
}

} // namespace textback
