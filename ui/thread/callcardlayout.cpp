// SPDX-License-Identifier: MIT
#include "ui/thread/callcardlayout.h"

#include "ui/format/callwords.h"
#include "ui/format/reasonwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/threadwords.h"

#include <algorithm>

namespace textback {

namespace {

/// Builds a card from top to bottom.
class CardBuilder {
public:
    CardBuilder(RowLayout &row, const RowPlace &place)
        : m_row(row)
        , m_place(place)
        , m_width(row.surroundings.width)
        , m_y(place.top)
    {
    }

    qreal build(const CallCard &card)
    {
        const bool big = card.missed;
        const qreal width = std::min<qreal>(dp(440), m_width - 2 * m_place.margin);
        const qreal height = dp(big ? 64 : 44);
        m_row.shape = big ? RowLayout::Shape::Card : RowLayout::Shape::SmallCard;
        m_row.box = QRectF((m_width - width) / 2, m_y, width, height);
        m_row.outline.addRoundedRect(m_row.box, dp(10), dp(10));
        m_row.fill = m_place.tokens.surface;
        m_row.edge = m_place.tokens.border;

        const qreal disc = dp(big ? 36 : 28);
        const qreal left = m_row.box.left() + dp(big ? 16 : 10);
        m_row.disc = QRectF(left, m_row.box.center().y() - disc / 2, disc, disc);
        m_row.discFill = big ? m_place.tokens.countBadge : m_place.tokens.mutedBg;
        const qreal icon = dp(big ? 20 : 16);
        Icon drawing = card.direction == CallDirection::Outbound ? Icon::CalledOut : card.open ? Icon::Phone : Icon::Incoming;
        if (big)
            drawing = card.recordings > 0 ? Icon::Voicemail : Icon::Missed;
        m_row.marks.push_back({drawing, QRectF(m_row.disc->center().x() - icon / 2, m_row.disc->center().y() - icon / 2, icon, icon),
                               big ? m_place.tokens.onAccent : m_place.tokens.muted});

        qreal right = m_row.box.right() - dp(12);
        if (big && m_place.canCall) {
            const QString text = ThreadWords::tr("Call back");
            const qreal w = advance(textFont(TextStyle::Strong), text) + dp(24);
            m_row.buttons.push_back(
                {ThreadAction::CallBack, text, QRectF(right - w, m_row.box.center().y() - dp(16), w, dp(32)), false, false});
            right -= w + dp(8);
        }
        if (m_place.shelf && card.recordings > 0)
            right = voicemailButton(card, right);
        const qreal textLeft = m_row.disc->right() + dp(12);
        const qreal textWidth = right - textLeft;
        const QFont strong = textFont(TextStyle::Strong);
        const QFont caption = textFont(TextStyle::Caption);
        const QString details =
            voicemailLoads(card) ? MediaWords::tr("Fetching the voicemail…") : ThreadWords::callDetails(card, m_place.context);
        const auto elide = [](const QFont &font, const QString &text, qreal space) {
            return QFontMetricsF(font).elidedText(text, Qt::ElideRight, space);
        };
        if (big) {
            label(QRectF(textLeft, m_row.box.top() + dp(11), textWidth, dp(20)), elide(strong, CallWords::title(card), textWidth), strong,
                  m_place.tokens.danger, Qt::AlignLeft | Qt::AlignVCenter);
            label(QRectF(textLeft, m_row.box.top() + dp(33), textWidth, dp(18)), elide(caption, details, textWidth), caption,
                  m_place.tokens.text2, Qt::AlignLeft | Qt::AlignVCenter);
        } else {
            const QString title = CallWords::title(card);
            const qreal titleWidth = std::min(textWidth, advance(strong, title));
            label(QRectF(textLeft, m_row.box.top(), titleWidth, height), elide(strong, title, titleWidth), strong, m_place.tokens.text2,
                  Qt::AlignLeft | Qt::AlignVCenter);
            const qreal rest = textWidth - titleWidth - dp(10);
            if (rest > dp(40))
                label(QRectF(textLeft + titleWidth + dp(10), m_row.box.top(), rest, height), elide(caption, details, rest), caption,
                      m_place.tokens.text3, Qt::AlignLeft | Qt::AlignVCenter);
        }
        m_y = m_row.box.bottom();
        if (const QString words = CallWords::textOutcome(card); !words.isEmpty())
            callCaption(card, words);
        if (const MediaShelf::File *file = voicemail(card); file && file->report.error)
            voicemailFailure(*file->report.error);
        return m_y;
    }

private:
    const MediaShelf::File *voicemail(const CallCard &card) const
    {
        return m_place.shelf ? m_place.shelf->find({{}, card.id, 0}) : nullptr;
    }

    bool voicemailLoads(const CallCard &card) const
    {
        const MediaShelf::File *file = voicemail(card);
        return file && file->report.state == MediaReport::State::Loading;
    }

    /// Left of `right`; returns what is left for the words.
    qreal voicemailButton(const CallCard &card, qreal right)
    {
        const bool plays = m_place.shelf->playing() == card.id;
        const qreal side = dp(card.missed ? 32 : 28);
        const QRectF area(right - side, m_row.box.center().y() - side / 2, side, side);
        RowLayout::Button button{ThreadAction::PlayVoicemail, plays ? MediaWords::stopVoicemail() : MediaWords::playVoicemail(card), area,
                                 false, false};
        button.face = plays ? RowLayout::Face::Stop : RowLayout::Face::Play;
        m_row.buttons.push_back(button);
        return right - side - dp(8);
    }

    void voicemailFailure(const Error &error)
    {
        const QFont font = textFont(TextStyle::Caption);
        const QString words = MediaWords::failure(error);
        const QString again = MediaWords::tr("Try again");
        const qreal space = m_row.box.width();
        const qreal height = wrappedHeight(font, words, space);
        m_y += dp(6);
        label(QRectF(m_row.box.left(), m_y, space, height), words, font, m_place.tokens.danger, Qt::AlignHCenter | Qt::AlignTop, true);
        m_y += height;
        const qreal line = lineHeight(TextStyle::Caption) + dp(4);
        const qreal width = advance(font, again);
        m_row.buttons.push_back({ThreadAction::TryAgain, again, QRectF((m_width - width) / 2, m_y, width, line), true, false});
        m_y += line;
    }

    void callCaption(const CallCard &card, const QString &words)
    {
        const auto reason = CallWords::skipReason(card);
        const QFont font = textFont(TextStyle::Caption);
        const bool act = reason && ReasonWords::tone(*reason) == ReasonTone::Act;
        const QColor colour = act ? m_place.tokens.warn : m_place.tokens.text2;
        m_y += dp(6);
        const qreal space = m_row.box.width();
        const QString why = ThreadWords::tr("Why?");
        const qreal whyWidth = reason ? advance(font, why) : 0;
        const qreal textWidth = advance(font, words);
        if (textWidth + whyWidth + dp(6) <= space) {
            const qreal line = lineHeight(TextStyle::Caption) + dp(2);
            const qreal left = (m_width - textWidth - (reason ? whyWidth + dp(6) : 0)) / 2;
            label(QRectF(left, m_y, textWidth, line), words, font, colour);
            if (reason)
                m_row.buttons.push_back({ThreadAction::Why, why, QRectF(left + textWidth + dp(6), m_y, whyWidth, line), true, false});
            m_y += line;
            return;
        }
        const qreal height = wrappedHeight(font, words, space);
        label(QRectF(m_row.box.left(), m_y, space, height), words, font, colour, Qt::AlignHCenter | Qt::AlignTop, true);
        m_y += height;
        if (reason) {
            const qreal line = lineHeight(TextStyle::Caption) + dp(4);
            m_row.buttons.push_back({ThreadAction::Why, why, QRectF((m_width - whyWidth) / 2, m_y, whyWidth, line), true, false});
            m_y += line;
        }
    }

    void label(const QRectF &area, const QString &text, const QFont &font, const QColor &colour, Qt::Alignment alignment = Qt::AlignCenter,
               bool wraps = false)
    {
        m_row.labels.push_back({area, text, font, colour, alignment, wraps});
    }

    RowLayout &m_row;
    const RowPlace &m_place;
    qreal m_width;
    qreal m_y;
};

} // namespace

qreal layOutCallCard(RowLayout &row, const CallCard &card, const RowPlace &place)
{
    return CardBuilder(row, place).build(card);
}

} // namespace textback
