// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace textback {

/// A password, token or key. Held once, wiped when it goes, never implicitly a string, never printed (there is no QDebug operator).
/// QByteArray is shared, so a copy taken with reveal() must not outlive its use.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray value);
    Secret(const Secret &other);
    Secret &operator=(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_value.isEmpty(); }
    const QByteArray &reveal() const { return m_value; }
    friend bool operator==(const Secret &a, const Secret &b) { return a.m_value == b.m_value; }

private:
    void wipe();

    QByteArray m_value;
};

} // namespace textback
