// SPDX-License-Identifier: MIT
#pragma once

#include "domain/line.h"
#include "ui/settings/settingssection.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace textback {

/// Which of the business's numbers are watched, and how each is meant. Without a choice every number of the account is.
class LinesSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit LinesSection(QWidget *parent = nullptr);

    void showSettings(const Settings &settings) override;
    void writeTo(Settings &settings) const override;
    /// None chosen would mean all: that must be said, not guessed.
    std::optional<std::pair<QString, QString>> ownProblem() const override;
    /// The numbers that the account has, once they are known.
    void showAccountNumbers(const QList<PhoneNumber> &numbers);

private:
    /// The fields of one number.
    struct Row {
        Line line;
        QFrame *box = nullptr;
        QCheckBox *watched = nullptr;
        QLineEdit *label = nullptr;
        QSpinBox *rings = nullptr;
        QComboBox *sender = nullptr;
        QCheckBox *overflow = nullptr;
    };

    void rebuild();
    void addLineRow(const Line &line, bool watched);
    void fillSenders();
    void addTypedNumber();
    Line read(const Row &row) const;

    QCheckBox *m_all = nullptr;
    QWidget *m_list = nullptr;
    QLineEdit *m_number = nullptr;
    FormRow *m_numberRow = nullptr;
    std::vector<Row> m_rows;
    std::vector<Line> m_lines; ///< as in the settings
    QList<PhoneNumber> m_accountNumbers;
    QString m_country = QStringLiteral("US");
};

} // namespace textback
