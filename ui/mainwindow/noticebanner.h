// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "ui/format/bannerwords.h"
#include "ui/theme/icons.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace textback {

class PlainLabel;
struct ViewContext;

/// The strip that says what is wrong and what to do, with a countdown where one runs. Shows the most important thing and how many more there
/// are; "more" steps through them. Pushes the content down; away when all is well.
class NoticeBanner : public QWidget {
    Q_OBJECT

public:
    /// `context` outlives it.
    explicit NoticeBanner(const ViewContext &context, QWidget *parent = nullptr);

    void setState(const ConnectionState &state);
    void setNotices(const QList<Notice> &notices);
    QString sentence() const;

signals:
    void tryNowRequested();
    void settingsRequested();
    void providerPageRequested();
    void unlockKeychainRequested();
    void sendFromHereRequested();
    void leaveSafeModeRequested();
    void resumeTextsRequested();
    void conversationRequested(textback::ConversationId conversation);
    /// The calls of an absence; its begin and end on the provider's clock as far as that is known.
    void awayRequested(textback::UtcTime from, textback::UtcTime until);
    void adviceRequested(const QString &what, const QString &advice);
    void dismissed(textback::Notice::Kind kind);
    /// Each second while a countdown runs, and at each new state: whoever shows the state in other words does it now.
    void told();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();
    void act();
    void showAway();
    void show(const BannerWords &words);
    Icon iconOf(const BannerWords &words) const;

    const ViewContext &m_context;
    ConnectionState m_state;
    QList<Notice> m_notices;
    QList<BannerWords> m_all;
    int m_shown = 0; ///< which of m_all
    PlainLabel *m_label;
    QPushButton *m_button;
    QPushButton *m_more;
    QToolButton *m_dismiss;
    QBoxLayout *m_layout;
    QPointer<QWidget> m_before; ///< had the focus before it came here
    ScheduledCall m_tick;
};

} // namespace textback
