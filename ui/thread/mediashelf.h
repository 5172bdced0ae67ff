// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/media/mediareport.h"
#include "domain/ports/scheduler.h"
#include "ui/thread/pictureloader.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <vector>

namespace textback {

/// What is known of the pictures, files and voicemails of the open thread. A row that is painted asks for its own files, once; nothing is asked for
/// what nobody looks at. GUI thread.
class MediaShelf : public QObject {
    Q_OBJECT

public:
    struct File {
        MediaReport report;
        QImage thumbnail;   ///< of a picture, once it is read
        bool shown = false; ///< a picture that can be shown; false until it is read, and where it cannot be
        bool read = false;  ///< somebody tried

        bool isPicture() const { return report.state == MediaReport::State::Ready && shown; }
        /// A file that can only be saved.
        bool isOther() const;
    };

    /// `scheduler` outlives it.
    explicit MediaShelf(Scheduler &scheduler, QObject *parent = nullptr);

    /// Of a message's file or a call's voicemail; nullptr while nothing is known.
    const File *find(const MediaKey &key) const;
    /// The files of a message that can be looked at now, in their order.
    std::vector<MediaKey> pictures(const Message &message) const;
    /// Grows whenever something about an entry's files changes.
    quint64 revision(const QString &entryKey) const { return m_revisions.value(entryKey); }
    /// An entry is on the screen.
    void look(const ThreadEntry &entry);
    /// The voicemail of a call, from the provider or from this PC; `again`: also after a failure.
    void fetchVoicemail(CallId call, bool again);
    /// What failed is asked for again.
    void tryAgain(const ThreadEntry &entry);
    /// Which voicemail is heard just now; null for none.
    CallId playing() const { return m_playing; }
    void setPlaying(CallId call);
    /// Another thread is opened.
    void clear();
    PictureLoader &loader() { return m_loader; }

public slots:
    void take(const textback::MediaReport &report);

signals:
    void filesWanted(textback::MessageId message, bool again);
    void voicemailWanted(textback::CallId call, bool again);
    /// An entry of a thread (ThreadEntry::key()) looks different now.
    void changed(const QString &entryKey);
    void voicemailCame(textback::CallId call);

private:
    static QString entryKey(const MediaKey &key);
    void note(const MediaKey &key);

    Scheduler &m_scheduler;
    PictureLoader m_loader;
    QHash<MediaKey, File> m_files;
    QHash<QString, quint64> m_revisions;
    QSet<MessageId> m_asked;
    std::vector<MessageId> m_wanted;
    CallId m_playing;
    quint64 m_visit = 0; // of this thread: pictures of another that are read late count no more
    quint64 m_nextRevision = 0;
    ScheduledCall m_askLater;
};

} // namespace textback
