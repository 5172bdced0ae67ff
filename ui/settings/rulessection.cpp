// SPDX-License-Identifier: MIT
#include "ui/settings/rulessection.h"

#include "domain/messagetemplate.h"
#include "ui/settings/calmspinbox.h"
#include "ui/settings/formrow.h"
#include "ui/settings/textpreview.h"
#include "ui/theme/plainlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace textback {

RulesSection::RulesSection(QWidget *parent)
    : SettingsSection(tr("Automatic text"), QString(), parent)
{
    addRow(QStringLiteral("rules.mode"), QString(), buildModes());
    QWidget *text = buildText();
    addRow(QStringLiteral("rules.templates.open"), tr("Text to a missed caller"), text, QString(), m_text);
    m_preview = new TextPreview(this);
    body()->addWidget(m_preview);
    buildLimits();
    m_rule = new PlainLabel(this);
    m_rule->setWordWrap(true);
    m_rule->setProperty("role", QStringLiteral("ruleSentence"));
    body()->addWidget(m_rule);
    refresh();
}

QWidget *RulesSection::buildModes()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_mode = new QButtonGroup(this);
    const auto add = [&](Mode mode, const QString &word, const QString &what) {
        auto *button = new QRadioButton(word, box);
        button->setAccessibleDescription(what);
        auto *text = new PlainLabel(what, box);
        text->setProperty("role", QStringLiteral("hint"));
        text->setWordWrap(true);
        text->setContentsMargins(26, 0, 0, 0);
        m_mode->addButton(button, static_cast<int>(mode));
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(button);
        pair->addWidget(text);
        layout->addLayout(pair);
    };
    add(Mode::On, tr("On"), tr("A missed caller gets the text below."));
    add(Mode::Watch, tr("Watch only"), tr("Shows what would have been texted, and sends nothing."));
    add(Mode::Off, tr("Off"), tr("Nothing is decided or texted by itself. You can still write to everyone."));
    connect(m_mode, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) {
            refresh();
            noteEdit();
        }
    });
    return box;
}

QWidget *RulesSection::buildText()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_text = new QPlainTextEdit(box);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 4 + 20);
    layout->addWidget(m_text);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    const auto addPlaceholder = [&](const QString &placeholder, const QString &word) {
        auto *button = new QPushButton(word, box);
        button->setProperty("chip", true);
        button->setAccessibleName(tr("Insert %1").arg(word));
        connect(button, &QPushButton::clicked, this, [this, placeholder] {
            m_text->insertPlainText(placeholder);
            m_text->setFocus();
        });
        line->addWidget(button);
    };
    addPlaceholder(QStringLiteral("{biz}"), tr("+ Business name"));
    addPlaceholder(QStringLiteral("{link}"), tr("+ Booking link"));
    line->addStretch(1);
    m_standard = new QPushButton(tr("Use the standard text"), box);
    m_standard->setProperty("chip", true);
    connect(m_standard, &QPushButton::clicked, this, [this] {
        m_ownText = false;
        refresh();
        noteEdit();
    });
    line->addWidget(m_standard);
    layout->addLayout(line);
    foldWhenNarrow(line);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_settingText)
            return;
        m_ownText = m_text->toPlainText() != standardText();
        refresh();
        noteEdit();
    });
    return box;
}

void RulesSection::buildLimits()
{
    m_delay = new CalmSpinBox(0, 120, tr(" s", "seconds, after a number"), this);
    m_coolDown = new CalmSpinBox(1, 720, tr(" h", "hours, after a number"), this);
    m_age = new CalmSpinBox(1, 60, tr(" min", "minutes, after a number"), this);
    m_silence = new CalmSpinBox(0, 1440, tr(" min", "minutes, after a number"), this);
    FormRow *delay = addRow(QStringLiteral("rules.sendDelaySeconds"), tr("Wait before the text"), m_delay,
                            tr("Dropped if the caller is answered meanwhile."));
    FormRow *coolDown =
        addRow(QStringLiteral("rules.cooldownHours"), tr("One text per caller in"), m_coolDown, tr("Over all of your numbers."));
    addRowsAbreast({delay, coolDown});
    FormRow *age =
        addRow(QStringLiteral("rules.maxAgeMinutes"), tr("Never text a call older than"), m_age, tr("Such a call asks to be called back."));
    FormRow *silence = addRow(QStringLiteral("rules.humanSilenceMinutes"), tr("Stay silent after you wrote, for"), m_silence,
                              tr("So that nothing talks over you."));
    addRowsAbreast({age, silence});
    for (QSpinBox *box : {m_delay, m_coolDown, m_age, m_silence}) {
        connect(box, &QSpinBox::valueChanged, this, [this] {
            refresh();
            noteEdit();
        });
    }
}

void RulesSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_business = settings.business;
    m_answerTimeWatched = settings.waiting.minutes > 0;
    m_mode->button(static_cast<int>(settings.rules.mode))->setChecked(true);
    m_delay->setValue(settings.rules.sendDelaySeconds);
    m_coolDown->setValue(settings.rules.cooldownHours);
    m_age->setValue(settings.rules.maxAgeMinutes);
    m_silence->setValue(settings.rules.humanSilenceMinutes);
    const QString own = settings.rules.templates.value(QStringLiteral("open"));
    m_ownText = !own.isEmpty();
    if (m_ownText) {
        m_settingText = true;
        m_text->setPlainText(own);
        m_settingText = false;
    }
    refresh();
}

void RulesSection::writeTo(Settings &settings) const
{
    if (m_mode->checkedId() >= 0)
        settings.rules.mode = static_cast<Mode>(m_mode->checkedId());
    settings.rules.sendDelaySeconds = m_delay->value();
    settings.rules.cooldownHours = m_coolDown->value();
    settings.rules.maxAgeMinutes = m_age->value();
    settings.rules.humanSilenceMinutes = m_silence->value();
    if (m_ownText)
        settings.rules.templates.insert(QStringLiteral("open"), m_text->toPlainText());
    else
        settings.rules.templates.remove(QStringLiteral("open"));
}

void RulesSection::showBusiness(const BusinessSettings &business)
{
    if (m_business == business)
        return;
    m_business = business;
    refresh();
}

QString RulesSection::standardText() const
{
    return TemplateSet::forTrade(m_business.trade, TemplateLanguage::English, !m_business.bookingLink.isEmpty()).text(SendRule::Open);
}

/// The built-in texts are known to be good.
QList<LintFinding> RulesSection::findings() const
{
    TemplateValues values;
    values.biz = m_business.name;
    values.link = m_business.bookingLink;
    return m_ownText ? lintTemplate(m_text->toPlainText(), SendRule::Open, values, m_answerTimeWatched) : QList<LintFinding>();
}

void RulesSection::refresh()
{
    if (m_silence == nullptr || m_preview == nullptr || m_rule == nullptr)
        return; // still being built
    if (!m_ownText && m_text->toPlainText() != standardText()) {
        m_settingText = true;
        m_text->setPlainText(standardText());
        m_settingText = false;
    }
    m_standard->setEnabled(m_ownText);
    m_preview->showText(m_text->toPlainText(), m_business.name, m_business.bookingLink, findings());
    const QString rule =
        tr("If a call is missed, the caller is texted after %1 s, at most once in %2 h.").arg(m_delay->value()).arg(m_coolDown->value());
    switch (static_cast<Mode>(m_mode->checkedId())) {
    case Mode::On:
        m_rule->setText(rule);
        break;
    case Mode::Watch:
        m_rule->setText(tr("Watching only: nothing is sent. When on: %1").arg(rule));
        break;
    case Mode::Off:
        m_rule->setText(tr("Off: nothing is sent by itself."));
        break;
    }
}

} // namespace textback
