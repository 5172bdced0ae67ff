// SPDX-License-Identifier: MIT
#include "ui/format/safetext.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumCombining = 8;
constexpr char32_t firstStrongIsolate = 0x2068;
constexpr char32_t popDirectionalIsolate = 0x2069;
constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr size_t mostLinks = 100;       // of one text; a text of nothing else is no letter
constexpr qsizetype longestLink = 2000; // browsers take no longer ones

bool isDirectionMark(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool isIsolateStart(char32_t c)
{
    return c >= 0x2066 && c <= 0x2068;
}

/// What shows nothing and takes no room: spaces and joiners without width, the fillers of Hangul, marks of mathematics and annotations.
/// U+200D is looked at by itself: it makes one emoji of several.
bool isZeroWidth(char32_t c)
{
    return c == 0x200B || c == 0x200C || (c >= 0x2060 && c <= 0x2065) || (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || c == 0x00AD ||
           c == 0x034F || c == 0x180E || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || (c >= 0xFFF9 && c <= 0xFFFB);
}

/// The tags that make a flag of one emoji; anywhere else they are letters that nobody sees.
bool isTag(char32_t c)
{
    return c >= 0xE0000 && c <= 0xE007F;
}

/// Where the bidirectional algorithm begins a new paragraph, and with it ends our isolate; and the other line ends.
bool endsLine(char32_t c)
{
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isCombining(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    const bool selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
    return !selector &&
           (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Mark_SpacingCombining);
}

/// The text without combining marks beyond the eighth on one base.
QList<uint> withoutStorms(const QList<uint> &codes)
{
    QList<uint> kept;
    kept.reserve(codes.size());
    int run = 0;
    for (const uint code : codes) {
        // What shows nothing, and may be taken out, is no base of its own.
        const bool combining = isCombining(code);
        if (combining)
            ++run;
        else if (code != 0 && !isZeroWidth(code) && QChar::category(code) != QChar::Other_Format)
            run = 0;
        if (!combining || run <= maximumCombining)
            kept.append(code);
    }
    return kept;
}

QString fromCodes(const QList<uint> &codes)
{
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(codes.constData()), codes.size());
}

bool isEmojiStart(char32_t c)
{
    return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F1E6 && c <= 0x1F1FF) || c == 0x2B50 || c == 0x2B55 ||
           c == 0x231A || c == 0x231B || c == 0x23F0;
}

bool isEmojiPart(char32_t c)
{
    return isEmojiStart(c) || c == zeroWidthJoiner || c == 0xFE0F || c == 0x20E3 || (c >= 0xE0020 && c <= 0xE007F);
}

} // namespace

QString singleLine(const QString &text)
{
    // Only what can be seen in one line matters; a megabyte would cost time for nothing.
    const QList<uint> codes = withoutStorms(text.left(2000).toUcs4());
    QList<uint> line;
    line.reserve(codes.size());
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const uint c = codes.at(i);
        if (isDirectionMark(c) || isZeroWidth(c) || (isTag(c) && (line.isEmpty() || !isEmojiPart(line.constLast()))))
            continue;
        if (c == zeroWidthJoiner && !(i > 0 && i + 1 < codes.size() && isEmojiPart(codes.at(i - 1)) && isEmojiPart(codes.at(i + 1))))
            continue;
        const bool space = QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control;
        if (!space)
            line.append(c);
        else if (!line.isEmpty() && line.constLast() != u' ')
            line.append(u' ');
    }
    return fromCodes(line).trimmed();
}

QString bodyText(const QString &text, int limit)
{
    QString cut = text;
    if (limit > 0 && cut.size() > limit) {
        cut.truncate(limit);
        if (cut.back().isHighSurrogate())
            cut.chop(1);
    }
    const QList<uint> codes = withoutStorms(cut.toUcs4());
    bool turned = false;
    int open = 1;
    QList<uint> body;
    body.reserve(codes.size() + 2);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const uint c = codes.at(i);
        // Its own closing mark could end our isolate early; what it opens is closed behind it.
        if (c == popDirectionalIsolate || c == 0)
            continue;
        if (endsLine(c)) {
            if (!(c == u'\r' && i + 1 < codes.size() && codes.at(i + 1) == u'\n'))
                body.append(u'\n');
            continue;
        }
        open += isIsolateStart(c) ? 1 : 0;
        turned = turned || isDirectionMark(c) || QChar::direction(c) == QChar::DirR || QChar::direction(c) == QChar::DirAL;
        body.append(c);
    }
    if (turned) {
        body.prepend(firstStrongIsolate);
        body.append(QList<uint>(open, popDirectionalIsolate));
    }
    return fromCodes(body);
}

qsizetype portionEnd(const QString &text, qsizetype start)
{
    constexpr qsizetype nearEnd = 200;
    // Shaping an emoji costs many times as much as a letter: a portion of them is shorter, so that none is felt.
    constexpr int weightOfEmoji = 4; // of each of its two code units
    qsizetype end = start;
    for (int weight = 0; end < text.size(); ++end) {
        weight += text.at(end).isSurrogate() ? weightOfEmoji : 1;
        if (weight > drawnBodyLength)
            break;
    }
    if (end == text.size())
        return end;
    for (qsizetype at = end; at > end - nearEnd; --at) {
        if (text.at(at - 1).isSpace() && !(text.at(at - 1) == u'\r' && text.at(at) == u'\n'))
            return at;
    }
    // From the space before, or a bit of the text, the boundaries come out right without looking at all of it.
    const QString last = text.mid(end - nearEnd, 2 * nearEnd);
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, last);
    letters.setPosition(nearEnd);
    const qsizetype before = letters.isAtBoundary() ? nearEnd : letters.toPreviousBoundary();
    if (before > 0)
        return end - nearEnd + before;
    return text.at(end).isLowSurrogate() ? end - 1 : end; // a storm: no letter is that long
}

bool isEmojiOnly(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > 40)
        return false;
    const QList<uint> codes = trimmed.toUcs4();
    for (const uint c : codes) {
        if (!isEmojiPart(c))
            return false;
    }
    int clusters = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    while (finder.toNextBoundary() > 0)
        ++clusters;
    return clusters <= 3 && isEmojiStart(codes.constFirst());
}

std::vector<TextLink> findLinks(const QString &text)
{
    static const QRegularExpression pattern(uR"((?:https?://|www\.|tel:\+?[0-9])[^\s<>"\x{2066}-\x{2069}\x{202A}-\x{202E}]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    std::vector<TextLink> links;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext() && links.size() < mostLinks) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > longestLink)
            continue;
        QString found = match.captured();
        const bool bracketed = found.contains(u'(');
        // The point or bracket after a link belongs to the sentence.
        while (!found.isEmpty()) {
            const QChar last = found.back();
            const bool closing = last == u')' && !bracketed;
            if (!closing && !QStringView(u".,;:!?'\u2019\u201d]}").contains(last))
                break;
            found.chop(1);
        }
        const QString address = found.startsWith("www."_L1, Qt::CaseInsensitive) ? "https://"_L1 + found : found;
        const QUrl url(address, QUrl::TolerantMode);
        if (mayOpen(url))
            links.push_back({int(match.capturedStart()), int(found.size()), url});
    }
    return links;
}

QString linkTarget(const QUrl &url)
{
    if (url.scheme() == "tel"_L1)
        return url.path();
    return url.host(QUrl::FullyEncoded);
}

bool mayOpen(const QUrl &url)
{
    if (!url.isValid())
        return false;
    const QString scheme = url.scheme().toLower();
    if (scheme == "tel"_L1)
        return !url.path().isEmpty();
    // A name and password in front of the host is how a link shows one host and goes to another.
    return (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty() && url.userInfo().isEmpty();
}

} // namespace textback
