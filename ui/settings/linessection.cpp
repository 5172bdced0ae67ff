// SPDX-License-Identifier: MIT
#include "ui/settings/linessection.h"

#include "ui/settings/formrow.h"
#include "ui/theme/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

LinesSection::LinesSection(QWidget *parent)
    : SettingsSection(tr("Lines"), tr("Your numbers whose missed calls are texted."), parent)
{
    m_all = new QCheckBox(tr("Watch every number of the account"), this);
    m_all->setChecked(true);
    addRow(QStringLiteral("lines"), QString(), m_all);
    m_list = new QWidget(this);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(12);
    body()->addWidget(m_list);

    auto *add = new QWidget(this);
    auto *addLine = new QHBoxLayout(add);
    addLine->setContentsMargins(0, 0, 0, 0);
    addLine->setSpacing(8);
    m_number = new QLineEdit(add);
    m_number->setPlaceholderText(QStringLiteral("(313) 555-0100"));
    auto *addButton = new QPushButton(tr("Add"), add);
    addButton->setAccessibleName(tr("Add number"));
    addLine->addWidget(m_number, 1);
    addLine->addWidget(addButton);
    m_numberRow = addRow(QString(), tr("Add a number"), add, QString(), m_number);
    connect(addButton, &QPushButton::clicked, this, &LinesSection::addTypedNumber);
    connect(m_number, &QLineEdit::returnPressed, this, &LinesSection::addTypedNumber);
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) {
        m_list->setVisible(!all);
        m_numberRow->setVisible(!all);
        noteEdit();
    });
    m_list->hide();
    m_numberRow->hide();
}

void LinesSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_country = settings.business.country;
    m_lines = settings.lines;
    m_all->setChecked(m_lines.empty());
    rebuild();
}

void LinesSection::showAccountNumbers(const QList<PhoneNumber> &numbers)
{
    if (m_accountNumbers == numbers)
        return;
    m_accountNumbers = numbers;
    const Filling filling(*this);
    // What is being edited stays; only numbers that were not known get a row.
    for (const PhoneNumber &number : numbers) {
        const bool known = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.line.number == number; });
        if (!known) {
            Line line;
            line.number = number;
            addLineRow(line, m_lines.empty());
        }
    }
    fillSenders();
}

void LinesSection::rebuild()
{
    for (const Row &row : m_rows) {
        for (const QLatin1StringView part : {QLatin1StringView(""), QLatin1StringView(".number"), QLatin1StringView(".minRings"),
                                             QLatin1StringView(".label"), QLatin1StringView(".textFrom")})
            forgetRow(QStringLiteral("lines[%1]").arg(&row - m_rows.data()) + part);
        delete row.box;
    }
    m_rows.clear();
    for (const Line &line : m_lines)
        addLineRow(line, true);
    for (const PhoneNumber &number : std::as_const(m_accountNumbers)) {
        const bool known = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.line.number == number; });
        if (!known) {
            Line line;
            line.number = number;
            addLineRow(line, m_lines.empty());
        }
    }
    fillSenders();
}

void LinesSection::addLineRow(const Line &line, bool watched)
{
    Row row;
    row.line = line;
    const QString name = line.number.display(m_country);
    row.box = new QFrame(m_list);
    row.box->setProperty("inset", true);
    auto *layout = new QVBoxLayout(row.box);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(10);
    row.watched = new QCheckBox(name, row.box);
    row.watched->setChecked(watched);
    layout->addWidget(row.watched);

    row.label = new QLineEdit(line.label, row.box);
    row.label->setMaxLength(40);
    row.label->setAccessibleName(tr("Name of %1").arg(name));
    row.rings = new QSpinBox(row.box);
    row.rings->setRange(1, 10);
    row.rings->setValue(line.minRings);
    row.rings->setFocusPolicy(Qt::StrongFocus);
    row.rings->setAccessibleName(tr("Rings of %1 before a hang-up counts as missed").arg(name));
    row.sender = new QComboBox(row.box);
    row.sender->setAccessibleName(tr("Number that texts for %1").arg(name));
    row.sender->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(16);
    fields->addWidget(new FormRow(tr("Name"), row.label, QString(), nullptr, row.box), 2);
    auto *rings = new FormRow(tr("Missed after"), row.rings, QString(), nullptr, row.box);
    row.rings->setSuffix(tr(" rings", "after a number"));
    fields->addWidget(rings, 2);
    fields->addWidget(new FormRow(tr("Texts come from"), row.sender, QString(), nullptr, row.box), 3);
    auto *details = new QWidget(row.box);
    auto *detailLayout = new QVBoxLayout(details);
    detailLayout->setContentsMargins(0, 0, 0, 0);
    detailLayout->setSpacing(10);
    detailLayout->addLayout(fields);
    row.overflow = new QCheckBox(tr("Gets forwarded calls only"), row.box);
    row.overflow->setToolTip(tr("Your carrier forwards unanswered calls to this number: every call to it is already missed."));
    row.overflow->setChecked(line.overflow);
    detailLayout->addWidget(row.overflow);
    layout->addWidget(details);
    foldWhenNarrow(fields);
    details->setVisible(watched);
    m_list->layout()->addWidget(row.box);

    connect(row.watched, &QCheckBox::toggled, details, &QWidget::setVisible);
    connect(row.watched, &QCheckBox::toggled, this, &LinesSection::noteEdit);
    connect(row.label, &QLineEdit::textChanged, this, &LinesSection::noteEdit);
    connect(row.rings, &QSpinBox::valueChanged, this, &LinesSection::noteEdit);
    connect(row.sender, &QComboBox::currentIndexChanged, this, &LinesSection::noteEdit);
    connect(row.overflow, &QCheckBox::toggled, this, &LinesSection::noteEdit);
    const QString key = QStringLiteral("lines[%1]").arg(m_rows.size());
    registerRow(key, rings);
    m_rows.push_back(row);
}

void LinesSection::fillSenders()
{
    for (const Row &row : m_rows) {
        const QString chosen = row.sender->count() > 0 ? row.sender->currentData().toString() : row.line.textFrom.e164();
        const QSignalBlocker blocker(row.sender);
        row.sender->clear();
        row.sender->addItem(tr("This number"), QString());
        for (const Row &other : m_rows) {
            if (other.line.number != row.line.number)
                row.sender->addItem(other.line.number.display(m_country), other.line.number.e164());
        }
        if (!chosen.isEmpty() && row.sender->findData(chosen) < 0)
            row.sender->addItem(chosen, chosen);
        row.sender->setCurrentIndex(std::max(0, row.sender->findData(chosen)));
    }
}

void LinesSection::addTypedNumber()
{
    const QString typed = m_number->text().trimmed();
    const std::optional<PhoneNumber> number = PhoneNumber::parse(typed, m_country);
    if (!number.has_value()) {
        m_numberRow->setProblem(tr("This is not a telephone number that can be called."));
        return;
    }
    const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.line.number == *number; });
    if (known != m_rows.end()) {
        known->watched->setChecked(true);
    } else {
        Line line;
        line.number = *number;
        addLineRow(line, true);
        fillSenders();
    }
    m_numberRow->setProblem(QString());
    m_number->clear();
    noteEdit();
}

std::optional<std::pair<QString, QString>> LinesSection::ownProblem() const
{
    const bool none = std::none_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.watched->isChecked(); });
    if (m_all->isChecked() || !none)
        return std::nullopt;
    return std::pair(QStringLiteral("lines"), tr("Choose at least one number, or watch every number."));
}

Line LinesSection::read(const Row &row) const
{
    Line line = row.line;
    line.label = row.label->text().trimmed();
    line.minRings = row.rings->value();
    line.overflow = row.overflow->isChecked();
    line.textFrom = PhoneNumber::fromStored(row.sender->currentData().toString()).value_or(PhoneNumber());
    return line;
}

void LinesSection::writeTo(Settings &settings) const
{
    settings.lines.clear();
    if (m_all->isChecked())
        return;
    for (const Row &row : m_rows) {
        if (row.watched->isChecked())
            settings.lines.push_back(read(row));
    }
}

} // namespace textback
