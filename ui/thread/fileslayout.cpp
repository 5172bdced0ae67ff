// SPDX-License-Identifier: MIT
#include "ui/thread/fileslayout.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/thread/mediashelf.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/rowplace.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace textback {

namespace {

constexpr int mostTiles = 4;

class FilesBuilder {
public:
    FilesBuilder(const Message &message, const MediaShelf &shelf, const Tokens &tokens, qreal widest)
        : m_shelf(shelf)
        , m_tokens(tokens)
        , m_widest(widest)
    {
        for (int i = 0; i < std::min(message.media, mostFilesOfMessage); ++i)
            sort({message.id, {}, i});
        m_beyond = std::max(0, message.media - mostFilesOfMessage);
    }

    FilesLayout build()
    {
        tiles();
        for (const MediaKey &key : m_others)
            other(key);
        if (m_error)
            failure();
        if (m_beyond > 0)
            words(MediaWords::tr("%n more at your phone provider", nullptr, m_beyond), m_tokens.text2);
        m_result.size.setHeight(m_y);
        return m_result;
    }

private:
    void sort(const MediaKey &key)
    {
        const MediaShelf::File *file = m_shelf.find(key);
        if (file && file->report.state == MediaReport::State::Failed)
            m_error = file->report.error;
        else if (file && file->isOther())
            m_others.push_back(key);
        else
            m_pictures.push_back(key); // until it is known to be something else
    }

    void tiles()
    {
        const int count = std::min(int(m_pictures.size()), mostTiles);
        if (count == 0)
            return;
        const qreal gap = dp(6);
        const qreal side = std::min<qreal>(dp(96), (m_widest - (count - 1) * gap) / count);
        const QSizeF size = count == 1 ? QSizeF(std::min<qreal>(dp(220), m_widest), dp(165)) : QSizeF(side, side);
        qreal x = 0;
        for (int i = 0; i < count; ++i) {
            tile(m_pictures[size_t(i)], i, QRectF(QPointF(x, m_y), size));
            x += size.width() + gap;
        }
        grow(x - gap, size.height() + dp(6));
    }

    void tile(const MediaKey &key, int number, const QRectF &area)
    {
        const MediaShelf::File *file = m_shelf.find(key);
        const QFont font = textFont(TextStyle::Caption);
        if (!file || !file->isPicture()) {
            m_result.frames.push_back(area);
            m_result.labels.push_back({area, MediaWords::tr("Loading…"), font, m_tokens.text2, Qt::AlignCenter, true});
            return;
        }
        RowLayout::Button button{ThreadAction::OpenPicture, MediaWords::openPicture(number + 1, int(m_pictures.size())), area, false,
                                 false};
        button.face = RowLayout::Face::Picture;
        button.file = key.index;
        button.picture = file->thumbnail;
        if (number == mostTiles - 1 && int(m_pictures.size()) > mostTiles)
            button.more = int(m_pictures.size()) - mostTiles;
        m_result.buttons.push_back(button);
    }

    void other(const MediaKey &key)
    {
        const KeptFile &file = m_shelf.find(key)->report.file;
        const QFont strong = textFont(TextStyle::Strong);
        const QFont caption = textFont(TextStyle::Caption);
        const qreal line = lineHeight(TextStyle::Body) + dp(4);
        const QString save = MediaWords::tr("Save as…");
        const qreal saveWidth = advance(caption, save);
        const QString name = MediaWords::named(file);
        const qreal nameWidth = std::min(advance(strong, name), m_widest - saveWidth - dp(10));
        m_result.labels.push_back({QRectF(0, m_y, nameWidth, line), QFontMetricsF(strong).elidedText(name, Qt::ElideRight, nameWidth),
                                   strong, m_tokens.text1, Qt::AlignLeft | Qt::AlignVCenter});
        RowLayout::Button button{ThreadAction::SaveFile, save, QRectF(nameWidth + dp(10), m_y, saveWidth, line), true, false};
        button.file = key.index;
        m_result.buttons.push_back(button);
        grow(nameWidth + dp(10) + saveWidth, line);
    }

    void failure()
    {
        words(MediaWords::failure(*m_error), m_tokens.danger);
        const QString again = MediaWords::tr("Try again");
        const qreal line = lineHeight(TextStyle::Caption) + dp(4);
        const qreal width = advance(textFont(TextStyle::Caption), again);
        m_result.buttons.push_back({ThreadAction::TryAgain, again, QRectF(0, m_y, width, line), true, false});
        grow(width, line + dp(2));
    }

    void words(const QString &text, const QColor &colour)
    {
        const QFont font = textFont(TextStyle::Caption);
        const qreal width = std::min(m_widest, advance(font, text));
        const qreal height = wrappedHeight(font, text, width);
        m_result.labels.push_back({QRectF(0, m_y, width, height), text, font, colour, Qt::AlignLeft | Qt::AlignTop, true});
        grow(width, height + dp(2));
    }

    void grow(qreal width, qreal height)
    {
        m_result.size.setWidth(std::max(m_result.size.width(), width));
        m_y += height;
    }

    const MediaShelf &m_shelf;
    const Tokens &m_tokens;
    qreal m_widest;
    std::vector<MediaKey> m_pictures; // also what may turn out to be one
    std::vector<MediaKey> m_others;
    std::optional<Error> m_error;
    int m_beyond = 0;
    qreal m_y = 0;
    FilesLayout m_result;
};

} // namespace

void FilesLayout::placeInto(RowLayout &row, const QPointF &at) const
{
    for (RowLayout::Button button : buttons) {
        button.area.translate(at);
        row.buttons.push_back(std::move(button));
    }
    for (RowLayout::Label label : labels) {
        label.area.translate(at);
        row.labels.push_back(std::move(label));
    }
    for (const QRectF &frame : frames)
        row.frames.push_back(frame.translated(at));
}

FilesLayout layOutFiles(const Message &message, const MediaShelf &shelf, const Tokens &tokens, qreal widest)
{
    return FilesBuilder(message, shelf, tokens, widest).build();
}

} // namespace textback
