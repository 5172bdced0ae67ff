// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactsource.h"
#include "domain/contacts/csvrecords.h"

#include <QByteArray>

#include <vector>

namespace textback {

/// Which columns of a table say what, by their heads: Google's and Outlook's, English and Spanish, and what people write themselves.
struct ContactColumns {
    int full = -1;
    int given = -1;
    int middle = -1;
    int family = -1;
    int company = -1;
    std::vector<int> phones;

    /// Without a column of phone numbers it is no table of contacts.
    bool isUsable() const { return !phones.empty(); }
    static ContactColumns find(const QStringList &heads);
};

/// Contacts of a CSV file with a line of heads.
class ContactCsvReader final : public ContactSource {
public:
    explicit ContactCsvReader(const QByteArray &data);

    bool isUsable() const { return m_columns.isUsable(); }
    std::optional<ContactRow> next() override;

private:
    CsvRecords m_records;
    ContactColumns m_columns;
};

} // namespace textback
