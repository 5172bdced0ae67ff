// SPDX-License-Identifier: MIT
#pragma once

#include "domain/decision.h"
#include "domain/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace textback {

/// The ten trades of rules.md 3, in the spelling of the settings file.
QStringList trades();

/// The values that placeholders take.
struct TemplateValues {
    QString biz;   ///< {biz}
    QString link;  ///< {link}
    QString phone; ///< {phone}
    /// Set when another number texts for the called one, in the form for people (PhoneNumber::display): the text then says which number
    /// was called.
    QString calledNumber;
};

/// The templates in force: those of a trade, each replaced by the owner's own where there is one.
class TemplateSet {
public:
    TemplateSet() = default;

    /// The built-in templates of a trade from resources/templates.json; the general ones for an unknown trade.
    /// `withBookingLink` takes the open-hours variant that carries {link}.
    static TemplateSet forTrade(const QString &trade, bool withBookingLink);

    /// Replaces one template by the owner's; an empty text takes it away.
    void setText(SendRule rule, const QString &text);
    /// Empty if there is none.
    QString text(SendRule rule) const { return m_texts.value(rule); }

    bool operator==(const TemplateSet &) const = default;

private:
    QMap<SendRule, QString> m_texts;
};

/// Fills {biz}, {link} and {phone}, and says which number was called behind the first {biz} (or at the end, where the template has none).
/// Fails (Rejected) on an unknown placeholder, on one without a value, on a stray brace, on a value that spells a placeholder itself, and on an
/// empty or too long result: a text with "{biz}" in it never leaves.
Result<QString> fillTemplate(const QString &text, const TemplateValues &values);

/// Puts the business's name in front of a filled text that does not name it within its first 40 characters (rules.md C15).
QString withBusinessName(const QString &text, const QString &businessName);

/// Adds "Reply STOP to opt out" where the text does not name STOP yet (rules.md C15).
QString withOptOutHint(const QString &text);

/// A first automatic text as it leaves: filled, naming the business, with the opt-out hint, and in GSM-7 characters as far as there are
/// any. What previews show and what is sent both come from here. Fails as fillTemplate does.
Result<QString> composeFirstText(const QString &text, const TemplateValues &values);

/// Why a template cannot be used, as stable spellings ("unknown-placeholder", "empty", "too-long", "unclosed-brace"); empty if it can.
QString templateProblem(const QString &text);

} // namespace textback
