// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace textback {

/// A party's disc with letters.
class AvatarWidget : public QWidget {
    Q_OBJECT

public:
    explicit AvatarWidget(int size, QWidget *parent = nullptr);

    void setParty(const QString &name, const QString &address);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
    int m_colour = 0;
};

} // namespace textback
