// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <functional>

namespace textback {

/// The place of a page that is made when it is first shown: a start makes only what it shows. The focus given to it goes to the page. GUI
/// thread.
class LazyPage : public QWidget {
    Q_OBJECT

public:
    /// `make` is asked once at most, with the page's parent, and gives the page.
    explicit LazyPage(std::function<QWidget *(QWidget *parent)> make, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::function<QWidget *(QWidget *parent)> m_make; ///< empty once it is made
};

} // namespace textback
