// SPDX-License-Identifier: MIT
#include "ui/contact/contactsection.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QVBoxLayout>

namespace textback {

ContactSection::ContactSection(const QString &caption, QWidget *parent)
    : QWidget(parent)
    , m_caption(new PlainLabel(caption, this))
    , m_body(new QVBoxLayout)
{
    QFont caps = textFont(TextStyle::Badge);
    caps.setCapitalization(QFont::AllUppercase);
    caps.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    m_caption->setFont(caps);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_body->setSpacing(dp(8));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(8));
    layout->addWidget(m_caption);
    layout->addLayout(m_body);
    setAccessibleName(caption);
}

PlainLabel *makeLine(bool quiet, QWidget *parent)
{
    auto *line = new PlainLabel(parent);
    line->setFont(textFont(quiet ? TextStyle::Caption : TextStyle::Small));
    line->setWordWrap(true);
    if (quiet)
        line->setForegroundRole(QPalette::PlaceholderText);
    return line;
}

} // namespace textback
