// SPDX-License-Identifier: MIT
#include "ui/contact/consentdialog.h"

#include "domain/ports/clock.h"
#include "ui/contact/consentwords.h"
#include "ui/contact/dialogform.h"
#include "ui/format/conversationwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/plainlabel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWords = 200;

} // namespace

ConsentDialog::ConsentDialog(const ViewContext &context, const ConversationSummary &conversation, bool optOut, QWidget *parent)
    : QDialog(parent)
    , m_channel(new QComboBox(this))
    , m_date(new QDateEdit(this))
    , m_words(new QLineEdit(this))
{
    const QString name = singleLine(ConversationWords::title(conversation, context.region));
    setWindowTitle(optOut ? tr("No more texts") : tr("Texts again"));
    for (const ConsentChannel channel : {ConsentChannel::Phone, ConsentChannel::InPerson, ConsentChannel::Mail, ConsentChannel::Other})
        m_channel->addItem(ConsentWords::name(channel), int(channel));
    const QDate today = QDateTime::fromMSecsSinceEpoch(toUnixMillis(context.clock.utcNow()), context.times.zone()).date();
    m_date->setMaximumDate(today);
    m_date->setDate(today);
    m_date->setCalendarPopup(true);
    m_words->setMaxLength(longestWords);
    DialogForm form(*this);
    form.addText(
        optOut ? tr("%1 gets no texts any more, neither automatic ones nor yours, until they say otherwise. Texts that wait are dropped.")
                     .arg(name)
               : tr("Only if %1 asked for texts. If they once wrote STOP, your phone provider may refuse texts until they write START.")
                     .arg(name));
    form.addRow(tr("How did they say it?"), m_channel);
    form.addRow(tr("When?"), m_date);
    form.addRow(tr("Their words (may be left empty)"), m_words);
    m_problem = form.addProblem();
    form.addCancel(tr("Cancel"));
    QPushButton *save = form.addButton(optOut ? tr("No more texts") : tr("Allow texts"), u"primary"_s);
    save->setDefault(true);
    connect(save, &QPushButton::clicked, this, &ConsentDialog::save);
}

void ConsentDialog::save()
{
    const auto channel = ConsentChannel(m_channel->currentData().toInt());
    if (channel == ConsentChannel::Other && m_words->text().simplified().isEmpty()) {
        m_problem->setText(tr("Write how they said it: it is kept as the proof."));
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit said(ConsentWords::stored(channel, m_date->date(), m_words->text()));
    accept();
}

} // namespace textback
