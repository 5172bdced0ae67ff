// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

#include "ui/theme/systemscheme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    // Asked before our own palette covers the desktop's.
    , m_system(watchSystemScheme(QApplication::palette().color(QPalette::WindowText).lightness() > 127, this))
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    connect(m_system, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

void Theme::setColors(ColorMode colors)
{
    if (m_colors == colors)
        return;
    m_colors = colors;
    apply();
}

void Theme::setTextPercent(int percent)
{
    const int bounded = std::clamp(percent, WindowSettings::leastTextPercent, WindowSettings::mostTextPercent);
    if (m_textPercent == bounded)
        return;
    m_textPercent = bounded;
    apply();
}

bool Theme::isDark() const
{
    return m_colors == ColorMode::System ? m_system->isDark() : m_colors == ColorMode::Dark;
}

const Tokens &Theme::tokens() const
{
    if (m_system->wantsContrast())
        return isDark() ? contrastDarkTokens() : contrastLightTokens();
    return isDark() ? darkTokens() : lightTokens();
}

void Theme::apply()
{
    const Tokens &tokens = this->tokens();
    QApplication::setFont(applicationFont(m_textPercent));
    QApplication::setPalette(paletteFrom(tokens));
    m_application.setStyleSheet(styleSheetFrom(tokens));
    emit changed();
}

QString styleSheetFrom(const Tokens &t)
{
    QString sheet = uR"(
QToolTip { background: @surface; color: @text1; border: 1px solid @border; padding: 4px 6px; }
QPushButton { background: @surface; color: @text1; border: 1px solid @borderControl; border-radius: 6px; padding: 0 @12; min-height: @30; font-weight: 600; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selected; }
QPushButton:focus { border: 2px solid @focus; padding: 0 @11; min-height: @28; }
QPushButton:disabled { color: @text3; border-color: @border; background: @window; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @ring; }
QPushButton[kind="primary"]:disabled { background: @border; color: @text2; border-color: @border; }
QPushButton[kind="danger"] { color: @danger; border-color: @danger; }
QPushButton[kind="danger"]:disabled { color: @text3; border-color: @border; }
QToolButton[kind="icon"] { background: transparent; border: 2px solid transparent; border-radius: 6px; min-width: @28; min-height: @28; }
QToolButton[kind="icon"]:hover { background: @hover; }
QToolButton[kind="icon"]:pressed, QToolButton[kind="icon"]:checked { background: @selected; }
QToolButton[kind="icon"]:focus { border-color: @focus; }
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QTimeEdit { background: @surface; color: @text1; border: 1px solid @borderControl; border-radius: 8px; padding: 1px 7px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit, QComboBox, QSpinBox { min-height: @32; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus { border: 2px solid @focus; padding: 0px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @text3; background: @window; border-color: @border; }
QLineEdit[kind="name"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 0 3px; min-height: 0; }
QLineEdit[kind="name"]:hover { background: @hover; }
QLineEdit[kind="name"]:focus { background: @surface; border: 2px solid @focus; padding: 0 2px; }
QToolButton[kind="jump"] { background: @surface; border: 1px solid @borderControl; border-radius: @18; }
QToolButton[kind="jump"]:hover { background: @hover; }
QToolButton[kind="jump"]:focus { border: 2px solid @focus; }
QComboBox::drop-down { border: none; width: @24; }
QComboBox::down-arrow { image: none; border-left: 4px solid @surface; border-right: 4px solid @surface; border-top: 5px solid @text2; width: 0; height: 0; }
QComboBox QAbstractItemView { background: @surface; color: @text1; border: 1px solid @border; selection-background-color: @selected; selection-color: @text1; }
QMenu { background: @surface; color: @text1; border: 1px solid @border; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 14px; border-radius: 4px; }
QMenu::item:selected { background: @selected; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: @borderControl; border-radius: 3px; min-height: 32px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: @borderControl; border-radius: 3px; min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @border; }
)"_s;
    struct Name {
        QLatin1StringView name;
        QColor colour;
    };
    // Longer names first: one is the beginning of another.
    const Name names[] = {{"@borderControl"_L1, t.borderControl},
                          {"@accentHover"_L1, t.accentHover},
                          {"@onAccent"_L1, t.onAccent},
                          {"@selected"_L1, t.selected},
                          {"@surface"_L1, t.surface},
                          {"@danger"_L1, t.danger},
                          {"@window"_L1, t.window},
                          {"@accent"_L1, t.accent},
                          {"@border"_L1, t.border},
                          {"@hover"_L1, t.hover},
                          {"@focus"_L1, t.focus},
                          {"@ring"_L1, t.dark ? t.focus : t.text1},
                          {"@text1"_L1, t.text1},
                          {"@text2"_L1, t.text2},
                          {"@text3"_L1, t.text3}};
    for (const Name &name : names)
        sheet.replace(name.name, name.colour.name());
    for (const int length : {11, 12, 18, 24, 28, 30, 32})
        sheet.replace(u"@%1"_s.arg(length), u"%1px"_s.arg(dp(length)));
    return sheet;
}

} // namespace textback
