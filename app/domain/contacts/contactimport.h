// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactsource.h"
#include "domain/phonenumber.h"

#include <QHash>
#include <QList>
#include <QMetaType>

#include <memory>
#include <vector>

namespace textback {

/// A name for a number, out of an address book.
struct ImportedContact {
    PhoneNumber number;
    QString name;

    bool operator==(const ImportedContact &) const = default;
};

/// Why an entry of a file gives no contact.
enum class ImportProblem { Unreadable, NoName, NoNumber, NotANumber };

struct LineProblem {
    int line = 0;
    ImportProblem problem = ImportProblem::Unreadable;
    QString text; ///< NotANumber: what stands there; NoNumber: whose; NoName: the first number

    bool operator==(const LineProblem &) const = default;
};

/// Gathers what the rows of an address book say: a name for each number, in E.164. Numbers that stand there twice are merged (the first name stays),
/// and what cannot be used is told by its line.
class ContactImport {
public:
    static constexpr qint64 mostBytes = 20LL * 1024 * 1024;
    static constexpr int mostContacts = 50'000;
    static constexpr int mostProblems = 500; ///< that are kept; the rest is only counted
    static constexpr int longestName = 80;

    /// `region`: the ISO country of national spellings.
    explicit ContactImport(QString region);

    /// False once there are as many contacts as there may be: the rest of the file is not read.
    bool add(const ContactRow &row);

    const QList<ImportedContact> &contacts() const { return m_contacts; }
    int rows() const { return m_rows; }
    /// Numbers that stood in the file once more.
    int merged() const { return m_merged; }
    const std::vector<LineProblem> &problems() const { return m_problems; }
    int problemCount() const { return m_problemCount; }
    bool isFull() const { return m_full; }

private:
    void tell(int line, ImportProblem problem, const QString &text = {});

    QString m_region;
    QList<ImportedContact> m_contacts;
    QHash<QString, qsizetype> m_places;
    std::vector<LineProblem> m_problems;
    int m_problemCount = 0;
    int m_rows = 0;
    int m_merged = 0;
    bool m_full = false;
};

/// Who is in a file: cards if it begins like one, else a table. Nothing where a table has no column of numbers.
std::unique_ptr<ContactSource> contactSourceOf(const QByteArray &data);

} // namespace textback

Q_DECLARE_METATYPE(textback::ImportedContact)
