// SPDX-License-Identifier: MIT
#include "domain/ports/mediasource.h"
#include "providers/twilio/twilioconnectionfixture.h"
#include "providers/twilio/twiliojson.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;
using namespace std::chrono_literals;

/// Pictures and voicemails over a fake network in virtual time: who is asked for them, and who is told the sign-in.
class TwilioMediaTest : public QObject, private TwilioConnectionFixture {
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void filesAreListedInOneOrder();
    void listsThatAreNone_data();
    void listsThatAreNone();
    void theStorageIsNotToldTheSignIn_data();
    void theStorageIsNotToldTheSignIn();
    void redirectsThatAreRefused_data();
    void redirectsThatAreRefused();
    void aSecondRedirectIsRefused();
    void voicemailsComeAsTheyAre();
    void whatIsNoMore_data();
    void whatIsNoMore();
    void theStoragesNoIsNotOurSignIns();
    void largeFilesAreCut_data();
    void largeFilesAreCut();
    void aStorageThatHangs();
    void secretsOfAddressesAreNotLogged();

private:
    static QByteArray list(const QList<QByteArray> &sids)
    {
        QByteArray rows;
        for (const QByteArray &each : sids)
            rows += (rows.isEmpty() ? "{\"sid\":\"" : ",{\"sid\":\"") + each + "\",\"content_type\":\"image/jpeg\"}";
        return "{\"media_list\":[" + rows + "],\"next_page_uri\":null}";
    }
    static FakeAnswer redirect(const QByteArray &to, int status = 307)
    {
        FakeAnswer answer;
        answer.status = status;
        return answer.with("Location", to);
    }
    static FakeAnswer file(const QByteArray &bytes)
    {
        FakeAnswer answer;
        answer.body = bytes;
        answer.contentType = "image/jpeg";
        return answer;
    }
    Result<QByteArray> fetchFile()
    {
        Result<QByteArray> result = tl::unexpected(Error{ErrorKind::Cancelled, u"no answer came"_s, {}, 0, {}});
        m_connection->media()->fetchFile(QString::fromLatin1(sid("MM", 1)), QString::fromLatin1(sid("ME", 1)),
                                         [&](const Result<QByteArray> &bytes) { result = bytes; });
        m_time->advance(120s);
        return result;
    }
};

void TwilioMediaTest::filesAreListedInOneOrder()
{
    for (const QList<QByteArray> &sids : {QList<QByteArray>{"ME2", "ME1", "ME3"}, QList<QByteArray>{"ME3", "ME2", "ME1"}}) {
        m_network->queue(FakeAnswer::json(list(sids)));
        std::optional<Result<QStringList>> files;
        m_connection->media()->listFiles(u"MM1"_s, [&](const Result<QStringList> &answer) { files = answer; });
        m_time->advance(1s);
        QVERIFY(files && files->has_value());
        QCOMPARE(**files, (QStringList{u"ME1"_s, u"ME2"_s, u"ME3"_s}));
    }
    QCOMPARE(m_network->requests.constLast().url.path(),
             u"/2010-04-01/Accounts/%1/Messages/MM1/Media.json"_s.arg(QString::fromLatin1(accountSid)));
}

void TwilioMediaTest::listsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("web page") << QByteArray("<html>");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("another list") << QByteArray("{\"messages\":[]}");
    QTest::newRow("a way out of the folder") << list({"ME1", "../../Calls"});
    QTest::newRow("a query") << list({"ME1?x=1"});
    QTest::newRow("an empty id") << list({""});
    QTest::newRow("a number") << QByteArray("{\"media_list\":[{\"sid\":7}]}");
}

void TwilioMediaTest::listsThatAreNone()
{
    QFETCH(QByteArray, json);
    const auto files = parseTwilioMedia(json);
    QVERIFY(!files);
    QCOMPARE(toString(files.error().kind), toString(ErrorKind::BadResponse));
}

void TwilioMediaTest::theStorageIsNotToldTheSignIn_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("secured media") << QByteArray("https://mms.twiliocdn.com/AC1/0a1b?Expires=1&Signature=canary");
    QTest::newRow("media") << QByteArray("https://media.twiliocdn.com/AC1/0a1b");
    QTest::newRow("the bucket") << QByteArray("https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/0a1b");
}

void TwilioMediaTest::theStorageIsNotToldTheSignIn()
{
    QFETCH(QByteArray, target);
    m_network->queue(redirect(target));
    m_network->queue(file("\xFF\xD8\xFF picture"));
    const auto bytes = fetchFile();
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    QCOMPARE(*bytes, QByteArray("\xFF\xD8\xFF picture"));
    QCOMPARE(m_network->requests.size(), 2);
    QVERIFY(m_network->requests.at(0).headers.contains("authorization"));
    QCOMPARE(m_network->requests.at(0).url.host(), u"api.twilio.com"_s);
    QVERIFY(!m_network->requests.at(1).headers.contains("authorization"));
    QCOMPARE(m_network->requests.at(1).url.toEncoded(), target);
}

void TwilioMediaTest::redirectsThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("foreign host") << QByteArray("https://example.com/x");
    QTest::newRow("http") << QByteArray("http://mms.twiliocdn.com/AC1/0a1b");
    QTest::newRow("another port") << QByteArray("https://mms.twiliocdn.com:8443/AC1/0a1b");
    QTest::newRow("another bucket") << QByteArray("https://s3-external-1.amazonaws.com/somebodys.bucket/x");
    QTest::newRow("a name that ends alike") << QByteArray("https://evil-mms.twiliocdn.com/x");
    QTest::newRow("a name that begins alike") << QByteArray("https://mms.twiliocdn.com.example.com/x");
    QTest::newRow("with a password") << QByteArray("https://a:b@mms.twiliocdn.com/x");
    QTest::newRow("this computer") << QByteArray("http://127.0.0.1/x");
    QTest::newRow("a file") << QByteArray("file:///etc/hostname");
    QTest::newRow("nowhere") << QByteArray("");
    QTest::newRow("no address") << QByteArray("https://[x");
}

void TwilioMediaTest::redirectsThatAreRefused()
{
    QFETCH(QByteArray, target);
    m_network->queue(redirect(target, 302));
    m_network->setHandler([](const FakeRequest &request) {
        return request.url.host() == "api.twilio.com"_L1 ? FakeAnswer::json("{}", 404) : file("stolen");
    });
    const auto bytes = fetchFile();
    QVERIFY(!bytes);
    for (const FakeRequest &request : m_network->requests)
        QCOMPARE(request.url.host(), u"api.twilio.com"_s);
    if (m_network->requests.size() == 1)
        QCOMPARE(bytes.error().providerCode, redirectCode);
    QVERIFY(!bytes.error().detail.contains("canary"_L1));
}

void TwilioMediaTest::aSecondRedirectIsRefused()
{
    m_network->queue(redirect("https://mms.twiliocdn.com/AC1/0a1b"));
    m_network->queue(redirect("https://media.twiliocdn.com/AC1/0a1b"));
    m_network->setHandler([](const FakeRequest &) { return file("picture"); });
    const auto bytes = fetchFile();
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().providerCode, redirectCode);
    QCOMPARE(m_network->requests.size(), 2);
}

void TwilioMediaTest::voicemailsComeAsTheyAre()
{
    m_network->queue(file("\xFF\xFB\x90 sound"));
    std::optional<Result<QByteArray>> sound;
    m_connection->media()->fetchRecording(u"RE1"_s, [&](const Result<QByteArray> &bytes) { sound = bytes; });
    m_time->advance(1s);
    QVERIFY(sound && sound->has_value());
    QCOMPARE(**sound, QByteArray("\xFF\xFB\x90 sound"));
    QVERIFY(m_network->requests.constFirst().url.path().endsWith("/Recordings/RE1.mp3"_L1));
    QCOMPARE(m_network->requests.constFirst().headers.value("accept"), QByteArray("*/*"));
}

void TwilioMediaTest::whatIsNoMore_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("not found") << 404;
    QTest::newRow("gone") << 410;
}

void TwilioMediaTest::whatIsNoMore()
{
    QFETCH(int, status);
    m_network->queue(FakeAnswer::json("{}", status));
    QCOMPARE(fetchFile().error().httpStatus, status);
    m_network->queue(redirect("https://mms.twiliocdn.com/AC1/0a1b"));
    m_network->queue(FakeAnswer::json("{}", status));
    QCOMPARE(fetchFile().error().httpStatus, status);
}

void TwilioMediaTest::theStoragesNoIsNotOurSignIns()
{
    m_network->queue(redirect("https://mms.twiliocdn.com/AC1/0a1b"));
    m_network->queue(FakeAnswer::json("{}", 401));
    QCOMPARE(toString(fetchFile().error().kind), toString(ErrorKind::Rejected));
    m_network->queue(FakeAnswer::json("{\"code\":20003,\"message\":\"no\",\"status\":401}", 401));
    QCOMPARE(toString(fetchFile().error().kind), toString(ErrorKind::Unauthorized));
}

void TwilioMediaTest::largeFilesAreCut_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("comes");
    constexpr qint64 cap = 16 * 1024 * 1024;
    QTest::newRow("as large as may be") << cap << true;
    QTest::newRow("a byte more") << cap + 1 << false;
}

void TwilioMediaTest::largeFilesAreCut()
{
    QFETCH(qint64, size);
    QFETCH(bool, comes);
    m_network->queue(redirect("https://mms.twiliocdn.com/AC1/0a1b"));
    m_network->queue(file(QByteArray(size, 'x')));
    const auto bytes = fetchFile();
    QCOMPARE(bytes.has_value(), comes);
    if (comes)
        QCOMPARE(bytes->size(), size);
    else
        QCOMPARE(toString(bytes.error().kind), toString(ErrorKind::BadResponse));
}

void TwilioMediaTest::aStorageThatHangs()
{
    m_network->queue(redirect("https://mms.twiliocdn.com/AC1/0a1b"));
    m_network->queue(FakeAnswer::silence());
    QCOMPARE(toString(fetchFile().error().kind), toString(ErrorKind::Timeout));
}

void TwilioMediaTest::secretsOfAddressesAreNotLogged()
{
    static QStringList lines;
    lines.clear();
    QLoggingCategory::setFilterRules(u"textback.http.debug=true"_s);
    const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { lines.append(line); });
    m_network->queue(redirect("https://mms.twiliocdn.com/AC1/0a1b?Signature=canary"));
    m_network->queue(FakeAnswer::failure(QNetworkReply::RemoteHostClosedError, true));
    const auto failed = fetchFile();
    m_network->queue(redirect("https://example.com/?token=canary"));
    const auto refused = fetchFile();
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(!failed && !refused);
    QVERIFY(lines.size() >= 4);
    for (const QString &line : lines + QStringList{failed.error().detail, refused.error().detail})
        QVERIFY2(!line.contains("canary"_L1), qPrintable(line));
}

QTEST_GUILESS_MAIN(TwilioMediaTest)
#include "tst_twiliomedia.moc"
