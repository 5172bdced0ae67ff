// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/consent/consentreading.h"
#include "domain/consent/plaintext.h"
#include "domain/optout.h"
#include "domain/urgency.h"

using namespace textback;
using namespace Qt::StringLiterals;

// STOP is STOP however it is written: capitals, space, quotes, points and a "please" change nothing. Any text is read in bounded time (the
// runner's time-out), for a reason that can be shown.
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
    // No keyword is lost in free text; a doubt is no verdict; whatever follows has a reason, and what has none changes nothing.
    const ConsentReading reading = readConsent(body);
    FUZZ_PROMISE(body.size() > longestRead || reading.byKeyword == (word != ConsentWord::None));
    FUZZ_PROMISE(!reading.byKeyword || reading.word == word);
    FUZZ_PROMISE(!reading.doubt || reading.word == ConsentWord::None);
    FUZZ_PROMISE(reading.because.isEmpty() == (reading.word == ConsentWord::None && !reading.doubt));
    // Free text never opens what was closed.
    FUZZ_PROMISE(reading.byKeyword || reading.word == ConsentWord::None || reading.word == ConsentWord::OptOut || body.contains(u'\n'));
    const std::optional<Urgency> urgency = readUrgency(body);
    FUZZ_PROMISE(!urgency || !urgency->because.isEmpty());
    return 0;
}
