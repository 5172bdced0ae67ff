// SPDX-License-Identifier: MIT
#include "ui/thread/rowlayout.h"

#include "domain/messagebody.h"
#include "domain/ports/clock.h"
#include "ui/format/callwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/thread/bubblelook.h"
#include "ui/thread/callcardlayout.h"
#include "ui/thread/fileslayout.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/noterow.h"
#include "ui/thread/rowplace.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// Builds one row from top to bottom.
class RowBuilder {
public:
    RowBuilder(RowLayout &row, const ViewContext &context, const Tokens &tokens, bool canCall, const MediaShelf *shelf, RowLayout *earlier)
        : m_row(row)
        , m_context(context)
        , m_tokens(tokens)
        , m_canCall(canCall)
        , m_shelf(shelf)
        , m_earlier(earlier)
        , m_width(row.surroundings.width)
    {
    }

    void build()
    {
        separators();
        if (const auto *card = std::get_if<CallCard>(&m_row.entry.content))
            m_y = layOutCallCard(m_row, *card, place());
        else if (const auto *note = std::get_if<ThreadNote>(&m_row.entry.content))
            m_y = layOutNote(m_row, *note, place());
        else
            bubble(std::get<MessageBubble>(m_row.entry.content));
        m_row.height = int(std::ceil(m_y + (m_row.surroundings.joinsBelow ? dp(2) : dp(6))));
    }

private:
    void separators()
    {
        const RowSurroundings &s = m_row.surroundings;
        m_y = s.first ? dp(12) : s.joinsAbove ? dp(2) : dp(6);
        const qreal line = lineHeight(TextStyle::Caption);
        if (s.newDay) {
            m_y += s.first ? 0 : dp(10);
            label(QRectF(0, m_y, m_width, line), s.dayLabel, textFont(TextStyle::Badge), m_tokens.text2);
            m_y += line + dp(10);
        } else if (s.pause) {
            m_y += dp(10);
            label(QRectF(0, m_y, m_width, line), m_context.times.clock(m_row.entry.at), textFont(TextStyle::Caption), m_tokens.text3);
            m_y += line + dp(8);
        }
        if (s.newMarker) {
            m_y += dp(2);
            m_row.newLine = QRectF(margin(), m_y, m_width - 2 * margin(), line);
            m_y += line + dp(8);
        }
    }

    RowPlace place() const { return {m_context, m_tokens, m_y, margin(), m_canCall, m_shelf, m_earlier}; }

    /// In a wide window question and answer stay side by side in its middle.
    qreal margin() const { return std::max<qreal>(m_width < dp(420) ? dp(12) : dp(20), (m_width - widestThread()) / 2); }
    static qreal widestThread() { return dp(960); }

    void label(const QRectF &area, const QString &text, const QFont &font, const QColor &colour, Qt::Alignment alignment = Qt::AlignCenter,
               bool wraps = false)
    {
        m_row.labels.push_back({area, text, font, colour, alignment, wraps});
    }

    qreal buttonWidth(const QString &text) const { return advance(textFont(TextStyle::Strong), text) + dp(24); }

    void bubble(const MessageBubble &content)
    {
        const BubbleState state = ThreadWords::state(content);
        const Message &message = content.message;
        const bool mine = message.direction == MessageDirection::Outgoing;
        const UtcTime now = m_context.clock.utcNow();
        const qreal available = m_width - 2 * margin();
        const qreal widest = std::min<qreal>(dp(440), std::max(available * 0.72, available - dp(80) < dp(260) ? available * 0.88 : 0.0));
        const qreal padX = dp(12);
        const qreal padY = dp(8);
        const bool bare =
            isEmojiOnly(message.body) && message.media == 0 && state != BubbleState::Waiting && message.origin != MessageOrigin::Automatic;

        QFont font = textFont(TextStyle::Body);
        if (bare)
            font.setPixelSize(dp(32));
        const int step = bare ? dp(40) : lineHeight(TextStyle::Body);
        m_row.body = layOutBody(message.body, m_row.surroundings.portions, {font, m_tokens.link, widest - 2 * padX, qreal(step)},
                                m_earlier ? &m_earlier->body : nullptr);
        const qsizetype shown = m_row.body.shown;
        const bool cut = shown < message.body.size();
        const QSizeF body = m_row.body.size();

        const QFont badge = textFont(TextStyle::Badge);
        const QFont caption = textFont(TextStyle::Caption);
        const QString headline = ThreadWords::headline(content, now);
        QString meta = m_context.times.clock(m_row.entry.at);
        if (state == BubbleState::Waiting)
            meta.clear();
        else if (state == BubbleState::Checking)
            meta = ThreadWords::tr("Checking with the provider… %1")
                       .arg(TimeWords::runningClock(content.attemptEnded ? now - *content.attemptEnded : Millis(0)));
        const auto icon = state == BubbleState::Waiting ? std::nullopt : ThreadWords::deliveryIcon(content);
        const QString delivery =
            mine && state != BubbleState::Waiting && state != BubbleState::Checking ? ThreadWords::delivery(content) : QString();
        const qreal iconSize = dp(14);
        const qreal metaWidth = (meta.isEmpty() ? 0 : advance(caption, meta)) + (icon ? iconSize + dp(6) : 0) +
                                (delivery.isEmpty() ? 0 : advance(caption, delivery));
        QStringList notes;
        const FilesLayout files =
            m_shelf && message.media > 0 ? layOutFiles(message, *m_shelf, m_tokens, widest - 2 * padX) : FilesLayout();
        if (message.media > 0 && !m_shelf)
            notes << ThreadWords::tr("%n picture(s) or file(s): look at them at your phone provider", nullptr, message.media);
        if (isCutBody(message.body) && !cut)
            notes << ThreadWords::tr("This text was too long to keep: the rest of it is at your phone provider.");
        const QString more = cut ? ThreadWords::tr("Show more (%L1 of %L2 characters)").arg(shown).arg(message.body.size()) : QString();

        const bool bolt = message.origin == MessageOrigin::Automatic;
        const qreal headWidth =
            headline.isEmpty() ? 0 : advance(badge, headline) + (bolt ? dp(18) : 0) + (state == BubbleState::Waiting ? dp(28) : 0);
        const QString cancel = ThreadWords::tr("Cancel");
        const QString sendNow = ThreadWords::tr("Send now");
        const qreal holdWidth = state == BubbleState::Waiting ? buttonWidth(cancel) + dp(8) + buttonWidth(sendNow) : 0;
        qreal noteWidth = 0;
        for (const QString &note : notes)
            noteWidth = std::max(noteWidth, std::min(widest - 2 * padX, advance(caption, note)));
        const qreal inner = std::max({body.width(), headWidth, metaWidth, holdWidth, noteWidth, files.size.width(),
                                      more.isEmpty() ? 0 : advance(caption, more), qreal(dp(72)) - 2 * padX});
        const qreal width = std::min(widest, inner + 2 * padX);
        const qreal left = mine ? m_width - margin() - width : margin();

        qreal y = m_y + (bare ? 0 : padY);
        if (!headline.isEmpty()) {
            const qreal line = lineHeight(TextStyle::Badge) + dp(2);
            qreal x = left + padX;
            const QColor colour = bolt ? m_tokens.autoLabel : m_tokens.text2;
            if (bolt) {
                m_row.marks.push_back({Icon::Bolt, QRectF(x - dp(1), y + (line - iconSize) / 2, iconSize, iconSize), colour});
                x += dp(16);
            }
            const qreal headSpace = left + width - padX - x - (state == BubbleState::Waiting ? dp(22) : 0);
            label(QRectF(x, y, headSpace, line), QFontMetricsF(badge).elidedText(headline, Qt::ElideRight, headSpace), badge, colour,
                  Qt::AlignLeft | Qt::AlignVCenter);
            if (state == BubbleState::Waiting) {
                m_row.ringArea = QRectF(left + width - padX - dp(16), y + (line - dp(16)) / 2, dp(16), dp(16));
                const double total = std::max<double>(1.0, double((content.notBefore - m_row.entry.at).count()));
                m_row.ring = std::clamp(double((content.notBefore - now).count()) / total, 0.0, 1.0);
            }
            y += line + dp(2);
        }
        files.placeInto(m_row, QPointF(left + padX, y));
        y += files.size.height();
        m_row.body.at = QPointF(left + padX, y);
        if (!message.body.isEmpty() || message.media == 0)
            y += body.height();
        for (const QString &note : notes) {
            const qreal height = wrappedHeight(caption, note, width - 2 * padX);
            label(QRectF(left + padX, y, width - 2 * padX, height), note, caption, m_tokens.text2, Qt::AlignLeft | Qt::AlignTop, true);
            y += height + dp(2);
        }
        if (cut) {
            const qreal line = lineHeight(TextStyle::Caption) + dp(4);
            m_row.buttons.push_back({ThreadAction::ShowMore, more, QRectF(left + padX, y, advance(caption, more), line), true, false});
            y += line;
        }
        if (state == BubbleState::Waiting) {
            y += dp(8);
            qreal x = left + width - padX - holdWidth;
            m_row.buttons.push_back({ThreadAction::CancelWaiting, cancel, QRectF(x, y, buttonWidth(cancel), dp(28)), false, false});
            x += buttonWidth(cancel) + dp(8);
            m_row.buttons.push_back({ThreadAction::SendNow, sendNow, QRectF(x, y, buttonWidth(sendNow), dp(28)), false, true});
            y += dp(28) + dp(2);
        } else {
            const qreal line = lineHeight(TextStyle::Caption) + dp(1);
            qreal x = mine ? left + width - padX - metaWidth : left + padX;
            if (bare && !mine)
                x = left + padX;
            const bool bad = state == BubbleState::Failed || state == BubbleState::Unconfirmed;
            const QColor colour = bad ? m_tokens.danger : m_tokens.text2;
            if (!meta.isEmpty()) {
                const qreal w = advance(caption, meta);
                label(QRectF(x, y, w, line), meta, caption, m_tokens.text2, Qt::AlignLeft | Qt::AlignVCenter);
                x += w + dp(3);
            }
            if (icon) {
                m_row.marks.push_back({*icon, QRectF(x, y + (line - iconSize) / 2, iconSize, iconSize), colour});
                x += iconSize + dp(3);
            }
            if (!delivery.isEmpty())
                label(QRectF(x, y, advance(caption, delivery), line), delivery, caption, colour, Qt::AlignLeft | Qt::AlignVCenter);
            y += line;
        }
        y += bare ? 0 : padY - dp(2);
        m_row.box = QRectF(left, m_y, width, y - m_y);
        const BubbleCorners corners = cornersOf(mine, m_row.surroundings);
        m_row.outline = bubbleOutline(m_row.box.adjusted(0.5, 0.5, -0.5, -0.5), corners);
        const BubbleLook look = bubbleLook(content.message.origin, state, bare, m_tokens);
        m_row.shape = look.shape;
        m_row.fill = look.fill;
        m_row.edge = look.edge;
        m_y = m_row.box.bottom();
        if (const QString words = ThreadWords::trouble(content); !words.isEmpty())
            troubleLine(content, state, words);
    }

    void troubleLine(const MessageBubble &content, BubbleState state, const QString &words)
    {
        const QFont font = textFont(TextStyle::Caption);
        const qreal space = std::min<qreal>(dp(440), m_width - 2 * margin());
        const qreal right = m_width - margin();
        m_y += dp(4);
        const qreal width = std::min(space, advance(font, words));
        const qreal height = wrappedHeight(font, words, width);
        label(QRectF(right - width, m_y, width, height), words, font, state == BubbleState::Dropped ? m_tokens.text2 : m_tokens.danger,
              Qt::AlignRight | Qt::AlignTop, true);
        m_y += height;
        struct Offer {
            ThreadAction action;
            QString text;
        };
        std::vector<Offer> offers;
        if (state == BubbleState::Dropped) {
            if (content.skipped == DecisionReason::CancelledByOwner)
                offers.push_back({ThreadAction::SendAnyway, ThreadWords::tr("Send anyway")});
        } else {
            if (m_canCall)
                offers.push_back({ThreadAction::CallBack, ThreadWords::tr("Call")});
            offers.push_back({ThreadAction::SendAgain, ThreadWords::tr("Send again")});
            if (state == BubbleState::Failed)
                offers.push_back({ThreadAction::CopyText, ThreadWords::tr("Copy text")});
        }
        if (offers.empty())
            return;
        m_y += dp(6);
        qreal x = right;
        for (auto offer = offers.rbegin(); offer != offers.rend(); ++offer) {
            const qreal w = buttonWidth(offer->text);
            x -= w;
            m_row.buttons.push_back({offer->action, offer->text, QRectF(x, m_y, w, dp(28)), false, false});
            x -= dp(8);
        }
        m_y += dp(30);
    }

    RowLayout &m_row;
    const ViewContext &m_context;
    const Tokens &m_tokens;
    bool m_canCall;
    const MediaShelf *m_shelf;
    RowLayout *m_earlier;
    qreal m_width;
    qreal m_y = 0;
};

} // namespace

const RowLayout::Button *RowLayout::buttonAt(const QPointF &point) const
{
    for (const Button &button : buttons) {
        // Links are small: a little more room makes them easy to hit.
        if (button.area.adjusted(-4, -4, 4, 4).contains(point))
            return &button;
    }
    return nullptr;
}

std::unique_ptr<RowLayout> layOutRow(const ThreadEntry &entry, const RowSurroundings &surroundings, const ViewContext &context,
                                     const Tokens &tokens, bool canCall, const MediaShelf *shelf, RowLayout *earlier)
{
    auto row = std::make_unique<RowLayout>();
    row->entry = entry;
    row->surroundings = surroundings;
    // Theme, text size and width change what a text looks like; neighbours do not.
    const bool same = earlier && earlier->surroundings.width == surroundings.width && earlier->surroundings.looks == surroundings.looks;
    RowBuilder(*row, context, tokens, canCall, shelf, same ? earlier : nullptr).build();
    return row;
}

} // namespace textback
