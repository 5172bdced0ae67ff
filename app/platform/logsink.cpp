// SPDX-License-Identifier: MIT
#include "platform/logsink.h"

#include "platform/logfile.h"
#include "platform/systemclock.h"

#include <QByteArray>
#include <QDateTime>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

// Qt's message handler is a plain function: a pointer is the only way from it to the object. Set once by main() before there are threads.
std::atomic<LogSink *> current = nullptr;

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "error"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "info"_L1;
}

/// How a secret may stand in a line: as it is, percent-encoded, and inside base64, where its letters depend on how many bytes stood before it
/// (three ways). The ends of those, which depend on the neighbours, are left out.
QList<QByteArray> spellings(const QByteArray &secret)
{
    QList<QByteArray> result{secret, secret.toPercentEncoding()};
    for (const int before : {0, 1, 2}) {
        const qsizetype whole = (before + secret.size()) / 3 * 3;
        const QByteArray encoded = (QByteArray(before, '\0') + secret).left(whole).toBase64();
        const QByteArray certain = encoded.mid(before == 0 ? 0 : 4);
        if (certain.size() >= 6)
            result.append(certain);
    }
    return result;
}

/// Replaces telephone numbers, keeping the last four digits. A run of 7 to 15 digits counts as one, with the usual separators inside,
/// unless it is part of a word (an identifier, a hash) or of a time or a decimal fraction.
QString withoutNumbers(const QString &line)
{
    static const QRegularExpression number(u"(?<![\\w.:#-])\\+?\\(?\\d(?:[ ().-]{0,2}\\d){6,14}(?![\\w:])"_s);
    QString result;
    qsizetype from = 0;
    for (auto matches = number.globalMatch(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(line).mid(from, match.capturedStart() - from);
        result += u'…';
        result += QStringView(line).mid(match.capturedEnd() - 4, 4);
        from = match.capturedEnd();
    }
    result += QStringView(line).mid(from);
    return result;
}

} // namespace

QString redacted(const QString &line, const std::vector<Secret> &secrets)
{
    QString result = line;
    for (const Secret &secret : secrets) {
        // A very short one would turn ordinary words into holes, and says nothing by itself.
        if (secret.reveal().size() < 6)
            continue;
        for (const QByteArray &spelling : spellings(secret.reveal()))
            result.replace(QString::fromUtf8(spelling), u"[secret]"_s);
    }
    static const QRegularExpression header(u"\\b(Basic|Bearer)\\s+[A-Za-z0-9+/=._~-]{6,}"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pair(
        u"\\b(auth[_-]?token|api[_-]?secret|password|passwd|secret|token)(\"?\\s*[=:]\\s*\"?)[^\\s\"&,;}]{4,}"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(u"(\\w+://)[^\\s/@]+:[^\\s/@]+@"_s);
    // Twilio's auth tokens are 32 hexadecimal digits; its identifiers have two letters before them and stay readable.
    static const QRegularExpression token(u"(?<![A-Za-z0-9])[0-9a-f]{32}(?![A-Za-z0-9])"_s);
    result.replace(header, u"\\1 [secret]"_s);
    result.replace(pair, u"\\1\\2[secret]"_s);
    result.replace(userInfo, u"\\1[secret]@"_s);
    result.replace(token, u"[secret]"_s);
    static const QRegularExpression encodedPlus(u"%2[Bb](?=\\d)"_s); // a number in an address
    result.replace(encodedPlus, u"+"_s);
    result.replace(u'\n', u' ');
    result.replace(u'\r', u' ');
    return withoutNumbers(result);
}

LogSink::LogSink()
    : m_secrets(std::make_shared<const std::vector<Secret>>())
    , m_before(nullptr)
{
    current = this;
    m_before = qInstallMessageHandler(&LogSink::handle);
}

LogSink::~LogSink()
{
    qInstallMessageHandler(m_before);
    current = nullptr;
}

void LogSink::hide(std::vector<Secret> secrets)
{
    m_secrets.store(std::make_shared<const std::vector<Secret>>(std::move(secrets)));
}

void LogSink::writeTo(std::shared_ptr<LogFile> file)
{
    m_file.store(std::move(file));
}

void LogSink::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (LogSink *sink = current.load())
        sink->write(type, context, text);
    if (type == QtFatalMsg)
        std::abort();
}

void LogSink::write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toUnixMillis(SystemClock().utcNow()), Qt::UTC);
    const QString line =
        u"%1 %2 %3: %4\n"_s.arg(now.toString(Qt::ISODateWithMs), levelName(type),
                                QString::fromUtf8(context.category ? context.category : "default"), redacted(text, *m_secrets.load()));
    const QByteArray bytes = line.toUtf8();
    // One call, so that lines of several threads do not mix.
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
    if (const std::shared_ptr<LogFile> file = m_file.load())
        file->append(bytes);
}

} // namespace textback
