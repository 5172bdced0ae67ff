// SPDX-License-Identifier: MIT
#pragma once

#include "domain/alert.h"
#include "domain/phonenumber.h"
#include "domain/templates/templatelanguage.h"

#include <QString>

#include <vector>

namespace textback {

/// A customer's case as staff members know it.
struct DutyTag {
    int tag = 0;
    QString contactName; ///< as the contacts have it; may be empty
    PhoneNumber customer;

    bool operator==(const DutyTag &) const = default;
};

/// The number for a new case: the next after the newest one's, from 11 to 99 and round again, so that none is soon used anew; never one of
/// `open`. Beyond 99 only where all are open.
int nextDutyTag(int newest, const std::vector<int> &open);

/// "Maria G.", or "caller 0142" for somebody without a name that is plainly one.
QString dutyName(const DutyTag &who, TemplateLanguage language);

/// What a stranger wrote, as it may stand in a text to staff: one line, no links (only "(link)"), no invisible characters, and in GSM-7 letters
/// as far as there are any.
QString strangersWords(const QString &body);

/// The text to whoever is on call. Always one segment: the customer's words are cut, and the business's name where it is very long.
struct DutyNews {
    QString business;
    DutyTag who;
    std::optional<AlertKind> kind; ///< nothing: a mere reply
    int level = 1;                 ///< of the alert
    QString words;                 ///< the customer's; may be empty
};
QString dutyAlertText(const DutyNews &news, TemplateLanguage language);
/// A text that waits to be sent to staff, with what the same customer wrote since; still one segment.
QString withMoreWords(const QString &text, const QString &words);
/// A text to staff with the words of an earlier one that still waits and that it replaces; still one segment, the newer words first.
QString withEarlierWords(const QString &text, const QString &waiting);

/// What a staff member's text led to, each said in one segment.
struct DutyAnswer {
    enum class Kind {
        Sent,         ///< on its way to the customer
        NotSent,      ///< the provider refused it
        NotDelivered, ///< the provider took it, and it did not arrive
        NotConfirmed, ///< nobody knows whether the provider took it
        Yours,        ///< "call": with the number
        Closed,       ///< "done"
        Off,          ///< `until`: when the next shift begins, in words; empty if there is none
        On,           ///< on duty again; `until`: when the next shift begins, in words, if none is under way
        NoShift,      ///< "on" from somebody who has no plan
        Which,        ///< no case was named
        NoCase,       ///< there is none
        NotOpen,      ///< the tag names none that is open
        OptedOut,     ///< this customer wants no texts
        TooLate,      ///< the text lay too long before it was read
    };
    Kind kind = Kind::Which;
    DutyTag who;               ///< of those about one case; with only the tag for NotOpen
    std::vector<DutyTag> open; ///< of Which and NotOpen
    QString until;
};
/// As events name it: "closed", "not-open" ...
QString toString(DutyAnswer::Kind kind);
QString dutyAnswerText(const DutyAnswer &answer, const QString &homeRegion, TemplateLanguage language);

} // namespace textback
