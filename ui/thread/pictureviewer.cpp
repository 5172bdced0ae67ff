// SPDX-License-Identifier: MIT
#include "ui/thread/pictureviewer.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/thread/mediawords.h"
#include "ui/thread/pictureloader.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace textback {

namespace {

constexpr int largestShown = 4096; // pixels: more than a screen has

} // namespace

/// A picture, fitted and centred, or a word in its place.
class PictureCanvas final : public QWidget {
public:
    using QWidget::QWidget;

    void setPicture(const QImage &picture, const QString &words)
    {
        m_picture = picture;
        m_words = words;
        update();
    }
    const QImage &picture() const { return m_picture; }
    QSize sizeHint() const override { return {dp(760), dp(560)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = tokensOf(palette());
        painter.fillRect(rect(), tokens.thread);
        if (m_picture.isNull()) {
            painter.setFont(textFont(TextStyle::Body));
            painter.setPen(tokens.text2);
            painter.drawText(rect().adjusted(dp(20), dp(20), -dp(20), -dp(20)), int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_words);
            return;
        }
        // Never larger than it is: a small one would only become coarse.
        const QSize room = size().boundedTo(m_picture.size());
        QRect area(QPoint(), m_picture.size().scaled(room, Qt::KeepAspectRatio));
        area.moveCenter(rect().center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(area, m_picture);
    }

private:
    QImage m_picture;
    QString m_words;
};

PictureViewer::PictureViewer(PictureLoader &loader, std::vector<Picture> pictures, size_t first, QWidget *parent)
    : QDialog(parent)
    , m_loader(loader)
    , m_pictures(std::move(pictures))
    , m_canvas(new PictureCanvas(this))
    , m_back(new QPushButton(tr("Previous"), this))
    , m_next(new QPushButton(tr("Next"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *save = new QPushButton(tr("Save as…"), this);
    auto *close = new QPushButton(tr("Close"), this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(dp(12), dp(10), dp(12), dp(10));
    row->setSpacing(dp(8));
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addStretch(1);
    row->addWidget(save);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_canvas, 1);
    layout->addLayout(row);
    for (QPushButton *button : {m_back, m_next, save, close})
        button->setAutoDefault(false);
    m_back->setVisible(m_pictures.size() > 1);
    m_next->setVisible(m_pictures.size() > 1);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_current + 1); });
    connect(save, &QPushButton::clicked, this, [this] { emit saveRequested(m_pictures[m_current].key); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setFocus();
    if (parent)
        resize(parent->window()->size() * 0.85);
    go(first);
}

bool PictureViewer::isShown() const
{
    return !m_canvas->picture().isNull();
}

void PictureViewer::go(size_t number)
{
    if (number >= m_pictures.size())
        return;
    m_current = number;
    const int of = int(m_pictures.size());
    const QString name = of > 1 ? tr("Picture %1 of %2").arg(number + 1).arg(of) : tr("Picture");
    setWindowTitle(name);
    m_canvas->setAccessibleName(name);
    m_canvas->setPicture({}, tr("Loading…"));
    m_back->setEnabled(number > 0);
    m_next->setEnabled(number + 1 < m_pictures.size());
    const KeptFile &file = m_pictures[number].file;
    m_loader.load(file.path, file.type, largestShown, m_canvas, [this, number](const QImage &picture) {
        if (number == m_current)
            m_canvas->setPicture(picture, tr("This picture cannot be shown. You can save it."));
    });
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left && m_current > 0)
        go(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        go(m_current + 1);
    else
        QDialog::keyPressEvent(event);
}

} // namespace textback
