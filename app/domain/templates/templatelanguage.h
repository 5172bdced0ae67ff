// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace textback {

/// The language of the built-in texts and of the words that are added to a text by itself.
enum class TemplateLanguage {
    English,
    Spanish,
    Both, ///< English and Spanish in one text
};

/// "en", "es", "both": the spellings of the settings file and of resources/templates.json.
QString toString(TemplateLanguage language);
std::optional<TemplateLanguage> templateLanguageFromString(const QString &text);

} // namespace textback
