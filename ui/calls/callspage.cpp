// SPDX-License-Identifier: MIT
#include "ui/calls/callspage.h"

#include "domain/csv.h"
#include "domain/ports/clock.h"
#include "engine/engineclient.h"
#include "ui/calls/callsdelegate.h"
#include "ui/calls/callsmodel.h"
#include "ui/calls/callwords.h"
#include "ui/calls/daysfield.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int exportPage = 200;

QTimeZone zoneOf(const Settings &settings)
{
    const QTimeZone zone(settings.business.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QString seconds(Millis span)
{
    return QString::number(double(span.count()) / 1000, 'f', 1);
}

} // namespace

CallsPage::CallsPage(EngineClient &engine, CallsReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_context{clock, scheduler, TimeWords(), u"US"_s, {}, {}}
    , m_model(new CallsModel(reader, m_context, this))
    , m_chips(new QButtonGroup(this))
    , m_days(new DaysField(this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_state(new PlainLabel(this))
    , m_writer(new PagedExport(scheduler, this))
{
    m_context.use(engine.settings());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Calls"));

    m_list->setModel(m_model);
    m_list->setItemDelegate(new CallsDelegate(*m_model, m_context, m_list));
    m_list->setAccessibleName(tr("All calls"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->verticalScrollBar()->setSingleStep(dp(28));
    setFocusProxy(m_list);

    const QDate today = QDateTime::fromMSecsSinceEpoch(toUnixMillis(clock.utcNow()), zoneOf(m_context.settings)).date();
    m_days->setDays(today, today);
    m_state->setAccessibleName(tr("Export"));
    m_state->setElided(true);
    m_state->setContentsMargins(dp(18), dp(6), dp(18), dp(6));
    m_state->hide();
    makeHead();

    connect(m_list, &QListView::activated, this, &CallsPage::openRow);
    connect(m_chips, &QButtonGroup::idClicked, this, &CallsPage::applyQuery);
    connect(m_days, &DaysField::changed, this, &CallsPage::applyQuery);
    connect(m_export, &QPushButton::clicked, this, &CallsPage::chooseFile);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (!isFiltered()) {
            emit m_engine.checkNowRequested();
            return;
        }
        m_days->setChoice(DaysField::Choice::Any);
        setFilter(CallFilter::All);
    });
    connect(m_model, &CallsModel::listChanged, this, &CallsPage::showEmptyState);
    connect(m_writer, &PagedExport::progressed, this, [this](int rows) { tell(tr("Exporting… %L1 rows so far.").arg(rows)); });
    connect(m_writer, &PagedExport::failed, this, [this](const QString &sentence) {
        m_export->setEnabled(true);
        tell(sentence);
    });
    connect(m_writer, &PagedExport::finished, this, [this](const QString &file, int rows) {
        m_export->setEnabled(true);
        tell(tr("%n call(s) are in %1. They hold your callers' numbers: keep them safe.", nullptr, rows)
                 .arg(QDir::toNativeSeparators(file)));
    });
    connect(&m_engine, &EngineClient::conversationsChanged, this, [this](const QList<ConversationId> &conversations) {
        if (isVisible() && !m_stale)
            m_model->refresh(conversations);
        else
            m_stale = true;
    });
    const auto readAgain = [this] {
        m_stale = true;
        if (isVisible())
            applyQuery();
    };
    connect(&m_engine, &EngineClient::contactsTaken, this, readAgain);
    connect(&m_engine, &EngineClient::personErased, this, readAgain);
    connect(&m_engine, &EngineClient::settingsChanged, this, [this, readAgain](const Settings &settings) {
        m_context.use(settings);
        readAgain();
    });
    showEmptyState();
}

CallsPage::~CallsPage()
{
    // The list looks at the context until its end.
    delete m_list;
}

void CallsPage::makeHead()
{
    auto *title = new PlainLabel(tr("Calls"), this);
    title->setFont(textFont(TextStyle::Title));
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(m_export);

    auto *filters = new FlowLayout(dp(6));
    const std::pair<CallFilter, QString> words[] = {{CallFilter::All, tr("All")},           {CallFilter::Missed, tr("Missed")},
                                                    {CallFilter::Texted, tr("Texted")},     {CallFilter::NotTexted, tr("Not texted")},
                                                    {CallFilter::Answered, tr("Answered")}, {CallFilter::Outgoing, tr("Outgoing")}};
    for (const auto &[filter, word] : words) {
        auto *chip = new FilterChip(word, this);
        m_chips->addButton(chip, int(filter));
        filters->addWidget(chip);
    }
    m_chips->button(int(CallFilter::All))->setChecked(true);
    filters->addWidget(m_days);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(dp(18), 0, dp(18), dp(10));
    head->setSpacing(dp(10));
    head->addLayout(top);
    head->addLayout(filters);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, dp(14), 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
}

void CallsPage::setFilter(CallFilter filter)
{
    m_chips->button(int(filter))->setChecked(true);
    applyQuery();
}

void CallsPage::applyQuery()
{
    const DaySpan days = m_days->span(m_context.clock.utcNow(), zoneOf(m_context.settings));
    const CallsQuery query{CallFilter(m_chips->checkedId()), days.from, days.until};
    if (query != m_model->query())
        m_list->scrollToTop();
    if (!isVisible()) {
        m_stale = true; // read when it is looked at
        return;
    }
    const QModelIndex before = m_list->currentIndex();
    const CallId chosen = before.isValid() ? m_model->rowAt(before.row()).card.id : CallId();
    if (query != m_model->query())
        m_model->setQuery(query);
    else
        m_model->reload();
    m_stale = false;
    if (const int row = m_model->rowOf(chosen); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void CallsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const DaySpan days = m_days->span(m_context.clock.utcNow(), zoneOf(m_context.settings));
    if (m_stale || days.from != m_model->query().from) // something happened, or "Today" is another day
        applyQuery();
}

bool CallsPage::isFiltered() const
{
    return m_chips->checkedId() != int(CallFilter::All) || m_days->choice() != DaysField::Choice::Any;
}

void CallsPage::showEmptyState()
{
    const bool empty = m_model->rowCount() == 0;
    const bool hadFocus = m_list->hasFocus();
    m_list->setVisible(!empty);
    m_export->setEnabled(!empty && !m_writer->isRunning());
    m_empty->setVisible(empty);
    if (!empty)
        return;
    if (isFiltered())
        m_empty->show(Icon::Phone, tr("No such call"), tr("No call fits this choice."), tr("Show all calls"));
    else
        m_empty->show(Icon::Phone, tr("No calls yet"), tr("Every call to and from your numbers is listed here."), tr("Check now"));
    if (hadFocus)
        m_chips->checkedButton()->setFocus(Qt::OtherFocusReason);
}

void CallsPage::openRow(const QModelIndex &index)
{
    if (index.isValid())
        emit conversationRequested(m_model->rowAt(index.row()).conversation);
}

void CallsPage::tell(const QString &words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
}

void CallsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Where to put the calls"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Table (CSV)") + u" (*.csv)"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"calls.csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CallsPage::exportTo);
    dialog->open();
}

void CallsPage::exportTo(const QString &file)
{
    if (m_writer->isRunning())
        return;
    m_export->setEnabled(false);
    tell(tr("Exporting…"));
    const QTimeZone zone = zoneOf(m_context.settings);
    const QByteArray head =
        csvBegin() + csvRow({tr("Time (%1)").arg(QString::fromUtf8(zone.id())), tr("Number"), tr("Name"), tr("Your number"), tr("Call"),
                             tr("Rang (s)"), tr("Talked (s)"), tr("Automatic text"), tr("Sent after (s)"), tr("Reason")});
    m_writer->start(
        file, head, [this, zone, query = m_model->query(), after = std::optional<CallKey>()]() mutable -> Result<PagedExport::Page> {
            const auto rows = m_reader.calls(query, after, exportPage);
            if (!rows)
                return tl::unexpected(rows.error());
            PagedExport::Page page;
            for (const CallListRow &row : *rows) {
                const auto decision = CallWords::decision(row);
                const QDateTime at = QDateTime::fromMSecsSinceEpoch(toUnixMillis(row.card.at), zone);
                page.bytes += csvRow({at.toString(u"yyyy-MM-dd HH:mm:ss"_s), row.number.isNull() ? row.address : row.number.e164(),
                                      row.name, row.card.line.e164(), CallWords::title(row), seconds(row.card.rang),
                                      seconds(row.card.talked), decision ? decision->text : QString(),
                                      row.card.textedAfter ? seconds(*row.card.textedAfter) : QString(), CallWords::reason(row)});
                after = row.key();
            }
            page.rows = int(rows->size());
            page.last = page.rows < exportPage;
            return page;
        });
}

} // namespace textback
