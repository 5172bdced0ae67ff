// SPDX-License-Identifier: MIT
#include "ui/contact/aboutsection.h"

#include "domain/ports/clock.h"
#include "ui/contact/consentwords.h"
#include "ui/format/outlookwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

AboutSection::AboutSection(const ViewContext &context, QWidget *parent)
    : ContactSection(tr("About"), parent)
    , m_context(context)
    , m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(dp(12));
    m_grid->setVerticalSpacing(dp(8));
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
}

void AboutSection::show(const ConversationSummary &conversation, const ContactDetails &details)
{
    const std::vector<Fact> facts = factsOf(conversation, details);
    while (m_rows.size() < facts.size()) {
        auto *name = makeLine(false, this);
        auto *value = makeLine(false, this);
        name->setWordWrap(false);
        name->setForegroundRole(QPalette::PlaceholderText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = int(m_rows.size());
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        m_rows.emplace_back(name, value);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const auto &[name, value] = m_rows[i];
        const bool used = i < facts.size();
        name->setVisible(used);
        value->setVisible(used);
        if (!used)
            continue;
        name->setText(facts[i].name);
        value->setText(facts[i].value);
        value->setAccessibleName(facts[i].name + u": "_s + facts[i].value);
        setPlainToolTip(*value, facts[i].toolTip);
    }
}

std::vector<AboutSection::Fact> AboutSection::factsOf(const ConversationSummary &conversation, const ContactDetails &details) const
{
    const UtcTime now = m_context.clock.utcNow();
    std::vector<Fact> facts;
    const auto when = [&](const QString &name, UtcTime at) {
        facts.push_back({name, m_context.times.moment(at, now), m_context.times.full(at)});
    };
    if (details.firstCall)
        when(tr("First call"), *details.firstCall);
    if (details.calls > 0) {
        //: How many calls, and how many of them were missed.
        const QString calls =
            details.missed > 0 ? tr("%1 (%2 missed)").arg(details.calls).arg(details.missed) : QString::number(details.calls);
        facts.push_back({tr("Calls"), calls, {}});
    }
    if (details.texts > 0)
        facts.push_back({tr("Texts"), QString::number(details.texts), {}});
    tellConsent(conversation, details, facts);
    tellOutlook(conversation, details, facts);
    return facts;
}

void AboutSection::tellConsent(const ConversationSummary &conversation, const ContactDetails &details, std::vector<Fact> &facts) const
{
    if (!details.consent) {
        if (conversation.optedOut)
            facts.push_back({tr("Consent"), tr("Wants no texts"), {}});
        return;
    }
    facts.push_back({tr("Consent"), ConsentWords::state(*details.consent, m_context.times, m_context.clock.utcNow()),
                     ConsentWords::proof(*details.consent, m_context.times)});
}

void AboutSection::tellOutlook(const ConversationSummary &conversation, const ContactDetails &details, std::vector<Fact> &facts) const
{
    const UtcTime now = m_context.clock.utcNow();
    const TextOutlook outlook = outlookFor(m_context, conversation, details);
    facts.push_back({tr("Automatic text"), OutlookWords::allowed(outlook, m_context.times, now), OutlookWords::sentence(outlook)});
    //: Below "Automatic text": when the newest one was sent.
    if (const auto last = std::max(details.history.lastTextBack, details.history.lastSecondCallText))
        facts.push_back({tr("Last one"), m_context.times.moment(*last, now), m_context.times.full(*last)});
    //: Below "Automatic text": when the next one may be sent.
    if (outlook.next)
        facts.push_back({tr("Next one"), OutlookWords::next(outlook, m_context.times, now), m_context.times.full(*outlook.next)});
}

TextOutlook outlookFor(const ViewContext &context, const ConversationSummary &conversation, const ContactDetails &details)
{
    OutlookInput input;
    input.caller.kind = conversation.number.isNull() ? CallerKind::NotANumber : CallerKind::Number;
    if (conversation.address == QStringView(withheldAddress))
        input.caller.kind = CallerKind::Withheld;
    input.caller.number = conversation.number;
    input.caller.address = conversation.address;
    input.history = details.history;
    // The summary knows it, too, where the details could not be read.
    input.history.optedOut = input.history.optedOut || conversation.optedOut;
    input.history.frozen = input.history.frozen || !conversation.doubt.isEmpty();
    input.usage = details.usage;
    input.line = details.line;
    input.now = context.clock.utcNow();
    input.viewer = context.settings.thisPc.role == DeviceRole::Viewer;
    return textOutlook(input, rulesFrom(context.settings, {}));
}

} // namespace textback
