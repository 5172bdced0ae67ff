// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/contactreader.h"
#include "ui/format/timewords.h"

#include <QCoreApplication>
#include <QDate>

namespace textback {

/// How somebody said whether they want texts, where it was not by text.
enum class ConsentChannel { Phone, InPerson, Mail, Other };

/// Somebody's consent in words, and what is kept as its proof when a person notes it by hand.
class ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ConsentWords)

public:
    /// "Wants no texts since Nov 23, 2:07 PM".
    static QString state(const ContactConsent &consent, const TimeWords &times, UtcTime now);
    /// What proves it: their words, the provider's code, or how they said it.
    static QString proof(const ContactConsent &consent, const TimeWords &times);
    static QString name(ConsentChannel channel);
    /// What is stored: "phone 2026-11-23", "other 2026-11-23: by fax". The same in every language.
    static QString stored(ConsentChannel channel, QDate date, const QString &words);
};

} // namespace textback
