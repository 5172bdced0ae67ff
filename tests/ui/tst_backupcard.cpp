// SPDX-License-Identifier: MIT
#include "storage/databasebackup.h"
#include "storage/sqlstore.h"
#include "support/virtualtime.h"
#include "ui/compositionroot/backupkeeper.h"
#include "ui/format/startwords.h"
#include "ui/settings/backupsection.h"

#include <QComboBox>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The backups as a person meets them: the card in the settings, the daily one, and what is said where one cannot be used.
class TestBackupCard : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutABackupNothingCanBeRestored();
    void fitsIntoTheSmallestWindow();
    void restoresWhatWasChosenAfterAQuestion();
    void aNewBackupShowsWithoutLosingTheChoice();
    void oneADay();
    void aFailureIsToldAndTriedAgain();
    void damageIsToldApart();
    void eachTroubleHasItsWords_data();
    void eachTroubleHasItsWords();

private:
    QString file() const { return m_folder->filePath(u"textback.db"_s); }
    void makeDatabase() { QVERIFY(SqlStore::open(file(), m_time)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    VirtualTime m_time;
};

namespace {

QPushButton *button(const QWidget &parent, const QString &text)
{
    for (QPushButton *each : parent.findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace

void TestBackupCard::withoutABackupNothingCanBeRestored()
{
    BackupSection card({[] { return std::vector<BackupChoice>(); }, [](const QString &) { QFAIL("there is none"); }});
    card.show();
    QVERIFY(!card.findChild<QComboBox *>()->isVisible());
    QVERIFY(!button(card, u"Restore…"_s)->isEnabled());
}

/// Of 420 pixels the rail and the page's margins leave so much; a wider card would be cut, and all others with it.
void TestBackupCard::fitsIntoTheSmallestWindow()
{
    for (const bool any : {false, true}) {
        BackupSection card(
            {[any, this] {
                 return any ? std::vector<BackupChoice>{{u"/b/new.db"_s, m_time.utcNow(), 2000000000}} : std::vector<BackupChoice>();
             },
             [](const QString &) {}});
        card.show();
        QVERIFY2(card.minimumSizeHint().width() <= 320, qPrintable(QString::number(card.minimumSizeHint().width())));
    }
}

void TestBackupCard::restoresWhatWasChosenAfterAQuestion()
{
    QStringList restored;
    const UtcTime taken = m_time.utcNow();
    BackupSection card({[taken] {
                            return std::vector<BackupChoice>{{u"/b/new.db"_s, taken, 2000000}, {u"/b/old.db"_s, taken - 24h, 1000000}};
                        },
                        [&restored](const QString &path) { restored << path; }});
    card.show();
    auto *choice = card.findChild<QComboBox *>();
    QCOMPARE(choice->currentData().toString(), u"/b/new.db"_s); // the newest is offered
    choice->setCurrentIndex(1);

    QTest::mouseClick(button(card, u"Restore…"_s), Qt::LeftButton);
    auto *question = card.findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY2(question->text().contains(choice->currentText()), qPrintable(question->text()));
    QCOMPARE(question->defaultButton(), button(*question, u"Cancel"_s)); // Return does no harm
    QTest::mouseClick(button(*question, u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(restored, QStringList());
    QTRY_VERIFY(!card.findChild<QMessageBox *>());

    QTest::mouseClick(button(card, u"Restore…"_s), Qt::LeftButton);
    QTest::mouseClick(button(*card.findChild<QMessageBox *>(), u"Restore"_s), Qt::LeftButton);
    QCOMPARE(restored, QStringList(u"/b/old.db"_s));
}

void TestBackupCard::aNewBackupShowsWithoutLosingTheChoice()
{
    const UtcTime now = m_time.utcNow();
    std::vector<BackupChoice> there{{u"/b/a.db"_s, now - 24h, 1}, {u"/b/b.db"_s, now - 48h, 1}};
    BackupSection card({[&there] { return there; }, [](const QString &) {}});
    card.show();
    auto *choice = card.findChild<QComboBox *>();
    choice->setCurrentIndex(1);
    there.insert(there.begin(), {u"/b/today.db"_s, now, 1});
    card.hide();
    card.show();
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->currentData().toString(), u"/b/b.db"_s);
}

void TestBackupCard::oneADay()
{
    makeDatabase();
    BackupKeeper keeper(m_time, m_time, file());
    QSignalSpy ended(&keeper, &BackupKeeper::ended);
    keeper.start();
    QCOMPARE(BackupFolder(file()).files().size(), size_t(0)); // not in the way of the start
    m_time.advance(1s);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].toString(), QString());
    QCOMPARE(BackupFolder(file()).files().size(), size_t(1));
    m_time.advance(23h);
    QTest::qWait(0);
    QCOMPARE(ended.size(), 1);
    m_time.advance(1h);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(BackupFolder(file()).files().size(), size_t(2));
}

void TestBackupCard::aFailureIsToldAndTriedAgain()
{
    makeDatabase();
    QFile inTheWay(BackupFolder(file()).path()); // where the folder has to be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    BackupKeeper keeper(m_time, m_time, file());
    QSignalSpy ended(&keeper, &BackupKeeper::ended);
    keeper.start();
    m_time.advance(1s);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!ended[0][0].toString().isEmpty());
    QVERIFY(inTheWay.remove());
    m_time.advance(1h);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(ended[1][0].toString(), QString());
}

void TestBackupCard::damageIsToldApart()
{
    makeDatabase();
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadWrite));
    database.seek(100);
    database.write(QByteArray(4000, '\xff'));
    database.close();
    BackupKeeper keeper(m_time, m_time, file());
    QSignalSpy ended(&keeper, &BackupKeeper::ended);
    QSignalSpy damaged(&keeper, &BackupKeeper::damaged);
    keeper.start();
    m_time.advance(1s);
    QTRY_COMPARE(damaged.size(), 1);
    QCOMPARE(ended.size(), 0);
    QCOMPARE(BackupFolder(file()).files().size(), size_t(0)); // a damaged one pushes no good one out
}

void TestBackupCard::eachTroubleHasItsWords_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("backup");
    const auto row = [](const char *code, const char *database, const char *backup) {
        QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(database) << QString::fromLatin1(backup);
    };
    row("corrupt", "is damaged and there is no good backup", "is damaged or no database of Textback");
    row("newer-than-app", "Install that version", "written by a later version");
    row("locked", "in use by another program", "cannot be restored");
    row("full", "Free space", "too full");
    row("read-only", "cannot be written", "cannot be restored");
    row("cannot-open", "cannot be written", "cannot be restored");
    row("something else", "cannot be used: of detail", "cannot be restored");
}

void TestBackupCard::eachTroubleHasItsWords()
{
    QFETCH(QString, code);
    QFETCH(QString, database);
    QFETCH(QString, backup);
    const Error error{ErrorKind::Storage, u"of detail"_s, {}, 0, code};
    const QString name = u"/data/\u202etext\nback.db"_s; // hostile: stays one line
    for (const auto &[sentence, expected] :
         {std::pair(StartWords::sentence(error, name), database), std::pair(StartWords::backupSentence(error, name), backup)}) {
        QVERIFY2(sentence.contains(expected), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'\n') && !sentence.contains(QChar(0x202e)), qPrintable(sentence));
    }
    QVERIFY(StartWords::backupSentence(error, name).contains(u"Nothing was changed"_s));
}

QTEST_MAIN(TestBackupCard)
#include "tst_backupcard.moc"
