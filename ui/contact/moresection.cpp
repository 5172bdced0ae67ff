// SPDX-License-Identifier: MIT
#include "ui/contact/moresection.h"

#include "ui/contact/consentdialog.h"
#include "ui/contact/erasedialog.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

MoreSection::MoreSection(const ViewContext &context, QWidget *parent)
    : ContactSection(tr("More"), parent)
    , m_context(context)
    , m_block(new QCheckBox(tr("Block"), this))
    , m_blockHint(makeLine(true, this))
    , m_never(new QCheckBox(tr("Never text automatically"), this))
    , m_neverHint(makeLine(true, this))
    , m_consent(new QPushButton(this))
    , m_export(new QPushButton(tr("Export this person…"), this))
    , m_erase(new QPushButton(tr("Delete data…"), this))
    , m_eraseHint(makeLine(true, this))
{
    m_blockHint->setText(tr("For nuisance callers: no automatic text, and no alert. Their calls still stand in the list."));
    m_neverHint->setText(tr("For customers who want none: you call back yourself. You can still write to them."));
    struct Toggle {
        QCheckBox *box;
        PlainLabel *hint;
        std::vector<PhoneNumber> People::*list;
    };
    for (const Toggle &toggle : {Toggle{m_block, m_blockHint, &People::blocked}, Toggle{m_never, m_neverHint, &People::neverText}}) {
        toggle.box->setAccessibleDescription(toggle.hint->text());
        toggle.hint->setBuddy(toggle.box);
        body()->addWidget(toggle.box);
        body()->addWidget(toggle.hint);
        connect(toggle.box, &QCheckBox::clicked, this, [this, list = toggle.list](bool on) { put(list, on); });
    }
    body()->addWidget(m_consent);
    body()->addWidget(m_export);
    body()->addWidget(m_erase);
    body()->addWidget(m_eraseHint);
    m_erase->setProperty("kind", u"danger"_s);
    m_eraseHint->setText(tr("This PC only shows: data are deleted on the PC that sends the texts."));
    connect(m_consent, &QPushButton::clicked, this, &MoreSection::askForConsent);
    connect(m_export, &QPushButton::clicked, this, &MoreSection::exportAll);
    connect(m_erase, &QPushButton::clicked, this, &MoreSection::askToErase);
}

void MoreSection::show(const ConversationSummary &conversation, const ContactDetails &details)
{
    m_conversation = conversation;
    m_details = details;
    m_optedOut = conversation.optedOut || (details.consent && details.consent->optedOut);
    const People &people = m_context.settings.people;
    m_block->setChecked(people.isBlocked(conversation.number));
    m_never->setChecked(people.isNeverTexted(conversation.number));
    m_consent->setText(m_optedOut ? tr("They want texts again…") : tr("They want no texts…"));
    m_export->setVisible(m_canExport);
    const bool viewer = m_context.settings.thisPc.role == DeviceRole::Viewer;
    m_erase->setVisible(!viewer);
    m_eraseHint->setVisible(viewer);
    setVisible(!conversation.number.isNull());
}

void MoreSection::setKnown(bool known)
{
    m_export->setEnabled(known);
    m_erase->setEnabled(known);
}

void MoreSection::setCanExport(bool can)
{
    m_canExport = can;
    m_export->setVisible(can);
}

void MoreSection::put(std::vector<PhoneNumber> People::*list, bool in)
{
    // A number stands in one list at most: two would be two rules.
    People people = m_context.settings.people;
    const PhoneNumber &number = m_conversation.number;
    for (std::vector<PhoneNumber> *each : {&people.blocked, &people.neverText, &people.vip}) {
        if (in || each == &(people.*list))
            each->erase(std::remove(each->begin(), each->end(), number), each->end());
    }
    if (in)
        (people.*list).push_back(number);
    m_block->setChecked(people.isBlocked(number));
    m_never->setChecked(people.isNeverTexted(number));
    emit peopleChanged(people);
}

void MoreSection::askForConsent()
{
    const bool optOut = !m_optedOut;
    auto *dialog = new ConsentDialog(m_context, m_conversation, optOut, this);
    connect(dialog, &ConsentDialog::said, this, [this, optOut](const QString &channel) { emit consentSaid(optOut, channel); });
    dialog->open();
}

void MoreSection::exportAll()
{
    std::vector<PhoneNumber> numbers{m_conversation.number};
    for (const NamedNumber &each : m_details.linked)
        numbers.push_back(each.number);
    emit exportRequested(numbers);
}

void MoreSection::askToErase()
{
    auto *dialog = new EraseDialog(m_context, m_conversation, m_details, this);
    connect(dialog, &EraseDialog::confirmed, this, &MoreSection::eraseConfirmed);
    dialog->open();
}

} // namespace textback
