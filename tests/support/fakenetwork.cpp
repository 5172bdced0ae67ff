// SPDX-License-Identifier: MIT
#include "support/fakenetwork.h"

#include <QDateTime>
#include <QIODevice>
#include <QLocale>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace textback::test {

namespace {

QNetworkReply::NetworkError errorOfStatus(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        break;
    }
    if (status >= 500)
        return QNetworkReply::UnknownServerError;
    if (status >= 400)
        return QNetworkReply::UnknownContentError;
    return QNetworkReply::NoError;
}

class FakeReply final : public QNetworkReply {
public:
    FakeReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    void scheduleAnswer(Scheduler &scheduler, const FakeAnswer &answer, const QByteArray &date)
    {
        m_call = scheduler.callAfter(answer.delay, [this, answer, date] { give(answer, date); });
    }

    void abort() override
    {
        if (isFinished())
            return;
        m_call.cancel();
        setError(OperationCanceledError, u"Operation canceled"_s);
        setFinished(true);
        emit errorOccurred(OperationCanceledError);
        emit finished();
    }

    qint64 bytesAvailable() const override { return m_body.size() - m_position; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = qMin<qint64>(maximum, m_body.size() - m_position);
        if (count <= 0)
            return isFinished() ? -1 : 0;
        std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
        m_position += count;
        return count;
    }

private:
    void give(const FakeAnswer &answer, const QByteArray &date)
    {
        NetworkError problem = answer.error;
        if (answer.status != 0) {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
            setRawHeader("Content-Type", answer.contentType);
            if (answer.sendsDate)
                setRawHeader("Date", date);
            for (const auto &[name, value] : answer.headers)
                setRawHeader(name, value);
            if (problem == NoError)
                problem = errorOfStatus(answer.status);
            emit metaDataChanged();
            if (isFinished())
                return;
            m_body = answer.body;
            if (!m_body.isEmpty())
                emit readyRead();
            if (isFinished())
                return;
        }
        setFinished(true);
        if (problem != NoError) {
            setError(problem, u"scripted error %1"_s.arg(static_cast<int>(problem)));
            emit errorOccurred(problem);
        }
        emit finished();
    }

    QByteArray m_body;
    qsizetype m_position = 0;
    ScheduledCall m_call;
};

} // namespace

QString FakeRequest::parameter(const QString &name) const
{
    QUrlQuery query(url);
    if (!body.isEmpty())
        query.setQuery(QString::fromLatin1(body));
    return query.queryItemValue(QString::fromLatin1(QUrl::toPercentEncoding(name)), QUrl::FullyDecoded);
}

FakeAnswer FakeAnswer::json(const QByteArray &body, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

FakeAnswer FakeAnswer::failure(QNetworkReply::NetworkError error, bool afterSending)
{
    FakeAnswer answer;
    answer.status = 0;
    answer.error = error;
    answer.readsBody = afterSending;
    return answer;
}

FakeAnswer FakeAnswer::silence()
{
    FakeAnswer answer;
    answer.hangs = true;
    return answer;
}

FakeAnswer FakeAnswer::with(const QByteArray &header, const QByteArray &value) const
{
    FakeAnswer answer = *this;
    answer.headers.append({header, value});
    return answer;
}

FakeAnswer FakeAnswer::after(Millis span) const
{
    FakeAnswer answer = *this;
    answer.delay = span;
    return answer;
}

FakeNetwork::FakeNetwork(const Clock &clock, Scheduler &scheduler)
    : m_clock(clock)
    , m_scheduler(scheduler)
{
}

int FakeNetwork::countOf(const QByteArray &method) const
{
    return static_cast<int>(
        std::count_if(requests.begin(), requests.end(), [&](const FakeRequest &request) { return request.method == method; }));
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *upload)
{
    FakeRequest arrived;
    arrived.method = operation == GetOperation ? "GET" : operation == PostOperation ? "POST" : "OTHER";
    arrived.url = request.url();
    arrived.qt = request;
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        arrived.headers.insert(name.toLower(), request.rawHeader(name));
    // A script may look at the body of a request that "never left": it is peeked at only when the network is to read it.
    auto *reply = new FakeReply(request, operation, this);
    FakeAnswer answer = FakeAnswer::json("{}", 404);
    bool isChosen = false;
    if (!m_queue.empty()) {
        answer = m_queue.front();
        m_queue.pop_front();
        isChosen = true;
    }
    if (upload && (!isChosen || answer.readsBody))
        arrived.body = upload->readAll();
    requests.append(arrived);
    if (!isChosen && m_handler)
        answer = m_handler(arrived);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toUnixMillis(m_clock.utcNow()), QTimeZone::utc());
    const QByteArray date = QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    if (!answer.hangs)
        reply->scheduleAnswer(m_scheduler, answer, date);
    return reply;
}

} // namespace textback::test
