// SPDX-License-Identifier: MIT
#include "ui/people/peoplepage.h"

#include "ui/format/safetext.h"
#include "ui/people/importdialog.h"
#include "ui/people/peopledelegate.h"
#include "ui/people/peopleexport.h"
#include "ui/people/peoplemodel.h"
#include "ui/theme/emptystate.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardPaths>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis searchPause{120};

} // namespace

PeoplePage::PeoplePage(EngineClient &engine, PeopleReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent)
    : ListPage(engine, clock, scheduler, tr("People"), parent)
    , m_reader(reader)
    , m_model(new PeopleModel(reader, m_context, this))
    , m_search(new QLineEdit(this))
    , m_import(new QPushButton(tr("Import…"), this))
{
    m_search->setAccessibleName(tr("Find people"));
    m_search->setPlaceholderText(tr("Name or number"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    m_import->setAccessibleDescription(tr("Reads an address book: vCard (.vcf), or CSV from Google or Outlook."));
    m_export->setAccessibleDescription(tr("Writes everybody into a table (CSV) or an address book (vCard)."));
    m_top->addWidget(m_import);
    m_head->addWidget(m_search);
    addChip(int(PeopleFilter::All), tr("All"));
    addChip(int(PeopleFilter::Named), tr("With a name"));
    addChip(int(PeopleFilter::Unnamed), tr("Without a name"));
    begin(m_model, new PeopleDelegate(*m_model, m_context, m_list), tr("All people"));

    connect(m_chips, &QButtonGroup::idClicked, this, [this](int id) {
        m_model->setFilter(PeopleFilter(id));
        m_list->scrollToTop();
    });
    connect(m_search, &QLineEdit::textChanged, this,
            [this] { m_searchLater = m_context.scheduler.callAfter(searchPause, [this] { searchNow(); }); });
    connect(m_import, &QPushButton::clicked, this, &PeoplePage::chooseImport);
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
        openRow(0);
    else
        m_list->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void PeoplePage::openRow(int row)
{
    emit conversationRequested(m_model->rowAt(row).id);
}

QWidget *PeoplePage::describeEmpty(EmptyState &empty)
{
    if (!m_model->searchText().isEmpty())
        empty.show(Icon::Search, {}, tr("Nobody is called “%1”.").arg(singleLine(m_model->searchText())), tr("Clear search"));
    else if (m_model->filter() != PeopleFilter::All)
        empty.show(Icon::People, tr("Nobody here"), tr("Nobody fits this choice."), tr("Show everybody"));
    else
        empty.show(Icon::People, tr("Nobody yet"), tr("Whoever calls or writes is listed here, and your address book if you import it."),
                   tr("Import contacts…"));
    return m_search;
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

void PeoplePage::chooseFile()
{
    const QString table = tr("Table (CSV)") + u" (*.csv)"_s;
    const QString cards = tr("Address book (vCard)") + u" (*.vcf)"_s;
    QFileDialog *dialog = askForFile(tr("Where to put the contacts"), u"contacts"_s, {table, cards});
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, cards](const QString &filter) { dialog->setDefaultSuffix(filter == cards ? u"vcf"_s : u"csv"_s); });
}

QString PeoplePage::exportingWords(int rows) const
{
    return tr("Exporting… %L1 people so far.").arg(rows);
}

QString PeoplePage::exportedWords(const QString &file, int rows) const
{
    return tr("%n people are in %1. They are your customers' numbers: keep them safe.", nullptr, rows).arg(QDir::toNativeSeparators(file));
}

void PeoplePage::exportTo(const QString &file)
{
    const QTimeZone zone = m_context.times.zone();
    startExport(file, PeopleExport::head(file, zone), PeopleExport::pages(m_reader, file, zone));
}

} // namespace textback
