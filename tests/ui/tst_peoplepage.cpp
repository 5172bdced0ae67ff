// SPDX-License-Identifier: MIT
#include "ui/fakelists.h"
#include "ui/listpagefixture.h"
#include "ui/people/importdialog.h"
#include "ui/people/peoplemodel.h"
#include "ui/people/peoplepage.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plainlabel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The list of all people and its page: order, search, live rows, the keyboard, address books in and out.
class PeoplePageTest : public QObject, private ListPageFixture<PeoplePage, PeopleModel, FakePeopleReader> {
    Q_OBJECT

private slots:
    void init() { makeParts(); }
    void cleanup() { dropParts(); }
    void cleanupTestCase() { m_theme.reset(); }
    void showsPeopleInOrder();
    void filters();
    void pagesAndFollows();
    void searchesByKeyboard();
    void whatATextFindsHasNoPages();
    void whoeverIsChosenStaysChosen();
    void whoWasDeletedIsGone();
    void busyDatabaseIsAskedAgain();
    void emptyStates();
    void importShowsWhatItBrings();
    void importReplacesWhenTold();
    void importThatCouldNotBeStored();
    void importTellsHowFarItIs();
    void importIsStopped();
    void importThatBrokeOff();
    void filesOfNoUse_data();
    void filesOfNoUse();
    void largeFilesAreReadInSteps();
    void exportsATable();
    void exportsCards();

private:
    void fill()
    {
        m_reader->put(1, u"Zoe"_s, u"+13135550101"_s, m_time->utcNow() - std::chrono::hours(1));
        m_reader->put(2, {}, u"+13135550102"_s);
        m_reader->put(3, u"Ángel Ruiz"_s, u"+13135550103"_s, {}, true);
    }
    QString fileWith(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    ImportDialog *import(const QString &file)
    {
        m_page->importFrom(file);
        m_time->advance(Millis(100));
        return m_page->findChild<ImportDialog *>();
    }
    static QPushButton *button(QWidget *top, const QString &word)
    {
        for (QPushButton *each : top->findChildren<QPushButton *>()) {
            if (each->text() == word)
                return each;
        }
        return nullptr;
    }
    static QStringList rowsOf(QTreeWidget *table)
    {
        QStringList rows;
        for (int i = 0; i < table->topLevelItemCount(); ++i) {
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells.append(table->topLevelItem(i)->text(column));
            rows.append(cells.join(u'|'));
        }
        return rows;
    }

    QTemporaryDir m_folder;
};

void PeoplePageTest::showsPeopleInOrder()
{
    fill();
    makePage();
    QCOMPARE(ids(), (QList<qint64>{3, 1, 2}));
    const auto spoken = [this](int row) { return m_model->data(m_model->index(row), Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(0), u"Ángel Ruiz, (313) 555-0103, Opted out, No calls or texts yet"_s);
    QCOMPARE(spoken(1), u"Zoe, (313) 555-0101, Last contact: 2:00 PM"_s);
    QCOMPARE(spoken(2), u"(313) 555-0102, No name yet, No calls or texts yet"_s);
    m_page->grab();
    m_page->resize(420, 500);
    m_page->grab();
}

void PeoplePageTest::filters()
{
    fill();
    makePage();
    QTest::mouseClick(chip(u"With a name"_s), Qt::LeftButton);
    QCOMPARE(ids(), (QList<qint64>{3, 1}));
    QTest::mouseClick(chip(u"Without a name"_s), Qt::LeftButton);
    QCOMPARE(ids(), QList<qint64>{2});
    // Somebody gives the last one a name: this list has nobody left.
    m_reader->put(2, u"Bob"_s, u"+13135550102"_s);
    emit m_engine->conversationsChanged({ConversationId{2}});
    QCOMPARE(ids(), QList<qint64>());
    auto *empty = m_page->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(ids(), (QList<qint64>{3, 2, 1}));
}

void PeoplePageTest::pagesAndFollows()
{
    for (int i = 1; i <= 1000; ++i)
        m_reader->put(i, u"P%1"_s.arg(i, 4, 10, QChar(u'0')), u"+1313555%1"_s.arg(i, 4, 10, QChar(u'0')));
    makePage();
    const QAbstractItemModelTester tester(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int shown = m_model->rowCount();
    QVERIFY2(shown <= 4 * PeopleModel::pageSize, qPrintable(QString::number(shown)));
    m_page->list()->setCurrentIndex(m_model->index(5));
    m_reader->put(1001, u"A"_s, u"+13135559999"_s);
    m_reader->put(1002, u"Z"_s, u"+13135559998"_s); // comes with its page
    m_reader->put(7, u"P0000"_s, u"+13135550007"_s);
    emit m_engine->conversationsChanged({ConversationId{1001}, ConversationId{1002}, ConversationId{7}});
    QCOMPARE(m_model->rowCount(), shown + 1);
    QCOMPARE(ids().first(3), (QList<qint64>{1001, 7, 1}));
    QCOMPARE(m_model->rowAt(m_page->list()->currentIndex().row()).id.value, 6);
    while (m_model->canFetchMore({}))
        m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 1002);
    QCOMPARE(ids().last(), 1002);
}

/// From the search field to an open conversation with keys alone.
void PeoplePageTest::searchesByKeyboard()
{
    fill();
    makePage();
    QSignalSpy opened(m_page.get(), &PeoplePage::conversationRequested);
    auto *field = named<QLineEdit>(m_page.get(), u"Find people"_s);
    field->setFocus();
    QTest::keyClicks(field, u"zo"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).value<ConversationId>().value, 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(ids(), (QList<qint64>{3, 1, 2}));
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m_page->list());
    QTest::keyClick(m_page->list(), Qt::Key_Down);
    QTest::keyClick(m_page->list(), Qt::Key_Return);
    QCOMPARE(opened.last().at(0).value<ConversationId>().value, 1);
    QTest::keyClicks(field, u"nobody"_s);
    m_time->advance(Millis(200));
    QVERIFY(m_page->findChild<EmptyState *>()->sentence().contains(u"nobody"_s));
    m_page->findChild<EmptyState *>()->findChild<QPushButton *>()->click();
    QVERIFY(field->text().isEmpty());
    QCOMPARE(m_model->rowCount(), 3);
}

void PeoplePageTest::whatATextFindsHasNoPages()
{
    for (int i = 1; i <= PeopleModel::pageSize; ++i)
        m_reader->put(i, u"Ana %1"_s.arg(i), u"+1313555%1"_s.arg(i, 4, 10, QChar(u'0')));
    makePage();
    m_model->setSearch(u"ana"_s);
    QCOMPARE(m_model->rowCount(), PeopleModel::pageSize);
    QVERIFY(!m_model->canFetchMore({})); // as many as a page, and yet all
}

void PeoplePageTest::whoeverIsChosenStaysChosen()
{
    fill();
    makePage();
    m_page->list()->setCurrentIndex(m_model->index(1));
    m_reader->put(4, u"Aaron"_s, u"+13135550104"_s);
    emit m_engine->contactsTaken({1, 0, false});
    QCOMPARE(ids(), (QList<qint64>{4, 3, 1, 2}));
    QCOMPARE(m_page->list()->currentIndex().row(), 2);
}

void PeoplePageTest::whoWasDeletedIsGone()
{
    m_reader->put(1, u"Zoe"_s, u"+13135550101"_s);
    makePage();
    m_page->list()->setFocus();
    m_page->list()->setCurrentIndex(m_model->index(0));
    m_reader->rows.clear();
    emit m_engine->personErased(ConversationId{1});
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(m_page.get(), u"Find people"_s)); // the list is hidden
}

void PeoplePageTest::busyDatabaseIsAskedAgain()
{
    fill();
    m_reader->failures = 1;
    makePage();
    m_time->advance(Millis(300));
    QCOMPARE(m_model->rowCount(), 3);
    m_reader->put(1, u"Aaron"_s, u"+13135550101"_s);
    m_reader->failures = 1;
    emit m_engine->conversationsChanged({ConversationId{1}});
    QCOMPARE(ids().first(), 3);
    m_time->advance(Millis(300));
    QCOMPARE(ids().first(), 1);
}

void PeoplePageTest::emptyStates()
{
    makePage();
    auto *empty = m_page->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->findChildren<QPushButton *>().size(), 1);
    QCOMPARE(empty->findChild<QPushButton *>()->text(), u"Import contacts…"_s);
    m_page->hide();
    fill();
    emit m_engine->contactsTaken({3, 0, false});
    QCOMPARE(m_model->rowCount(), 0);
    m_page->show();
    QCOMPARE(m_model->rowCount(), 3);
}

void PeoplePageTest::importShowsWhatItBrings()
{
    fill();
    makePage();
    auto *dialog = import(fileWith(u"book.csv"_s, "Name,Phone\n"
                                                  "Ana,313 555 0200\n"      // new
                                                  "Zoe,(313) 555-0101\n"    // known by this name
                                                  "Angel R.,313-555-0103\n" // known by another
                                                  "Ana B.,3135550200\n"     // twice
                                                  "Bob,12\n"
                                                  ",3135550201\n"));
    QVERIFY(dialog);
    QCOMPARE(
        dialog->findChild<PlainLabel *>(u"summary"_s)->text(),
        u"%1 new name(s). %1 name(s) are here already. %1 number(s) have another name here. %1 number(s) stand there more than once and are merged."_s
            .arg(1));
    QCOMPARE(
        rowsOf(named<QTreeWidget>(dialog, u"People in the file"_s)),
        (QStringList{u"Ana|(313) 555-0200|New"_s, u"Zoe|(313) 555-0101|Here already"_s, u"Angel R.|(313) 555-0103|Stays Ángel Ruiz"_s}));
    QCOMPARE(rowsOf(named<QTreeWidget>(dialog, u"Lines that cannot be used"_s)),
             (QStringList{u"6|“12” is no phone number. Write it with its area code."_s, u"7|3135550201 has no name."_s}));
    QSignalSpy asked(m_engine.get(), &EngineClient::importContactsRequested);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<QList<ImportedContact>>().size(), 3);
    QCOMPARE(asked.at(0).at(1).toBool(), false);
    emit m_engine->contactsTaken({1, 2, false});
    QCOMPARE(dialog->findChild<PlainLabel *>(u"summary"_s)->text(), u"1 name(s) are stored."_s);
    const QPointer<ImportDialog> closed = dialog;
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!closed);
}

void PeoplePageTest::importReplacesWhenTold()
{
    fill();
    makePage();
    auto *dialog = import(fileWith(u"book.vcf"_s, "BEGIN:VCARD\nFN:Angel R.\nTEL:+13135550103\nEND:VCARD\n"));
    auto *replace = dialog->findChild<QCheckBox *>();
    QVERIFY(replace->isVisible());
    QVERIFY(!button(dialog, u"Import"_s)->isEnabled()); // nothing new
    replace->setChecked(true);
    QCOMPARE(rowsOf(named<QTreeWidget>(dialog, u"People in the file"_s)), QStringList{u"Angel R.|(313) 555-0103|Replaces Ángel Ruiz"_s});
    QSignalSpy asked(m_engine.get(), &EngineClient::importContactsRequested);
    button(dialog, u"Import 1 name(s)"_s)->click();
    QCOMPARE(asked.at(0).at(1).toBool(), true);
}

void PeoplePageTest::importThatCouldNotBeStored()
{
    makePage();
    auto *dialog = import(fileWith(u"book.csv"_s, "Name,Phone\nAna,313 555 0200\n"));
    button(dialog, u"Import 1 name(s)"_s)->click();
    emit m_engine->contactsTaken({0, 0, true});
    QVERIFY(dialog->findChild<PlainLabel *>(u"summary"_s)->text().startsWith(u"Nothing was stored"_s));
    QVERIFY(button(dialog, u"Import 1 name(s)"_s)->isEnabled());
}

void PeoplePageTest::importTellsHowFarItIs()
{
    makePage();
    auto *dialog = import(fileWith(u"book.csv"_s, "Name,Phone\nAna,313 555 0200\n"));
    emit m_engine->contactsProgressed(100, 2000); // another window's
    QVERIFY(!dialog->findChild<PlainLabel *>(u"summary"_s)->text().contains(u"2,000"_s));
    QTest::mouseClick(button(dialog, u"Import 1 name(s)"_s), Qt::LeftButton);
    emit m_engine->contactsProgressed(100, 2000);
    QCOMPARE(dialog->findChild<PlainLabel *>(u"summary"_s)->text(), u"The names are being stored… 100 of 2,000."_s);
}

void PeoplePageTest::importIsStopped()
{
    makePage();
    const QPointer<ImportDialog> dialog = import(fileWith(u"book.csv"_s, "Name,Phone\nAna,313 555 0200\n"));
    QSignalSpy stopped(m_engine.get(), &EngineClient::stopImportRequested);
    QTest::mouseClick(button(dialog, u"Import 1 name(s)"_s), Qt::LeftButton);
    QTest::mouseClick(button(dialog, u"Stop"_s), Qt::LeftButton);
    QCOMPARE(stopped.count(), 1);
    QVERIFY(dialog && dialog->isVisible());
    emit m_engine->contactsTaken({100, 0, false, 1900});
    QCOMPARE(dialog->findChild<PlainLabel *>(u"summary"_s)->text(),
             u"Stopped: 100 name(s) are stored. Import the file again for the rest."_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QCOMPARE(stopped.count(), 1);
}

void PeoplePageTest::importThatBrokeOff()
{
    makePage();
    auto *dialog = import(fileWith(u"book.csv"_s, "Name,Phone\nAna,313 555 0200\n"));
    QTest::mouseClick(button(dialog, u"Import 1 name(s)"_s), Qt::LeftButton);
    emit m_engine->contactsTaken({100, 0, true, 1900});
    QVERIFY(dialog->findChild<PlainLabel *>(u"summary"_s)->text().startsWith(u"100 name(s) are stored, then"_s));
    QVERIFY(button(dialog, u"Import 1 name(s)"_s)->isEnabled());
}

void PeoplePageTest::filesOfNoUse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no numbers") << QByteArray("Name,Mail\nAna,a@b.c\n") << u"has no column of phone numbers"_s;
    QTest::newRow("empty") << QByteArray() << u"has no column of phone numbers"_s;
    QTest::newRow("too large") << QByteArray(ContactImport::mostBytes + 1, ' ') << u"is larger than 20 MB"_s;
    QTest::newRow("nobody") << QByteArray("Name,Phone\n") << u"The file holds no phone number with a name."_s;
}

void PeoplePageTest::filesOfNoUse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    makePage();
    auto *dialog = import(fileWith(u"book.csv"_s, bytes));
    // A file that is refused at once has told it already.
    QVERIFY2(dialog->findChild<PlainLabel *>(u"summary"_s)->text().contains(sentence),
             qPrintable(dialog->findChild<PlainLabel *>(u"summary"_s)->text()));
    QVERIFY(!button(dialog, u"Import"_s)->isEnabled());
}

void PeoplePageTest::largeFilesAreReadInSteps()
{
    makePage();
    QByteArray book("Name,Phone\n");
    for (int i = 0; i < 2000; ++i)
        book += "P,313555" + QByteArray::number(2000 + i) + "\n";
    m_page->importFrom(fileWith(u"book.csv"_s, book));
    auto *dialog = m_page->findChild<ImportDialog *>();
    auto *label = dialog->findChild<PlainLabel *>(u"summary"_s);
    QVERIFY(label->text().startsWith(u"Reading"_s));
    m_reader->failures = 1; // busy when the names are looked up
    m_time->advance(Millis(1000));
    QVERIFY2(label->text().startsWith(u"2000 new"_s), qPrintable(label->text()));
    const QStringList rows = rowsOf(named<QTreeWidget>(dialog, u"People in the file"_s));
    QCOMPARE(rows.size(), ImportDialog::previewRows + 1);
    QVERIFY(rows.last().startsWith(u"and 1800 more"_s));
}

void PeoplePageTest::exportsATable()
{
    fill();
    m_reader->put(4, u"=cmd"_s, u"+13135550104"_s);
    makePage();
    const QString file = m_folder.filePath(u"people.csv"_s);
    m_page->exportTo(file);
    m_time->advance(Millis(100));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("\"'+13135550101\",\"Zoe\",\"2026-11-23 14:00:00\",\"no\""));
    QVERIFY(text.contains("\"'+13135550104\",\"'=cmd\",\"\",\"no\""));
    QVERIFY(text.contains("\"Ángel Ruiz\",\"\",\"yes\""));
    QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    // What was written can be read again.
    const auto source = contactSourceOf(text);
    ContactImport back(u"US"_s);
    while (const auto row = source->next())
        back.add(*row);
    QCOMPARE(back.contacts().size(), 3);
}

void PeoplePageTest::exportsCards()
{
    fill();
    makePage();
    const QString file = m_folder.filePath(u"people.VCF"_s);
    m_page->exportTo(file);
    m_time->advance(Millis(100));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const auto source = contactSourceOf(written.readAll());
    ContactImport back(u"US"_s);
    while (const auto row = source->next())
        back.add(*row);
    QCOMPARE(back.contacts().size(), 2); // a number for a name is none
    QCOMPARE(back.contacts().at(0).name, u"Ángel Ruiz"_s);
}

QTEST_MAIN(PeoplePageTest)
#include "tst_peoplepage.moc"
