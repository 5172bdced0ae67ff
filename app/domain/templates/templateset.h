// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/templates/templatelanguage.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace textback {

/// The ten trades of rules.md 3, in the spelling of the settings file.
QStringList trades();

/// The templates in force: those of a trade, each replaced by the owner's own where there is one.
///
/// The built-in ones are in resources/templates.json, in English, Spanish and both at once; each is one GSM-7 text with the longest usual values
/// (a name of 25 characters, a link of 37). GSM-7 has é, ñ, ü, ¿ and ¡ but not á, í, ó and ú, and one letter that it lacks makes the whole text
/// UCS-2: three texts instead of one for 64 of the 77 Spanish ones, two for the others. They are written with words that need none of those
/// letters ("remolque", "domicilio", "perdimos su llamada"), so nothing is misspelt and nothing costs more.
class TemplateSet {
public:
    TemplateSet() = default;

    /// The built-in templates of a trade; the general ones for an unknown trade, and English where a language has no text of its own.
    /// `withBookingLink` takes the open-hours variant that carries {link}.
    static TemplateSet forTrade(const QString &trade, TemplateLanguage language, bool withBookingLink);

    /// Replaces one template by the owner's; an empty text takes it away.
    void setText(SendRule rule, const QString &text);
    /// Empty if there is none.
    QString text(SendRule rule) const { return m_texts.value(rule); }

    bool operator==(const TemplateSet &) const = default;

private:
    QMap<SendRule, QString> m_texts;
};

} // namespace textback
