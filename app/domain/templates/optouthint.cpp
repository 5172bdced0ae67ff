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
    // The keyword with how to use it ("text STOP") or with what it does ("STOP to end", "STOP=out", "opt out: STOP").
    static const QRegularExpression hint(
        u"\\b(?:reply|respond|answer|text|txt|send|write|responda|responde|conteste|mande|escriba|env(?:i|\\x{ed})[ea])"
        "[\\s:\"'\\x{201c}\\x{2018}]+"
        "(?:(?:back|with|the|word|con|la|palabra)[\\s:\"'\\x{201c}\\x{2018}]+){0,3}stop\\b|"
        "\\bstop\\W{0,2}\\s*(?:(?:to|2)\\s+(?:opt|end|cancel|unsubscribe|quit|leave|stop)|(?:ends|cancels|termina)\\b|"
        "(?:para|p/)\\s*(?:salir|cancelar|terminar|darse|dejar|no)|=\\s*\\w)|"
        "\\b(?:opt[ -]?out|unsubscribe|quit|salir|cancelar)\\s*[:=]\\s*stop\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return hint.match(text).hasMatch();
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
