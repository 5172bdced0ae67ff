// SPDX-License-Identifier: MIT
#include "simulator/samplemedia.h"

#include <QFile>

// Out of the namespace, as the macro wants it.
static void initSimulatorMedia()
{
    Q_INIT_RESOURCE(simulatormedia);
}

namespace textback {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &name)
{
    initSimulatorMedia();
    QFile file(u":/textback/simulator/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray samplePicture()
{
    return resource(u"car.jpg"_s);
}

QByteArray sampleVoicemail()
{
    return resource(u"voicemail.mp3"_s);
}

} // namespace textback
