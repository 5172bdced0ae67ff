// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/powerevents.h"

#include <utility>

namespace textback::test {

/// The operating system's word on sleep, said by the test.
class FakePowerEvents final : public PowerEvents {
public:
    void listen(std::function<void(Event)> heard) override { m_heard = std::move(heard); }
    void setWorking(bool isWorking) override { working = isWorking; }

    void say(Event event)
    {
        if (m_heard)
            m_heard(event);
    }
    bool hasListener() const { return static_cast<bool>(m_heard); }

    bool working = false;

private:
    std::function<void(Event)> m_heard;
};

} // namespace textback::test
