// SPDX-License-Identifier: MIT
#include "ui/dialogs/formstyle.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QWidget>

// The resource lives in a static library: without being named once it would be left out of the program. Outside any namespace, as
// Q_INIT_RESOURCE wants it.
static void initForm()
{
    Q_INIT_RESOURCE(form);
}

namespace textback {

using namespace Qt::StringLiterals;

QString formStyleSheet(const Tokens &t)
{
    QString sheet = uR"(
#settingsCards, #settingsPage, QScrollArea { background: @window; }
QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[inset="true"] { background: @window; border: 1px solid @border; border-radius: 8px; }
QFrame[bar="header"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[bar="footer"] { background: @surface; border: none; border-top: 1px solid @border; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: @20; font-weight: 700; }
QLabel[role="heading"] { font-size: @16; font-weight: 700; }
QLabel[role="fieldLabel"] { font-weight: 600; }
QLabel[role="hint"] { color: @text3; font-size: @13; }
QLabel[role="problem"] { color: @danger; font-size: @13; font-weight: 600; }
QLabel[role="warning"] { color: @warn; font-size: @13; }
QLabel[role="ok"] { color: @ok; font-weight: 600; }
QLabel[role="ruleSentence"] { color: @info; background: @infoBg; border-radius: 8px; padding: 8px 12px; }
QLabel[role="badge"] { color: @warn; background: @warnBg; border-radius: 8px; padding: 2px 8px; font-size: @12; font-weight: 600; }
QLabel[role="autoBubble"] { color: @text1; background: @bubbleAuto; border: 1px solid @bubbleAutoBorder; border-radius: 14px; border-bottom-right-radius: 4px; padding: 8px 12px; }
QLabel[role="stateDot"] { border-radius: @5; background: @text3; }
QLabel[role="stateDot"][level="ok"] { background: @ok; }
QLabel[role="stateDot"][level="waiting"] { background: @warn; border-radius: 2px; }
QLabel[role="stateDot"][level="trouble"] { background: @danger; border-radius: 0px; }
QPushButton[chip="true"] { border-radius: @14; min-height: @26; padding: 0 @12; font-weight: 400; border-color: @border; }
QPushButton[chip="true"]:hover { border-color: @borderControl; }
QPushButton[chip="true"]:focus { border: 2px solid @focus; min-height: @24; padding: 0 @11; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"] { border: 2px solid @danger; padding: 0px 6px; }
QSpinBox { padding-right: @24; }
QSpinBox:focus { padding-right: @23; }
QSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: @24; border: none; background: transparent; }
QSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: @24; border: none; background: transparent; }
QSpinBox::up-arrow { image: none; border-left: 4px solid @surface; border-right: 4px solid @surface; border-bottom: 5px solid @text2; width: 0; height: 0; }
QSpinBox::down-arrow { image: none; border-left: 4px solid @surface; border-right: 4px solid @surface; border-top: 5px solid @text2; width: 0; height: 0; }
QCheckBox, QRadioButton { spacing: 8px; min-height: @24; }
QRadioButton { font-weight: 600; }
QCheckBox::indicator, QRadioButton::indicator { width: @16; height: @16; border: 1px solid @borderControl; background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: @9; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: @hover; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/form/check.png); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: @8; height: @8; background: @onAccent; }
QCheckBox:focus, QRadioButton:focus { color: @link; }
QCheckBox::indicator:focus, QRadioButton::indicator:!checked:focus { border: 2px solid @focus; width: @14; height: @14; }
QCheckBox::indicator:checked:focus { border: 2px solid @ring; width: @14; height: @14; }
QRadioButton::indicator:checked:focus { border: 5px solid @ring; }
)"_s;
    struct Name {
        QLatin1StringView name;
        QColor colour;
    };
    // Longer names first: one is the beginning of another.
    const Name names[] = {{"@bubbleAutoBorder"_L1, t.bubbleAutoBorder},
                          {"@borderControl"_L1, t.borderControl},
                          {"@bubbleAuto"_L1, t.bubbleAuto},
                          {"@onAccent"_L1, t.onAccent},
                          {"@surface"_L1, t.surface},
                          {"@infoBg"_L1, t.infoBg},
                          {"@warnBg"_L1, t.warnBg},
                          {"@danger"_L1, t.danger},
                          {"@window"_L1, t.window},
                          {"@accent"_L1, t.accent},
                          {"@border"_L1, t.border},
                          {"@hover"_L1, t.hover},
                          {"@focus"_L1, t.focus},
                          {"@ring"_L1, t.dark ? t.focus : t.text1},
                          {"@text1"_L1, t.text1},
                          {"@text2"_L1, t.text2},
                          {"@text3"_L1, t.text3},
                          {"@info"_L1, t.info},
                          {"@link"_L1, t.link},
                          {"@warn"_L1, t.warn},
                          {"@ok"_L1, t.ok}};
    for (const Name &name : names)
        sheet.replace(name.name, name.colour.name());
    for (const int length : {26, 24, 23, 20, 16, 14, 13, 12, 11, 9, 8, 5})
        sheet.replace(u"@%1"_s.arg(length), u"%1px"_s.arg(dp(length)));
    return sheet;
}

void applyFormStyle(QWidget &widget)
{
    initForm();
    const QString sheet = formStyleSheet(tokensOf(widget.palette()));
    if (widget.styleSheet() != sheet)
        widget.setStyleSheet(sheet);
}

} // namespace textback
