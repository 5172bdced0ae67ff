// SPDX-License-Identifier: MIT
#include "ui/contact/erasedialog.h"

#include "domain/conversation.h"
#include "domain/ports/contactreader.h"
#include "ui/contact/dialogform.h"
#include "ui/format/conversationwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QLayout>
#include <QLineEdit>
#include <QPushButton>

namespace textback {

using namespace Qt::StringLiterals;

EraseDialog::EraseDialog(const ViewContext &context, const ConversationSummary &conversation, const ContactDetails &details,
                         QWidget *parent)
    : QDialog(parent)
    , m_digits(new QLineEdit(this))
{
    const QString name = singleLine(ConversationWords::title(conversation, context.region));
    const QString number = singleLine(conversation.number.display(context.region));
    setWindowTitle(tr("Delete data"));
    DialogForm form(*this);
    const auto addPart = [this, &form](const QString &head, const QStringList &sentences) {
        if (sentences.isEmpty())
            return;
        auto *caption = new PlainLabel(head, this);
        caption->setFont(textFont(TextStyle::Strong));
        form.addWidget(caption);
        for (const QString &sentence : sentences)
            form.addText(sentence);
    };
    addPart(
        tr("What is deleted"),
        {tr("Everything about %1 on this PC: name, texts, calls, notes, tags, jobs, alerts. Texts that wait for later are not sent. This "
            "cannot be undone.")
             .arg(details.linked.empty() ? name : number)});
    addPart(tr("What stays on this PC"), keptHere(context, conversation, details));
    addPart(tr("What stays elsewhere"),
            {tr("Your phone provider keeps its own records of calls and texts. Ask there to have them deleted."),
             tr("Backups keep the data for up to five weeks, databases that were set aside until you delete them; restoring one brings the "
                "data back. Exported files and other PCs keep what they have.")});
    form.addRow(tr("To confirm, type the last 4 digits of %1").arg(number), m_digits);
    m_digits->setMaxLength(8);
    m_digits->setInputMethodHints(Qt::ImhDigitsOnly);
    form.addCancel(tr("Cancel"));
    m_erase = form.addButton(tr("Delete"), u"danger"_s);
    m_erase->setDefault(true); // Return does what it says once the digits are there
    m_erase->setEnabled(false);
    m_digits->setFocus(Qt::OtherFocusReason);
    setMinimumWidth(dp(460));
    connect(m_digits, &QLineEdit::textChanged, this,
            [this, lastFour = conversation.number.lastFour()](const QString &typed) { m_erase->setEnabled(typed.trimmed() == lastFour); });
    connect(m_erase, &QPushButton::clicked, this, [this] {
        accept(); // first: the focus goes back to the window, which then puts it where it goes on
        emit confirmed();
    });
}

void EraseDialog::showEvent(QShowEvent *event)
{
    resize(width(), layout()->totalHeightForWidth(width()));
    QDialog::showEvent(event);
}

QStringList EraseDialog::keptHere(const ViewContext &context, const ConversationSummary &conversation, const ContactDetails &details)
{
    QStringList sentences;
    const bool optedOut = conversation.optedOut || (details.consent && details.consent->optedOut);
    if (optedOut)
        sentences.append(tr("We keep that this number must not be texted, and the words that say so: the law asks for it."));
    else if (details.consent)
        sentences.append(tr("We keep what they said about getting texts, as the proof that the law asks for."));
    if (!details.linked.empty()) {
        QStringList others;
        for (const NamedNumber &each : details.linked)
            others.append(singleLine(each.number.display(context.region)));
        sentences.append(
            tr("Everything about their other numbers: %1. Delete it there, too, if you want it gone.").arg(others.join(u", "_s)));
    }
    if (context.settings.people.isBlocked(conversation.number))
        sentences.append(tr("The number stays blocked."));
    if (context.settings.people.isNeverTexted(conversation.number))
        sentences.append(tr("The number is still never texted automatically."));
    if (context.settings.people.isVip(conversation.number))
        sentences.append(tr("The number stays a VIP's."));
    if (details.texts > 0 || details.history.lastTextBack)
        sentences.append(tr("For 60 days we keep when the last automatic texts went out, so that a new call does not bring one too many."));
    if (details.calls > 0 || details.texts > 0)
        sentences.append(
            tr("The provider's numbers of these calls and texts are kept, without any content, so that they do not come back."));
    return sentences;
}

} // namespace textback
