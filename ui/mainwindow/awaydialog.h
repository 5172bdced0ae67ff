// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "domain/ports/conversationreader.h"

#include <QDialog>

#include <vector>

class QTreeWidget;

namespace textback {

struct ViewContext;

/// "While you were away": the missed calls that came too late for a text, one a line with time, caller and reason. Enter or a double click opens
/// the conversation. Opened with open(); deletes itself when it is closed.
class AwayDialog final : public QDialog {
    Q_OBJECT

public:
    AwayDialog(const std::vector<LateCall> &calls, const ViewContext &context, QWidget *parent = nullptr);

signals:
    void conversationRequested(textback::ConversationId conversation);

private:
    void openCurrent();

    std::vector<LateCall> m_calls;
    QTreeWidget *m_list = nullptr;
};

} // namespace textback
