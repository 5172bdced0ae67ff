// SPDX-License-Identifier: MIT
#include "domain/secret.h"

#include <utility>

namespace textback {

Secret::Secret(QByteArray value)
    : m_value(std::move(value))
{
}

// A copy gets its own bytes, so that wiping one never touches the other and none is left behind in a shared buffer.
Secret::Secret(const Secret &other)
    : m_value(other.m_value.constData(), other.m_value.size())
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_value = QByteArray(other.m_value.constData(), other.m_value.size());
    }
    return *this;
}

Secret::Secret(Secret &&other) noexcept
    : m_value(std::exchange(other.m_value, QByteArray()))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_value = std::exchange(other.m_value, QByteArray());
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (m_value.isEmpty() || !m_value.isDetached())
        return;
    volatile char *bytes = m_value.data();
    for (qsizetype i = 0; i < m_value.size(); ++i)
        bytes[i] = 0;
    m_value.clear();
}

} // namespace textback
