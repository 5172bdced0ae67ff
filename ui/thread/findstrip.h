// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace textback {

class PlainLabel;

/// The strip over a thread that searches in it: what is asked, "3 of 12", to the match before and after, close. It knows nothing of threads.
/// GUI thread.
class FindStrip : public QWidget {
    Q_OBJECT

public:
    explicit FindStrip(QWidget *parent = nullptr);

    QString text() const;
    /// The cursor into the field, with what stands there selected.
    void focusField();
    /// Which match is shown, 1 for the newest; of `count`, `more` if these are not all. While nothing is asked it says nothing.
    void setPlace(int place, int count, bool more);

signals:
    void textEdited();
    /// 1: the next match, upwards to what is older; -1: the one before.
    void stepped(int step);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    QLineEdit *m_field;
    PlainLabel *m_place;
    QToolButton *m_older;
    QToolButton *m_newer;
    QToolButton *m_close;
};

} // namespace textback
