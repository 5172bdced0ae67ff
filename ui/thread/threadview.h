// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/conversationreader.h"
#include "domain/ports/scheduler.h"
#include "ui/thread/rowlayout.h"

#include <QListView>
#include <QPointer>

class QMenu;

namespace textback {

class JumpButton;
class MediaShelf;
class SearchMatcher;
class ThreadDelegate;
class ThreadModel;
struct ViewContext;

/// The thread itself: keeps to the newest entry while it is there, holds its place when pages come in above and below, and turns clicks on
/// painted buttons and links, and the context menu, into actions. GUI thread.
class ThreadView : public QListView {
    Q_OBJECT

public:
    /// All outlive it.
    ThreadView(ThreadModel &model, const ViewContext &context, MediaShelf &shelf, QWidget *parent = nullptr);

    void setCanCall(bool canCall);
    /// To the "New" line if there is one, else to the newest entry.
    void showNewest();
    /// To the end, whatever is new: somebody writes, or asks for it.
    void toEnd();
    /// To this entry, which becomes the current row and is marked for a moment. What lies between it and the newest is not read.
    void showEntry(const ThreadKey &place);
    /// The same, with as much of a long body as it takes to see what matches.
    void showMatch(const ThreadKey &place, const SearchMatcher &matcher);
    /// What a search asks for is marked, in the row `current` more strongly. A matcher that asks nothing ends it.
    void setSearch(const SearchMatcher &matcher, const QString &current);
    /// Everything is said or painted in another way now.
    void wordsChanged();
    const ThreadDelegate &rows() const { return *m_delegate; }

signals:
    /// `file`: which of the entry's files it is about; -1 for none of them.
    void actionRequested(textback::ThreadAction action, const textback::ThreadEntry &entry, int file);
    void linkRequested(const QUrl &url);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Spot {
        QModelIndex index;
        const RowLayout *row = nullptr;
        int button = -1;
        const TextLink *link = nullptr;
    };

    Spot spotAt(const QPoint &point) const;
    void perform(ThreadAction action, const ThreadEntry &entry, int file = -1);
    void openMenu(const QModelIndex &index, const QPoint &globalPoint, int file = -1);
    void stayInPlace();
    void lookForMore();
    void flash(const QString &key);
    void placeJump();

    ThreadModel &m_model;
    const ViewContext &m_context;
    MediaShelf &m_shelf;
    ThreadDelegate *m_delegate = nullptr;
    JumpButton *m_jump;
    QPointer<QMenu> m_menu; ///< the one that is open
    Spot m_pressed;
    QString m_pressedKey;
    bool m_canCall = true;
    bool m_stick = true;
    int m_fromBottom = -1; ///< kept while a page is put in above
    ScheduledCall m_moreLater;
    ScheduledCall m_flashEnd;
    ScheduledCall m_entryLater; ///< the database was busy
};

} // namespace textback
