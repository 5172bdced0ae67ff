// SPDX-License-Identifier: MIT
#include "storage/doubtrepository.h"

#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

void DoubtRepository::record(const OptOutDoubt &doubt)
{
    SqlStatement add(m_db, u"INSERT INTO optout_doubts (number, at, words, evidence, answer) SELECT :number, :at, :words, :evidence, '' "
                           "WHERE NOT EXISTS (SELECT 1 FROM consents WHERE number = :number AND since > :at)"_s);
    add.bind("number"_L1, doubt.number).bind("at"_L1, doubt.at).bind("words"_L1, doubt.words);
    add.bind("evidence"_L1, doubt.evidence).exec();
}

std::optional<OptOutDoubt> DoubtRepository::open(const PhoneNumber &number) const
{
    SqlStatement find(m_db, u"SELECT at, words, evidence FROM optout_doubts WHERE number = :number AND answered_at IS NULL "
                            "ORDER BY at DESC, id DESC LIMIT 1"_s);
    if (!find.bind("number"_L1, number).next())
        return std::nullopt;
    return OptOutDoubt{number, find.time(0), find.text(1), find.text(2)};
}

void DoubtRepository::answer(const PhoneNumber &number, QLatin1StringView answer, UtcTime until, UtcTime now)
{
    SqlStatement close(m_db, u"UPDATE optout_doubts SET answered_at = :now, answer = :answer "
                             "WHERE number = :number AND answered_at IS NULL AND at <= :until"_s);
    close.bind("now"_L1, now).bind("answer"_L1, QString(answer)).bind("number"_L1, number).bind("until"_L1, until).exec();
}

} // namespace textback
