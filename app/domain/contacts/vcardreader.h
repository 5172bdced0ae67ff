// SPDX-License-Identifier: MIT
#pragma once

#include "domain/contacts/contactsource.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace textback {

/// Cards of a .vcf file (2.1, 3.0 and 4.0): names in FN, N or ORG, numbers in TEL but for fax and pager. Reads folded lines, quoted-printable with
/// its charsets, and whatever phones and address books make of either. Never fails: a card that is broken off gives an unreadable row.
class VCardReader final : public ContactSource {
public:
    static constexpr int longestLine = 65536; ///< of a property; what goes beyond is left out
    static constexpr int mostNumbers = 20;    ///< of a card

    explicit VCardReader(QByteArray data);
    std::optional<ContactRow> next() override;

    /// Whether a file begins like one.
    static bool looksLike(QByteArrayView data);

private:
    struct Property;
    struct Card {
        int line = 0;
        QString formatted;
        QString structured;
        QString company;
        QStringList numbers;
    };

    bool atEnd() const { return m_at >= m_data.size(); }
    QByteArrayView physicalLine();
    std::optional<Property> property();
    void take(const Property &property);
    ContactRow rowOf(const Card &card) const;

    QByteArray m_data;
    qsizetype m_at = 0;
    int m_line = 0;
    Card m_card;
    bool m_inside = false;
    bool m_keepsFoldSpace = false; ///< 2.1
    bool m_agentComes = false;     ///< a card within the card begins next
    int m_agents = 0;              ///< how deep
};

} // namespace textback
