// SPDX-License-Identifier: MIT
#include "domain/templates/templateset.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// A resource of a static library is left out of the program unless somebody names it. The macro declares a function, so it must stand
// outside every namespace.
static void registerTemplates()
{
    Q_INIT_RESOURCE(domaintemplates);
}

namespace textback {

namespace {

constexpr QLatin1StringView generalTrade("general");

/// resources/templates.json: {"format": 1, "trades": {TRADE: {NAME: {LANGUAGE: text}}}, "system": {NAME: {LANGUAGE: text}}}. A NAME is the
/// spelling of a SendRule; "-link" behind it means the variant for businesses with a booking link. A LANGUAGE is that of a TemplateLanguage.
const QJsonObject &builtIn()
{
    static const QJsonObject document = [] {
        registerTemplates();
        QFile file(u":/textback/templates.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return document;
}

QString builtInText(const QJsonObject &group, const QString &name, TemplateLanguage language)
{
    const QJsonObject texts = group.value(name).toObject();
    const QString text = texts.value(toString(language)).toString();
    return text.isEmpty() ? texts.value(toString(TemplateLanguage::English)).toString() : text;
}

} // namespace

QStringList trades()
{
    return {u"towing"_s,    u"roadside"_s,   u"hvac"_s,         u"plumbing"_s,   u"locksmith"_s,
            u"junk-cars"_s, u"electrical"_s, u"garage-doors"_s, u"appliances"_s, u"general"_s};
}

TemplateSet TemplateSet::forTrade(const QString &trade, TemplateLanguage language, bool withBookingLink)
{
    const QJsonObject all = builtIn().value("trades"_L1).toObject();
    const QJsonObject texts = all.value(all.contains(trade) ? trade : QString(generalTrade)).toObject();
    const QJsonObject system = builtIn().value("system"_L1).toObject();
    TemplateSet set;
    for (const SendRule rule : allSendRules) {
        const QString name = toString(rule);
        QString text = withBookingLink ? builtInText(texts, name + "-link"_L1, language) : QString();
        if (text.isEmpty())
            text = builtInText(texts, name, language);
        set.setText(rule, text.isEmpty() ? builtInText(system, name, language) : text);
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

} // namespace textback
