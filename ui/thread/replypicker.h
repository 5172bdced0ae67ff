// SPDX-License-Identifier: MIT
#pragma once

#include "domain/messagetemplate.h"
#include "domain/templates/savedreply.h"

#include <QFrame>

#include <functional>

class QKeyEvent;
class QListWidget;
class QPlainTextEdit;

namespace textback {

/// The saved replies over the field, from "/" on: typing filters, Up and Down choose, Tab or Enter puts one in, Esc closes. The cursor stays
/// in the field. GUI thread.
class ReplyPicker : public QFrame {
    Q_OBJECT

public:
    using Values = std::function<TemplateValues()>;

    /// Floats over `parent`, above `field`, which belongs to it.
    ReplyPicker(QPlainTextEdit &field, QWidget *parent);

    void setReplies(const std::vector<SavedReply> &replies);
    /// Asked when one is put in: what its merge fields stand for.
    void setValues(Values values) { m_values = std::move(values); }

    /// Begins a "/" at the cursor, as the button does.
    void ask();
    /// A key of the field, before the field gets it; whether it was for the list.
    bool takeKey(const QKeyEvent &key);
    void dismiss();
    /// Shows what fits the text and the place of the field now.
    void follow();

signals:
    void manageRequested();

private:
    void place();
    void choose(int row);

    QPlainTextEdit &m_field;
    QListWidget *m_list;
    std::vector<SavedReply> m_replies;
    std::vector<SavedReply> m_shown;
    Values m_values;
    TextStretch m_query;
    int m_dismissed = -1; ///< the place of a "/" that Esc was pressed at
};

} // namespace textback
