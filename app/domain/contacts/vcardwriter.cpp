// SPDX-License-Identifier: MIT
#include "domain/contacts/vcardwriter.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QString &text)
{
    QString safe;
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\0')
            safe += u' ';
        else if (c == u'\\' || c == u',' || c == u';')
            safe += u'\\' + QString(c);
        else
            safe += c;
    }
    return safe;
}

QByteArray folded(const QString &line)
{
    const QByteArray bytes = line.toUtf8();
    QByteArray result;
    qsizetype width = 0;
    for (qsizetype i = 0; i < bytes.size();) {
        qsizetype length = 1; // of the character that begins here
        while (i + length < bytes.size() && (static_cast<unsigned char>(bytes[i + length]) & 0xC0U) == 0x80U)
            ++length;
        if (width + length > 75) {
            result += "\r\n ";
            width = 1;
        }
        result += bytes.mid(i, length);
        width += length;
        i += length;
    }
    return result + "\r\n";
}

} // namespace

QByteArray vcardOf(const QString &name, const QString &number)
{
    const QString called = escaped(name.isEmpty() ? number : name);
    return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + folded(u"FN:"_s + called) + folded(u"N:;"_s + called + u";;;"_s) +
           folded(u"TEL:"_s + escaped(number)) + "END:VCARD\r\n";
}

} // namespace textback
