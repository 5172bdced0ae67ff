// SPDX-License-Identifier: MIT
#include "ui/thread/mediashelf.h"

#include <algorithm>
#include <utility>

namespace textback {

namespace {

constexpr int thumbnailSide = 640; // pixels: 220 at twice the size, and room for cutting

} // namespace

bool MediaShelf::File::isOther() const
{
    const bool picture = mediaKindOf(report.file.type) == MediaKind::Picture;
    return report.state == MediaReport::State::Ready && (picture ? read && !shown : true);
}

MediaShelf::MediaShelf(Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_scheduler(scheduler)
{
}

const MediaShelf::File *MediaShelf::find(const MediaKey &key) const
{
    const auto found = m_files.constFind(key);
    return found == m_files.constEnd() ? nullptr : &*found;
}

std::vector<MediaKey> MediaShelf::pictures(const Message &message) const
{
    std::vector<MediaKey> keys;
    for (int i = 0; i < std::min(message.media, mostFilesOfMessage); ++i) {
        const MediaKey key{message.id, {}, i};
        if (const File *file = find(key); file && file->isPicture())
            keys.push_back(key);
    }
    return keys;
}

void MediaShelf::look(const ThreadEntry &entry)
{
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    if (!bubble || bubble->message.media <= 0 || m_asked.contains(bubble->message.id))
        return;
    m_asked.insert(bubble->message.id);
    m_wanted.push_back(bubble->message.id);
    // Not from inside the painting: the answer may come at once.
    m_askLater = m_scheduler.callAfter(Millis(0), [this] {
        for (const MessageId message : std::exchange(m_wanted, {}))
            emit filesWanted(message, false);
    });
}

void MediaShelf::fetchVoicemail(CallId call, bool again)
{
    emit voicemailWanted(call, again);
}

void MediaShelf::tryAgain(const ThreadEntry &entry)
{
    if (const auto *bubble = std::get_if<MessageBubble>(&entry.content))
        emit filesWanted(bubble->message.id, true);
    else
        emit voicemailWanted(std::get<CallCard>(entry.content).id, true);
}

void MediaShelf::setPlaying(CallId call)
{
    const CallId before = std::exchange(m_playing, call);
    for (const CallId id : {before, call}) {
        if (!id.isNull() && before != call)
            note({{}, id, 0});
    }
}

void MediaShelf::clear()
{
    m_files.clear();
    m_revisions.clear();
    m_asked.clear();
    m_wanted.clear();
    ++m_visit;
}

void MediaShelf::take(const MediaReport &report)
{
    if (report.key.call.isNull() && !m_asked.contains(report.key.message))
        return; // of a thread that is closed by now
    File &file = m_files[report.key];
    if (file.report == report && file.read)
        return;
    file = File{report, {}, false, false};
    note(report.key);
    if (report.state != MediaReport::State::Ready)
        return;
    if (!report.key.call.isNull()) {
        emit voicemailCame(report.key.call);
        return;
    }
    if (mediaKindOf(report.file.type) != MediaKind::Picture)
        return;
    m_loader.load(report.file.path, report.file.type, thumbnailSide, this,
                  [this, key = report.key, visit = m_visit](const QImage &picture) {
                      if (visit != m_visit)
                          return;
                      File &shown = m_files[key];
                      shown.thumbnail = picture;
                      shown.shown = !picture.isNull();
                      shown.read = true;
                      note(key);
                  });
}

QString MediaShelf::entryKey(const MediaKey &key)
{
    ThreadEntry entry;
    if (key.call.isNull()) {
        MessageBubble bubble;
        bubble.message.id = key.message;
        entry.content = bubble;
    } else {
        CallCard card;
        card.id = key.call;
        entry.content = card;
    }
    return entry.key();
}

void MediaShelf::note(const MediaKey &key)
{
    const QString entry = entryKey(key);
    m_revisions[entry] = ++m_nextRevision;
    emit changed(entry);
}

} // namespace textback
