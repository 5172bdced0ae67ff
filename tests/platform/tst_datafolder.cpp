// SPDX-License-Identifier: MIT
#include "platform/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 0777) : -1;
}

void touch(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

} // namespace

class TestDataFolder : public QObject {
    Q_OBJECT

private slots:
    void f43MakesAPrivateFolderWithItsParents();
    void f43TightensWhatIsOurs();
    void f43RefusesAnOpenFolderWithOtherFiles();
    void refusesAFile();
    void refusesAFolderThatCannotBeMade();
    void f41KnowsNetworkFileSystems_data();
    void f41KnowsNetworkFileSystems();
    void f41KnowsSyncFolders_data();
    void f41KnowsSyncFolders();
    void f41RefusesASyncFolder();
    void f41RefusesANetworkDrive();
};

void TestDataFolder::f43MakesAPrivateFolderWithItsParents()
{
    QTemporaryDir top;
    const QString path = top.filePath(u"a/b c/data"_s);
    const Result<DataFolder> folder = DataFolder::prepare(path);
    QVERIFY2(folder, qPrintable(folder ? QString() : folder.error().detail));
    QCOMPARE(modeOf(path), 0700);
    QCOMPARE(QFileInfo(folder->databasePath()).fileName(), u"textback.db"_s);
    QVERIFY(QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)); // the write test leaves nothing
}

void TestDataFolder::f43TightensWhatIsOurs()
{
    QTemporaryDir top;
    const QString path = top.filePath(u"data"_s);
    QVERIFY(QDir().mkpath(path + u"/backups"_s));
    touch(path + u"/textback.db"_s);
    touch(path + u"/textback.db-wal"_s);
    touch(path + u"/backups/old.db"_s);
    ::chmod(QFile::encodeName(path).constData(), 0755);
    ::chmod(QFile::encodeName(path + u"/textback.db"_s).constData(), 0644);
    ::chmod(QFile::encodeName(path + u"/textback.db-wal"_s).constData(), 0666);
    ::chmod(QFile::encodeName(path + u"/backups/old.db"_s).constData(), 0644);
    QVERIFY(DataFolder::prepare(path));
    QCOMPARE(modeOf(path), 0700);
    QCOMPARE(modeOf(path + u"/textback.db"_s), 0600);
    QCOMPARE(modeOf(path + u"/textback.db-wal"_s), 0600);
    QCOMPARE(modeOf(path + u"/backups/old.db"_s), 0600);
}

void TestDataFolder::f43RefusesAnOpenFolderWithOtherFiles()
{
    QTemporaryDir top;
    touch(top.filePath(u"holiday.jpg"_s));
    ::chmod(QFile::encodeName(top.path()).constData(), 0755);
    const Result<DataFolder> folder = DataFolder::prepare(top.path());
    QVERIFY(!folder);
    QVERIFY(folder.error().detail.contains(u"other files"_s));
    QCOMPARE(modeOf(top.path()), 0755); // somebody's home or /tmp must not change its modes
}

void TestDataFolder::refusesAFile()
{
    QTemporaryDir top;
    touch(top.filePath(u"file"_s));
    const Result<DataFolder> folder = DataFolder::prepare(top.filePath(u"file"_s));
    QVERIFY(!folder);
    QVERIFY(folder.error().kind == ErrorKind::Storage);
    QVERIFY(folder.error().detail.contains(u"is not a folder"_s));
}

void TestDataFolder::refusesAFolderThatCannotBeMade()
{
    QTemporaryDir top;
    touch(top.filePath(u"file"_s));
    const Result<DataFolder> folder = DataFolder::prepare(top.filePath(u"file/below"_s));
    QVERIFY(!folder);
    QVERIFY(folder.error().detail.contains(u"cannot be made"_s));
}

void TestDataFolder::f41KnowsNetworkFileSystems_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("network");
    for (const char *name : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "NFS4"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"ext4", "btrfs", "xfs", "overlay", "tmpfs", "NTFS", "fuseblk", ""})
        QTest::addRow("local %s", name) << QByteArray(name) << false;
}

void TestDataFolder::f41KnowsNetworkFileSystems()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, network);
    QCOMPARE(datafolder::isNetworkFileSystem(type), network);
}

void TestDataFolder::f41KnowsSyncFolders_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("service");
    QTest::newRow("dropbox") << u"Dropbox/textback"_s << u"Dropbox"_s;
    QTest::newRow("dropbox of a team") << u"Dropbox (Motor City)/a/b"_s << u"Dropbox"_s;
    QTest::newRow("onedrive for work") << u"OneDrive - Motor City Towing/Documents"_s << u"OneDrive"_s;
    QTest::newRow("google") << u"Google Drive/x"_s << u"Google Drive"_s;
    QTest::newRow("nextcloud, other case") << u"nextcloud"_s << u"Nextcloud"_s;
    QTest::newRow("roaming profile") << u"AppData/Roaming/textback"_s << u"the roaming profile"_s;
    QTest::newRow("the profile's own part of this PC") << u"AppData/Local/textback"_s << QString();
    QTest::newRow("only looks alike") << u"Dropboxes/x"_s << QString();
    QTest::newRow("ordinary") << u".local/share/textback"_s << QString();
}

void TestDataFolder::f41KnowsSyncFolders()
{
    QFETCH(QString, folder);
    QFETCH(QString, service);
    QTemporaryDir top;
    const QString path = top.filePath(folder);
    QVERIFY(QDir().mkpath(path));
    QCOMPARE(datafolder::syncServiceOf(path), service);
}

void TestDataFolder::f41RefusesASyncFolder()
{
    QTemporaryDir top;
    touch(top.filePath(u".sync_0a1b2c.db"_s)); // the Nextcloud client's own journal at the top of what it copies
    const Result<DataFolder> folder = DataFolder::prepare(top.filePath(u"textback"_s));
    QVERIFY(!folder);
    QVERIFY(folder.error().detail.contains(u"Nextcloud"_s));
    QVERIFY(folder.error().detail.contains(u"--data-dir"_s)); // where to fix it
}

/// The same question that prepare() asks (see the folder above), with a file system that no test can mount.
void TestDataFolder::f41RefusesANetworkDrive()
{
    QTemporaryDir top;
    const auto why = datafolder::whyUnsafe(top.path(), "cifs");
    QVERIFY(why);
    QCOMPARE(why->code, u"network-drive"_s);
    QVERIFY2(why->detail.contains(u"network drive (cifs)"_s), qPrintable(why->detail));
    QVERIFY(!datafolder::whyUnsafe(top.path(), "ext4"));
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
