// SPDX-License-Identifier: MIT
#include "fuzz/fuzz.h"

#include "simulator/httpparser.h"

#include <algorithm>

using namespace textback;

namespace {

/// All that the parser said about a stream of bytes.
struct Reading {
    QList<HttpRequest> requests;
    HttpParser::State last = HttpParser::State::NeedMore;
    int errorStatus = 0;
};

Reading read(const QByteArray &bytes, qsizetype pieceSize)
{
    HttpParser parser;
    Reading reading;
    for (qsizetype at = 0; at < bytes.size() && reading.last != HttpParser::State::Broken; at += pieceSize) {
        parser.append(bytes.mid(at, pieceSize));
        while ((reading.last = parser.parse()) == HttpParser::State::Complete)
            reading.requests.append(parser.takeRequest());
    }
    if (reading.last == HttpParser::State::Broken) {
        reading.errorStatus = parser.errorStatus();
        FUZZ_PROMISE(parser.buffered() == 0);
        parser.append("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        FUZZ_PROMISE(parser.parse() == HttpParser::State::Broken); // and it stays so
    }
    return reading;
}

bool same(const HttpRequest &a, const HttpRequest &b)
{
    return a.method == b.method && a.target == b.target && a.path == b.path && a.query == b.query && a.headers == b.headers &&
           a.body == b.body && a.keepAlive == b.keepAlive;
}

void check(const HttpRequest &request)
{
    FUZZ_PROMISE(!request.method.isEmpty());
    FUZZ_PROMISE(request.target.startsWith('/'));
    FUZZ_PROMISE(request.body.size() <= HttpParser::maximumBody);
    FUZZ_PROMISE(request.headers.size() <= HttpParser::maximumHeaders);
    for (const auto &[name, value] : request.headers) {
        FUZZ_PROMISE(name == name.toLower());
        // A line break in a header is how an answer or a second request is smuggled in.
        FUZZ_PROMISE(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'));
    }
}

} // namespace

// However the network cuts a stream of requests into pieces, the same requests are read from it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const qsizetype pieceSize = 1 + data[0] % 32;
    const QByteArray bytes = fuzz::bytesOf(data + 1, size - 1);
    const Reading whole = read(bytes, std::max<qsizetype>(bytes.size(), 1));
    const Reading pieces = read(bytes, pieceSize);
    FUZZ_PROMISE(whole.last == pieces.last);
    FUZZ_PROMISE(whole.errorStatus == pieces.errorStatus);
    FUZZ_PROMISE(whole.requests.size() == pieces.requests.size());
    for (qsizetype i = 0; i < whole.requests.size(); ++i) {
        FUZZ_PROMISE(same(whole.requests[i], pieces.requests[i]));
        check(whole.requests[i]);
    }
    return 0;
}
