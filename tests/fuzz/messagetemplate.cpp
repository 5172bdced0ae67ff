// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/messagetemplate.h"
#include "domain/smssegments.h"
#include "domain/templatelint.h"
#include "domain/templates/encodingrepair.h"

#include <algorithm>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// As a customer would see it: the opening of a field that stands for itself.
bool hasPlaceholder(const QString &text)
{
    for (const char *field : {"biz", "link", "phone", "open", "name"}) {
        const QString opening = u'{' + QLatin1StringView(field);
        if (text.contains(opening + u'}'))
            return true;
        const qsizetype at = text.indexOf(opening + u'|');
        const qsizetype end = at < 0 ? -1 : text.indexOf(u'}', at);
        if (end >= 0 && !QStringView(text).sliced(at + 1, end - at - 1).contains(u'{'))
            return true;
    }
    return false;
}

/// The count again, said differently: parts are cut off the front as long as they can be.
int segmentsAgain(const QString &text, int header)
{
    const QList<uint> characters = text.toUcs4();
    const bool gsm = firstNonGsm7(text).isNull();
    const auto width = [gsm](uint c) {
        return gsm ? (QStringView(u"\f^{}\\[~]|€").contains(QChar(char16_t(c))) ? 2 : 1) : (c > 0xffff ? 2 : 1);
    };
    int all = 0;
    for (const uint c : characters)
        all += width(c);
    const int single = gsm ? 160 : 70;
    if (all <= single)
        return all == 0 ? 0 : 1;
    int segments = 0;
    for (qsizetype at = 0; at < characters.size(); ++segments) {
        int room = (gsm ? 153 : 67) - header;
        while (at < characters.size() && width(characters[at]) <= room)
            room -= width(characters[at++]);
    }
    return segments;
}

void checkSegments(const QString &text)
{
    for (const SmsRoute route : {SmsRoute::LongCode, SmsRoute::TollFree}) {
        const SmsSegments counted = countSegments(text, route);
        FUZZ_PROMISE(counted.segments == segmentsAgain(text, route == SmsRoute::TollFree ? 1 : 0));
        FUZZ_PROMISE(counted.unitsLeft >= 0 && counted.unitsLeft <= counted.unitsPerSegment);
        FUZZ_PROMISE((counted.encoding == SmsEncoding::Gsm7) == firstNonGsm7(text).isNull());
    }
    const QString plain = smartEncoded(text);
    FUZZ_PROMISE(smartEncoded(plain) == plain);
    const EncodingRepair repair = encodingRepair(text);
    FUZZ_PROMISE(repair.forcing.isEmpty() == (repair.now.encoding == SmsEncoding::Gsm7));
    FUZZ_PROMISE(repair.staying.isEmpty() == (repair.afterRepair.encoding == SmsEncoding::Gsm7));
    FUZZ_PROMISE(withoutAccents(repair.plain) == repair.plain);
    FUZZ_PROMISE(lengthOf(text) == TextLength::TooLong || text.size() <= maximumTextLength);
}

/// Whatever a contact is called: a short name of letters, or none.
void checkName(const QString &contact)
{
    const QString name = givenName(contact);
    FUZZ_PROMISE(name.size() <= longestName && firstNonGsm7(name).isNull());
    FUZZ_PROMISE(std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter() || c == u'-' || c == u'\''; }));
    FUZZ_PROMISE(givenName(name) == name);
    FUZZ_PROMISE(!hasOptOutHint(name));
}

void checkPieces(const QString &text)
{
    const MergedTemplate read = readMergeFields(text);
    FUZZ_PROMISE(read.problem == MergeProblem::None || read.pieces.empty());
    QString again;
    for (const MergePiece &piece : read.pieces) {
        FUZZ_PROMISE(piece.field || (!piece.words.isEmpty() && !piece.words.contains(u'{') && !piece.words.contains(u'}')));
        FUZZ_PROMISE(piece.field != MergeField::Name || !piece.fallback.isEmpty());
        const QString fallback = piece.fallback.isEmpty() ? QString() : u'|' + piece.fallback;
        again += piece.field ? u'{' + toString(*piece.field) + fallback + u'}' : piece.words;
    }
    FUZZ_PROMISE(read.problem != MergeProblem::None || again == text);
}

/// What a text costs with these values is no more than what was said before. (A business called "n" would be found in the longest name.)
void checkLongest(const QString &text, TemplateValues values)
{
    const QString biz = values.biz.trimmed();
    values.open = values.open.left(longestOpen);
    const bool ours = firstNonGsm7(values.open).isNull() && countSegments(values.open).units <= longestOpen;
    if (!ours || QString(longestName, u'n').contains(biz, Qt::CaseInsensitive) || QString(longestOpen, u'0').contains(biz))
        return;
    const Result<SmsSegments> longest = longestSegments(text, values);
    const Result<QString> again = composeFirstText(text, values);
    if (!longest || !again)
        return;
    // An escape that does not fit wastes a septet of a part, so that a text of fewer units may take one part more.
    const SmsSegments counted = countSegments(*again);
    FUZZ_PROMISE(counted.segments <= longest->segments || counted.units <= longest->units);
}

} // namespace

// Parts of the input: template, business name, link, phone, called number, opening time, contact's name, language.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList parts = fuzz::partsOf(data, size, 8);
    const QString &text = parts[0];
    const TemplateValues values{parts[1],
                                parts[2],
                                parts[3],
                                parts[4],
                                parts[5],
                                parts[6],
                                templateLanguageFromString(parts[7]).value_or(TemplateLanguage::English)};
    checkSegments(text);
    checkPieces(text);
    checkName(values.name);
    for (const SendRule rule : {SendRule::Open, SendRule::Review})
        FUZZ_PROMISE(forbiddenWords(text, rule).isEmpty() || templateProblem(text, values, rule) != QString());
    const QString problem = templateProblem(text);
    const Result<QString> filled = fillTemplate(text, values);
    if (!problem.isEmpty() && problem != "too-long"_L1)
        FUZZ_PROMISE(!filled);
    if (filled) {
        // Nobody is ever texted "{biz}", whatever the template and the names in the settings are.
        FUZZ_PROMISE(!hasPlaceholder(*filled));
        FUZZ_PROMISE(!filled->trimmed().isEmpty() && filled->size() <= maximumTextLength);
        FUZZ_PROMISE(values.calledNumber.isEmpty() || filled->contains(values.calledNumber));
    }
    const Result<QString> composed = composeFirstText(text, values);
    if (composed) {
        FUZZ_PROMISE(filled);
        FUZZ_PROMISE(!hasPlaceholder(*composed));
        FUZZ_PROMISE(composed->size() <= maximumTextLength);
        FUZZ_PROMISE(composed->contains("stop"_L1, Qt::CaseInsensitive));
        FUZZ_PROMISE(smartEncoded(*composed) == *composed);
        checkSegments(*composed);
        checkLongest(text, values);
    }
    return 0;
}
