// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textoutlook.h"
#include "ui/format/timewords.h"

#include <QCoreApplication>

namespace textback {

/// Whether somebody gets an automatic text, in words.
class OutlookWords {
    Q_DECLARE_TR_FUNCTIONS(textback::OutlookWords)

public:
    /// "Allowed", "Not now: texted before", "No: landline".
    static QString allowed(const TextOutlook &outlook, const TimeWords &times, UtcTime now);
    /// The sentence behind it: what would happen if they called now, and what to do.
    static QString sentence(const TextOutlook &outlook);
    /// "after 2:07 PM tomorrow"; empty where it is now, or where time alone does not bring it.
    static QString next(const TextOutlook &outlook, const TimeWords &times, UtcTime now);
};

} // namespace textback
