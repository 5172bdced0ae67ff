// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace textback {

class PlainLabel;
struct Tokens;

/// A strip between the thread and the field to write in that says one thing about the conversation, and has what answers it. Hidden while there is
/// nothing to say; what it says is announced (QAccessible::Alert) when it is new. GUI thread.
class ThreadStrip : public QWidget {
    Q_OBJECT

protected:
    /// `ground`: its colour.
    ThreadStrip(QColor Tokens::*ground, QWidget *parent);

    /// An empty sentence hides it.
    void say(const QString &sentence);
    PlainLabel *sentenceLabel() const { return m_sentence; }

    void paintEvent(QPaintEvent *event) override;

private:
    QColor Tokens::*m_ground;
    PlainLabel *m_sentence;
};

} // namespace textback
