// SPDX-License-Identifier: MIT
#include "storage/samples.h"
#include "storage/sqlconnection.h"
#include "support/temporarystore.h"
#include "support/virtualtime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

constexpr int rounds = 12;
constexpr int walHeader = 32; // sqlite.org/fileformat2.html 4.1
constexpr int frameHeader = 24;

QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void write(const QString &file, const QByteArray &content)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(out.write(content), content.size());
}

} // namespace

/// The power goes while the database is written (faults.md F42), as far as that can be shown without cutting it: what a disk may leave of the
/// write-ahead log is given to a new start, which must find a state that once was committed. tests/manual has the procedure with a real cut.
class TestPowerLoss : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void f42EveryCommitWaitsForTheDisk();
    void f42LogTornAtEveryLength();
    void f42LogDamagedAnywhere();
    void f42LogGone();

private:
    /// How many rounds a start on this log finds. Each wrote a conversation, a message and a cursor in one transaction: all or none of them.
    int roundsFound(const QByteArray &log);

    /// In memory where the system has such a folder: several hundred starts, each of which would wait for the disk.
    static QString folderTemplate()
    {
        const QString inMemory = u"/dev/shm"_s;
        return (QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath()) + u"/textback-power-XXXXXX"_s;
    }

    VirtualTime m_time;
    QTemporaryDir m_folder{folderTemplate()};
    QByteArray m_database;            ///< as the disk had it before the rounds
    QByteArray m_log;                 ///< with all of them
    std::map<int, int> m_lengthAfter; ///< round -> length of the log once it was committed
};

void TestPowerLoss::initTestCase()
{
    {
        TemporaryStore store(m_time); // closed once, so that the schema is in the database itself
        store.reopen();
        const AccountId account = store->openAccount(u"twilio"_s, u"AC1"_s).value().id;
        store.reopen();
        const QString file = store.databaseFile();
        m_database = contentOf(file);
        const int before = static_cast<int>(QFileInfo(file + u"-wal"_s).size());
        for (int round = 1; round <= rounds; ++round) {
            const auto done = store->transact([&]() -> Result<void> {
                const auto conversation = store->ensureConversation(party(caller(100 + round)));
                if (!conversation)
                    return tl::make_unexpected(conversation.error());
                if (const auto added = store->addMessage(incoming(*conversation, account, QString(u'x').repeated(300 * round), round));
                    !added)
                    return tl::make_unexpected(added.error());
                return store->setCursor(account, CursorKind::Messages, Cursor{at(round), QString::number(round)});
            });
            QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
            m_lengthAfter[round] = static_cast<int>(QFileInfo(file + u"-wal"_s).size());
        }
        m_log = contentOf(file + u"-wal"_s);
        QCOMPARE(contentOf(file), m_database); // nothing was carried over meanwhile: the log alone has the rounds
        QCOMPARE(m_lengthAfter[rounds], static_cast<int>(m_log.size()));
        QVERIFY(m_lengthAfter[1] > before + walHeader + frameHeader);
    }
    QCOMPARE(roundsFound(m_log), rounds);
}

int TestPowerLoss::roundsFound(const QByteArray &log)
{
    const QString file = m_folder.filePath(u"torn.db"_s);
    write(file, m_database);
    write(file + u"-wal"_s, log);
    QFile::remove(file + u"-shm"_s);
    int found = -1;
    {
        const auto store = SqlStore::open(file, m_time);
        if (!store) {
            qWarning("%s", qPrintable(store.error().detail));
            return -1;
        }
        const auto connection = SqlConnection::open(file, SqlConnection::Mode::ReadOnly, Millis(0)).value();
        const auto count = [&](const QString &sql) { return connection->value(sql).toInt(); };
        found = count(u"SELECT count(*) FROM conversations"_s);
        const bool whole = count(u"SELECT count(*) FROM messages"_s) == found &&
                           count(u"SELECT conversations FROM inbox_counts"_s) == found &&
                           count(u"SELECT count(*) FROM conversation_summaries"_s) == found &&
                           count(u"SELECT count(*) FROM cursors"_s) == (found > 0 ? 1 : 0) &&
                           count(u"SELECT coalesce(max(length(body)), 0) FROM messages"_s) == 300 * found;
        const QString sound = connection->value(u"PRAGMA integrity_check"_s).toString();
        if (!whole || sound != "ok"_L1 || connection->failure()) {
            qWarning("%d rounds, whole: %d, %s", found, whole, qPrintable(sound));
            return -1;
        }
        // And it goes on from there.
        if (!(*store)->ensureConversation(party(caller(999))))
            return -1;
    }
    return found;
}

void TestPowerLoss::f42EveryCommitWaitsForTheDisk()
{
    // 2 is FULL: with NORMAL, SQLite syncs the log only now and then, and commits that were told of are lost with the power.
    TemporaryStore store(m_time);
    const auto connection = SqlConnection::open(store.databaseFile(), SqlConnection::Mode::ReadWrite, Millis(1000)).value();
    QCOMPARE(connection->value(u"PRAGMA synchronous"_s).toInt(), 2);
    QCOMPARE(connection->value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
}

void TestPowerLoss::f42LogTornAtEveryLength()
{
    const auto expectedAt = [this](int length) {
        int expected = 0;
        for (const auto &[round, end] : m_lengthAfter)
            expected = end <= length ? round : expected;
        return expected;
    };
    // Each length at which something changes, its neighbours, and a walk over all the rest.
    QSet<int> lengths{0, 1, walHeader - 1, walHeader, walHeader + 1};
    for (const auto &[round, end] : m_lengthAfter) {
        for (const int length : {end - 4096, end - 1, end, end + 1, end + frameHeader})
            lengths.insert(length);
    }
    for (int length = 0; length < m_log.size(); length += 2053)
        lengths.insert(length);
    for (const int length : std::as_const(lengths)) {
        if (length > m_log.size())
            continue;
        QVERIFY2(roundsFound(m_log.left(length)) == expectedAt(length), qPrintable(u"cut after %1 bytes"_s.arg(length)));
    }
    QVERIFY(lengths.size() > 120);
}

void TestPowerLoss::f42LogDamagedAnywhere()
{
    // A sector that never reached the disk: zeros, or what was there before.
    int damaged = 0;
    for (int offset = walHeader; offset + 512 < m_log.size(); offset += 4096 + 137) {
        for (const char filling : {'\0', '\xff'}) {
            QByteArray log = m_log;
            log.replace(offset, 512, QByteArray(512, filling));
            if (log == m_log)
                continue;
            ++damaged;
            const auto first = std::mismatch(log.cbegin(), log.cend(), m_log.cbegin()).first - log.cbegin();
            int intact = 0;
            for (const auto &[round, end] : m_lengthAfter)
                intact = end <= first ? round : intact;
            const int found = roundsFound(log);
            QVERIFY2(found == intact, qPrintable(u"%1 rounds after damage at %2, %3 lie before it"_s.arg(found).arg(offset).arg(intact)));
        }
    }
    QVERIFY(damaged > 30);
}

void TestPowerLoss::f42LogGone()
{
    QCOMPARE(roundsFound({}), 0);
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
