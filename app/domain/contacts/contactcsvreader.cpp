// SPDX-License-Identifier: MIT
#include "domain/contacts/contactcsvreader.h"

#include "domain/contacts/textdecoding.h"

#include <algorithm>
#include <initializer_list>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// A head by its letters and digits alone: "Teléfono 1 - Valor" is "telefono1valor".
QString plainHead(const QString &head)
{
    QString plain;
    for (const QChar c : head.left(100).normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

bool isOneOf(const QString &head, std::initializer_list<QLatin1StringView> words)
{
    return std::find(words.begin(), words.end(), head) != words.end();
}

bool hasOneOf(const QString &head, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&head](QLatin1StringView word) { return head.contains(word); });
}

bool isPhone(const QString &head)
{
    // Machines, what kind of number another column has, and numbers of somebody else.
    if (hasOneOf(head, {"fax"_L1, "pager"_L1, "localizador"_L1, "busca"_L1, "label"_L1, "etiqueta"_L1, "type"_L1, "tipo"_L1, "phonetic"_L1,
                        "fonetic"_L1, "tty"_L1, "mail"_L1, "correo"_L1, "companymain"_L1, "principaldelacomp"_L1, "principaldelaemp"_L1,
                        "assistant"_L1, "asistente"_L1, "ayudante"_L1}))
        return false;
    return hasOneOf(head, {"phone"_L1, "telefono"_L1, "mobile"_L1, "movil"_L1, "celular"_L1, "cellular"_L1}) ||
           isOneOf(head, {"cell"_L1, "tel"_L1, "number"_L1, "numero"_L1});
}

QString cellAt(const QStringList &cells, int column)
{
    return column < 0 ? QString() : cells.value(column).simplified();
}

} // namespace

ContactColumns ContactColumns::find(const QStringList &heads)
{
    ContactColumns columns;
    int bareName = -1; // "Nombre" is the whole name, or the first one where there is a column for the last one
    for (int i = 0; i < heads.size(); ++i) {
        const QString head = plainHead(heads[i]);
        const auto takeIf = [i](int &column, bool fits) {
            if (fits && column < 0)
                column = i;
            return fits;
        };
        const bool named =
            takeIf(columns.full, isOneOf(head, {"name"_L1, "fullname"_L1, "displayname"_L1, "contact"_L1, "contactname"_L1, "customer"_L1,
                                                "customername"_L1, "client"_L1, "nombrecompleto"_L1, "nombreyapellidos"_L1, "contacto"_L1,
                                                "cliente"_L1, "nombreparamostrar"_L1})) ||
            takeIf(columns.given, isOneOf(head, {"firstname"_L1, "givenname"_L1, "nombredepila"_L1, "primernombre"_L1})) ||
            takeIf(columns.middle, isOneOf(head, {"middlename"_L1, "additionalname"_L1, "segundonombre"_L1})) ||
            takeIf(columns.family, isOneOf(head, {"lastname"_L1, "familyname"_L1, "surname"_L1, "apellido"_L1, "apellidos"_L1})) ||
            takeIf(columns.company, isOneOf(head, {"company"_L1, "companyname"_L1, "business"_L1, "businessname"_L1, "organization"_L1,
                                                   "organizationname"_L1, "organization1name"_L1, "empresa"_L1, "compania"_L1,
                                                   "organizacion"_L1, "nombredelaempresa"_L1, "nombredelaorganizacion"_L1})) ||
            takeIf(bareName, head == "nombre"_L1);
        if (!named && isPhone(head))
            columns.phones.push_back(i);
    }
    int &place = columns.family >= 0 && columns.given < 0 ? columns.given : columns.full;
    if (place < 0)
        place = bareName;
    return columns;
}

ContactCsvReader::ContactCsvReader(const QByteArray &data)
    : m_records(decodeText(data))
{
    if (const auto heads = m_records.next())
        m_columns = ContactColumns::find(heads->cells);
}

std::optional<ContactRow> ContactCsvReader::next()
{
    const std::optional<CsvRecords::Record> record = m_records.next();
    if (!record)
        return std::nullopt;
    ContactRow row;
    row.line = record->line;
    row.readable = record->whole;
    row.name = cellAt(record->cells, m_columns.full);
    if (row.name.isEmpty()) {
        row.name = QStringList{cellAt(record->cells, m_columns.given), cellAt(record->cells, m_columns.middle),
                               cellAt(record->cells, m_columns.family)}
                       .join(u' ')
                       .simplified();
    }
    if (row.name.isEmpty())
        row.name = cellAt(record->cells, m_columns.company);
    for (const int column : m_columns.phones) {
        // Google puts several numbers of one kind into one cell.
        for (const QString &number : cellAt(record->cells, column).split(u":::"_s, Qt::SkipEmptyParts)) {
            if (const QString text = number.trimmed(); !text.isEmpty())
                row.numbers.append(text);
        }
    }
    return row;
}

} // namespace textback
