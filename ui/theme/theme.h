// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QObject>
#include <QString>

class QApplication;

namespace textback {

class SystemScheme;

/// The looks of the program: Fusion, a palette from the tokens, one small style sheet, the fonts. Made once, before the first widget; switches
/// live. Widgets find their colours by tokensOf(palette()), so they need not know this class. GUI thread.
class Theme : public QObject {
    Q_OBJECT

public:
    /// `application` outlives it.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    ColorMode colors() const { return m_colors; }
    void setColors(ColorMode colors);
    /// 90 to 150.
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);
    bool isDark() const;
    /// The set in force: the contrasting one where the desktop asks for it, whatever a person chose here.
    const Tokens &tokens() const;

signals:
    /// Palette, style sheet and fonts are new; widgets were told by Qt's own events.
    void changed();

private:
    void apply();

    QApplication &m_application;
    SystemScheme *m_system;
    ColorMode m_colors = ColorMode::System;
    int m_textPercent = 100;
};

/// The style sheet of a set, for buttons, inputs, menus and scroll bars. A QPushButton with the dynamic property "kind" is "primary" or
/// "danger"; a QToolButton with "kind" "icon" is flat.
QString styleSheetFrom(const Tokens &tokens);

} // namespace textback
