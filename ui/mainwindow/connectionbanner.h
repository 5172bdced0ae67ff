// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "ui/format/connectionwords.h"

#include <QWidget>

class QPushButton;

namespace textback {

class PlainLabel;
struct ViewContext;

/// The strip that says what is wrong and what to do, with a countdown where one runs. Pushes the content down; away when all is well.
class ConnectionBanner : public QWidget {
    Q_OBJECT

public:
    /// `context` outlives it.
    explicit ConnectionBanner(const ViewContext &context, QWidget *parent = nullptr);

    void setState(const ConnectionState &state);
    QString sentence() const;

signals:
    void tryNowRequested();
    void settingsRequested();
    /// Each second while a countdown runs, and at each new state: whoever shows the state in other words does it now.
    void told();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    const ViewContext &m_context;
    ConnectionState m_state;
    std::optional<BannerWords> m_words;
    PlainLabel *m_label;
    QPushButton *m_button;
    ScheduledCall m_tick;
};

} // namespace textback
