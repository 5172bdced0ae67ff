// SPDX-License-Identifier: MIT
#include "ui/settings/windowsection.h"

#include "ui/settings/calmspinbox.h"

#include <QCheckBox>
#include <QComboBox>

namespace textback {

WindowSection::WindowSection(QWidget *parent)
    : SettingsSection(tr("Window"), QString(), parent)
{
    m_colors = new QComboBox(this);
    m_colors->addItem(tr("As the system"), static_cast<int>(ColorMode::System));
    m_colors->addItem(tr("Light"), static_cast<int>(ColorMode::Light));
    m_colors->addItem(tr("Dark"), static_cast<int>(ColorMode::Dark));
    FormRow *colors = addRow(QStringLiteral("window.colors"), tr("Colors"), m_colors);
    m_textSize = new CalmSpinBox(90, 150, tr(" %", "percent, after a number"), this);
    m_textSize->setSingleStep(10);
    FormRow *textSize = addRow(QStringLiteral("window.textPercent"), tr("Text size"), m_textSize);
    addRowsAbreast({colors, textSize});
    m_closeToTray = new QCheckBox(tr("Keep running in the tray"), this);
    addRow(QStringLiteral("window.closeToTray"), tr("When the window is closed"), m_closeToTray,
           tr("Missed callers are texted as before. Without it, closing the window asks whether to quit."));
    connect(m_colors, &QComboBox::currentIndexChanged, this, &WindowSection::noteEdit);
    connect(m_textSize, &QSpinBox::valueChanged, this, &WindowSection::noteEdit);
    connect(m_closeToTray, &QCheckBox::toggled, this, &WindowSection::noteEdit);
}

void WindowSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_colors->setCurrentIndex(m_colors->findData(static_cast<int>(settings.window.colors)));
    m_textSize->setValue(settings.window.textPercent);
    m_closeToTray->setChecked(settings.window.closeToTray);
}

void WindowSection::writeTo(Settings &settings) const
{
    settings.window.colors = static_cast<ColorMode>(m_colors->currentData().toInt());
    settings.window.textPercent = m_textSize->value();
    settings.window.closeToTray = m_closeToTray->isChecked();
}

} // namespace textback
