// SPDX-License-Identifier: MIT
#include "domain/contacts/vcardreader.h"

#include "domain/contacts/textdecoding.h"

#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

/// One line of a card, unfolded.
struct VCardReader::Property {
    int line = 0;
    QByteArray name; ///< in capitals, without a group
    QList<QByteArray> parameters;
    QByteArray value;

    QByteArray parameter(QByteArrayView key) const
    {
        for (const QByteArray &each : parameters) {
            if (each.size() > key.size() && each.at(key.size()) == '=' && each.left(key.size()).compare(key, Qt::CaseInsensitive) == 0)
                return each.mid(key.size() + 1);
        }
        return {};
    }

    /// "TYPE=CELL,VOICE" and the bare "CELL" of 2.1 alike.
    bool hasWord(QByteArrayView word) const
    {
        for (const QByteArray &each : parameters) {
            const QByteArray list = each.mid(each.indexOf('=') + 1).replace('"', "");
            for (const QByteArray &one : list.split(',')) {
                if (one.trimmed().compare(word, Qt::CaseInsensitive) == 0)
                    return true;
            }
        }
        return false;
    }
};

namespace {

/// Where the value begins: behind the first colon outside of quotes; -1 if there is none.
qsizetype colonIn(const QByteArray &line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ':' && !quoted)
            return i;
    }
    return line.indexOf(':'); // a quote that never ends is none
}

QList<QByteArray> splitParameters(const QByteArray &head)
{
    QList<QByteArray> parts;
    bool quoted = false;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= head.size(); ++i) {
        if (i == head.size() || (head[i] == ';' && !quoted)) {
            parts.append(head.mid(from, i - from).trimmed());
            from = i + 1;
        } else if (head[i] == '"') {
            quoted = !quoted;
        }
    }
    return parts;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '=' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : hexValue(text[i + 2]);
        if (low < 0) {
            bytes += text[i];
            continue;
        }
        bytes += char(high * 16 + low);
        i += 2;
    }
    return bytes;
}

/// The parts between unescaped semicolons, each without its escapes.
QStringList components(const QString &value)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            ++i;
            parts.back() += value[i] == u'n' || value[i] == u'N' ? QChar(u' ') : value[i];
        } else if (value[i] == u';') {
            parts.append(QString());
        } else {
            parts.back() += value[i];
        }
    }
    return parts;
}

/// "tel:+1-313-555-0100;ext=12" as people write it.
QString numberIn(const QString &value)
{
    QString number = value.trimmed();
    if (number.startsWith("tel:"_L1, Qt::CaseInsensitive))
        number = number.mid(4).section(u';', 0, 0);
    return number;
}

bool isQuotedPrintable(const QByteArray &head)
{
    return head.toUpper().contains("QUOTED-PRINTABLE");
}

} // namespace

VCardReader::VCardReader(QByteArray data)
    : m_data(std::move(data))
{
    if (m_data.startsWith("\xFF\xFE") || m_data.startsWith("\xFE\xFF"))
        m_data = decodeText(m_data).toUtf8();
    else if (m_data.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
}

bool VCardReader::looksLike(QByteArrayView data)
{
    const QString begin = decodeText(data.first(std::min<qsizetype>(data.size(), 512)));
    return QStringView(begin).trimmed().startsWith("BEGIN:VCARD"_L1, Qt::CaseInsensitive);
}

QByteArrayView VCardReader::physicalLine()
{
    const qsizetype from = m_at;
    while (m_at < m_data.size() && m_data.at(m_at) != '\n' && m_data.at(m_at) != '\r')
        ++m_at;
    const QByteArrayView line = QByteArrayView(m_data).sliced(from, m_at - from);
    if (m_at < m_data.size()) {
        const bool both = m_data.at(m_at) == '\r' && m_at + 1 < m_data.size() && m_data.at(m_at + 1) == '\n';
        m_at += both ? 2 : 1;
    }
    ++m_line;
    return line;
}

std::optional<VCardReader::Property> VCardReader::property()
{
    while (!atEnd()) {
        QByteArray line = physicalLine().toByteArray();
        Property property;
        property.line = m_line;
        const auto append = [&line](QByteArrayView more) {
            if (line.size() < longestLine)
                line.append(more.first(std::min<qsizetype>(more.size(), longestLine - line.size())));
        };
        qsizetype colon = colonIn(line);
        if (colon >= 0 && isQuotedPrintable(line.left(colon))) {
            while (line.endsWith('=') && !atEnd()) {
                line.chop(1);
                const qsizetype before = line.size();
                append(physicalLine());
                if (line.size() == before)
                    break;
            }
        } else {
            while (!atEnd() && (m_data.at(m_at) == ' ' || m_data.at(m_at) == '\t')) {
                const QByteArrayView more = physicalLine();
                append(more.sliced(m_keepsFoldSpace ? 0 : 1));
            }
            colon = colonIn(line);
        }
        if (colon < 0)
            continue; // an empty line, or nothing that a card has
        property.parameters = splitParameters(line.left(colon));
        property.name = property.parameters.takeFirst().toUpper();
        property.name = property.name.mid(property.name.lastIndexOf('.') + 1);
        property.value = line.mid(colon + 1);
        return property;
    }
    return std::nullopt;
}

void VCardReader::take(const Property &property)
{
    const bool name = property.name == "FN" || property.name == "N" || property.name == "ORG";
    if (!name && property.name != "TEL")
        return;
    QByteArray bytes = property.value;
    if (property.hasWord("QUOTED-PRINTABLE"))
        bytes = fromQuotedPrintable(bytes);
    else if (property.hasWord("BASE64") || property.hasWord("B"))
        bytes = QByteArray::fromBase64(bytes);
    const QString value = decodeText(bytes, property.parameter("CHARSET"));
    if (property.name == "TEL") {
        const bool machine = property.hasWord("FAX") || property.hasWord("PAGER") || property.hasWord("MODEM");
        const QString number = numberIn(value);
        if (!number.isEmpty() && m_card.numbers.size() < mostNumbers && (!machine || property.hasWord("VOICE") || property.hasWord("CELL")))
            m_card.numbers.append(number);
        return;
    }
    const QStringList parts = components(value);
    if (property.name == "N") {
        if (m_card.structured.isEmpty())
            m_card.structured = QStringList{parts.value(1), parts.value(2), parts.value(0)}.join(u' ').simplified();
    } else if (property.name == "ORG") {
        if (m_card.company.isEmpty())
            m_card.company = parts.first().simplified();
    } else if (m_card.formatted.isEmpty()) {
        m_card.formatted = parts.join(u';').simplified();
    }
}

ContactRow VCardReader::rowOf(const Card &card) const
{
    ContactRow row;
    row.line = card.line;
    row.name = !card.formatted.isEmpty() ? card.formatted : !card.structured.isEmpty() ? card.structured : card.company;
    row.numbers = card.numbers;
    return row;
}

std::optional<ContactRow> VCardReader::next()
{
    const auto brokenOff = [this] {
        ContactRow row;
        row.line = m_card.line;
        row.readable = false;
        return row;
    };
    while (const std::optional<Property> found = property()) {
        const bool aboutCards = found->value.trimmed().compare("VCARD", Qt::CaseInsensitive) == 0;
        if (found->name == "BEGIN" && aboutCards) {
            if (m_inside && (m_agentComes || m_agents > 0)) {
                ++m_agents;
                m_agentComes = false;
                continue;
            }
            const bool broken = m_inside;
            const ContactRow row = broken ? brokenOff() : ContactRow();
            m_card = Card();
            m_card.line = found->line;
            m_inside = true;
            m_keepsFoldSpace = false;
            m_agentComes = false;
            if (broken)
                return row;
        } else if (found->name == "END" && aboutCards) {
            if (m_agents > 0) {
                --m_agents;
            } else if (m_inside) {
                m_inside = false;
                return rowOf(m_card);
            }
        } else if (m_inside && m_agents == 0) {
            if (found->name == "VERSION")
                m_keepsFoldSpace = found->value.trimmed() == "2.1";
            m_agentComes = found->name == "AGENT" && found->value.trimmed().isEmpty();
            take(*found);
        }
    }
    if (!m_inside)
        return std::nullopt;
    m_inside = false;
    return brokenOff();
}

} // namespace textback
