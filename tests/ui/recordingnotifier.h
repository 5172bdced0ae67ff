// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/notifier.h"

#include <QList>

namespace textback::test {

/// Keeps what it is asked to show.
class RecordingNotifier final : public Notifier {
public:
    void show(const Notification &notification) override { shown.append(notification); }
    void withdraw(ConversationId conversation) override { withdrawn.append(conversation); }

    QList<Notification> shown;
    QList<ConversationId> withdrawn;
};

} // namespace textback::test
