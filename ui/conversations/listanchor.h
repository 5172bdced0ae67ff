// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ids.h"

#include <QObject>

#include <optional>

class QListView;

namespace textback {

class ConversationListModel;

/// Keeps what a person looks at where it is while rows come, go and move above it. At the top of the list nothing is held: what comes in is
/// seen. GUI thread.
class ListAnchor : public QObject {
    Q_OBJECT

public:
    /// Both outlive it; the list's model must be `model`.
    ListAnchor(QListView &list, const ConversationListModel &model, QObject *parent = nullptr);

private:
    struct Held {
        ConversationId conversation;
        int top = 0; ///< of its row in the viewport
    };

    void hold();
    void restore();

    QListView &m_list;
    const ConversationListModel &m_model;
    std::optional<Held> m_held;
    bool m_due = false;
};

} // namespace textback
