// SPDX-License-Identifier: MIT
#pragma once

#include "domain/messagetemplate.h"

#include <QString>
#include <QStringList>

namespace textback {

/// What a registration of text messages with the carriers (10DLC campaign, toll-free verification) must say about a business.
struct RegistrationFacts {
    QString businessName;
    QString trade;         ///< as in trades()
    QStringList numbers;   ///< the business's numbers, in the form for people
    QStringList senders;   ///< the numbers that text where another one was called, in the same form
    QString website;       ///< where the numbers are published; may be empty
    QString privacyUrl;    ///< may be empty: then it is named in RegistrationText::missing
    QString termsUrl;      ///< the same
    TemplateSet templates; ///< in force
    TemplateValues values; ///< for the sample messages
    QString reviewLink;    ///< {link} of the review request
    int coolDownHours = 24;
    bool secondCallText = true;
    int followUps = 0; ///< at most so many without a reply
    bool reviewRequests = false;
    bool staffTexts = false;      ///< members of the staff are on call, and get texts about customers
    bool holdingText = false;     ///< who wrote and waits for an answer is told once that one is coming
    bool pressOneConsent = false; ///< the phone menu asks "press 1 to get a text"
};

/// The texts for a registration form, in English because carriers' reviewers read it. Written against the usual reasons of refusal (rules.md C22,
/// X12: 30902, 30909, 30917, 30924): every way in which somebody comes to get a text is told, with frequency, rates, links, HELP and STOP.
struct RegistrationText {
    QString description; ///< what is sent, to whom and why
    QString messageFlow; ///< how people opt in
    QStringList samples; ///< two to five messages as they leave
    QString frequency;
    QString rates;
    QString help;             ///< keywords and the answer
    QString stop;             ///< keywords and the answer
    QString privacyParagraph; ///< for the business's privacy page
    QString termsParagraph;   ///< for the page with its terms
    QStringList missing;      ///< what a reviewer will ask for: "business-name", "number", "privacy-url", "terms-url"

    /// Everything, with headings, as it can be copied into a form or shown to a reviewer.
    QString asText() const;
};

RegistrationText registrationText(const RegistrationFacts &facts);

/// What a voicemail greeting says so that a caller knows about the text before it comes (rules.md C19). Both gives English, then Spanish. To be
/// spoken, so it is not bound to the letters of a text message.
QString voicemailScript(const QString &businessName, TemplateLanguage language);

} // namespace textback
