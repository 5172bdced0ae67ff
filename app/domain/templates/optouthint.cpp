// SPDX-License-Identifier: MIT
#include "domain/templates/optouthint.h"

#include <QRegularExpression>

namespace textback {

using namespace Qt::StringLiterals;

bool hintDue(std::optional<UtcTime> lastHint, UtcTime now)
{
    return !lastHint || *lastHint > now || now - *lastHint >= hintHolds;
}

bool hasOptOutHint(const QString &text)
{
    static const QRegularExpression capitals(u"\\bSTOP\\b"_s);
    static const QRegularExpression withPurpose(
        u"\\b(?:reply|text|send|responda|mande|conteste|env[ií]e)\\W+stop\\b|\\bstop to (?:opt|end|cancel|unsubscribe|quit)|"
        u"\\bstop para (?:salir|cancelar|terminar|darse|dejar|no)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return capitals.match(text).hasMatch() || withPurpose.match(text).hasMatch();
}

QString optOutHint(TemplateLanguage language)
{
    switch (language) {
    case TemplateLanguage::Spanish:
        return u"Responda STOP para salir"_s;
    case TemplateLanguage::Both:
        return u"Reply STOP to opt out/salir"_s;
    case TemplateLanguage::English:
        break;
    }
    return u"Reply STOP to opt out"_s;
}

QString endedSentence(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QString();
    const QString lastWord = trimmed.mid(trimmed.lastIndexOf(QRegularExpression(u"\\s"_s)) + 1);
    const bool open = trimmed.back().isLetterOrNumber() && !lastWord.contains("://"_L1);
    return trimmed + (open ? u". "_s : u" "_s);
}

QString withHintAtEnd(const QString &text, TemplateLanguage language)
{
    return endedSentence(text) + optOutHint(language);
}

QString withOptOutHint(const QString &text, TemplateLanguage language)
{
    if (text.trimmed().isEmpty() || hasOptOutHint(text))
        return text;
    return withHintAtEnd(text, language);
}

} // namespace textback
