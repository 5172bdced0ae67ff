// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>

namespace textback {

/// One place of the window in the rail: drawing, word, count.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(Icon icon, const QString &word, QWidget *parent = nullptr);

    void setCount(int count);
    /// Without words in a narrow window; the name stays for tooltip and screen reader.
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    Icon m_icon;
    QString m_word;
    int m_count = 0;
    bool m_compact = false;
};

/// How the connection stands, at the foot of the rail: a shape, a colour and a word.
class ConnectionMark : public QWidget {
    Q_OBJECT

public:
    enum class Look { Good, Busy, Bad };

    explicit ConnectionMark(QWidget *parent = nullptr);

    void setState(Look look, const QString &word, const QString &sentence);
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look = Look::Busy;
    QString m_word;
    bool m_compact = false;
};

/// The rail at the left: Inbox at the top, the connection and Settings at the foot. 72 wide, 56 without words.
class NavigationRail : public QWidget {
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    enum class Place { Inbox, Calls, People, Settings };

    void setPlace(Place place);
    void setSettingsVisible(bool visible);
    /// Calls and People have an entry once they have a page.
    void showPlace(Place place);
    /// The button of the side panel; `word` names it.
    void offerSidePanel(const QString &word);
    void setSidePanelOpen(bool open);
    void setInboxCount(int count);
    void setCompact(bool compact);
    ConnectionMark &connection() { return *m_connection; }

signals:
    void inboxRequested();
    void placeRequested(textback::NavigationRail::Place place); ///< Calls or People
    void settingsRequested();
    void sidePanelToggled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RailButton *m_inbox;
    RailButton *m_calls;
    RailButton *m_people;
    RailButton *m_side;
    RailButton *m_settings;
    ConnectionMark *m_connection;
};

} // namespace textback
