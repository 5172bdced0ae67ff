// SPDX-License-Identifier: MIT
#pragma once

#include "domain/templatelint.h"

#include <QList>
#include <QString>
#include <QWidget>

class QFrame;

namespace textback {

class PlainLabel;

/// The automatic text as a caller will get it: filled in, in a bubble, with what it costs in texts, or with what is wrong.
class TextPreview final : public QWidget {
    Q_OBJECT

public:
    explicit TextPreview(QWidget *parent = nullptr);

    /// `text` is the template; the values stand in for its placeholders. `findings` are what the linter has against it: its warnings are said.
    void showText(const QString &text, const QString &business, const QString &link, const QList<LintFinding> &findings);
    /// What the bubble holds now; empty while the template cannot be used.
    QString filled() const { return m_filled; }

private:
    QString m_filled;
    QFrame *m_thread = nullptr;
    PlainLabel *m_bubble = nullptr;
    PlainLabel *m_count = nullptr;
};

} // namespace textback
