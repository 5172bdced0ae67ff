// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "ui/format/safetext.h"

#include <QUrl>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostCombining = 8;

bool isCombining(uint c)
{
    const QChar::Category category = QChar::category(c);
    const bool selector = c >= 0xFE00 && c <= 0xFE0F;
    return !selector &&
           (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Mark_SpacingCombining);
}

void checkStorms(const QString &text)
{
    int run = 0;
    for (const uint c : text.toUcs4()) {
        run = isCombining(c) ? run + 1 : 0;
        FUZZ_PROMISE(run <= mostCombining);
    }
}

void checkSingleLine(const QString &text)
{
    const QString line = singleLine(text);
    FUZZ_PROMISE(line.size() <= text.size());
    FUZZ_PROMISE(line == line.trimmed());
    checkStorms(line);
    for (const QChar c : line) {
        const char16_t code = c.unicode();
        FUZZ_PROMISE(c.category() != QChar::Other_Control && code != 0x2028 && code != 0x2029);
        FUZZ_PROMISE(!(code >= 0x202A && code <= 0x202E) && !(code >= 0x2066 && code <= 0x2069));
        FUZZ_PROMISE(code != 0x200B && code != 0x200E && code != 0x200F && code != 0x061C && code != 0xFEFF);
    }
}

void checkBody(const QString &text, int limit)
{
    QString inside = bodyText(text, limit);
    checkStorms(inside);
    // What turns the direction is closed in: marks that close stand at the very end, so that nothing inside ends the isolate early.
    const bool turned = inside.startsWith(u'\u2068') && inside.endsWith(u'\u2069');
    while (turned && inside.endsWith(u'\u2069'))
        inside.chop(1);
    FUZZ_PROMISE(!inside.contains(u'\u2069') && !inside.contains(QChar(0)));
    if (limit > 0)
        FUZZ_PROMISE(inside.size() <= limit + 1);
    if (!turned) {
        for (const QChar c : inside)
            FUZZ_PROMISE(!(c >= u'\u202A' && c <= u'\u202E') && !(c >= u'\u2066' && c <= u'\u2068'));
    }
}

void checkLinks(const QString &text)
{
    int from = 0;
    for (const TextLink &link : findLinks(text)) {
        FUZZ_PROMISE(link.start >= from && link.length > 0 && link.start + link.length <= text.size());
        from = link.start + link.length;
        FUZZ_PROMISE(mayOpen(link.url));
        const QString scheme = link.url.scheme();
        FUZZ_PROMISE(scheme == "http"_L1 || scheme == "https"_L1 || scheme == "tel"_L1);
        const QString target = linkTarget(link.url);
        FUZZ_PROMISE(!target.isEmpty());
        if (scheme != "tel"_L1) { // the real host, in letters that cannot be mistaken for others
            for (const QChar c : target)
                FUZZ_PROMISE(c.unicode() > 0x20 && c.unicode() < 0x7f);
        }
    }
}

} // namespace

// U+E000 stands for a lone surrogate, which UTF-8 cannot say and a provider's JSON can.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString text = fuzz::textOf(data, size);
    text.replace(QChar(0xE000), QChar(0xD83D));
    checkSingleLine(text);
    checkBody(text, 0);
    checkBody(text, 20);
    checkLinks(text);
    (void)isEmojiOnly(text);
    (void)mayOpen(QUrl(text));
    return 0;
}
