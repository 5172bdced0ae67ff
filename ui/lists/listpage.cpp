// SPDX-License-Identifier: MIT
#include "ui/lists/listpage.h"

#include "engine/engineclient.h"
#include "ui/lists/pagedlistmodel.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// What Tab goes to in a row of the head, in the order in which it is seen.
QList<QWidget *> tabStops(const QLayout &layout)
{
    QList<QWidget *> stops;
    for (int i = 0; i < layout.count(); ++i) {
        QWidget *widget = layout.itemAt(i)->widget();
        if (!widget)
            continue;
        if (widget->focusPolicy() & Qt::TabFocus) {
            stops.append(widget);
            continue;
        }
        for (QWidget *inner : widget->findChildren<QWidget *>()) {
            if (inner->focusPolicy() & Qt::TabFocus &&
                !(inner->parentWidget()->focusPolicy() & Qt::TabFocus)) // a date field has a text field inside
                stops.append(inner);
        }
    }
    return stops;
}

} // namespace

ListPage::ListPage(EngineClient &engine, const Clock &clock, Scheduler &scheduler, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_context{clock, scheduler, TimeWords(), u"US"_s, {}, {}}
    , m_chips(new QButtonGroup(this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_writer(new PagedExport(scheduler, this))
    , m_top(new QHBoxLayout)
    , m_head(new QVBoxLayout)
    , m_filters(new FlowLayout(dp(6)))
    , m_state(new PlainLabel(this))
{
    m_context.use(engine.settings());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);

    auto *heading = new PlainLabel(title, this);
    heading->setFont(textFont(TextStyle::Title));
    m_top->setSpacing(dp(8));
    m_top->addWidget(heading, 1);
    m_head->setContentsMargins(dp(18), 0, dp(18), dp(10));
    m_head->setSpacing(dp(10));
    m_head->addLayout(m_top);

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->verticalScrollBar()->setSingleStep(dp(28));
    setFocusProxy(m_list);
    m_state->setElided(true);
    m_state->setContentsMargins(dp(18), dp(6), dp(18), dp(6));
    m_state->hide();
}

ListPage::~ListPage()
{
    // The list looks at the context until its end.
    delete m_list;
}

void ListPage::begin(PagedListModel *model, QStyledItemDelegate *delegate, const QString &listName)
{
    m_rows = model;
    m_list->setModel(model);
    m_list->setItemDelegate(delegate);
    m_list->setAccessibleName(listName);

    m_top->addWidget(m_export);
    m_head->addLayout(m_filters);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, dp(14), 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);

    const QList<QWidget *> stops = tabStops(*m_top) + tabStops(*m_head) + tabStops(*m_filters) + QList<QWidget *>{m_list};
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);

    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_export, &QPushButton::clicked, this, &ListPage::chooseFile);
    connect(m_rows, &PagedListModel::listChanged, this, &ListPage::showRows);
    connect(m_writer, &PagedExport::progressed, this, [this](int rows) { tell(exportingWords(rows)); });
    connect(m_writer, &PagedExport::failed, this, [this](const QString &sentence) {
        m_export->setEnabled(true);
        tell(sentence);
    });
    connect(m_writer, &PagedExport::finished, this, [this](const QString &file, int rows) {
        m_export->setEnabled(true);
        tell(exportedWords(file, rows));
    });
    connectEngine();
    showRows();
}

void ListPage::connectEngine()
{
    connect(&m_engine, &EngineClient::conversationsChanged, this, [this](const QList<ConversationId> &conversations) {
        if (isVisible() && !m_stale)
            m_rows->refresh(conversations);
        else
            m_stale = true;
    });
    connect(&m_engine, &EngineClient::contactsTaken, this, &ListPage::readAgain);
    connect(&m_engine, &EngineClient::personErased, this, &ListPage::readAgain);
    connect(&m_engine, &EngineClient::settingsChanged, this, [this](const Settings &settings) {
        m_context.use(settings);
        readAgain();
    });
}

void ListPage::addChip(int id, const QString &word)
{
    auto *chip = new FilterChip(word, this);
    chip->setChecked(m_chips->buttons().isEmpty());
    m_chips->addButton(chip, id);
    m_filters->addWidget(chip);
}

void ListPage::read()
{
    m_rows->reload();
}

void ListPage::readAgain()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const QModelIndex before = m_list->currentIndex();
    const std::optional<qint64> chosen = before.isValid() ? std::optional(m_rows->idOf(before.row())) : std::nullopt;
    read();
    if (const int row = chosen ? m_rows->rowWithId(*chosen) : -1; row >= 0)
        m_list->setCurrentIndex(m_rows->index(row));
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale || isOutdated())
        readAgain();
}

void ListPage::showRows()
{
    const bool empty = m_rows->rowCount() == 0;
    const bool hadFocus = m_list->hasFocus();
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!empty)
        return;
    QWidget *next = describeEmpty(*m_empty);
    if (hadFocus)
        next->setFocus(Qt::OtherFocusReason);
}

void ListPage::tell(const QString &words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
}

QFileDialog *ListPage::askForFile(const QString &title, const QString &name, const QStringList &nameFilters)
{
    auto *dialog = new QFileDialog(this, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setNameFilters(nameFilters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { exportTo(file); });
    dialog->open();
    return dialog;
}

void ListPage::startExport(const QString &file, const QByteArray &head, PagedExport::NextPage next)
{
    if (m_writer->isRunning())
        return;
    m_export->setEnabled(false);
    tell(tr("Exporting…"));
    m_writer->start(file, head, std::move(next));
}

} // namespace textback
