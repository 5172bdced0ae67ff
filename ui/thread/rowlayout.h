// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "ui/thread/bodylayout.h"
#include "ui/thread/threadwords.h"

#include <QImage>
#include <QPainterPath>
#include <QRectF>

#include <memory>
#include <optional>
#include <vector>

namespace textback {

class MediaShelf;
struct Tokens;

/// What can be done with an entry of a thread, by a painted button, a link or the context menu.
enum class ThreadAction {
    CallBack,
    CancelWaiting,
    SendNow,
    SendAgain,
    SendAnyway,
    Why,
    ShowMore,
    CopyText,
    OpenLink,
    EditNote,
    DeleteNote,
    OpenPicture,
    SaveFile,
    TryAgain, ///< to fetch what failed
    PlayVoicemail,
    SaveVoicemail,
};

/// What a row looks like depends on its neighbours, the width and the moment: everything that makes two layouts equal.
struct RowSurroundings {
    int width = 0;
    bool first = true;       ///< nothing above it
    bool newDay = false;     ///< a day label stands above it
    bool newMarker = false;  ///< the "New" line stands above it
    bool pause = false;      ///< more than half an hour since the entry above: a time label
    bool joinsAbove = false; ///< one run of one sender
    bool joinsBelow = false;
    bool sameSideAbove = false;
    int portions = 1;  ///< of a long body that are shown
    qint64 second = 0; ///< of live rows, else 0
    quint64 files = 0; ///< MediaShelf::revision()
    quint64 looks = 0; ///< changes with theme, zone, text size
    QString dayLabel;

    bool operator==(const RowSurroundings &) const = default;
};

/// One row of the thread, laid out: rectangles, cached text layouts and what can be clicked. Painted by ThreadDelegate; coordinates count
/// from the row's upper left corner.
struct RowLayout {
    enum class Shape { Card, SmallCard, Bubble, Outline, Dashed, Bare };

    struct Label {
        QRectF area;
        QString text;
        QFont font;
        QColor colour;
        Qt::Alignment alignment = Qt::AlignCenter;
        bool wraps = false;
    };
    enum class Face { Words, Picture, Play, Stop };
    struct Button {
        ThreadAction action = ThreadAction::CallBack;
        QString text;
        QRectF area;
        bool asLink = false;
        bool primary = false;
        Face face = Face::Words;
        int file = -1;       ///< which of a message's files it is about; -1: none of them
        QImage picture = {}; ///< Face::Picture, cut to fill the area
        int more = 0;        ///< pictures beyond the last that is shown
    };
    struct Mark {
        Icon icon = Icon::Check;
        QRectF area;
        QColor colour;
    };

    ThreadEntry entry;
    RowSurroundings surroundings;

    int height = 0;
    Shape shape = Shape::Bubble;
    QRectF box; ///< bubble or card
    QPainterPath outline;
    QColor fill;
    QColor edge;
    std::vector<Label> labels;
    std::vector<Button> buttons;
    std::vector<Mark> marks;
    std::vector<QRectF> frames;    ///< where pictures will stand
    std::optional<QRectF> newLine; ///< the divider above the first unread entry
    std::optional<QRectF> disc;    ///< the arrow's disc on a call card
    QColor discFill;
    std::optional<double> ring; ///< a countdown's ring: the part that is left
    QRectF ringArea;
    BodyLayout body; ///< of a message; none of a call

    /// The button at a point, or nothing.
    const Button *buttonAt(const QPointF &point) const;
    /// The link at a point, or nothing.
    const TextLink *linkAt(const QPointF &point) const { return body.linkAt(point); }
};

/// Lays out one row. `shelf`: pictures and voicemails; without it they are only counted. `earlier`: what the same row was before, if that is known; portions of its body that look the same are taken from it.
std::unique_ptr<RowLayout> layOutRow(const ThreadEntry &entry, const RowSurroundings &surroundings, const ViewContext &context,
                                     const Tokens &tokens, bool canCall, const MediaShelf *shelf = nullptr, RowLayout *earlier = nullptr);

} // namespace textback
