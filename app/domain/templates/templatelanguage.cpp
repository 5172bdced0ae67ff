// SPDX-License-Identifier: MIT
#include "domain/templates/templatelanguage.h"

#include "domain/enumnames.h"

namespace textback {

namespace {

constexpr EnumName<TemplateLanguage> languageNames[] = {
    {TemplateLanguage::English, QLatin1StringView("en")},
    {TemplateLanguage::Spanish, QLatin1StringView("es")},
    {TemplateLanguage::Both, QLatin1StringView("both")},
};

} // namespace

QString toString(TemplateLanguage language)
{
    return enumToString(languageNames, language);
}

std::optional<TemplateLanguage> templateLanguageFromString(const QString &text)
{
    return enumFromString(languageNames, text);
}

} // namespace textback
