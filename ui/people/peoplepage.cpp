// SPDX-License-Identifier: MIT
#include "ui/people/peoplepage.h"

#include "domain/ports/clock.h"
#include "engine/engineclient.h"
#include "ui/format/safetext.h"
#include "ui/people/importdialog.h"
#include "ui/people/peopledelegate.h"
#include "ui/people/peopleexport.h"
#include "ui/people/peoplemodel.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterchip.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis searchPause{120};

} // namespace

PeoplePage::PeoplePage(EngineClient &engine, PeopleReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_context{clock, scheduler, TimeWords(), u"US"_s, {}, {}}
    , m_model(new PeopleModel(reader, m_context, this))
    , m_search(new QLineEdit(this))
    , m_chips(new QButtonGroup(this))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_state(new PlainLabel(this))
    , m_writer(new PagedExport(scheduler, this))
{
    m_context.use(engine.settings());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("People"));

    m_search->setAccessibleName(tr("Find people"));
    m_search->setPlaceholderText(tr("Name or number"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    m_import->setAccessibleDescription(tr("Reads an address book: vCard (.vcf), or CSV from Google or Outlook."));
    m_export->setAccessibleDescription(tr("Writes everybody into a table (CSV) or an address book (vCard)."));

    m_list->setModel(m_model);
    m_list->setItemDelegate(new PeopleDelegate(*m_model, m_context, m_list));
    m_list->setAccessibleName(tr("All people"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->verticalScrollBar()->setSingleStep(dp(28));
    setFocusProxy(m_list);
    m_state->setAccessibleName(tr("Export"));
    m_state->setElided(true);
    m_state->setContentsMargins(dp(18), dp(6), dp(18), dp(6));
    m_state->hide();
    makeHead();
    connectEngine();

    connect(m_list, &QListView::activated, this, &PeoplePage::openRow);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int id) {
        m_model->setFilter(PeopleFilter(id));
        m_list->scrollToTop();
    });
    connect(m_search, &QLineEdit::textChanged, this,
            [this] { m_searchLater = m_context.scheduler.callAfter(searchPause, [this] { searchNow(); }); });
    connect(m_import, &QPushButton::clicked, this, &PeoplePage::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &PeoplePage::chooseExport);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (!m_model->searchText().isEmpty()) {
            m_search->clear();
            searchNow();
        } else if (m_model->filter() != PeopleFilter::All) {
            m_chips->button(int(PeopleFilter::All))->click();
        } else {
            chooseImport();
        }
    });
    connect(m_model, &PeopleModel::listChanged, this, &PeoplePage::showEmptyState);
    connect(m_writer, &PagedExport::progressed, this, [this](int rows) { tell(tr("Exporting… %L1 people so far.").arg(rows)); });
    connect(m_writer, &PagedExport::failed, this, [this](const QString &sentence) {
        m_export->setEnabled(true);
        tell(sentence);
    });
    connect(m_writer, &PagedExport::finished, this, [this](const QString &file, int rows) {
        m_export->setEnabled(true);
        tell(tr("%n people are in %1. They are your customers' numbers: keep them safe.", nullptr, rows)
                 .arg(QDir::toNativeSeparators(file)));
    });
    showEmptyState();
}

PeoplePage::~PeoplePage()
{
    // The list looks at the context until its end.
    delete m_list;
}

void PeoplePage::connectEngine()
{
    connect(&m_engine, &EngineClient::conversationsChanged, this, [this](const QList<ConversationId> &conversations) {
        if (isVisible() && !m_stale)
            m_model->refresh(conversations);
        else
            m_stale = true;
    });
    connect(&m_engine, &EngineClient::contactsTaken, this, &PeoplePage::readAgain);
    connect(&m_engine, &EngineClient::personErased, this, &PeoplePage::readAgain);
    connect(&m_engine, &EngineClient::settingsChanged, this, [this](const Settings &settings) {
        m_context.use(settings);
        readAgain();
    });
}

void PeoplePage::makeHead()
{
    auto *title = new PlainLabel(tr("People"), this);
    title->setFont(textFont(TextStyle::Title));
    auto *top = new QHBoxLayout;
    top->setSpacing(dp(8));
    top->addWidget(title, 1);
    top->addWidget(m_import);
    top->addWidget(m_export);

    auto *filters = new FlowLayout(dp(6));
    const std::pair<PeopleFilter, QString> words[] = {
        {PeopleFilter::All, tr("All")}, {PeopleFilter::Named, tr("With a name")}, {PeopleFilter::Unnamed, tr("Without a name")}};
    for (const auto &[filter, word] : words) {
        auto *chip = new FilterChip(word, this);
        m_chips->addButton(chip, int(filter));
        filters->addWidget(chip);
    }
    m_chips->button(int(PeopleFilter::All))->setChecked(true);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(dp(18), 0, dp(18), dp(10));
    head->setSpacing(dp(10));
    head->addLayout(top);
    head->addWidget(m_search);
    head->addLayout(filters);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, dp(14), 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    setTabOrder(m_search, m_chips->button(int(PeopleFilter::All)));
}

void PeoplePage::readAgain()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const QModelIndex before = m_list->currentIndex();
    const ConversationId chosen = before.isValid() ? m_model->personAt(before.row()).id : ConversationId();
    m_model->reload();
    if (const int row = m_model->rowOf(chosen); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void PeoplePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        readAgain();
}

void PeoplePage::searchNow()
{
    m_searchLater.cancel();
    m_model->setSearch(m_search->text());
    m_list->scrollToTop();
}

bool PeoplePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool open = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        searchNow();
        return true;
    }
    if (!open && key != Qt::Key_Down)
        return false;
    searchNow();
    if (m_model->rowCount() == 0)
        return true;
    m_list->setCurrentIndex(m_model->index(0));
    if (open)
        openRow(m_model->index(0));
    else
        m_list->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void PeoplePage::showEmptyState()
{
    const bool empty = m_model->rowCount() == 0;
    const bool hadFocus = m_list->hasFocus();
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!empty)
        return;
    if (!m_model->searchText().isEmpty())
        m_empty->show(Icon::Search, {}, tr("Nobody is called “%1”.").arg(singleLine(m_model->searchText())), tr("Clear search"));
    else if (m_model->filter() != PeopleFilter::All)
        m_empty->show(Icon::People, tr("Nobody here"), tr("Nobody fits this choice."), tr("Show everybody"));
    else
        m_empty->show(Icon::People, tr("Nobody yet"), tr("Whoever calls or writes is listed here, and your address book if you import it."),
                      tr("Import contacts…"));
    if (hadFocus)
        m_search->setFocus(Qt::OtherFocusReason);
}

void PeoplePage::openRow(const QModelIndex &index)
{
    if (index.isValid())
        emit conversationRequested(m_model->personAt(index.row()).id);
}

void PeoplePage::tell(const QString &words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
}

void PeoplePage::chooseImport()
{
    auto *dialog =
        new QFileDialog(this, tr("Which address book to import"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
                        tr("Address books (vCard, CSV)") + u" (*.vcf *.vcard *.csv *.txt)"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &PeoplePage::importFrom);
    dialog->open();
}

void PeoplePage::importFrom(const QString &file)
{
    auto *dialog = new ImportDialog(file, m_context.region, m_engine, m_reader, m_context.scheduler, this);
    dialog->open();
}

void PeoplePage::chooseExport()
{
    auto *dialog =
        new QFileDialog(this, tr("Where to put the contacts"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString table = tr("Table (CSV)") + u" (*.csv)"_s;
    const QString cards = tr("Address book (vCard)") + u" (*.vcf)"_s;
    dialog->setNameFilters({table, cards});
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, cards](const QString &filter) { dialog->setDefaultSuffix(filter == cards ? u"vcf"_s : u"csv"_s); });
    dialog->selectFile(u"contacts"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &PeoplePage::exportTo);
    dialog->open();
}

void PeoplePage::exportTo(const QString &file)
{
    if (m_writer->isRunning())
        return;
    m_export->setEnabled(false);
    tell(tr("Exporting…"));
    const QTimeZone stored(m_context.settings.business.timeZone.toUtf8());
    const QTimeZone zone = stored.isValid() ? stored : QTimeZone::systemTimeZone();
    m_writer->start(file, PeopleExport::head(file, zone), PeopleExport::pages(m_reader, file, zone));
}

} // namespace textback
