// SPDX-License-Identifier: MIT
#include "support/virtualtime.h"
#include "ui/compositionroot/folderclaim.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using State = FolderClaim::State;

/// Whose the data folder is, and what is said where it cannot be had: with a window in a sentence, without one on stderr alone.
class TestFolderClaim : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aFreeFolderIsOurs();
    void anUnusableFolderHasASentence();
    void f46LockOfAnotherComputerIsAskedAbout();
    void f46WhoLeavesItToTheOtherComputerIsLeftAlone();
    void f46NobodyIsAskedWithoutAWindow();
    void f46AFrozenCopyIsNamed();

private:
    /// As it is in a folder that was copied while the program worked on it.
    void lockElsewhere() const
    {
        QFile lock(m_folder->filePath(u"textback.lock"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("1\ntextback\nfront-desk\n0123456789abcdef0123456789abcdef\n01234567-89ab-cdef-0123-456789abcdef\n");
    }
    static QMessageBox *question()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == u"frozenCopy"_s && widget->isVisible())
                return qobject_cast<QMessageBox *>(widget);
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    VirtualTime m_time;
};

namespace {

constexpr Millis patience{50};

} // namespace

void TestFolderClaim::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFolderClaim::aFreeFolderIsOurs()
{
    FolderClaim claim(m_time, false, patience);
    const auto state = claim.take(m_folder->path(), true);
    QVERIFY2(state, qPrintable(state ? QString() : state.error()));
    QVERIFY(*state == State::Ours);
    QCOMPARE(claim.databasePath(), claim.path() + u"/textback.db"_s);
}

void TestFolderClaim::anUnusableFolderHasASentence()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FolderClaim claim(m_time, false, patience);
    const auto state = claim.take(file.fileName(), true);
    QVERIFY(!state);
    QVERIFY2(state.error().contains(u"is no folder"_s), qPrintable(state.error()));
}

void TestFolderClaim::f46LockOfAnotherComputerIsAskedAbout()
{
    lockElsewhere();
    FolderClaim claim(m_time, false, patience);
    QSignalSpy taken(&claim, &FolderClaim::taken);
    const auto state = claim.take(m_folder->path(), true);
    QVERIFY(state && *state == State::Asking);
    QTRY_VERIFY(question());
    QVERIFY2(question()->text().contains(u"front-desk"_s), qPrintable(question()->text()));
    QCOMPARE(taken.size(), 0);
    QTest::mouseClick(question()->findChild<QPushButton *>(u"endIt"_s), Qt::LeftButton);
    QTRY_COMPARE(taken.size(), 1);
    FolderClaim second(m_time, true, patience);
    QVERIFY(!second.take(m_folder->path(), false)); // it is really held
}

void TestFolderClaim::f46WhoLeavesItToTheOtherComputerIsLeftAlone()
{
    lockElsewhere();
    FolderClaim claim(m_time, false, patience);
    QSignalSpy refused(&claim, &FolderClaim::refused);
    QSignalSpy taken(&claim, &FolderClaim::taken);
    QVERIFY(claim.take(m_folder->path(), true));
    QTRY_VERIFY(question());
    QTest::keyClick(question(), Qt::Key_Return); // the safe answer
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].toString(), QString()); // who has just decided is told nothing
    QCOMPARE(taken.size(), 0);
    QVERIFY(QFile::exists(m_folder->filePath(u"textback.lock"_s)));
}

void TestFolderClaim::f46NobodyIsAskedWithoutAWindow()
{
    lockElsewhere();
    FolderClaim claim(m_time, true, patience);
    const auto state = claim.take(m_folder->path(), false);
    QVERIFY(!state);
    QCOMPARE(state.error(), QString());
    QVERIFY(!question());
}

void TestFolderClaim::f46AFrozenCopyIsNamed()
{
    FolderClaim first(m_time, true, patience);
    const auto ours = first.take(m_folder->path(), false);
    QVERIFY(ours && *ours == State::Ours);
    // It does not answer from inside of this very thread: as good as frozen, and its process is named.
    FolderClaim second(m_time, false, patience);
    const auto state = second.take(m_folder->path(), true);
    QVERIFY(state && *state == State::Asking);
    QTRY_VERIFY(question());
    QVERIFY2(question()->informativeText().contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(question()->informativeText()));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
}

QTEST_MAIN(TestFolderClaim)
#include "tst_folderclaim.moc"
