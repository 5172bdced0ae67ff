// SPDX-License-Identifier: MIT
#include "domain/csv.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeFormula(const QString &cell)
{
    // Spreadsheets skip spaces in front.
    for (const QChar c : cell) {
        if (QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n").contains(c))
            return true;
        if (!c.isSpace())
            return false;
    }
    return false;
}

} // namespace

QByteArray csvBegin()
{
    return QByteArrayLiteral("\xEF\xBB\xBF");
}

QByteArray csvRow(const QStringList &cells)
{
    QString row;
    for (QString cell : cells) {
        if (!row.isEmpty())
            row += u',';
        const bool formula = looksLikeFormula(cell);
        cell.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)).replace(u'"', u"\"\""_s);
        row += formula ? u"\"'"_s : u"\""_s;
        row += cell;
        row += u'"';
    }
    return row.toUtf8() + "\r\n";
}

} // namespace textback
