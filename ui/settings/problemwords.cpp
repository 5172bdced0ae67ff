// SPDX-License-Identifier: MIT
#include "ui/settings/problemwords.h"

#include <QCoreApplication>

namespace textback {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(textback::SettingsProblem)
};

} // namespace

QString problemWords(const SettingsProblem &problem, const Settings &settings)
{
    const QString &key = problem.key;
    const auto is = [&](const char *name) { return key == QLatin1StringView(name); };
    if (is("business.name"))
        return settings.business.name.isEmpty() ? Words::tr("The name is needed before texts can go out: it stands in each of them.")
                                                : Words::tr("This name cannot be used in a text.");
    if (is("business.timeZone"))
        return Words::tr("This time zone is not known. Choose one from the list, such as America/Detroit.");
    if (is("business.bookingLink") || is("business.reviewLink"))
        return Words::tr("Enter a whole address that begins with https://");
    if (is("thisPc.name"))
        return Words::tr("This name is too long or has characters that cannot be shown.");
    if (is("rules.templates.open"))
        return Words::tr("This text cannot be used: see the note below it.");
    if (key.startsWith(QLatin1StringView("lines")))
        return key.endsWith(QLatin1StringView("textFrom")) ? Words::tr("The number that texts must be one of your own.")
                                                           : Words::tr("This line cannot be used as it is.");
    if (key.startsWith(QLatin1StringView("account."))) {
        const QString field = key.section(u'.', 1);
        if (settings.account.fields.value(field).isEmpty())
            return Words::tr("This is needed to sign in.");
        return Words::tr("This does not look right. Copy it once more from the provider's page.");
    }
    return problem.sentence;
}

} // namespace textback
