// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace textback {

/// What kind of number it is, as far as the numbering plan tells. In +1 a mobile cannot be told from a landline: both are Ordinary.
enum class NumberKind {
    Ordinary,
    TollFree,
    Premium, ///< 900, 976 and their like
    Personal,
    Other, ///< pager, voicemail access, UAN ...
};

/// A valid telephone number in E.164 ("+13132230100"). Parsing, validity and formatting are libphonenumber's; a value of this type can
/// only be made from a valid number. Cheap to copy; the library's metadata (5 ms, 4 MB) loads at the first parse, not at start.
class PhoneNumber {
public:
    PhoneNumber() = default;

    /// Reads any usual spelling, national or international. `region` is the ISO country for national spellings.
    /// Nothing for text that is no *valid* number (libphonenumber calls "555-1234" possible: that is not enough to send to), and nothing
    /// for short codes, which would otherwise turn into nonsense like +132665.
    static std::optional<PhoneNumber> parse(const QString &text, const QString &region = QStringLiteral("US"));

    /// Takes a number that was valid when it was stored. Checks the shape ('+' and 7 to 15 digits) but loads no metadata.
    static std::optional<PhoneNumber> fromStored(const QString &e164);

    /// Whether `region` is the ISO code of a country or territory that has telephone numbers ("US", "PR"; upper case).
    static bool isRegion(const QString &region);

    bool isNull() const { return m_e164.isEmpty(); }
    const QString &e164() const { return m_e164; }
    /// "(313) 223-0100" inside `homeRegion`'s country code, "+44 20 7946 0018" for others.
    QString display(const QString &homeRegion = QStringLiteral("US")) const;
    /// The only part of a number that may reach a log or an event.
    QString lastFour() const { return m_e164.right(4); }
    int countryCode() const;
    /// "US", "CA", "JM" ... or empty; compare countries by countryCode() where regions share one.
    QString region() const;
    NumberKind kind() const;
    /// One of the 555-01xx numbers of +1 that are kept for films and examples: nobody has it.
    bool isFictional() const;
    /// Whether texting it is domestic for a business in `homeRegion`: the same country code, and inside +1 the United States, Canada or the
    /// home region itself (the Caribbean shares +1 but neither prices nor rules, rules.md C29).
    bool isDomestic(const QString &homeRegion) const;

    friend std::strong_ordering operator<=>(const PhoneNumber &, const PhoneNumber &) = default;
    friend size_t qHash(const PhoneNumber &number, size_t seed = 0) { return ::qHash(number.m_e164, seed); }

private:
    explicit PhoneNumber(QString e164)
        : m_e164(std::move(e164))
    {
    }

    QString m_e164;
};

/// What the provider's text for "who calls" means to us.
enum class CallerKind {
    Number,     ///< a valid number (see CallerIdentity::number)
    Withheld,   ///< anonymous, restricted, unavailable, or a provider's stand-in for them (+266696687 spells ANONYMOUS)
    ShortCode,  ///< 3 to 6 digits, N11, emergency numbers
    NotANumber, ///< client:, sip:, or digits that form no valid number
};

/// The other party of a call or message, as far as it is known.
struct CallerIdentity {
    CallerKind kind = CallerKind::NotANumber;
    PhoneNumber number; ///< null unless kind is Number
    /// The key under which one party's calls and messages gather in one conversation: E.164, "withheld", or the provider's text.
    QString address;

    bool operator==(const CallerIdentity &) const = default;
};

/// Reads a provider's from/to text: E.164, national, "anonymous", "+266696687", "client:name", "sip:...", empty. Never fails; only a valid
/// number gives CallerKind::Number.
CallerIdentity identifyCaller(const QString &text, const QString &homeRegion = QStringLiteral("US"));

/// The address under which calls with a withheld number gather.
inline constexpr char16_t withheldAddress[] = u"withheld";

} // namespace textback

Q_DECLARE_METATYPE(textback::PhoneNumber)
