// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"
#include "domain/lifetime.h"
#include "domain/media/mediareport.h"
#include "domain/result.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace textback {

class MediaCache;
class MediaSource;
class Store;

/// Fetches pictures and voicemails when a person looks at them, and never before; what was fetched once is kept (MediaCache) and asked for no
/// more. What failed stays failed until a person asks again. Any device may do it: it sends nothing. Engine thread.
class MediaDesk : public QObject {
    Q_OBJECT

public:
    /// Both outlive it. Without a cache everything fails.
    MediaDesk(Store &store, MediaCache *cache, QObject *parent = nullptr);
    ~MediaDesk() override;

    /// Where to ask; outlives the next setSource(). Nullptr: nowhere for now, what is asked meanwhile fails and is fetched once there is one.
    void setSource(MediaSource *source);
    /// Deletes what is kept of everybody, because somebody's data are to be gone. Fails with Storage.
    Result<void> forget();
    /// Nothing is asked or told any more.
    void stop();

public slots:
    /// All files of a message, one mediaChanged() each. `again`: also those that failed.
    void showFiles(textback::MessageId message, bool again);
    void showVoicemail(textback::CallId call, bool again);

signals:
    void mediaChanged(const textback::MediaReport &report);

private:
    /// What is fetched one after the other: the files of a message, or one voicemail.
    struct Job {
        QString providerId; ///< of the message or the recording
        std::vector<MediaKey> missing;
        QStringList fileIds;      ///< of a message, once listed
        bool isForgotten = false; ///< the person was deleted meanwhile: what comes is thrown away
    };
    using SharedJob = std::shared_ptr<Job>;

    void show(const QString &providerId, const std::vector<MediaKey> &keys, bool again);
    void pump();
    void fetchNext(const SharedJob &job);
    void takeList(const SharedJob &job, const Result<QStringList> &list);
    void takeFile(const SharedJob &job, const Result<QByteArray> &bytes);
    void end(const SharedJob &job);
    void fail(const MediaKey &key, const Error &error);
    void failRest(const SharedJob &job, const Error &error);
    bool isWanted(const MediaKey &key) const;
    static QString nameOf(const QString &providerId, const MediaKey &key);

    Store &m_store;
    MediaCache *m_cache;
    MediaSource *m_source = nullptr;
    std::vector<SharedJob> m_waiting; // the last is the next: what is looked at now
    std::vector<SharedJob> m_running;
    QHash<MediaKey, Error> m_failed;
    bool m_stopped = false;
    std::unique_ptr<Lifetime> m_answers; // of the source that there is: a new one makes the old one's count no more
};

} // namespace textback
