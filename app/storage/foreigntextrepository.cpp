// SPDX-License-Identifier: MIT
#include "storage/foreigntextrepository.h"

#include "domain/machinetext.h"
#include "storage/sqlstatement.h"

using namespace Qt::StringLiterals;

namespace textback {

using namespace machinetext;

ForeignTexts ForeignTextRepository::textsTo(ConversationId conversation, UtcTime callBegan, const QStringList &ourWords,
                                            UtcTime since) const
{
    ForeignTexts texts;
    SqlStatement after(m_db, u"SELECT 1 FROM messages WHERE conversation = :id AND incoming = 0 AND origin = 'elsewhere' AND at >= :began "
                             "LIMIT 1"_s);
    texts.sinceCallBegan = after.bind("id"_L1, conversation).bind("began"_L1, callBegan).next();
    SqlStatement before(m_db, u"SELECT at, body FROM messages WHERE conversation = :id AND incoming = 0 AND origin = 'elsewhere' "
                              "AND at >= :since AND at < :began ORDER BY at DESC"_s);
    before.bind("id"_L1, conversation).bind("since"_L1, since).bind("began"_L1, callBegan);
    while (before.next()) {
        const UtcTime at = before.time(0);
        const QString body = before.text(1);
        if (ourWords.contains(body) || looksAutomatic(conversation, at, body)) {
            texts.lastTextBack = at;
            break;
        }
    }
    return texts;
}

bool ForeignTextRepository::looksAutomatic(ConversationId conversation, UtcTime at, const QString &body) const
{
    if (followsMissedCall(conversation, at, soonAfter))
        return true;
    if (!followsMissedCall(conversation, at, lateAfter))
        return false;
    SqlStatement same(m_db, u"SELECT 1 FROM messages WHERE incoming = 0 AND origin = 'elsewhere' AND body = :body AND at >= :since "
                            "AND at <= :at AND conversation <> :id LIMIT 1"_s);
    same.bind("body"_L1, body).bind("since"_L1, at - sameWordsSpan).bind("at"_L1, at).bind("id"_L1, conversation);
    return same.next();
}

bool ForeignTextRepository::followsMissedCall(ConversationId conversation, UtcTime at, Millis within) const
{
    SqlStatement find(m_db, u"SELECT 1 FROM calls WHERE conversation = :id AND missed = 1 AND at >= :earliest AND at <= :at "
                            "AND ended_at >= :since LIMIT 1"_s);
    find.bind("id"_L1, conversation).bind("earliest"_L1, at - within - longestRing).bind("at"_L1, at);
    return find.bind("since"_L1, at - within).next();
}

} // namespace textback
