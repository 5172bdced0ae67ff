// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace textback {

/// A small window of emoji with a search by name: typing filters, the arrows walk, Enter picks, Esc closes. GUI thread.
class EmojiPicker : public QFrame {
    Q_OBJECT

public:
    explicit EmojiPicker(QWidget *parent);

    /// Opens with its lower left corner here, on the screen.
    void openAbove(const QPoint &corner);

signals:
    void picked(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void pick();

    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace textback
