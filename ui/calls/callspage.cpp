// SPDX-License-Identifier: MIT
#include "ui/calls/callspage.h"

#include "domain/csv.h"
#include "domain/ports/clock.h"
#include "engine/engineclient.h"
#include "ui/calls/callsdelegate.h"
#include "ui/calls/callsmodel.h"
#include "ui/calls/daysfield.h"
#include "ui/format/callwords.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/flowlayout.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QListView>
#include <QPushButton>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int exportPage = 200;

QString seconds(Millis span)
{
    return QString::number(double(span.count()) / 1000, 'f', 1);
}

} // namespace

CallsPage::CallsPage(EngineClient &engine, CallsReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : ListPage(engine, clock, scheduler, tr("Calls"), parent)
    , m_reader(reader)
    , m_model(new CallsModel(reader, m_context, this))
    , m_days(new DaysField(this))
{
    addChip(int(CallFilter::All), tr("All"));
    addChip(int(CallFilter::Missed), tr("Missed"));
    addChip(int(CallFilter::Texted), tr("Texted"));
    addChip(int(CallFilter::NotTexted), tr("Not texted"));
    addChip(int(CallFilter::Answered), tr("Answered"));
    addChip(int(CallFilter::Outgoing), tr("Outgoing"));
    const QDate today = QDateTime::fromMSecsSinceEpoch(toUnixMillis(clock.utcNow()), m_context.times.zone()).date();
    m_days->setDays(today, today);
    m_filters->addWidget(m_days);
    begin(m_model, new CallsDelegate(*m_model, m_context, m_list), tr("All calls"));

    connect(m_chips, &QButtonGroup::idClicked, this, &CallsPage::choose);
    connect(m_days, &DaysField::changed, this, &CallsPage::choose);
    connect(m_model, &CallsModel::listChanged, this, [this] { m_export->setEnabled(m_model->rowCount() > 0 && !m_writer->isRunning()); });
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (!isFiltered()) {
            emit m_engine.checkNowRequested();
            return;
        }
        m_days->setChoice(DaysField::Choice::Any);
        setFilter(CallFilter::All);
    });
    m_export->setEnabled(false);
}

void CallsPage::setFilter(CallFilter filter)
{
    m_chips->button(int(filter))->setChecked(true);
    choose();
}

CallsQuery CallsPage::chosen() const
{
    const DaySpan days = m_days->span(m_context.clock.utcNow(), m_context.times.zone());
    return {CallFilter(m_chips->checkedId()), days.from, days.until};
}

void CallsPage::choose()
{
    if (chosen() != m_model->query())
        m_list->scrollToTop();
    readAgain();
}

void CallsPage::read()
{
    m_model->setQuery(chosen());
    m_model->reload();
}

bool CallsPage::isOutdated() const
{
    return chosen().from != m_model->query().from; // "Today" is another day
}

bool CallsPage::isFiltered() const
{
    return m_chips->checkedId() != int(CallFilter::All) || m_days->choice() != DaysField::Choice::Any;
}

QWidget *CallsPage::describeEmpty(EmptyState &empty)
{
    if (isFiltered())
        empty.show(Icon::Phone, tr("No such call"), tr("No call fits this choice."), tr("Show all calls"));
    else
        empty.show(Icon::Phone, tr("No calls yet"), tr("Every call to and from your numbers is listed here."), tr("Check now"));
    return m_chips->checkedButton();
}

void CallsPage::openRow(int row)
{
    const CallListRow &call = m_model->rowAt(row);
    emit conversationRequested(call.conversation, ThreadEntry{call.card.at, call.card}.place());
}

void CallsPage::chooseFile()
{
    askForFile(tr("Where to put the calls"), u"calls.csv"_s, {tr("Table (CSV)") + u" (*.csv)"_s});
}

QString CallsPage::exportingWords(int rows) const
{
    return tr("Exporting… %L1 rows so far.").arg(rows);
}

QString CallsPage::exportedWords(const QString &file, int rows) const
{
    return tr("%n call(s) are in %1. They hold your callers' numbers: keep them safe.", nullptr, rows).arg(QDir::toNativeSeparators(file));
}

void CallsPage::exportTo(const QString &file)
{
    const QTimeZone zone = m_context.times.zone();
    const QByteArray head =
        csvBegin() + csvRow({tr("Time (%1)").arg(QString::fromUtf8(zone.id())), tr("Number"), tr("Name"), tr("Your number"), tr("Call"),
                             tr("Rang (s)"), tr("Talked (s)"), tr("Automatic text"), tr("Sent after (s)"), tr("Reason")});
    startExport(
        file, head, [this, zone, query = m_model->query(), after = std::optional<CallKey>()]() mutable -> Result<PagedExport::Page> {
            const auto rows = m_reader.calls(query, after, exportPage);
            if (!rows)
                return tl::unexpected(rows.error());
            PagedExport::Page page;
            for (const CallListRow &row : *rows) {
                const auto decision = CallWords::decision(row.card);
                const QDateTime at = QDateTime::fromMSecsSinceEpoch(toUnixMillis(row.card.at), zone);
                page.bytes += csvRow({at.toString(u"yyyy-MM-dd HH:mm:ss"_s), row.number.isNull() ? row.address : row.number.e164(),
                                      row.name, row.card.line.e164(), CallWords::title(row.card), seconds(row.card.rang),
                                      seconds(row.card.talked), decision ? decision->text : QString(),
                                      row.card.textedAfter ? seconds(*row.card.textedAfter) : QString(), CallWords::textOutcome(row.card)});
                after = row.key();
            }
            page.rows = int(rows->size());
            page.last = page.rows < exportPage;
            return page;
        });
}

} // namespace textback
