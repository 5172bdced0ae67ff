// SPDX-License-Identifier: MIT
#include "storage/consentrepository.h"

#include "storage/sqlstatement.h"
#include "storage/storagenames.h"

using namespace Qt::StringLiterals;

namespace textback {

bool ConsentRepository::isOptedOut(const PhoneNumber &number) const
{
    SqlStatement find(m_db, u"SELECT opted_out FROM consents WHERE number = :number"_s);
    return find.bind("number"_L1, number).next() && find.flag(0);
}

void ConsentRepository::record(const ConsentChange &change)
{
    SqlStatement log(m_db, u"INSERT INTO consent_log (number, opted_out, at, source, evidence) "
                           "VALUES (:number, :optedOut, :at, :source, :evidence)"_s);
    log.bind("number"_L1, change.number).bind("optedOut"_L1, change.optedOut).bind("at"_L1, change.at);
    log.bind("source"_L1, change.source).bind("evidence"_L1, change.evidence).exec();

    SqlStatement state(m_db, u"INSERT INTO consents (number, opted_out, since, source) VALUES (:number, :optedOut, :at, :source) "
                             "ON CONFLICT (number) DO UPDATE SET opted_out = excluded.opted_out, since = excluded.since, "
                             "source = excluded.source WHERE excluded.since >= consents.since"_s);
    state.bind("number"_L1, change.number).bind("optedOut"_L1, change.optedOut).bind("at"_L1, change.at);
    state.bind("source"_L1, change.source).exec();
}

void ConsentRepository::rememberCapability(const PhoneNumber &number, NumberCapability capability, UtcTime until)
{
    SqlStatement remember(m_db, u"INSERT INTO number_capabilities (number, capability, until) VALUES (:number, :capability, :until) "
                                "ON CONFLICT (number) DO UPDATE SET capability = excluded.capability, until = excluded.until"_s);
    remember.bind("number"_L1, number).bind("capability"_L1, storage::toString(capability)).bind("until"_L1, until).exec();
}

std::optional<NumberCapability> ConsentRepository::capability(const PhoneNumber &number, UtcTime now) const
{
    SqlStatement find(m_db, u"SELECT capability FROM number_capabilities WHERE number = :number AND until > :now"_s);
    if (!find.bind("number"_L1, number).bind("now"_L1, now).next())
        return std::nullopt;
    return find.named(0, storage::numberCapabilityFromString);
}

} // namespace textback
