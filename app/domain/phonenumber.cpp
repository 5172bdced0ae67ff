// SPDX-License-Identifier: MIT
#include "domain/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <QStringList>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;
using LibraryNumber = i18n::phonenumbers::PhoneNumber;

// Both load their metadata at first use, which must stay off the start-up path.
const PhoneNumberUtil &library()
{
    return *PhoneNumberUtil::GetInstance();
}

const ShortNumberInfo &shortNumbers()
{
    static const ShortNumberInfo info;
    return info;
}

QString fromUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<LibraryNumber> parsed(const QString &text, const QString &region)
{
    LibraryNumber number;
    if (library().Parse(text.toStdString(), region.toStdString(), &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    return number;
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDigitsOnly(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isAsciiDigit);
}

/// The number as it is dialled: full-width and other digits as ASCII, '+' only in front, what people put between digits left out.
/// Empty when the text holds anything else, letters for one.
QString dialled(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c.digitValue() >= 0)
            result += QChar(u'0' + c.digitValue());
        else if (c == u'+' && result.isEmpty())
            result += c;
        else if (!c.isSpace() && !u"-.()/"_s.contains(c) && c.category() != QChar::Other_Format)
            return QString();
    }
    return result;
}

/// 3 to 6 digits, or what is left of them when a country code was put in front: they are services, and never valid as an E.164 number.
bool isShortCode(const QString &dialledText, const QString &region)
{
    QString digits = dialledText;
    if (digits.startsWith("+1"_L1))
        digits = digits.mid(2);
    if (!isDigitsOnly(digits) || digits.size() < 3 || digits.size() > 6)
        return false;
    const std::string country = region.toStdString();
    if (shortNumbers().IsEmergencyNumber(digits.toStdString(), country))
        return true;
    const std::optional<LibraryNumber> number = parsed(digits, region);
    // Some countries have ordinary numbers of 5 or 6 digits; in +1 there are none.
    return !number || !library().IsValidNumberForRegion(*number, country);
}

/// The keys on which a word is dialled: providers turn "ANONYMOUS" into +266696687.
QString onKeypad(QLatin1StringView word)
{
    static constexpr char16_t keys[] = u"22233344455566677778889999";
    QString digits;
    for (const char c : word)
        digits += QChar(keys[c - 'a']);
    return digits;
}

bool isWithheld(const QString &text)
{
    static constexpr QLatin1StringView words[] = {
        QLatin1StringView("anonymous"), QLatin1StringView("unknown"), QLatin1StringView("restricted"), QLatin1StringView("unavailable"),
        QLatin1StringView("private"),   QLatin1StringView("blocked"), QLatin1StringView("withheld"),
    };
    QString said = text.toLower();
    // "sip:anonymous@anonymous.invalid" (RFC 3323) and its kin.
    if (said.startsWith("sip:"_L1))
        said = said.mid(4);
    else if (said.startsWith("sips:"_L1))
        said = said.mid(5);
    said = said.section(u'@', 0, 0);
    if (said.isEmpty())
        return true;
    const QString digits = said.startsWith(u'+') ? said.mid(1) : said;
    return std::any_of(std::begin(words), std::end(words),
                       [&](QLatin1StringView word) { return said == word || digits == onKeypad(word); });
}

} // namespace

std::optional<PhoneNumber> PhoneNumber::parse(const QString &text, const QString &region)
{
    const QString trimmed = text.trimmed();
    // The library looks for a number anywhere in a text; an address or a name with digits in it is none.
    if (trimmed.isEmpty() || trimmed.size() > 64 || trimmed.contains(u'@'))
        return std::nullopt;
    if (trimmed.contains(u':') && !trimmed.startsWith("tel:"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    if (isShortCode(dialled(trimmed), region))
        return std::nullopt;
    const std::optional<LibraryNumber> number = parsed(trimmed, region);
    if (!number || !library().IsValidNumber(*number))
        return std::nullopt;
    std::string e164;
    library().Format(*number, PhoneNumberUtil::E164, &e164);
    // One number has one spelling: where the library reads its own another way (Mexico's old mobile prefix), the second reading counts.
    const std::optional<LibraryNumber> again = parsed(fromUtf8(e164), QString());
    if (!again || !library().IsValidNumber(*again))
        return std::nullopt;
    library().Format(*again, PhoneNumberUtil::E164, &e164);
    // Some countries' plans allow more digits than E.164 does: what cannot be read back later is no number for us.
    return fromStored(fromUtf8(e164));
}

std::optional<PhoneNumber> PhoneNumber::fromStored(const QString &e164)
{
    const QStringView digits = QStringView(e164).mid(1);
    if (!e164.startsWith(u'+') || !isDigitsOnly(digits) || digits.size() < 7 || digits.size() > 15)
        return std::nullopt;
    return PhoneNumber(e164);
}

bool PhoneNumber::isRegion(const QString &region)
{
    return library().GetCountryCodeForRegion(region.toStdString()) != 0;
}

QString PhoneNumber::display(const QString &homeRegion) const
{
    const std::optional<LibraryNumber> number = isNull() ? std::nullopt : parsed(m_e164, QString());
    if (!number)
        return m_e164;
    const bool atHome = number->country_code() == library().GetCountryCodeForRegion(homeRegion.toStdString());
    std::string text;
    library().Format(*number, atHome ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &text);
    return fromUtf8(text);
}

int PhoneNumber::countryCode() const
{
    const std::optional<LibraryNumber> number = isNull() ? std::nullopt : parsed(m_e164, QString());
    return number ? number->country_code() : 0;
}

QString PhoneNumber::region() const
{
    const std::optional<LibraryNumber> number = isNull() ? std::nullopt : parsed(m_e164, QString());
    if (!number)
        return QString();
    std::string region;
    library().GetRegionCodeForNumber(*number, &region);
    // "ZZ" is the library's word for none, "001" that of numbers which belong to no country.
    return region == "ZZ" || region == "001" ? QString() : fromUtf8(region);
}

NumberKind PhoneNumber::kind() const
{
    const std::optional<LibraryNumber> number = isNull() ? std::nullopt : parsed(m_e164, QString());
    if (!number)
        return NumberKind::Other;
    // The 976 exchange is a premium service in every area code; the library knows only 900.
    if (m_e164.size() == 12 && m_e164.startsWith("+1"_L1) && QStringView(m_e164).mid(5, 3) == "976"_L1)
        return NumberKind::Premium;
    switch (library().GetNumberType(*number)) {
    case PhoneNumberUtil::FIXED_LINE:
    case PhoneNumberUtil::MOBILE:
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
    case PhoneNumberUtil::VOIP:
        return NumberKind::Ordinary;
    case PhoneNumberUtil::TOLL_FREE:
        return NumberKind::TollFree;
    case PhoneNumberUtil::PREMIUM_RATE:
        return NumberKind::Premium;
    case PhoneNumberUtil::PERSONAL_NUMBER:
        return NumberKind::Personal;
    case PhoneNumberUtil::SHARED_COST:
    case PhoneNumberUtil::PAGER:
    case PhoneNumberUtil::UAN:
    case PhoneNumberUtil::VOICEMAIL:
    case PhoneNumberUtil::UNKNOWN:
        return NumberKind::Other;
    }
    return NumberKind::Other;
}

bool PhoneNumber::isFictional() const
{
    return m_e164.size() == 12 && m_e164.startsWith("+1"_L1) && QStringView(m_e164).mid(5, 5) == "55501"_L1;
}

bool PhoneNumber::isDomestic(const QString &homeRegion) const
{
    const int code = countryCode();
    if (code == 0 || code != library().GetCountryCodeForRegion(homeRegion.toStdString()))
        return false;
    if (code != 1)
        return true;
    // Toll-free and the like belong to no one country of +1.
    const QString country = region();
    return country.isEmpty() || country == "US"_L1 || country == "CA"_L1 || country == homeRegion;
}

CallerIdentity identifyCaller(const QString &text, const QString &homeRegion)
{
    const QString trimmed = text.trimmed();
    if (isWithheld(trimmed))
        return {CallerKind::Withheld, PhoneNumber(), QString::fromUtf16(withheldAddress)};
    if (const std::optional<PhoneNumber> number = PhoneNumber::parse(trimmed, homeRegion))
        return {CallerKind::Number, *number, number->e164()};
    const QString digits = dialled(trimmed);
    if (isShortCode(digits, homeRegion))
        return {CallerKind::ShortCode, PhoneNumber(), digits.startsWith("+1"_L1) ? digits.mid(2) : digits};
    return {CallerKind::NotANumber, PhoneNumber(), trimmed};
}

} // namespace textback
