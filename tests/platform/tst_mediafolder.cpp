// SPDX-License-Identifier: MIT
#include "platform/mediafolder.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMediaFolder : public QObject {
    Q_OBJECT

private slots:
    void keptFilesAreFoundAgain();
    void f43OnlyItsUserCanReadIt();
    void whatWasNotLookedAtForLongestGoesFirst();
    void theNewestStaysHoweverLarge();
    void strangersNamesAreNotFound();
    void nothingIsLeftOnceItIsCleared();
    void aFolderThatCannotBeMadeIsAnError();

private:
    QTemporaryDir m_place;
    VirtualTime m_time;
};

void TestMediaFolder::keptFilesAreFoundAgain()
{
    const QString place = m_place.filePath(u"a"_s);
    MediaFolder folder(place, m_time);
    QVERIFY(!folder.find(u"0a1b"_s));
    QVERIFY(!QFileInfo::exists(place)); // nothing is made before there is something to keep
    const auto kept = folder.keep(u"0a1b"_s, MediaType::Png, "picture");
    QVERIFY(kept);
    QCOMPARE(kept->path, place + u"/0a1b.png"_s);
    QCOMPARE(folder.find(u"0a1b"_s), *kept);
    QCOMPARE(MediaFolder(place, m_time).find(u"0a1b"_s), *kept); // after a restart
    QVERIFY(!folder.find(u"0a1"_s));
}

void TestMediaFolder::f43OnlyItsUserCanReadIt()
{
    const QString place = m_place.filePath(u"b"_s);
    QVERIFY(QDir().mkpath(place));
    QFile::setPermissions(place, QFile::Permissions(0x7775));
    MediaFolder folder(place, m_time);
    const auto kept = folder.keep(u"c"_s, MediaType::Mp3, "sound");
    QVERIFY(kept);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(kept->path).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(place).permissions() & others, QFile::Permissions());
}

void TestMediaFolder::whatWasNotLookedAtForLongestGoesFirst()
{
    MediaFolder folder(m_place.filePath(u"c"_s), m_time, 30);
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
        QVERIFY(folder.keep(name, MediaType::Jpeg, QByteArray(10, 'x')));
        m_time.advance(1min);
    }
    QVERIFY(folder.find(u"one"_s)); // looked at: it is young again
    m_time.advance(1min);
    QVERIFY(folder.keep(u"four"_s, MediaType::Jpeg, QByteArray(10, 'x')));
    QVERIFY(folder.find(u"one"_s));
    QVERIFY(!folder.find(u"two"_s));
    QVERIFY(folder.find(u"three"_s));
    QVERIFY(folder.find(u"four"_s));
}

void TestMediaFolder::theNewestStaysHoweverLarge()
{
    MediaFolder folder(m_place.filePath(u"d"_s), m_time, 30);
    QVERIFY(folder.keep(u"small"_s, MediaType::Jpeg, "x"));
    m_time.advance(1min);
    QVERIFY(folder.keep(u"large"_s, MediaType::Jpeg, QByteArray(100, 'x')));
    QVERIFY(folder.find(u"large"_s));
    QVERIFY(!folder.find(u"small"_s));
}

void TestMediaFolder::strangersNamesAreNotFound()
{
    const QString place = m_place.filePath(u"e"_s);
    QVERIFY(QDir().mkpath(place));
    for (const QString &name : {u"x.exe"_s, u"y.png.exe"_s, u"z.tar.png"_s}) {
        QFile file(QDir(place).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("?") == 1);
    }
    QVERIFY(QFile::link(u"/etc/hostname"_s, QDir(place).filePath(u"l.png"_s)));
    QFile empty(QDir(place).filePath(u"w.png"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    MediaFolder folder(place, m_time);
    for (const QString &name : {u"x"_s, u"y"_s, u"z"_s, u"l"_s, u"w"_s})
        QVERIFY2(!folder.find(name), qPrintable(name));
}

void TestMediaFolder::nothingIsLeftOnceItIsCleared()
{
    const QString place = m_place.filePath(u"f"_s);
    MediaFolder folder(place, m_time);
    QVERIFY(folder.clear()); // also before there is one
    QVERIFY(folder.keep(u"a"_s, MediaType::Png, "x") && folder.keep(u"b"_s, MediaType::Mp3, "x"));
    QVERIFY(folder.clear());
    QVERIFY(QDir(place).isEmpty());
    QVERIFY(!folder.find(u"a"_s));
}

void TestMediaFolder::aFolderThatCannotBeMadeIsAnError()
{
    QFile file(m_place.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    MediaFolder folder(m_place.filePath(u"file/media"_s), m_time);
    const auto kept = folder.keep(u"a"_s, MediaType::Png, "x");
    QVERIFY(!kept);
    QCOMPARE(toString(kept.error().kind), toString(ErrorKind::Storage));
}

QTEST_GUILESS_MAIN(TestMediaFolder)
#include "tst_mediafolder.moc"
