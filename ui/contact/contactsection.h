// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace textback {

class PlainLabel;

/// A part of the contact panel: a caption in small capitals, and what stands under it.
class ContactSection : public QWidget {
    Q_OBJECT

public:
    explicit ContactSection(const QString &caption, QWidget *parent = nullptr);

    /// What is put in here stands under the caption.
    QVBoxLayout *body() { return m_body; }
    PlainLabel *caption() { return m_caption; }

protected:
    /// What Tab comes by last before it comes to this section: the order of what is made later begins behind it (QWidget::setTabOrder does
    /// nothing with what takes no focus, such as the caption).
    QWidget *stopBefore();
    void changeEvent(QEvent *event) override;

private:
    PlainLabel *m_caption;
    QVBoxLayout *m_body;
};

/// A line of the panel in its small type; `quiet` for what explains.
PlainLabel *makeLine(bool quiet, QWidget *parent);

} // namespace textback
