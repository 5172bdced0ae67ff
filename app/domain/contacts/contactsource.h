// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace textback {

/// One entry of an address book's file, as it stands there.
struct ContactRow {
    int line = 0; ///< where it begins, from 1
    QString name; ///< what the person is called, else their company; empty: neither is there
    QStringList numbers;
    bool readable = true; ///< false: broken off, or a quote that never ends

    bool operator==(const ContactRow &) const = default;
};

/// The entries of an address book's file one after the other, so that a long one can be read a little at a time.
class ContactSource {
public:
    virtual ~ContactSource() = default;

    /// Nothing at the end.
    virtual std::optional<ContactRow> next() = 0;
};

} // namespace textback
