// SPDX-License-Identifier: MIT
#pragma once

#include "ui/samplefiles.h"
#include "ui/scenes.h"
#include "ui/thread/mediashelf.h"

#include <QTest>

namespace textback::test {

using namespace Qt::StringLiterals;

/// Pictures, files and voicemails in all their states, in one thread.
class MediaScene {
public:
    explicit MediaScene(FakeReader &reader)
    {
        QFile file(QStringLiteral(TEXTBACK_SOURCE_DIR "/resources/simulator/car.jpg"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no picture");
        m_car = m_files.write(u"car.jpg"_s, file.readAll());
        put(reader, 500, 1, u"My car died on Michigan Ave at 14th St. It's a blue 2015 Honda Civic."_s, 14);
        put(reader, 501, 6, {}, 12);
        put(reader, 502, 3, u"and what the landlord wrote"_s, 11);
        put(reader, 503, 1, u"One more"_s, 10);
        put(reader, 504, 2, {}, 9);
        for (const int id : {600, 601}) {
            ThreadEntry entry = makeMissedCall(id, id == 600 ? 30 : 5, std::nullopt, Millis(6000));
            auto &card = std::get<CallCard>(entry.content);
            card.recordings = 1;
            card.recordingLength = Millis(22000);
            reader.putEntry(conversation, entry);
        }
    }

    /// Everything that was asked for comes, or fails.
    void play(Stage &stage)
    {
        const auto comes = [&](int message, int index, const KeptFile &file) {
            emit stage.engine.mediaChanged(ready({MessageId{message}, {}, index}, file));
        };
        comes(500, 0, car());
        for (int i = 0; i < 6; ++i)
            comes(501, i, i % 2 ? m_files.picture(QString::number(i), {300, 500}, QColor::fromHsv(i * 50, 120, 200)) : car());
        comes(502, 0, car());
        comes(502, 1, m_files.write(u"a.pdf"_s, "%PDF-1.7" + QByteArray(120000, ' ')));
        comes(502, 2, m_files.write(u"b.amr"_s, "#!AMR" + QByteArray(30000, ' ')));
        emit stage.engine.mediaChanged(failedReport({MessageId{503}, {}, 0}, ErrorKind::Rejected, 410));
        emit stage.engine.mediaChanged(failedReport({{}, CallId{601}, 0}, ErrorKind::Network));
        auto *shelf = stage.window.findChild<MediaShelf *>();
        shelf->setPlaying(CallId{600});
        if (!QTest::qWaitFor([&] {
                const MediaShelf::File *last = shelf->find({MessageId{500}, {}, 0});
                return last && last->read;
            }))
            qWarning("the pictures were not read");
    }
    const KeptFile &car() const { return m_car; }

    const ConversationId conversation{7};

private:
    void put(FakeReader &reader, int id, int media, const QString &body, double minutesAgo)
    {
        ThreadEntry entry = makeMessage(id, conversation, MessageOrigin::Customer, body, minutesAgo);
        std::get<MessageBubble>(entry.content).message.media = media;
        reader.putEntry(conversation, entry);
    }

    SampleFiles m_files;
    KeptFile m_car;
};

} // namespace textback::test
