// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/scheduler.h"
#include "domain/ports/searchreader.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace textback {

class FindStrip;
class ThreadModel;
class ThreadView;
struct ViewContext;

/// The search in the open conversation: asks the whole of it in the database, leaps to its matches and has them marked. GUI thread.
class ThreadFinder : public QObject {
    Q_OBJECT

public:
    struct Parts {
        ThreadModel &model;
        ThreadView &view;
        FindStrip &strip;
        const ViewContext &context;
    };

    /// Everything outlives it.
    ThreadFinder(const Parts &parts, QObject *parent);

    /// Outlives it. Until then there is no search.
    void setReader(SearchReader *reader) { m_reader = reader; }
    bool hasReader() const { return m_reader != nullptr; }
    bool isOpen() const;
    void open();
    /// Gives the focus back to where it was; false if it was not open.
    bool close();
    /// To the next match (1, older) or the one before (-1), around the ends.
    void step(int step);
    /// The conversation changed: asks again, and stays at its match.
    void refresh();

signals:
    void openChanged(bool open);

private:
    void askSoon();
    /// Asks at once; `leap`: on to the newest match. Tries again where the database is busy.
    void ask(bool leap);
    void show(bool leap);

    Parts m_parts;
    SearchReader *m_reader = nullptr;
    ThreadHits m_hits;
    int m_at = -1; ///< in m_hits.places
    QPointer<QWidget> m_focusBefore;
    ScheduledCall m_askLater;
};

} // namespace textback
