// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace textback {

/// Floats over the lower right corner of a thread while its end is not on the screen, with the number of texts and calls that came in since. GUI
/// thread.
class JumpButton : public QToolButton {
    Q_OBJECT

public:
    explicit JumpButton(QWidget *view);

    void setNews(int news);
    void dress();
    /// Into the corner of its parent, or out of sight.
    void place(bool wanted);

private:
    void say();

    int m_news = 0;
};

} // namespace textback
