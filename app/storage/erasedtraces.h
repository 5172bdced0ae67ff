// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/time.h"
#include "storage/sqlconnection.h"

#include <QString>

#include <optional>

namespace textback {

/// What is kept of people whose data were deleted (ErasureStore). See AccountRepository for the manners.
class ErasedTraces {
public:
    explicit ErasedTraces(SqlConnection &connection)
        : m_db(connection)
    {
    }

    /// Texts to a number that was deleted.
    struct Texts {
        std::optional<UtcTime> textBack;
        std::optional<UtcTime> secondCall;
        std::optional<UtcTime> review;
        std::optional<UtcTime> uncertainFrom; ///< attempts of unknown end
        std::optional<UtcTime> uncertainTo;

        bool isEmpty() const { return !textBack && !secondCall && !review && !uncertainFrom; }
    };

    bool isErasedCall(AccountId account, const QString &providerCallId) const { return isErased(account, u"call", providerCallId); }
    bool isErasedMessage(AccountId account, const QString &providerId) const { return isErased(account, u"message", providerId); }
    void eraseCall(AccountId account, const QString &providerCallId) { erase(account, u"call", providerCallId); }
    void eraseMessage(AccountId account, const QString &providerId) { erase(account, u"message", providerId); }

    Texts texts(const PhoneNumber &number) const;
    /// Kept for 60 days from `now`; what was kept longer than that goes.
    void keepTexts(const PhoneNumber &number, const Texts &texts, UtcTime now);
    void forgetOldTexts(UtcTime now);

private:
    bool isErased(AccountId account, QStringView kind, const QString &id) const;
    void erase(AccountId account, QStringView kind, const QString &id);

    SqlConnection &m_db;
};

} // namespace textback
