// SPDX-License-Identifier: MIT
#include "providers/http/onewaybody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace textback {

OneWayBody::OneWayBody(QByteArray content, QObject *parent)
    : QIODevice(parent)
    , m_content(std::move(content))
{
    // Unbuffered, or QIODevice would read ahead and a look at the device would count as sending.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneWayBody::atEnd() const
{
    return m_position >= m_content.size();
}

qint64 OneWayBody::bytesAvailable() const
{
    return m_content.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneWayBody::readData(char *data, qint64 maximum)
{
    if (atEnd())
        return -1;
    const qint64 count = std::min<qint64>(maximum, m_content.size() - m_position);
    if (count <= 0)
        return 0;
    m_wasRead = true;
    std::memcpy(data, m_content.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

} // namespace textback
