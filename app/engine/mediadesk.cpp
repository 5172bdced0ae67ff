// SPDX-License-Identifier: MIT
#include "engine/mediadesk.h"

#include "domain/ports/mediacache.h"
#include "domain/ports/mediasource.h"
#include "domain/ports/store.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostAtOnce = 2;

Error errorOf(ErrorKind kind, const QString &detail, const QString &code = {})
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    error.providerCode = code;
    return error;
}

/// The provider has it no more: the answer that it would give, too.
Error gone()
{
    Error error = errorOf(ErrorKind::Rejected, u"the provider has no such file any more"_s);
    error.httpStatus = 404;
    return error;
}

bool isOfConnection(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Unauthorized ||
           error.kind == ErrorKind::RateLimited;
}

} // namespace

MediaDesk::MediaDesk(Store &store, MediaCache *cache, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_cache(cache)
    , m_answers(std::make_unique<Lifetime>())
{
}

MediaDesk::~MediaDesk() = default;

void MediaDesk::setSource(MediaSource *source)
{
    m_source = source;
    m_answers = std::make_unique<Lifetime>();
    m_waiting.insert(m_waiting.end(), m_running.begin(), m_running.end());
    m_running.clear();
    if (!m_source || m_stopped)
        return;
    for (const SharedJob &job : m_waiting) {
        for (const MediaKey &key : job->missing)
            emit mediaChanged({key, MediaReport::State::Loading, {}, {}});
    }
    pump();
}

Result<void> MediaDesk::forget()
{
    m_failed.clear();
    const auto isGone = [this](const SharedJob &job) {
        const MediaKey &key = job->missing.front();
        return key.call.isNull() ? !m_store.message(key.message) : !m_store.call(key.call);
    };
    m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(), isGone), m_waiting.end());
    // What is under way for somebody who is gone must not be kept when it comes. It is let come: what is broken off makes room for more at once.
    for (const SharedJob &job : m_running)
        job->isForgotten = job->isForgotten || isGone(job);
    return m_cache ? m_cache->clear() : Result<void>();
}

void MediaDesk::stop()
{
    m_stopped = true;
    setSource(nullptr);
    m_waiting.clear();
}

void MediaDesk::showFiles(MessageId id, bool again)
{
    if (m_stopped)
        return;
    const auto message = m_store.message(id);
    if (!message)
        return fail({id, {}, 0}, message.error());
    const int count = std::clamp(message->media, 0, mostFilesOfMessage);
    std::vector<MediaKey> keys;
    keys.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        keys.push_back({id, {}, i});
    show(message->providerMessageId, keys, again);
}

void MediaDesk::showVoicemail(CallId id, bool again)
{
    if (m_stopped)
        return;
    const MediaKey key{{}, id, 0};
    const auto call = m_store.call(id);
    if (!call)
        return fail(key, call.error());
    show(call->details ? call->details->recordingId : QString(), {key}, again);
}

/// A hash and no id of the database: those may stand for other rows once a backup was restored.
QString MediaDesk::nameOf(const QString &providerId, const MediaKey &key)
{
    const QString what = key.call.isNull() ? u"message/%1/%2"_s.arg(providerId).arg(key.index) : u"recording/%1"_s.arg(providerId);
    return QString::fromLatin1(QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

void MediaDesk::show(const QString &providerId, const std::vector<MediaKey> &keys, bool again)
{
    auto job = std::make_shared<Job>();
    job->providerId = providerId;
    for (const MediaKey &key : keys) {
        if (!m_cache || providerId.isEmpty()) {
            fail(key, gone());
        } else if (const auto kept = m_cache->find(nameOf(providerId, key))) {
            emit mediaChanged({key, MediaReport::State::Ready, *kept, {}});
        } else if (m_failed.contains(key) && !again) {
            emit mediaChanged({key, MediaReport::State::Failed, {}, m_failed.value(key)});
        } else {
            m_failed.remove(key);
            if (m_source)
                emit mediaChanged({key, MediaReport::State::Loading, {}, {}});
            else
                emit mediaChanged({key, MediaReport::State::Failed, {}, errorOf(ErrorKind::Network, u"no account is connected"_s)});
            if (!isWanted(key))
                job->missing.push_back(key);
        }
    }
    if (job->missing.empty())
        return;
    m_waiting.push_back(job);
    pump();
}

bool MediaDesk::isWanted(const MediaKey &key) const
{
    const auto has = [&key](const SharedJob &job) {
        return std::find(job->missing.begin(), job->missing.end(), key) != job->missing.end();
    };
    return std::any_of(m_waiting.begin(), m_waiting.end(), has) || std::any_of(m_running.begin(), m_running.end(), has);
}

void MediaDesk::pump()
{
    while (m_source && m_running.size() < mostAtOnce && !m_waiting.empty()) {
        const SharedJob job = m_waiting.back();
        m_waiting.pop_back();
        m_running.push_back(job);
        if (!job->missing.front().call.isNull() || !job->fileIds.isEmpty())
            fetchNext(job);
        else
            m_source->listFiles(job->providerId, m_answers->guard([this, job](const Result<QStringList> &list) { takeList(job, list); }));
    }
}

void MediaDesk::takeList(const SharedJob &job, const Result<QStringList> &list)
{
    if (job->isForgotten)
        return end(job);
    if (!list)
        return failRest(job, list.error());
    if (list->isEmpty())
        return failRest(job, gone());
    job->fileIds = *list;
    fetchNext(job);
}

void MediaDesk::fetchNext(const SharedJob &job)
{
    while (!job->missing.empty() && job->missing.front().call.isNull() && job->missing.front().index >= job->fileIds.size()) {
        fail(job->missing.front(), gone());
        job->missing.erase(job->missing.begin());
    }
    if (job->missing.empty())
        return end(job);
    const MediaKey key = job->missing.front();
    auto take = m_answers->guard([this, job](const Result<QByteArray> &bytes) { takeFile(job, bytes); });
    if (key.call.isNull())
        m_source->fetchFile(job->providerId, job->fileIds.at(key.index), std::move(take));
    else
        m_source->fetchRecording(job->providerId, std::move(take));
}

void MediaDesk::takeFile(const SharedJob &job, const Result<QByteArray> &bytes)
{
    if (job->isForgotten)
        return end(job);
    if (!bytes && isOfConnection(bytes.error()))
        return failRest(job, bytes.error());
    const MediaKey key = job->missing.front();
    job->missing.erase(job->missing.begin());
    if (!bytes) {
        fail(key, bytes.error());
    } else {
        const MediaType type = mediaTypeOf(*bytes);
        if (bytes->isEmpty() || (!key.call.isNull() && mediaKindOf(type) != MediaKind::Sound)) {
            fail(key, errorOf(ErrorKind::BadResponse, u"the file is empty, or no sound"_s, key.call.isNull() ? QString() : notSoundCode));
        } else if (const auto kept = m_cache->keep(nameOf(job->providerId, key), type, *bytes)) {
            emit mediaChanged({key, MediaReport::State::Ready, *kept, {}});
        } else {
            fail(key, kept.error());
        }
    }
    fetchNext(job);
}

void MediaDesk::fail(const MediaKey &key, const Error &error)
{
    m_failed.insert(key, error);
    emit mediaChanged({key, MediaReport::State::Failed, {}, error});
}

void MediaDesk::failRest(const SharedJob &job, const Error &error)
{
    const std::vector<MediaKey> rest = std::exchange(job->missing, {});
    for (const MediaKey &key : rest)
        fail(key, error);
    end(job);
}

void MediaDesk::end(const SharedJob &job)
{
    m_running.erase(std::remove(m_running.begin(), m_running.end(), job), m_running.end());
    pump();
}

} // namespace textback
