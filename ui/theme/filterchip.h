// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace textback {

/// A checkable chip with a word and a count, 28 high. The count is part of the accessible name.
class FilterChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FilterChip(const QString &word, QWidget *parent = nullptr);

    /// Less than zero shows no number.
    void setCount(int count);
    QSize sizeHint() const override;
    /// With less air beside the word, for narrow columns.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString label() const;

    QString m_word;
    int m_count = -1;
};

} // namespace textback
