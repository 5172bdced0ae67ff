// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"
#include "engine/inboxdesk.h"
#include "engine/mediadesk.h"

#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray jpeg = "\xFF\xD8\xFF\xE0 picture";
const QByteArray mp3 = "\xFF\xFB\x90\x64 sound";

/// A line with a customer who sent files, and what the window hears of them.
struct Shown {
    Shown()
    {
        QObject::connect(h.engine->media(), &MediaDesk::mediaChanged, h.engine.get(), [this](const MediaReport &report) {
            const QString state = report.state == MediaReport::State::Loading ? u"loading"_s
                                  : report.state == MediaReport::State::Ready ? mediaSuffix(report.file.type)
                                                                              : toString(report.error->kind);
            told.append((report.key.call.isNull() ? u"file "_s : u"voicemail "_s) + QString::number(report.key.index) + u' ' + state);
            last = report;
        });
    }

    MessageId receive(std::vector<QByteArray> files, int announced = -1)
    {
        sid = h.provider.addReply(maria, u"Look at this"_s);
        h.provider.allTexts.back().message.media = announced < 0 ? int(files.size()) : announced;
        h.provider.files[sid] = std::move(files);
        h.run(10s);
        return newest(h);
    }
    /// The message that came last.
    static MessageId newest(const EngineHarness &harness) { return {harness.cell(u"SELECT max(id) FROM messages"_s).toLongLong()}; }
    CallId voicemail(const QByteArray &sound)
    {
        h.provider.addMissedCall(maria);
        h.run(10s);
        const CallId call{h.cell(u"SELECT max(id) FROM calls"_s).toLongLong()};
        if (!h.store->setCallDetails(call, {1, u"RE1"_s, 22s, false}))
            qFatal("no details");
        h.provider.recordings[u"RE1"_s] = sound;
        return call;
    }
    MediaDesk *desk() const { return h.engine->media(); }
    QStringList take() { return std::exchange(told, {}); }

    EngineHarness h;
    QString sid;
    QStringList told;
    std::optional<MediaReport> last;
};

} // namespace

/// Pictures and voicemails on the engine's side: when the provider is asked for them, and what the window is told.
class TestEngineMedia : public QObject {
    Q_OBJECT

private slots:
    void nothingIsFetchedBeforeSomebodyLooks();
    void whatWasFetchedIsNotAskedForAgain();
    void aFailureStaysUntilSomebodyAsksAgain();
    void aBrokenConnectionIsToldOnce();
    void aListThatIsShorterThanAnnounced();
    void ofVeryManyOnlyTheFirstTen();
    void voicemails_data();
    void voicemails();
    void aViewerLooksAsWell();
    void beforeTheAccountIsConnected();
    void aNewSignInGoesOn();
    void theNewestLookComesFirst();
    void aFullDiskIsToldAndTriedAgain();
    void nothingAfterTheEnd();
    void whatABackupForgotIsNotMixedUp();
    void nothingIsKeptOfAnErasedPerson();
    void filesGoAfterADeletionThatWasCutOff();
};

void TestEngineMedia::nothingIsFetchedBeforeSomebodyLooks()
{
    Shown s;
    s.h.startWatching();
    s.receive({jpeg});
    s.h.run(1h);
    QVERIFY(s.h.provider.mediaAsked.isEmpty());
    QVERIFY(s.told.isEmpty());
}

void TestEngineMedia::whatWasFetchedIsNotAskedForAgain()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg, "%PDF-1.7"});
    s.desk()->showFiles(message, false);
    s.desk()->showFiles(message, false); // while it is under way
    s.h.run(5s);
    QCOMPARE(s.h.provider.mediaAsked, (QStringList{u"list "_s + s.sid, u"file %1 0"_s.arg(s.sid), u"file %1 1"_s.arg(s.sid)}));
    QCOMPARE(s.take(), (QStringList{u"file 0 loading"_s, u"file 1 loading"_s, u"file 0 loading"_s, u"file 1 loading"_s, u"file 0 jpg"_s,
                                    u"file 1 pdf"_s}));
    QVERIFY(s.last->key == (MediaKey{message, {}, 1}));
    QCOMPARE(s.last->file.size, 8);
    for (const bool again : {false, true})
        s.desk()->showFiles(message, again);
    QCOMPARE(s.take(), (QStringList{u"file 0 jpg"_s, u"file 1 pdf"_s, u"file 0 jpg"_s, u"file 1 pdf"_s}));
    s.h.run(5s);
    QCOMPARE(s.h.provider.mediaAsked.size(), 3);
    QVERIFY(!s.last->file.path.contains(s.sid)); // named by us, not by the provider
}

void TestEngineMedia::aFailureStaysUntilSomebodyAsksAgain()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    Error gone;
    gone.kind = ErrorKind::Rejected;
    gone.httpStatus = 410;
    s.h.provider.mediaError = gone;
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    QCOMPARE(s.take(), (QStringList{u"file 0 loading"_s, u"file 0 rejected"_s}));
    QCOMPARE(s.last->error->httpStatus, 410);
    s.h.provider.mediaError.reset();
    const qsizetype asked = s.h.provider.mediaAsked.size();
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    QCOMPARE(s.take(), QStringList{u"file 0 rejected"_s});
    QCOMPARE(s.h.provider.mediaAsked.size(), asked);
    s.desk()->showFiles(message, true);
    s.h.run(5s);
    QCOMPARE(s.take(), (QStringList{u"file 0 loading"_s, u"file 0 jpg"_s}));
}

void TestEngineMedia::aBrokenConnectionIsToldOnce()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg, jpeg, jpeg});
    s.desk()->showFiles(message, false);
    s.h.run(70ms); // the list is there
    QCOMPARE(s.h.provider.mediaAsked.size(), 2);
    s.h.provider.mediaError = Error{};
    s.h.run(5s);
    QCOMPARE(s.h.provider.mediaAsked.size(), 2); // nobody waits for three time-outs
    QCOMPARE(s.take().mid(3), (QStringList{u"file 0 network"_s, u"file 1 network"_s, u"file 2 network"_s}));
}

void TestEngineMedia::aListThatIsShorterThanAnnounced()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg}, 2);
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    QCOMPARE(s.take().mid(2), (QStringList{u"file 0 jpg"_s, u"file 1 rejected"_s}));
    QCOMPARE(s.last->error->httpStatus, 404);
}

void TestEngineMedia::ofVeryManyOnlyTheFirstTen()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive(std::vector<QByteArray>(40, jpeg));
    s.desk()->showFiles(message, false);
    s.h.run(10s);
    QCOMPARE(s.h.provider.mediaAsked.size(), 1 + mostFilesOfMessage);
}

void TestEngineMedia::voicemails_data()
{
    QTest::addColumn<QByteArray>("sound");
    QTest::addColumn<QString>("end");
    QTest::newRow("MP3") << mp3 << u"voicemail 0 mp3"_s;
    QTest::newRow("a web page") << QByteArray("<html>") << u"voicemail 0 bad-response"_s;
    QTest::newRow("a picture") << jpeg << u"voicemail 0 bad-response"_s;
    QTest::newRow("nothing") << QByteArray() << u"voicemail 0 bad-response"_s;
}

void TestEngineMedia::voicemails()
{
    QFETCH(QByteArray, sound);
    QFETCH(QString, end);
    Shown s;
    s.h.startWatching();
    const CallId call = s.voicemail(sound);
    s.desk()->showVoicemail(call, false);
    s.h.run(5s);
    QCOMPARE(s.take(), (QStringList{u"voicemail 0 loading"_s, end}));
    QCOMPARE(s.h.provider.mediaAsked, QStringList{u"recording RE1"_s});
    const bool kept = end.endsWith("mp3"_L1);
    QCOMPARE(s.h.media.files.size(), kept ? 1 : 0);
    if (!kept)
        QCOMPARE(s.last->error->providerCode, notSoundCode);
}

void TestEngineMedia::aViewerLooksAsWell()
{
    Shown s;
    s.h.settings.thisPc.role = DeviceRole::Viewer;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    QCOMPARE(s.take().constLast(), u"file 0 jpg"_s);
}

void TestEngineMedia::beforeTheAccountIsConnected()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    s.h.engine->holdForKeychain({});
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    QCOMPARE(s.take(), QStringList{u"file 0 network"_s});
    QVERIFY(s.h.provider.mediaAsked.isEmpty());
    s.h.engine->start({});
    s.h.run(5s);
    QCOMPARE(s.take(), (QStringList{u"file 0 loading"_s, u"file 0 jpg"_s}));
}

void TestEngineMedia::aNewSignInGoesOn()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    s.desk()->showFiles(message, false);
    s.h.run(10ms);
    AccountSecrets secrets;
    secrets.insert(u"authToken"_s, Secret("another"));
    s.h.engine->applySettings(s.h.settings, secrets); // ends the session under the request
    s.h.run(5s);
    QCOMPARE(s.take().constLast(), u"file 0 jpg"_s);
    QCOMPARE(s.h.media.files.size(), 1);
}

void TestEngineMedia::theNewestLookComesFirst()
{
    Shown s;
    s.h.startWatching();
    std::vector<MessageId> messages;
    QStringList sids;
    for (int i = 0; i < 4; ++i) {
        messages.push_back(s.receive({jpeg}));
        sids.append(s.sid);
    }
    for (const MessageId message : messages)
        s.desk()->showFiles(message, false);
    s.h.run(10ms);
    QCOMPARE(s.h.provider.mediaAsked, (QStringList{u"list "_s + sids.at(0), u"list "_s + sids.at(1)})); // two at once
    s.h.run(5s);
    QStringList lists;
    for (const QString &asked : std::as_const(s.h.provider.mediaAsked)) {
        if (asked.startsWith("list"_L1))
            lists.append(asked.mid(5));
    }
    QCOMPARE(lists, (QStringList{sids.at(0), sids.at(1), sids.at(3), sids.at(2)}));
}

void TestEngineMedia::aFullDiskIsToldAndTriedAgain()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    s.h.media.full = true;
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    QCOMPARE(s.take().constLast(), u"file 0 storage"_s);
    s.h.media.full = false;
    s.desk()->showFiles(message, true);
    s.h.run(5s);
    QCOMPARE(s.take().constLast(), u"file 0 jpg"_s);
}

void TestEngineMedia::nothingAfterTheEnd()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg, jpeg});
    s.desk()->showFiles(message, false);
    s.h.run(10ms);
    s.take();
    s.h.engine->stop();
    s.desk()->showFiles(message, true);
    s.desk()->showVoicemail(CallId{1}, true);
    s.h.run(1min);
    QCOMPARE(s.h.provider.mediaAsked.size(), 1);
    QVERIFY(s.told.isEmpty());
    QVERIFY(s.h.media.files.isEmpty());
    QCOMPARE(s.h.stopped, 1);
}

/// After a restore ids of the database may stand for other messages than those whose files are kept.
void TestEngineMedia::whatABackupForgotIsNotMixedUp()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    const QString kept = s.last->file.path;
    s.h.engine->stop();
    EngineHarness other(s.h, 2);
    other.settings = s.h.settings;
    for (auto &text : other.provider.allTexts) {
        if (text.message.providerMessageId == s.sid)
            text.message.providerMessageId = u"SMother"_s;
    }
    other.provider.files[u"SMother"_s] = {"%PDF-1.7"};
    other.startWatching();
    other.run(10s);
    QVERIFY(Shown::newest(other) == message); // the same id, another message
    std::optional<MediaReport> last;
    QObject::connect(other.engine->media(), &MediaDesk::mediaChanged, other.engine.get(),
                     [&](const MediaReport &report) { last = report; });
    other.media.files = s.h.media.files;
    other.engine->media()->showFiles(message, false);
    other.run(5s);
    QVERIFY(last && last->state == MediaReport::State::Ready);
    QVERIFY(last->file.path != kept);
    QCOMPARE(mediaSuffix(last->file.type), u"pdf"_s);
}

void TestEngineMedia::nothingIsKeptOfAnErasedPerson()
{
    Shown s;
    s.h.startWatching();
    const MessageId first = s.receive({jpeg});
    s.desk()->showFiles(first, false);
    s.h.run(5s);
    QCOMPARE(s.h.media.files.size(), 1);
    const MessageId second = s.receive({jpeg});
    const QString other = s.h.provider.addReply(bob, u"And mine"_s);
    s.h.provider.allTexts.back().message.media = 1;
    s.h.provider.files[other] = {jpeg};
    s.h.run(10s);
    // Both are under way when one of the two is deleted.
    s.desk()->showFiles(second, false);
    s.desk()->showFiles(Shown::newest(s.h), false);
    s.h.engine->inbox()->erasePerson(s.h.conversation(maria));
    QCOMPARE(s.h.media.files.size(), 0);
    s.h.run(10s);
    QCOMPARE(s.h.media.files.size(), 1);
    QVERIFY(s.last->key.message == Shown::newest(s.h) && s.last->state == MediaReport::State::Ready);
}

/// The program ends right after a person is deleted, before their files are.
void TestEngineMedia::filesGoAfterADeletionThatWasCutOff()
{
    Shown s;
    s.h.startWatching();
    const MessageId message = s.receive({jpeg});
    s.desk()->showFiles(message, false);
    s.h.run(5s);
    const QMap<QString, KeptFile> files = s.h.media.files;
    QCOMPARE(files.size(), 1);
    s.h.engine->inbox()->erasePerson(s.h.conversation(maria));
    s.h.media.files = files;
    s.h.kill();
    s.h.restart();
    s.h.run(1s);
    QVERIFY(s.h.media.files.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineMedia)
#include "tst_enginemedia.moc"
