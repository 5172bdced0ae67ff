// SPDX-License-Identifier: MIT
#include "ui/thread/threaddelegate.h"

#include "domain/ports/clock.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/threadmodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

namespace textback {

namespace {

constexpr auto longPause = std::chrono::minutes(30);

/// Who speaks in an entry: entries of one speaker stand closer together. Calls are nobody's.
int speakerOf(const ThreadEntry &entry)
{
    const auto *bubble = std::get_if<MessageBubble>(&entry.content);
    if (!bubble)
        return -1;
    return bubble->message.direction == MessageDirection::Incoming ? 0 : 1 + int(bubble->message.origin);
}

bool joins(const ThreadEntry &above, const ThreadEntry &below, const TimeWords &times)
{
    return speakerOf(above) >= 0 && speakerOf(above) == speakerOf(below) && below.at - above.at <= longPause &&
           times.sameDay(above.at, below.at);
}

/// A picture that fills its area, what is too much cut off at both sides.
void paintTile(QPainter &painter, const Tokens &tokens, const RowLayout::Button &button, bool hovered)
{
    const QRectF &area = button.area;
    QPainterPath shape;
    shape.addRoundedRect(area, dp(8), dp(8));
    const QSizeF whole = button.picture.size();
    const QSizeF part = area.size().scaled(whole, Qt::KeepAspectRatio);
    const QRectF source(QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part);
    painter.save();
    painter.setClipPath(shape);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(area, tokens.mutedBg); // behind one that can be looked through
    painter.drawImage(area, button.picture, source);
    if (button.more > 0) {
        QColor veil = tokens.dark ? tokens.window : tokens.text1;
        veil.setAlpha(170);
        painter.fillRect(area, veil);
        painter.setFont(textFont(TextStyle::Title));
        painter.setPen(tokens.onAccent);
        painter.drawText(area, Qt::AlignCenter, u'+' + QString::number(button.more));
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hovered ? tokens.focus : tokens.border, hovered ? 2 : 1));
    painter.drawPath(shape);
}

/// A triangle to play, a square to stop.
void paintSoundFace(QPainter &painter, const RowLayout::Button &button, const QColor &colour)
{
    const QPointF middle = button.area.center();
    const qreal half = button.area.width() * 0.19;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (button.face == RowLayout::Face::Stop) {
        painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 1.5, 1.5);
        return;
    }
    // Moved to the right: its weight is at the left.
    const QPointF tip(middle.x() + half * 1.3, middle.y());
    painter.drawPolygon(
        QPolygonF{{middle.x() - half * 0.8, middle.y() - half * 1.2}, tip, {middle.x() - half * 0.8, middle.y() + half * 1.2}});
}

} // namespace

ThreadDelegate::ThreadDelegate(const ThreadModel &model, const ViewContext &context, MediaShelf &shelf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_context(context)
    , m_shelf(shelf)
{
}

void ThreadDelegate::setCanCall(bool canCall)
{
    if (m_canCall == canCall)
        return;
    m_canCall = canCall;
    forget();
}

void ThreadDelegate::setHovered(const QString &key, int button)
{
    m_hoveredKey = key;
    m_hoveredButton = button;
}

void ThreadDelegate::setSearch(const SearchMatcher &matcher, const QString &current)
{
    m_matcher = matcher;
    m_found = current;
}

BodyMarks ThreadDelegate::marksOf(const ThreadEntry &entry, const Tokens &tokens) const
{
    if (!m_found.isEmpty() && entry.key() == m_found)
        return {&m_matcher, tokens.onAccent, tokens.accent};
    // A note is amber itself.
    return {&m_matcher, tokens.text1, std::holds_alternative<ThreadNote>(entry.content) ? tokens.selected : tokens.warnBg};
}

RowSurroundings ThreadDelegate::surroundingsOf(int row, int width) const
{
    const ThreadEntry &entry = m_model.entryAt(row);
    RowSurroundings s;
    s.width = width;
    s.looks = m_looks;
    s.first = row == 0;
    s.newMarker = row == m_model.firstNewRow();
    s.files = m_shelf.revision(entry.key());
    s.portions = m_model.portions(entry.key());
    const UtcTime now = m_context.clock.utcNow();
    s.newDay = row == 0 || !m_context.times.sameDay(m_model.entryAt(row - 1).at, entry.at);
    if (s.newDay)
        s.dayLabel = m_context.times.day(entry.at, now);
    if (row > 0 && !s.newDay) {
        const ThreadEntry &above = m_model.entryAt(row - 1);
        s.pause = entry.at - above.at > longPause;
        s.joinsAbove = !s.newMarker && joins(above, entry, m_context.times);
    }
    if (row + 1 < m_model.rowCount())
        s.joinsBelow = row + 1 != m_model.firstNewRow() && joins(entry, m_model.entryAt(row + 1), m_context.times);
    if (const auto *bubble = std::get_if<MessageBubble>(&entry.content)) {
        const BubbleState state = ThreadWords::state(*bubble);
        if (state == BubbleState::Waiting || state == BubbleState::Checking)
            s.second = toUnixMillis(now) / 1000;
    }
    return s;
}

const RowLayout &ThreadDelegate::layoutOf(const QModelIndex &index, int width, const QPalette &palette) const
{
    const ThreadEntry &entry = m_model.entryAt(index.row());
    const QString key = entry.key();
    const RowSurroundings surroundings = surroundingsOf(index.row(), width);
    RowLayout *known = m_layouts.object(key);
    if (known && known->surroundings == surroundings && known->entry == entry)
        return *known;
    auto made = layOutRow(entry, surroundings, m_context, tokensOf(palette), m_canCall, &m_shelf, known);
    RowLayout *layout = made.get();
    m_layouts.insert(key, made.release());
    return *layout;
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The view asks for sizes without a rectangle.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return QSize(dp(100), layoutOf(index, width, option.palette).height);
}

void ThreadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const RowLayout &row = layoutOf(index, option.rect.width(), option.palette);
    m_shelf.look(row.entry);
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    if (!m_flashed.isEmpty() && row.entry.key() == m_flashed)
        painter->fillRect(QRectF(QPointF(0, 0), option.rect.size()), tokens.selected);

    if (row.newLine) {
        painter->setFont(textFont(TextStyle::Badge));
        painter->setPen(tokens.link);
        const QString word = tr("New");
        painter->drawText(*row.newLine, Qt::AlignCenter, word);
        const qreal half = QFontMetricsF(painter->font()).horizontalAdvance(word) / 2 + dp(10);
        const QPointF middle = row.newLine->center();
        painter->setPen(QPen(tokens.link, 1));
        painter->drawLine(QPointF(row.newLine->left(), middle.y()), QPointF(middle.x() - half, middle.y()));
        painter->drawLine(QPointF(middle.x() + half, middle.y()), QPointF(row.newLine->right(), middle.y()));
    }

    if (row.shape != RowLayout::Shape::Bare) {
        QPen pen(row.edge, row.shape == RowLayout::Shape::Dashed ? 1.5 : 1.0);
        if (row.shape == RowLayout::Shape::Dashed)
            pen.setStyle(Qt::DashLine);
        painter->setPen(pen);
        painter->setBrush(row.fill);
        painter->drawPath(row.outline);
    }
    if (row.shape == RowLayout::Shape::Card) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.danger);
        painter->drawRoundedRect(QRectF(row.box.left(), row.box.top() + dp(10), dp(3), row.box.height() - dp(20)), 1.5, 1.5);
    }
    if (row.disc) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(row.discFill);
        painter->drawEllipse(*row.disc);
    }
    for (const RowLayout::Mark &mark : row.marks)
        paintIcon(*painter, mark.area, mark.icon, mark.colour);
    if (row.ring) {
        painter->setBrush(Qt::NoBrush);
        const QRectF area = row.ringArea.adjusted(1.5, 1.5, -1.5, -1.5);
        painter->setPen(QPen(tokens.border, 2));
        painter->drawEllipse(area);
        painter->setPen(QPen(tokens.autoLabel, 2, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(area, 90 * 16, int(*row.ring * 360 * 16));
    }
    for (const QRectF &frame : row.frames) {
        painter->setPen(QPen(tokens.border, 1));
        painter->setBrush(tokens.mutedBg);
        painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), dp(8), dp(8));
    }
    for (const RowLayout::Label &label : row.labels) {
        painter->setFont(label.font);
        painter->setPen(label.colour);
        painter->drawText(label.area, int(label.alignment) | (label.wraps ? int(Qt::TextWordWrap) : int(Qt::TextSingleLine)), label.text);
    }
    // Of a long text only the lines that can be seen.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    painter->setPen(tokens.text1);
    row.body.draw(*painter, view ? QRectF(view->viewport()->rect()).translated(-option.rect.topLeft()) : QRectF(),
                  marksOf(row.entry, tokens));
    for (size_t i = 0; i < row.buttons.size(); ++i) {
        const bool hovered = int(i) == m_hoveredButton && row.entry.key() == m_hoveredKey;
        paintButton(*painter, tokens, row.buttons[i], hovered);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tokens.focus, 2));
        painter->drawRoundedRect(row.box.adjusted(-3, -3, 3, 3), dp(14), dp(14));
    }
    painter->restore();
}

void ThreadDelegate::paintButton(QPainter &painter, const Tokens &tokens, const RowLayout::Button &button, bool hovered) const
{
    if (button.face == RowLayout::Face::Picture) {
        paintTile(painter, tokens, button, hovered);
        return;
    }
    if (button.asLink) {
        QFont font = textFont(TextStyle::Caption);
        font.setUnderline(true);
        painter.setFont(font);
        painter.setPen(hovered ? tokens.text1 : tokens.link);
        painter.drawText(button.area, Qt::AlignCenter | Qt::TextSingleLine, button.text);
        return;
    }
    painter.setPen(QPen(button.primary ? tokens.accent : tokens.borderControl, 1));
    painter.setBrush(button.primary ? (hovered ? tokens.accentHover : tokens.accent) : (hovered ? tokens.hover : tokens.surface));
    const QRectF edge = button.area.adjusted(0.5, 0.5, -0.5, -0.5);
    if (button.face != RowLayout::Face::Words) {
        painter.drawEllipse(edge);
        paintSoundFace(painter, button, tokens.text1);
        return;
    }
    painter.drawRoundedRect(edge, dp(6), dp(6));
    painter.setFont(textFont(TextStyle::Strong));
    painter.setPen(button.primary ? tokens.onAccent : tokens.text1);
    painter.drawText(button.area, Qt::AlignCenter | Qt::TextSingleLine, button.text);
}

} // namespace textback
