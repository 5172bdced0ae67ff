// SPDX-License-Identifier: MIT
#include "domain/duty/dutywords.h"

#include "domain/enumnames.h"
#include "domain/smssegments.h"
#include "domain/templates/encodingrepair.h"
#include "domain/templates/mergefields.h"

#include <QRegularExpression>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstTag = 11; // "10-4" and "5 minutes" are no tags
constexpr int lastTag = 99;
constexpr qsizetype longestBusiness = 25;
constexpr qsizetype longestWords = 320; // more is never shown

constexpr EnumName<DutyAnswer::Kind> answerNames[] = {
    {DutyAnswer::Kind::Sent, QLatin1StringView("sent")},
    {DutyAnswer::Kind::NotSent, QLatin1StringView("not-sent")},
    {DutyAnswer::Kind::NotConfirmed, QLatin1StringView("not-confirmed")},
    {DutyAnswer::Kind::Yours, QLatin1StringView("taken")},
    {DutyAnswer::Kind::Closed, QLatin1StringView("closed")},
    {DutyAnswer::Kind::Off, QLatin1StringView("off-duty")},
    {DutyAnswer::Kind::On, QLatin1StringView("on-duty")},
    {DutyAnswer::Kind::NoShift, QLatin1StringView("no-shift")},
    {DutyAnswer::Kind::Which, QLatin1StringView("asked")},
    {DutyAnswer::Kind::NoCase, QLatin1StringView("no-case")},
    {DutyAnswer::Kind::NotOpen, QLatin1StringView("not-open")},
    {DutyAnswer::Kind::OptedOut, QLatin1StringView("opted-out")},
    {DutyAnswer::Kind::TooLate, QLatin1StringView("too-late")},
};

bool isSpanish(TemplateLanguage language)
{
    return language == TemplateLanguage::Spanish;
}

QString either(TemplateLanguage language, const QString &english, const QString &spanish)
{
    return isSpanish(language) ? spanish : english;
}

bool fits(const QString &text)
{
    return countSegments(text).segments <= 1;
}

/// `head` and as much of `tail` as one segment takes, cut at a word where there is one near.
QString inOneSegment(const QString &head, const QString &tail)
{
    if (fits(head + tail))
        return head + tail;
    const QString dots = u"..."_s;
    QString kept = tail;
    while (!kept.isEmpty() && !fits(head + kept + dots)) {
        kept.chop(1);
        if (!kept.isEmpty() && kept.back().isHighSurrogate())
            kept.chop(1);
    }
    constexpr qsizetype near = 12;
    const qsizetype space = kept.lastIndexOf(u' ');
    if (space > 0 && kept.size() - space <= near && kept.size() < tail.size() && !tail.at(kept.size()).isSpace())
        kept.truncate(space);
    return head + kept.trimmed() + dots;
}

/// Words that nobody may type as a link for staff to tap on.
QString withoutLinks(QString text)
{
    // An address of digits has four parts: "313.223.0142" and "5.5 miles" have not.
    static const QRegularExpression links(
        u"\\S*://\\S*|www\\.\\S+|(?<![\\w.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9])(?::[0-9]+)?(?:/"
        u"\\S*)?|\\b[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:"
        "\\p{L}{2,12}/\\S*|(?:com|net|org|info|biz|xyz|top|ru|cn|io|app|link|site|online|shop|club|click|live)\\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(links, u"(link)"_s);
}

/// "#12 Maria G., #14 caller 0199", as many as there is room for.
QString listOf(const std::vector<DutyTag> &open, TemplateLanguage language)
{
    QStringList names;
    for (const DutyTag &each : open)
        names += u"#%1 %2"_s.arg(each.tag).arg(dutyName(each, language));
    return names.join(u", "_s);
}

QString newsWords(const DutyNews &news, TemplateLanguage language)
{
    const QString words = strangersWords(news.words);
    if (!news.kind)
        return words.isEmpty() ? either(language, u"sent a picture"_s, u"una foto"_s) : words;
    const QString still = news.level > 1 ? either(language, u"still open: "_s, u"sigue abierto: "_s) : QString();
    switch (*news.kind) {
    case AlertKind::Danger:
    case AlertKind::UrgentWord:
        return still + words;
    case AlertKind::SecondCall:
        return still + either(language, u"called again, please call back"_s, u"llama otra vez, por favor devuelva la llamada"_s);
    case AlertKind::Waiting:
        break;
    }
    if (words.isEmpty())
        return still + either(language, u"missed call, nobody called back"_s, u"llamada perdida, sin respuesta"_s);
    return still + either(language, u"waits for an answer: "_s, u"espera respuesta: "_s) + words;
}

} // namespace

QString toString(DutyAnswer::Kind kind)
{
    return enumToString(answerNames, kind);
}

int nextDutyTag(int newest, const std::vector<int> &open)
{
    const auto isOpen = [&open](int tag) { return std::find(open.begin(), open.end(), tag) != open.end(); };
    const int start = newest >= firstTag && newest < lastTag ? newest + 1 : firstTag;
    for (int i = 0; i <= lastTag - firstTag; ++i) {
        const int tag = firstTag + (start - firstTag + i) % (lastTag - firstTag + 1);
        if (!isOpen(tag))
            return tag;
    }
    int tag = lastTag + 1;
    while (isOpen(tag))
        ++tag;
    return tag;
}

QString dutyName(const DutyTag &who, TemplateLanguage language)
{
    const QString first = givenName(who.contactName);
    if (first.isEmpty())
        return either(language, u"caller %1"_s, u"cliente %1"_s).arg(who.customer.lastFour());
    const QString last = givenName(who.contactName.simplified().section(u' ', -1));
    const bool two = who.contactName.simplified().contains(u' ') && !last.isEmpty();
    return two ? u"%1 %2."_s.arg(first, last.left(1).toUpper()) : first;
}

QString strangersWords(const QString &body)
{
    QString seen;
    for (const uint code : body.left(longestWords).normalized(QString::NormalizationForm_C).toUcs4()) {
        const auto c = static_cast<char32_t>(code);
        switch (QChar::category(c)) {
        case QChar::Other_Control:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            seen += u' ';
            break;
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Mark_Enclosing:
            break;
        default:
            seen += QString::fromUcs4(&c, 1);
        }
    }
    const QString words = withoutAccents(smartEncoded(seen));
    // A picture among letters costs more than half of the room: it is left out. A text in another script stays as it is.
    QString letters;
    bool foreignLetter = false;
    for (const uint code : words.toUcs4()) {
        const auto c = static_cast<char32_t>(code);
        const bool plain = isGsm7(c);
        foreignLetter = foreignLetter || (!plain && QChar::isLetterOrNumber(c));
        letters += plain ? QString::fromUcs4(&c, 1) : QString();
    }
    // Last: what was taken out may have stood in the middle of a link.
    return withoutLinks(foreignLetter ? words : letters).simplified();
}

QString dutyAlertText(const DutyNews &news, TemplateLanguage language)
{
    QString business = withoutAccents(smartEncoded(news.business)).simplified();
    if (business.size() > longestBusiness)
        business = business.left(longestBusiness).trimmed();
    if (!firstNonGsm7(business).isNull())
        business.clear(); // staff know whose line it is
    const QString head = business.isEmpty() ? QString() : business + u' ';
    return inOneSegment(u"%1#%2 %3: "_s.arg(head).arg(news.who.tag).arg(dutyName(news.who, language)), newsWords(news, language));
}

QString withMoreWords(const QString &text, const QString &words)
{
    const QString more = strangersWords(words);
    if (more.isEmpty() || text.endsWith(u"..."_s))
        return text;
    const QString both = inOneSegment(text + u" / "_s, more);
    return fits(both) ? both : text; // no room left for more than the sign that there is more
}

QString withEarlierWords(const QString &text, const QString &waiting)
{
    // Behind "Motor City Towing #12 Maria G.: "; a business may have a colon in its name.
    const qsizetype tag = waiting.indexOf(u'#');
    const qsizetype at = waiting.indexOf(u": "_s, std::max<qsizetype>(tag, 0));
    const QString earlier = at < 0 ? QString() : waiting.mid(at + 2);
    return earlier.isEmpty() || text.contains(earlier) ? text : withMoreWords(text, earlier);
}

QString dutyAnswerText(const DutyAnswer &answer, const QString &homeRegion, TemplateLanguage language)
{
    using Kind = DutyAnswer::Kind;
    const QString tag = QString::number(answer.who.tag);
    const QString name = answer.who.customer.isNull() ? QString() : dutyName(answer.who, language);
    const QString number = answer.who.customer.display(homeRegion);
    const auto said = [&](const QString &english, const QString &spanish) { return inOneSegment(either(language, english, spanish), {}); };
    switch (answer.kind) {
    case Kind::Sent:
        return said(u"#%1 sent to %2"_s.arg(tag, name), u"#%1 enviado a %2"_s.arg(tag, name));
    case Kind::NotSent:
        return said(u"#%1 NOT sent. Please call %2: %3"_s.arg(tag, name, number),
                    u"#%1 NO enviado. Por favor llame a %2: %3"_s.arg(tag, name, number));
    case Kind::NotDelivered:
        return said(u"#%1 did NOT arrive. Please call %2: %3"_s.arg(tag, name, number),
                    u"#%1 NO fue entregado. Por favor llame a %2: %3"_s.arg(tag, name, number));
    case Kind::NotConfirmed:
        return said(u"#%1: not sure that it arrived. Please call %2: %3"_s.arg(tag, name, number),
                    u"#%1: no es seguro que llegue. Por favor llame a %2: %3"_s.arg(tag, name, number));
    case Kind::Yours:
        return said(u"#%1 is yours. %2: %3"_s.arg(tag, name, number), u"#%1 es suyo. %2: %3"_s.arg(tag, name, number));
    case Kind::Closed:
        return said(u"#%1 %2 closed"_s.arg(tag, name), u"#%1 %2 cerrado"_s.arg(tag, name));
    case Kind::Off:
        if (answer.until.isEmpty())
            return said(u"You are off duty"_s, u"Usted queda fuera de servicio"_s);
        return said(u"Off duty until %1"_s.arg(answer.until), u"Fuera de servicio hasta %1"_s.arg(answer.until));
    case Kind::On:
        if (answer.until.isEmpty())
            return said(u"You are on duty"_s, u"Usted queda en servicio"_s);
        return said(u"On duty from %1"_s.arg(answer.until), u"En servicio desde %1"_s.arg(answer.until));
    case Kind::NoShift:
        return said(u"You have no shift in the on-call plan"_s, u"Usted no tiene turno de guardia"_s);
    case Kind::Which:
        return inOneSegment(either(language, u"Which one? Nothing was sent. Begin with its number: "_s,
                                   u"Indique el caso, nada fue enviado. Empiece con su cifra: "_s),
                            listOf(answer.open, language));
    case Kind::NoCase:
        return said(u"No customer is waiting. Nothing was sent."_s, u"Nadie espera. Nada fue enviado."_s);
    case Kind::NotOpen:
        return inOneSegment(
            either(language, u"#%1 is not open, nothing was sent. Which one? "_s, u"#%1 no existe, nada fue enviado. Indique el caso: "_s)
                .arg(tag),
            listOf(answer.open, language));
    case Kind::OptedOut:
        return said(u"#%1 NOT sent: %2 wants no texts (STOP). Please call: %3"_s.arg(tag, name, number),
                    u"#%1 NO enviado: %2 no quiere mensajes (STOP). Por favor llame: %3"_s.arg(tag, name, number));
    case Kind::TooLate:
        return said(u"Your text came in too late. Nothing was sent. Please text again."_s,
                    u"Su mensaje llega tarde. Nada fue enviado. Mande otro."_s);
    }
    return {};
}

} // namespace textback
