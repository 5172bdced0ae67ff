// SPDX-License-Identifier: MIT
#include "ui/settings/lintwords.h"

#include "domain/smssegments.h"

#include <QCoreApplication>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::LintFinding)
};

} // namespace

QString lintWords(const LintFinding &finding)
{
    switch (finding.reason) {
    case LintReason::LinkInFirstText:
        return Words::tr("“%1”: carriers hold back first texts with a link more often. Send the link in your answer, or keep it and watch "
                         "whether the texts arrive.")
            .arg(finding.words);
    case LintReason::TimePromise:
        return Words::tr("“%1” promises a time that nobody watches. Say what happens next without a time.").arg(finding.words);
    case LintReason::Promotion:
        return Words::tr("“%1” advertises: that needs the caller's written consent, and a call is none. Leave it out.").arg(finding.words);
    case LintReason::Long:
        return Words::tr("Few people read more than %1 characters: make it shorter.").arg(longTextLength);
    case LintReason::RefusedContent:
    case LintReason::Shortener:
    case LintReason::CommandWord:
    case LintReason::AllCaps:
    case LintReason::Incentive:
    case LintReason::RatingGate:
    case LintReason::EmployeeName:
        break;
    }
    return QString();
}

} // namespace textback
