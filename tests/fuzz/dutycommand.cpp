// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "domain/duty/dutycommand.h"
#include "domain/duty/dutywords.h"
#include "domain/smssegments.h"

using namespace textback;
using namespace Qt::StringLiterals;

// Whatever staff or a stranger writes: a command names a customer or nobody, its words are theirs, and what is told about it is one text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using Kind = DutyCommand::Kind;
    const QString body = fuzz::textOf(data, size);
    const DutyCommand read = readDutyCommand(body);
    const bool named = read.kind == Kind::Say || read.kind == Kind::Call || read.kind == Kind::Done;
    FUZZ_PROMISE(named == (read.tag > 0) && read.tag <= 999);
    FUZZ_PROMISE((read.kind == Kind::Say) == !read.words.isEmpty());
    FUZZ_PROMISE(read.words.isEmpty() || body.contains(read.words));
    FUZZ_PROMISE(readDutyCommand(u" \n"_s + body + u"\n "_s) == read);
    const DutyNews news{u"Motor City Towing"_s, {12, body.left(40), {}}, AlertKind::Danger, 2, body};
    const QString text = dutyAlertText(news, TemplateLanguage::English);
    FUZZ_PROMISE(countSegments(text).segments == 1);
    FUZZ_PROMISE(countSegments(withMoreWords(text, body)).segments == 1);
    FUZZ_PROMISE(!text.contains(u"://"_s) && !text.contains(u'\n'));
    return 0;
}
