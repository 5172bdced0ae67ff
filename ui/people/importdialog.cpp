// SPDX-License-Identifier: MIT
#include "ui/people/importdialog.h"

#include "engine/engineclient.h"
#include "ui/format/safetext.h"
#include "ui/people/contactfile.h"
#include "ui/people/importwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QTreeWidget *makeTable(const QString &name, const QStringList &heads, QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setAccessibleName(name);
    table->setHeaderLabels(heads);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->hide();
    return table;
}

} // namespace

ImportDialog::ImportDialog(const QString &file, const QString &region, EngineClient &engine, PeopleReader &reader, Scheduler &scheduler,
                           QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_region(region)
    , m_file(new ContactFile(reader, scheduler, region, this))
    , m_summary(new PlainLabel(this))
    , m_replace(new QCheckBox(tr("Replace the names that are here already"), this))
    , m_preview(makeTable(tr("People in the file"), {tr("Name"), tr("Number"), tr("What happens")}, this))
    , m_problemHead(new PlainLabel(this))
    , m_problems(makeTable(tr("Lines that cannot be used"), {tr("Line"), tr("Why")}, this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_import(new QPushButton(tr("Import"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Import contacts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(16), dp(16), dp(16), dp(16));
    layout->setSpacing(dp(12));
    m_summary->setWordWrap(true);
    m_summary->setObjectName(u"summary"_s);
    m_problemHead->setFont(textFont(TextStyle::Strong));
    m_problemHead->hide();
    m_replace->hide();
    layout->addWidget(m_summary);
    layout->addWidget(m_preview, 3);
    layout->addWidget(m_replace);
    layout->addWidget(m_problemHead);
    layout->addWidget(m_problems, 2);
    layout->addStretch(0);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_import);
    layout->addLayout(buttons);
    m_import->setDefault(true);
    m_import->setEnabled(false);
    resize(dp(600), dp(480));

    const QString name = singleLine(QFileInfo(file).fileName());
    m_summary->setText(tr("Reading “%1”…").arg(name));
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::take);
    connect(m_replace, &QCheckBox::toggled, this, &ImportDialog::showChoice);
    connect(m_file, &ContactFile::progressed, this,
            [this, name](int entries) { m_summary->setText(tr("Reading “%1”… %L2 entries so far.").arg(name).arg(entries)); });
    connect(m_file, &ContactFile::failed, this, [this](const QString &sentence) {
        m_summary->setText(sentence);
        m_import->hide();
        m_close->setText(tr("Close"));
        m_close->setFocus(Qt::OtherFocusReason);
    });
    connect(m_file, &ContactFile::ready, this, &ImportDialog::showPreview);
    connect(&m_engine, &EngineClient::contactsProgressed, this, &ImportDialog::showProgress);
    connect(&m_engine, &EngineClient::contactsTaken, this, &ImportDialog::showTaken);
    m_file->open(file);
}

void ImportDialog::showPreview()
{
    const ContactImport &read = m_file->read();
    const int all = int(read.contacts().size());
    QStringList sentences;
    if (all == 0)
        sentences.append(tr("The file holds no phone number with a name."));
    else
        sentences.append(tr("%n new name(s).", nullptr, m_file->fresh()));
    if (const int same = all - m_file->fresh() - m_file->differing(); same > 0)
        sentences.append(tr("%n name(s) are here already.", nullptr, same));
    if (m_file->differing() > 0)
        sentences.append(tr("%n number(s) have another name here.", nullptr, m_file->differing()));
    if (read.merged() > 0)
        sentences.append(tr("%n number(s) stand there more than once and are merged.", nullptr, read.merged()));
    if (read.isFull())
        sentences.append(tr("There are more than 50,000 numbers: the rest is left out. Import it from a file of its own."));
    if (all > 0 && !m_engine.settings().rules.textKnownContacts)
        sentences.append(tr("Whoever has a name is a known contact: your settings send them no automatic text."));
    m_summary->setText(sentences.join(u' '));

    m_preview->setVisible(all > 0);
    m_replace->setVisible(m_file->differing() > 0);
    showChoice();
    showProblems();
    (m_import->isEnabled() ? m_import : m_close)->setFocus(Qt::OtherFocusReason);
}

void ImportDialog::showChoice()
{
    const bool replace = m_replace->isChecked();
    m_preview->clear();
    QList<QTreeWidgetItem *> rows;
    const QList<ImportedContact> &contacts = m_file->read().contacts();
    for (const ImportedContact &contact : contacts.first(std::min<qsizetype>(contacts.size(), previewRows))) {
        const QString known = m_file->knownName(contact.number);
        const QString what = known.isEmpty()         ? tr("New")
                             : known == contact.name ? tr("Here already")
                             : replace               ? tr("Replaces %1").arg(singleLine(known))
                                                     : tr("Stays %1").arg(singleLine(known));
        rows.append(new QTreeWidgetItem({singleLine(contact.name), contact.number.display(m_region), what}));
    }
    if (contacts.size() > previewRows)
        rows.append(new QTreeWidgetItem({tr("and %n more", nullptr, int(contacts.size()) - previewRows)}));
    m_preview->addTopLevelItems(rows);
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        m_preview->resizeColumnToContents(column);
        m_preview->setColumnWidth(column, m_preview->columnWidth(column) + dp(16));
    }
    const int names = m_file->fresh() + (replace ? m_file->differing() : 0);
    m_import->setText(names > 0 ? tr("Import %n name(s)", nullptr, names) : tr("Import"));
    m_import->setEnabled(names > 0);
}

void ImportDialog::showProblems()
{
    const ContactImport &read = m_file->read();
    m_problemHead->setVisible(read.problemCount() > 0);
    m_problems->setVisible(read.problemCount() > 0);
    m_problemHead->setText(tr("%n line(s) cannot be used:", nullptr, read.problemCount()));
    QList<QTreeWidgetItem *> rows;
    for (const LineProblem &problem : read.problems())
        rows.append(new QTreeWidgetItem({QLocale().toString(problem.line), ImportWords::problem(problem)}));
    m_problems->addTopLevelItems(rows);
    m_problems->resizeColumnToContents(0);
    m_problems->setColumnWidth(0, m_problems->columnWidth(0) + dp(16));
}

void ImportDialog::take()
{
    m_taking = true;
    m_import->setEnabled(false);
    m_replace->setEnabled(false);
    m_close->setText(tr("Stop"));
    m_summary->setText(tr("The names are being stored…"));
    emit m_engine.importContactsRequested(m_file->read().contacts(), m_replace->isChecked());
}

void ImportDialog::showProgress(int looked, int all)
{
    if (m_taking && !m_stopping)
        m_summary->setText(tr("The names are being stored… %L1 of %L2.").arg(looked).arg(all));
}

void ImportDialog::reject()
{
    // A second time it closes in any case: an engine that has ended answers nothing.
    if (!m_taking || m_stopping) {
        QDialog::reject();
        return;
    }
    m_stopping = true;
    emit m_engine.stopImportRequested();
}

void ImportDialog::showTaken(const ContactsTaken &taken)
{
    if (!m_taking)
        return;
    m_taking = m_stopping = false;
    m_close->setText(tr("Close"));
    if (taken.failed) {
        m_summary->setText(taken.named == 0
                               ? tr("Nothing was stored: the database cannot be written. Try again later.")
                               : tr("%n name(s) are stored, then the database could not be written. Try again later: the rest follows.",
                                    nullptr, taken.named));
        m_replace->setEnabled(true);
        m_import->setEnabled(true);
        return;
    }
    m_summary->setText(taken.left == 0 ? tr("%n name(s) are stored.", nullptr, taken.named)
                                       : tr("Stopped: %n name(s) are stored. Import the file again for the rest.", nullptr, taken.named));
    m_import->hide();
    m_replace->hide();
    m_close->setFocus(Qt::OtherFocusReason);
}

} // namespace textback
