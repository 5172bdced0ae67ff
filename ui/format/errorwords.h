// SPDX-License-Identifier: MIT
#pragma once

#include "domain/error.h"

#include <QCoreApplication>

namespace textback {

/// Failures in words: what happened and what to do. No code stands in the first sentence; `Error::detail` is for "Details".
class ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(textback::ErrorWords)

public:
    /// For a person's action that did not work, or an account check.
    static QString sentence(const Error &error);
    /// Why a text did not arrive, from the provider's code (Twilio's error dictionary, twilio.com/docs/api/errors) and its own words.
    static QString failedText(const QString &errorCode, const QString &errorText);

private:
    /// Of a cause that lies before the provider (the codes in domain/error.h); empty for any other.
    static QString ofThisSide(const Error &error);
    /// Why somebody's data cannot be deleted now (the codes of ErasureStore); empty for any other.
    static QString ofErasure(const Error &error);
    static QString ofKeychain(const Error &error);
};

} // namespace textback
