// SPDX-License-Identifier: MIT
#include "ui/contact/samepersoncard.h"

#include "ui/contact/contactsection.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace textback {

SamePersonCard::SamePersonCard(QWidget *parent)
    : QFrame(parent)
    , m_question(makeLine(false, this))
    , m_note(makeLine(true, this))
    , m_same(new QPushButton(tr("Same person"), this))
    , m_other(new QPushButton(tr("No, two people"), this))
{
    setProperty("inset", true);
    m_note->setText(tr("Each number keeps its own texts and rules."));
    auto *buttons = new FlowLayout(dp(8)); // one below the other where words are long
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(12), dp(10), dp(12), dp(12));
    layout->setSpacing(dp(8));
    layout->addWidget(m_question);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    for (QPushButton *button : {m_same, m_other}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    connect(m_same, &QPushButton::clicked, this, [this] { emit answered(true); });
    connect(m_other, &QPushButton::clicked, this, [this] { emit answered(false); });
}

void SamePersonCard::ask(const QString &name, const QString &number, bool explains)
{
    const QString words = tr("%1 also has %2. The same person?");
    const QString question = words.arg(name, number);
    QString together = number; // a line does not end inside of it
    // Apart from the sentence, whichever way it is written: FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
    const QString apart = u'\u2068' + name + u'\u2069';
    m_question->setText(words.arg(apart, together.replace(u' ', QChar::Nbsp)));
    m_question->setAccessibleName(question);
    m_note->setVisible(explains);
    setAccessibleName(question);
    for (QPushButton *button : {m_same, m_other})
        button->setAccessibleDescription(question);
}

} // namespace textback
