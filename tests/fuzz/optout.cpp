// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/optout.h"

using namespace textback;
using namespace Qt::StringLiterals;

// STOP is STOP however it is written: capitals, space, quotes, points and a "please" change nothing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString body = fuzz::textOf(data, size);
    const ConsentWord word = readConsentWord(body);
    FUZZ_PROMISE(readConsentWord(body.toUpper()) == word);
    FUZZ_PROMISE(readConsentWord(body.toLower()) == word);
    FUZZ_PROMISE(readConsentWord(u" \t\n"_s + body + u"\r\n "_s) == word);
    FUZZ_PROMISE(readConsentWord(u"\u201c"_s + body + u"!\u201d"_s) == word);
    FUZZ_PROMISE(readConsentWord(u"Please "_s + body) == word);
    FUZZ_PROMISE(readConsentWord(body + u" pls."_s) == word);
    // A word more than that makes it an ordinary message.
    FUZZ_PROMISE(readConsentWord(body + u" tomorrow at five"_s) == ConsentWord::None);
    return 0;
}
