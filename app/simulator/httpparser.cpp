// SPDX-License-Identifier: MIT
#include "simulator/httpparser.h"

#include <algorithm>
#include <utility>

namespace textback {

namespace {

constexpr qsizetype maximumLine = 8 * 1024;

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isVisible(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x7f;
    });
}

} // namespace

HttpParser::State HttpParser::parse()
{
    QByteArray line;
    for (;;) {
        switch (m_phase) {
        case Phase::Head: {
            // An empty line before the request line is forgiven, as RFC 9112 2.2 asks.
            while (m_buffer.startsWith("\r\n"))
                m_buffer.remove(0, 2);
            const qsizetype end = m_buffer.indexOf("\r\n\r\n");
            if (end > maximumHead || (end < 0 && m_buffer.size() > maximumHead))
                return fail(431);
            if (end < 0)
                return State::NeedMore;
            const QByteArray head = m_buffer.left(end);
            m_buffer.remove(0, end + 4);
            m_request = {};
            if (!parseHead(head) || !readFraming())
                return fail(m_errorStatus);
            break;
        }
        case Phase::Body:
        case Phase::ChunkData: {
            const qsizetype part = std::min(m_expected, m_buffer.size());
            m_request.body += m_buffer.left(part);
            m_buffer.remove(0, part);
            m_expected -= part;
            if (m_expected > 0)
                return State::NeedMore;
            m_phase = m_phase == Phase::Body ? Phase::Done : Phase::ChunkEnd;
            break;
        }
        case Phase::ChunkSize:
            if (!takeLine(line))
                return m_phase == Phase::Broken ? State::Broken : State::NeedMore;
            if (!parseChunkSize(line))
                return fail(m_errorStatus);
            break;
        case Phase::ChunkEnd:
            if (m_buffer.size() < 2)
                return State::NeedMore;
            if (!m_buffer.startsWith("\r\n"))
                return fail(400);
            m_buffer.remove(0, 2);
            m_phase = Phase::ChunkSize;
            break;
        case Phase::Trailer:
            if (!takeLine(line))
                return m_phase == Phase::Broken ? State::Broken : State::NeedMore;
            if (line.isEmpty())
                m_phase = Phase::Done;
            break;
        case Phase::Done:
            return State::Complete;
        case Phase::Broken:
            return State::Broken;
        }
    }
}

HttpRequest HttpParser::takeRequest()
{
    m_phase = Phase::Head;
    m_expectation = false;
    return std::exchange(m_request, {});
}

bool HttpParser::takeExpectation()
{
    return std::exchange(m_expectation, false);
}

HttpParser::State HttpParser::fail(int status)
{
    m_phase = Phase::Broken;
    m_errorStatus = status;
    m_buffer.clear();
    return State::Broken;
}

bool HttpParser::parseHead(const QByteArray &head)
{
    m_errorStatus = 400;
    const QList<QByteArray> lines = head.split('\n');
    if (lines.size() > maximumHeaders + 1) {
        m_errorStatus = 431;
        return false;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray line = lines[i];
        if (i + 1 < lines.size()) {
            if (!line.endsWith('\r'))
                return false;
            line.chop(1);
        }
        if (line.contains('\r') || line.contains('\0'))
            return false;
        if (i == 0) {
            if (!parseRequestLine(line))
                return false;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.left(colon)))
            return false; // this also refuses folded lines
        m_request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    return true;
}

bool HttpParser::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]))
        return false;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
        m_errorStatus = parts[2].startsWith("HTTP/") ? 505 : 400;
        return false;
    }
    m_http10 = parts[2] == "HTTP/1.0";
    m_request.method = parts[0];
    m_request.target = parts[1];
    if (m_request.target.size() > maximumLine) {
        m_errorStatus = 414;
        return false;
    }
    if (!m_request.target.startsWith('/') || !isVisible(m_request.target))
        return false;
    const qsizetype question = m_request.target.indexOf('?');
    const QByteArray path = question < 0 ? m_request.target : m_request.target.left(question);
    m_request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(path));
    if (question >= 0)
        m_request.query = parseForm(m_request.target.mid(question + 1));
    return true;
}

/// How long the body is and whether the connection stays.
bool HttpParser::readFraming()
{
    QByteArray length;
    bool chunked = false;
    m_request.keepAlive = !m_http10;
    for (const auto &[name, value] : m_request.headers) {
        const QByteArray lower = value.toLower();
        if (name == "content-length") {
            if (!length.isNull() && length != value)
                return false;
            length = value;
        } else if (name == "transfer-encoding") {
            if (lower != "chunked" || m_http10) {
                m_errorStatus = 501;
                return false;
            }
            chunked = true;
        } else if (name == "connection") {
            if (lower.contains("close"))
                m_request.keepAlive = false;
            else if (lower.contains("keep-alive"))
                m_request.keepAlive = true;
        } else if (name == "expect" && lower == "100-continue") {
            m_expectation = !m_http10;
        }
    }
    if (!m_http10 && m_request.header("host").isEmpty())
        return false;
    if (chunked) {
        m_phase = Phase::ChunkSize;
        return length.isNull(); // both at once is how requests are smuggled
    }
    if (length.isNull()) {
        m_phase = Phase::Done;
        return true;
    }
    const bool digits =
        !length.isEmpty() && length.size() <= 12 && std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        return false;
    m_expected = length.toLongLong();
    if (m_expected > maximumBody) {
        m_errorStatus = 413;
        return false;
    }
    m_phase = Phase::Body;
    return true;
}

bool HttpParser::parseChunkSize(const QByteArray &line)
{
    m_errorStatus = 400;
    const qsizetype semicolon = line.indexOf(';');
    const QByteArray digits = (semicolon < 0 ? line : line.left(semicolon)).trimmed();
    bool ok = false;
    const qlonglong size = digits.size() > 8 || digits.startsWith('+') || digits.startsWith('-') ? 0 : digits.toLongLong(&ok, 16);
    if (!ok || size < 0)
        return false;
    if (m_request.body.size() + size > maximumBody) {
        m_errorStatus = 413;
        return false;
    }
    m_expected = size;
    m_phase = size == 0 ? Phase::Trailer : Phase::ChunkData;
    return true;
}

bool HttpParser::takeLine(QByteArray &line)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end > maximumLine || (end < 0 && m_buffer.size() > maximumLine)) {
        fail(400);
        return false;
    }
    if (end < 0)
        return false;
    line = m_buffer.left(end);
    m_buffer.remove(0, end + 2);
    return true;
}

} // namespace textback
