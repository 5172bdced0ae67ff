// SPDX-License-Identifier: MIT
#include "ui/calls/daysfield.h"

#include "domain/hours/localtime.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>

namespace textback {

DaysField::DaysField(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_first(new QDateEdit(this))
    , m_last(new QDateEdit(this))
    , m_days(new QWidget(this))
{
    m_choice->setAccessibleName(tr("Days"));
    for (const QString &word : {tr("Any day"), tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("Choose days…")})
        m_choice->addItem(word);
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(dp(6));
    const auto add = [this, days](QDateEdit *edit, const QString &word) {
        auto *label = new PlainLabel(word, m_days);
        label->setBuddy(edit);
        edit->setAccessibleName(word);
        edit->setCalendarPopup(true);
        days->addWidget(label);
        days->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, &DaysField::changed);
    };
    add(m_first, tr("From"));
    add(m_last, tr("to"));
    m_days->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(dp(8));
    row->addWidget(m_choice);
    row->addWidget(m_days);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_days->setVisible(choice() == Choice::Chosen);
        emit changed();
    });
}

DaysField::Choice DaysField::choice() const
{
    return Choice(m_choice->currentIndex());
}

void DaysField::setChoice(Choice choice)
{
    m_choice->setCurrentIndex(int(choice));
}

void DaysField::setDays(QDate first, QDate last)
{
    m_first->setDate(first);
    m_last->setDate(last);
}

DaySpan DaysField::span(UtcTime now, const QTimeZone &zone) const
{
    const auto startOf = [&zone](QDate date) { return momentsOf(date, 0, zone).front(); };
    const QDate today = wallTimeAt(now, zone).date;
    switch (choice()) {
    case Choice::Any:
        return {};
    case Choice::Today:
        return {startOf(today), std::nullopt};
    case Choice::Week:
        return {startOf(today.addDays(-6)), std::nullopt};
    case Choice::Month:
        return {startOf(today.addDays(-29)), std::nullopt};
    case Choice::Chosen:
        break;
    }
    const QDate first = std::min(m_first->date(), m_last->date());
    const QDate last = std::max(m_first->date(), m_last->date());
    return {startOf(first), startOf(last.addDays(1))};
}

} // namespace textback
