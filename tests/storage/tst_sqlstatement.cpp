// SPDX-License-Identifier: MIT
#include "domain/message.h"
#include "storage/sqlconnection.h"
#include "storage/sqllexer.h"
#include "storage/sqlstatement.h"
#include "storage/sqltransaction.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace textback;

/// The thin layer over Qt's SQL: cutting scripts, binding, transactions, pragmas, modes of files.
class TestSqlStatement : public QObject {
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        const auto row = [](const char *name, const QString &script, const QStringList &statements) {
            QTest::newRow(name) << script << statements;
        };
        row("nothing", u" \n -- only a word\n /* and ; another */ ; "_s, {});
        row("two", u"CREATE TABLE a (b); CREATE TABLE c (d)"_s, {u"CREATE TABLE a (b)"_s, u"CREATE TABLE c (d)"_s});
        row("semicolon in text", u"INSERT INTO a VALUES ('x;''y;');SELECT \";\";"_s,
            {u"INSERT INTO a VALUES ('x;''y;')"_s, u"SELECT \";\""_s});
        row("semicolon in brackets", u"SELECT [a;b], `c;d`; SELECT 1"_s, {u"SELECT [a;b], `c;d`"_s, u"SELECT 1"_s});
        row("semicolon in a comment", u"SELECT 1 -- not; here\n + 2; SELECT 3"_s, {u"SELECT 1  \n + 2"_s, u"SELECT 3"_s});
        row("quote in a comment", u"SELECT 1; -- don't\nSELECT 2;"_s, {u"SELECT 1"_s, u"SELECT 2"_s});
        row("unclosed quote", u"SELECT 'a; b"_s, {u"SELECT 'a; b"_s});
        const QString trigger =
            u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN c THEN 1 ELSE 2 END; DELETE FROM d; END"_s;
        row("trigger", trigger + u"; SELECT 1"_s, {trigger, u"SELECT 1"_s});
        const QString temporary = u"create temp trigger t after insert on a begin select 1; end"_s;
        row("temporary trigger", temporary + u";SELECT 2"_s, {temporary, u"SELECT 2"_s});
        row("a table named trigger", u"CREATE TABLE x (\"trigger\" TEXT, begin_at INTEGER); SELECT 1"_s,
            {u"CREATE TABLE x (\"trigger\" TEXT, begin_at INTEGER)"_s, u"SELECT 1"_s});
    }

    void splits()
    {
        QFETCH(QString, script);
        QTEST(splitSqlStatements(script), "statements");
    }

    void findsPlaceholders()
    {
        const NumberedSql numbered = numberPlaceholders(u"SELECT :a, ':b', \":c\", :d -- :e\n, :a, '12:30'"_s);
        QCOMPARE(numbered.names, (QStringList{u"a"_s, u"d"_s}));
        QCOMPARE(numbered.text, u"SELECT @a, ':b', \":c\", @d -- :e\n, @a, '12:30'"_s);
    }

    void pragmasAreSet()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        QCOMPARE(connection->value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(connection->value(u"PRAGMA synchronous"_s).toInt(), 2);
        QCOMPARE(connection->value(u"PRAGMA foreign_keys"_s).toInt(), 1);
        QCOMPARE(connection->value(u"PRAGMA busy_timeout"_s).toInt(), 5000);
        QCOMPARE(connection->value(u"PRAGMA temp_store"_s).toInt(), 2);
    }

    void f43FilesAreTheUsersAlone_data()
    {
        QTest::addColumn<int>("mask");
        QTest::newRow("umask 022") << 022;
        QTest::newRow("umask 000") << 000;
        QTest::newRow("umask 077") << 077;
    }

    void f43FilesAreTheUsersAlone()
    {
        QFETCH(int, mask);
        QTemporaryDir above;
        const mode_t before = umask(mode_t(mask));
        const QString folder = above.filePath(u"new/data"_s);
        const QString file = folder + u"/a.db"_s;
        auto connection = opened(file);
        connection->execute(u"CREATE TABLE a (b)"_s);
        umask(before);
        QCOMPARE(modeOf(folder), 0700);
        QCOMPARE(modeOf(file), 0600);
        QCOMPARE(modeOf(file + u"-wal"_s), 0600);
        QCOMPARE(modeOf(file + u"-shm"_s), 0600);
    }

    /// A database that an earlier version or a copy tool left readable is tightened before it is used.
    void f43OpenModesAreTightened()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.db"_s);
        opened(file)->execute(u"CREATE TABLE a (b)"_s);
        QVERIFY(::chmod(qPrintable(file), 0644) == 0);
        opened(file);
        QCOMPARE(modeOf(file), 0600);
    }

    void readOnlyNeedsTheFileAndWritesNothing()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.db"_s);
        QVERIFY(!SqlConnection::open(file, SqlConnection::Mode::ReadOnly, Millis(0)));
        QVERIFY(!QFileInfo::exists(file));
        const auto writer = opened(file);
        QVERIFY(writer->execute(u"CREATE TABLE a (b)"_s));
        const auto reader = SqlConnection::open(file, SqlConnection::Mode::ReadOnly, Millis(0)).value();
        QCOMPARE(reader->value(u"PRAGMA busy_timeout"_s).toInt(), 0);
        QVERIFY(!reader->execute(u"INSERT INTO a VALUES (1)"_s));
        QCOMPARE(reader->takeFailure()->providerCode, u"read-only"_s);
    }

    void notADatabase()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto connection = SqlConnection::open(file.fileName(), SqlConnection::Mode::ReadWrite, Millis(0));
        QCOMPARE(connection.error().providerCode, u"corrupt"_s);
        QCOMPARE(QFileInfo(file).size(), 8192);
    }

    void everyNameMustBeBound()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        {
            SqlStatement statement(*connection, u"SELECT :a + :b"_s);
            statement.bind("a"_L1, 1);
            QVERIFY(!statement.next());
        }
        QVERIFY(connection->takeFailure()->detail.startsWith(u"no value for :b"_s));
        {
            SqlStatement statement(*connection, u"SELECT :a + :b"_s);
            statement.bind("a"_L1, 1).bind("b"_L1, 2).bind("c"_L1, 3);
            QVERIFY(!statement.next());
        }
        QVERIFY(connection->takeFailure()->detail.startsWith(u"no placeholder :c"_s));
        SqlStatement statement(*connection, u"SELECT :a + :b"_s); // nothing stays bound from the uses before
        statement.bind("a"_L1, 1);
        QVERIFY(!statement.exec());
        QVERIFY(connection->takeFailure());
    }

    void valuesComeBack()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        SqlStatement statement(*connection, u"SELECT :long, :flag, :text, :empty, :none, :time, :id, :nullId, :orNull, :long"_s);
        statement.bind("long"_L1, qint64(9007199254740993)).bind("flag"_L1, true).bind("text"_L1, u"Jos\u00e9 \U0001F697"_s);
        statement.bind("empty"_L1, QString()).bind("none"_L1, std::optional<UtcTime>()).bind("time"_L1, fromUnixMillis(1795446000123));
        statement.bind("id"_L1, CallId{7}).bind("nullId"_L1, CallId()).bindOrNull("orNull"_L1, QString());
        QVERIFY(statement.next());
        QCOMPARE(statement.integer(0), qint64(9007199254740993));
        QVERIFY(statement.flag(1));
        QCOMPARE(statement.text(2), u"Jos\u00e9 \U0001F697"_s);
        QVERIFY(!statement.isNull(3)); // an empty text is no NULL
        QVERIFY(!statement.optionalTime(4));
        QCOMPARE(statement.time(5), fromUnixMillis(1795446000123));
        QCOMPARE(statement.id<CallId>(6).value, 7);
        QVERIFY(statement.isNull(7));
        QVERIFY(statement.isNull(8));
        QCOMPARE(statement.integer(9), qint64(9007199254740993));
        QVERIFY(!statement.next());
    }

    void oneTextTwiceAtOnce()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        const QString sql = u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most) SELECT i FROM n"_s;
        int rows = 0;
        SqlStatement outer(*connection, sql);
        outer.bind("most"_L1, 3);
        while (outer.next()) {
            SqlStatement inner(*connection, sql);
            inner.bind("most"_L1, 4);
            while (inner.next())
                ++rows;
        }
        QCOMPARE(rows, 12);
    }

    void unknownSpellingsFail()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        SqlStatement statement(*connection, u"SELECT 'teleported'"_s);
        QVERIFY(statement.next());
        QVERIFY(!statement.named(0, deliveryStatusFromString));
        QVERIFY(connection->takeFailure());
    }

    void errorsNameNoValues()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        connection->execute(u"CREATE TABLE a (b TEXT UNIQUE)"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^(?!.*secret words).*UNIQUE constraint failed"_s));
        for (int i = 0; i < 2; ++i)
            SqlStatement(*connection, u"INSERT INTO a VALUES (:b)"_s).bind("b"_L1, u"secret words"_s).exec();
        const Error failure = connection->takeFailure().value();
        QVERIFY(!failure.detail.contains(u"secret words"_s));
        QCOMPARE(failure.providerCode, u"constraint"_s);
    }

    void scopeEndRollsBack()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        connection->execute(u"CREATE TABLE a (b)"_s);
        {
            const SqlTransaction transaction(*connection);
            QVERIFY(connection->execute(u"INSERT INTO a VALUES (1)"_s));
        }
        QCOMPARE(connection->value(u"SELECT count(*) FROM a"_s).toInt(), 0);
        {
            SqlTransaction transaction(*connection);
            QVERIFY(connection->execute(u"INSERT INTO a VALUES (1)"_s));
            QVERIFY(!connection->execute(u"INSERT INTO nowhere VALUES (1)"_s));
            QVERIFY(!transaction.commit());
        }
        connection->takeFailure();
        QCOMPARE(connection->value(u"SELECT count(*) FROM a"_s).toInt(), 0);
    }

    /// Full disk in the middle of a transaction: nothing of it stays, later ones work once there is room.
    void aFullDatabaseKeepsNothingHalf()
    {
        QTemporaryDir folder;
        const auto connection = opened(folder.filePath(u"a.db"_s));
        connection->execute(u"CREATE TABLE a (b)"_s);
        const int pages = connection->value(u"PRAGMA page_count"_s).toInt();
        connection->execute(u"PRAGMA max_page_count = %1"_s.arg(pages + 2));
        {
            SqlTransaction transaction(*connection);
            QVERIFY(connection->execute(u"INSERT INTO a VALUES (1)"_s));
            QVERIFY(!connection->execute(u"INSERT INTO a VALUES (zeroblob(100000))"_s));
            // SQLite may have rolled back by itself: this must not become a commit of its own.
            QVERIFY(!SqlStatement(*connection, u"INSERT INTO a VALUES (2)"_s).exec());
            QVERIFY(!transaction.commit());
        }
        QCOMPARE(connection->takeFailure()->providerCode, u"full"_s);
        QCOMPARE(connection->value(u"SELECT count(*) FROM a"_s).toInt(), 0);
        connection->execute(u"PRAGMA max_page_count = 100000"_s);
        SqlTransaction transaction(*connection);
        QVERIFY(connection->execute(u"INSERT INTO a VALUES (3)"_s));
        QVERIFY(transaction.commit());
    }

    void aReadOnlyFolderIsAnError()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        QTemporaryDir folder;
        QVERIFY(::chmod(qPrintable(folder.path()), 0500) == 0);
        const auto connection = SqlConnection::open(folder.filePath(u"a.db"_s), SqlConnection::Mode::ReadWrite, Millis(0));
        ::chmod(qPrintable(folder.path()), 0700);
        QCOMPARE(connection.error().providerCode, u"cannot-open"_s);
    }

private:
    static std::unique_ptr<SqlConnection> opened(const QString &file)
    {
        return SqlConnection::open(file, SqlConnection::Mode::ReadWrite, SqlConnection::defaultBusyTimeout).value();
    }

    static int modeOf(const QString &path)
    {
        struct stat status {};
        return ::stat(qPrintable(path), &status) == 0 ? int(status.st_mode & 07777) : -1;
    }
};

QTEST_GUILESS_MAIN(TestSqlStatement)
#include "tst_sqlstatement.moc"
