// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace textback {

class PlainLabel;

/// A part of the contact panel: a caption in small capitals, and what stands under it. Its panel gives the form style.
class ContactSection : public QWidget {
    Q_OBJECT

public:
    explicit ContactSection(const QString &caption, QWidget *parent = nullptr);

    /// What is put in here stands under the caption.
    QVBoxLayout *body() { return m_body; }
    PlainLabel *caption() { return m_caption; }

private:
    PlainLabel *m_caption;
    QVBoxLayout *m_body;
};

/// A line of the panel in its small type; `quiet` for what explains.
PlainLabel *makeLine(bool quiet, QWidget *parent);

} // namespace textback
