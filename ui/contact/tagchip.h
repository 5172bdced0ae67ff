// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"

#include <QAbstractButton>

namespace textback {

struct Tokens;

/// The colours of a tag in a theme: words on a ground.
struct TagLook {
    QColor words;
    QColor ground;
};

TagLook tagLook(const Tokens &tokens, TagColor color);
/// "Blue", in words.
QString tagColorName(TagColor color);

/// A tag that stands on a person: its word on its colour. Delete takes it off, Enter and a click open its menu.
class TagChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit TagChip(const Tag &tag, QWidget *parent = nullptr);

    const Tag &tag() const { return m_tag; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Tag m_tag;
};

} // namespace textback
