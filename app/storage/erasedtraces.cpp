// SPDX-License-Identifier: MIT
#include "storage/erasedtraces.h"

#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr Millis keptFor = std::chrono::hours(24 * 60); // the longest limit: one review request in 60 days; a cool-down has 30 at most

} // namespace

bool ErasedTraces::isErased(AccountId account, QStringView kind, const QString &id) const
{
    SqlStatement find(m_db, u"SELECT 1 FROM erased_rows WHERE account = :account AND kind = :kind AND provider_id = :id"_s);
    return find.bind("account"_L1, account).bind("kind"_L1, kind.toString()).bind("id"_L1, id).next();
}

void ErasedTraces::erase(AccountId account, QStringView kind, const QString &id)
{
    SqlStatement keep(m_db, u"INSERT OR IGNORE INTO erased_rows (account, kind, provider_id) VALUES (:account, :kind, :id)"_s);
    keep.bind("account"_L1, account).bind("kind"_L1, kind.toString()).bind("id"_L1, id).exec();
}

ErasedTraces::Texts ErasedTraces::texts(const PhoneNumber &number) const
{
    Texts texts;
    SqlStatement find(m_db,
                      u"SELECT text_back, second_call, review, uncertain_from, uncertain_to FROM kept_texts WHERE number = :number"_s);
    if (!find.bind("number"_L1, number).next())
        return texts;
    texts.textBack = find.optionalTime(0);
    texts.secondCall = find.optionalTime(1);
    texts.review = find.optionalTime(2);
    texts.uncertainFrom = find.optionalTime(3);
    texts.uncertainTo = find.optionalTime(4);
    return texts;
}

void ErasedTraces::keepTexts(const PhoneNumber &number, const Texts &texts, UtcTime now)
{
    if (texts.isEmpty())
        return;
    SqlStatement keep(m_db, u"INSERT OR REPLACE INTO kept_texts (number, text_back, second_call, review, uncertain_from, uncertain_to, "
                            "keep_until) VALUES (:number, :textBack, :secondCall, :review, :from, :to, :until)"_s);
    keep.bind("number"_L1, number).bind("textBack"_L1, texts.textBack).bind("secondCall"_L1, texts.secondCall);
    keep.bind("review"_L1, texts.review).bind("from"_L1, texts.uncertainFrom).bind("to"_L1, texts.uncertainTo);
    keep.bind("until"_L1, now + keptFor).exec();
}

void ErasedTraces::forgetOldTexts(UtcTime now)
{
    SqlStatement(m_db, u"DELETE FROM kept_texts WHERE keep_until <= :now"_s).bind("now"_L1, now).exec();
}

} // namespace textback
