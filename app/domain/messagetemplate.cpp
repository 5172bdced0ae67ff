// SPDX-License-Identifier: MIT
#include "domain/messagetemplate.h"

#include "domain/smssegments.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

// A resource of a static library is left out of the program unless somebody names it. The macro declares a function, so it must stand
// outside every namespace.
static void registerTemplates()
{
    Q_INIT_RESOURCE(domaintemplates);
}

namespace textback {

namespace {

constexpr qsizetype nameWithin = 40; // characters, rules.md C15
constexpr QLatin1StringView generalTrade("general");
constexpr QLatin1StringView language("en");

struct NamedPlaceholder {
    QLatin1StringView name;
    QString TemplateValues::*value;
};
constexpr NamedPlaceholder placeholders[] = {
    {QLatin1StringView("biz"), &TemplateValues::biz},
    {QLatin1StringView("link"), &TemplateValues::link},
    {QLatin1StringView("phone"), &TemplateValues::phone},
};

/// resources/templates.json: {"format": 1, "trades": {TRADE: {NAME: {LANGUAGE: text}}}, "system": {NAME: {LANGUAGE: text}}}. A NAME is the
/// spelling of a SendRule; "-link" behind it means the variant for businesses with a booking link.
const QJsonObject &builtIn()
{
    static const QJsonObject document = [] {
        registerTemplates();
        QFile file(u":/textback/templates.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return document;
}

QString builtInText(const QJsonObject &group, const QString &name)
{
    return group.value(name).toObject().value(language).toString();
}

Error rejected(const QString &detail)
{
    return Error{ErrorKind::Rejected, detail, std::nullopt, 0, QString()};
}

enum class Problem { None, Unknown, Unclosed };

/// Replaces every {name} by what `valueOf` gives for it; stops at a placeholder that nobody knows and at a brace without its partner.
Problem replaced(const QString &text, const std::function<QString(const NamedPlaceholder &)> &valueOf, QString &result)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'}')
            return Problem::Unclosed;
        if (c != u'{') {
            result += c;
            ++at;
            continue;
        }
        const qsizetype close = text.indexOf(u'}', at);
        const qsizetype again = text.indexOf(u'{', at + 1);
        if (close < 0 || (again >= 0 && again < close))
            return Problem::Unclosed;
        const QStringView name = QStringView(text).sliced(at + 1, close - at - 1);
        const auto *known = std::find_if(std::begin(placeholders), std::end(placeholders),
                                         [name](const NamedPlaceholder &placeholder) { return name == placeholder.name; });
        if (known == std::end(placeholders))
            return Problem::Unknown;
        result += valueOf(*known);
        at = close + 1;
    }
    return Problem::None;
}

/// Ends a text so that a sentence may follow. Nothing is put behind a link: it would become part of it.
QString ended(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QString lastWord = trimmed.mid(trimmed.lastIndexOf(QRegularExpression(u"\\s"_s)) + 1);
    const bool open = trimmed.back().isLetterOrNumber() && !lastWord.contains("://"_L1);
    return trimmed + (open ? u". "_s : u" "_s);
}

/// A name or link with braces in it can spell a placeholder after everything was filled in.
Result<QString> withoutPlaceholders(const QString &text)
{
    for (const NamedPlaceholder &placeholder : placeholders) {
        if (text.contains(u'{' + placeholder.name + u'}'))
            return tl::unexpected(rejected(u"a value holds {%1}"_s.arg(placeholder.name)));
    }
    return text;
}

bool namesStop(const QString &text)
{
    // "STOP" as a command, in capitals or with what it does; "don't stop by" is none.
    static const QRegularExpression capitals(u"\\bSTOP\\b"_s);
    static const QRegularExpression withPurpose(u"\\b(?:reply|text|send)\\W+stop\\b|\\bstop to (?:opt|end|cancel|unsubscribe|quit)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    return capitals.match(text).hasMatch() || withPurpose.match(text).hasMatch();
}

} // namespace

QStringList trades()
{
    return {u"towing"_s,    u"roadside"_s,   u"hvac"_s,         u"plumbing"_s,   u"locksmith"_s,
            u"junk-cars"_s, u"electrical"_s, u"garage-doors"_s, u"appliances"_s, u"general"_s};
}

TemplateSet TemplateSet::forTrade(const QString &trade, bool withBookingLink)
{
    const QJsonObject all = builtIn().value("trades"_L1).toObject();
    const QJsonObject texts = all.value(all.contains(trade) ? trade : QString(generalTrade)).toObject();
    const QJsonObject system = builtIn().value("system"_L1).toObject();
    TemplateSet set;
    for (int i = 0; i <= static_cast<int>(SendRule::OptedIn); ++i) {
        const auto rule = static_cast<SendRule>(i);
        const QString name = toString(rule);
        QString text = withBookingLink ? builtInText(texts, name + "-link"_L1) : QString();
        if (text.isEmpty())
            text = builtInText(texts, name);
        set.setText(rule, text.isEmpty() ? builtInText(system, name) : text);
    }
    return set;
}

void TemplateSet::setText(SendRule rule, const QString &text)
{
    if (text.isEmpty())
        m_texts.remove(rule);
    else
        m_texts.insert(rule, text);
}

Result<QString> fillTemplate(const QString &text, const TemplateValues &values)
{
    QString missing;
    bool named = values.calledNumber.isEmpty();
    const QString called = u"you called "_s + values.calledNumber;
    QString filled;
    const Problem problem = replaced(
        text,
        [&](const NamedPlaceholder &placeholder) {
            QString value = (values.*placeholder.value).trimmed();
            if (value.isEmpty())
                missing = placeholder.name;
            if (placeholder.value == &TemplateValues::biz && !named) {
                value += u" ("_s + called + u')';
                named = true;
            }
            return value;
        },
        filled);
    if (problem == Problem::Unknown)
        return tl::unexpected(rejected(u"the template has an unknown placeholder"_s));
    if (problem == Problem::Unclosed)
        return tl::unexpected(rejected(u"the template has a brace without its partner"_s));
    if (!missing.isEmpty())
        return tl::unexpected(rejected(u"no value for {%1}"_s.arg(missing)));
    filled = filled.trimmed();
    if (filled.isEmpty())
        return tl::unexpected(rejected(u"the text is empty"_s));
    if (!named)
        filled = ended(filled) + called.at(0).toUpper() + called.mid(1);
    if (filled.size() > maximumTextLength)
        return tl::unexpected(rejected(u"the text is longer than %1 characters"_s.arg(maximumTextLength)));
    return withoutPlaceholders(filled);
}

QString withBusinessName(const QString &text, const QString &businessName)
{
    const QString name = businessName.trimmed();
    const qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive);
    // A name that is longer than that itself can only begin the text.
    if (name.isEmpty() || at == 0 || (at > 0 && at + name.size() <= nameWithin))
        return text;
    return name + u": "_s + text;
}

QString withOptOutHint(const QString &text)
{
    if (text.trimmed().isEmpty() || namesStop(text))
        return text;
    return ended(text) + u"Reply STOP to opt out"_s;
}

Result<QString> composeFirstText(const QString &text, const TemplateValues &values)
{
    return fillTemplate(text, values).and_then([&values](const QString &filled) -> Result<QString> {
        const QString composed = smartEncoded(withOptOutHint(withBusinessName(filled, values.biz)));
        if (composed.size() > maximumTextLength)
            return tl::unexpected(rejected(u"the text is longer than %1 characters"_s.arg(maximumTextLength)));
        return withoutPlaceholders(composed);
    });
}

QString templateProblem(const QString &text)
{
    if (text.trimmed().isEmpty())
        return u"empty"_s;
    QString unfilled;
    switch (replaced(
        text, [](const NamedPlaceholder &) { return QString(); }, unfilled)) {
    case Problem::Unknown:
        return u"unknown-placeholder"_s;
    case Problem::Unclosed:
        return u"unclosed-brace"_s;
    case Problem::None:
        break;
    }
    return withOptOutHint(text).size() > maximumTextLength ? u"too-long"_s : QString();
}

} // namespace textback
