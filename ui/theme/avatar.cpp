// SPDX-License-Identifier: MIT
#include "ui/theme/avatar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QRectF>
#include <QTextBoundaryFinder>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// The first letter or digit of a word with whatever belongs to it (accents); empty if the word has none.
QString initialOf(QStringView word)
{
    const QString text = word.toString();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        const QString cluster = text.mid(from, to - from);
        if (cluster.front().isLetterOrNumber())
            return cluster.size() > 4 ? cluster.left(1).toUpper() : cluster.toUpper();
        from = to;
    }
    return {};
}

} // namespace

QString avatarLetters(const QString &name, const QString &address)
{
    QStringList initials;
    for (const QStringView word : QStringView(name).split(u' ', Qt::SkipEmptyParts)) {
        if (const QString initial = initialOf(word); !initial.isEmpty())
            initials.append(initial);
    }
    if (initials.size() == 1)
        return initials.constFirst();
    if (!initials.isEmpty())
        return initials.constFirst() + (initials.size() > 3 ? initials.at(1) : initials.constLast());
    QString digits;
    for (const QChar c : address) {
        if (c.isDigit())
            digits.append(c);
    }
    return digits.isEmpty() ? u"?"_s : digits.right(2);
}

int avatarColourIndex(const QString &address)
{
    // FNV-1a: qHash is seeded anew in every process.
    quint32 hash = 2166136261U;
    for (const char byte : address.toUtf8())
        hash = (hash ^ quint8(byte)) * 16777619U;
    return int(hash % 9U);
}

void paintAvatar(QPainter &painter, const QRectF &disc, const QString &letters, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(disc);
    QFont font = textFont(TextStyle::Strong);
    font.setPixelSize(std::max(9, qRound(disc.width() * 0.36)));
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    painter.setPen(lightTokens().onAccent);
    painter.drawText(disc, Qt::AlignCenter, letters);
    painter.restore();
}

} // namespace textback
