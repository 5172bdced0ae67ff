// SPDX-License-Identifier: MIT
#include "domain/contacts/textdecoding.h"

#include <QStringDecoder>

#include <array>

namespace textback {

namespace {

QString windows1252(QByteArrayView bytes)
{
    // 0x80 to 0x9F; the rest is as in Latin-1. Places that nobody has are as in Latin-1, too.
    static constexpr std::array<char16_t, 32> high = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        text[i] = QChar(byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80U] : char16_t(byte));
    }
    return text;
}

/// A mark at the beginning is a character like others here.
QString utf8OrWindows1252(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString text = utf8(bytes);
    return utf8.hasError() ? windows1252(bytes) : text;
}

QString decoded(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    return decoder(bytes);
}

} // namespace

QString decodeText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return decoded(bytes.sliced(3), QStringConverter::Utf8);
    if (bytes.startsWith("\xFF\xFE"))
        return decoded(bytes.sliced(2), QStringConverter::Utf16LE);
    if (bytes.startsWith("\xFE\xFF"))
        return decoded(bytes.sliced(2), QStringConverter::Utf16BE);
    return utf8OrWindows1252(bytes);
}

QString decodeText(QByteArrayView bytes, QByteArrayView charset)
{
    const QByteArray name = charset.toByteArray().toUpper();
    if (name.startsWith("ISO-8859-1") || name == "LATIN1" || name == "WINDOWS-1252" || name == "CP1252")
        return windows1252(bytes);
    if (name == "UTF-16" || name == "UTF-16LE")
        return decoded(bytes, QStringConverter::Utf16LE);
    if (name == "UTF-16BE")
        return decoded(bytes, QStringConverter::Utf16BE);
    return utf8OrWindows1252(bytes);
}

} // namespace textback
