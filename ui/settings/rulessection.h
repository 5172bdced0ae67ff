// SPDX-License-Identifier: MIT
#pragma once

#include "domain/templatelint.h"
#include "ui/settings/settingssection.h"

#include <QList>

class QButtonGroup;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace textback {

class PlainLabel;
class TextPreview;

/// The automatic text: on, watch or off; its words with a preview; when it goes and how often.
class RulesSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit RulesSection(QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;
    /// Name, trade and link as they stand in the form now: the standard text and the preview follow them.
    void showBusiness(const BusinessSettings &business);

private:
    QWidget *buildModes();
    QWidget *buildText();
    void buildLimits();
    QString standardText() const;
    QList<LintFinding> findings() const;
    void refresh();

    BusinessSettings m_business;
    QButtonGroup *m_mode = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_standard = nullptr;
    TextPreview *m_preview = nullptr;
    PlainLabel *m_rule = nullptr;
    QSpinBox *m_delay = nullptr;
    QSpinBox *m_coolDown = nullptr;
    QSpinBox *m_age = nullptr;
    QSpinBox *m_silence = nullptr;
    bool m_ownText = false; ///< the owner changed the words; otherwise they follow trade and link
    bool m_answerTimeWatched = false;
    bool m_settingText = false;
};

} // namespace textback
