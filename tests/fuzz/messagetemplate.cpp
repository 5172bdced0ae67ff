// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/messagetemplate.h"
#include "domain/smssegments.h"

#include <algorithm>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

bool hasPlaceholder(const QString &text)
{
    return text.contains("{biz}"_L1) || text.contains("{link}"_L1) || text.contains("{phone}"_L1);
}

/// The count again, said differently: parts are cut off the front as long as they can be.
int segmentsAgain(const QString &text)
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
        int room = gsm ? 153 : 67;
        while (at < characters.size() && width(characters[at]) <= room)
            room -= width(characters[at++]);
    }
    return segments;
}

void checkSegments(const QString &text)
{
    const SmsSegments counted = countSegments(text);
    FUZZ_PROMISE(counted.segments == segmentsAgain(text));
    FUZZ_PROMISE(counted.unitsLeft >= 0 && counted.unitsLeft <= counted.unitsPerSegment);
    FUZZ_PROMISE((counted.encoding == SmsEncoding::Gsm7) == firstNonGsm7(text).isNull());
    const QString plain = smartEncoded(text);
    FUZZ_PROMISE(smartEncoded(plain) == plain);
}

} // namespace

// Parts of the input: template, business name, link, phone, called number.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList parts = fuzz::partsOf(data, size, 5);
    const QString &text = parts[0];
    const TemplateValues values{parts[1], parts[2], parts[3], parts[4]};
    checkSegments(text);
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
    }
    return 0;
}
