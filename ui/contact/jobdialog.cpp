// SPDX-License-Identifier: MIT
#include "ui/contact/jobdialog.h"

#include "domain/ports/clock.h"
#include "ui/contact/dialogform.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/plainlabel.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>

#include <cstdlib>

namespace textback {

using namespace Qt::StringLiterals;

QString jobAmount(qint64 cents)
{
    const QString whole = QLocale(QLocale::English).toString(cents / 100);
    const qint64 rest = std::abs(cents % 100);
    return rest == 0 ? u'$' + whole : u"$%1.%2"_s.arg(whole).arg(int(rest), 2, 10, QLatin1Char('0'));
}

std::optional<qint64> jobAmountFrom(const QString &text)
{
    static const QRegularExpression amount(u"\\A\\$?\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(?:\\.(\\d{1,2}))?\\s*\\$?\\z"_s);
    const auto match = amount.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 whole = match.captured(1).remove(u',').toLongLong();
    return whole * 100 + match.captured(2).leftJustified(2, u'0').toLongLong();
}

JobDialog::JobDialog(const ViewContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_dated(new QCheckBox(tr("The date is known"), this))
    , m_when(new QDateTimeEdit(this))
    , m_amount(new QLineEdit(this))
{
    setWindowTitle(tr("Book a job"));
    // Tomorrow at nine, by the wall clock of the business.
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toUnixMillis(context.clock.utcNow()), context.times.zone());
    m_when->setTimeSpec(Qt::UTC); // every wall-clock time can be typed; the zone comes in when it is saved
    m_when->setDateTime(QDateTime(now.date().addDays(1), QTime(9, 0), Qt::UTC));
    m_when->setCalendarPopup(true);
    m_dated->setChecked(true);
    m_amount->setPlaceholderText(tr("may be left empty"));
    m_amount->setMaxLength(15);
    DialogForm form(*this);
    form.addWidget(m_dated);
    form.addRow(tr("When"), m_when);
    form.addRow(tr("Amount in dollars"), m_amount);
    m_problem = form.addProblem();
    form.addText(tr("Follow-up texts end when a job is booked."));
    form.addCancel(tr("Cancel"));
    QPushButton *save = form.addButton(tr("Book"), u"primary"_s);
    save->setDefault(true);
    connect(m_dated, &QCheckBox::toggled, m_when, &QWidget::setEnabled);
    connect(save, &QPushButton::clicked, this, &JobDialog::save);
    m_when->setFocus(Qt::OtherFocusReason);
}

void JobDialog::save()
{
    std::optional<qint64> amount;
    if (!m_amount->text().trimmed().isEmpty()) {
        amount = jobAmountFrom(m_amount->text());
        if (!amount) {
            m_problem->setText(tr("Write the amount as 480 or 480.50."));
            m_amount->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    std::optional<UtcTime> date;
    if (m_dated->isChecked()) {
        const QDateTime typed = m_when->dateTime();
        date = fromUnixMillis(QDateTime(typed.date(), typed.time(), m_context.times.zone()).toMSecsSinceEpoch());
    }
    emit booked(date, amount);
    accept();
}

} // namespace textback
