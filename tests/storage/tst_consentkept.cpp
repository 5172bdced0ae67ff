// SPDX-License-Identifier: MIT
#include "domain/ports/consentstore.h"
#include "domain/ports/inboxstore.h"
#include "storage/backupfolder.h"
#include "storage/databasebackup.h"
#include "storage/samples.h"
#include "storage/sqlevidencereader.h"
#include "storage/storeopening.h"
#include "support/virtualtime.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace textback;
using namespace textback::test;

/// Who said STOP stays opted out, whatever becomes of the contact, the sign-in or the database (rules.md C9).
class TestConsentKept : public QObject {
    Q_OBJECT

private slots:
    void init();
    void c09RenamingAndEmptyingTheContact();
    void c09AnotherSignIn();
    void c09RestoringABackup();
    void c09AFileThatNeverKnew();
    void c09TenYearsLater();
    void c09NoStatementTakesFromIt();

private:
    QString file() const { return m_folder->filePath(u"textback.db"_s); }
    std::unique_ptr<SqlStore> opened() { return std::move(openStore(file(), *m_time)->store); }
    void optOut(SqlStore &store, const PhoneNumber &number)
    {
        QVERIFY(store.ensureConversation(party(number)));
        QVERIFY(store.consent().recordConsent({number, true, at(10), u"text"_s, u"STOP"_s}));
    }
    void checkKept(SqlStore &store, const PhoneNumber &number) const
    {
        QVERIFY(store.consent().isOptedOut(number).value());
        const std::vector<EvidenceConsent> log = SqlEvidenceReader(file()).evidence(number)->consents;
        QCOMPARE(log.size(), size_t(1));
        QVERIFY(log[0] == (EvidenceConsent{at(10), true, u"text"_s, u"STOP"_s}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<VirtualTime> m_time;
};

void TestConsentKept::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_time = std::make_unique<VirtualTime>();
}

void TestConsentKept::c09RenamingAndEmptyingTheContact()
{
    const auto store = opened();
    optOut(*store, caller());
    const ConversationId conversation = store->ensureConversation(party(caller())).value();
    for (const QString &name : {u"Maria"_s, QString(), u"Maria again"_s}) {
        QVERIFY(store->inbox().renameContact(conversation, name));
        checkKept(*store, caller());
        QVERIFY(store->conversation(conversation)->value().optedOut);
    }
}

void TestConsentKept::c09AnotherSignIn()
{
    const auto store = opened();
    store->openAccount(u"twilio"_s, u"AC1"_s).value();
    optOut(*store, caller());
    // Also one whose conversation is only made now, as after an import.
    QVERIFY(store->consent().recordConsent({caller(2), true, at(10), u"text"_s, u"STOP"_s}));
    const AccountId second = store->openAccount(u"twilio"_s, u"AC2"_s)->id;
    for (const PhoneNumber &number : {caller(), caller(2)}) {
        const CallId call = store->upsertLegs(second, {rootLeg(u"CA-"_s + number.e164(), number, 100)}).value().at(0);
        const ConversationId conversation = store->ensureConversation(party(number)).value();
        QVERIFY(store->attachCall(call, conversation));
        QVERIFY(store->callerHistory(number, store->call(call).value())->optedOut);
        QVERIFY(store->conversation(conversation)->value().optedOut);
        checkKept(*store, number);
    }
}

void TestConsentKept::c09RestoringABackup()
{
    {
        const auto store = opened();
        optOut(*store, caller(1)); // in the backup
        QVERIFY(backUpDatabase(file(), m_time->utcNow()));
        optOut(*store, caller(2)); // not in it
    }
    m_time->advance(1h);
    const Result<OpenedStore> restored = openStore(file(), *m_time, u"newest"_s);
    QVERIFY(restored);
    checkKept(*restored->store, caller(1));
    checkKept(*restored->store, caller(2));
}

/// Going back to a file of before the first opt-out.
void TestConsentKept::c09AFileThatNeverKnew()
{
    {
        const auto store = opened();
        QVERIFY(backUpDatabase(file(), m_time->utcNow()));
        optOut(*store, caller());
    }
    const QString old = m_folder->filePath(u"old.db"_s);
    QVERIFY(QFile::copy(BackupFolder(file()).files().front().path, old));
    const Result<OpenedStore> restored = openStore(file(), *m_time, old);
    QVERIFY(restored);
    QCOMPARE(restored->restored->consentsMerged, 1);
    checkKept(*restored->store, caller());
}

void TestConsentKept::c09TenYearsLater()
{
    {
        const auto store = opened();
        optOut(*store, caller());
    }
    m_time->advance(24h * 365 * 11);
    const auto store = opened();
    checkKept(*store, caller());
}

/// No code of ours takes a row from the proofs, or rewrites one.
void TestConsentKept::c09NoStatementTakesFromIt()
{
    // In C++ a statement may be broken into several literals.
    static const QRegularExpression joint(uR"re("\s*u?")re"_s);
    static const QRegularExpression forbidden(
        uR"re(\b(DELETE\s+FROM|DROP\s+TABLE(\s+IF\s+EXISTS)?|REPLACE\s+INTO|UPDATE(\s+OR\s+\w+)?)\s+(consent_log|consents)\b)re"_s,
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY(u"delete from\nconsent_log"_s.contains(forbidden) && u"DROP TABLE consents"_s.contains(forbidden));
    QVERIFY(u"UPDATE consent_log SET"_s.contains(forbidden) && !u"DELETE FROM consent_log_x"_s.contains(forbidden));
    int files = 0;
    for (QDirIterator sources(QStringLiteral(TEXTBACK_SOURCE_DIR "/app"), {u"*.cpp"_s, u"*.h"_s, u"*.sql"_s}, QDir::Files,
                              QDirIterator::Subdirectories);
         sources.hasNext();) {
        QFile source(sources.next());
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(source.readAll()).remove(joint);
        QVERIFY2(!text.contains(forbidden), qPrintable(source.fileName()));
        ++files;
    }
    QVERIFY(files > 200);
}

QTEST_GUILESS_MAIN(TestConsentKept)
#include "tst_consentkept.moc"
