// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/httpmessage.h"

#include <QByteArray>

namespace textback {

/// Reads HTTP/1.0 and 1.1 requests from a stream of bytes: Content-Length and chunked bodies, strict about everything that could be read in
/// two ways (two lengths, folded headers, spaces before a colon), with limits, so that garbage costs nothing.
class HttpParser {
public:
    static constexpr qsizetype maximumHead = 32 * 1024;
    static constexpr qsizetype maximumBody = 1024 * 1024;
    static constexpr int maximumHeaders = 100;

    enum class State {
        NeedMore,
        Complete, ///< takeRequest() has it
        Broken,   ///< answer errorStatus() and close; nothing more can be read
    };

    /// Adds bytes as they come.
    void append(const QByteArray &bytes) { m_buffer += bytes; }
    /// Reads on.
    State parse();
    /// The request that is complete; reading goes on with the next one.
    HttpRequest takeRequest();
    int errorStatus() const { return m_errorStatus; }
    /// The client waits for "100 Continue" before it sends the body; true once per request.
    bool takeExpectation();
    /// Nothing of a next request has come yet.
    bool isIdle() const { return m_phase == Phase::Head && m_buffer.isEmpty(); }
    qsizetype buffered() const { return m_buffer.size(); }

private:
    enum class Phase { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Done, Broken };

    State fail(int status);
    bool parseHead(const QByteArray &head);
    bool parseRequestLine(const QByteArray &line);
    bool readFraming();
    bool parseChunkSize(const QByteArray &line);
    /// Takes one line off the buffer; false if it has not come whole yet.
    bool takeLine(QByteArray &line);

    QByteArray m_buffer;
    HttpRequest m_request;
    Phase m_phase = Phase::Head;
    qsizetype m_expected = 0; ///< bytes of the body or chunk still to come
    bool m_expectation = false;
    bool m_http10 = false;
    int m_errorStatus = 400;
};

} // namespace textback
