// SPDX-License-Identifier: MIT
#include "ui/mainwindow/lazypage.h"

#include <QVBoxLayout>

#include <utility>

namespace textback {

LazyPage::LazyPage(std::function<QWidget *(QWidget *parent)> make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
}

void LazyPage::showEvent(QShowEvent *event)
{
    if (const auto make = std::exchange(m_make, nullptr)) {
        QWidget *page = make(this);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        setFocusProxy(page);
        page->show(); // what is added to a widget on the screen is else shown a moment later
    }
    QWidget::showEvent(event);
}

} // namespace textback
