// SPDX-License-Identifier: MIT
#include "ui/people/importwords.h"

#include "domain/ports/clock.h"
#include "ui/format/conversationwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"

namespace textback {

using namespace Qt::StringLiterals;

namespace {

ConversationSummary summaryOf(const Person &person)
{
    ConversationSummary summary;
    summary.contactName = person.name;
    summary.number = person.number;
    summary.address = person.address;
    return summary;
}

} // namespace

QString PersonWords::title(const Person &person, const QString &region)
{
    return ConversationWords::title(summaryOf(person), region);
}

QString PersonWords::subtitle(const Person &person, const QString &region)
{
    return person.name.isEmpty() ? tr("No name yet") : ConversationWords::address(summaryOf(person), region);
}

QString PersonWords::lastContact(const Person &person, const ViewContext &context)
{
    if (person.lastActivity == UtcTime())
        return tr("No calls or texts yet");
    return tr("Last contact: %1").arg(context.times.inList(person.lastActivity, context.clock.utcNow()));
}

QString PersonWords::spoken(const Person &person, const ViewContext &context)
{
    QStringList parts{title(person, context.region), subtitle(person, context.region)};
    if (person.optedOut)
        parts.append(tr("Opted out"));
    parts.append(lastContact(person, context));
    return parts.join(u", "_s);
}

QString ImportWords::problem(const LineProblem &problem)
{
    const QString text = singleLine(problem.text);
    switch (problem.problem) {
    case ImportProblem::Unreadable:
        return tr("The entry is broken off. Export the file again.");
    case ImportProblem::NoName:
        return tr("%1 has no name.").arg(text);
    case ImportProblem::NoNumber:
        return text.isEmpty() ? tr("No phone number and no name.") : tr("%1 has no phone number.").arg(text);
    case ImportProblem::NotANumber:
        return tr("“%1” is no phone number. Write it with its area code.").arg(text);
    }
    Q_UNREACHABLE();
}

} // namespace textback
