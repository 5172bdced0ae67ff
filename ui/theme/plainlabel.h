// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace textback {

/// A label for words that come from outside, and for our own. QLabel guesses the format (Qt::AutoText), loads files named in <img> and
/// swallows part of "a < b and c > d"; this one shows every character as it is. The only label of the window.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    /// Cuts a line that is too long with "…" and shows the whole in the tooltip. Off by default.
    void setElided(bool elided);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool m_elided = false;
};

} // namespace textback
