// SPDX-License-Identifier: MIT
#include "ui/thread/textcounter.h"

#include "domain/smssegments.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/thread/composer.h"

#include <algorithm>

namespace textback {

TextCounter::TextCounter(QWidget *parent)
    : PlainLabel(parent)
{
    setForegroundRole(QPalette::PlaceholderText);
    setFont(textFont(TextStyle::Caption));
    setElided(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void TextCounter::count(const QString &body)
{
    const SmsSegments count = countSegments(body);
    const Tokens &tokens = tokensOf(palette());
    QColor colour = tokens.text3;
    QString words;
    if (body.size() > maximumTextLength) {
        words = Composer::tr("%n character(s) too long for a text", nullptr, int(body.size()) - maximumTextLength);
        colour = tokens.danger;
    } else if (!body.isEmpty()) {
        const int capacity = count.unitsPerSegment * std::max(1, count.segments);
        //: 46 / 160 · 1 text
        words = Composer::tr("%1 / %2 · %3").arg(count.units).arg(capacity).arg(Composer::tr("%n text(s)", nullptr, count.segments));
        if (body.size() == maximumTextLength)
            colour = tokens.danger;
        else if (count.segments > 1)
            colour = tokens.warn;
    }
    setText(words);
    QPalette own;
    own.setColor(QPalette::PlaceholderText, colour);
    setPalette(own);
}

} // namespace textback
