// SPDX-License-Identifier: MIT
#include "domain/contacts/contactimport.h"

#include "domain/contacts/contactcsvreader.h"
#include "domain/contacts/vcardreader.h"
#include "domain/unseencharacter.h"

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestNumber = 100;

/// Without the ' that keeps a cell from being a formula.
QString withoutGuard(const QString &text)
{
    return text.size() > 1 && text[0] == u'\'' && u"=+-@"_s.contains(text[1]) ? text.mid(1) : text;
}

QString cleanName(const QString &text)
{
    QString seen;
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control)
            seen += u' ';
        else if (!isUnseen(c))
            seen += c;
    }
    QString name = withoutGuard(seen).simplified();
    name.truncate(ContactImport::longestName);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    // A number that stands in the place of a name is none, nor is what nobody sees.
    const bool bare = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit() || u" +-().'\u200c\u200d"_s.contains(c); });
    return bare ? QString() : name.trimmed();
}

} // namespace

ContactImport::ContactImport(QString region)
    : m_region(std::move(region))
{
}

void ContactImport::tell(int line, ImportProblem problem, const QString &text)
{
    ++m_problemCount;
    if (int(m_problems.size()) < mostProblems)
        m_problems.push_back({line, problem, text.left(longestName)});
}

bool ContactImport::add(const ContactRow &row)
{
    if (m_full)
        return false;
    ++m_rows;
    const QString name = cleanName(row.name);
    if (!row.readable) {
        tell(row.line, ImportProblem::Unreadable);
    } else if (row.numbers.isEmpty()) {
        tell(row.line, ImportProblem::NoNumber, name);
    } else if (name.isEmpty()) {
        tell(row.line, ImportProblem::NoName, row.numbers.first());
    } else {
        const qsizetype before = m_contacts.size();
        for (const QString &text : row.numbers) {
            const QString spelling = withoutGuard(text.trimmed());
            const std::optional<PhoneNumber> number =
                spelling.size() <= longestNumber ? PhoneNumber::parse(spelling, m_region) : std::nullopt;
            if (!number) {
                tell(row.line, ImportProblem::NotANumber, spelling);
                continue;
            }
            if (const auto known = m_places.constFind(number->e164()); known != m_places.constEnd()) {
                m_merged += *known < before ? 1 : 0; // twice in one entry is no second entry
                continue;
            }
            if (m_contacts.size() >= mostContacts) {
                m_full = true;
                return false;
            }
            m_places.insert(number->e164(), m_contacts.size());
            m_contacts.append({*number, name});
        }
    }
    return true;
}

std::unique_ptr<ContactSource> contactSourceOf(const QByteArray &data)
{
    if (VCardReader::looksLike(data))
        return std::make_unique<VCardReader>(data);
    auto table = std::make_unique<ContactCsvReader>(data);
    return table->isUsable() ? std::move(table) : nullptr;
}

} // namespace textback
